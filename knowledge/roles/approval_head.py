"""The head of an approval matrix: which column holds the matter, the condition, a step, a role or a tier."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import step_of, words
from knowledge.roles.approval_cell import RANK, is_name, is_none, own_step
from knowledge.roles.approval_columns import (
    CHAIN,
    Head,
    holds_limits,
    holds_names,
    holds_ranges,
    is_mark,
    place_among_roles,
    place_askers,
    place_posts,
    with_unit,
)
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
_MOST_HEAD_ROWS = 3
_LEVEL = regex(r"第?[一二三四五六七八九十\d]*[级步轮次]?|最终|最后|初步|部门级|公司级|集团级|流程")


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
    place_posts(head, unknown, below)
    for column in [i for i in unknown if (holds_limits if i else holds_ranges)(i, below)]:
        head.condition.append(column)  # whatever its label
        del unknown[column]
    place_among_roles(head, unknown, below)
    cells = [row.texts[i] for row in below for i in head.roles if i < len(row.texts) and not row.only]
    marks = [cell for cell in cells if not is_none(cell)]
    marked = len(set(head.roles.values())) > 1 and bool(marks) and sum(map(is_mark, marks)) * 2 > len(marks)
    strong = any(strength >= Strength.REVIEW for strength, _, _ in head.steps.values())
    tiered = len(head.tiers.keys() - head.steps.keys()) > 1 and holds_names(head, below)
    place_askers(head, unknown, below)
    first = min(unknown, default=2)
    if not head.matter and first <= 1 and (strong or marked or tiered):
        head.matter.append(first)
        del unknown[first]
        head.cases = True
    decided = strong or marked
    ranged = (head.condition and decided) or (head.applies and (tiered or decided))
    above = not head.matter and not unknown and bool(ranged)  # 天数 | 审核 | 审批: what stands above says it
    named = head.matter and (strong or marked or tiered) and not (unknown and head.matter[0] > 1)
    if not above and not named:
        return None
    if not marked:
        head.roles = {}
    if not tiered:
        head.tiers = {i: ranged for i, ranged in head.tiers.items() if i in head.steps}
    return head


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
    step = _counted_step(name) or step_of(name) or (CHAIN if kind == "chain" else None)
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
