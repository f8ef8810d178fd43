"""Where the words of a text meet, and what is found across them by chance."""

from collections.abc import Iterable


class Borders:
    """The words of a text by the characters that they hold."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words`: in order; together they are the text."""
        self._spans: list[tuple[int, int]] = []
        for word in words:
            start = len(self._spans)
            self._spans += [(start, start + len(word))] * len(word)

    def torn(self, start: int, end: int) -> bool:
        """Whether a stretch takes one character off a longer word beside another longer one (核销 in
        审核|销售), or the middle out of a word of four (全检 in 安全检查): it is no word of the text. Where a
        single character is left beside it (和服|务), the cut itself is wrong."""
        first, last = self._spans[start], self._spans[end - 1]
        if first == last:
            return first == (start - 1, end + 1) and end - start == 2
        if first[0] < start and first[1] - start == 1 and _long(self._spans[first[1]]):
            return True
        return last[1] > end and end - last[0] == 1 and _long(self._spans[last[0] - 1])


def _long(span: tuple[int, int]) -> bool:
    return span[1] - span[0] > 1
