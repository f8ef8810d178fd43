"""Relations that a role's own sentences state: 在X的领导下, 对X负责, 直接管理A、B, 业务上受X指导, 定员2人."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, product

from knowledge.regex import regex
from knowledge.roles.bracketed import with_bracketed
from knowledge.roles.clause_patterns import clause_start, compiled, may_match
from knowledge.roles.grades import grades
from knowledge.roles.headings import label_of
from knowledge.roles.home_told import with_department
from knowledge.roles.labels import Field, labels
from knowledge.roles.led_posts import with_subordinates
from knowledge.roles.names import read_names
from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage, Role, as_written
from knowledge.roles.standing import about, standings
from knowledge.roles.stated_number import with_number
from knowledge.text import bare, fold

_JOINS = "、和及与"
_LABELLED = regex(
    r"(?:^|[。;；])\s*(?P<label>[^:：。，,;；]{2,8})[:：]\s*(?P<value>[^。;；]{1,40})(?=[。;；]|$)"
)
_STATED = (Field.SUPERIOR, Field.SUBORDINATES, Field.DOTTED_SUPERIOR, Field.HEADCOUNT)
_FIELDS = (*_STATED, Field.DEPARTMENT, Field.CODE, Field.LEVEL)


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
        role = with_subordinates(role, sentences, names, posts)
    if Field.DOTTED_SUPERIOR not in role.facts:
        role = _with_guides(role, sentences, names, posts)
    if Field.DEPARTMENT not in role.facts:
        role = with_department(role, sentences, names)
    role = with_bracketed(role, sentences, names)
    return (
        role
        if Field.HEADCOUNT in role.facts
        else _with_number(role, sentences, _own(names, beside), posts, beside)
    )


def _own(names: tuple[str, ...], beside: tuple[str, ...]) -> tuple[str, ...]:
    """The names without those of the other posts of a description."""
    return tuple(name for name in names if name not in beside)


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


def _with_number(
    role: Role,
    sentences: Sequence[Passage],
    names: tuple[str, ...],
    posts: Posts,
    beside: tuple[str, ...],
) -> Role:
    for passage in about(role):
        if found := next((s for s in standings(passage.text, names, posts, beside) if s.counts), None):
            count = Passage(passage.text[found.start : found.end].strip(), passage.quote, passage.source)
            facts = {**role.facts, Field.HEADCOUNT: count}
            return replace(role, facts=facts, blank=role.blank - {Field.HEADCOUNT})
    return with_number(role, sentences)


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
    said = list(about(role))
    for patterns, bodies in sorted(kinds, key=lambda kind: bool(kind[1])):
        found = [
            (p, _placed_above(p, _own(names, beside), posts, bodies, beside))
            for p in said
            if patterns is table.superior
        ]
        every = ((p, _above(p, patterns, names, posts, bodies, beside)) for p in sentences)
        for passage, above in chain(found, every):
            if above:
                stated = Passage("、".join(above), passage.quote, passage.source)
                return replace(role, superiors=above, facts={**role.facts, Field.SUPERIOR: stated})
    return role


def _placed_above(
    passage: Passage,
    names: tuple[str, ...],
    posts: Posts,
    bodies: tuple[str, ...],
    beside: tuple[str, ...],
) -> tuple[str, ...]:
    """Who a whole clause puts above the role, as written."""
    for found in standings(passage.text, names, posts, beside):
        if found.above and (bodies or all(map(posts.is_post, found.above))):
            return tuple(as_written(name, passage.text) for name in found.above)
    return ()


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
            if beside and _is_others(folded[clause_start(folded, start) : start], own, beside):
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
    if posts.is_post(name):
        return True
    if name.endswith(bodies) and _is_one_body(name, posts, bodies):
        return True
    one = len(name) >= 2 and not any(mark in name for mark in _JOINS) and name[0] not in prose().never_first
    return one and bare(name).endswith((*grades().heads, *bodies))


def _is_one_body(name: str, posts: Posts, bodies: tuple[str, ...]) -> bool:
    """Whether the word that joins names stands inside one: 市文化和旅游局."""
    first, *others = re.split("[和与及]", name, maxsplit=1)
    return bool(others) and not first.endswith(bodies) and not posts.is_post(first) and "、" not in name
