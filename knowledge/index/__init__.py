"""Texts found by keyword postings, then compared letter by letter.

`Index` is for some thousand texts: in memory, made in no time, light to load. `knowledge.index.stored` has
the same on disk for millions: built once, opened in milliseconds, shared by processes. Its hits are the same,
but for those that are far from the best.
"""

from knowledge.index.hit import Hit
from knowledge.index.memory import Index

__all__ = ["Hit", "Index"]
