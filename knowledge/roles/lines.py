"""Sections and their lines: items cut apart, wrapped lines joined, page breaks taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made
from itertools import takewhile

from knowledge.documents.document import PAGE_BREAK, Block, Kind, Source
from knowledge.regex import regex
from knowledge.roles.labels import Field, labels
from knowledge.roles.numbering import Numbered, leading_number, split_after, split_numbered

END_MARKS = "。；;.！!？?：:"
_BULLETS = "◆●■★▲◇▪❖◎"  # that stand for nothing else inside an item
_OPEN_MARKS = "，,、(（“《"
_ONES = regex(r"\s*(?:[一二三四五六七八九十]{1,2}是|其[一二三四五六七八九十])\s*")  # 一是甲；二是乙
_ENDS = regex("(?<=[；;。])")
_BREAK = regex(rf"\s*{PAGE_BREAK}+\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One item or line of a section; `depth` 0 is a paragraph, 1 an item, 2 an item below it.

    `style`, `number`: how the item is numbered. `listed`: an item of a list that the format marks as one: a
    line below it is a line of its own. `quote`: the words as the document has them.
    """

    text: str
    source: Source
    depth: int = 0
    strong: str = ""
    quote: str = ""
    style: str = ""
    number: int | None = None
    listed: bool = False

    @property
    def ended(self) -> bool:
        """Whether the line ends with a mark that ends a sentence or item."""
        return self.text.rstrip()[-1:] in tuple(END_MARKS)

    @property
    def unfinished(self) -> bool:
        """Whether the line cannot end here: a comma or an open bracket."""
        return self.text.rstrip()[-1:] in tuple(_OPEN_MARKS) or _unclosed(self.text)

    def as_item(self, style: str, number: int | None, depth: int = 0, listed: bool = False) -> "Line":
        """The line as an item of a list."""
        return replace(self, style=style, number=number, depth=depth or self.depth, listed=listed)

    def join(self, other: "Line") -> "Line":
        """The two lines as one."""
        first, second = self.text.rstrip(), other.text.lstrip()
        between = " " if _latin(first[-1:]) and _latin(second[:1]) else ""
        return replace(self, text=first + between + second, quote=f"{self.quote}\n{other.quote}")


@dataclass(slots=True)
class Section:
    """A label, the field it means, the lines behind it, and label with value as the document has them.

    `level`: of a heading, from 1; `closing`: it is about no role. `depth`: of the list item that is the
    label, 0 where it is none. `rows`: of a table that is read as a whole.
    """

    field: Field
    label: str
    source: Source
    level: int = 0
    quote: str = ""
    number: Numbered | None = None
    depth: int = 0
    lines: list[Line] = made(default_factory=list)
    rows: tuple[Block, ...] = ()
    closing: bool = False

    @property
    def value(self) -> str:
        """The lines as one text."""
        return "\n".join(line.text for line in self.lines)

    @property
    def stands_alone(self) -> bool:
        """Whether the label is all of its line, so that its value stands below it."""
        return not self.lines or self.lines[0].source.line > self.source.line

    def quote_last(self, quote: str) -> None:
        """Give the last line other words of the document as its quote."""
        if self.lines:
            self.lines[-1] = replace(self.lines[-1], quote=quote)

    def join(self, line: Line, text: str) -> None:
        """Join a wrapped line to the one above it; the next items may stand on the same line."""
        last = self.lines[-1]
        (first, *_), *others = split_line(text, last.number) if last.number else [(text, "", None)]
        self.lines[-1] = last.join(make_line(first, line.source) if others else line)
        for item, _, number in others:
            self.lines.append(make_line(item, line.source).as_item(last.style, number, last.depth))

    def counts_on(self, number: Numbered) -> bool:
        """Whether a numbered line is the next item of the section rather than the next heading."""
        last = next((line for line in reversed(self.lines) if line.style), None)
        if last is None or last.number is None or number.number is None or last.style != number.style:
            return False
        own = self.number
        if own and own.number is not None and (own.style, own.number + 1) == (number.style, number.number):
            return False
        return number.number - last.number in (0, 1, 2)


def make_line(text: str, source: Source, depth: int = 0, strong: str = "") -> Line:
    """A line of a text, its page breaks taken out; its quote is then the longer piece."""
    pieces = [piece for piece in _BREAK.split(text) if piece.strip()]
    quote = max(pieces, key=len).strip() if pieces else ""
    return Line("".join(pieces).strip(), source, depth, strong, quote)


def as_written(text: str, block: Block) -> str:
    """A line of a block as the document has it, where its label was written plainly."""
    return block.quote if block.quote and text not in block.quote else text


def split_line(text: str, number: int | None = None) -> list[tuple[str, str, int | None]]:
    """The items of a line as (text, style, number): itself, or several that run together.

    `number` is the number that the format has already taken off its beginning.
    """
    if labels().is_none(text):
        return [(text.strip(), "", None)]
    if number is not None:
        return [(text[i.start : i.end].strip(), "list", i.number) for i in split_after(text, number)]
    if items := split_numbered(text):
        return [(text[i.start : i.end].strip(), i.style, i.number) for i in items]
    if _ONES.match(text):  # 一是甲；二是乙
        parts = [part.strip() for part in _ENDS.split(text) if part.strip()]
        ones = [_ONES.match(part) for part in parts]
        if len(parts) > 1 and all(ones):
            counted = zip(parts, ones, strict=True)
            return [(part[one.end() :], "ones", n) for n, (part, one) in enumerate(counted, 1) if one]
    if first := leading_number(text):
        if first.style == "bullet" and text.lstrip()[0] in _BULLETS:  # ●甲；●乙；●丙
            parts = text.split(text.lstrip()[0])
            return [(part.strip(), first.style, None) for part in parts if part.strip()]
        return [(text[first.start :].strip(), first.style, first.number)]
    return [(text.strip(), "", None)]


def set_apart(sections: list[Section], lines: Sequence[Line]) -> None:
    """Take lines about the document or about no post; the section they stand in goes on behind them."""
    at = len(sections) - bool(sections and sections[-1].field is not Field.NOTE)
    sections.insert(at, Section(Field.NOTE, "", lines[0].source, lines=list(lines)))


def begins_list(block: Block | None) -> bool:
    """Whether a list begins with a block."""
    number = leading_number(block.text) if block is not None and block.kind is Kind.TEXT else None
    return number is not None and number.number == 1


def _unclosed(text: str) -> bool:
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def has_rights(sections: Sequence[Section]) -> bool:
    """Whether the post described last has its rights already."""
    own = takewhile(lambda section: section.field is not Field.NAME, reversed(sections))
    return Field.AUTHORITIES in (section.field for section in own)


def unfinished(sections: Sequence[Section]) -> bool:
    """Whether the line taken last cannot end where it does."""
    return bool(sections and sections[-1].lines and sections[-1].lines[-1].unfinished)
