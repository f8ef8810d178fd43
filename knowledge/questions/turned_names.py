"""Names of roles typed with two characters changed round: 净洁车间主任 for 洁净车间主任."""

from collections.abc import Iterator

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import RoleMention
from knowledge.text import bare, is_chinese

_SHORTEST = 4  # characters of a name that is looked for so
_QUALITY = 0.9


def turned_names(text: str, lexicon: Lexicon) -> Iterator[RoleMention]:
    """The one role whose name a text has but for two characters next to each other changed round."""
    known, sizes = _by_letters(lexicon)
    for size in sizes:
        for start in range(len(text) - size + 1):
            typed = text[start : start + size]
            names = known.get("".join(sorted(typed)), ())
            meant = [name for name in names if _is_turned(typed, bare(name))]
            if len(meant) == 1:
                yield RoleMention(start, start + size, typed, (meant[0],), _QUALITY)
                return


def _by_letters(lexicon: Lexicon) -> tuple[dict[str, tuple[str, ...]], list[int]]:
    """The names of roles by their characters in order, and how long they are, the longest first."""
    kept: tuple[dict[str, tuple[str, ...]], list[int]] | None = lexicon.memo.get("turned names")
    if kept is None:
        found: dict[str, tuple[str, ...]] = {}
        for name in lexicon.organization.roles:
            if len(bare(name)) >= _SHORTEST and all(map(is_chinese, bare(name))):
                letters = "".join(sorted(bare(name)))
                found[letters] = (*found.get(letters, ()), name)
        kept = lexicon.memo["turned names"] = found, sorted(set(map(len, found)), reverse=True)
    return kept


def _is_turned(typed: str, name: str) -> bool:
    apart = [i for i, (a, b) in enumerate(zip(typed, name, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1
