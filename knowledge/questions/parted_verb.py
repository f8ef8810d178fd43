"""A verb and its object put together again where a measure or somebody stands between them (批员工的假)."""

import re
from functools import cache

from knowledge.questions.phrases import phrases
from knowledge.regex import regex

_MEASURED = "[了过]?[一两三几半]?[个次回趟张份单笔批件台点些场节顿]|[了过]"
_BEFORE, _BEHIND = "(?<![^,;:。?谁来去要想能以我把帮管批])", "(?=[,;:。?谁要该得归由找怎哪的]|$)"
_WHOSE = "(?P<whose>(?![出回进上下过来掉走错坏剩完好到给了不没])[^,;:。?谁哪的]{2,5})的"


def joined(folded: str) -> str:
    """A folded question with its parted verbs in one piece; whose the object is stands before it."""
    return _parted().sub(_together, folded)


def _together(found: re.Match[str]) -> str:
    word = (found["verb"] or found["of"]) + (found["object"] or found["what"])
    return f"{found['whose'] or ''}{word}" if word in phrases().parted else found.group()


@cache
def _parted() -> re.Pattern[str]:
    verbs = "".join(sorted({word[0] for word in phrases().parted}))
    objects = "".join(sorted({word[1] for word in phrases().parted}))
    measured = f"(?P<verb>[{verbs}])(?:{_MEASURED})(?P<object>[{objects}])(?![人员部])"
    of_somebody = f"{_BEFORE}(?P<of>[{verbs}]){_WHOSE}(?P<what>[{objects}]){_BEHIND}"
    return regex(f"{measured}|{of_somebody}")
