"""How documents hand a right on to somebody: 报X批准, 经甲审核后由乙审批, 未经X批准不得…"""

import re
from functools import cache

from knowledge.actions import actions
from knowledge.regex import regex
from knowledge.roles.grades import grades

_ACTS = regex(r"(?:^|[^自理])由(?P<holder>[^,;。]{2,12}?)(?:代行|代理|代为|代管|代办|代职|暂代|主持)")
_CONTRAST = ("但", "不", "无权", "且不", "并不")  # how a clause goes on about whom the one before named


@cache
def written_verbs() -> re.Pattern[str]:
    """The verbs of authority that documents write."""
    return regex("|".join(sorted(map(re.escape, actions().written), key=lambda w: (-len(w), w))))


@cache
def forbidding() -> re.Pattern[str]:
    """未经X批准,不得付款: X decides on it."""
    rights = "|".join(actions().passed_rights)
    return regex(
        rf"未(?:经|得到|取得)(?P<holder>[^,;。的]{{2,16}}?)的?(?P<right>{rights}|许可|授权),?"
        r"(?:一律)?(?:不得|不能|不可|不准|禁止|严禁)(?:擅自|私自)?(?P<matter>[^,;。]{2,})"
    )


@cache
def next_alone() -> re.Pattern[str]:
    """乙批准, alone in a clause."""
    rights = "|".join(actions().passed_rights)
    return regex(rf"(?:再|最后)?(?P<holder>[^,;。的对]{{2,12}}?)(?:最终|进行)?(?P<right>{rights})")


@cache
def going_on() -> re.Pattern[str]:
    """报甲审核、乙批准: the next one, without a word that hands it on."""
    rights = "|".join(actions().passed_rights)
    return regex(
        rf"(?<=[核定审准签认意查批字])[、和与后](?:再|最后)?(?P<holder>[^,;。的对、报由]{{2,12}}?)(?P<right>{rights})(?!权)"
    )


@cache
def not_inside_words() -> str:
    """Behind a word that hands on: it is no part of another, not the 经 of 经营副总, the 报 of 报销单."""
    return "".join(f"(?<!{lead}(?={rest}))" for lead, rest in actions().lead_in_words.items())


@cache
def handed_on() -> re.Pattern[str]:
    """报经理, at the end of a clause about a range: who has the right there, without a word for it."""
    lead = "|".join(actions().lead_in)
    return regex(
        rf"(?:则|须|需|应|均|一律)?(?:再)?(?:{lead}){not_inside_words()}(?P<holder>[^,;。的对报由]{{2,14}})[。;\s]*$"
    )


@cache
def passing() -> re.Pattern[str]:
    """报甲审批, 由甲批准: a word that hands on, who gets it, and the right."""
    table = actions()
    lead, rights = "|".join(table.lead_in), "|".join(table.passed_rights)
    return regex(
        rf"(?<!申(?=请))(?<![以之](?=上))(?<!总(?=经))(?<![赠配发运派接](?=送))(?:{lead}){not_inside_words()}"
        r"(?!可|自行|自主|有权)"
        rf"(?P<holder>[^,;。的对报]{{2,16}}?)(?<![审核复])(?<![员事委席](?=会审))"
        rf"(?:进行|最终|统一|书面|电话|口头|当面|共同|联合|一并|研究|讨论|签字)?(?P<right>{rights})(?!权)"
    )


def several(holder: str) -> list[str]:
    """The posts of a list (依次由甲、乙审核), else the holder as it stands."""
    names = [name.strip() for name in re.split("[、和及]", holder)]
    posts = all(len(name) > 1 and name.endswith((*grades().heads, "部", "科", "处", "会")) for name in names)
    return names if posts else [holder]


def handed_to(clause: str, holder: str | None, before: str) -> str:
    """Whom a folded clause names as the one who does it (`holder` where it hands a right on); whom the clause
    before it named (`before`) where it goes on about him: 由X代行日常管理,但不代行费用审批."""
    if holder is not None:
        return holder
    if acts := _ACTS.search(clause):
        return acts["holder"]
    return before if clause.strip().startswith(_CONTRAST) else ""
