"""Other names of posts that sentences state: X简称Y, X（原称Y）, Y即X, X与Y为同一岗位."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from knowledge.roles.name_set import NameSet
from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.text import bare, fold, has_in_order

_KEPT = 64  # patterns of the names in one sentence
_QUOTES = "\"'“”‘’「」『』《》"
_BOUND = rf"(?:^|(?<=[,;。:(、中将和与及设{_QUOTES}\s]))"
_OPEN = rf"[\s{_QUOTES}]*"
_NAME = rf"(?P<other>[^,;。:、()\s{_QUOTES}]{{2,12}})"


class OtherNames:
    """Finds the other names of posts in sentences."""

    def __init__(self, names: Iterable[str], posts: Posts) -> None:
        """`names`: of the posts whose other names are looked for; `posts`: those that the document knows."""
        self._names = NameSet(map(fold, names))
        self._taken = frozenset(map(bare, self._names.names))
        self._posts = posts

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """The (name, other name) pairs that a sentence states."""
        folded = fold(text)
        if "(" in folded:
            yield from self._bracketed(text, folded)
        if not _calls().search(folded):
            return
        known = self._names.within(folded)
        for pattern, sure in ((_called, True), (_is, False), (_same, False)):
            for found in pattern(known).finditer(folded) if known else ():
                yield from self._pair(text, found, sure)

    def _bracketed(self, text: str, folded: str) -> Iterator[tuple[str, str]]:
        """车辆管理员(车管员)两人: characters of a name, in its order, in brackets behind it."""
        for name in self._names.within(folded):
            start = folded.find(f"{name}(") + len(name) + 1
            end = folded.find(")", start)
            other = folded[start:end] if start > len(name) and end > start else ""
            short = 2 <= len(other) < len(name) and other[-1:] == name[-1:]
            if short and bare(other) not in self._taken and has_in_order(name, other):
                yield name, text[start:end].strip()

    def _pair(self, text: str, found: re.Match[str], sure: bool) -> Iterator[tuple[str, str]]:
        """The pair of a match; an other name that is a described post's own is none."""
        key, named = ("before", "behind") if found.groupdict().get("behind") else ("other", "name")
        other = text[found.start(key) : found.end(key)].strip()
        if not other or bare(other) in self._taken or bare(other) == bare(found[named]):
            return
        quoted = text[max(0, found.start(key) - 1) : found.start(key)] in tuple(_QUOTES)  # “库管”就是…
        if sure or quoted or self._posts.looks_like_post(fold(other)):
            yield found[named], other


@cache
def _calls() -> re.Pattern[str]:
    """The words that one of the patterns needs."""
    table = prose()
    return re.compile(alternatives((*table.called, *table.is_other, *table.same)))


@lru_cache(_KEPT)
def _called(known: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"{_BOUND}(?P<name>{alternatives(known)}){_OPEN}[(),]?(?:在)?{alternatives(prose().before_called)}?{_OPEN}{alternatives(prose().called)}(?:[:为作])?{_OPEN}{_NAME}"
    )


@lru_cache(_KEPT)
def _is(known: tuple[str, ...]) -> re.Pattern[str]:
    """店经理即店长: the other name first, at the beginning of a clause, and the name at its end."""
    end = rf"{_OPEN}(?=$|[,;。)])"
    return re.compile(
        rf"(?:^|(?<=[,;。:(、])){_OPEN}{_NAME}{_OPEN}\(?{alternatives(prose().is_other)}{_OPEN}(?P<name>{alternatives(known)}){end}"
    )


@lru_cache(_KEPT)
def _same(known: tuple[str, ...]) -> re.Pattern[str]:
    """X与Y为同一岗位, whichever of both is the known one."""
    names, joint, same = alternatives(known), "[、和与及]", alternatives(prose().same)
    lead, other = rf"(?:^|(?<=[,;。:(])){_OPEN}", rf"(?P<{{}}>[^,;。:、()\s{_QUOTES}和与及]{{{{2,12}}}}?)"
    first = rf"(?P<name>{names}){_OPEN}{joint}{_OPEN}{other.format('other')}"
    second = rf"{other.format('before')}{_OPEN}{joint}{_OPEN}(?P<behind>{names})"
    return re.compile(rf"{lead}(?:{first}|{second}){_OPEN}{same}")
