"""Approval matrices: tables of matters and steps, with tiers by amount, days or percent.

A row is one approval, or one for each range that its cells tell apart. The columns are steps (the cells name
who takes them), roles (the cells say with a verb, mark, number or limit which step is theirs), or ranges.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from knowledge.actions import Strength
from knowledge.documents.document import Block
from knowledge.regex import regex
from knowledge.roles.approval import Approval, Step, step_of, words
from knowledge.roles.approval_by_role import is_by_role, read_by_role
from knowledge.roles.approval_cell import Entry, decided_by_rank, is_name, is_none, last_decides, read_cell
from knowledge.roles.approval_columns import Head, is_mark, with_unit
from knowledge.roles.approval_head import find_head, repeats_head, side_by_side
from knowledge.roles.approval_label import implied_unit
from knowledge.roles.approval_row import Row, by_rows, spread
from knowledge.roles.approval_rule import read_rule, topic_of
from knowledge.roles.footnote import Footnote, read_footnotes, split_marks
from knowledge.roles.headings import heading_field
from knowledge.roles.labels import Field
from knowledge.roles.legend import is_legend, legend, letters
from knowledge.roles.limit import find_limit
from knowledge.roles.matter_above import NOTHING_ABOVE, Above, matter_in, matter_of
from knowledge.roles.names import split_list
from knowledge.roles.posts import Posts
from knowledge.roles.ranges import is_range
from knowledge.roles.role import Passage
from knowledge.roles.step_order import in_order
from knowledge.text import fold

_DECIDE = (Strength.DECIDE, "审批")
_ORDER = regex(r"^\s*(?:第)?(?P<number>\d{1,2}|[一二三四五六])(?:步|[.、)]|\s|$)?(?P<rest>.*)$", re.DOTALL)
_NUMBERS = "一二三四五六"
_UNIT = regex(r"单位\s*[:：]\s*(?:人民币)?(万元|千元|元)")


@dataclass(slots=True)
class _Above:
    """What the rows above leave to the next one: the group, and the texts of its columns.

    `headed`: the row that is nothing but the matter of the rows below it, which are its tiers.
    """

    group: str = ""
    headed: Passage | None = None
    texts: tuple[str, ...] = ()


def is_matrix(rows: Sequence[Block], near: Sequence[str] = ()) -> bool:
    """Whether the rows of a table are an approval matrix: a matter, and steps, roles or tiers at its head.

    `near`: what stands above and below the table, where its marks may be explained.
    """
    return (len(rows) > 1 and not _tells_of_posts(rows[0])) and (
        is_by_role(rows, legend(near)) or find_head(by_rows(rows), unit_of(near)) is not None
    )


def has_matter(rows: Sequence[Block]) -> bool:
    """Whether a matrix holds its matters itself, so that nothing above it needs to name one."""
    found = find_head(by_rows(rows))
    return found is None or bool(found[1].matter) or (found[0] > 0 and bool(spread(rows[0]).only))


def _tells_of_posts(head: Block) -> bool:
    """Whether the first row heads what posts may decide: 岗位 | 可以自行决定."""
    first, *others = map(heading_field, head.cells)
    return first is Field.NAME and bool(others) and set(others) <= {Field.AUTHORITIES, Field.DUTIES}


def read_matrix(
    rows: Sequence[Block], title: str, remarks: Sequence[Passage] = (), above: Above = NOTHING_ABOVE
) -> tuple[list[Approval], list[Passage]]:
    """The approvals of a matrix, and the remarks that belong to no row.

    `remarks` stand below the table; right `above` it the unit of its numbers, the meaning of its marks, and
    its matter where no column holds that. An empty matter is that of the row above; a remark with a mark is
    the note of its rows.
    """
    before = above.before
    known = legend([title, before, *(p.text for p in remarks)])
    if is_by_role(rows, known):
        return read_by_role(rows, title, known), [p for p in remarks if not legend([p.text])]
    table = by_rows(rows)
    unit = unit_of([before, *(row.only for row in table), *(p.text for p in remarks)])
    found = find_head(table, unit)
    if found is None:
        return [], list(remarks)
    first, head = found
    own = table[0].only if first else ""
    title = title or own
    tops = [row.texts for row in table[first : first + head.size]]
    body = [row for row in table[first + head.size :] if row.texts not in tops]
    body = [row for row in body if not repeats_head(head, row)]
    inside = [_passage(row) for row in body if row.only and _is_remark(row)]
    notes = read_footnotes([*remarks, *inside])
    marks = [cell for row in body if not row.only for i, cell in enumerate(row.texts) if i in head.roles]
    said = [title, before, *(row.only for row in table[:first]), *(p.text for p in [*remarks, *inside])]
    known = legend(said) or letters(marks)
    body = [row for row in body if not (row.only and _is_remark(row))]
    if sides := side_by_side(head):
        readers = [_Reader(side, title, notes, known, unit, matter_in(side.about[0]), ()) for side in sides]
        return [a for reader in readers for row in body for a in reader.row(row)], []
    topic, who = above.about(own, head.about) if not head.matter else ("", ())
    topic = above.heading(own) if head.cases else topic
    reader = _Reader(head, title, notes, known, unit, topic, who)
    approvals = [a for row in body for a in reader.row(row)]
    ruled, left = reader.remains()
    return [*approvals, *ruled], left


def _is_remark(row: Row) -> bool:
    noted = re.match(words()["notes"]["lead"], row.only) is not None
    return noted or any(c in row.only for c in "。；;") or is_legend(row.only)


def unit_of(texts: Iterable[str]) -> str:
    """What numbers without a unit count, as one of the texts says; empty where none does."""
    found = (_UNIT.search(text) for text in texts)
    return next((match[1] for match in found if match), "")


class _Reader:
    """The rows of a matrix, one after the other."""

    def __init__(
        self,
        head: Head,
        title: str,
        notes: list[Footnote],
        known: Mapping[str, str],
        unit: str,
        topic: str,
        who: tuple[str, ...],
    ) -> None:
        self._topic, self._who = topic, who  # what stands above the table tells where no column does
        self._head, self._title, self._notes, self._legend = head, title, notes, known
        self._unit = unit
        self._above = _Above()
        self._unread: list[Passage] = []
        self._used: dict[int, str] = {}  # the notes that belong to rows, with the matter of the first

    def row(self, row: Row) -> Iterator[Approval]:
        """The approvals of a row."""
        head, width = self._head, len(row.texts)
        if row.only:
            self._above.group = row.only if not row.merged[0] else self._above.group
            return
        texts = self._filled(row)
        names, marks = self._matter(texts)
        matter = " ".join(names)
        condition = " ".join(_flat(texts[i]) for i in head.condition if i < width and not is_none(texts[i]))
        condition, more = split_marks(condition)
        entries = self._entries(row, texts)
        if not matter or not any(entries):
            self._unread.append(_passage(row))
            if matter and not condition:
                self._above.group, self._above.headed = matter, self._unread[-1]
            return
        if is_range(fold(names[-1])) and self._above.group:
            matter, condition = self._above.group, f"{names[-1]} {condition}".strip()
            self._unread = [p for p in self._unread if p is not self._above.headed]
        marks |= more | frozenset(
            m for i in (*head.steps, *head.roles) if i < width for m in split_marks(texts[i])[1]
        )
        notes = self._footnotes(marks, matter)
        remark = " ".join(_flat(texts[i]) for i in head.note if i < width and not is_none(texts[i]))
        base = Approval(
            self._title,
            matter,
            condition,
            (),
            _passage(row),
            " ".join(filter(None, [remark, *(n.text for n in notes)])),
            self._applies(texts),
            footnotes=tuple(notes),
        )
        ranges = list(dict.fromkeys(e.condition for found in entries for e in found if e.condition)) or [""]
        for ranged in ranges:
            held = [[e for e in found if e.condition in ("", ranged)] for found in entries]
            steps = last_decides(decided_by_rank(held) if head.ranked else held)
            both = " ".join(filter(None, [condition, ranged]))
            yield replace(
                base, condition=both, steps=tuple(e.step for e in steps), range=self._range(texts, both)
            )

    def remains(self) -> tuple[list[Approval], list[Passage]]:
        """The rules that the remarks below the table state, and the remarks that belong to no row."""
        ruled: list[Approval] = []
        left = self._unread
        for i, note in enumerate(self._notes):
            matter = self._used.get(i, "")
            found = read_rule(note.passage, matter, topic_of(matter), Posts())
            ruled += [replace(a, title=self._title) for a in found]
            left += [] if found or i in self._used or legend([note.passage.quote]) else [note.passage]
        return ruled, left

    def _filled(self, row: Row) -> tuple[str, ...]:
        """The texts of a row, empty matters and 同上 taken from the row above."""
        above, texts = self._above.texts, list(row.texts)
        fresh = False
        for i in self._head.matter or self._head.applies:
            if i < len(texts) and i < len(above) and not texts[i] and not fresh:
                texts[i] = above[i]
            elif i < len(texts) and (i >= len(above) or texts[i] != above[i]):
                fresh = True
        for i, text in enumerate(texts):
            if text in words()["cells"]["same"] and i < len(above):
                texts[i] = above[i]
        self._above.texts = tuple(texts)
        return self._above.texts

    def _matter(self, texts: Sequence[str]) -> tuple[list[str], frozenset[str]]:
        """The parts of a row's matter without the marks of footnotes, and those marks."""
        names, marks = [], frozenset[str]()
        for i in self._head.matter:
            name, found = split_marks(_flat(texts[i]) if i < len(texts) else "")
            marks |= found
            names += [] if is_none(name) else [name]
        if not self._head.matter:
            names = [matter_of(self._above.group) or self._topic]
        elif names and self._topic not in " ".join(names):
            names.insert(0, self._topic)
        return list(dict.fromkeys(filter(None, names))), marks

    def _footnotes(self, marks: frozenset[str], matter: str) -> list[Passage]:
        found = [i for i, note in enumerate(self._notes) if note.mark in marks]
        self._used.update({i: matter for i in found if i not in self._used})
        return [self._notes[i].passage for i in found]

    def _applies(self, texts: Sequence[str]) -> tuple[str, ...]:
        columns = [*self._head.applies, *self._head.start]
        said = (texts[i] for i in columns if i < len(texts) and not is_none(texts[i]))
        named = (_flat(text) for text in said if not _is_tick(text))
        return tuple(dict.fromkeys(name for text in named for name in split_list(text))) or self._who

    def _range(self, texts: Sequence[str], condition: str) -> str:
        """The condition with the unit of its column, where it has none of its own."""
        if not condition or find_limit(condition):
            return ""
        units = self._head.units
        unit = next((units[i] for i in self._head.condition if i in units), self._unit)
        unit = unit or next(filter(None, map(implied_unit, self._head.about)), "")
        ranged = with_unit(condition, unit)
        return ranged if find_limit(ranged) else ""  # 不限

    def _entries(self, row: Row, texts: Sequence[str]) -> list[list[Entry]]:
        """The steps of a row, column by column in their order."""
        head = self._head
        named: list[list[Entry]] = []
        marked: list[tuple[Entry, int]] = []
        columns = [i for i in sorted({*head.steps, *head.roles, *head.tiers}) if i < len(texts)]
        for i, after in zip(columns, [*columns[1:], None], strict=False):
            if is_none(texts[i]) or (after and i in head.steps and row.cells[after] == row.cells[i]):
                continue  # a cell over several steps is one step, the last of them
            if i in head.roles:
                entry = self._role_entry(i, texts[i])
                marked += [(entry, _order(texts[i]))] if entry else []
            elif i in head.steps:
                named.append(self._step_entries(i, texts[i]))
            else:
                found = read_cell(texts[i], *_DECIDE)
                named.append([replace(e, condition=f"{head.tiers[i]} {e.condition}".strip()) for e in found])
        posts = [head.roles[i] for i in sorted(head.roles)]
        return [*named, *([entry] for entry in (in_order(marked, posts) if marked else ()))]

    def _step_entries(self, column: int, cell: str) -> list[Entry]:
        strength, verb, who = self._head.steps[column]
        ranged = self._head.tiers.get(column, "")
        if who and is_mark(cell) and not is_name(cell):
            limit = cell if find_limit(cell) else ranged
            return [Entry(Step(who, strength, verb), limit)]
        return [replace(e, condition=e.condition or ranged) for e in read_cell(cell, strength, verb)]

    def _role_entry(self, column: int, cell: str) -> Entry | None:
        """What the cell of a role says: a verb, a mark that the legend explains, a number, a limit."""
        who = self._head.roles[column]
        plain = _ORDER.sub(lambda m: m["rest"], _digits(cell)).strip() if _order(cell) else fold(cell).strip()
        step = step_of(self._legend.get(plain, plain))
        limit = cell if find_limit(cell) is not None else ""
        if step is not None:
            return Entry(Step(who, *step), limit)
        meaning = self._legend.get(plain, plain)
        if word := next((word for word in words()["steps"]["start"] if word in meaning), ""):
            return Entry(Step(who, Strength.DRAFT, word))
        if not limit and find_limit(with_unit(cell, "元")) is not None:
            limit = cell
        return Entry(Step(who, *_DECIDE), limit) if is_mark(cell) else None


def _order(cell: str) -> int:
    """The number with which a cell gives the place of a step, 0 where it gives none: ②审批, 第二步."""
    if find_limit(cell) is not None or (found := _ORDER.match(_digits(cell))) is None:
        return 0
    number = found["number"]
    return int(number) if number.isdigit() else _NUMBERS.index(number) + 1


def _digits(cell: str) -> str:
    """A cell with circled numbers as plain ones."""
    return fold(normalize("NFKC", cell)).strip()


def _is_tick(text: str) -> bool:
    return re.fullmatch(rf"{words()['cells']['marks']}|\d{{1,2}}", _digits(text)) is not None


def _flat(text: str) -> str:
    return text.replace("\n", "").strip()


def _passage(row: Row) -> Passage:
    return Passage(row.block.text, row.block.quote, row.block.source)
