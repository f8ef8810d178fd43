"""Lines about work with a partner that no list of partners has: 与平台方宣发团队对接联合推广."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.questions.lexicon import Lexicon
from knowledge.roles.prose import alternatives
from knowledge.roles.statement import Statement
from knowledge.text import fold

_MOST = 60  # lines looked at
_DEALS = "(?:对接|联系|联络|沟通|协调|接洽|洽谈|衔接|往来|配合|协作|合作|协同|谈判|会商)"


def dealing_with(partners: Sequence[str], lexicon: Lexicon) -> Iterator[Statement]:
    """The lines of roles by which somebody deals with one of the partners, near to their names."""
    statements, named = lexicon.organization.statements, tuple(fold(name) for name in partners)
    hits = {hit.number for name in named for hit in lexicon.index.search(name, limit=_MOST)}
    for number in sorted(hits):
        statement = statements[number]
        of_role = not statement.is_department and statement.owner in lexicon.organization.roles
        if of_role and _deals(statement, named, lexicon):
            yield statement


def _deals(statement: Statement, named: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a line tells of dealing with a partner, by a word of its own: 新媒体主管 is no 媒体."""
    found = _pattern(named).finditer(statement.folded)
    return any(
        not _in_name(statement.folded, *f.span("one" if f["one"] else "other"), lexicon) for f in found
    )


def _in_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a stretch is a part of the name of a role."""
    begins = range(max(0, start - lexicon.longest_name), start + 1)
    return any(stop >= end for at in begins for stop, _ in lexicon.names.at(text, at))


@lru_cache(64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    who = alternatives(names)
    before = rf"(?:[与和跟同]|对外|及)[^,;。]{{0,8}}?(?P<one>{who})[^,;。]{{0,12}}?{_DEALS}"
    return re.compile(rf"{before}|{_DEALS}[^,;。]{{0,6}}?(?P<other>{who})")
