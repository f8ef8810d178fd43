"""The columns of an approval matrix, told by what stands in them where their labels do not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import step_of, words
from knowledge.roles.approval_cell import is_name, is_none, own_step
from knowledge.roles.approval_label import LONGEST_LABEL
from knowledge.roles.approval_row import Row
from knowledge.roles.headings import is_post
from knowledge.roles.limit import find_limit
from knowledge.roles.ranges import is_range
from knowledge.text import bare, fold

CHAIN = (Strength.DECIDE, "审批")  # whoever stands last in it
_LONGEST_MARK = 8  # characters of what stands in the cell of a role: 审核, ①审批, 3000元以内
_BARE_NUMBER = regex(
    r"(?<![\d.,])(\d+(?:[.,]\d+)*)(?![\d.,]|\s*(?:万|千|百|亿|元|天|日|%|折|小时|工作日|个|次|人|名))"
)
_PEOPLE = ("人", "人员", "者")  # how the labels of columns of people end


@dataclass
class Head:
    """Which columns of a matrix hold what, by index.

    `size`: how many rows the head takes. `steps`: strength, verb and the role that the label itself names.
    `roles`: columns whose cells say which step is theirs. `tiers`: columns of a range, with the range.
    `ranked`: the steps are only counted, and the last of a row decides.
    `units`: what the numbers of a column of conditions count. `about`: the labels of those columns.
    `cases`: only its place tells that a column holds the matter: it may be cases of the one above.
    """

    size: int = 1
    ranked: bool = False
    matter: list[int] = field(default_factory=list)
    condition: list[int] = field(default_factory=list)
    note: list[int] = field(default_factory=list)
    applies: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    steps: dict[int, tuple[Strength, str, str]] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    tiers: dict[int, str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)
    cases: bool = False


def _filled(column: int, below: Sequence[Row]) -> list[str]:
    """The cells of a column that say something."""
    cells = [row.texts[column] for row in below if column < len(row.texts) and not row.only]
    return [cell for cell in cells if not is_none(cell)]


def holds_limits(column: int, below: Sequence[Row]) -> bool:
    """Whether most cells of a column say up to or from how much: 2000元以内."""
    filled = _filled(column, below)
    return sum(find_limit(cell) is not None for cell in filled) * 2 > len(filled)


def holds_ranges(column: int, below: Sequence[Row]) -> bool:
    """Whether the cells of a column are nothing but ranges, several of them."""
    filled = _filled(column, below)
    return len(filled) > 1 and all(is_range(fold(cell)) for cell in filled)


def place_posts(head: Head, unknown: dict[int, str], below: Sequence[Row]) -> None:
    """Take a first column of posts for those who decide where the only other says up to how much each may:
    岗位 | 审批权限 / 店长 | 500元以内."""
    one = [*head.steps] == [1] and 0 in unknown and holds_ranges(1, below)
    if one and all(map(is_post, _filled(0, below))):
        del unknown[0]
        head.condition.append(1)
        head.steps = {0: (*CHAIN, "")}


def place_askers(head: Head, unknown: dict[int, str], below: Sequence[Row]) -> None:
    """Take a first column of people beside steps for those whose matter it is: 出差人 | 审核人 | 批准人."""
    label = unknown.get(0, head.roles.get(0))
    if label is None:
        return
    cells, ends = [row.texts[0] for row in below if not row.only], tuple(words()["sentences"]["people"])
    people = (not label or bare(label).endswith(_PEOPLE)) and all(
        is_name(cell) or cell.endswith(ends) for cell in cells
    )
    if people and not head.matter:
        head.applies.append(0)
        unknown.pop(0, None)
        head.roles.pop(0, None)


def place_among_roles(head: Head, unknown: dict[int, str], below: Sequence[Row]) -> None:
    """Take columns that stand among those of posts, with marks in their cells, for posts: 业主代表."""
    beside = [*head.roles, *(i for i, (_, _, who) in head.steps.items() if who)]
    for column, label in list(unknown.items()):
        cells = [row.texts[column] for row in below if column < len(row.texts) and not row.only]
        marks = [cell for cell in cells if not is_none(cell)]
        near = len(beside) > 1 and min(beside) - 1 <= column <= max(beside) + 1
        if near and 1 < len(bare(label)) <= LONGEST_LABEL and marks and all(map(is_mark, marks)):
            head.roles[column] = unknown.pop(column)


def holds_names(head: Head, below: Sequence[Row]) -> bool:
    """Whether most cells below ranges name somebody."""
    columns = head.tiers.keys() - head.steps.keys()
    cells = [row.texts[i] for row in below if not row.only for i in columns if i < len(row.texts)]
    filled = [cell for cell in cells if not is_none(cell)]
    return sum(is_name(own_step(cell)[0]) for cell in filled) * 2 > len(filled)


def with_unit(text: str, unit: str) -> str:
    """A range with a unit behind the numbers that have none: 1-5 in a table of 万元."""
    return _BARE_NUMBER.sub(rf"\g<1>{unit}", fold(text)) if unit and find_limit(text) is None else text


def is_mark(cell: str) -> bool:
    """Whether the cell of a role says which step is his: a verb, a mark, a number, or up to which limit."""
    if find_limit(with_unit(cell, "元")) is not None:
        return True
    plain = fold(cell)
    if len(plain) > _LONGEST_MARK:
        return False
    return (
        step_of(cell) is not None
        or re.fullmatch(words()["cells"]["marks"], plain) is not None
        or plain in words()["characters"]
        or re.fullmatch(r"[\d①-⑳a-z]{1,2}|第?[一二三四五六]步?", plain) is not None
        or any(word in plain for word in words()["steps"]["start"])
    )
