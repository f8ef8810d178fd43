"""Tables of approvals with a row for each role and a column for each matter: 店长 | 500元以内 | 3天以内."""

import re
from collections.abc import Mapping, Sequence

from knowledge.actions import Strength
from knowledge.documents.document import Block
from knowledge.roles.amount import find_amounts
from knowledge.roles.approval import Approval, Step, step_of, words
from knowledge.roles.approval_cell import Entry, is_name, is_none, last_decides
from knowledge.roles.approval_columns import is_mark
from knowledge.roles.approval_row import Row, spread
from knowledge.roles.footnote import split_marks
from knowledge.roles.headings import label_of
from knowledge.roles.labels import Field
from knowledge.roles.limit import find_limit
from knowledge.roles.role import Passage
from knowledge.text import bare, fold

_LEAST_MATTERS = 2
_DECIDE = (Strength.DECIDE, "审批")


def is_by_role(rows: Sequence[Block], known: Mapping[str, str]) -> bool:
    """Whether a table is such a one: posts in its first column, and in all the others limits, verbs or
    marks of a `known` meaning."""
    head, *body = map(spread, rows)
    if not body or bare(head.texts[0]) not in set(map(bare, words()["columns"]["roles"])):
        return False
    matters = head.texts[1:]
    if len(matters) < _LEAST_MATTERS or any(label_of(m) not in (None, Field.NEUTRAL) for m in matters):
        return False
    filled = [cell for row in body for cell in row.texts[1:] if not is_none(cell)]
    named = all(is_name(row.texts[0]) for row in body)
    said = any(find_limit(cell) or step_of(cell) or fold(cell) in known for cell in filled)
    return named and (said or all(map(_is_bare, filled))) and all(is_mark(c) or _is_bare(c) for c in filled)


def _is_bare(cell: str) -> bool:
    """Whether a cell is an amount without a word that makes a limit of it: 5000元."""
    amounts, folded = find_amounts(cell), fold(cell).strip()
    return len(amounts) == 1 and (amounts[0].start, amounts[0].end) == (0, len(folded))


def read_by_role(rows: Sequence[Block], title: str, known: Mapping[str, str]) -> list[Approval]:
    """The approvals of such a table: one for each limit; verbs and ticks of a column make one together."""

    def step(cell: str) -> tuple[Strength, str]:
        return step_of(known.get(fold(cell), cell)) or _DECIDE

    head, *body = map(spread, rows)
    if (
        body
        and body[0].texts[0] in words()["cells"]["top"]
        and body[-1].texts[0] not in words()["cells"]["top"]
    ):
        body.reverse()
    found: list[Approval] = []
    for column in range(1, len(head.texts)):
        matter = _matter(head.texts[column])
        said = [row for row in body if column < len(row.texts) and not is_none(row.texts[column])]
        limited = [row for row in said if find_limit(row.texts[column]) or _is_bare(row.texts[column])]
        for row in limited:
            own = Step(split_marks(row.texts[0])[0], *step(row.texts[column]))
            up_to = f"{row.texts[column]}以内" if _is_bare(row.texts[column]) else ""
            approval = Approval(title, matter, row.texts[column], (own,), _passage(row), range=up_to)
            found.append(approval)
        entries = [
            [Entry(Step(split_marks(row.texts[0])[0], *step(row.texts[column])))]
            for row in said
            if row not in limited
        ]
        if steps := tuple(entry.step for entry in last_decides(entries)):
            found.append(Approval(title, matter, "", steps, _passage(said[-1])))
    return found


def _matter(label: str) -> str:
    """报销 of 报销额度(元)."""
    plain = re.sub(r"[（(][^）)]*[）)]", "", split_marks(label)[0]).strip()
    trail = next((t for t in words()["columns"]["matter_trail"] if plain.endswith(t)), "")
    return plain.removesuffix(trail) or plain


def _passage(row: Row) -> Passage:
    return Passage(row.block.text, row.block.quote, row.block.source)
