"""The words of rules of approval as patterns: verbs of steps, words that hand on, who is only informed."""

import re
from functools import cache

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.roles.passing import not_inside_words
from knowledge.roles.prose import alternatives


@cache
def verbs() -> re.Pattern[str]:
    """The verbs of steps."""
    table = words()["sentences"]
    things = alternatives(table["things"])
    every = [*table["decide"], *table["review"], *table["open"], *table["handle"]]
    start = rf"{alternatives(table['start'])}(?=[、,]|$|后|并)"
    return regex(
        rf"(?!会审[批定议核查阅])(?!(?<=委员|理事|监事|董事)会审)(?:{alternatives(every)}(?!{things})|{start}"
        rf"|{alternatives(table['settle'])}$)"
    )


@cache
def leads() -> re.Pattern[str]:
    """Words that hand a matter on."""
    hand_on = alternatives(words()["sentences"]["leads"])
    return regex(rf"(?<![以之](?=上))(?<!申(?=请)){hand_on}(?<!总经)(?<!副经){not_inside_words()}")


@cache
def adverbs() -> tuple[str, ...]:
    """What may stand between a holder and the verb, longest first."""
    return tuple(sorted(words()["sentences"]["adverbs"], key=lambda w: (-len(w), w)))


@cache
def telling() -> tuple[re.Pattern[str], ...]:
    """Clauses that say who is only informed."""
    table = words()["sentences"]
    tell, informed = alternatives(table["tell"]), alternatives(table["informed"])
    return (
        regex(rf"(?P<verb>{tell})(?P<name>[^,;。的]{{2,12}})$"),
        regex(rf"^(?P<name>[^,;。的报送交由向]{{2,12}}?)(?P<verb>{informed})$"),
        regex(rf"(?:报|送|交|由|向)(?P<name>[^,;。的报送交]{{2,12}}?)(?P<verb>{informed})"),
    )
