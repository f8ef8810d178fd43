"""Numbers of duties and items that stand twice, or leave one out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.answer import Evidence
from knowledge.documents.document import Kind, Source
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.regex import regex
from knowledge.roles.labels import labels
from knowledge.roles.numbering import leading_number
from knowledge.roles.role import Duty, Passage, Role
from knowledge.text import fold, is_word, parse_number

_LONG = 300  # characters of a line
_BEGINNING = 6  # characters of an item; what follows may stand on the next line
_WRITTEN = regex(
    r"[第（(]?(?:\d{1,2}\.)*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[条）)、.．:：,，]+\s*$|[①-⑳]\s*$"
)
_NEAR = 8  # lines between two items of a list


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An item with its number: how it is numbered, the number, and how it is written."""

    style: str
    number: int
    written: str
    passage: Passage


def find(records: Records) -> Iterator[Finding]:
    """A finding for each number that repeats the one before it or leaves out one or two; more left out are
    a list of another kind."""
    for role in records.descriptions:
        lists = [_labelled(role.duties), _lines(records, role.duties)]
        lists += [_numbers(records, listing.items) for listing in role.authorities]
        for numbered in lists:
            yield from _faults(role, numbered)


def _faults(role: Role, numbered: Iterable[_Numbered]) -> Iterator[Finding]:
    open_: list[_Numbered] = []  # the last item of each style, the outer ones first
    for item in numbered:
        styles = [last.style for last in open_]
        if item.style not in styles:
            open_.append(item)
            continue
        last = open_[styles.index(item.style)]
        del open_[styles.index(item.style) :]
        open_.append(item)
        step = item.number - last.number
        if step in (0, 2, 3):
            evidence = (
                Evidence(role.name, last.written, last.passage),
                Evidence(role.name, item.written, item.passage),
            )
            slots = {"role": role.name, "number": item.written, "before": last.written}
            variant = "default" if step else "repeated"
            yield Finding("duty_number", Severity.MEDIUM, (role.name,), evidence, slots, variant)


def _labelled(duties: Iterable[Duty]) -> Iterator[_Numbered]:
    """Duties with labels such as 职责六."""
    for duty in duties:
        label = fold(duty.label).strip()
        if labels().duty.fullmatch(label) and (number := parse_number(label[2:].strip("()"))):
            yield _Numbered("label", number, duty.label, duty.title)


def _lines(records: Records, duties: Iterable[Duty]) -> list[_Numbered]:
    return list(_numbers(records, [p for duty in duties for p in duty.passages()]))


def _numbers(records: Records, passages: Iterable[Passage]) -> Iterator[_Numbered]:
    """The items of a list with the numbers that stand before them. Formats that count for themselves, such
    as Markdown, cannot be wrong; a whole form on one line has its labels alone counted."""
    last: Source | None = None
    at = 0  # how far the line has been read
    for passage in passages:
        if passage.source != last:
            yield from _empty(records, last, passage.source)
            last, at = passage.source, 0
        for block in records.blocks_at(passage.source)[:1]:
            found = block.text.find(passage.text[:_BEGINNING], at)
            if block.kind is not Kind.TEXT or len(block.text) > _LONG or found < 0:
                continue
            written = _WRITTEN.search(block.text, at, found)
            number = leading_number(written.group()) if written else None
            at = found + 1
            if written and number is not None and number.number is not None:
                yield _Numbered(number.style, number.number, written.group().strip(), passage)


def _empty(records: Records, above: Source | None, below: Source) -> Iterator[_Numbered]:
    """The lines between two items that are nothing but a number: empty items count too."""
    if above is None or above.document != below.document:
        return
    for line in range(above.line + 1, min(below.line, above.line + _NEAR)):
        for block in records.blocks_at(Source(below.document, line)):
            number = leading_number(block.text) if block.kind is Kind.TEXT else None
            if number is not None and number.number and not any(map(is_word, block.text[number.start :])):
                written = block.text.strip()
                yield _Numbered(number.style, number.number, written, Passage("", written, block.source))


CHECK = Check("duty_number", find)
