"""The table of phrases that sentences state things with, ready for look-up."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.regex import regex
from knowledge.tables import load_table
from knowledge.text import fold

Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Prose:
    """Words and patterns, longest first where one may begin another."""

    subject: str
    pronouns: tuple[str, ...]
    superior: tuple[str, ...]
    superior_weak: tuple[str, ...]
    dotted: tuple[str, ...]
    bodies: tuple[str, ...]
    guides: tuple[str, ...]
    unnamed: frozenset[str]
    strong: tuple[str, ...]
    down_labels: tuple[str, ...]
    weak: tuple[str, ...]
    before_weak: tuple[str, ...]
    between: tuple[str, ...]
    own: tuple[str, ...]
    foreign: tuple[str, ...]
    no_subordinates: str
    followers: tuple[str, ...]
    suffixes: tuple[str, ...]
    generic: frozenset[str]
    places: tuple[str, ...]
    never_first: str
    vague_begins: tuple[str, ...]
    vague_ends: tuple[str, ...]
    single_ends: tuple[str, ...]
    called: tuple[str, ...]
    before_called: tuple[str, ...]
    is_other: tuple[str, ...]
    same: tuple[str, ...]
    headcount: tuple[str, ...]
    headcount_leads: tuple[str, ...]
    group_called: tuple[str, ...]
    group_means: tuple[str, ...]
    group_together: tuple[str, ...]
    group_heads: tuple[str, ...]
    group_never: frozenset[str]
    everybody: frozenset[str]
    absent: tuple[str, ...]
    acting_before: tuple[str, ...]
    acting: tuple[str, ...]
    partly: tuple[str, ...]
    going_on: re.Pattern[str]
    working: tuple[str, ...]
    relating: re.Pattern[str]
    placing: tuple[str, ...]
    does: re.Pattern[str]
    purpose: re.Pattern[str]
    standing_lead: tuple[str, ...]
    standing_above: tuple[str, ...]
    standing_none: str
    standing_count: str
    standing_set: str
    lead: re.Pattern[str]
    counted: re.Pattern[str]
    count: re.Pattern[str]

    def is_vague(self, name: str) -> bool:
        """Whether a name stands for several posts, or for nobody in particular."""
        by_end = name.endswith(self.vague_ends) and not name.endswith(self.single_ends)
        return name.startswith(self.vague_begins) or by_end


@cache
def prose() -> Prose:
    """The one table of phrases."""
    table = load_table(__package__, "prose.toml")
    up, down, names = table["superior"], table["subordinates"], table["names"]
    groups, aliases, count = table["groups"], table["aliases"], table["headcount"]
    duties, standing = table["duties"], table["standing"]
    return Prose(
        subject=alternatives(table["start"]["subject"]),
        pronouns=_longest(table["start"]["pronouns"]),
        superior=tuple(up["patterns"]),
        superior_weak=tuple(up["weak"]),
        dotted=tuple(up["dotted"]),
        bodies=tuple(up["bodies"]),
        guides=tuple(up["guides"]),
        unnamed=frozenset(up["unnamed"]),
        strong=_longest(down["strong"]),
        down_labels=_longest(down["labels"]),
        weak=_longest(down["weak"]),
        before_weak=_longest(down["before_weak"]),
        between=_longest(down["between"]),
        own=_longest(down["own"]),
        foreign=tuple(down["foreign"]),
        no_subordinates=down["none"],
        followers=_longest(down["followers"]),
        suffixes=tuple(names["suffixes"]),
        generic=frozenset(map(fold, names["generic"])),
        places=_longest(names["places"]),
        never_first=names["never_first"],
        vague_begins=_longest(names["vague_begins"]),
        vague_ends=_longest(names["vague_ends"]),
        single_ends=tuple(names["single_ends"]),
        called=_longest(aliases["words"]),
        before_called=_longest(aliases["before"]),
        is_other=_longest(aliases["is"]),
        same=_longest(aliases["same"]),
        headcount=_longest(count["labels"]),
        headcount_leads=_longest(count["leads"]),
        group_called=_longest(groups["called"]),
        group_means=_longest(groups["means"]),
        group_together=_longest(groups["together"]),
        group_heads=_longest(groups["heads"]),
        group_never=frozenset(groups["never"]),
        everybody=frozenset(map(fold, groups["everybody"])),
        absent=_longest(table["acting"]["absent"]),
        acting_before=_longest(table["acting"]["before"]),
        acting=_longest(table["acting"]["verbs"]),
        partly=_longest(table["acting"]["partly"]),
        going_on=regex(
            rf"\s*(?!{duties['going_on_never']})(?:{alternatives(duties['going_on'])}|\d|{duties['amount']})"
        ),
        working=_longest(duties["verbs"]),
        relating=regex("|".join(duties["relating"])),
        placing=tuple(duties["placing"]),
        does=regex(duties["does"]),
        purpose=regex(table["purpose"]["lead"]),
        standing_lead=_longest(standing["lead"]),
        standing_above=tuple(standing["above"]),
        standing_none=standing["none"],
        standing_count=standing["count"],
        standing_set=standing["set"],
        lead=regex(duties["lead"]),
        counted=regex(duties["counted"]),
        count=regex(duties["count"]),
    )


def alternatives(words: list[str] | tuple[str, ...]) -> str:
    """A pattern for any one of the words."""
    return "(?:" + "|".join(map(re.escape, _longest(words))) + ")"


def _longest(words: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(map(fold, words), key=lambda word: (-len(word), word)))
