"""What a step of a rule decides on, where that stands behind its verb: 由X批准调账."""

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.statement import Right, Statement

_OBJECT = regex(r"(?!后|并|方|再|即|才|可|同意|的)[\u4e00-\u9fff]{2,8}(?=[,;。、]|$)")


def decided_on(statement: Statement, right: Right) -> str:
    """The words behind the verb of a step; empty where it has none."""
    if not statement.rule or not right.holder or right.strength < Strength.REVIEW:
        return ""
    step = right.holder + right.verb
    at = statement.folded.find(step, right.start, right.end)
    found = _OBJECT.match(statement.folded, at + len(step)) if at >= 0 else None
    return found.group() if found else ""
