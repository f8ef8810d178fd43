"""Items with a number and nothing behind it, and functions of a department with nothing below them."""

from collections.abc import Iterator
from itertools import pairwise

from knowledge.answer import Evidence
from knowledge.documents.document import Block, Kind
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.regex import regex
from knowledge.roles.headings import label_and_value, label_of
from knowledge.roles.labels import Field, labels
from knowledge.roles.numbering import Numbered, leading_number, split_numbered
from knowledge.roles.role import Passage
from knowledge.roles.running import split_running
from knowledge.roles.scan import Scan
from knowledge.text import fold, is_word

_NUMBER = regex(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]|[①-⑳]")
_HEAD = frozenset((Field.DUTY, Field.DUTIES, Field.TASKS, Field.FUNCTIONS, Field.AUTHORITIES))


def find(records: Records) -> Iterator[Finding]:
    """A finding for each description with its empty items, and for each department with empty functions."""
    found: dict[str, list[Passage]] = {}
    for document in records.documents:
        for block, after in pairwise([*document.blocks, None]):
            if block is not None:
                for owner, passage in _empty(block, after):
                    found.setdefault(owner or records.owner_at(block.source), []).append(passage)
    for owner, passages in found.items():
        evidence = tuple(Evidence(owner, "空条目", passage) for passage in passages)
        slots = {"role": owner, "count": str(len(passages))}
        yield Finding("empty_item", Severity.LOW, (owner,) if owner else (), evidence, slots)
    for department in records.organization.departments.values():
        empty = [f.title for f in department.functions if not f.tasks]
        if empty and len(empty) < len(department.functions) / 2:
            evidence = tuple(Evidence(department.name, "部门职能", passage) for passage in empty)
            slots = {"role": department.name, "titles": "、".join(f"“{passage.text}”" for passage in empty)}
            yield Finding("empty_item", Severity.LOW, (department.name,), evidence, slots, "function")


def _empty(block: Block, after: Block | None) -> Iterator[tuple[str, Passage]]:
    """The empty items of a block, each with the name of the role that the block itself states."""
    numbers = list(_NUMBER.finditer(block.text))
    if not numbers or (len(numbers) == 1 and any(map(is_word, block.text[numbers[0].end() :]))):
        return
    if block.kind is Kind.TEXT and split_running(block.text):
        yield from _running(block)
    elif block.kind is Kind.ROW:
        for text in (line for cell in block.cells for line in cell.split("\n")):
            yield from (("", passage) for passage in _in_list(text, block))
    elif block.kind is Kind.TEXT and not _goes_on(block, after):
        yield from (("", passage) for passage in _in_list(block.text, block))


def _running(block: Block) -> Iterator[tuple[str, Passage]]:
    """The empty items of a text that has lost its line breaks: between each label and the next."""
    marks = Scan(fold(block.text)).marks
    name = ""
    for mark, after in pairwise([*marks, None]):
        if mark is None:
            continue
        end = after.start if after else len(block.text)
        value = block.text[mark.end : end]
        if mark.field is Field.NAME:
            name = value.strip()
        elif mark.field in _HEAD or mark.field is Field.DUTY_TITLE:
            alone = after is not None and after.field is not Field.DUTY
            for passage in _in_list(value, block, alone):
                yield name, passage


def _in_list(text: str, block: Block, before_label: bool = False) -> Iterator[Passage]:
    """The numbers of a list that nothing stands behind; each quoted with the item before it. The first may
    be the number of the label that follows."""
    items = split_numbered(text, gaps=True)
    if not items and (only := leading_number(text)) and only.style != "bullet":
        items = [only]
    for at, item in enumerate(items):
        words = text[item.start : item.end]
        if any(map(is_word, words)) or labels().is_none(words) or item.style == "bullet":
            continue
        if at == 0 and before_label:
            continue
        start = _start(items, at - 1, text) if at else 0
        yield Passage(words.strip(), text[start : item.end].strip(), block.source)


def _start(items: list[Numbered], at: int, text: str) -> int:
    """Where an item begins, its number with it."""
    return items[at - 1].end if at else max(0, len(text) - len(text.lstrip()))


def _goes_on(block: Block, after: Block | None) -> bool:
    """Whether a line that is only a number has its words on the next line."""
    number = leading_number(block.text)
    if number is None or any(map(is_word, block.text[number.start :])) or after is None:
        return False
    labelled = label_of(after.text) or label_of((label_and_value(after.text) or ("", ""))[0])
    return after.kind is Kind.TEXT and leading_number(after.text) is None and labelled is None


CHECK = Check("empty_item", find)
