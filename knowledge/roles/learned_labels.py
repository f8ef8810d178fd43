"""Labels that no table has, told by the document: they stand at the same place of several descriptions.

应负责任： alone on its line with a list below, under each post; 听命于：… beside other labels. What such a
label means its words or what stands below it say; one of which nothing is known still ends what stands
before it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import NO_LABELS, label_and_value, label_of, unnumbered, unwrapped
from knowledge.roles.held import does
from knowledge.roles.label_meaning import meanings
from knowledge.roles.label_places import (
    Found,
    Place,
    Stands,
    label_in,
    label_places,
)
from knowledge.roles.labels import Field, labels
from knowledge.roles.numbering import leading_number
from knowledge.text import bare, fold

_MOSTLY, _LEAST = 0.6, 2  # of its places where a label stands beside another one; labels of a kind
_DIGIT = regex(r"\d")
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
    Field.DEPARTMENT: "所属部门",
}  # how the tables write such a label
_SIDES = (("内部协作关系", regex("内|里")), ("外部协作关系", regex("外")))
_WITH = ("对内", "对外", "内部", "外部", "与", "和", "同", "跟", "各")
_OF_RELATIONS = "关系"  # 岗位关系：属生产部，对厂长负责。
_SHORT = (Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT)


def with_learned_labels(blocks: Sequence[Block]) -> tuple[list[Block], frozenset[str]]:
    """The blocks, such labels written as the tables have them; and the words of those of unknown meaning."""
    every = label_places(blocks)
    if not every:
        return list(blocks), frozenset()
    beside = _beside(blocks, every)
    known = {field for block in blocks for field in _known(block) if field not in NO_LABELS}
    meant = {
        key: field for key, field in meanings(every, known).items() if _stands(key, field, every[key], beside)
    }
    titles = {key for key in every if labels().field_of(key)}
    most = max(map(len, every.values()))
    unknown = {key for key in every.keys() - meant.keys() - titles if _parts(key, every[key], beside, most)}
    plain = {key: written(key, field) for key, field in meant.items()}
    found = [label_in(block, after) for block, after in pairwise([*blocks, None]) if block is not None]
    plainly = [_plain(block, own, plain) for block, own in zip(blocks, found, strict=True)]
    words = frozenset(own.label for own in found if own and bare(own.label) in unknown)
    return plainly, words


def written(key: str, field: Field) -> str:
    """How the tables write a label; one of partners says on which side of the house they are."""
    if field is Field.COLLABORATION:
        return next((label for label, side in _SIDES if side.search(key)), _PLAIN[field])
    return _PLAIN[field]


def _stands(key: str, field: Field, at: Sequence[Place], beside: frozenset[str]) -> bool:
    """Whether a label stands as one of such a field does: 安全责任：… may be an item."""
    if all(place.stands in (Stands.MARKED, Stands.BARE, Stands.CELL) for place in at):
        return not key.endswith(_OF_RELATIONS) or field is Field.COLLABORATION  # sentences stand below it
    inline = [place for place in at if place.stands in (Stands.INLINE, Stands.ITEM)]
    partners = field is Field.COLLABORATION and all(
        p.content and p.content[0].startswith(_WITH) for p in inline
    )
    return field in _SHORT or key.endswith(_OF_RELATIONS) or partners or key in beside


def _parts(key: str, at: Sequence[Place], beside: frozenset[str], most: int) -> bool:
    """Whether words of unknown meaning are a label by where they stand alone."""
    marked = all(place.stands is Stands.MARKED for place in at)
    alone = all(place.stands in (Stands.MARKED, Stands.BARE) for place in at)
    of_form = alone and len(at) >= _MOSTLY * most and not does(key) and all(place.content for place in at)
    return marked or (alone and all(place.listed for place in at)) or of_form or key in beside


def _beside(blocks: Sequence[Block], every: Mapping[str, Sequence[Place]]) -> frozenset[str]:
    """The labels before a value that stand in lines beside others of a form: 上级：店长 / 手下：收银员."""
    keys = {key for key, at in every.items() if all(p.stands is Stands.INLINE for p in at)}
    lines = {place.at: key for key in keys for place in every[key]}
    form = {i for i, block in enumerate(blocks) if block.kind is Kind.TEXT and _is_field(block)}
    counted = Counter(_style(block) for block in blocks if _is_label(block))
    found = {
        key
        for key in keys
        if all(counted[_style(blocks[p.at])] >= _LEAST and _style(blocks[p.at]) for p in every[key])
    }  # （六）院内往来：… behind the list of （五）权限
    for _ in range(len(keys)):
        near = Counter(key for at, key in lines.items() if {at - 1, at + 1} & form)
        more = {key for key in keys - found if near[key] >= _MOSTLY * len(every[key])}
        if not more:
            break
        found |= more
        form |= {at for at, key in lines.items() if key in more}
    return frozenset(found)


def _style(block: Block) -> str:
    """How a line is numbered as headings are: in which style, by which kind of digits."""
    number = leading_number(block.text) if block.kind is Kind.TEXT else None
    if number is None or number.style not in ("chinese", "bracket"):
        return ""
    return number.style + ("1" if _DIGIT.search(fold(block.text[: number.start])) else "")


def _is_label(block: Block) -> bool:
    """Whether a line is a label of the table, or begins with one."""
    return any(field not in NO_LABELS for field in _known(block)) and block.kind is Kind.TEXT


def _is_field(block: Block) -> bool:
    """Whether a line is a label of the table with its value."""
    found = label_and_value(unwrapped(unnumbered(block.text)))
    return found is not None and bool(found[1]) and label_of(found[0]) not in NO_LABELS


def _known(block: Block) -> Iterator[Field | None]:
    if block.kind is Kind.ROW:
        yield from map(label_of, block.cells)
        return
    plain = unwrapped(unnumbered(block.text))
    found = label_and_value(plain)
    yield label_of(found[0] if found else plain)


def _plain(block: Block, found: Found | None, plain: Mapping[str, str]) -> Block:
    label = plain.get(bare(found.label)) if found else None
    if found is None or label is None:
        return block
    if block.kind is Kind.HEADING:
        return block.as_heading(block.level, label)
    number = leading_number(block.text)
    kept = number is not None and _style(block) != ""
    counted = block.text[: number.start] if number and kept else ""  # the lines beside it may be counted on
    text = f"{counted}{label}：{found.value}" if found.value or not counted else f"{counted}{label}"
    return replace(block, text=text, strong="", quote=block.quote or block.text)
