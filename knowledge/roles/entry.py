"""Entries: the values of a table with the labels that say what they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents.document import Block
from knowledge.regex import regex
from knowledge.roles.beside import field_of
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number
from knowledge.roles.prose import prose
from knowledge.text import bare, fold

_TITLES = (Field.FUNCTIONS, Field.DUTIES)
_STATEMENTS = (Field.DUTIES, Field.FUNCTIONS, Field.TASKS, Field.AUTHORITIES, Field.AUTHORITY_KIND)
_JOINT = " | "  # between the cells of a row
_LONGEST_RIGHT = 6  # characters of a kind of right
_LONGEST_QUOTE = 80  # characters that a reader takes in at a glance
_LEAST_PARTS, _SHORTEST = 2, 4  # statements in one line, characters of each
_COUNTED = regex(r"\s*(\d{1,2})[.．、]")
_AMOUNT = regex(r"^(\s*\d{1,2}[.．])(?=\d)")  # behind the number of an item
_TITLED = regex(r"(?P<label>[^:：\n]{2,8})[:：]\s*(?P<title>[^:：\n]{1,20})")
_ORDINAL = regex(r"\(?[一二三四五六七八九十\d]{1,3}\)?$")
_KINDS_OF = {Field.AUTHORITIES: Field.AUTHORITY_KIND, Field.COLLABORATION: Field.COLLABORATION_KIND}


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a table with its label before or above it; without `field` it goes on with the last."""

    field: Field | None
    label: str
    value: str
    row: Block
    quote: str

    @property
    def items(self) -> list[str]:
        """The lines of the value; statements that only semicolons part are one each."""
        if self.field is Field.NOTE:
            return [self.value]
        return _lines(self.value) if "\n" in self.value else statements(self.value, self.field)

    def put_together(self, piece: str) -> bool:
        """Whether a piece of the value was put together from several cells, so that the row is its quote: not
        one that stands below its label in a row of its own."""
        return self.quote.strip() != self.label.strip() and piece.strip() not in self.row.quote


def _lines(text: str) -> list[str]:
    """The lines of a cell; a number that counts them is parted from an amount right behind it: 1.3天以内."""
    lines = text.split("\n")
    counted = [_COUNTED.match(line) for line in lines]
    if sum(found is not None and int(found[1]) == i for i, found in enumerate(counted, start=1)) < len(lines):
        return lines
    return [_AMOUNT.sub(r"\1 ", line) for line in lines]


def statements(text: str, field: Field | None) -> list[str]:
    """The statements of a line in a section of a field, where only semicolons part them; else the line."""
    parts = [part for part in re.split("[；;]", text) if part.strip()]
    if field not in _STATEMENTS or len(parts) < _LEAST_PARTS or min(map(len, parts)) < _SHORTEST:
        return [text]
    if leading_number(text) is not None:
        return [text]
    counted = [prose().count.match(part.strip()) for part in parts]  # 一是…；二是…
    if sum(found is not None for found in counted) < _LEAST_PARTS:
        return parts
    return [part.strip()[found.end() if found else 0 :] for part, found in zip(parts, counted, strict=True)]


def titled_entries(label: str, value: str, row: Block) -> list[Entry]:
    """The entries of a label with a title of its own: 职责一：施工策划, 权限：人事; else none."""
    found = _TITLED.fullmatch(label.strip())
    field = field_of(_ORDINAL.sub("", fold(found["label"]))) if found else None
    quote = quoted(label, value, row)
    if found and field in _TITLES:
        tasks = [Entry(Field.TASKS, "", value, row, quote)] if value else []
        return [Entry(Field.DUTY, found["label"], found["title"], row, label), *tasks]
    kind = _KINDS_OF.get(field) if found and field else None
    return [Entry(kind, found["title"], value, row, quote)] if found and kind else []


def kind_under(label: str) -> tuple[Field | None, str]:
    """The field of one kind of rights or partners (权限：人事), and the kind; else None and the label."""
    found = _TITLED.fullmatch(label.strip())
    field = field_of(found["label"]) if found else None
    kind = _KINDS_OF.get(field) if found and field else None
    return (kind, found["title"]) if found and kind else (None, label)


def names_right(label: str) -> bool:
    """Whether a label of a form names a kind of right, whether 权限 stands above it or not: 费用权."""
    return len(bare(label)) <= _LONGEST_RIGHT and bare(label).endswith(("权", "权限"))


def titles(label: str) -> bool:
    """Whether a label has a title of its own: 职责一：施工策划."""
    found = _TITLED.fullmatch(label.strip())
    field = field_of(_ORDINAL.sub("", fold(found["label"]))) if found else None
    return field in _TITLES or field in _KINDS_OF


def quoted(label: str, value: str, row: Block) -> str:
    """A label with its value as the row has them, else the whole row."""
    return _as_written(f"{label}{_JOINT}{value}", row) or row.quote


def quoted_below(cells: Sequence[str], key: int | None, i: int, row: Block) -> str:
    """The cell of a column as the row has it, with the cells from that of its post (`key`) on where these are
    short; the whole row where it is short itself: a reader cannot see what matters in a row of a page."""
    if len(row.quote) <= _LONGEST_QUOTE:
        return row.quote
    if key is not None:
        quote = _as_written(_JOINT.join(cells[min(key, i) : max(key, i) + 1]), row)
        if 0 < len(quote) <= _LONGEST_QUOTE:
            return quote
    return _as_written(cells[i], row) or row.quote


def _as_written(text: str, row: Block) -> str:
    """Words of cells as the row has them; empty where it has them otherwise."""
    return next((t for t in (text, text.replace("\n", "<br>")) if t in row.quote), "")
