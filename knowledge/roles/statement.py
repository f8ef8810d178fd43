"""Statements: the lines that say what a role or department does, and the rights that each line gives.

A line is cut into clauses; a clause gives one right or several (下属的考核权、晋升建议权), each with
its strength. 参与制定 takes part, 审核X拟定的计划 reviews, 提交X审批 gives the right to X.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.actions import Strength, actions
from knowledge.regex import regex
from knowledge.roles.case_set import decided_alone, sets_case
from knowledge.roles.denial import denies
from knowledge.roles.grades import grades
from knowledge.roles.limit import Limit, apart, find_limit, find_limits
from knowledge.roles.passing import (
    forbidding,
    going_on,
    handed_on,
    handed_to,
    next_alone,
    passing,
    several,
)
from knowledge.roles.ranges import REVIEWED, is_range, named_cases
from knowledge.roles.role import Passage
from knowledge.roles.verb_strength import limited_strength, noun_strength, verb_strength
from knowledge.text import fold

_JOINED = regex("[、与及和]")
_CLAUSE = regex(r"(?:\([^()]*\)|[^,;。])+")  # a comma inside brackets parts nothing
_RIGHT_NOUN = regex(r"(?P<verb>[^的对有、和及或,;。权]{0,8}?)(?:权力|权利|权限|权)(?=$|[、和与及或,;。(\s)])")
_AND_PROPOSED = regex(
    r"(?P<own>[^,;。]{4,}?)(?:并|且|,)提出?[^,;。]{0,16}?(?:建议|意见)(?:和措施|和方案)?[。\s]*$"
)
_BEYOND = regex(
    r"^(?:如|若|凡)?(?:超出|超过|超额|以上|超(?=限|额|标|预|权|支|的|此))"
    r"(?:此|上述|该|以上|本|规定|授权)*(?:限额|额度|权限|标准|预算|范围|金额|数额|数|额|限|标|支)?(?:的|者)?(?:部分)?(?:的|者|时|,|$)?"
)
_OTHER_KIND = regex(r"(重大|重要|特殊|特别|大额|紧急|其他|其余|较大|疑难)(?:的|者|事项|情况)?")
_ORDINARY = regex(r"一般|普通|日常|常规|小额")  # 一般变更的批准,重大的报X批准
_ALLOWED = regex(r"后?(?:方可|方能|才可以?|才能|可以?|始得)(?P<what>[^,;。]{5,})")
_ASIDE = ("不适用", "不受", "不分", "不论", "无论", "不限", "一律", "均", "含")  # says nothing of the matter
_REVIEW_FIRST = regex(r"(审核|复核|初审|审查)(?:同意|通过|签字)?(?:后|,)?$")
_REVIEWER = regex(
    r"(?P<holder>[^,;。的报由经]{1,10}(?:经理)?[^,;。的报由经]{0,4}?)(?P<verb>审核|复核|初审|审查|会签)(?:同意|通过|签字)?后?"
)
_REFERS = regex("以[^,;。]{2,20}为准$")  # 出诊表以医疗总监排定的为准
_BY_HIMSELF = regex("(?:自行|自主|直接|单独|独立|负责|统一|亲自)+$")  # 由项目经理自行批准
_BY = ("由", "经", "须经", "需经", "应经", "须由", "需由")


@dataclass(frozen=True, slots=True)
class Right:
    """A right that one clause gives.

    `start`, `end`: the clause in the statement's folded text. `holder`: who has it where that is not the
    owner of the statement: a name as written, or "" for the owner's own superior. `matter`: folded text that
    says over what. `performed`: the holder does it (由X办理) rather than decides on it. `verb`: the word that
    makes the strength, empty where only doing is stated. `further`: a second limit, in another unit.
    """

    strength: Strength
    verb: str
    matter: str
    start: int
    end: int
    holder: str | None = None
    negated: bool = False
    limit: Limit | None = None
    performed: bool = False
    further: Limit | None = None

    def limit_in(self, unit: str) -> Limit | None:
        """The limit that is set in a unit."""
        return next((one for one in (self.limit, self.further) if one and one.unit == unit), None)


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of a document about an owner (role or department): where it belongs and which rights it gives.
    `rule`: an approval stated outside any description; its rights are the steps, its owner the heading,
    and `applies_to` says whose matter it is, empty where everybody's; `notes`: its footnotes.
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
    notes: tuple[Passage, ...] = ()

    @property
    def sought(self) -> str:
        """The folded text by which it is found: of a rule without its matter also the one above it."""
        title = self.heading.partition(" ")[0] if self.rule else ""
        named = any(part in self.folded for part in _JOINED.split(title))
        return self.folded if named else f"{title} {self.folded}"


def make_statement(
    owner: str, section: str, passage: Passage, heading: str = "", is_department: bool = False
) -> Statement:
    """The statement that a passage makes; `heading` is the folded text of the duty it stands under."""
    folded = fold(passage.text)
    rights = _apart([_with_further(r, folded) if r.limit else r for r in _rights(folded, fold(owner))])
    return Statement(owner, section, passage, folded, tuple(rights), heading, is_department)


def _with_further(right: Right, folded: str) -> Right:
    """The right with the limit that its clause sets in a second unit, where its first one stands there."""
    clause = next((c for c in _CLAUSE.finditer(folded) if c.start() <= right.start < c.end()), None)
    limits = find_limits(clause.group()) if clause is not None else []
    if len(limits) < 2 or right.limit not in limits:
        return right
    return replace(right, further=next(limit for limit in limits if limit != right.limit))


def _apart(rights: list[Right]) -> list[Right]:
    """The rights with limits that meet at one amount told apart: it belongs to the one that says 含."""
    found = []
    for right in rights:
        limit = right.limit
        for other in rights:
            if limit is not None and other.limit is not None:
                limit = apart(limit, other.limit)
        found.append(right if limit is right.limit else replace(right, limit=limit))
    return found


def _rights(folded: str, owner: str) -> Iterator[Right]:
    for found in forbidding().finditer(folded):
        strength = actions().written.get(found["right"]) or Strength.DECIDE
        yield Right(strength, found["right"], found["matter"], found.start(), found.end(), found["holder"])
    previous: Right | None = None
    handed = ""  # who has what the clause before hands on
    condition: Limit | None = None
    clauses = list(_CLAUSE.finditer(folded))
    for clause, after in zip(clauses, [*clauses[1:], None], strict=False):
        text, start, end = clause.group(), clause.start(), clause.end()
        told = after is not None and (passing().search(after.group()) or decided_alone(after.group()))
        if told and sets_case(text):
            condition = find_limit(text)  # 合同金额在10万元以下的,由甲审批
            previous = Right(Strength.EXECUTE, "", text.strip(), start, end, None, False, condition)
            continue
        if is_range(text):  # 超过5000元的,经甲审核后报乙审批
            condition = find_limit(text)
            continue
        passed = list(_passed(text, start, previous, condition)) or list(_goes_on(text, start, previous))
        yield from _beside(text, start, passed) if passed else ()
        condition = None
        if passed and passed[-1].matter:
            previous = passed[-1]
        verb = decided_alone(text) if previous is not None and not passed else ""
        if verb and previous is not None:  # 药品采购5000元以内的,由其决定
            yield Right(Strength.DECIDE, verb, previous.matter, start, end, None, False, previous.limit)
            continue
        text = _own_part(text, passed, start)
        handed = handed_to(clause.group(), passed[-1].holder if passed else None, handed)
        above = previous.matter if previous and REVIEWED.search(text) and is_range(text) else ""
        text = "" if _REFERS.search(text) else text
        for right in _clause_rights(text, start, start + len(text), owner) if text else ():
            limited = right.negated and folded[:start].endswith(",")  # 由X代行日常管理,但不代行审批
            own = replace(right, matter=above or right.matter, holder=handed or None if limited else None)
            previous = previous if text.strip().startswith(_ASIDE) else own
            yield own


def _beside(text: str, start: int, passed: list[Right]) -> Iterator[Right]:
    """The rights that a clause hands on, and what the owner does before: 审核后报X审批."""
    before, last = text[: passed[0].start - start].strip(), passed[-1]
    if (first := _reviewer(before)) is not None:  # 中心经理审核后由副总经理审批
        holder, verb = first
        reviewed = replace(passed[0], strength=Strength.REVIEW, verb=verb, start=start, holder=holder)
        yield from (reviewed, *passed)
        return
    if passed[0].matter and (own := _REVIEW_FIRST.match(before)):
        yield Right(
            Strength.REVIEW, own[1], passed[0].matter, start, start + len(text), None, False, passed[0].limit
        )
    allowed = _ALLOWED.match(text, text.rfind(last.verb) + len(last.verb))
    if not (allowed and last.matter.endswith("时")):  # 因故不在岗时,经X同意可…: when, not over what
        yield from passed


def _reviewer(before: str) -> tuple[str, str] | None:
    """The post that reviews first, and the verb, of a clause that names it before it hands on."""
    found = _REVIEWER.fullmatch(before)
    named = found is not None and found["holder"].endswith(grades().heads)
    return (found["holder"], found["verb"]) if found is not None and named else None


def _own_part(text: str, passed: list[Right], start: int) -> str:
    """What of a clause says something of the owner himself, empty where it is all about others."""
    if _BEYOND.match(text.strip()) and find_limit(text) is None:
        return ""  # 超出的报X审批, 超出的按制度执行
    if not passed:
        return text
    before = text[: passed[0].start - start]
    if _reviewer(before.strip()) is not None:
        return ""
    case = is_range(before) and not REVIEWED.search(before)
    nothing = len(before.strip()) < 4 or _OTHER_KIND.fullmatch(before.strip()) is not None
    return "" if nothing or case or _is_matter(text, before) else before


def _is_matter(clause: str, before: str) -> bool:
    """Whether what stands before 由X审批, 须经X批准 is the matter alone, not something that is done."""
    lead = clause[len(before) :]
    return lead.startswith(_BY) and verb_strength(before) == (Strength.EXECUTE, "")


def _clause_rights(text: str, start: int, end: int, owner: str) -> Iterator[Right]:
    limit = find_limit(text)
    said = text.strip().removeprefix(owner)  # 分园园长没有减免保教费的权力 denies what it tells of
    negated = denies(said.lstrip("但且也亦均"))
    nouns = list(_RIGHT_NOUN.finditer(text))
    if nouns:
        lead, at = "", 0
        for noun in nouns:
            before = text[at : noun.start()]
            at = noun.end()
            if len(before.strip("、和与及或 ")) > 2:
                lead = before.strip("、和与及或 ")
            own = noun["verb"].lstrip("与 ")
            strength, verb = noun_strength(own)
            matter = f"{lead} {own.removesuffix(verb) if strength is not Strength.EXECUTE else own}".strip()
            yield Right(strength, verb or own, matter, start, end, None, negated, limit)
        return
    if did := _AND_PROPOSED.match(text):  # 组织复检并提出意见 is both
        strength, verb = verb_strength(did["own"])
        yield Right(strength, verb, did["own"].strip(), start, end, None, negated, limit)
    strength, verb = verb_strength(text) if limit is None else limited_strength(text)
    yield Right(strength, verb, text.strip(), start, end, None, negated, limit)


def _passed(text: str, start: int, previous: Right | None, condition: Limit | None) -> Iterator[Right]:
    """The rights that a clause gives to others: 提交上级审批, 超出部分报CTO审批, 经甲审核后报乙审批."""
    first = passing().search(text)
    if first is None:
        yield from _handed_on(text, start, previous, condition)
        return
    before = text[: first.start()].strip()
    beyond = bool(_BEYOND.match(text.strip()))
    stands = len(before) > 3 and not beyond and not is_range(before) and _reviewer(before) is None
    own = before if stands else ""
    kind = _OTHER_KIND.fullmatch(before)
    limit = _range(text, before, previous, condition)
    matter = own or (previous.matter if previous else "")
    if kind and previous:
        matter = (
            _ORDINARY.sub(kind[1], previous.matter)
            if _ORDINARY.search(previous.matter)
            else f"{kind[1]} {matter}"
        )
    if not matter and (allowed := _ALLOWED.match(text, first.end())):  # 经X批准后方可…
        matter = allowed["what"]
    plain = previous is not None and not (before or limit or previous.verb)
    named = named_cases(matter) if plain else ()
    if previous and previous.holder is None and previous.strength is not Strength.DECIDE:
        limit = limit or (None if own or kind else previous.limit)  # 5000元以下的大修,由甲批准
    at = start + first.start()
    handed = [*passing().finditer(text), *going_on().finditer(text)]
    strengths = [actions().written.get(found["right"]) or Strength.DECIDE for found in handed]
    for i, (found, strength) in enumerate(zip(handed, strengths, strict=True)):
        if strength is Strength.DECIDE and Strength.DECIDE in strengths[i + 1 :]:
            strength = Strength.REVIEW  # 由甲讨论通过后报乙批准
        for holder in several(found["holder"].strip()):
            name = _holder(holder)
            for what, range_ in named or ((matter, limit),):
                yield Right(strength, found["right"], what, at, start + len(text), name, False, range_)


def _holder(name: str) -> str | None:
    """Whom a clause hands a right on to, as a right tells it: 由本岗位审批 hands nothing on."""
    name = _BY_HIMSELF.sub("", name)
    return None if name in actions().own_post else "" if name in actions().own_superior else name


def _range(text: str, before: str, previous: Right | None, condition: Limit | None) -> Limit | None:
    """The range that a clause hands on: what stands `before` says it, the clause before set it, or it is what
    lies beyond the one above."""
    limit = find_limit(before) or condition
    if limit is None and previous and previous.limit and _BEYOND.match(text.strip()):
        return previous.limit.beyond()
    goes_on = limit is None and not before and previous is not None and previous.holder is not None
    return previous.limit if goes_on and previous is not None else limit  # 由甲审核,报乙批准


def _handed_on(text: str, start: int, previous: Right | None, condition: Limit | None) -> Iterator[Right]:
    """超过的报经理: beyond a range somebody else has the right that the clause before it gives."""
    found = handed_on().search(text)
    if found is None or previous is None or not previous.matter:
        return
    holder, before = found["holder"].strip(), text[: found.start()].strip()
    if before and not _BEYOND.fullmatch(before) and not is_range(before):
        return
    limit = _range(text, before, previous, condition)
    if limit is None or not (holder.endswith(grades().heads) or holder in actions().own_superior):
        return
    at, end = start + found.start(), start + len(text)
    yield Right(Strength.DECIDE, "批准", previous.matter, at, end, _holder(holder), False, limit)


def _goes_on(text: str, start: int, previous: Right | None) -> Iterator[Right]:
    """报甲审核,乙批准: a clause that is nothing but the next one with his right."""
    found = (
        next_alone().fullmatch(text.strip()) if previous is not None and previous.holder is not None else None
    )
    if previous is not None and found is not None and found["holder"].endswith(grades().heads):
        strength = actions().written.get(found["right"]) or Strength.DECIDE
        at, end = start, start + len(text)
        yield Right(
            strength, found["right"], previous.matter, at, end, found["holder"], False, previous.limit
        )
