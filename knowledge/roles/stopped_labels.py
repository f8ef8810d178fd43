"""Labels that a full stop parts from what they head, with a colon instead: 1.4 岗位权限。有权停用故障设备；….

Where a document is written so, words that no table has are a label too if they head several paragraphs: what
stands behind 岗位设置。 is a sentence about the post.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import heading_field, unnumbered
from knowledge.roles.labels import Field

_STOP = "。"
_LONGEST, _LEAST = 10, 2  # characters of such a label, and how many a document has that is written so
_NO_LABELS = (None, Field.NOTE, Field.TITLE, Field.NEUTRAL)


def with_stopped_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where several paragraphs begin with a label and a full stop, with a colon behind it."""
    stopped = [_stopped(block) for block in blocks]
    times = Counter(filter(None, stopped))
    known = {label for label in times if heading_field(label) not in _NO_LABELS}
    if len(known) < _LEAST:
        return list(blocks)
    said = {label: "" for label in times if times[label] >= _LEAST} | {label: f"{label}：" for label in known}
    return [_labelled(b, label, said.get(label)) for b, label in zip(blocks, stopped, strict=True)]


def _stopped(block: Block) -> str:
    """The short words that a paragraph begins with, a full stop behind them; empty where nothing follows."""
    label, stop, rest = unnumbered(block.text).partition(_STOP)
    short = block.kind is Kind.TEXT and stop and rest.strip() and len(label) <= _LONGEST
    return label if short else ""


def _labelled(block: Block, label: str, said: str | None) -> Block:
    if said is None:
        return block
    rest = unnumbered(block.text).removeprefix(f"{label}{_STOP}")
    return replace(block, text=f"{said}{rest}", quote=block.quote or block.text)
