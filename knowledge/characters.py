"""Which of many texts have all the characters of another: a set of numbers for each character, as the bits
of an integer, so that sets of ten thousands are joined in microseconds."""

from collections.abc import Iterator


class Characters:
    """Texts by number, in ascending order, and the characters that they have."""

    def __init__(self) -> None:
        self._having: dict[str, int] = {}

    def add(self, number: int, text: str) -> None:
        """Take in the text of a number."""
        for character in set(text):
            self._having[character] = self._having.get(character, 0) | 1 << number

    def all_of(self, text: str) -> Iterator[int]:
        """The numbers of the texts that have every character of a text, ascending."""
        found = -1 if text else 0
        for character in set(text):
            found &= self._having.get(character, 0)
            if not found:
                return
        while found:
            lowest = found & -found
            yield lowest.bit_length() - 1
            found ^= lowest
