"""Statements: the lines that say what a role or department does, and the rights that each line gives.

A line is cut into clauses; a clause gives one right or several (下属的考核权、晋升建议权), each with
its strength. 参与制定 takes part, 审核X拟定的计划 reviews, 提交X审批 gives the right to X.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from knowledge.actions import Strength, actions
from knowledge.roles.grades import grades
from knowledge.roles.limit import Limit, find_limit
from knowledge.roles.role import Passage
from knowledge.text import fold

_CLAUSE = re.compile(r"[^,;。]+")
_RIGHT_NOUN = re.compile(
    r"(?P<verb>[^的对有、和及或,;。权]{0,8}?)(?:权力|权利|权限|权)(?=$|[、和与及或,;。(\s)])"
)
_PROPOSED = re.compile(r"提出?[^,;。]{0,16}?(?:建议|意见)(?:和措施|和方案)?[。\s]*$")  # 提出调价建议
_BEYOND = re.compile(r"^(?:超出|超过|超额|以上)(?:的?部分|的|者|此|额度|上述|该)?")
_RANGE_WORD = re.compile(
    r"\d[\d,.]*|[一二三四五六七八九十百千万亿两]+|元|天|日|个?工作日|%|折|小时|不?(?:得|可)?(?:超过|超出|高于|低于|少于|大于|小于)"
    r"|以内|以下|以上|及|之内|之上|\([^)]*\)|单[笔次票项]|每[次笔]|部分|其中|、"
)
_REVIEWED = re.compile(r"(?:审核|复核|初审|审查|签字|确认|同意)后?$")  # 低于九折的审核后报X审批
_BY = ("由", "经", "须经", "需经", "应经", "须由", "需由")
_WEAK = (Strength.TAKE_PART, Strength.ADVISE, Strength.OVERSEE, Strength.INFORMED, Strength.USE)


@dataclass(frozen=True, slots=True)
class Right:
    """A right that one clause gives.

    `start`, `end`: the clause in the statement's folded text. `holder`: who has it where that is not the
    owner of the statement: a name as written, or "" for the owner's own superior. `matter`: folded text that
    says over what. `verb`: the word that makes the strength, empty where only doing is stated.
    """

    strength: Strength
    verb: str
    matter: str
    start: int
    end: int
    holder: str | None = None
    negated: bool = False
    limit: Limit | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of a document about an owner (role or department): where it belongs and which rights it gives.

    `rule`: an approval stated outside any description; its rights are the steps, its owner the heading,
    and `applies_to` says whose matter it is, empty where everybody's.
    """

    owner: str
    section: str
    passage: Passage
    folded: str
    rights: tuple[Right, ...]
    heading: str = ""
    is_department: bool = False
    rule: bool = False
    applies_to: tuple[str, ...] = ()


def make_statement(
    owner: str, section: str, passage: Passage, heading: str = "", is_department: bool = False
) -> Statement:
    """The statement that a passage makes; `heading` is the folded text of the duty it stands under."""
    folded = fold(passage.text)
    rights = _apart(list(_rights(folded)))
    return Statement(owner, section, passage, folded, tuple(rights), heading, is_department)


def apart(limit: Limit, other: Limit) -> Limit:
    """A limit that meets another one at an amount: the amount belongs to the one of which 含 is written."""
    if other.unit != limit.unit:
        return limit
    if limit.most is not None and limit.most == other.least and other.least_stated and not limit.most_stated:
        return replace(limit, most_included=not other.least_included)
    if limit.least is not None and limit.least == other.most and other.most_stated and not limit.least_stated:
        return replace(limit, least_included=not other.most_included)
    return limit


def _apart(rights: list[Right]) -> list[Right]:
    """The rights with limits that meet at one amount told apart: it belongs to the one that says 含."""
    found = []
    for right in rights:
        limit = right.limit
        for other in rights:
            if limit is not None and other.limit is not None:
                limit = apart(limit, other.limit)
        found.append(replace(right, limit=limit))
    return found


def _rights(folded: str) -> Iterator[Right]:
    for found in _without().finditer(folded):
        strength = actions().written.get(found["right"]) or Strength.DECIDE
        yield Right(strength, found["right"], found["matter"], found.start(), found.end(), found["holder"])
    previous: Right | None = None
    condition: Limit | None = None
    for clause in _CLAUSE.finditer(folded):
        text, start = clause.group(), clause.start()
        if _is_condition(text):  # 超过5000元的,经甲审核后报乙审批
            condition = find_limit(text)
            continue
        passed = list(_passed(text, start, previous, condition)) or list(_goes_on(text, start, previous))
        yield from passed
        condition = None
        if passed:
            previous = passed[-1] if passed[-1].matter else previous
            text = text[: passed[0].start - start]
            reviewed = _REVIEWED.search(text) is not None
            if (
                len(text.strip()) < 4
                or (_is_condition(text) and not reviewed)
                or _is_matter(clause.group(), text)
            ):
                continue
        above = previous.matter if previous and _REVIEWED.search(text) and _is_condition(text) else ""
        for right in _clause_rights(text, start, start + len(text)):
            previous = replace(right, matter=above or right.matter)
            yield previous


def _is_condition(text: str) -> bool:
    """Whether a clause says nothing but in which range the next one holds: 超过5000元的."""
    rest = _RANGE_WORD.sub("", _REVIEWED.sub("", text.strip()))
    return rest != text.strip() and not rest.strip(" 的者时") and find_limit(text) is not None


def _is_matter(clause: str, before: str) -> bool:
    """Whether what stands before 由X审批, 须经X批准 is the matter alone, not something that is done."""
    lead = clause[len(before) :]
    return lead.startswith(_BY) and _verb_strength(before) == (Strength.EXECUTE, "")


def _clause_rights(text: str, start: int, end: int) -> Iterator[Right]:
    limit = find_limit(text)
    negated = text.strip().startswith(actions().negation)
    nouns = list(_RIGHT_NOUN.finditer(text))
    if nouns:
        lead, at = "", 0
        for noun in nouns:
            before = text[at : noun.start()]
            at = noun.end()
            if len(before.strip("、和与及或 ")) > 2:
                lead = before.strip("、和与及或 ")
            own = noun["verb"].lstrip("与 ")
            strength, verb = _noun_strength(own)
            matter = f"{lead} {own.removesuffix(verb) if strength is not Strength.EXECUTE else own}".strip()
            yield Right(strength, verb or own, matter, start, end, None, negated, limit)
        return
    strength, verb = _verb_strength(text)
    yield Right(strength, verb, text.strip(), start, end, None, negated, limit)


def _noun_strength(verb: str) -> tuple[Strength, str]:
    """The strength of 审批权, 参与制定权, 奖惩建议权: the weakest word in it counts."""
    found = [(m.group(), actions().written[m.group()]) for m in _written().finditer(verb)]
    weak = [pair for pair in found if pair[1] in _WEAK]
    if weak:
        return weak[-1][1], weak[-1][0]
    if found:
        return found[-1][1], found[-1][0]
    return Strength.EXECUTE, ""


def _verb_strength(text: str) -> tuple[Strength, str]:
    """The strength of a clause: its first verb of authority governs; 负责 and 组织 leave it to the next."""
    lead = ""
    if _PROPOSED.search(text):
        return Strength.ADVISE, "建议"
    for found in _written().finditer(text):
        verb, strength = found.group(), actions().written[found.group()]
        attributive = text[found.end() : found.end() + 1] == "的" and found.end() + 1 < len(text)
        if attributive:
            continue
        if strength is Strength.LEAD:
            lead = lead or verb
            continue
        if strength in _WEAK and _closes(text, found):
            return strength, verb
        if strength in _WEAK and not _governs(text[: found.start()], lead):
            continue  # 检查 or 建议 deep inside is what is done, not how strongly
        return strength, verb
    return (Strength.LEAD, lead) if lead else (Strength.EXECUTE, "")


def _closes(text: str, found: re.Match[str]) -> bool:
    """Whether a weak verb ends a clause about somebody's matter: 对专员的聘任可以提出建议."""
    about = text.lstrip().startswith(("对", "就")) or "可以" in text or "有权" in text
    return about and found.end() >= len(text.rstrip("。;, "))


def _governs(before: str, lead: str) -> bool:
    """Whether nothing but 负责 and adverbs stands before a weak verb."""
    rest = before.strip().replace(lead, "", 1)
    while adverb := next((a for a in actions().adverbs if rest.startswith(a)), ""):
        rest = rest[len(adverb) :]
    return not rest.strip()


def _passed(text: str, start: int, previous: Right | None, condition: Limit | None) -> Iterator[Right]:
    """The rights that a clause gives to others: 提交上级审批, 超出部分报CTO审批, 经甲审核后报乙审批."""
    first = _passing().search(text)
    if first is None:
        return
    before = text[: first.start()].strip()
    beyond = bool(_BEYOND.match(text.strip()))
    own = before if len(before) > 3 and not beyond and not _is_condition(before) else ""
    limit = find_limit(before) or condition
    if limit is None and beyond and previous and previous.limit:
        limit = previous.limit.beyond()
    matter = own or (previous.matter if previous else "")
    at = start + first.start()
    handed = [*_passing().finditer(text), *_going_on().finditer(text)]
    strengths = [actions().written.get(found["right"]) or Strength.DECIDE for found in handed]
    for i, (found, strength) in enumerate(zip(handed, strengths, strict=True)):
        if strength is Strength.DECIDE and Strength.DECIDE in strengths[i + 1 :]:
            strength = Strength.REVIEW  # 由甲讨论通过后报乙批准
        for holder in _several(found["holder"].strip()):
            name = "" if holder in actions().own_superior else holder
            yield Right(strength, found["right"], matter, at, start + len(text), name, False, limit)


def _several(holder: str) -> list[str]:
    """The posts of a list (依次由甲、乙审核), else the holder as it stands."""
    names = [name.strip() for name in re.split("[、和及]", holder)]
    posts = all(len(name) > 1 and name.endswith((*grades().heads, "部", "科", "处", "会")) for name in names)
    return names if posts else [holder]


@cache
def _written() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, actions().written), key=lambda w: (-len(w), w))))


@cache
def _without() -> re.Pattern[str]:
    """未经X批准,不得付款: X decides on it."""
    rights = "|".join(actions().passed_rights)
    return re.compile(
        rf"未(?:经|得到|取得)(?P<holder>[^,;。的]{{2,16}}?)的?(?P<right>{rights}|许可|授权),?"
        r"(?:一律)?(?:不得|不能|不可|不准|禁止|严禁)(?:擅自|私自)?(?P<matter>[^,;。]{2,})"
    )


def _goes_on(text: str, start: int, previous: Right | None) -> Iterator[Right]:
    """报甲审核,乙批准: a clause that is nothing but the next one with his right."""
    found = _alone().fullmatch(text.strip()) if previous is not None and previous.holder is not None else None
    if previous is not None and found is not None and found["holder"].endswith(grades().heads):
        strength = actions().written.get(found["right"]) or Strength.DECIDE
        at, end = start, start + len(text)
        yield Right(
            strength, found["right"], previous.matter, at, end, found["holder"], False, previous.limit
        )


@cache
def _alone() -> re.Pattern[str]:
    rights = "|".join(actions().passed_rights)
    return re.compile(rf"(?:再|最后)?(?P<holder>[^,;。的对]{{2,12}}?)(?:最终|进行)?(?P<right>{rights})")


@cache
def _going_on() -> re.Pattern[str]:
    """报甲审核、乙批准: the next one, without a word that hands it on."""
    rights = "|".join(actions().passed_rights)
    return re.compile(
        rf"(?<=[核定审准签认意查批字])[、和与后](?:再|最后)?(?P<holder>[^,;。的对、报由]{{2,12}}?)(?P<right>{rights})(?!权)"
    )


@cache
def _passing() -> re.Pattern[str]:
    table = actions()
    lead, rights = "|".join(table.lead_in), "|".join(table.passed_rights)
    return re.compile(
        rf"(?<![以之](?=上))(?<!总(?=经))(?:{lead})(?<!报(?=[废销告表价名账损修警到关税备]))(?P<holder>[^,;。的对报]{{2,16}}?)(?<![审核复])(?:进行|最终|统一)?(?P<right>{rights})(?!权)"
    )
