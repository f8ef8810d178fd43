"""How the tables write the labels of a table of posts that no table has."""

from collections.abc import Sequence

from knowledge.roles.beside import field_of
from knowledge.roles.column_fields import Labelled, said_by
from knowledge.roles.labels import Field, labels
from knowledge.roles.learned_labels import written
from knowledge.roles.table_labels import plain_label
from knowledge.text import bare

NAME = "岗位名称"
_COUNTER, _REMARK = "序号", "备注"
_TELLING = {Field.SUPERIOR, Field.SUBORDINATES, Field.DUTIES, Field.AUTHORITIES}
_LEAST = 2  # fields that a table of posts tells
_KINDS = {Field.AUTHORITIES: "工作权限", Field.COLLABORATION: "协作关系"}


def tells_of_posts(fields: Sequence[Field | None]) -> bool:
    """Whether a table with labels of these fields tells enough of posts to be about them."""
    told = {field for field in fields if field is not None}
    return len(told) >= _LEAST and not told.isdisjoint(_TELLING)


def labels_written(columns: Sequence[Labelled], fields: Sequence[Field | None]) -> list[str]:
    """The labels as the tables have them; that of one kind of rights or partners stands behind theirs."""
    return [_label(column, field, fields) for column, field in zip(columns, fields, strict=True)]


def _label(column: Labelled, field: Field | None, fields: Sequence[Field | None]) -> str:
    label = plain_label(column.label)
    own = field_of(label)
    if field is None:
        return _COUNTER if column.ordinal else label or _REMARK
    kind = _KINDS.get(field)
    if kind is None:
        return label if own is field else written(bare(label), field)
    if own is Field.COLLABORATION_KIND or bare(label) in labels().authority_kinds:
        return label
    several = fields.count(field) > 1 or (bool(column.group) and field in said_by(column.group))
    if several and own is not field:
        return f"{kind}：{label}"
    return label if own is field else written(bare(label), field)
