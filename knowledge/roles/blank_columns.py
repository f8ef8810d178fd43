"""Lines that were rows of a table: labels and values with nothing but blanks or bars between them."""

from knowledge.regex import regex
from knowledge.roles.headings import SHORT, label_of
from knowledge.text import bare, fold

_LINE = regex(r"^[—–－=＝…>＞→-]+\s*(?=[^\s—–－=＝…>＞→-])")  # drawn from a label to its value
_COLUMNS = regex(r"\t+|[ \u3000\u00a0]{2,}|\s*[|｜]\s*")
_SHORTEST = 4  # characters of a label that a single blank can set apart from its value
_LEAST_LABELS = 2  # in a line that single blanks part


def columns(text: str) -> tuple[str, ...]:
    """The cells of a line that was a row of a table: labels and values with nothing but blanks between."""
    cells = _COLUMNS.split(text.strip().strip("|｜").strip())
    if len(cells) == 1:
        cells = [_LINE.sub("", cell) for cell in text.split(maxsplit=1)]
        if several := _labels_by_blanks(text.split()):
            return several
        if len(bare(cells[0] if cells else "")) < _SHORTEST:
            return ()
    known = [label_of(cell) for cell in cells[::2]]
    each = [cell.split(maxsplit=1) for cell in cells]
    if len(cells) > 1 and all(len(words) == 2 and label_of(words[0]) in SHORT for words in each):
        return tuple(word for words in each for word in words)  # 编制 1人 ｜ 上级 店长
    if (
        len(cells) < 2
        or any(":" in fold(cell) for cell in cells)
        or not all(field in SHORT for field in known)
    ):
        return ()
    return (*cells, "") if len(cells) % 2 else tuple(cells)


def _labels_by_blanks(words: list[str]) -> tuple[str, ...]:
    """Labels and values in turn, of words that single blanks part: 定员 1 直接下级 采购员; empty where fewer
    than two are labels of short fields."""
    starts = [i for i, word in enumerate(words) if label_of(word) in SHORT]
    if len(starts) < _LEAST_LABELS or starts[0] != 0:
        return ()
    spans = zip(starts, [*starts[1:], len(words)], strict=True)
    return tuple(cell for start, end in spans for cell in (words[start], " ".join(words[start + 1 : end])))
