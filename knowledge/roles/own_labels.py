"""Labels that name the post whose description they stand in: 站长的职责： below 站长 is just 职责：."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    AUTHORITIES,
    LISTS,
    PARTNERS,
    is_post,
    label_of,
    may_be_post,
    post_title,
    unnumbered,
    unwrapped,
    without_count,
)
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number

_PARTS = LISTS | PARTNERS | AUTHORITIES | {Field.SUMMARY, Field.TITLE, Field.QUALIFICATION, Field.KPI}
_LABEL = regex(r"\s*的?\s*(?P<label>[^,，。;；:：\s]{2,10})\s*(?P<colon>[:：]?)\s*(?P<rest>.*)$")
_OF_LABELS = ("chinese", "bracket", "bullet")  # numbers that labels may have
_ONES = ("一是", "其一")
_ITS = ("其", "本岗位", "该岗位")
_LONGEST = 40  # characters of a line that may be the name of a post, with its number and brackets


def with_own_labels(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; labels of the post that the last line with the name of one names are without that name."""
    name = titled = ""
    for block in blocks:
        if block.kind not in (Kind.TEXT, Kind.HEADING) or (block.level and block.kind is Kind.TEXT):
            yield block
            continue
        own = ((post, _own_label(block, post)) for post in (name, titled, *_ITS) if post)
        post, label = next(((post, label) for post, label in own if label), ("", None))
        if label is not None:
            titled = titled if post in _ITS else post
            yield label
            continue
        titled = _titled(block, titled)
        name = _named(block) or (name if _stays(block, name) else "")
        titled = "" if is_post(name) and name != titled else titled
        yield block


def _named(block: Block) -> str:
    """The post that is all that a line names."""
    if len(block.text) > _LONGEST:
        return ""
    name = without_count(unwrapped(unnumbered(block.text).strip()))[0].rstrip(":： ")
    return name if is_post(name) or may_be_post(name) else ""


def _stays(block: Block, name: str) -> bool:
    """Whether a line is no title of another post."""
    titled = _title(block)
    return titled is None or titled == name


def _titled(block: Block, before: str) -> str:
    """The post that a line is the title of (店长职责：), else the one of the title before."""
    titled = _title(block)
    return before if titled is None else titled if is_post(titled) else ""


def _title(block: Block) -> str | None:
    return post_title(unnumbered(block.text)) if len(block.text) <= _LONGEST else None


def _own_label(block: Block, name: str) -> Block | None:
    """The line with its label alone, where that names the post."""
    text, number = unnumbered(block.text), leading_number(block.text)
    if number is not None and number.style not in _OF_LABELS:
        return None  # 3.站长的职责： is counted with sentences about the post, 第七条 with articles
    plain = unwrapped(text) if text.startswith(("【", "[", "〖")) else text
    if not plain.startswith(name):
        return None
    found = _LABEL.match(plain, len(name))
    if found is None or label_of(found["label"]) not in _PARTS:
        return None
    rest = found["rest"]
    listed = leading_number(rest) or rest.startswith(_ONES) or label_of(found["label"]) in PARTNERS
    if rest and not (found["colon"] and listed):
        return None  # a paragraph, whose sentences tell more than its duties
    before = block.text[: block.text.find(text)]
    own = f"{before}{plain[found.start('label') :]}"
    strong = own if block.strong == block.text else ""
    return replace(block, text=own, strong=strong, quote=block.quote or block.text)
