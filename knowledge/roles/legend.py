"""What the marks in the cells of an approval matrix mean: △审核 ▲审批, S=申请 A=审批."""

import re
from collections.abc import Iterable
from functools import cache

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.text import fold


def legend(texts: Iterable[str]) -> dict[str, str]:
    """The verbs that texts near a table give to marks and letters, by the folded mark."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _explained().finditer(fold(text)):
            found.setdefault(match["mark"], match["verb"])
    return found


def letters(cells: Iterable[str]) -> dict[str, str]:
    """What the letters of a table that explains none mean, where they are the usual ones (A, R, C, I)."""
    known: dict[str, str] = words()["letters"]
    said = {fold(cell).strip() for cell in cells} - {""}
    written = said - set(map(fold, words()["cells"]["none"]))
    return known if "a" in written and len(written) > 1 and written <= known.keys() else {}


@cache
def _explained() -> re.Pattern[str]:
    verbs = "|".join(word for kind in words()["steps"].values() for word in kind)
    mark = rf"{words()['cells']['marks']}|(?<![a-z])[a-z](?![a-z])"
    return regex(
        rf"(?P<mark>{mark})[\"”’'」]?\s*(?:[:=\-—–]+|表示|代表|为|指|是)?\s*(?:有?)?(?P<verb>{verbs})"
    )
