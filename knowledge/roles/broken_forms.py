"""Forms that lost the marks between labels and values, and whose lines end anywhere, joined to one text each.

岗位名称店长所在部门门店 / 直接上级区域经理岗位编号01 / 职责概述：…: only the whole tells which labels count.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from knowledge.documents.document import PAGE_BREAK, Block, Kind, Source
from knowledge.regex import regex
from knowledge.roles.headings import is_department, is_short, label_of
from knowledge.roles.labels import Field, labels
from knowledge.roles.numbering import leading_number
from knowledge.text import bare, fold

_LINE = "\v"  # stands once for each line that ends inside a joined text
_LEAST_FORMS = 2  # of a document that is written so
_LEAST_LABELS = 2  # lines of a form that begin with a label and go on right behind it
_LONG, _MOST = 4, 10  # characters of a label that is no word of a sentence
_NO_END = "有为是的"  # of a label
_PIECE = 8  # characters by which an item is found again
_END = regex(r"[\s:：(（]")


def with_broken_forms(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; just as they are where fewer than two forms are written so."""
    forms = [(start, end) for start, end in _forms(blocks) if end > start + 1]
    if sum(_is_broken(blocks[start:end]) for start, end in forms) < _LEAST_FORMS:
        return list(blocks)
    joined, at = list[Block](), 0
    for start, end in forms:
        joined += [*blocks[at:start], _joined(blocks[start:end])]
        at = end
    return [*joined, *blocks[at:]]


class Lines:
    """Tells the lines that the pieces of a text stand in, one after the other."""

    def __init__(self, block: Block) -> None:
        self._block, self._at = block, 0

    def source(self, piece: str) -> Source:
        """Where the next piece begins."""
        block = self._block
        if _LINE not in block.text:
            return block.source
        found = block.text.find(piece.strip().split(PAGE_BREAK)[0].strip()[:_PIECE], self._at)
        self._at = found if found >= 0 else self._at
        return replace(block.source, line=block.source.line + block.text.count(_LINE, 0, self._at))


def _forms(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where the forms begin and end: with a name right behind its label, before the next title."""
    start = None
    for i, block in enumerate(blocks):
        opens = block.kind is Kind.TEXT and (_begins(block, Field.NAME) or _introduces(block))
        if start is not None and (opens or block.kind is not Kind.TEXT or _ends(block)):
            yield start, i
            start = None
        start = i if opens else start
    if start is not None:
        yield start, len(blocks)


def _begins(block: Block, *fields: Field) -> bool:
    """Whether a line begins with a long label and its value right behind it."""
    label = label_begun(block.text)
    return label != "" and (not fields or label_of(label) in fields)


def label_begun(text: str) -> str:
    """The long label that a text begins with, its value right behind it; else empty."""
    folded = fold(text).strip()
    ends = (n for n in range(min(len(folded) - 1, _MOST), _LONG - 1, -1) if folded[n - 1] not in _NO_END)
    end = next((n for n in ends if label_of(folded[:n]) is not None), 0)
    return folded[:end] if end and not _END.match(folded, end) else ""


def labels_begun(texts: Iterable[str]) -> frozenset[tuple[str, Field]]:
    """The labels that lines of several joined forms begin with and no table lists: 职位权限."""
    found = Counter[str]()
    for text in texts:
        if _LINE in text:
            found.update({label_begun(line) for line in text.split(PAGE_BREAK)})
    listed = labels().fields
    fields = {word: label_of(word) for word, times in found.items() if word and times >= _LEAST_FORMS}
    return frozenset((bare(w), field) for w, field in fields.items() if field and bare(w) not in listed)


def _introduces(block: Block) -> bool:
    """Whether a line begins with a department and the label of what it is for, its value behind."""
    folded = fold(block.text).strip()
    for label in _overviews():
        at = folded.find(label)
        if at > 0 and is_department(folded[:at]) and not _END.match(folded, at + len(label)):
            return at + len(label) < len(folded)
    return False


@cache
def _overviews() -> tuple[str, ...]:
    of_departments = (w for w, field in labels().fields.items() if field is Field.DEPARTMENT_OVERVIEW)
    return tuple(sorted((w for w in of_departments if len(w) >= _LONG), key=len, reverse=True))


def _ends(block: Block) -> bool:
    """Whether a line is a title: 店长岗位说明书, 三、附则."""
    folded = fold(block.text).strip()
    table = labels().fields
    titles = tuple(w for w, field in table.items() if field is Field.TITLE and len(w) >= _LONG)
    number = leading_number(block.text)
    heads = number is not None and number.style in ("chinese", "chapter") and is_short(block.text.strip())
    return heads or (is_short(folded) and folded.endswith(titles))


def _is_broken(form: Sequence[Block]) -> bool:
    """Whether several lines of a form begin with labels whose values follow without any mark."""
    return sum(_begins(block) or _introduces(block) for block in form) >= _LEAST_LABELS


def _joined(form: Sequence[Block]) -> Block:
    text, line = form[0].text, form[0].source.line
    for block in form[1:]:
        text += _LINE * (block.source.line - line) + PAGE_BREAK + block.text
        line = block.source.line
    return replace(form[0], text=text, quote="")
