"""The lines right beside a table: which of them an approval matrix needs to be understood, or is named by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.approval_matrix import has_matter, is_matrix, unit_of
from knowledge.roles.legend import is_legend
from knowledge.roles.matter_above import names_matter

_LONGEST_UNIT = 12  # characters of a line that tells nothing but a unit
NEAR = 4  # lines above or below a table that may explain its marks
_TITLE = regex(r"^[^,，。；;:：]{2,30}(?:表|一览|矩阵|清单|权限)(?:[（(][^（）()]*[）)])?$")


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a table or the lines between two; `matrix`: of an approval matrix, `above`: the lines
    right above it."""

    blocks: Sequence[Block]
    matrix: bool = False
    above: tuple[str, ...] = ()


def parts(blocks: Sequence[Block]) -> Iterator[Part]:
    """The tables of a document and what stands between them, in order.

    A line right above a matrix that only tells its unit or marks is left out, being part of nothing else; its
    title is a heading.
    """
    groups = [list(group) for _, group in groupby(blocks, key=lambda b: (b.kind is Kind.ROW, b.table))]
    matrices = [_matrix(above, group, below) for above, group, below in _beside(groups)]
    for i, group in enumerate(groups):
        if group[0].kind is Kind.ROW:
            above = groups[i - 1] if i else []
            yield Part(group, matrices[i], tuple(_lines(above[::-1])[::-1]))
        else:
            matrix = groups[i + 1] if i + 1 < len(groups) and matrices[i + 1] else []
            yield Part(_without_lines(group, matrix) if matrix else group)


def _beside(groups: Sequence[Sequence[Block]]) -> Iterator[tuple[Sequence[Block], ...]]:
    return zip([[], *groups], groups, [*groups[1:], []], strict=False)


def _matrix(above: Sequence[Block], group: Sequence[Block], below: Sequence[Block]) -> bool:
    if group[0].kind is not Kind.ROW:
        return False
    title = next((block.text for block in above[::-1] if block.kind is Kind.HEADING), "")
    return is_matrix(group, [title, *_lines(above[::-1]), *_lines(below)])


def _lines(blocks: Sequence[Block]) -> list[str]:
    lines = takewhile(lambda b: b.kind not in (Kind.ROW, Kind.HEADING), blocks[:NEAR])
    return [line.text for line in lines]


def _without_lines(group: list[Block], matrix: Sequence[Block]) -> list[Block]:
    """What stands above a matrix without the lines that explain it, its title as a heading."""
    kept = list(group)
    while kept and kept[-1].kind is Kind.TEXT and _explains(kept[-1].text):
        kept.pop()
    if not has_matter(matrix):
        return _titled(kept)
    if kept and kept[-1].kind is Kind.TEXT and names_table(kept[-1].text):
        kept[-1] = kept[-1].as_heading(1)
    return kept


def _titled(above: list[Block]) -> list[Block]:
    """What stands above a matrix that holds no matter, the line that names it as a heading, without the
    sentence that leads from it to the table."""
    at = len(above) - 1
    while at > 0 and above[at].kind is Kind.TEXT and above[at].text.rstrip().endswith((":", "：")):
        at -= 1
    titled = at >= 0 and above[at].kind is not Kind.HEADING and names_matter(above[at].text)
    return [*above[:at], above[at].as_heading(1)] if titled else above[: at + 1]


def names_table(text: str) -> bool:
    """Whether a line is the title of a table: 审批权限一览表."""
    return _TITLE.match(text.strip()) is not None


def _explains(text: str) -> bool:
    return is_legend(text) or (bool(unit_of([text])) and len(text) <= _LONGEST_UNIT)
