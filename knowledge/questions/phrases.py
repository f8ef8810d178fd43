"""The tables of what the words of a question mention, ready for look-up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.actions import actions
from knowledge.regex import every_needed, regex, sifted
from knowledge.spellings import Spellings, lengths_of
from knowledge.tables import load_table, table_digest
from knowledge.text import fold
from knowledge.workings import WORKINGS

ROLE, WHO = "\ue000", "\ue001"  # in shapes: a role, and who is asked for
ASIDE, ANOTHER = "\ue002", "\ue003"  # what no gap may hold; a role that the shape is not about
_GAP = f"[^{ASIDE}]{{0,14}}?"


@dataclass(frozen=True)
class Phrases:
    """Phrases by kind, the same by what begins at a place of a text (`places`), filler words, what is
    `spelled` in one word and meant in several, `people` for whom something is done, `outsiders` who want it,
    `polite` words of asking, wordings `rewritten` in another way, verbs `parted` from their object by what is
    said between them, and the shapes of question in which word order decides. `nouns`: fillers that may be a
    matter; `troubles`: what is wrong with things; `fields`: what makes another field of a word; `transitive`,
    `joining`: see `narrowing`; `dealings`, `papers`: see `modifying`; `reach`: how long the longest phrase
    or filler word is that begins with a character."""

    kinds: dict[str, frozenset[str]]
    places: Spellings[frozenset[str]]
    filler: frozenset[str]
    nouns: frozenset[str]
    troubles: frozenset[str]
    fields: dict[str, tuple[str, ...]]
    transitive: frozenset[str]
    joining: frozenset[str]
    dealings: frozenset[str]
    papers: frozenset[str]
    soft: frozenset[str]
    complements: frozenset[str]
    people: frozenset[str]
    outsiders: frozenset[str]
    newcomers: frozenset[str]
    pinyin: tuple[str, ...]
    never_spelled: frozenset[str]
    separable: re.Pattern[str]
    parted: frozenset[str]
    spelled: dict[str, str]
    polite: re.Pattern[str]
    rewritten: tuple[tuple[re.Pattern[str], str], ...]  # see `rewrite`
    shapes: dict[str, tuple[re.Pattern[str], ...]]
    longest: int
    reach: dict[str, int]
    by_kind: dict[str, tuple[str, ...]]


def rewrite(folded: str) -> str:
    """A folded question in the wordings that are understood."""
    patterns, due, at = phrases().rewritten, _due(folded), 0
    while at < len(due):
        pattern, plain = patterns[due[at]]
        written = pattern.sub(plain, folded)
        if written != folded:
            folded, done = written, due[at]
            due, at = [i for i in _due(folded) if i > done], -1
        at += 1
    return folded


def _due(folded: str) -> list[int]:
    """Which of the patterns of `Phrases.rewritten` a text may be rewritten by, in their order."""
    (always, needing), characters = _needing(), set(folded)
    due = {
        number
        for character in characters & needing.keys()
        for number, further in needing[character]
        if not any(map(characters.isdisjoint, further))
    }
    return sorted({*always, *due})


@cache
def _needing() -> tuple[list[int], dict[str, list[tuple[int, tuple[frozenset[str], ...]]]]]:
    """The patterns that need no certain character, and by each character those that need it or another, each
    with what else it needs."""
    always = list[int]()
    needing: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = {}
    for number, (pattern, _) in enumerate(phrases().rewritten):
        first, *further = every_needed(pattern) or (frozenset(),)
        always += [] if first else [number]
        for character in first:
            needing.setdefault(character, []).append((number, tuple(dict.fromkeys(further))))
    return always, needing


def compact(text: str) -> str:
    """Folded and without blanks: how phrases and questions are compared."""
    return "".join(fold(text).split())


def _compacted(words: Iterable[str]) -> list[str]:
    """What `compact` makes of each word of a table; many are folded in one go."""
    return ["".join(word.split()) for word in fold("\n".join(words)).split("\n")]


@cache
def phrases() -> Phrases:
    """The one table of phrases; the verbs of `actions.toml` are of the kind `action`."""
    made_of = (__package__, "phrases.toml"), ("knowledge", "actions.toml"), (__package__, "phrases.py")
    key = " ".join(table_digest(package, name) for package, name in (*made_of, ("knowledge", "text.py")))
    plain = WORKINGS.recall(f"phrases {key}", _plain)
    lengths, sources = plain.pop("lengths"), plain.pop("sources")
    return Phrases(
        **plain,
        places=Spellings(plain["kinds"], lengths),
        separable=regex(sources["separable"]),
        rewritten=tuple((sifted(pattern), to) for pattern, to in sources["rewritten"]),
        polite=regex(sources["polite"]),
        shapes={name: tuple(map(sifted, shapes)) for name, shapes in sources["shapes"].items()},
    )


def _plain() -> dict[str, Any]:
    """The same as plain values, patterns by their `sources`, to be kept from run to run."""
    table = load_table(__package__, "phrases.toml")
    by_kind = {kind: tuple(_compacted(words)) for kind, words in table["kinds"].items()}
    by_kind["action"] = tuple(_compacted(actions().asked))
    kinds: dict[str, set[str]] = {}
    for kind, words in by_kind.items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    filler = frozenset(_compacted(table["filler"]["words"]))
    separable = (
        f"{a}(?P<{name}>(?!的)[^,;。?]{{0,6}}?[天日个月周年期拜]的?){b}(?![次车组级长程时议员])"  # 5个班次
        for name, a, b in _parted(table["separable"]["words"])
    )
    return {
        "kinds": {word: frozenset(of) for word, of in kinds.items()},
        "lengths": lengths_of(kinds),
        "filler": filler,
        "nouns": frozenset(table["nouns"]["words"]),
        "troubles": frozenset(table["troubles"]["words"]),
        "fields": {word: tuple(before) for word, before in table["fields"].items()},
        "transitive": frozenset(table["narrowing"]["verbs"]),
        "joining": frozenset(table["narrowing"]["joining"]),
        "dealings": frozenset(table["narrowing"]["dealings"]),
        "papers": frozenset(table["narrowing"]["papers"]),
        "soft": frozenset(_compacted(table["soft"]["words"])),
        "complements": frozenset(table["complements"]["words"]),
        "people": frozenset(table["people"]["words"]),
        "outsiders": frozenset(table["people"]["outsiders"]),
        "newcomers": frozenset(table["people"]["newcomers"]),
        "parted": frozenset(table["parted"]["words"]),
        "spelled": dict(
            zip(_compacted(table["spelled"]), _compacted(table["spelled"].values()), strict=True)
        ),
        "pinyin": tuple(table["pinyin"]["words"]),
        "never_spelled": frozenset(table["pinyin"]["never"]),
        "longest": max(map(len, [*kinds, *filler])),
        "reach": reach_of([*kinds, *filler]),
        "by_kind": by_kind,
        "sources": {
            "separable": "|".join(separable),
            "rewritten": [*table["dialects"]["patterns"], *table["rewritten"]["patterns"]],
            "polite": "|".join(table["polite"]["patterns"]),
            "shapes": _shapes(table["shapes"], by_kind),
        },
    }


def reach_of(words: Iterable[str]) -> dict[str, int]:
    """The length of the longest of some words for each first character."""
    found: dict[str, int] = {}
    for word in words:
        found[word[0]] = max(found.get(word[0], 0), len(word))
    return found


def _parted(words: list[str]) -> list[tuple[str, str, str]]:
    """Words of two characters as (name of a group, first, second)."""
    return [(f"split{i}", word[0], word[1]) for i, word in enumerate(words)]


def _shapes(table: dict[str, list[str]], by_kind: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The shapes by what they are of, as the sources of patterns."""
    words = {"{role}": ROLE, "{who}": WHO}
    for name, kind in (("{up}", "superior"), ("{down}", "subordinates")):
        longest = sorted(by_kind[kind], key=lambda word: (-len(word), word))
        words[name] = f"(?:{'|'.join(map(re.escape, longest))})"
    return {name: tuple(_shape(shape, words) for shape in shapes) for name, shapes in table.items()}


def _shape(shape: str, words: dict[str, str]) -> str:
    """The source of a pattern over a question in which roles and question words are one character each.

    What stands between two gaps becomes a group: only groups are explained by the shape, never a gap.
    """
    parts = []
    for part in shape.split("*"):
        filled = part
        for name, pattern in words.items():
            filled = filled.replace(name, pattern)
        parts.append(f"({filled.replace('(', '(?:').replace('(?:?', '(?')})")
    return _GAP.join(parts)
