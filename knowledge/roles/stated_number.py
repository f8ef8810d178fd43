"""How many hold a post, by its own sentences: 定员1人, 编制为2名."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from knowledge.regex import regex
from knowledge.roles.clause_patterns import CLAUSE_START
from knowledge.roles.labels import Field
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage, Role
from knowledge.text import fold

_SET = "(?:全[厂院校所馆店]|本?部门?|公司)?(?:共设|设有|设|共有|共|现有|配备)"
_SENTENCE = r"(?:^|(?<=[。;]))"
_LEADING = "(?:领导|管理)(?!层)|带领|下属|下级|下设|下辖|手下"
_PLACES = "楼层|项目|工地|小区|门店|网点|车间|标段|片区|班组|窗口|柜台|班级"
_COUNTS = "(?:共?设|编制|定员|定编|配备?)?"
_EACH = rf"每(?:个?[院班站店组园校队点]|个?(?:{_PLACES})){_COUNTS}"  # 每院一人 is no number of all
_ONE = r"(?:\d+|[一二两三四五六七八九十]+)"
_KEPT = 64  # patterns of roles read last
_COUNTED = r"(?:为|是|共|:)?\s*(?P<count>\d+(?:[-~至]\d+)?|[一二两三四五六七八九十]+)\s*[人名]"


def with_number(role: Role, sentences: Iterable[Passage]) -> Role:
    """The role with the number that one of its sentences states."""
    for passage in sentences:
        folded = fold(passage.text)
        if not _counts().search(folded):
            continue
        names = (role.name, *role.aliases)
        if found := _counted(names).search(folded) or _counted_each(names).match(folded):
            start = found.start(found.lastgroup or 0)
            fact = Passage(passage.text[start : found.end()].strip(), passage.quote, passage.source)
            return replace(
                role, facts={**role.facts, Field.HEADCOUNT: fact}, blank=role.blank - {Field.HEADCOUNT}
            )
    return role


@cache
def _counts() -> re.Pattern[str]:
    return regex(rf"(?:{alternatives(prose().headcount)}|{_SET}|^[^,;。]{{2,14}}|{_EACH}){_COUNTED}")


@lru_cache(_KEPT)
def _counted(own: tuple[str, ...]) -> re.Pattern[str]:
    """定员1人, 编制为2名: of the role itself, at the beginning of a clause; 领班属前厅部，设2人 where one
    says no more than that, right behind the one that names the role."""
    names = alternatives([*map(fold, own), "本岗位", "本岗"])
    labelled = rf"{CLAUSE_START}{names}?(?:现有|核定|共有)?{alternatives(prose().headcount)}{_COUNTED}"
    before = rf"(?:(?:(?!{_LEADING})[^,;。由]){{1,14}},|在[^,;。由]{{2,10}}){{0,2}}"
    told = rf"{_SENTENCE}\s*{names}{before}{_SET}{_COUNTED.replace('count', 'told')}(?=$|[,;。])"
    this = rf"(?<=[。;])\s*本岗位?{_SET}{_COUNTED.replace('count', 'this')}(?=$|[,;。])"
    alone = _COUNTED.replace("count", "sole")  # 材料员一人,属物资组
    sole = rf"{_SENTENCE}\s*{names}{alone}(?:\([^()]*\))?(?=$|[,;。])"
    return regex("|".join((labelled, told, this, sole)))


@lru_cache(_KEPT)
def _counted_each(own: tuple[str, ...]) -> re.Pattern[str]:
    """院长主持工作,每院一人: the number of each place, behind the name of the role."""
    names, number = alternatives([*map(fold, own)]), rf"{_ONE}(?:[-~至到]{_ONE})?[人名]"
    return regex(rf"\s*{names}(?![、和与及])[^;。]*?,(?P<each>{_EACH}{number})(?=$|[,;。])")
