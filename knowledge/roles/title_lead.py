"""The name of an organization before the title of each form of a text without line breaks: the words that
stand before most titles (…县卫生局|某某医院|护士长岗位说明书…某某医院|药师岗位说明书)."""

from collections import Counter
from collections.abc import Iterable

from knowledge.regex import regex
from knowledge.text import is_word

_LEAST, _MOST = 3, 24  # characters
_LEAST_TITLES, _SHARE = 2, 0.6  # that it stands before
_ORGANIZATION = regex(
    "(?:公司|集团|医院|学校|学院|中学|小学|幼儿园|大学|研究院|研究所|事务所|合作社|中心|银行|酒店|厂|局|站|馆|社|店)$"
)


def title_lead(text: str, before: Iterable[str]) -> str:
    """The words that stand before most titles, empty where none do; `before`: what stands before each title.

    They begin the text, or end as names of organizations do; other values may end alike.
    """
    ends = [part.rstrip() for part in before]
    times = Counter(end for part in ends for end in _ends(part))
    least = max(_LEAST_TITLES, _SHARE * len(ends))
    often = (end for end, count in times.items() if count >= least)
    named = [end for end in often if text.startswith(end) or _ORGANIZATION.search(end)]
    return max(named, key=len, default="")


def _ends(part: str) -> list[str]:
    """The endings of a text that hold nothing but words."""
    found: list[str] = []
    for size in range(1, min(len(part), _MOST) + 1):
        if not is_word(part[-size]):
            break
        found += [part[-size:]] if size >= _LEAST else []
    return found
