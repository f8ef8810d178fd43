"""Deputies and part-time posts that sentences state: 主任不在时由副主任代行职责, 安全员由收银员兼任."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from knowledge.regex import regex
from knowledge.roles.labels import labels
from knowledge.roles.name_set import NameSet
from knowledge.roles.names import read_names
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Listing, Passage, Role
from knowledge.text import bare, fold

_MUTUAL = regex(
    r"(?:^|(?<=[,;。:]))\s*(?P<one>[^,;。:、和与及]{2,12})[与和、及](?P<other>[^,;。:、和与及]{2,12}?)"
    r"(?:两岗|两个岗位|二岗|两人|岗位)?(?:之间)?互为\s*a\s*[/、和]?\s*b\s*[角岗]"
)
_ROLE_OF_TWO = regex(r"^\s*[BbＢ]\s*[角岗]\s*(?:为|是|由|[:：])?\s*")


def with_acting(roles: Sequence[Role], loose: Iterable[Passage]) -> list[Role]:
    """The roles, each with the sentences that say for whom it acts, or who acts for it.

    A sentence stands in the description of one of both, or of neither.
    """
    names = {fold(name): role.name for role in roles for name in (role.name, *role.aliases)}
    known = NameSet(names)
    found: dict[str, dict[str, list[Passage]]] = {}
    for owner, passage in [*_owned(roles), *(("", passage) for passage in loose)]:
        for name, kind in _acting(fold(passage.text), known):
            if names[name] != owner:
                found.setdefault(names[name], {}).setdefault(kind, []).append(passage)
    return [_with(role, found.get(role.name, {})) for role in roles]


def deputies_named(folded: str) -> Iterator[tuple[str, str]]:
    """Who is said to be away, by the bare name (empty where a line leaves out whom it is about), and who
    stands in then, as it is written."""
    for found in _stands_in().finditer(folded):
        yield bare(found["whose"] or ""), found["who"].strip()
    for found in _MUTUAL.finditer(folded):  # 保管员与化验员互为AB岗
        yield bare(found["one"]), found["other"].strip()
        yield bare(found["other"]), found["one"].strip()


def deputies_listed(label: str, text: str) -> tuple[str, ...]:
    """Who stands in by a field of a description, as written: 代理人：项目会计, AB角：B角为出纳."""
    if labels().deputies.fullmatch(fold(label).strip()) is None:
        return ()
    return tuple(name for name in read_names(_ROLE_OF_TWO.sub("", text)).solid if not labels().is_none(name))


def _owned(roles: Iterable[Role]) -> Iterator[tuple[str, Passage]]:
    for role in roles:
        for passage in role.facts.values():
            yield role.name, passage
        for duty in role.duties:
            yield from ((role.name, passage) for passage in duty.passages())
        for listing in role.others:
            yield from ((role.name, passage) for passage in listing.items)


def _acting(folded: str, known: NameSet) -> Iterator[tuple[str, str]]:
    """The roles of a sentence that act for another, or for whom another acts, with the kind of it."""
    for found in _MUTUAL.finditer(folded):
        yield from ((name, "互为AB岗") for name in known.within(found.group()))
    names = known.within(folded) if "由" in folded and _acts().search(folded) else ()
    for kind, pattern in _patterns(names) if names else ():
        for found in pattern.finditer(folded):
            yield found["who"], kind
            if found["whose"]:
                yield found["whose"], kind


def _with(role: Role, found: dict[str, list[Passage]]) -> Role:
    if not found:
        return role
    known = {bare(passage.quote) for _, passage in _owned([role])}
    listings = [
        Listing(kind, tuple(p for p in dict.fromkeys(items) if bare(p.quote) not in known))
        for kind, items in found.items()
    ]
    return replace(role, others=(*role.others, *(listing for listing in listings if listing.items)))


@cache
def _acts() -> re.Pattern[str]:
    """The words that one of the patterns needs."""
    return regex(alternatives((*prose().acting, *prose().partly)))


@cache
def _stands_in() -> re.Pattern[str]:
    table = prose()
    return regex(
        rf"(?:^|(?<=[,;。]))(?P<whose>[^,;。]{{2,14}}?)??(?:临时)?{alternatives(table.absent)}[^,;。]{{0,6}},?[^,;。]{{0,4}}?"
        rf"由(?P<who>[^,;。由]{{2,16}}?){alternatives(table.acting_before)}?{alternatives(table.acting)}"
    )


@lru_cache(64)
def _patterns(names: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    known, table = alternatives(names), prose()
    deputy = (
        rf"(?:(?P<whose>{known})[^,;。]{{0,4}}?{alternatives(table.absent)}[^,;。]{{0,6}},?)?"
        rf"[^,;。]{{0,4}}?由[^,;。由]{{0,8}}?(?P<who>{known}){alternatives(table.acting_before)}?"
        rf"{alternatives(table.acting)}"
    )
    partly = (
        rf"(?:(?:^|(?<=[,;。:]))(?P<whose>{known}))?[^,;。]{{0,8}}?由[^,;。由]{{0,16}}?(?P<who>{known})"
        rf"{alternatives(table.acting_before)}?{alternatives(table.partly)}"
    )
    return ("代理", re.compile(deputy)), ("兼任", re.compile(partly))
