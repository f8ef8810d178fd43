"""What a search gives, and how a text found by its features is compared letter by letter."""

from collections.abc import Sequence
from typing import NamedTuple

RESCORED = 50  # the best texts by coverage, compared letter by letter
_FUZZY_SHARE = 0.15
_LENGTH_COST = 0.1


class Hit(NamedTuple):
    """A text's number in the index and its score: 0 nothing in common, about 1.3 the same text."""

    number: int
    score: float


def rescored(query: str, texts: Sequence[str], coverages: Sequence[float]) -> list[float]:
    """The scores of texts; `coverages`: the share of the query's features that each has, 0 to 1, by how rare
    they are."""
    from rapidfuzz import fuzz, process  # many questions compare nothing

    fuzzy = [0.0] * len(texts)
    for scorer in (fuzz.partial_ratio, fuzz.ratio):
        for _, score, number in process.extract(query, texts, scorer=scorer, limit=None):
            fuzzy[number] += score
    size = len(query)
    lengths = [abs(size - own) / max(size, own, 1) for own in map(len, texts)]
    return [
        coverage - _LENGTH_COST * length + _FUZZY_SHARE * (letters / 100)
        for coverage, length, letters in zip(coverages, lengths, fuzzy, strict=True)
    ]
