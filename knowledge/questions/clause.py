"""A clause of a question, and whether it is part of what is asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the question between punctuation marks; `asks` where it is part of the request,
    `primary` where
    the question word itself stands."""

    start: int
    end: int
    asks: bool
    primary: bool = False
