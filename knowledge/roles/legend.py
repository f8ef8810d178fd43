"""What the marks in the cells of an approval matrix mean: △审核 ▲审批, S=申请 A=审批, 审—审核."""

import re
from collections.abc import Iterable
from functools import cache

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.text import fold

_LEAST = 2  # marks that a line explains to be a legend


def legend(texts: Iterable[str]) -> dict[str, str]:
    """The verbs that texts near a table give to marks, letters and single characters, by the folded mark."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _explained().finditer(fold(text)):
            verbs = [verb for verb in (match["verb"], match["other"]) if verb]
            start = (verb for verb in verbs if verb in words()["steps"]["start"])
            mark = match["sign"] or match["character"]
            found.setdefault(mark, next(start, match["verb"]))  # R=执行/提出
    return found


def is_legend(text: str) -> bool:
    """Whether a line says what marks mean."""
    return len(legend([text])) >= _LEAST


def letters(cells: Iterable[str]) -> dict[str, str]:
    """What letters or single characters mean in a table that explains none, where they are the usual ones
    (A, R, C, I; 提, 审, 批, 知)."""
    said = {fold(cell).strip() for cell in cells} - {""}
    written = said - set(map(fold, words()["cells"]["none"]))
    for table, needed in (("letters", "a"), ("characters", "批准定")):
        known: dict[str, str] = words()[table]
        if len(written) > 1 and written <= known.keys() and not written.isdisjoint(needed):
            return known
    return {}


@cache
def _explained() -> re.Pattern[str]:
    verbs = "|".join(sorted((w for kind in words()["steps"].values() for w in kind), key=len, reverse=True))
    meaning = rf"(?:有权|负责|具体|直接|进行|最终)*(?P<verb>{verbs})(?:/(?P<other>{verbs}))?"
    sign = rf"{words()['cells']['marks']}|(?<![a-z])[a-z](?![a-z])"
    between = r"(?:[:=\-—–]+|表示|代表|为|指|是)"
    return regex(
        rf"(?:(?P<sign>{sign})[\"”’'」]?\s*(?:\([a-z ]+\))?\s*{between}?\s*有?"
        rf"|(?<![\u4e00-\u9fff])(?P<character>[\u4e00-\u9fff])[\"”’'」]?\s*{between}\s*){meaning}"
    )
