"""Labels that no table has, told by their form: the same short numbered line in several descriptions."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import is_post, is_short, is_title, label_of, unnumbered
from knowledge.roles.numbering import leading_number

_STYLES = ("chinese", "bracket")  # numbers of headings rather than of items
_LONGEST = 10  # characters
_ENDS = ("。", "；", ";", "，", ",", ".")


def repeated_labels(blocks: Sequence[Block]) -> frozenset[str]:
    """The words of such lines, without number and colon: （一）隶属关系 with its own text below it, twice."""
    found: dict[tuple[str, int | None], int] = {}
    for block, after in pairwise(blocks):
        number = leading_number(block.text) if block.kind is Kind.TEXT else None
        if number is None or number.style not in _STYLES or after.kind is not Kind.TEXT:
            continue
        plain = unnumbered(block.text).rstrip(":：")
        below = leading_number(after.text)
        own = (below.number == 1 and below.style != number.style) if below else not _names_post(after.text)
        if own and _may_be_label(plain):
            found[plain, number.number] = found.get((plain, number.number), 0) + 1
    return frozenset(plain for (plain, _), times in found.items() if times > 1)


def _may_be_label(plain: str) -> bool:
    short = len(plain) <= _LONGEST and is_short(plain) and not plain.endswith(_ENDS)
    return short and label_of(plain) is None and not _names_post(plain)


def _names_post(text: str) -> bool:
    return is_post(text) or is_title(text)
