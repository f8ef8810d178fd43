"""Labels that no table has, told by the document: short words before a colon, in several descriptions.

应负责任： alone on its line with a list below, under each post. What such a label means its last words say.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import (
    is_post,
    is_short,
    is_title,
    label_and_value,
    label_of,
    unnumbered,
    unwrapped,
)
from knowledge.roles.labels import Field, labels
from knowledge.text import bare, fold

_SHORTEST, _LONGEST, _LEAST = 2, 10, 2  # characters of a label, times that it stands there
_PLAIN = {
    Field.QUALIFICATION: "任职资格",
    Field.KPI: "考核指标",
    Field.SUMMARY: "岗位概述",
    Field.COLLABORATION: "协作关系",
    Field.SUBORDINATES: "直接下级",
    Field.SUPERIOR: "直接上级",
    Field.AUTHORITIES: "工作权限",
    Field.DUTIES: "岗位职责",
    Field.HEADCOUNT: "定员",
}  # how the tables write such a label
_OPEN = ("【", "〖", "「", "[")
_WITH = ("对内", "对外", "内部", "外部", "与", "和", "同", "跟", "各")
_OF_RELATIONS = "关系"  # 岗位关系：属生产部，对厂长负责。
_SHORT = (Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT)


def with_learned_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, such labels written as the tables have them."""
    learned = _learned(blocks)
    return [_plain(block, learned) for block in blocks] if learned else list(blocks)


def _plain(block: Block, learned: dict[str, Field]) -> Block:
    found = _label(block)
    field = learned.get(bare(found[0])) if found else None
    if found is None or field is None:
        return block
    return replace(block, text=f"{_PLAIN[field]}：{found[1]}", quote=block.quote or block.text)


def _label(block: Block) -> tuple[str, str] | None:
    """The label that no table has and its value, of a line that begins with one."""
    if block.kind is Kind.ROW:
        return None
    plain = unwrapped(unnumbered(block.text))
    found = label_and_value(plain) if ":" in fold(block.text)[: _LONGEST + 12] else None
    if found is None and block.kind is Kind.TEXT and block.text.strip()[:1] in _OPEN:  # 【工作】
        found = (plain, "") if is_short(plain) else None
    if found is None or not _SHORTEST <= len(bare(found[0])) <= _LONGEST or label_of(found[0]) is not None:
        return None
    return None if is_post(found[0]) or is_title(found[0]) else found


def _learned(blocks: Sequence[Block]) -> dict[str, Field]:
    """The field of each such label, by its bare spelling."""
    places: dict[str, list[int]] = defaultdict(list)
    alone: dict[str, int] = defaultdict(int)
    for i, block in enumerate(blocks):
        if found := _label(block):
            places[bare(found[0])].append(i)
            alone[bare(found[0])] += not found[1]
    learned: dict[str, Field] = {}
    for label, at in places.items():
        field = next((field for field, pattern in labels().learned if pattern.search(label)), None)
        apart = len(at) >= _LEAST and all(b - a >= _LEAST for a, b in pairwise(at))
        values = [_label(blocks[i]) for i in at]
        partners = field is Field.COLLABORATION and all(v and v[1].startswith(_WITH) for v in values)
        inline = field in _SHORT or label.endswith(_OF_RELATIONS) or partners  # 安全责任：… may be an item
        if field and apart and (inline or alone[label] == len(at)):
            learned[label] = field
    return learned
