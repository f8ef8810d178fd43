"""A clause of a question, and whether it is part of what is asked."""

from dataclasses import dataclass

_CLAUSE_MARKS = ",;。?!:\n.…~"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the question between punctuation marks; `asks` where it is part of the request,
    `primary` where
    the question word itself stands."""

    start: int
    end: int
    asks: bool
    primary: bool = False


def clause_spans(text: str) -> list[tuple[int, int]]:
    """The stretches between punctuation marks, each with the mark behind it."""
    spans, start = [], 0
    for i, character in enumerate(text):
        number = (
            character in ".:"
            and 0 < i < len(text) - 1
            and _in_number(text[i - 1])
            and _in_number(text[i + 1])
        )
        if character in _CLAUSE_MARKS and not number:
            if i > start:
                spans.append((start, i + 1))
            start = i + 1
    return [*spans, (start, len(text))] if start < len(text) else spans


def _in_number(character: str) -> bool:
    """Whether a character may stand beside the point of a number or of a Latin name (3.5, node.js)."""
    return character.isascii() and character.isalnum()
