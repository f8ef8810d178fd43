"""Names of roles typed with two characters changed round: 净洁车间主任 for 洁净车间主任."""

from collections.abc import Iterator

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import RoleMention
from knowledge.text import bare, is_chinese

_SHORTEST = 4  # characters of a name that is looked for so
_QUALITY = 0.9


def turned_names(text: str, lexicon: Lexicon) -> Iterator[RoleMention]:
    """The one role whose name a text has but for two characters next to each other changed round."""
    known = _by_letters(lexicon)
    for size in sorted({len(letters) for letters in known}, reverse=True):
        for start in range(len(text) - size + 1):
            typed = text[start : start + size]
            names = known.get("".join(sorted(typed)), ())
            meant = [name for name in names if _is_turned(typed, bare(name))]
            if len(meant) == 1:
                yield RoleMention(start, start + size, typed, (meant[0],), _QUALITY)
                return


def _by_letters(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The names of roles by their characters in order."""
    found: dict[str, tuple[str, ...]] | None = lexicon.memo.get("turned names")
    if found is None:
        found = {}
        for name in lexicon.organization.roles:
            if len(bare(name)) >= _SHORTEST and all(map(is_chinese, bare(name))):
                letters = "".join(sorted(bare(name)))
                found[letters] = (*found.get(letters, ()), name)
        lexicon.memo["turned names"] = found
    return found


def _is_turned(typed: str, name: str) -> bool:
    apart = [i for i, (a, b) in enumerate(zip(typed, name, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1
