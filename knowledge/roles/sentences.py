"""What sentences anywhere in a document add to its roles: relations, other names, numbers, groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.roles.acting import with_acting
from knowledge.roles.commanded import without_commands
from knowledge.roles.grades import grades
from knowledge.roles.group import Group
from knowledge.roles.groups_defined import find_groups
from knowledge.roles.labels import Field
from knowledge.roles.lines_of_command import with_lines_of_command
from knowledge.roles.other_names import OtherNames
from knowledge.roles.posts import Posts
from knowledge.roles.relations import with_stated_relations
from knowledge.roles.role import Passage, Role
from knowledge.roles.several import divide
from knowledge.roles.staffing import Staffed, find_staffing, is_rank, staff_listed
from knowledge.roles.told_of import others_told, with_lines_told
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
    below = [role.facts[Field.SUBORDINATES] for role in roles if Field.SUBORDINATES in role.facts]
    listed = [staffed for passage in below for staffed in staff_listed(passage)]
    staff = {s.name: s for s in listed} | _staff([*loose, *_sentences(roles)], Posts(names))
    staff = {of_role.name: of_role for of_role in _by_full_name(staff.values(), roles)}
    counts = {name: staffed.count for name, staffed in staff.items()}
    apart = {bare(name) for name in counts}
    divided = _once([divide(role, apart) for role in roles])
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
    taken = {bare(name) for name in names}
    roles = [_with_stem(_with_other_names(role, others), taken) for role in roles]
    posts = Posts([*_names(roles), *counts, *members])
    by_name: dict[str, Staffed] = {}
    for name, staffed in staff.items():
        by_name.setdefault(bare(name), staffed)
    roles = [
        _counted(with_stated_relations(role, posts, beside), by_name)
        for role, beside in zip(roles, together, strict=True)
    ]
    roles = with_lines_told(without_commands(roles), loose, posts)
    roles = with_acting(with_lines_of_command(roles, loose, posts), loose)
    described = {bare(name) for name in _names(roles)}
    mentioned = [
        Role(name, staffed.count, described=False, facts=_facts(staffed))
        for name, staffed in staff.items()
        if bare(name) not in described
    ]
    counted_only = {bare(role.name): role for role in mentioned}
    ranks = _ranks(staff.values(), described)
    for role in others_told([*_names(roles), *(group.name for group in groups)], loose, posts):
        full = ranks.get(bare(role.name), "")
        own = counted_only.get(bare(full or role.name))
        if own is not None:
            aliases = (*role.aliases, role.name) if full else role.aliases
            role = replace(role, name=own.name, aliases=aliases, facts={**role.facts, **own.facts})
        counted_only[bare(role.name)] = role
    for rank, full in ranks.items():  # 部长 of other sentences
        own = counted_only[bare(full)]
        known = rank in map(bare, own.aliases)
        counted_only[bare(full)] = own if known else replace(own, aliases=(*own.aliases, rank))
    mentioned = list(counted_only.values())
    above = [name for role in roles for name in (*role.superiors, *role.subordinates)]
    everybody = Posts([*posts.known, *above, *(group.name for group in groups)])
    counted, defining = {p.source for p in counts.values()}, {id(group.passage) for group in groups}
    finder = OtherNames([role.name for role in roles], posts)
    telling = (p for p in loose if p.source in counted or id(p) in defining or any(finder.find(p.text)))
    used = frozenset(map(id, telling))
    return Told(tuple(roles), tuple(mentioned), groups, everybody, used)


def _once(divided: Sequence[list[Role]]) -> list[list[Role]]:
    """The roles without those of a title alone whose descriptions stand below it (站长、副站长岗位职责 above
    站长 and 副站长), and without short names that are another role's own."""
    every = [role for parts in divided for role in parts]
    said = {bare(role.name) for role in every if not _is_empty(role)}
    kept = [
        [r for r in parts if len(parts) == 1 or not (_is_empty(r) and bare(r.name) in said)]
        for parts in divided
    ]
    own = {bare(role.name) for parts in kept for role in parts}
    return [[_without(r, own) for r in parts] if len(parts) > 1 else parts for parts in kept]


def _without(role: Role, names: set[str]) -> Role:
    return replace(role, aliases=tuple(alias for alias in role.aliases if bare(alias) not in names))


def _is_empty(role: Role) -> bool:
    """Whether nothing is said of a role but its name."""
    said = (role.facts, role.duties, role.authorities, role.collaboration, role.others)
    return not any(said)


def _ranks(staff: Iterable[Staffed], described: set[str]) -> dict[str, str]:
    """The ranks that only one counted post has which no description is about, with its name: 部长 is the
    生产部部长. By the bare spelling of ranks."""
    found: dict[str, list[str]] = {}
    for staffed in staff:
        rank = staffed.name.removeprefix(staffed.department.text) if staffed.department else ""
        if rank and rank != staffed.name and is_rank(rank):
            found.setdefault(bare(rank), []).append(staffed.name)
    alone = {rank: names[0] for rank, names in found.items() if len(names) == 1}
    return {
        rank: name for rank, name in alone.items() if rank not in described and bare(name) not in described
    }


def _names(roles: Iterable[Role]) -> list[str]:
    return [name for role in roles for name in (role.name, *role.aliases)]


def _sentences(roles: Iterable[Role]) -> Iterator[Passage]:
    for role in roles:
        yield from [role.facts[Field.SUMMARY]] if Field.SUMMARY in role.facts else []
        for duty in role.duties:
            yield from duty.passages()
        for listing in role.others:
            yield from listing.items


def _staff(sentences: Iterable[Passage], posts: Posts) -> dict[str, Staffed]:
    """The posts that are counted, by name; the first number that is stated counts."""
    found: dict[str, Staffed] = {}
    for passage in sentences:
        for staffed in find_staffing(passage, posts):
            found.setdefault(staffed.name, staffed)
    return found


def _by_full_name(staff: Iterable[Staffed], roles: Sequence[Role]) -> Iterator[Staffed]:
    """What is counted; a post that its own description calls by its last words (馆店店长: 每店设店长1名) by
    its name."""
    names = _names(roles)
    told = {p.source: role.name for role in roles for p in _sentences([role])}
    for staffed in staff:
        longer = [name for name in names if name.endswith(staffed.name)]
        own = len(longer) == 1 and told.get(staffed.count.source) == longer[0]
        yield replace(staffed, name=longer[0]) if own else staffed


def _facts(staffed: Staffed) -> dict[Field, Passage]:
    place = {Field.DEPARTMENT: staffed.department} if staffed.department else {}
    return {Field.HEADCOUNT: staffed.count, **place}


def _counted(role: Role, staff: dict[str, Staffed]) -> Role:
    """The role with the number that a sentence states, and the department whose posts are counted there,
    where its own description states none.

    `staff`: by the bare spelling of names, in the order of the document.
    """
    own = {bare(name) for name in (role.name, *role.aliases)} & staff.keys()
    if not own:
        return role
    staffed = staff[min(own, key=list(staff).index)] if len(own) > 1 else staff[own.pop()]
    facts = {**_facts(staffed), **role.facts}
    return replace(role, facts=facts, blank=role.blank - facts.keys())


def _groups(sentences: Iterable[Passage], posts: Posts) -> tuple[Group, ...]:
    described = {bare(name) for name in posts.known}
    groups: dict[str, Group] = {}
    for passage in sentences:
        for group in find_groups(passage, posts):
            if bare(group.name) not in described:
                groups.setdefault(group.name, group)
    return tuple(groups.values())


def _with_stem(role: Role, taken: set[str]) -> Role:
    """The role with the post that its name calls 岗: 主任岗 is 主任, where no other post is."""
    stem = role.name.removesuffix("岗位").removesuffix("岗")
    own = stem != role.name and bare(stem).endswith(grades().heads) and bare(stem) not in taken
    others = [stem] if own else []
    for full, short in grades().short.items():  # 总编 is the 总编辑 of other sentences
        if role.name == short and bare(full) not in taken:
            others.append(full)
    return replace(role, aliases=(*role.aliases, *others)) if others else role


def _with_other_names(role: Role, others: dict[str, list[str]]) -> Role:
    """The role with the other names that sentences state; `others`: by the bare spelling of names."""
    own = dict.fromkeys(bare(name) for name in (role.name, *role.aliases))
    found = [other for name in own for other in others.get(name, ())]
    return replace(role, aliases=tuple(dict.fromkeys((*role.aliases, *found)))) if found else role
