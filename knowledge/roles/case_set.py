"""Clauses that only set the case of a right, and those behind them that say its owner decides it himself:
药品采购单次5000元以内的,由其决定."""

import re
from functools import cache

from knowledge.actions import Strength, actions
from knowledge.regex import regex
from knowledge.roles.limit import find_limit
from knowledge.roles.passing import passing
from knowledge.roles.ranges import is_range
from knowledge.roles.verb_strength import verb_strength


def sets_case(text: str) -> bool:
    """Whether a clause names a matter and its range, and leaves to the next clause what is done."""
    plain = text.strip()
    return (
        plain.endswith(("的", "者", "时"))
        and not is_range(text)
        and find_limit(text) is not None
        and verb_strength(text) == (Strength.EXECUTE, "")
        and passing().search(text) is None
    )


def decided_alone(clause: str) -> str:
    """The deciding verb of a clause that says no more than that its owner decides: 可自行决定; else empty."""
    found = _alone().fullmatch(clause.strip())
    return found["verb"] if found is not None else ""


@cache
def _alone() -> re.Pattern[str]:
    own = "|".join(actions().own_post)
    verbs = "|".join(verb for verb, of in actions().written.items() if of is Strength.DECIDE)
    return regex(
        rf"(?:可以?|有权|均|一律|即)*(?:由(?:其|他|{own}))?(?:可以?|有权)?(?:自行|自主|直接|当场|现场|全权)?"
        rf"(?P<verb>{verbs})(?:[即后便就](?:可以?|行))?"
    )
