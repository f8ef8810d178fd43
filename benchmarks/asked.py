"""Questions whose right statement is known: it as it stands, turned round, misspelt, in other words."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.thesaurus import general_thesaurus

KINDS = ("exact", "reordered", "typo", "synonym")
_TYPED = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多"
)


@dataclass(frozen=True)
class Asked:
    """A question of one of the `KINDS` and the number of the text that it means."""

    kind: str
    text: str
    number: int


def questions(texts: Sequence[str], cut: Callable[[str], list[str]], each: int, seed: int = 0) -> list[Asked]:
    """`each` questions of every kind about distinct texts drawn at random."""
    chance = random.Random(seed)
    found: list[Asked] = []
    for kind in KINDS:
        count = 0
        while count < each:
            number = chance.randrange(len(texts))
            asked = _WAYS[kind](texts[number], cut, chance)
            if asked:
                found.append(Asked(kind, asked, number))
                count += 1
    return found


def _exact(text: str, cut: Callable[[str], list[str]], chance: random.Random) -> str:
    return text


def _reordered(text: str, cut: Callable[[str], list[str]], chance: random.Random) -> str:
    """Another order of the words; nothing where there are fewer than three."""
    words = [word for word in cut(text) if any(map(str.isalnum, word))]
    other = chance.sample(words, len(words))
    return "".join(other) if len(words) > 2 and other != words else ""


def _typo(text: str, cut: Callable[[str], list[str]], chance: random.Random) -> str:
    """One character replaced by a common one."""
    at = chance.choice([i for i, character in enumerate(text) if character.isalnum()])
    other = chance.choice(_TYPED.replace(text[at], ""))
    return text[:at] + other + text[at + 1 :]


def _synonym(text: str, cut: Callable[[str], list[str]], chance: random.Random) -> str:
    """One word replaced by another of the same meaning; nothing where the tables know none."""
    words = cut(text)
    ways = [(at, other) for at, word in enumerate(words) for other in _others(word)]
    if not ways:
        return ""
    at, other = chance.choice(ways)
    return "".join([*words[:at], other, *words[at + 1 :]])


def _others(word: str) -> list[str]:
    thesaurus = general_thesaurus()
    members = thesaurus.members(thesaurus.groups(word)) if len(word) > 1 else []
    return [other for other in members if other != word and len(other) > 1 and not other.isascii()]


_WAYS = {"exact": _exact, "reordered": _reordered, "typo": _typo, "synonym": _synonym}
