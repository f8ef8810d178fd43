"""Other names of posts that sentences state: X简称Y, X（原称Y）, Y即X, X与Y为同一岗位."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.text import bare, fold

_QUOTES = "\"'“”‘’「」『』《》"
_BOUND = rf"(?:^|(?<=[,;。:(、中将和与及{_QUOTES}\s]))"
_OPEN = rf"[\s{_QUOTES}]*"
_NAME = rf"(?P<other>[^,;。:、()\s{_QUOTES}]{{2,12}})"


def other_names(text: str, names: Iterable[str], posts: Posts) -> Iterator[tuple[str, str]]:
    """The (name, other name) pairs that a sentence states of posts in `names`."""
    folded = fold(text)
    known = sorted({fold(name) for name in names}, key=lambda name: (-len(name), name))
    taken = frozenset(map(bare, known))
    for found in _called(tuple(known)).finditer(folded):
        yield from _pair(text, found, taken, posts, sure=True)
    for found in _is(tuple(known)).finditer(folded):
        yield from _pair(text, found, taken, posts, sure=False)
    for found in _same(tuple(known)).finditer(folded):
        yield from _pair(text, found, taken, posts, sure=False)


def _pair(
    text: str, found: re.Match[str], taken: frozenset[str], posts: Posts, sure: bool
) -> Iterator[tuple[str, str]]:
    """The pair of a match; an other name that is a described post's own is none."""
    key, named = ("before", "behind") if found.groupdict().get("behind") else ("other", "name")
    other = text[found.start(key) : found.end(key)].strip()
    if not other or bare(other) in taken or bare(other) == bare(found[named]):
        return
    if sure or posts.looks_like_post(fold(other)):
        yield found[named], other


@cache
def _called(known: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"{_BOUND}(?P<name>{alternatives(known)}){_OPEN}[(),]?(?:在)?{alternatives(prose().before_called)}?{_OPEN}{alternatives(prose().called)}(?:[:为作])?{_OPEN}{_NAME}"
        if known
        else r"(?!)(?P<name>)(?P<other>)"
    )


@cache
def _is(known: tuple[str, ...]) -> re.Pattern[str]:
    """店经理即店长: the other name first, at the beginning of a clause, and the name at its end."""
    end = rf"{_OPEN}(?=$|[,;。)])"
    return re.compile(
        rf"(?:^|(?<=[,;。:(、])){_OPEN}{_NAME}{_OPEN}\(?{alternatives(prose().is_other)}{_OPEN}(?P<name>{alternatives(known)}){end}"
        if known
        else r"(?!)(?P<name>)(?P<other>)"
    )


@cache
def _same(known: tuple[str, ...]) -> re.Pattern[str]:
    """X与Y为同一岗位, whichever of both is the known one."""
    if not known:
        return re.compile(r"(?!)(?P<name>)(?P<other>)")
    names, joint, same = alternatives(known), "[、和与及]", alternatives(prose().same)
    lead, other = rf"(?:^|(?<=[,;。:(])){_OPEN}", rf"(?P<{{}}>[^,;。:、()\s{_QUOTES}和与及]{{{{2,12}}}}?)"
    first = rf"(?P<name>{names}){_OPEN}{joint}{_OPEN}{other.format('other')}"
    second = rf"{other.format('before')}{_OPEN}{joint}{_OPEN}(?P<behind>{names})"
    return re.compile(rf"{lead}(?:{first}|{second}){_OPEN}{same}")
