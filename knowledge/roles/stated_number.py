"""How many hold a post, by its own sentences: 定员1人, 编制为2名."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from knowledge.regex import regex
from knowledge.roles.labels import Field
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage, Role
from knowledge.text import fold

_CLAUSE_START = r"(?:^|(?<=[,;。:、]))\s*"
_SET = "(?:全[厂院校所馆店]|本?部门?|公司)?(?:共设|设有|设|共有|共|现有|配备)"
_KEPT = 64  # patterns of roles read last
_COUNTED = r"(?:为|是|共|:)?\s*(?P<count>\d+(?:[-~至]\d+)?|[一二两三四五六七八九十]+)\s*[人名]"


def with_number(role: Role, sentences: Iterable[Passage]) -> Role:
    """The role with the number that one of its sentences states."""
    for passage in sentences:
        folded = fold(passage.text)
        if not _counts().search(folded):
            continue
        if found := _counted((role.name, *role.aliases)).search(folded):
            start = found.start(found.lastgroup or 0)
            fact = Passage(passage.text[start : found.end()].strip(), passage.quote, passage.source)
            return replace(
                role, facts={**role.facts, Field.HEADCOUNT: fact}, blank=role.blank - {Field.HEADCOUNT}
            )
    return role


@cache
def _counts() -> re.Pattern[str]:
    return regex(rf"(?:{alternatives(prose().headcount)}|{_SET}){_COUNTED}")


@lru_cache(_KEPT)
def _counted(own: tuple[str, ...]) -> re.Pattern[str]:
    """定员1人, 编制为2名: of the role itself, at the beginning of a clause; 领班属前厅部，设2人 where one
    says no more than that, right behind the one that names the role."""
    names = alternatives([*map(fold, own), "本岗位", "本岗"])
    labelled = rf"{_CLAUSE_START}{names}?{alternatives(prose().headcount)}{_COUNTED}"
    told = rf"^\s*{names}(?:[^,;。由]{{1,14}},)?{_SET}{_COUNTED.replace('count', 'told')}(?=$|[,;。])"
    return regex(f"{labelled}|{told}")
