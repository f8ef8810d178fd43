"""Numbers of things that are no amounts of money or time: 升两档 is not what 升一档 allows."""

from knowledge.regex import regex

_COUNTED = regex("(?P<count>[一二两三四五六七八九十]+|[0-9]+)(?P<of>档|星级?|等级|类|桌|层)")


def counts(text: str) -> bool:
    """Whether a text speaks of a number of such things."""
    return _COUNTED.search(text) is not None


def counts_otherwise(asked: str, clause: str) -> bool:
    """Whether a clause speaks of another number of the same things than the question does."""
    for found in _COUNTED.finditer(asked):
        same = [m["count"] for m in _COUNTED.finditer(clause) if m["of"] == found["of"]]
        if same and found["count"] not in same:
            return True
    return False
