"""The title of a document, where it is set above all other headings: these begin at the first level."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import is_department, is_post, is_title, post_title
from knowledge.roles.numbering import leading_number


def with_titles_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; below a title that is set larger than every other heading these are at the first level.

    A printed page tells its title by its size, a form in a word processor mostly by its place: both are
    read alike. The name of a post or department is no title: what stands below it belongs to it.
    """
    first = list(takewhile(lambda block: block.kind is Kind.HEADING, blocks))
    others = [block.level for block in blocks[len(first) :] if block.kind is Kind.HEADING]
    while first and (_is_counted(first[-1]) or (others and min(others) <= max(b.level for b in first))):
        others.append(first.pop().level)
    named = any(is_post(b.text) or post_title(b.text) is not None for b in first)
    if not first or not others or named or is_department(first[-1].text):
        return list(blocks)
    shift = min(others) - 1
    below = blocks[len(first) :]
    return [*first, *(replace(b, level=b.level - shift) if b.kind is Kind.HEADING else b for b in below)]


def title_apart(pieces: Sequence[str]) -> list[str]:
    """The parts of a line; where the first is a title with the name of a post behind it, both: 车队岗位职责
    车队长."""
    name = without_title(pieces[0])
    apart = len(pieces) > 1 and name != pieces[0]
    return [pieces[0].strip().removesuffix(name).strip(), name, *pieces[1:]] if apart else list(pieces)


def without_title(text: str) -> str:
    """The name of a post that stands behind the title of its document; else the text."""
    title, _, name = text.strip().rpartition(" ")
    return name if is_title(title) and is_post(name) else text


def _is_counted(block: Block) -> bool:
    """Whether a heading is one of several: 第一章, 一、."""
    return leading_number(block.text) is not None
