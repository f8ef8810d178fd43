"""The limits that a role's own lines set over what the lines of others hand on to it."""

from collections.abc import Iterable, Sequence

from knowledge.actions import Strength
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.regex import regex
from knowledge.roles.statement import Statement
from knowledge.text import bare

_OF_LIMITS = regex(r"[\d万千百元天%()]|以[内上下]|单[笔次项]|[审批决定]权|超过|含")
_LEAST_SAME = 4  # characters in a row that two lines about one matter share


def own_limits(matter: Matter, limits: Sequence[Match], lines: Iterable[Statement], unit: str) -> list[Match]:
    """The limits in the unit of an amount that a role's own `lines` set to its decision on what `limits` hand
    on to it: 超过2000元的报X批准 gives X no more than his own 1万元以内."""
    handed = [bare(m.statement.folded) for m in limits if m.right.holder is not None]
    return [
        matter.match(statement, right)
        for statement in lines
        for right in statement.rights
        if right.holder is None and right.strength is Strength.DECIDE
        if right.limit_in(unit) is not None
        if any(_same(bare(right.matter), text) for text in handed)
    ]


def _same(matter: str, text: str) -> bool:
    runs = (matter[i : i + _LEAST_SAME] for i in range(len(matter) - _LEAST_SAME + 1))
    return any(run in text and not _OF_LIMITS.search(run) for run in runs)
