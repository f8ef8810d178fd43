"""Relations that a role's own sentences state: 在X的领导下, 对X负责, 直接管理A、B, 业务上受X指导, 定员2人."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product

from knowledge.regex import regex
from knowledge.roles.clause_patterns import CLAUSE_START, compiled, may_match
from knowledge.roles.grades import grades
from knowledge.roles.headings import label_of
from knowledge.roles.home_told import with_department
from knowledge.roles.labels import Field, labels
from knowledge.roles.led_by import led_by
from knowledge.roles.names import read_names
from knowledge.roles.posts import Listed, Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage, Role
from knowledge.roles.stated_number import with_number
from knowledge.text import bare, fold

_CLAUSE_END = regex(r"[,;。]")
_LONGEST_NAME = 10  # characters of a name that only a label tells
_KEPT = 64  # patterns of roles read last
_JOINS = "、和及与"
_LABELLED = regex(
    r"(?:^|[。;；])\s*(?P<label>[^:：。，,;；]{2,8})[:：]\s*(?P<value>[^。;；]{1,40})(?=[。;；]|$)"
)
_STATED = (Field.SUPERIOR, Field.SUBORDINATES, Field.DOTTED_SUPERIOR, Field.HEADCOUNT)
_FIELDS = (*_STATED, Field.DEPARTMENT, Field.CODE, Field.LEVEL)
_NO_LEAD = regex("带[教队动头来班]|管[道家网片]")  # words that begin like one for leading
_OF_WORK = ("的", "下的", "报送", "提交", "上报")  # 管理维修工的排班 is about the rota


def with_stated_relations(role: Role, posts: Posts, beside: tuple[str, ...] = ()) -> Role:
    """The role with what its sentences state and no field of its description does.

    `beside`: the other posts that share its description.
    """
    sentences = list(_sentences(role))
    names = (role.name, *role.aliases, *beside)
    role = _with_labels(role, sentences)
    if Field.SUPERIOR not in role.facts:
        role = _with_superiors(role, sentences, names, posts, beside)
    if Field.SUBORDINATES not in role.facts:
        role = _with_subordinates(role, sentences, names, posts)
    if Field.DOTTED_SUPERIOR not in role.facts:
        role = _with_guides(role, sentences, names, posts)
    if Field.DEPARTMENT not in role.facts:
        role = with_department(role, sentences, names)
    return role if Field.HEADCOUNT in role.facts else with_number(role, sentences)


def _sentences(role: Role) -> Iterator[Passage]:
    if Field.SUMMARY in role.facts:
        yield role.facts[Field.SUMMARY]
    for duty in role.duties:
        yield from duty.passages()
    for listing in role.others:
        yield from listing.items


def _with_labels(role: Role, sentences: Iterable[Passage]) -> Role:
    """Fields that stand with their label inside a line: …和后勤事务。直接下级：无."""
    facts, none = dict(role.facts), set(role.none)
    for passage in sentences:
        for found in _LABELLED.finditer(passage.text):
            field, value = label_of(found["label"].strip()), found["value"].strip()
            if field in _FIELDS and field not in facts and found.end() - found.start() < len(passage.text):
                facts[field] = Passage(value, passage.quote, passage.source)
                none |= {field} if labels().is_none(value) else set()
    added = {field for field in facts if field not in role.facts}
    if not added:
        return role
    up, down, dotted = (_names(facts, field, added) for field in _STATED[:3])
    return replace(
        role,
        facts=facts,
        none=frozenset(none),
        blank=role.blank - added,
        superiors=role.superiors or up,
        subordinates=role.subordinates or down,
        dotted_superiors=role.dotted_superiors or dotted,
    )


def _names(facts: dict[Field, Passage], field: Field, added: set[Field]) -> tuple[str, ...]:
    return read_names(facts[field].text).solid if field in added else ()


def states_superior(sentence: str, name: str) -> bool:
    """Whether a sentence begins with what puts a post above another: 对主任负责, 在站长领导下."""
    posts, folded = Posts(), fold(sentence).strip()
    if not may_match(prose().superior, folded):
        return False
    found = (pattern.match(folded) for pattern in compiled(prose().superior, (name,)))
    return any(match is not None and posts.is_post(match["name"].strip()) for match in found)


# ── upwards ──────────────────────────────────────────────────────────────────────────────────────────────


def _with_superiors(
    role: Role, sentences: list[Passage], names: tuple[str, ...], posts: Posts, beside: tuple[str, ...]
) -> Role:
    table = prose()
    blank = Field.SUPERIOR in role.blank  # 本岗位隶属护理部 below a blank 直接上级 tells the department alone
    allowed = [()] if blank else [(), table.bodies]  # a post before any body
    kinds = product((table.superior, table.superior_weak), allowed)
    for patterns, bodies in sorted(kinds, key=lambda kind: bool(kind[1])):
        for passage in sentences:
            if above := _above(passage, patterns, names, posts, bodies, beside):
                stated = Passage("、".join(above), passage.quote, passage.source)
                return replace(role, superiors=above, facts={**role.facts, Field.SUPERIOR: stated})
    return role


def superiors_in(passage: Passage, names: tuple[str, ...], posts: Posts) -> tuple[str, ...]:
    """Who a sentence puts above the post of the given names, as written."""
    return _above(passage, prose().superior, names, posts, prose().bodies)


def _with_guides(role: Role, sentences: list[Passage], names: tuple[str, ...], posts: Posts) -> Role:
    table = prose()
    for passage in sentences:
        above = _above(passage, table.dotted, names, posts, (*table.bodies, *table.guides))
        if above := tuple(name for name in above if name not in role.superiors):
            stated = Passage("、".join(above), passage.quote, passage.source)
            facts = {**role.facts, Field.DOTTED_SUPERIOR: stated}
            return replace(role, dotted_superiors=(*role.dotted_superiors, *above), facts=facts)
    return role


def _above(
    passage: Passage,
    patterns: tuple[str, ...],
    own: tuple[str, ...],
    posts: Posts,
    bodies: tuple[str, ...],
    beside: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Who a sentence puts above the role, as written; several where all of them are posts."""
    folded = fold(passage.text)
    for pattern in compiled(patterns, own) if may_match(patterns, folded) else ():
        for found in pattern.finditer(folded):
            name = found["name"].strip()
            start = found.start("name") + len(found["name"]) - len(found["name"].lstrip())
            if name in prose().unnamed or bare(name) in map(bare, own):
                continue
            if beside and _is_others(folded[_clause_start(folded, start) : start], own, beside):
                continue
            if _one(name, posts, bodies):
                return (passage.text[start : start + len(name)],)
            if several := posts.whole(name) or _posts_among(name, posts, bodies):
                return several
    return ()


def _is_others(subject: str, own: tuple[str, ...], beside: tuple[str, ...]) -> bool:
    """Whether a clause of a description of several posts speaks of another one of them alone."""
    named = re.findall(alternatives([*map(fold, own)]), subject)
    others = {fold(name) for name in beside}
    return bool(named) and others.issuperset(named)


def _posts_among(name: str, posts: Posts, bodies: tuple[str, ...]) -> tuple[str, ...]:
    """The posts of a list whose other members are bodies: 在院党委和科主任领导下."""
    parts = [part.strip() for part in re.split("[、和及与]", name)]
    found = tuple(part for part in parts if posts.is_post(part))
    rest = [part for part in parts if part not in found]
    return found if len(parts) > 1 and all(part.endswith((*bodies, *prose().guides)) for part in rest) else ()


def _one(name: str, posts: Posts, bodies: tuple[str, ...]) -> bool:
    """Whether a name is that of one post or body: 对客户满意度负责 names none."""
    if name in posts.known:
        return True
    if name.endswith(bodies) and _is_one_body(name, posts, bodies):
        return True
    one = len(name) >= 2 and not any(mark in name for mark in _JOINS) and name[0] not in prose().never_first
    return one and bare(name).endswith((*grades().heads, *bodies))


def _is_one_body(name: str, posts: Posts, bodies: tuple[str, ...]) -> bool:
    """Whether the word that joins names stands inside one: 市文化和旅游局."""
    first, *others = re.split("[和与及]", name, maxsplit=1)
    return bool(others) and not first.endswith(bodies) and not posts.is_post(first) and "、" not in name


# ── downwards ────────────────────────────────────────────────────────────────────────────────────────────


def _with_subordinates(role: Role, sentences: list[Passage], names: tuple[str, ...], posts: Posts) -> Role:
    stated: dict[str, Passage] = {}
    for strong in (True, False):
        for passage in sentences:
            for listed in _below(fold(passage.text), names, posts, strong):
                for name in listed.names:
                    if bare(name) not in map(bare, (*names, *role.superiors)):
                        stated.setdefault(_as_written(name, passage.text), passage)
        if stated:
            break
    if stated:
        first = next(iter(stated.values()))
        fact = Passage("、".join(stated), first.quote, first.source)
        facts = {**role.facts, Field.SUBORDINATES: fact}
        return replace(role, subordinates=tuple(stated), facts=facts, stated={**role.stated, **stated})
    none = (prose().no_subordinates,)
    for passage in sentences:
        folded = fold(passage.text)
        if may_match(none, folded) and (found := compiled(none, names)[0].search(folded)):
            fact = Passage(
                passage.text[found.start() : found.end()].strip(" ，,；;。"), passage.quote, passage.source
            )
            facts = {**role.facts, Field.SUBORDINATES: fact}
            return replace(role, facts=facts, none=role.none | {Field.SUBORDINATES})
    return role


def _below(folded: str, own: tuple[str, ...], posts: Posts, strong: bool) -> Iterator[Listed]:
    """The lists of posts that a sentence puts under the role."""
    yield from led_by(folded, own, posts) if strong else ()
    pattern = _strong_leads() if strong else _weak_leads(own)
    for found in pattern.finditer(folded):
        clause = folded[_clause_start(folded, found.start("lead")) : found.start("lead")].strip()
        if (strong and clause.startswith(prose().foreign)) or _NO_LEAD.match(folded, found.start("lead")):
            continue
        listed = posts.read(folded, found.end())
        if strong and (listed is None or listed.partial) and (named := _labelled_list(folded, found)):
            yield named
            continue
        certain = strong or (listed is not None and _certain(listed, folded, posts, found["lead"]))
        if listed is None or (not strong and listed.partial) or not certain:
            continue
        if not listed.partial or len(listed.names) > 1:
            yield listed


def _labelled_list(folded: str, lead: re.Match[str]) -> Listed | None:
    """Whatever a label inside a sentence lists: 下属岗位包括产品运营、用户运营."""
    if lead["lead"] not in prose().down_labels or lead.end() == lead.end("lead"):
        return None
    end = _CLAUSE_END.search(folded, lead.end())
    text = folded[lead.end() : end.start() if end else len(folded)]
    names = tuple(read_names(re.sub("以及|[和及与]", "、", text)).solid)
    plain = all(len(n) <= _LONGEST_NAME and not any(c.isdigit() for c in n) for n in names)
    return Listed(names, lead.end(), lead.end() + len(text), False, ("",) * len(names)) if plain else None


def _certain(listed: Listed, folded: str, posts: Posts, lead: str) -> bool:
    """Whether a list behind a weak word is one of people: 管理会计 is a subject, 管理维修工的排班 is none."""
    if folded.startswith(_OF_WORK, listed.end):
        return False
    if lead.startswith("带") and len(listed.names) > 1:  # 带社工和活动专员
        return True
    return all(
        name in posts.known or count or len(name) > 2
        for name, count in zip(listed.names, listed.counts, strict=True)
    )


def _clause_start(folded: str, at: int) -> int:
    return 1 + max(folded.rfind(mark, 0, at) for mark in ",;。:")


@cache
def _strong_leads() -> re.Pattern[str]:
    table = prose()
    return regex(rf"(?<![不非])(?P<lead>{alternatives(table.strong)}){alternatives(table.between)}{{0,3}}")


@lru_cache(_KEPT)
def _weak_leads(own: tuple[str, ...]) -> re.Pattern[str]:
    table = prose()
    names = alternatives([*map(fold, own), "本岗位", "本岗"])
    return re.compile(
        rf"{CLAUSE_START}{names}?{alternatives(table.before_weak)}{{0,2}}(?P<lead>{alternatives(table.weak)})"
        rf"(?:{alternatives(['以下岗位', '的', ':'])})?"
    )


def _as_written(name: str, text: str) -> str:
    at = fold(text).find(name)
    return text[at : at + len(name)].strip() if at >= 0 else name
