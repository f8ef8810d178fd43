"""What tells cases apart although the words are the same: 升两档 and 升一档, 未到货 and 已到货."""

from knowledge.regex import regex

_COUNTED = regex("(?P<count>[一二两三四五六七八九十]+|[0-9]+)(?P<of>档|星级?|等级|类|桌|层)")
_NOT_YET = regex("(?:还没有?|尚未|并未|没有?|未)(?P<of>[\u4e00-\u9fff]{2})")
_ALREADY = regex("已经?(?P<of>[\u4e00-\u9fff]{2})")


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


def stands(text: str) -> bool:
    """Whether a text says of something that it is done already, or not yet."""
    return _NOT_YET.search(text) is not None or _ALREADY.search(text) is not None


def stands_otherwise(asked: str, clause: str) -> bool:
    """Whether a clause speaks of what is done where the question has what is not, or the other way."""
    for one, other in ((_NOT_YET, _ALREADY), (_ALREADY, _NOT_YET)):
        said = {m["of"] for m in one.finditer(asked)}
        if said & {m["of"] for m in other.finditer(clause)} - {m["of"] for m in one.finditer(clause)}:
            return True
    return False
