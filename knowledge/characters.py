"""Which of many texts have all the characters of another: a set of numbers for each character, as the bits
of an integer, so that sets of ten thousands are joined in microseconds."""

from collections.abc import Iterator, Mapping


class Characters:
    """Texts by number, in ascending order, and the characters that they have."""

    def __init__(self, having: Mapping[str, int]) -> None:
        """`having`: a character → the numbers of the texts that have it, as bits."""
        self._having = having

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Each character with its numbers as bytes."""
        for character, numbers in self._having.items():
            yield character, numbers.to_bytes((numbers.bit_length() + 7) // 8, "little")

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


class GrowingCharacters(Characters):
    """Texts taken in one by one."""

    def __init__(self) -> None:
        self._growing: dict[str, int] = {}
        super().__init__(self._growing)

    def add(self, number: int, text: str) -> None:
        """Take in the text of a number."""
        for character in set(text):
            self._growing[character] = self._growing.get(character, 0) | 1 << number
