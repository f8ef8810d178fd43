"""Names of roles typed with two characters changed round: 净洁车间主任 for 洁净车间主任."""

from collections.abc import Iterator

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import RoleMention
from knowledge.text import bare, is_chinese

_SHORTEST = 4  # characters of a name that is looked for so
_QUALITY = 0.9


def turned_names(text: str, lexicon: Lexicon) -> Iterator[RoleMention]:
    """The one role whose name a text has but for two characters next to each other changed round; the longest
    name that is meant so."""
    found: dict[tuple[int, int], list[str]] = {}
    for start, size, turned in _turned(text, lexicon):
        for name in lexicon.organization.naming.spellings.get(turned, ()):
            if bare(name) == turned and name in lexicon.organization.roles:
                found.setdefault((-size, start), []).append(name)
    for (less, start), names in sorted(found.items()):
        if len(names) == 1:
            yield RoleMention(start, start - less, text[start : start - less], (names[0],), _QUALITY)
            return


def _turned(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """What may be a name with two characters changed round: where it starts, how long it is, and put right.
    Only what begins as some name does is tried."""
    lengths = lexicon.names.lengths
    for start in range(len(text) - _SHORTEST + 1):
        one, two, three = text[start], text[start + 1], text[start + 2]
        for begin, places in ((two + one, (0,)), (one + three, (1,)), (one + two, ())):
            for size in lengths.get(begin, ()):
                typed = text[start : start + size]
                if size < _SHORTEST or len(typed) < size or not all(map(is_chinese, typed)):
                    continue
                for at in places or range(2, size - 1):
                    if typed[at] != typed[at + 1]:
                        turned = f"{typed[:at]}{typed[at + 1]}{typed[at]}{typed[at + 2 :]}"
                        yield start, size, turned
