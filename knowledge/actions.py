"""Verbs of authority and how strong they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from knowledge.tables import load_table


class Strength(IntEnum):
    """How strong a right is; a larger number is a stronger right. EXECUTE is doing the thing oneself."""

    USE = 1
    INFORMED = 2
    ADVISE = 3
    TAKE_PART = 4
    OVERSEE = 5
    EXECUTE = 6
    LEAD = 7
    DRAFT = 8
    REVIEW = 9
    DECIDE = 10


@dataclass(frozen=True)
class Actions:
    """The table of verbs: what documents write (`written`), what people ask with (`asked`), names to show."""

    written: dict[str, Strength]
    asked: dict[str, frozenset[Strength]]
    names: dict[Strength, str]
    lead_in: tuple[str, ...]
    lead_in_words: dict[str, str]
    passed_rights: tuple[str, ...]
    own_post: frozenset[str]
    own_superior: frozenset[str]
    department_head: frozenset[str]
    negation: tuple[str, ...]
    lacking: tuple[str, ...]
    preventing: tuple[str, ...]
    adverbs: tuple[str, ...]
    deciding: tuple[str, ...]
    urging: frozenset[str]
    telling: tuple[str, ...]
    settling: tuple[str, ...]
    signing: tuple[str, ...]
    attending: tuple[str, ...]

    def strength_of(self, verb: str) -> Strength | None:
        """The strength of a written verb, or None."""
        return self.written.get(verb)

    def is_general(self, word: str) -> bool:
        """Whether a word is a verb that says no more than 负责 or 管理."""
        strengths = self.asked.get(word)
        return strengths is not None and max(strengths) <= Strength.LEAD


@cache
def actions() -> Actions:
    """The one table of actions."""
    table = load_table("knowledge", "actions.toml")
    written: dict[str, Strength] = {}
    asked: dict[str, set[Strength]] = {}
    names = {Strength.EXECUTE: "负责"}
    for strength in Strength:
        entry = table.get(strength.name.lower())
        if entry is None:
            continue
        names[strength] = entry["name"]
        for word in entry["words"]:
            written.setdefault(word, strength)
        for word in (*entry["words"], *entry["spoken"]):
            asked.setdefault(word, set()).add(strength)
    return Actions(
        written=written,
        asked={word: frozenset(strengths) for word, strengths in asked.items()},
        names=names,
        lead_in=_longest_first(table["passing"]["lead_in"]),
        lead_in_words=table["passing"]["words"],
        passed_rights=_longest_first(table["passing"]["rights"]),
        own_post=frozenset(table["passing"]["own_post"]),
        own_superior=frozenset(table["passing"]["own_superior"]),
        department_head=frozenset(table["passing"]["department_head"]),
        negation=_longest_first(table["negation"]["words"]),
        lacking=_longest_first(table["negation"]["lacking"]),
        preventing=tuple(table["negation"]["preventing"]),
        deciding=tuple(table["deciding"]["words"]),
        urging=frozenset(table["oversee"]["urging"]),
        telling=tuple(table["telling"]["words"]),
        settling=tuple(table["settling"]["words"]),
        signing=tuple(table["settling"]["signing"]),
        attending=tuple(table["settling"]["attending"]),
        adverbs=_longest_first(table["adverbs"]["words"]),
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
