"""What was told apart in the texts of the documents, kept under a digest of each text."""

from functools import cached_property

from knowledge.compiled.coding import Coding
from knowledge.digest import blake2b
from knowledge.questions.read_text import TextParts

_CODING: Coding[tuple[bytes, tuple[int, ...], tuple[int, ...], str]] = Coding(
    tuple[bytes, tuple[int, ...], tuple[int, ...], str]
)
_DIGEST = 10  # bytes
_LONGEST_WORD = 255  # characters


def text_key(text: str) -> bytes:
    """What a text is found by."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def text_value(text: str, read: TextParts) -> bytes | None:
    """The parts of a text as bytes; None where a word of it is too long."""
    if any(len(word) > _LONGEST_WORD for word in read.words):
        return None
    groups, covering = read.meanings
    apart = read.apart if read.apart != text else ""
    return _CODING.write((bytes(map(len, read.words)), tuple(groups), tuple(covering), apart))


class KeptText:
    """The parts of a text, as they were worked out."""

    def __init__(self, text: str, value: memoryview) -> None:
        self._text = text
        self._lengths, groups, covering, apart = _CODING.read(value)
        self.meanings = frozenset(groups), frozenset(covering)
        self.apart = apart or text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in order."""
        found, start = [], 0
        for length in self._lengths:
            found.append(self._text[start : start + length])
            start += length
        return tuple(found)
