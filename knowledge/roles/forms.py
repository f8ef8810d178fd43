"""Posts told by the form that repeats below each of them: 站点管理 / 岗位职责： / … / 任职要求： / …

What a recruiting page calls a post may end like nothing that is known. Where the same label of duties stands
several times, and right above it each time a short line of its own, those lines name the posts.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import is_department, is_post, label_of, may_be_post, post_title
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number
from knowledge.text import bare

_LEAST = 2  # posts that the form repeats for
_SHORT = 8  # characters of a line that repeats


def with_forms(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the lines above a repeated label of duties as headings; just as they are where it does
    not repeat, or where another line stands above it once."""
    labelled = [
        (i, bare(label.text))
        for i, (above, label) in enumerate(pairwise(blocks))
        if _is_plain(label) and label_of(label.text) is Field.DUTIES and _is_plain(above)
    ]
    labels = {label for _, label in labelled}
    names = [bare(blocks[i].text) for i, _ in labelled]
    if len(labels) != 1 or len(set(names)) != len(names) or len(names) < _LEAST:
        return list(blocks)
    heads = {i for i, _ in labelled}
    above = [blocks[i] for i in heads]
    if not all(map(_may_name, above)) or not any(is_post(block.text.strip()) for block in above):
        return list(blocks)
    buttons = _buttons(blocks, heads)
    return [
        block.as_heading(1, block.text.strip()) if i in heads else block
        for i, block in enumerate(blocks)
        if i not in buttons
    ]


def _buttons(blocks: Sequence[Block], heads: set[int]) -> set[int]:
    """The lines that are the same above most of the names: a page's way to go on, and nothing of a post."""
    above = Counter(blocks[i - 1].text.strip() for i in heads if i)
    text, count = above.most_common(1)[0] if above else ("", 0)
    often = count >= _LEAST and count * 2 > len(heads) and len(text) <= _SHORT
    return {i for i, block in enumerate(blocks) if often and block.text.strip() == text}


def _is_plain(block: Block) -> bool:
    return block.kind is Kind.TEXT and block.level == 0


def _may_name(block: Block) -> bool:
    """Whether a line is short and names neither a department nor a field."""
    text = block.text.strip()
    if leading_number(text) is not None or post_title(text) is not None:
        return False
    return is_post(text) or (may_be_post(text) and not is_department(text))
