"""Clauses of which one names a matter and the next says no more than who decides: 临时采购的,可自行决定."""

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.limit import find_limit
from knowledge.roles.passing import passing
from knowledge.roles.ranges import is_range
from knowledge.roles.verb_strength import verb_strength

_ALONE = regex(
    r"(?:均|都|则|并)?"
    r"(?P<how>(?:(?:可以?|有权|能够?)?(?:由(?:其|本人|本岗位?|自己))?)(?:自行|自主|直接|单独|独立|当场)*)"
    r"(?P<verb>决定|审批|批准|核准|确定|决策)(?:即可)?[。\s]*"
)


def decides_alone(clause: str) -> str:
    """The verb of a folded clause that says no more than who decides: 可自行决定, 由其审批; else empty."""
    found = _ALONE.fullmatch(clause.strip())
    return found["verb"] if found is not None and found["how"] else ""


def sets_case(clause: str) -> bool:
    """Whether a folded clause names a matter and its range, and leaves to the next one what is done."""
    return (
        clause.strip().endswith(("的", "者", "时"))
        and not is_range(clause)
        and find_limit(clause) is not None
        and verb_strength(clause) == (Strength.EXECUTE, "")
        and passing().search(clause) is None
    )
