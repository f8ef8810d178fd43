"""Words that names of posts are made of."""

from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.tables import load_table
from knowledge.text import bare


@dataclass(frozen=True)
class Grades:
    """Longest first: `heads`, last words of names; `before` and `after`, words that make a name another post.

    `ordinary`: heads that are common words too; `verbs`: verbs that may stand right before a name; `areas`:
    words of `before` that say where, not how high; `english`: English heads, `prefixes`: English first words,
    and what Chinese documents call them; `short`: what a post is called for short; `doers`: last words that
    stand for each other; `leader`: what whoever leads is called, with the last words of his post in `leading`
    and what follows it where just that is asked in `asked_of`; `acts`: what may follow a name before which
    a matter stands.
    """

    heads: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    ordinary: frozenset[str]
    verbs: frozenset[str]
    english: dict[str, str]
    prefixes: dict[str, str]
    areas: frozenset[str]
    short: dict[str, str]
    doers: tuple[str, ...]
    leader: tuple[str, ...]
    leading: tuple[str, ...]
    asked_of: tuple[str, ...]
    acts: tuple[str, ...]


def drops_grade(short: str, name: str) -> bool:
    """Whether a short form leaves out a word that makes the name another post (总经理 of 副总经理)."""
    ranks, characters = _ranks_missing(short)
    return not characters.isdisjoint(name) and any(rank in name for rank in ranks)


@lru_cache(maxsize=1_000)
def _ranks_missing(short: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Those that a short form does not have, and their first characters; one is held against many names."""
    ranks = tuple(rank for rank in _ranks() if rank not in short)
    return ranks, frozenset(rank[0] for rank in ranks)


@cache
def _ranks() -> tuple[str, ...]:
    """The words before a name that make it another post wherever it is."""
    table = grades()
    return tuple(g for g in table.before if (len(g) > 1 or g == "副") and g not in table.areas)


def head_of(name: str) -> str:
    """The last word of the name of a post, the longest one; empty where it has none of the known ones."""
    heads, sizes = _sizes()
    ends = (name[-size:] for size in sizes.get(name[-1:], ()))
    return next((end for end in ends if end in heads), "")


@cache
def _sizes() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """The last words of names, and by their last characters how long they are, longest first."""
    heads, sizes = grades().heads, dict[str, dict[int, None]]()
    for head in heads:
        sizes.setdefault(head[-1], {})[len(head)] = None
    return frozenset(heads), {last: tuple(found) for last, found in sizes.items()}


def spelled(short: str) -> str:
    """The name of a post with its last word in full, bare: 营运副总经理 of 营运副总."""
    plain = bare(short)
    for full, word in grades().short.items():
        if len(plain) > len(word) and plain.endswith(word) and not plain.endswith(full):
            return plain.removesuffix(word) + bare(full)
    return plain


@cache
def grades() -> Grades:
    """The one table of such words."""
    table = load_table(__package__, "posts.toml")
    before, after = (tuple(sorted(table[key], key=_longest_first)) for key in ("before", "after"))
    return Grades(
        heads=tuple(sorted(table["heads"], key=_longest_first)),
        before=before,
        after=after,
        ordinary=frozenset(table["ordinary"]),
        verbs=frozenset(table["verbs"]),
        english=dict(table["english"]),
        areas=frozenset(table["areas"]),
        prefixes=dict(table["prefixes"]),
        short=dict(table["short"]),
        doers=tuple(table["doers"]),
        leader=tuple(table["leader"]),
        leading=tuple(table["leading"]),
        asked_of=tuple(table["asked_of"]),
        acts=tuple(table["acts"]),
    )


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
