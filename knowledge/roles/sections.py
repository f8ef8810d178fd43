"""A document cut into labelled sections, whatever its layout: headings, lines, tables or running text.

Each layout is told by its structure; what a label means is in `labels.toml`. A section is a label with the
lines that follow it; what it means for a role is decided by `job_description`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Document, Kind
from knowledge.roles.appended import chapter_title
from knowledge.roles.beside import part_of_duty
from knowledge.roles.blank_columns import columns
from knowledge.roles.broken_forms import Lines
from knowledge.roles.counted_headings import unchaptered
from knowledge.roles.document_title import title_apart
from knowledge.roles.entry import Entry, statements
from knowledge.roles.footnote import is_footnote
from knowledge.roles.form_labels import FormLabels
from knowledge.roles.headings import (
    AUTHORITIES,
    CLOSING,
    LISTS,
    PARTNERS,
    SHORT,
    heading_field,
    is_chapter,
    is_post,
    label_and_value,
    label_of,
    leads_posts,
    leads_rights,
    pieces,
    right_heading,
    unnumbered,
    unwrapped,
)
from knowledge.roles.kinds import further_kind, kind_of
from knowledge.roles.labels import Field
from knowledge.roles.legend import is_legend
from knowledge.roles.lines import Section, as_written, has_rights, make_line, set_apart, split_line
from knowledge.roles.marked_headings import heads_posts, heads_rules, short_title
from knowledge.roles.matters import takes_matters
from knowledge.roles.near_tables import parts
from knowledge.roles.numbering import Numbered, leading_number
from knowledge.roles.openings import heads_own_list, opening, outer_list
from knowledge.roles.prepared import prepared
from knowledge.roles.rows import read_rows, signs
from knowledge.roles.rules_apart import with_rules_apart
from knowledge.roles.run_in import introduced
from knowledge.roles.running import Part, labels_of_forms, split_running
from knowledge.roles.wrapping import continues, leaves_cell, leaves_list, leaves_value, strays

_FREE = (Field.HEADING, Field.TITLE, Field.NEUTRAL, Field.OTHER)  # sections of paragraphs
_LEAST_KIND, _PLAIN_KIND, _OWN_LABEL_LENGTH = 4, 6, 8  # characters of 对外协作 and 内部协作关系 as labels
SUB_HEADING, OWN_LABEL = 7, 8  # levels of headings below all that a format knows, of labels of its own


def cut(document: Document) -> list[Section]:
    """The sections of a document in reading order."""
    blocks, repeated = prepared(document.blocks)
    cutter = _Cutter(repeated, labels_of_forms([b.text for b in blocks if b.kind is Kind.TEXT]))
    following = {id(block): after for block, after in pairwise([*blocks, None])}
    for part in parts(blocks):
        if part.matrix:
            cutter.matrix(part.blocks, part.above)
        elif part.blocks and part.blocks[0].kind is Kind.ROW:
            cutter.table(part.blocks)
        else:
            for block in part.blocks:
                cutter.block(block, following.get(id(block)))
    return list(with_rules_apart(cutter.sections))


class _Cutter:
    def __init__(self, repeated: frozenset[str], known: FormLabels) -> None:
        self.sections, self._styles = list[Section](), list[str]()
        self._repeated = repeated  # labels that no table has
        self._known, self._ran = known, False  # labels of flattened forms; whether the line above was one
        self._marked = 0  # the level of the last heading that the format marks
        self._unmarked = False  # whether lines without mark-up opened posts below it
        self._last = 0  # the line of the document that was taken last
        self._table: Section | None = None  # the section of the last cell of the table right above

    @property
    def _here(self) -> Field | None:
        return self.sections[-1].field if self.sections else None

    def block(self, block: Block, after: Block | None) -> None:
        before, above = self._here if self._ran else None, self.sections[-1] if self.sections else None
        parts: list[Part] = []
        if block.kind is Kind.HEADING:
            self._heading(block, after)
        elif self._here is Field.APPROVALS and self._is_remark(block.text):
            self.sections[-1].lines.append(make_line(block.text, block.source))
        elif block.kind is Kind.TEXT and (parts := split_running(block.text, before, self._known)):
            at = Lines(block)
            for part in parts:
                if part.label or not self.sections:
                    self._open(Section(part.field, part.label, at.source(part.label), quote=part.quote))
                self.sections[-1].lines += [make_line(t, at.source(t), depth) for t, depth in part.items]
        elif block.kind is Kind.TEXT and (cells := columns(block.text)):
            self._entries(read_rows([replace(block, cells=cells)], self._here))
        elif not takes_matters(self.sections, block.text, block.source):
            for piece in title_apart(pieces(block.text)) if block.kind is Kind.TEXT else [block.text]:
                self._line(block, piece, after)
        self._ran = bool(parts) or (self._ran and above is self.sections[-1])
        self._last = block.source.line

    def _is_remark(self, text: str) -> bool:
        """Whether a line behind an approval matrix belongs to it."""
        return is_footnote(text, bool(self.sections[-1].lines)) or is_legend(text)

    def matrix(self, rows: Sequence[Block], above: Sequence[str]) -> None:
        self._open(Section(Field.APPROVALS, "\n".join(above), rows[0].source)).rows = tuple(rows)
        self._last = rows[-1].source.line

    def table(self, rows: Sequence[Block]) -> None:
        self._entries(read_rows(rows, self._here))
        if self._here not in LISTS | PARTNERS:  # text behind a table belongs to none of its cells
            self._open(Section(Field.OTHER, "", rows[-1].source))
        self._last = rows[-1].source.line
        self._table = self.sections[-1]

    def _entries(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if entry.field is not None:
                label = unnumbered(entry.label) or entry.label  # 三、工作权限
                self._open(Section(entry.field, label, entry.row.source, quote=entry.quote))
            for text in entry.items:
                if takes_matters(self.sections, text, entry.row.source):
                    continue
                for piece in pieces(text) if text.strip() else ():
                    self._cell_line(entry.row, piece)
                    if entry.field in AUTHORITIES and entry.put_together(piece):
                        self.sections[-1].quote_last(entry.quote)

    def _cell_line(self, row: Block, text: str) -> None:
        found = label_and_value(text)
        kind = (kind_of(found[0], self._here) or part_of_duty(found[0], self._here)) if found else None
        if found and kind:
            self._open(Section(kind, found[0], row.source, quote=text.strip()))
            text = found[1]
        if not self.sections:
            self._open(Section(Field.OTHER, "", row.source))
        if text.strip():
            self._append(text, row, None)

    def _heading(self, block: Block, after: Block | None) -> None:
        text = unchaptered(unnumbered(block.text)).rstrip(":： ")
        field = heading_field(text) or right_heading(text, self._here)
        chapter = field is Field.NOTE and is_chapter(text)
        chapter |= field in AUTHORITIES and heads_rules(block, self.sections)
        if field is None or field is Field.TITLE or chapter or heads_posts(block, after):
            field = Field.HEADING
        # a chapter below posts that unmarked lines opened stands beside them: 审批规定 with ## or ###
        beside = self._unmarked and is_chapter(text) and block.level <= self._marked + 1
        self._marked, self._unmarked = block.level, False
        self._open(Section(field, text, block.source, 1 if beside else block.level, block.text))

    def _line(self, block: Block, text: str, after: Block | None) -> None:
        number = leading_number(text)
        plain = (text[number.start :] if number else text).strip()
        counted = bool(number and self.sections and self.sections[-1].counts_on(number))
        counted = counted and not heads_own_list(plain, number, after)
        is_text = block.kind is Kind.TEXT
        repeated = unwrapped(plain).rstrip(":： ") in self._repeated
        if is_text and (title := chapter_title(text.strip())) and has_rights(self.sections):
            self._open(Section(Field.HEADING, title, block.source, 1, quote=text.strip()))
            return
        free = is_text and not counted and not repeated
        opened = opening(block, plain, number, after, self.sections, self._last) if free else None
        labelled = None if opened and opened.closing else self._labelled(block, plain, counted)
        if labelled is not None:
            first, _, rest = labelled[2].partition("。")
            if rest.strip() and labelled[0] in SHORT and is_text:  # 分管领导：站长。具体职责如下：
                self._open_labelled((*labelled[:2], first), block, text.strip()[: -len(rest)], number)
                for piece in pieces(rest.strip()):
                    self._line(block, piece, after)
            else:
                self._open_labelled(labelled, block, as_written(text.strip(), block), number)
        elif opened is not None:
            chapter = number if number and number.style == "chapter" else None  # 第二节 is below 第三章
            below = 2 * ("节" in text[: chapter.start]) if chapter else self._marked + 1
            self._open(replace(opened, level=max(opened.level, below)))
            self._unmarked = True
        elif is_text and (repeated or self._is_sub_heading(block, plain)):
            label, field = plain.rstrip(":： "), heading_field(plain) if repeated else None  # （四）联系
            level = OWN_LABEL if repeated else SUB_HEADING
            self._open(Section(field or Field.HEADING, label, block.source, 0 if field else level, plain))
        elif is_text and block.level > 0:  # a quotation is a remark about the document
            set_apart(self.sections, [make_line(text, block.source)])
        else:
            self._go_back(number, block)
            self._plain(block, text, after)

    def _go_back(self, number: Numbered | None, block: Block) -> None:
        """Go on with the list in which a label was an item: (九) behind (八)权限 with its own list."""
        parent = outer_list(self.sections, number) if block.kind is Kind.TEXT else None
        if parent is not None:
            field = Field.OTHER if parent.field is Field.HEADING else parent.field
            label = "" if field is Field.OTHER else parent.label
            self._open(Section(field, label, block.source, parent.level, number=parent.number))

    def _is_sub_heading(self, block: Block, plain: str) -> bool:
        """Whether a line inside a list is nothing but bold words."""
        section = self.sections[-1] if self.sections else None
        if section is None or not plain or block.strong.rstrip(":： ") != plain.rstrip(":： "):
            return False
        return section.field in LISTS | PARTNERS or section.level == SUB_HEADING

    def _plain(self, block: Block, text: str, after: Block | None) -> None:
        if not self.sections or strays(self.sections[-1], block, text, self._last):
            self._open(Section(Field.NOTE if self.sections else Field.OTHER, "", block.source))
        elif self._leaves(block, text):
            self._open(Section(Field.OTHER, "", block.source))
        elif (left := leaves_list(self.sections[-1], block, text, self._last)) is not None:
            text = left.pop()
            self._open(Section(Field.OTHER, "".join(left), block.source, quote=block.text))
        self._append(text, block, after)

    def _leaves(self, block: Block, text: str) -> bool:
        """Whether a line is no more of the short field or the table above it."""
        section = self.sections[-1]
        if section.field in SHORT:
            return leaves_value(section, block, text, self._beside(block))
        return section is self._table and leaves_cell(section, text)

    def _labelled(self, block: Block, plain: str, counted: bool) -> tuple[Field, str, str] | None:
        """The field, label and value of a line that begins with a label, else None."""
        if block.kind is Kind.TEXT and (led := leads_rights(plain) or short_title(plain, self.sections)):
            return heading_field(led) or Field.AUTHORITIES, led, ""
        marked = plain.endswith((":", "：")) or block.strong == plain
        whole = heading_field(plain) if marked else label_of(plain)
        if whole and (block.kind is Kind.TEXT or (marked and self._beside(block))):
            return whole, unwrapped(plain.rstrip(":： ")), ""
        if block.kind is Kind.TEXT and (kind := kind_of(plain, self._here)):
            return kind, plain, ""
        found = label_and_value(plain)
        if not found or (counted and block.kind is Kind.TEXT and label_of(found[0]) not in CLOSING):
            return None
        label, value = found
        known = Field.NOTE if signs(label, value) else self._meaning(block, label)
        if known in (None, Field.OTHER) and self._here in SHORT and leads_posts(label, value):
            known = Field.SUBORDINATES
        return (known, label, value) if known else None

    def _meaning(self, block: Block, label: str) -> Field | None:
        """The field of a label with a value behind it, by the section it stands in."""
        here, known = self._here, label_of(label)
        if known is None:
            own = here in SHORT and len(label) <= _OWN_LABEL_LENGTH and not is_post(label)
            own = own and (bool(self.sections[-1].lines) or block.kind is Kind.ITEM)
            if own and self._beside(block):
                return Field.OTHER
            learned = Field.OTHER if block.kind is Kind.TEXT and label in self._repeated else None
            return kind_of(label, here) or further_kind(self.sections, block, label) or learned
        if known is Field.COLLABORATION_KIND:
            inline = (
                block.kind is Kind.TEXT and not self.sections[-1].stands_alone and len(label) >= _LEAST_KIND
            )
            return None if here in LISTS and not (inline or len(label) >= _PLAIN_KIND) else known
        remark = known in (Field.NEUTRAL, Field.NOTE) and here not in SHORT
        if block.kind is Kind.ITEM and (remark or not self._beside(block)):
            return None
        return Field.NOTE if known is Field.NEUTRAL else known

    def _beside(self, block: Block) -> bool:
        """Whether a block stands beside the label above it rather than below it."""
        above = self.sections[-1] if self.sections else None
        if block.kind is not Kind.ITEM or above is None:
            return True
        return block.level <= above.depth if above.depth else above.field not in LISTS

    def _open_labelled(
        self, labelled: tuple[Field, str, str], block: Block, quote: str, number: Numbered | None
    ) -> None:
        field, label, value = labelled
        if field is Field.NOTE and value and not label.startswith("附") and leading_number(value) is None:
            set_apart(self.sections, [make_line(quote, block.source)])
            return
        depth = block.level if block.kind is Kind.ITEM else 0
        self._open(Section(field, label, block.source, quote=quote, number=number, depth=depth))
        parts = statements(value, field) if block.kind is Kind.TEXT else [value]
        for part in parts if value else ():
            self._append(part, block, None)

    def _append(self, text: str, block: Block, after: Block | None) -> None:
        """Take a line into the section: items where it is numbered, else a paragraph or a wrapped line."""
        section = self.sections[-1]
        if block.kind is Kind.ITEM:
            for item, style, number in split_line(text, block.number):
                depth = max(1, block.level - section.depth)
                line = make_line(item, block.source, depth, block.strong)
                section.lines.append(line.as_item(style, number, listed=True))
            return
        parts = introduced(text) if section.field in _FREE else [text]
        for item, style, number in (item for part in parts for item in split_line(part)):
            line = make_line(item, block.source, strong=block.strong)
            if style:
                section.lines.append(line.as_item(style, number, self._depth(style)))
            elif section.lines and continues(section, line, block, after, self._last):
                section.join(line, item)
            else:
                section.lines.append(line)

    def _depth(self, style: str) -> int:
        if style not in self._styles:
            self._styles.append(style)
        depth = self._styles.index(style) + 1
        del self._styles[depth:]
        return depth

    def _open(self, section: Section) -> Section:
        self._styles = []
        section.label = section.label.strip()
        self.sections.append(section)
        return section
