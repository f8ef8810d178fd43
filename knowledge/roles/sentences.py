"""What sentences anywhere in a document add to its roles: relations, other names, numbers, groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.roles.acting import with_acting
from knowledge.roles.group import Group, find_groups
from knowledge.roles.labels import Field
from knowledge.roles.other_names import OtherNames
from knowledge.roles.posts import Posts
from knowledge.roles.relations import with_stated_relations
from knowledge.roles.role import Passage, Role
from knowledge.roles.several import divide
from knowledge.roles.staffing import find_staffing
from knowledge.text import bare


@dataclass(frozen=True, slots=True)
class Told:
    """The roles with what sentences add, those that sentences alone tell of, and the groups.

    `posts`: every name of a post or group. `used`: the sentences outside any description that told something.
    """

    roles: tuple[Role, ...]
    mentioned: tuple[Role, ...]
    groups: tuple[Group, ...]
    posts: Posts
    used: frozenset[int]


def tell(roles: Sequence[Role], loose: Sequence[Passage]) -> Told:
    """What the sentences of roles, and those outside any description (`loose`), say of roles."""
    names = _names(roles)
    counts = _counts([*loose, *_sentences(roles)], Posts(names))
    apart = {bare(name) for name in counts}
    divided = [divide(role, apart) for role in roles]
    together = [tuple(x.name for x in parts if x is not part) for parts in divided for part in parts]
    roles = [part for parts in divided for part in parts]
    names = _names(roles)
    posts = Posts([*names, *counts])
    sentences = [*loose, *_sentences(roles)]
    groups = _groups(sentences, posts)
    members = [member for group in groups for member in group.members]
    posts = Posts([*names, *counts, *members])
    finder = OtherNames(names, posts)
    others: dict[str, list[str]] = {}
    for name, other in (pair for passage in sentences for pair in finder.find(passage.text)):
        others.setdefault(bare(name), []).append(other)
    roles = [_with_other_names(role, others) for role in roles]
    posts = Posts([*_names(roles), *counts, *members])
    by_name: dict[str, Passage] = {}
    for name, count in counts.items():
        by_name.setdefault(bare(name), count)
    roles = [
        _counted(with_stated_relations(role, posts, beside), by_name)
        for role, beside in zip(roles, together, strict=True)
    ]
    roles = with_acting(roles, loose)
    described = {bare(name) for name in _names(roles)}
    mentioned = [
        Role(name, passage, described=False, facts={Field.HEADCOUNT: passage})
        for name, passage in counts.items()
        if bare(name) not in described
    ]
    everybody = Posts([*posts.known, *(group.name for group in groups)])
    counted, defining = {p.source for p in counts.values()}, {id(group.passage) for group in groups}
    finder = OtherNames([role.name for role in roles], posts)
    telling = (p for p in loose if p.source in counted or id(p) in defining or any(finder.find(p.text)))
    used = frozenset(map(id, telling))
    return Told(tuple(roles), tuple(mentioned), groups, everybody, used)


def _names(roles: Iterable[Role]) -> list[str]:
    return [name for role in roles for name in (role.name, *role.aliases)]


def _sentences(roles: Iterable[Role]) -> Iterator[Passage]:
    for role in roles:
        yield from [role.facts[Field.SUMMARY]] if Field.SUMMARY in role.facts else []
        for duty in role.duties:
            yield from duty.passages()
        for listing in role.others:
            yield from listing.items


def _counts(sentences: Iterable[Passage], posts: Posts) -> dict[str, Passage]:
    """The numbers of posts, by name; the first that is stated counts."""
    counts: dict[str, Passage] = {}
    for passage in sentences:
        for name, count in find_staffing(passage, posts):
            counts.setdefault(name, count)
    return counts


def _counted(role: Role, counts: dict[str, Passage]) -> Role:
    """The role with the number that a sentence states, where its own description states none.

    `counts`: by the bare spelling of names, in the order of the document.
    """
    own = {bare(name) for name in (role.name, *role.aliases)} & counts.keys()
    if not own or Field.HEADCOUNT in role.facts:
        return role
    count = counts[min(own, key=list(counts).index)] if len(own) > 1 else counts[own.pop()]
    facts = {**role.facts, Field.HEADCOUNT: count}
    return replace(role, facts=facts, blank=role.blank - {Field.HEADCOUNT})


def _groups(sentences: Iterable[Passage], posts: Posts) -> tuple[Group, ...]:
    described = {bare(name) for name in posts.known}
    groups: dict[str, Group] = {}
    for passage in sentences:
        for group in find_groups(passage, posts):
            if bare(group.name) not in described:
                groups.setdefault(group.name, group)
    return tuple(groups.values())


def _with_other_names(role: Role, others: dict[str, list[str]]) -> Role:
    """The role with the other names that sentences state; `others`: by the bare spelling of names."""
    own = dict.fromkeys(bare(name) for name in (role.name, *role.aliases))
    found = [other for name in own for other in others.get(name, ())]
    return replace(role, aliases=tuple(dict.fromkeys((*role.aliases, *found)))) if found else role
