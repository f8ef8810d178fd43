"""Posts in bold at the beginning of the paragraph that describes them: **1. 村主任（1名）** 对书记负责。…"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.roles.document_title import without_title
from knowledge.roles.headings import is_post, label_of, pieces, unnumbered, without_count
from knowledge.roles.labels import Field
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
            name = unnumbered(block.strong or without_title(pieces(block.text)[0])).rstrip("：: ")
            plain = replace(block, kind=Kind.TEXT, level=0, number=None, strong="", text=rests[i])
            found += [plain.as_heading(level, name), plain]
        else:
            found.append(block)
    return found


def with_strong_labels(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a label in bold before its value has a colon: **上级** 店长."""
    for block in blocks:
        label, text = block.strong.strip(), block.text.strip()
        rest = text[len(label) :] if label and text.startswith(label) else ""
        known = (
            rest[:1].isspace()
            and label[-1:] not in (":", "：")
            and label_of(label) not in (None, Field.NEUTRAL)
        )
        if known and block.kind is Kind.TEXT:
            yield replace(block, text=f"{label}：{rest.strip()}", strong="", quote=block.quote or block.text)
        else:
            yield block


def _said(block: Block) -> str:
    """What a paragraph says behind the post that it begins with, in bold or before several labels (调度员
    上级：调度主任 编制：4 …); empty for any other."""
    first, *labelled = pieces(block.text) if block.kind is Kind.TEXT else [block.text]
    if len(labelled) > 1 and is_post(unnumbered(first)) and not block.strong:
        return block.text[len(first) :].strip()
    text, strong = block.text.strip(), block.strong.strip()
    if block.kind not in (Kind.TEXT, Kind.ITEM) or not strong or not text.startswith(strong):
        return ""
    name = split_alias(without_count(unnumbered(strong).rstrip("：: "))[0])[0]
    rest = text[len(strong) :].lstrip("：: ")
    return rest if is_post(name) and len(rest) >= _LEAST_SAID else ""
