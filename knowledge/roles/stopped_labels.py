"""Labels that another mark parts from what they head, with a colon instead: 1.4 岗位权限。有权停用设备；….

Such a label may stand in a sentence as well: 在权限上，店长可以调班. A blank parts one that other paragraphs
of the document write with a colon.

Where a document is written so, words that no table has are a label too if they head several paragraphs: what
stands behind 岗位设置。 is a sentence about the post.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    NO_LABELS,
    PARTNERS,
    heading_field,
    is_post,
    label_and_value,
    label_of,
    unnumbered,
)
from knowledge.roles.labels import Field

_STOPPED = regex(r"(?P<label>[^,，。；;:：\s]{2,10})(?P<mark>。|[ \u3000\t]+)(?=\S)")
_LEAST = 2  # labels of a document that is written so
_ASPECT = regex(
    r"(?:在|就|关于)?(?P<label>[^,，。；;:：\s]{2,8}?)(?:上|方面)[,，:：]\s*(?=[^,，。；;]{2})"
)  # 在权限上，…
_BLANK = regex(r"(?P<label>[^,，。；;:：\s]{2,10})[ \u3000\t]+(?=[^\W_]\S)")
_PARTNERSHIP = "协作关系"
_OF_ASPECTS = (Field.AUTHORITIES, *PARTNERS)


def with_stopped_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where several paragraphs begin with a label and a full stop, with a colon behind it."""
    blocks = list(_with_parted(blocks))
    stopped = [_stopped(block) for block in blocks]
    times = Counter(found["label"] for found in stopped if found)
    known = {label for label in times if heading_field(label) not in NO_LABELS}
    if len(known) < _LEAST:
        return blocks
    said = {label: "" for label in times if times[label] >= _LEAST} | {label: f"{label}：" for label in known}
    pairs = zip(blocks, stopped, strict=True)
    return [_labelled(b, found.group(), said.get(found["label"])) if found else b for b, found in pairs]


def _with_parted(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a colon behind labels that stand in a sentence or that a blank parts."""
    lines = [unnumbered(block.text) if block.kind is Kind.TEXT else "" for block in blocks]
    labelled = [label_and_value(line) for line in lines if line]
    written = {found[0].strip() for found in labelled if found and found[1]}
    for block, line in zip(blocks, lines, strict=True):
        aspect, blank = _ASPECT.match(line), _BLANK.match(line)
        if aspect and (field := heading_field(aspect["label"])) in _OF_ASPECTS:
            label = aspect["label"] if label_of(aspect["label"]) is field else _PARTNERSHIP
            yield _labelled(block, line[: aspect.end()], f"{label}：")
        elif blank and blank["label"] in written and heading_field(blank["label"]) not in NO_LABELS:
            yield _labelled(block, line[: blank.end()], f"{blank['label']}：")
        else:
            yield block


def _stopped(block: Block) -> re.Match[str] | None:
    """The short words that a paragraph begins with, a full stop behind them, or a blank in one with a number;
    None where nothing follows."""
    plain = unnumbered(block.text)
    found = _STOPPED.match(plain) if block.kind is Kind.TEXT else None
    if found is None or found["mark"] == "。":
        return found
    return found if plain != block.text.strip() and not is_post(found["label"]) else None


def _labelled(block: Block, label: str, said: str | None) -> Block:
    if said is None:
        return block
    rest = unnumbered(block.text).removeprefix(label)
    return replace(block, text=f"{said}{rest}", quote=block.quote or block.text)
