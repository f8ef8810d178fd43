"""A document to what it says of roles and departments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Document
from knowledge.roles.answered import with_answers
from knowledge.roles.assembler import Assembler
from knowledge.roles.bounds import bounds_said, with_bounds
from knowledge.roles.broken_forms import label_begun, with_broken_forms
from knowledge.roles.chapter import Laid, lay_down
from knowledge.roles.chart import charts_of, with_chart
from knowledge.roles.decimals import with_decimals
from knowledge.roles.departments_told import find_departments, set_up, with_headcounts
from knowledge.roles.division import with_division
from knowledge.roles.drawn_tables import with_drawn_tables
from knowledge.roles.forms import with_forms
from knowledge.roles.headings import is_post
from knowledge.roles.home_told import named_alone, with_homes_named
from knowledge.roles.labels import Field
from knowledge.roles.named_file import below_file_name
from knowledge.roles.ornamented import with_ornamented
from knowledge.roles.ornaments import without_pictures
from knowledge.roles.outline import outlined
from knowledge.roles.own_labels import with_own_labels
from knowledge.roles.paper_parts import with_parts
from knowledge.roles.partners_at_home import with_partners_at_home
from knowledge.roles.places import with_places
from knowledge.roles.purposes import with_purposes
from knowledge.roles.reading import Reading
from knowledge.roles.role import Listing, Passage, Role
from knowledge.roles.run_in import with_heads_apart
from knowledge.roles.same_approval import approved_alike
from knowledge.roles.sections import cut
from knowledge.roles.sentences import tell
from knowledge.roles.shared_duties import with_shared_duties
from knowledge.roles.swallowed import without_swallowed
from knowledge.roles.titled_department import with_titled_department
from knowledge.roles.told_posts import with_told_posts
from knowledge.roles.told_summary import with_told_summary
from knowledge.text import bare


def read_roles(document: Document) -> Reading:
    """What a document says of roles and departments; forms that lost the marks between labels and values are
    joined where that tells more of the same posts."""
    plain = replace(document, blocks=tuple(without_pictures(document.blocks)))
    found, joined = _read_laid_out(plain), _marked(plain, with_broken_forms(plain.blocks))
    told = _read_laid_out(joined) if joined is not None else found
    return told if joined is not None and _tells_more(told, found) else found


def _tells_more(reading: Reading, other: Reading) -> bool:
    """Whether a reading has more fields of posts than another one, knows all of its posts, and no fewer
    departments."""
    posts = {
        bare(name) for role in reading.roles for name in (role.name, *role.superiors, *role.subordinates)
    }
    kept = all(bare(role.name) in posts or label_begun(role.name) for role in other.roles)
    told = ((_working_departments(r), len(r.approvals)) for r in (reading, other))
    facts, before = (sum(len(role.facts) for role in r.roles) for r in (reading, other))
    return kept and facts > before and _no_less(*told)


def _read_laid_out(document: Document) -> Reading:
    """What it says by the headings it has or those that its outline tells.

    An outline of posts counts only where it finds a description for more of the posts that lines name, one
    of departments only where it finds more of them and loses nothing that is said of a post. What describes
    a post and names none is about the one that its file is named for.
    """
    drawn = with_decimals(list(with_drawn_tables(list(document.blocks))))
    document = replace(
        document, blocks=tuple(with_own_labels(with_parts(list(with_heads_apart(with_answers(drawn))))))
    )
    found = _read(document)
    if not found.roles and (named := below_file_name(document)) is not None:
        document, found = named, _read(named)
    outlines = ((outlined, _descriptions), (with_forms, _working_posts), (with_ornamented, _working_posts))
    for outline, worth in outlines:
        marked = _marked(document, outline(document.blocks))
        if marked is not None and worth(told := _read(marked)) > worth(found):
            document, found = marked, told
    for mark in (with_told_posts, with_division):
        divided = _marked(document, mark(document.blocks))
        if divided is not None:
            told = _read(divided)
            if _worth(told) > _worth(found) and _loses_nothing(told, found):
                document, found = divided, told
    stem = document.name.rsplit(".", 1)[0]
    marked = _marked(document, with_places(document.blocks, stem, bool(_said(found))))
    if marked is None:
        return found
    places = _read(marked)
    more = _working_departments(places) > _working_departments(found)
    return places if more and _keeps(places, found) else found


def _marked(document: Document, blocks: list[Block]) -> Document | None:
    """The document with other blocks; None where they are its own."""
    return None if blocks == list(document.blocks) else replace(document, blocks=tuple(blocks))


def _working_departments(reading: Reading) -> int:
    """How many departments something is said of, what they do counting twice."""
    return sum(
        2 * bool(department.functions) or department.overview is not None
        for department in reading.departments
    )


def _keeps(reading: Reading, other: Reading) -> bool:
    """Whether a reading tells all that another one does, beside departments."""
    told = ((len(r.approvals), len(r.mentioned), len(r.groups), _said(r)) for r in (reading, other))
    return _no_less(*told)


def _loses_nothing(reading: Reading, other: Reading) -> bool:
    """Whether a reading knows as many posts as another one and says no less of them, and has the lines of its
    departments and approvals, in those or in what it says of posts."""
    told = ((len(r.roles) + len(r.mentioned), _said(r)) for r in (reading, other))
    lines = {passage.source for passage in (*_of_roles(reading), *_beside_roles(reading))}
    return _no_less(*told) and all(passage.source in lines for passage in _beside_roles(other))


def _of_roles(reading: Reading) -> Iterator[Passage]:
    for role in reading.roles:
        yield from role.facts.values()
        yield from (passage for duty in role.duties for passage in duty.passages())
        yield from (item for listing in _listings(role) for item in listing.items)


def _beside_roles(reading: Reading) -> Iterator[Passage]:
    for department in reading.departments:
        yield from [department.overview] if department.overview else []
        yield from (passage for duty in department.functions for passage in duty.passages())
    yield from (approval.passage for approval in reading.approvals)


def _no_less(own: Sequence[int], others: Sequence[int]) -> bool:
    """Whether each of several figures is as high as another one."""
    return all(figure >= before for figure, before in zip(own, others, strict=True))


def _worth(reading: Reading) -> tuple[int, int]:
    """How many posts it is said of what they do, and how much is said of posts."""
    return _working_posts(reading), _said(reading)


def _said(reading: Reading) -> int:
    """How much is said of posts."""
    return sum(
        len(role.facts) + len(role.duties) + sum(len(listing.items) for listing in _listings(role))
        for role in reading.roles
    )


def _listings(role: Role) -> tuple[Listing, ...]:
    return (*role.authorities, *role.collaboration, *role.others)


def _descriptions(reading: Reading) -> int:
    """How many posts it is said of, under their own headings, what they do or may."""
    said = (role.name for role in reading.roles if role.duties or role.authorities)
    return len({bare(name) for name in said if is_post(name)})


def _working_posts(reading: Reading) -> int:
    """How many posts, whatever they are called, it is said of what they do."""
    return len({bare(role.name) for role in reading.roles if role.duties})


def _read(document: Document) -> Reading:
    nodes, blocks = charts_of(document.blocks)
    document = replace(document, blocks=tuple(blocks)) if nodes else document
    assembler = Assembler(document.name.rsplit(".", 1)[0])
    sections = list(with_purposes(cut(document)))
    for section in sections:
        assembler.add(section)
    assembler.finish()
    described, apart = without_swallowed(assembler.roles)
    assembler.loose += apart
    overviews = [d.overview for d in assembler.departments if d.overview is not None]
    loose = [*(p for c in assembler.loose for p in c.passages), *overviews]
    told = tell(described, loose)
    if nodes:
        told = with_chart(told, nodes)
    laid = Laid(approvals=list(assembler.approvals))
    roles = with_shared_duties(with_titled_department(told.roles, document.blocks), assembler.shared)
    departments = find_departments(assembler.loose, told.roles, assembler.departments)
    for chapter in departments.chapters:
        lay_down(chapter, told.posts, laid)
    every = [*assembler.departments, *departments.departments]
    homes = [department.name for department in every]
    homes += [*set_up(loose), *(s.label for s in sections if s.field is Field.HEADING)]
    homes += named_alone(roles, [block.text for block in document.blocks])
    roles = with_partners_at_home(list(with_told_summary(with_homes_named(roles, homes))))
    said = bounds_said(block.text for block in document.blocks)
    approvals = with_bounds([*laid.approvals, *approved_alike(laid.approvals, laid.same)], said)
    frame = tuple(Passage(b.text, b.quote, b.source) for b in document.frame)
    return Reading(
        document.name,
        tuple(roles),
        tuple(with_headcounts(every, loose)),
        tuple(sorted(approvals, key=lambda approval: approval.passage.source.line)),
        tuple(passage for passage in laid.left if id(passage) not in told.used),
        frame,
        told.mentioned,
        told.groups,
        laid.listings(),
        said,
    )
