"""Posts that share their last word said in full: 客户开发和产品支持两个主管 are two whole names."""

from collections.abc import Iterator

from knowledge.questions.lexicon import Lexicon
from knowledge.regex import regex

_COUNT = regex("(?:[这那]?(?:[两俩二三四2-4]个?|几个)(?:岗位|职位|位|名)?的?|的)$")
_JOINER = regex("(?:[和跟与及、]|以及|还有)(?:[和跟与及])?$")
_SIGNS = "和跟与及、还"  # the joiners' first characters
_LONGEST, _SHORTEST = 10, 2  # characters of what stands before the last word
_MOST = 4  # names


def with_whole_names(folded: str, lexicon: Lexicon) -> str:
    """A folded question in which posts that share their last word have it each; only where all of them are
    names of roles, and only the last was written as one."""
    if not any(sign in folded for sign in _SIGNS):
        return folded
    for head in lexicon.heads_in(folded):
        at = folded.find(head)
        while at >= 0:
            told = _told(folded[:at], head, lexicon)
            if told is not None:
                return f"{told}{folded[at + len(head) :]}"
            at = folded.find(head, at + 1)
    return folded


def _told(before: str, head: str, lexicon: Lexicon) -> str | None:
    """What stands before the last word, with the names in full; None where it is no list of such names."""
    count = _COUNT.search(before)
    rest = before[: count.start()] if count else before
    names: list[str] = []
    while len(names) < _MOST:
        first = next(_firsts(rest, head, lexicon), None)
        if first is None or f"{first}{head}" in names or (names and first in lexicon.names):
            break  # 会计和会计主管 are two posts as they stand
        names.insert(0, f"{first}{head}")
        rest = rest[: -len(first)]
        joiner = _JOINER.search(rest)
        if joiner is None:
            return f"{rest}{'、'.join(names)}" if len(names) > 1 else None
        rest = rest[: joiner.start()]
    return None


def _firsts(text: str, head: str, lexicon: Lexicon) -> Iterator[str]:
    """What a text may end in that is the name of a role together with a last word; the longest first."""
    for size in range(min(_LONGEST, len(text)), _SHORTEST - 1, -1):
        first = text[-size:]
        if len(lexicon.names.get(f"{first}{head}", ())) == 1:
            yield first
