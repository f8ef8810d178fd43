"""A document to what it says of roles and departments."""

from dataclasses import replace

from knowledge.documents.document import Document
from knowledge.roles.assembler import Assembler
from knowledge.roles.chapter import Laid, lay_down
from knowledge.roles.departments_told import find_departments, with_headcounts
from knowledge.roles.headings import is_post
from knowledge.roles.named_file import below_file_name
from knowledge.roles.outline import outlined
from knowledge.roles.reading import Reading
from knowledge.roles.role import Passage
from knowledge.roles.sections import cut
from knowledge.roles.sentences import tell
from knowledge.roles.titled_department import with_titled_department
from knowledge.text import bare


def read_roles(document: Document) -> Reading:
    """What a document says of roles and departments, by the headings it has or those that its outline tells.

    The second counts only where it finds a description for more of the posts that lines name. What describes
    a post and names none is about the one that its file is named for.
    """
    as_is = _read(document)
    if not as_is.roles and (named := below_file_name(document)) is not None:
        document, as_is = named, _read(named)
    blocks = outlined(document.blocks)
    if blocks == list(document.blocks):
        return as_is
    by_outline = _read(replace(document, blocks=tuple(blocks)))
    return by_outline if _descriptions(by_outline) > _descriptions(as_is) else as_is


def _descriptions(reading: Reading) -> int:
    """How many posts it is said of, under their own headings, what they do or may."""
    said = (role.name for role in reading.roles if role.duties or role.authorities)
    return len({bare(name) for name in said if is_post(name)})


def _read(document: Document) -> Reading:
    assembler = Assembler(document.name.rsplit(".", 1)[0])
    for section in cut(document):
        assembler.add(section)
    assembler.finish()
    overviews = [d.overview for d in assembler.departments if d.overview is not None]
    loose = [*(p for c in assembler.loose for p in c.passages), *overviews]
    told = tell(assembler.roles, loose)
    laid = Laid(approvals=list(assembler.approvals))
    roles = with_titled_department(told.roles, document.blocks)
    described = find_departments(assembler.loose, told.roles, assembler.departments)
    for chapter in described.chapters:
        lay_down(chapter, told.posts, laid)
    frame = tuple(Passage(b.text, b.quote, b.source) for b in document.frame)
    return Reading(
        document.name,
        roles,
        tuple(with_headcounts([*assembler.departments, *described.departments], loose)),
        tuple(sorted(laid.approvals, key=lambda approval: approval.passage.source.line)),
        tuple(passage for passage in laid.left if id(passage) not in told.used),
        frame,
        told.mentioned,
        told.groups,
        laid.listings(),
    )
