"""The words that show that a question is made of several; see `composition`."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.regex import regex
from knowledge.tables import load_table


@dataclass(frozen=True)
class CompositionWords:
    """The words and patterns that tell a question made of several."""

    joiners: frozenset[str]
    plural: frozenset[str]
    each: re.Pattern[str]
    others: re.Pattern[str]
    further: re.Pattern[str]
    allowed: frozenset[str]
    nobody: re.Pattern[str]
    only: re.Pattern[str]
    alone: re.Pattern[str]
    described: re.Pattern[str]
    excepted: tuple[re.Pattern[str], ...]
    both: tuple[re.Pattern[str], ...]
    chosen: re.Pattern[str]
    then: re.Pattern[str]
    paired: re.Pattern[str]
    matters: re.Pattern[str]
    lacks: re.Pattern[str]


@cache
def composition_words() -> CompositionWords:
    """The table `composition` of phrases.toml."""
    table = load_table(__package__, "phrases.toml")["composition"]
    return CompositionWords(
        joiners=frozenset(table["joiners"]),
        plural=frozenset(table["plural"]),
        each=regex("|".join(table["each"])),
        others=regex("|".join(table["others"])),
        further=regex(table["further"]),
        allowed=frozenset(table["allowed"]),
        nobody=regex(table["nobody"]),
        only=regex(table["only"]),
        alone=regex(table["alone"]),
        described=regex(table["described"]),
        excepted=tuple(map(regex, table["except"])),
        both=tuple(map(regex, table["both"])),
        chosen=regex(table["chosen"]),
        paired=regex(table["paired"]),
        matters=regex(table["matters"]),
        lacks=regex(table["lacks"]),
        then=regex(f"^(?:{'|'.join(table['then'])})"),
    )
