"""Labels of who stands above and below a post, told by each other: whoever A names below names A above.

A post has one superior and may have several subordinates, and several posts may have the same superior.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from knowledge.regex import regex
from knowledge.roles.headings import is_post, may_be_post
from knowledge.roles.label_places import Place
from knowledge.roles.labels import Field, labels
from knowledge.text import bare

_MOSTLY = 0.7  # of the names below a label, of the posts named that are described
_BRACKETS = regex(r"[（(][^（()）]*[)）]")
_KNOWN = ((Field.SUPERIOR, None), (None, Field.SUBORDINATES))
_Pairs = frozenset[tuple[str, str]]  # a post and one that its description names


def relation_labels(places: Mapping[str, Sequence[Place]]) -> dict[str, Field]:
    """The labels that such names tell, and those of the table that told them."""
    pairs = {key: _pairs(at) for key, at in places.items() if holds_names(at)}
    pairs = {key: own for key, own in pairs.items() if own}
    found: dict[str, Field] = {}
    for above, below in permutations(pairs, 2):
        if not _inverse(pairs[above], pairs[below]) or not _one_each(pairs[above]):
            continue
        up, down = labels().field_of(above), labels().field_of(below)
        told = {up, down} - {None}
        if (up, down) in _KNOWN or (not told and _several(pairs[above], pairs[below])):
            found |= {above: Field.SUPERIOR, below: Field.SUBORDINATES}
    return found


def holds_names(at: Sequence[Place]) -> bool:
    """Whether what stands below a label is names of posts, or that there is none."""
    values = [part for place in at for item in place.content for part in names_in(item)]
    named = sum(is_post(value) or labels().is_none(value) for value in values)
    short = all(may_be_post(v) or is_post(v) or labels().is_none(v) for v in values)
    return bool(values) and (named >= _MOSTLY * len(values) or (short and named * 2 >= len(values)))


def names_in(text: str) -> Iterator[str]:
    """The names of a list, without what stands in brackets behind them."""
    plain = _BRACKETS.sub("", text).rstrip("。；; ")
    yield from (part.strip() for part in labels().separators.split(plain) if part.strip())


def _pairs(at: Sequence[Place]) -> _Pairs:
    return frozenset(
        (bare(place.owner), bare(name))
        for place in at
        for item in place.content
        for name in names_in(item)
        if place.owner and not labels().is_none(name)
    )


def _inverse(above: _Pairs, below: _Pairs) -> bool:
    """Whether the posts that one label names have under the other the post that names them."""
    return max(_told_by(above, below), _told_by(below, above)) >= _MOSTLY


def _told_by(own: _Pairs, other: _Pairs) -> float:
    """The share of the described posts that one label names which name the post under the other label."""
    described = {post for post, _ in other}
    named = [(post, name) for post, name in own if name in described]
    return sum((name, post) in other for post, name in named) / max(len(named), 1)


def _one_each(pairs: _Pairs) -> bool:
    return max(Counter(post for post, _ in pairs).values()) == 1


def _several(above: _Pairs, below: _Pairs) -> bool:
    """Whether the names tell which label is which: posts have one superior, or one has several below."""
    up = Counter(name for _, name in above)
    wide = Counter(post for post, _ in below)
    down = Counter(name for _, name in below)
    shared = max(up.values()) > 1 or max(wide.values()) > 1
    return shared and max(down.values()) == 1
