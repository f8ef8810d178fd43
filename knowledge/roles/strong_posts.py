"""Posts in bold at the beginning of the paragraph that describes them: **1. 村主任（1名）** 对书记负责。…"""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import is_post, unnumbered, without_count
from knowledge.roles.names import split_alias

_LEAST = 2  # posts described so
_LEAST_SAID = 8  # characters of what is said behind a name


def with_strong_posts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each such name made a heading; just as they are where fewer than two posts stand so."""
    rests = {i: rest for i, block in enumerate(blocks) if (rest := _said(block))}
    if len(rests) < _LEAST:
        return list(blocks)
    level = 1 + max((block.level for block in blocks if block.kind is Kind.HEADING), default=0)
    found: list[Block] = []
    for i, block in enumerate(blocks):
        if i in rests:
            name = unnumbered(block.strong).rstrip("：: ")
            plain = replace(block, kind=Kind.TEXT, level=0, number=None, strong="", text=rests[i])
            found += [replace(plain, kind=Kind.HEADING, level=level, text=name), plain]
        else:
            found.append(block)
    return found


def _said(block: Block) -> str:
    """What a paragraph says behind the post in bold that it begins with; empty for any other."""
    text, strong = block.text.strip(), block.strong.strip()
    if block.kind not in (Kind.TEXT, Kind.ITEM) or not strong or not text.startswith(strong):
        return ""
    name = split_alias(without_count(unnumbered(strong).rstrip("：: "))[0])[0]
    rest = text[len(strong) :].lstrip("：: ")
    return rest if is_post(name) and len(rest) >= _LEAST_SAID else ""
