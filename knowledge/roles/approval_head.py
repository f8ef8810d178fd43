"""The head of an approval matrix: which column holds the matter, the condition, a step, a role or a tier."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import step_of, words
from knowledge.roles.approval_cell import RANK, is_name, is_none, own_step
from knowledge.roles.approval_label import LONGEST_LABEL, REMARK, UNIT, kind_of_label, starts
from knowledge.roles.approval_row import Row
from knowledge.roles.footnote import split_marks
from knowledge.roles.headings import label_of
from knowledge.roles.labels import Field, labels
from knowledge.roles.limit import find_limit
from knowledge.roles.numbering import leading_number
from knowledge.roles.ranges import is_range
from knowledge.text import bare, fold

_RIGHTS = ("权", "权限", "权利", "权力")  # how the rights of a post end
_LONGEST_MARK = 8  # characters of what stands in the cell of a role: 审核, ①审批, 3000元以内
_MOST_HEAD_ROWS = 3
_PEOPLE = ("人", "人员", "者")  # how the labels of columns of people end
_CHAIN = (Strength.DECIDE, "审批")  # whoever stands last in it
_LEVEL = regex(r"第?[一二三四五六七八九十\d]*[级步轮次]?|最终|最后|初步|部门级|公司级|集团级|流程")
_BARE_NUMBER = regex(
    r"(?<![\d.,])(\d+(?:[.,]\d+)*)(?![\d.,]|\s*(?:万|千|百|亿|元|天|日|%|折|小时|工作日|个|次|人|名))"
)


_OF_POSTS = (
    Field.NAME,
    Field.SUPERIOR,
    Field.SUBORDINATES,
    Field.HEADCOUNT,
    Field.SUMMARY,
    Field.DUTIES,
    Field.AUTHORITIES,
    Field.QUALIFICATION,
)


_PARTNERS = (Field.COLLABORATION, Field.COLLABORATION_KIND)
_SHORT = (*_OF_POSTS, *_PARTNERS, Field.DEPARTMENT, Field.CODE, Field.LEVEL)


@dataclass
class Head:
    """Which columns of a matrix hold what, by index.

    `size`: how many rows the head takes. `steps`: strength, verb and the role that the label itself names.
    `roles`: columns whose cells say which step is theirs. `tiers`: columns of a range, with the range.
    `ranked`: the steps are only counted, and the last of a row decides.
    `units`: what the numbers of a column of conditions count. `about`: the labels of those columns.
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


def find_head(rows: Sequence[Row], unit: str = "") -> tuple[int, Head] | None:
    """Where the head of a matrix begins and what it says; None where the table is no matrix.

    `unit`: what its numbers count, where that stands beside the table.
    """
    first = next((i for i, row in enumerate(rows[:_MOST_HEAD_ROWS]) if not row.only), None)
    if first is None:
        return None
    size = 1
    while (
        size < _MOST_HEAD_ROWS and first + size < len(rows) and _goes_on(rows[first : first + size + 1], unit)
    ):
        size += 1
    head = _read(rows[first : first + size], rows[first + size :], unit)
    return (first, head) if head else None


def _goes_on(rows: Sequence[Row], unit: str) -> bool:
    """Whether the last of these rows is the head's next one: labels below those that span them."""
    above, row = rows[-2], rows[-1]
    own = [
        i
        for i, text in enumerate(row.texts)
        if text and not row.merged[i] and (i >= len(above.texts) or text != above.texts[i])
    ]
    if not own or 0 in own or not all(_is_label(with_unit(row.texts[i], unit)) for i in own):
        return False
    return any(i >= len(above.texts) or not above.texts[i] or above.spans(i) for i in own)


def _is_label(text: str) -> bool:
    if is_range(fold(text)):
        return True
    return len(bare(text)) <= LONGEST_LABEL and bool(
        step_of(text) or is_name(text) or find_limit(text) or kind_of_label(text) or starts(text)
    )


def _read(rows: Sequence[Row], below: Sequence[Row], unit: str) -> Head | None:
    """The head that its rows make, each column's labels read from the lowest upward."""
    head = Head(len(rows))
    width = max(len(row.texts) for row in rows)
    unknown: dict[int, str] = {}
    above: dict[int, str] = {}  # the step above a post
    if len({label_of(text) for text in rows[0].texts if not kind_of_label(text)} & {*_OF_POSTS}) > 1:
        return None  # a list of posts with their 审批权限
    if _is_of_form(rows[0]):
        return None
    for column in range(width):
        labels = [
            row.texts[column] for row in reversed(rows) if column < len(row.texts) and row.texts[column]
        ]
        labels = list(dict.fromkeys(labels))
        if any(word in label for label in labels for word in words()["columns"]["never"]):
            return None
        if not any(_place(head, column, label, unit) for label in labels) and (labels or not column):
            unknown[column] = labels[0] if labels else ""
        elif column in head.roles and len(labels) > 1 and step_of(labels[-1]):
            above[column] = labels[-1]
    if len(set(above.values())) > 1:  # 审核 above some posts, 审批 above 总经理
        for column, label in above.items():
            head.steps[column] = (*(step_of(label) or (Strength.DECIDE, label)), head.roles.pop(column))
    return _checked(head, unknown, below)


def _is_of_form(row: Row) -> bool:
    """Whether a row is that of a form: 工作权限 | 审批权 | 1.…, 岗位名称 | 会计 | 所属部门 | 财务部."""
    first, second = (*row.block.cells, "", "")[:2]
    right = bare(second).rstrip("。；;").endswith(_RIGHTS) or leading_number(second) is not None
    if label_of(first) is Field.AUTHORITIES and (right or bare(second) in labels().authority_kinds):
        return True
    if (first.strip().isdigit() or bare(first) in labels().authority_kinds) and right:
        return True  # 2 | 2000元以内采购的审批权, 人事 | 领班录用的审批权
    heads, values = row.block.cells[::2], row.block.cells[1::2]
    of_form = len(heads) > 1 and all(label_of(h) in _SHORT for h in heads)
    return of_form and not any(label_of(value) or kind_of_label(value) for value in values)


def _checked(head: Head, unknown: dict[int, str], below: Sequence[Row]) -> Head | None:
    """The head where it is that of a matrix: a matter, and steps, roles with marks, or tiers."""
    for column in [i for i in unknown if (_holds_limits if i else _holds_ranges)(i, below)]:
        head.condition.append(column)  # whatever its label
        del unknown[column]
    _place_among_roles(head, unknown, below)
    cells = [row.texts[i] for row in below for i in head.roles if i < len(row.texts) and not row.only]
    marks = [cell for cell in cells if not is_none(cell)]
    marked = len(set(head.roles.values())) > 1 and bool(marks) and sum(map(is_mark, marks)) * 2 > len(marks)
    strong = any(strength >= Strength.REVIEW for strength, _, _ in head.steps.values())
    tiered = len(head.tiers.keys() - head.steps.keys()) > 1 and _holds_names(head, below)
    _place_askers(head, unknown, below)
    first = min(unknown, default=2)
    if not head.matter and first <= 1 and (strong or marked or tiered):
        head.matter.append(first)
        del unknown[first]
    ranged = (head.condition and (strong or marked)) or (head.applies and (tiered or strong))
    above = not head.matter and not unknown and bool(ranged)  # 天数 | 审核 | 审批: what stands above says it
    named = head.matter and (strong or marked or tiered) and not (unknown and head.matter[0] > 1)
    if not above and not named:
        return None
    if not marked:
        head.roles = {}
    if not tiered:
        head.tiers = {i: ranged for i, ranged in head.tiers.items() if i in head.steps}
    return head


def _holds_limits(column: int, below: Sequence[Row]) -> bool:
    """Whether most cells of a column say up to or from how much: 2000元以内."""
    cells = [row.texts[column] for row in below if column < len(row.texts) and not row.only]
    filled = [cell for cell in cells if not is_none(cell)]
    return sum(find_limit(cell) is not None for cell in filled) * 2 > len(filled)


def _holds_ranges(column: int, below: Sequence[Row]) -> bool:
    """Whether the cells of a column are nothing but ranges, several of them."""
    cells = [row.texts[column] for row in below if column < len(row.texts) and not row.only]
    filled = [cell for cell in cells if not is_none(cell)]
    return len(filled) > 1 and all(is_range(fold(cell)) for cell in filled)


def _place_askers(head: Head, unknown: dict[int, str], below: Sequence[Row]) -> None:
    """Take a first column of people beside steps for those whose matter it is: 出差人 | 审核人 | 批准人."""
    label = unknown.get(0) or head.roles.get(0, "")
    cells, ends = [row.texts[0] for row in below if not row.only], tuple(words()["sentences"]["people"])
    people = bare(label).endswith(_PEOPLE) and all(is_name(cell) or cell.endswith(ends) for cell in cells)
    if people and not head.matter:
        head.applies.append(0)
        unknown.pop(0, None)
        head.roles.pop(0, None)


def side_by_side(head: Head) -> list[Head]:
    """The heads of tables that stand side by side, each a range with its steps (请假天数 | 审批人 |
    报销金额 | 审批人); empty where there is only one."""
    if head.matter or len(head.condition) < 2:
        return []
    ends = [*head.condition[1:], max(head.steps, default=0) + 1]
    sides = [
        replace(
            head, condition=[at], about=[label], steps={i: s for i, s in head.steps.items() if at < i < end}
        )
        for at, end, label in zip(head.condition, ends, head.about, strict=False)
    ]
    return sides if len(head.about) == len(sides) and all(side.steps for side in sides) else []


def repeats_head(head: Head, row: Row) -> bool:
    """Whether a row of a table holds the labels of its columns again: those of the next matter."""
    steps = [row.texts[i] for i in head.steps if i < len(row.texts)]
    labels_ = [row.texts[i] for i in (*head.condition, *head.matter) if i < len(row.texts)]
    return bool(steps and labels_) and all(map(step_of, steps)) and all(map(kind_of_label, labels_))


def _place_among_roles(head: Head, unknown: dict[int, str], below: Sequence[Row]) -> None:
    """Take columns that stand among those of posts, with marks in their cells, for posts: 业主代表."""
    beside = [*head.roles, *(i for i, (_, _, who) in head.steps.items() if who)]
    for column, label in list(unknown.items()):
        cells = [row.texts[column] for row in below if column < len(row.texts) and not row.only]
        marks = [cell for cell in cells if not is_none(cell)]
        near = len(beside) > 1 and min(beside) - 1 <= column <= max(beside) + 1
        if near and 1 < len(bare(label)) <= LONGEST_LABEL and marks and all(map(is_mark, marks)):
            head.roles[column] = unknown.pop(column)


def _holds_names(head: Head, below: Sequence[Row]) -> bool:
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


def _place(head: Head, column: int, label: str, unit: str) -> bool:
    """Put a column where its label says; False for a label that says nothing known."""
    plain, _ = split_marks(label)
    kind = kind_of_label(plain)
    if kind == "ordinal":
        return True
    if kind and kind != "chain":
        getattr(head, kind).append(column)
        head.about += [plain] if kind == "condition" else []
        if counted := UNIT.search(plain):
            head.units[column] = counted["unit"]
        return True
    name, remark = REMARK.sub("", plain).replace("\n", "").strip(), REMARK.search(plain)
    if len(bare(name)) > LONGEST_LABEL and not is_range(fold(plain)):
        return False
    step = _counted_step(name) or step_of(name) or (_CHAIN if kind == "chain" else None)
    if find_limit(ranged := with_unit(plain, unit)) and not step and not is_name(name):
        head.tiers[column] = (plain if find_limit(plain) else ranged).replace("\n", "")
    elif step:
        _place_step(head, column, name, *step)
        if remark and find_limit(remark[1]):
            head.tiers[column] = remark[1]
    elif starts(name):
        head.start.append(column)
    elif is_name(name):
        head.roles[column] = name
    else:
        return False
    return True


def _counted_step(name: str) -> tuple[Strength, str] | None:
    """The step that a label only counts: 第一级, 二审."""
    return (Strength.REVIEW, name if "审" in name else f"{name}审批") if RANK.fullmatch(name) else None


def _place_step(head: Head, column: int, name: str, strength: Strength, verb: str) -> None:
    if _counted_step(name):
        head.ranked = True
        head.steps[column] = (strength, verb, "")
        return
    who = own_step(name)[0]
    level = bool(who) and _LEVEL.fullmatch(who) is not None  # 一级审批
    named = level and step_of(name) is not None  # but 流程 is no verb
    head.steps[column] = (strength, name if named else verb, "" if who == name or level else who)
