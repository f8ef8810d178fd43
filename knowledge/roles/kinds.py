"""Labels that name a kind of right or partner, inside a list of them: 人事：…, 经费：…, 对内：…."""

from collections.abc import Sequence

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import AUTHORITIES, PARTNERS, label_of
from knowledge.roles.labels import Field, labels
from knowledge.roles.lines import Section
from knowledge.roles.numbering import leading_number
from knowledge.text import bare

_RIGHT = regex("[\u4e00-\u9fff]{2,3}(?:权|权限)")  # 质量权：… beside 人事权：…
_LONGEST = 3  # characters of a kind that no table has


def kind_of(label: str, here: Field | None) -> Field | None:
    """The field of a label that names a kind of partner or authority, inside such a section."""
    side = labels().sides.fullmatch(bare(label)) is not None  # 校内：…, 厂外：…
    if here in PARTNERS and (side or label_of(label) is Field.COLLABORATION_KIND):
        return Field.COLLABORATION_KIND
    known = bare(label) in labels().authority_kinds
    return Field.AUTHORITY_KIND if known and here in AUTHORITIES else None


def further_kind(sections: Sequence[Section], block: Block, label: str) -> Field | None:
    """The field of a label with a value that no table has: 质量权：…; or one below 人事：… just as that one
    does: 经费：…."""
    above = sections[-1] if sections else None
    if above is not None and above.field in AUTHORITIES and _RIGHT.fullmatch(bare(label)):
        return Field.AUTHORITY_KIND
    if above is None or above.field is not Field.AUTHORITY_KIND or above.stands_alone:
        return None
    alike = block.level == above.depth if block.kind is Kind.ITEM else leading_number(block.text) is None
    return Field.AUTHORITY_KIND if alike and above.number is None and len(bare(label)) <= _LONGEST else None
