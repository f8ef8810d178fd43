"""What a search gives, and how a text found by its features is compared letter by letter."""

from dataclasses import dataclass

from rapidfuzz import fuzz

RESCORED = 50  # the best texts by coverage, compared letter by letter
_FUZZY_SHARE = 0.15
_LENGTH_COST = 0.1


@dataclass(frozen=True, slots=True)
class Hit:
    """A text's number in the index and its score: 0 nothing in common, about 1.3 the same text."""

    number: int
    score: float


def rescored(query: str, text: str, coverage: float) -> float:
    """The score of a text; `coverage`: the share of the query's features that it has, 0 to 1, by how rare
    they are."""
    longer = max(len(query), len(text), 1)
    fuzzy = (fuzz.partial_ratio(query, text) + fuzz.ratio(query, text)) / 100
    return coverage - _LENGTH_COST * abs(len(query) - len(text)) / longer + _FUZZY_SHARE * fuzzy
