"""What a right is over, made equal: 组织编制部门费用预算 and 部门费用预算的编制权 are one matter."""

import re
from functools import cache

from knowledge.actions import Strength, actions
from knowledge.regex import regex
from knowledge.roles.statement import Right
from knowledge.tables import load_table
from knowledge.text import bare, undamaged

_RANGE = regex(
    r"[一二三四五六七八九十百千万两\d][\d,.一二三四五六七八九十百千万两]*\s*(?:元|块|美元|天|日|个?工作日|%|折|小时|万元)"
    r"|不?(?:得|可)?(?:超过|超出|高于|低于|少于|大于|小于)|以内|以下|以上|之内|之上|\(不?含[^)]*\)|[≤≥<>]"
    r"|超出部分|部分"
)
_SHORTEST = 4  # characters


@cache
def words() -> dict[str, dict[str, list[str]]]:
    """The table of words that checks go by."""
    return load_table(__package__, "words.toml")


def matter_of(right: Right, home: str = "") -> str:
    """The bare matter of a right, without verb, amounts and words that say nothing; 部门 for the department
    that is named."""
    text = _RANGE.sub(" ", undamaged(right.matter))
    if home:
        text = text.replace(home, "部门")
    text = text.replace("本部门", "部门").strip()
    before = None
    while before != text:
        before = text
        for word in (right.verb, *words()["lead"]["words"]):
            text = text.removeprefix(word).strip(" 、和与及并") if word else text
        text = _ending().sub("", text)
    return bare(text)


@cache
def _ending() -> re.Pattern[str]:
    verbs = sorted((v for v, s in actions().written.items() if s >= Strength.LEAD), key=len, reverse=True)
    return regex(rf"(?:的|工作|{'|'.join(map(re.escape, verbs))})$")


def is_comparable(matter: str) -> bool:
    """Whether two roles that have the matter have the same one: neither general nor each one's own."""
    table = words()
    if len(matter) < _SHORTEST or matter in table["relative"]["general"]:
        return False
    return not any(word in matter for word in table["relative"]["words"]) and not _own().search(matter)


@cache
def _own() -> re.Pattern[str]:
    """本大区, 本班: each one's own; not 本公司, 基本."""
    return regex(rf"(?<![基根成资样版])本(?!{'|'.join(words()['relative']['common'])}|$)")


def is_shared(matter: str) -> bool:
    """Whether the matter is that of a department or company."""
    return any(word in matter for word in words()["relative"]["shared"])
