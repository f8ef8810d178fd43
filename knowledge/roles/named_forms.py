"""Forms of posts whose labels no table has, written with those that the tables have: 听谁调度 | 场长.

The same labels stand in the form of each post, in tables or sheets of their own or below each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.roles.approval_matrix import is_matrix
from knowledge.roles.beside import field_of
from knowledge.roles.column_fields import Labelled, fields_of
from knowledge.roles.entry import kind_under, names_right
from knowledge.roles.headings import is_post, post_title, unnumbered, without_count
from knowledge.roles.labels import Field
from knowledge.roles.labels_written import NAME, labels_written, tells_of_posts
from knowledge.roles.table_labels import cell_place, headed, is_short, may_be_named, names_post, plain_label
from knowledge.text import bare

_LEAST = 2  # posts whose forms have a label
_LEAST_OF_ONE = 4  # fields that the only form of a document tells
_MOSTLY = 0.5  # of the forms of a document have it


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and its value in a row: the number of its block, of its cell; the label beside several rows."""

    at: int
    cell: int
    label: str
    value: str
    group: str

    @property
    def key(self) -> str:
        return bare(self.label)


def with_named_forms(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, such forms with known labels; any other table just as it is."""
    forms = list(_forms(blocks))
    pairs = [pair for form in forms for pair in form]
    if all(field_of(pair.label) for pair in pairs):
        return list(blocks)
    name = _name_label(forms) or _only_name(blocks, forms)
    owned = _owned(blocks, pairs, name)
    places = defaultdict[str, list[tuple[_Pair, str]]](list)
    for pair, owner in owned:
        if owner:
            places[pair.key].append((pair, owner))
    owners = {owner for _, owner in owned if owner}
    often = {key: at for key, at in places.items() if _repeats(at, len(owners))}
    columns = [_labelled(at) for at in often.values()]
    fields = [
        None if key == name or field_of(column.label) is Field.NAME else field
        for key, column, field in zip(often, columns, fields_of(columns), strict=True)
    ]
    if not tells_of_posts(fields) or (len(owners) == 1 and not _sure(columns, fields)):
        return list(blocks)
    told = zip(often, labels_written(columns, fields), fields, strict=True)
    plain = {key: label for key, label, field in told if field is not None}
    if name:
        plain[name] = NAME
    return _written(blocks, pairs, plain)


def _forms(blocks: Sequence[Block]) -> Iterator[list[_Pair]]:
    """The labels and values of each table that may hold forms."""
    for (is_row, _), group in groupby(
        enumerate(blocks), key=lambda pair: (pair[1].kind is Kind.ROW, pair[1].table)
    ):
        own = list(group)
        rows = [row for _, row in own]
        if is_row and headed(rows) is None and not is_matrix(rows):
            found = [
                pair
                for (i, row), below in zip(own, [*rows[1:], None], strict=True)
                for pair in _pairs(i, row, below)
            ]
            if found:
                yield found


def _pairs(at: int, row: Block, below: Block | None) -> Iterator[_Pair]:
    cells, first = row.cells, 0
    if len(cells) % 2:
        goes_on = 0 in row.continued or (below is not None and 0 in below.continued)
        if len(cells) == 1 or not goes_on:
            return
        first = 1
    for i in range(first, len(cells), 2):
        told = names_right(cells[i]) or kind_under(cells[i])[0] is not None  # is read as it is
        if not told and is_short(cells[i]) and any(map(str.isalpha, cells[i])):
            yield _Pair(at, i, plain_label(cells[i]), cells[i + 1], plain_label(cells[0]) if first else "")


def _name_label(forms: Sequence[Sequence[_Pair]]) -> str:
    """The label that no table has before the name of the post, with which each form begins; empty where the
    table has it."""
    firsts = [form[0] for form in forms]
    if len(forms) == 1:
        firsts = [pair for pair in forms[0] if pair.key == forms[0][0].key]
    keys = {pair.key for pair in firsts}
    values = [bare(pair.value) for pair in firsts]
    posts = sum(names_post(pair.value) for pair in firsts) > _MOSTLY * len(firsts)
    named = (
        posts
        and all(may_be_named(pair.value) for pair in firsts)
        and len(set(values)) == len(values) >= _LEAST
    )
    return keys.pop() if len(keys) == 1 and named and field_of(firsts[0].label) is None else ""


def _sure(columns: Sequence[Labelled], fields: Sequence[Field | None]) -> bool:
    """Whether the labels of one form alone tell that they are labels: most of them are no label of a table,
    and many say something of the post."""
    known = sum(field_of(column.label) is not None for column in columns)
    return known <= _MOSTLY * len(columns) and len({*fields} - {None}) >= _LEAST_OF_ONE


def _only_name(blocks: Sequence[Block], forms: Sequence[Sequence[_Pair]]) -> str:
    """The same of the only form, whose post a heading names as well."""
    first = forms[0][0] if len(forms) == 1 else None
    if first is None or field_of(first.label) is not None:
        return ""
    heads = {_headed(block.text) for block in blocks if block.kind is Kind.HEADING}
    return first.key if first.value.strip() in heads else ""


def _owned(blocks: Sequence[Block], pairs: Sequence[_Pair], name: str) -> list[tuple[_Pair, str]]:
    """Each label and value with the post whose form it stands in; empty where that is not known."""
    found, owner, at = list[tuple[_Pair, str]](), "", 0
    for pair in pairs:
        for block in blocks[at : pair.at]:
            if block.kind is Kind.HEADING:
                owner = _headed(block.text)
        at = pair.at
        if pair.key == name or field_of(pair.label) is Field.NAME:
            owner = pair.value.strip()
        found.append((pair, owner))
    return found


def _headed(text: str) -> str:
    plain = without_count(unnumbered(text))[0]
    name = post_title(plain) or plain
    return name if post_title(plain) or is_post(name) else ""


def _repeats(at: Sequence[tuple[_Pair, str]], owners: int) -> bool:
    """Whether words stand once in several forms, with other values in them."""
    posts = [owner for _, owner in at]
    values = {pair.value for pair, _ in at}
    differs = len(values) >= min(_LEAST, owners) or not any(
        map(field_of, values)
    )  # 类别 | 权限 heads columns
    return differs and len(posts) >= min(_LEAST, owners) and len(set(posts)) == len(posts)


def _labelled(at: Sequence[tuple[_Pair, str]]) -> Labelled:
    first = at[0][0]
    return Labelled(
        first.label, first.group, tuple(cell_place(pair.at, [pair.value], owner) for pair, owner in at)
    )


def _written(blocks: Sequence[Block], pairs: Sequence[_Pair], plain: dict[str, str]) -> list[Block]:
    found = list(blocks)
    for pair in pairs:
        label = plain.get(pair.key)
        if label is not None and label != pair.label:
            row = found[pair.at]
            cells = (*row.cells[: pair.cell], label, *row.cells[pair.cell + 1 :])
            found[pair.at] = replace(row, cells=cells)
    return found
