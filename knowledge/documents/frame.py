"""The page around a document told from the document: site header and footer, page numbers, buttons."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from knowledge.documents.document import PAGE_BREAK, Block
from knowledge.documents.page_heads import PageHeads
from knowledge.regex import regex
from knowledge.tables import load_table
from knowledge.text import fold, is_word

_HEAD_LINES = 3  # of a page
_SHORT = 90  # a line of frame is short; a long line that mentions a frame word is content
_ENDING, _HEADING = 4, 20  # characters of the end that headings share; of a heading
_LEAST_ALIKE = 3  # headings that end alike
_FIRST = regex(r"[(（]?[1一][)）、.．]|①")
_LONELY = regex(r"\d{1,3}")
_INSIDE = regex(r"\s*第\s*\d+\s*页\s*[/,]?\s*共\s*\d+\s*页\s*")
_SHARE = regex(
    r"\s*(?<![\d./第达过近约到至于])(?P<page>\d{1,3})\s*/\s*(?P<total>\d{1,3})(?![\d./以的左多])\s*"
)


def split_frame(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks that are content, page numbers in them made page breaks, and the blocks that are frame."""
    marks = _marks()
    folded = [fold(block.text).strip() for block in blocks]
    framed = [marks.is_line(text) for text in folded]
    first = max(
        (i + 1 for i, text in enumerate(folded) if text in marks.begin and any(framed[:i])), default=0
    )
    last = _closing(folded, framed, first)
    pages = _page_numbers(folded)
    pages |= _repeated(folded, pages)
    kept = [i for i in range(first, last) if not framed[i] and i not in pages]
    totals = _totals(folded, [folded[i] for i in kept])
    spans = [_spans(folded_text, totals) for folded_text in (fold(blocks[i].text) for i in kept)]
    heads = PageHeads([blocks[i].text for i in kept], spans)
    cuts = (_without_numbers(blocks[i], own, heads) for i, own in zip(kept, spans, strict=True))
    content = tuple(cut for cut in cuts if cut.text)
    chosen = set(kept)
    return content, tuple(block for i, block in enumerate(blocks) if i not in chosen)


def _closing(folded: Sequence[str], framed: Sequence[bool], first: int) -> int:
    """The line that closes the content. More text stands before it than after: a site's head is no end."""
    site = any(framed)
    lengths = [0 if frame else len(text) for text, frame in zip(folded, framed, strict=True)]
    for i in range(max(first, _last_listed(folded) + 1), len(folded)):
        if _marks().closes(folded[i], site) and sum(lengths[first:i]) >= sum(lengths[i + 1 :]):
            return i
    return len(folded)


def _last_listed(folded: Sequence[str]) -> int:
    """The last line that heads a list as others before it do (X岗位职责 / 1、…): a page's buttons may stand
    between them."""
    lines = [(i, text) for i, text in enumerate(folded) if text]
    heads = [(i, text) for (i, text), (_, below) in pairwise(lines) if _FIRST.match(below) and _heads(text)]
    often = Counter(text[-_ENDING:] for _, text in heads)
    return max((i for i, text in heads if often[text[-_ENDING:]] >= _LEAST_ALIKE), default=-1)


def _heads(text: str) -> bool:
    return _ENDING < len(text) < _HEADING and text[-1].isalpha()


def _page_numbers(folded: Sequence[str]) -> set[int]:
    """The lines that are page numbers; a bare number is one where the bare numbers count up."""
    numbers = [(i, int(text)) for i, text in enumerate(folded) if _LONELY.fullmatch(text)]
    lonely = len(numbers) > 1 and all(later == number + 1 for (_, number), (_, later) in pairwise(numbers))
    found = {i for i, text in enumerate(folded) if any(p.fullmatch(text) for p in _marks().pages)}
    return found | ({i for i, _ in numbers} if lonely else set())


def _repeated(folded: Sequence[str], pages: set[int]) -> set[int]:
    """The lines beside page numbers that repeat the document's first lines, or each other: heads of pages, of
    several lines each."""
    beside = [i for page in pages for i in (page - 1, page + 1) if 0 < i < len(folded) and i not in pages]
    often = {text for text, count in Counter(folded[i] for i in set(beside)).items() if count > 2}
    heads = often | set(folded[:1])
    found = {i for i in beside if folded[i] in heads}
    first = set(folded[:_HEAD_LINES])
    for page, step in ((page, step) for page in pages for step in (-1, 1)):
        run = list(_run(folded, page + step, step, heads | first))
        found |= set(run) if any(folded[i] in heads for i in run) else set()
    return found


def _run(folded: Sequence[str], at: int, step: int, texts: set[str]) -> Iterator[int]:
    """The lines from a place on, up or down, that have one of the texts; the document's own first ones do not
    count."""
    while 0 < at < len(folded) and folded[at] in texts and folded.index(folded[at]) != at:
        yield at
        at += step


def _totals(folded: Iterable[str], content: Sequence[str]) -> frozenset[str]:
    """How many pages the document says it has: 第1页 共10页, or 10 / 10 at its very end."""
    matches = (found for text in folded for p in _marks().pages if (found := p.fullmatch(text)))
    totals = {found["total"] for found in matches if "total" in found.re.groupindex}
    for share in _SHARE.finditer(content[-1]) if content else ():
        if share.end() == len(content[-1]) and share["page"] == share["total"]:
            totals.add(share["total"])
    return frozenset(totals - {None})


def _spans(folded: str, totals: frozenset[str]) -> list[tuple[int, int]]:
    """Where page numbers stand inside a text."""
    shares = (
        m for m in _SHARE.finditer(folded) if m["total"] in totals and int(m["page"]) <= int(m["total"])
    )
    return [found.span() for found in (*_INSIDE.finditer(folded), *shares)]


def _without_numbers(block: Block, spans: Sequence[tuple[int, int]], heads: PageHeads) -> Block:
    """The block with page numbers inside it, and the title beside them, filled up with page breaks, and those
    at its end cut off."""
    text = block.text
    for start, end in (heads.around(block.text, *span) for span in spans):
        text = text[:start] + PAGE_BREAK * (end - start) + text[end:]
    return replace(block, text=text.strip() if spans else text)


class _Marks:
    def __init__(self) -> None:
        table = load_table(__package__, "frame.toml")
        self.begin = frozenset(map(fold, table["begin"]))
        self.pages = tuple(map(regex, table["page"]))
        self._end = tuple(map(fold, table["end"]))
        self._weak_end = tuple(map(fold, table["weak_end"]))
        self._sentences = tuple(map(fold, table["sentences"]))
        self._line = regex("|".join(f"(?:{pattern})" for pattern in table["lines"]))

    def is_line(self, text: str) -> bool:
        """Whether a folded line is frame by itself."""
        return len(text) < _SHORT and self._line.fullmatch(text) is not None

    def closes(self, text: str, site: bool) -> bool:
        """Whether a folded line closes the content; `site`: the page shows other frame as well."""
        if text.startswith(self._sentences):
            return True
        ends = (*self._end, *self._weak_end) if site else self._end
        word = next((end for end in ends if text.startswith(end)), "")
        return bool(word) and len(text) < _SHORT and not is_word(text[len(word) : len(word) + 1] or " ")


@cache
def _marks() -> _Marks:
    return _Marks()
