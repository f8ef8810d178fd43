"""Whom a role's own sentences put below it: 直接管理A、B, A由本岗位领导; or that it leads nobody."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain

from knowledge.regex import regex
from knowledge.roles.clause_patterns import CLAUSE_START, clause_start, compiled, may_match
from knowledge.roles.labels import Field
from knowledge.roles.led_by import led_by
from knowledge.roles.names import read_names
from knowledge.roles.posts import Listed, Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage, Role, as_written
from knowledge.roles.standing import about, standings
from knowledge.text import bare, fold

_CLAUSE_END = regex(r"[,;。]")
_LONGEST_NAME = 10  # characters of a name that only a label tells
_KEPT = 64  # patterns of roles read last
_NO_LEAD = regex("带[教队动头来班]|管[道家网片]")  # words that begin like one for leading
_OF_WORK = ("的", "下的", "报送", "提交", "上报")  # 管理维修工的排班 is about the rota


def with_subordinates(role: Role, sentences: list[Passage], names: tuple[str, ...], posts: Posts) -> Role:
    """The role with those whom its sentences put below it, or with the words that there are none."""
    never = set(map(bare, (*names, *role.superiors)))
    stated: dict[str, Passage] = {}
    for passage, name in chain(_stated_below(role, names, posts), _listed(sentences, names, posts, True)):
        if bare(name) not in never:
            stated.setdefault(as_written(name, passage.text), passage)
    for passage, name in () if stated else _listed(sentences, names, posts, False):
        if bare(name) not in never:
            stated.setdefault(as_written(name, passage.text), passage)
    if stated:
        first = next(iter(stated.values()))
        fact = Passage("、".join(stated), first.quote, first.source)
        facts = {**role.facts, Field.SUBORDINATES: fact}
        return replace(role, subordinates=tuple(stated), facts=facts, stated={**role.stated, **stated})
    return _without_subordinates(role, sentences, names)


def _stated_below(role: Role, names: tuple[str, ...], posts: Posts) -> Iterator[tuple[Passage, str]]:
    """Those whom whole clauses of the words about the post put below it."""
    for passage in about(role):
        for found in standings(passage.text, names, posts):
            yield from ((passage, name) for name in found.below)


def _listed(
    sentences: Iterable[Passage], names: tuple[str, ...], posts: Posts, strong: bool
) -> Iterator[tuple[Passage, str]]:
    for passage in sentences:
        for listed in _below(fold(passage.text), names, posts, strong):
            yield from ((passage, name) for name in listed.names)


def _without_subordinates(role: Role, sentences: list[Passage], names: tuple[str, ...]) -> Role:
    """The role with the words that say that it leads nobody, if any."""
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
        clause = folded[clause_start(folded, found.start("lead")) : found.start("lead")].strip()
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


@cache
def _strong_leads() -> re.Pattern[str]:
    table = prose()
    return regex(
        rf"(?<![不非])(?P<lead>{alternatives(table.strong)})[着了]?{alternatives(table.between)}{{0,3}}"
    )


@lru_cache(_KEPT)
def _weak_leads(own: tuple[str, ...]) -> re.Pattern[str]:
    table = prose()
    names = alternatives([*map(fold, own), "本岗位", "本岗"])
    return re.compile(
        rf"{CLAUSE_START}(?:{names}(?:\([^()]{{1,24}}\))?)?{alternatives(table.before_weak)}{{0,2}}(?P<lead>{alternatives(table.weak)})[着了]?"
        rf"(?:{alternatives(['以下岗位', '的', ':'])})?"
    )
