"""What a description took that is not its own: where the name of another post stands among its duties, what
follows is that post's, and nobody's until it is read as such. No answer is better than a wrong one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Source
from knowledge.regex import regex
from knowledge.roles.chapter import Chapter
from knowledge.roles.grades import grades
from knowledge.roles.headings import is_post, post_title, unwrapped
from knowledge.roles.held import does
from knowledge.roles.items import as_line
from knowledge.roles.labels import Field
from knowledge.roles.role import Duty, Listing, Passage, Role
from knowledge.text import bare, fold

_NO_NAME = regex(r"[,;。:!?]|^\d+$")
_LONGEST = 24  # characters of a name that does not end like one
_SHORT = (Field.SUPERIOR, Field.SUBORDINATES, Field.DOTTED_SUPERIOR)


def without_swallowed(roles: Iterable[Role]) -> tuple[list[Role], list[Chapter]]:
    """The roles without what is not theirs, those without a proper name left out, and what was taken."""
    kept, apart, roles = list[Role](), list[Chapter](), list(roles)
    known = {bare(name) for role in roles for names in ((role.name,), *_names(role)) for name in names}
    for role in roles:
        if not is_name(role.name):
            apart.append(_chapter(role.name, [role.named, *role.facts.values(), *_passages(role)]))
            continue
        at = _other(role, known)
        if at is None:
            kept.append(role)
            continue
        own, left = _cut(role, at)
        kept.append(own)
        apart.append(_chapter(at.text, left))
    return kept, apart


def is_name(text: str) -> bool:
    """Whether a text can be the name of a post by its form."""
    ends = len(text) <= _LONGEST or bare(text).endswith(grades().heads)
    return ends and not _NO_NAME.search(fold(text).strip())


def _other(role: Role, known: set[str]) -> Passage | None:
    """The first line of the duties and rights of a role that is but the name or title of another post.

    `known`: the names that descriptions have or give to those above and below them.
    """
    own = bare("".join((role.name, *role.aliases)))
    rights = [item for listing in role.authorities for item in listing.items]
    for passage in (*(p for duty in role.duties for p in duty.passages()), *rights):
        text = unwrapped(passage.text).rstrip("：: ")
        name = bare(post_title(text) or text)
        other = name in known or post_title(text) is not None
        if other and name not in own and is_post(name) and not does(text):
            return passage
    return None


def _cut(role: Role, at: Passage) -> tuple[Role, list[Passage]]:
    """The role without what stands from a line on, and that."""
    left: list[Passage] = []
    duties = tuple(_kept_duties(role.duties, at, left))
    lists = [tuple(_kept(listings, at, left)) for listings in _lists(role)]
    gone = {field for field, fact in role.facts.items() if _behind(fact.source, at.source)}
    left += [role.facts[field] for field in gone]
    facts = {field: fact for field, fact in role.facts.items() if field not in gone}
    up, down, dotted = (
        () if field in gone else names for field, names in zip(_SHORT, _names(role), strict=True)
    )
    authorities, collaboration, others = lists
    return (
        replace(
            role,
            duties=duties,
            authorities=authorities,
            collaboration=collaboration,
            others=others,
            facts=facts,
            none=role.none - gone,
            superiors=up,
            subordinates=down,
            dotted_superiors=dotted,
        ),
        left,
    )


def _names(role: Role) -> tuple[tuple[str, ...], ...]:
    return role.superiors, role.subordinates, role.dotted_superiors


def _lists(role: Role) -> tuple[Sequence[Listing], ...]:
    return role.authorities, role.collaboration, role.others


def _kept_duties(duties: Iterable[Duty], at: Passage, left: list[Passage]) -> Iterator[Duty]:
    ended = False
    for duty in duties:
        tasks = list[Passage]()
        for passage in duty.passages():
            ended = ended or passage is at or _behind(passage.source, at.source)
            if ended:
                left.append(passage)
            elif passage is not duty.title:
                tasks.append(passage)
        if duty.title not in left:
            yield replace(duty, tasks=tuple(tasks))


def _kept(listings: Iterable[Listing], at: Passage, left: list[Passage]) -> Iterator[Listing]:
    for listing in listings:
        gone = [item for item in listing.items if item is at or _behind(item.source, at.source)]
        left += gone
        if items := tuple(item for item in listing.items if item not in gone):
            yield replace(listing, items=items)


def _behind(source: Source, at: Source) -> bool:
    return source.document == at.document and source.line > at.line


def _passages(role: Role) -> Iterator[Passage]:
    for duty in role.duties:
        yield from duty.passages()
    for listing in (*role.authorities, *role.collaboration, *role.others):
        yield from listing.items


def _chapter(title: str, passages: Iterable[Passage]) -> Chapter:
    return Chapter(title, False, tuple((as_line(passage), passage) for passage in passages))
