"""The title of a document beside the page numbers inside a text: it is printed on every page."""

from collections.abc import Sequence
from itertools import takewhile

from knowledge.regex import regex
from knowledge.text import bare

_LEAST, _LONGEST = 6, 48  # characters of such a title
_FIRST, _OPENING = 5, 60  # paragraphs of which one begins with the title, and characters of their beginnings
_ITEM_END = regex(r".*[。；;!?！？]", 16)  # re.DOTALL


class PageHeads:
    """What the texts of a document have beside the page numbers in them, at `spans` of each."""

    def __init__(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> None:
        each = [
            (text[:start], text[end:]) for text, own in zip(texts, spans, strict=True) for start, end in own
        ]
        self._openings = [bare(text[:_OPENING]) for text in texts[:_FIRST]] if each else []
        self._feet = [_turned(before) for before, _ in each]
        self._heads = [after.lstrip() for _, after in each]

    def around(self, text: str, start: int, end: int) -> tuple[int, int]:
        """A page number's place in a text, with the title before or behind it."""
        foot, head = text[:start], text[end:]
        before = self._title(_turned(foot), self._feet, turned=True)
        behind = 0 if before else self._title(head.lstrip(), self._heads, turned=False)
        blanks = len(foot) - len(foot.rstrip()) if before else len(head) - len(head.lstrip())
        return start - before - blanks * bool(before), end + behind + blanks * bool(behind)

    def _title(self, text: str, others: Sequence[str], turned: bool) -> int:
        """How many characters of a text are the title."""
        whole = bare(text[::-1] if turned else text)
        for size in range(min(len(text), _LONGEST), _LEAST - 1, -1):
            words = text[:size][::-1] if turned else text[:size]
            title = bare(words) if words[0].isalnum() else ""
            own = len(title) < _LEAST or title == whole
            if not own and any(opening.startswith(title) for opening in self._openings):
                return size
        rest = list(others)
        rest.remove(text)
        same = max((_beginning(text, other) for other in rest), key=len, default="")[:_LONGEST]
        ended = _ITEM_END.match(same[::-1]) if turned else None
        same = same[: len(same) - ended.end()] if ended else same
        return len(same) if len(bare(same)) >= _LEAST else 0


def _beginning(one: str, other: str) -> str:
    """What two texts both begin with."""
    return one[: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))]


def _turned(text: str) -> str:
    return text.rstrip()[::-1]
