"""Posts, whatever they are called, behind an ornament, each with its own duties: ◎知客（2人） / 职责：."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import is_department, is_post, label_of, may_be_post, post_title
from knowledge.roles.labels import Field
from knowledge.text import bare

_NAMED = regex(
    r"^\s*(?P<mark>[◎◆■★☆●▲◇□※▶►❖])\s*(?P<name>[^（(，,。；;：:]{2,8}?)\s*"
    r"(?:[（(](?P<remark>[^（()）]{1,30})[)）])?\s*[:：]?\s*$"
)
_PARTS = regex(r"[，,;；]\s*")
_COUNT = regex(r"^(?:定员|编制|共|设)?\s*\d{1,3}\s*[人名个]$")
_LEAST = 3  # posts that the ornament stands before


@dataclass(frozen=True, slots=True)
class _Named:
    mark: str
    name: str
    remark: str


def with_ornamented(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such lines as headings; just as they are where fewer than three names stand so, or
    where another line behind the same ornament has no duties of its own."""
    named = {i: found for i, block in enumerate(blocks) if (found := _named(block))}
    marks = {found.mark for found in named.values()}
    names = [bare(found.name) for found in named.values()]
    starts = list(named)
    if len(marks) != 1 or len(names) < _LEAST or len(set(names)) < len(names):
        return list(blocks)
    if sum(block.text.lstrip()[:1] in marks for block in blocks) > len(names):
        return list(blocks)
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        if sum(label_of(block.text) is Field.DUTIES for block in blocks[start:end]) != 1:
            return list(blocks)
    return list(_marked(blocks, named))


def _named(block: Block) -> _Named | None:
    found = _NAMED.match(block.text) if block.kind is Kind.TEXT and not block.cells else None
    if found is None or is_department(found["name"]) or post_title(found["name"]) is not None:
        return None
    name = found["name"].strip()
    return _Named(found["mark"], name, found["remark"] or "") if is_post(name) or may_be_post(name) else None


def _marked(blocks: Sequence[Block], named: dict[int, _Named]) -> Iterator[Block]:
    for i, block in enumerate(blocks):
        if i not in named:
            yield block
            continue
        yield block.as_heading(1, named[i].name)
        for said in filter(None, _PARTS.split(named[i].remark)):
            quote = block.quote or block.text
            if _COUNT.match(said):
                yield replace(block, text=f"定员：{said}", quote=quote)
            elif is_department(said):
                yield replace(block, text=f"所属部门：{said}", quote=quote)
