"""Headings about several things of which a line below them tells of one: 请假与换班."""

import re

from knowledge.regex import regex
from knowledge.text import fold

_JOINED = regex("[与和及、]")
_LEAST = 2  # characters of each thing


def told_of(topic: str, text: str) -> str:
    """What a line below a heading is about: of 请假与换班 only 换班 where it tells of that alone; else the
    whole heading."""
    parts = _JOINED.split(topic)
    if len(parts) < 2 or min(map(len, parts)) < _LEAST:
        return topic
    folded = fold(text)
    return "、".join(part for part in parts if _has(folded, fold(part))) or topic


def _has(folded: str, word: str) -> bool:
    """Whether a text has a word, or one of two characters parted by another word: 请事假."""
    parted = len(word) == _LEAST and re.search(".{1,2}".join(map(re.escape, word)), folded) is not None
    return word in folded or parted
