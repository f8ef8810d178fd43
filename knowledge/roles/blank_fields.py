"""Fields that were left blank: what stands below their label is no value of theirs."""

from collections.abc import Iterator, Sequence

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    SHORT,
    is_department,
    is_post,
    is_short,
    label_and_value,
    label_of,
    unnumbered,
)
from knowledge.roles.labels import Field, labels
from knowledge.roles.names import in_sentences, split_list
from knowledge.roles.numbering import leading_number
from knowledge.text import fold

_CODE = regex(r"(?=.*[a-z0-9])[\w()./\\#&+·~-]{1,24}", 2)
_COUNT = regex(r"\d|[一二三四五六七八九十两]|若干|不限|不定")
_STATES = regex(
    r"隶属|归属|属于|编制|定员|[上下]级|^(?:本|该|其(?![他它余])|负责|主持|协助|在.+下)|领导|分管"
)
_LONGEST = 24  # characters of a name in a list


def may_be_value(field: Field, text: str) -> bool:
    """Whether a line below a label alone can be the value of its field: a code, a number, names; no sentence
    about something else."""
    plain = fold(text).strip().rstrip("。;")
    if labels().is_none(plain):
        return True
    if field is Field.CODE:
        return _CODE.fullmatch(plain) is not None
    if in_sentences(plain) or _STATES.search(plain):
        return False
    if field is Field.HEADCOUNT:
        return is_short(plain) and _COUNT.search(plain) is not None
    parts = split_list(plain) if field in (Field.SUPERIOR, Field.SUBORDINATES) else [plain]
    if leading_number(text) is not None and field is not Field.SUBORDINATES:
        parts = [name] if is_post(name := unnumbered(text)) or is_department(name) else []
    return bool(parts) and all(len(part) <= _LONGEST and "," not in part for part in parts)


def values_below(blocks: Sequence[Block]) -> Iterator[int]:
    """Where values stand below the labels of short fields; no names of posts whose form begins below them."""
    seen = set[Field]()
    for i, block in enumerate(blocks):
        field = _short(block)
        if field is not None:
            seen = {field} if field in seen else {*seen, field}
        elif i and _short(blocks[i - 1]) and not _value(blocks[i - 1]):
            after = _short(blocks[i + 1]) if i + 1 < len(blocks) else None
            if after not in seen:
                yield i


def _short(block: Block) -> Field | None:
    """The short field whose label a line is or begins with."""
    if block.kind is not Kind.TEXT:
        return None
    found = label_and_value(block.text) or (block.text, "")
    field = label_of(found[0])
    return field if field in SHORT else None


def _value(block: Block) -> str:
    return (label_and_value(block.text) or ("", ""))[1]
