"""What the labels of a table mean, whatever its layout: by their words, by what stands at each for all posts,
and by each other.

A label is told by the weight of what speaks for a field. What stands there must be able to be that: names of
posts are above or below, one number is how many hold the post, one sentence is what it is for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.regex import regex
from knowledge.roles.beside import field_of
from knowledge.roles.headings import is_department, is_post
from knowledge.roles.held import does, speaks_otherwise
from knowledge.roles.label_meaning import duties, houses, is_house, purpose, rights
from knowledge.roles.label_places import Place
from knowledge.roles.label_relations import holds_names, names_in, relation_labels
from knowledge.roles.labels import Field, labels
from knowledge.roles.limit import find_limit
from knowledge.text import bare, fold

_KNOWN, _ALONE, _PART, _GROUP = 4.0, 2.5, 1.5, 0.5  # how much the words of a label say
_SURE, _LIKELY, _POSSIBLE = 3.0, 2.0, 1.5  # how much what stands there says
_ENOUGH = 3.0
_MOSTLY, _HALF = 0.7, 0.5
_LONGEST_NAME, _SHORTEST_SENTENCE = 12, 5  # characters
_LEAST = 2
_COUNT = regex(
    r"(?:每\S{1,5}?|各|共|约|不?[少多]于|至少|设)?(?:\d{1,3}(?:\s*[-~—～至到]\s*\d{1,3})?|[一二三四五六七八九十两]{1,3}|若干)\s*(?P<unit>[人名位个员岗]|人次)?(?:[（(/].*)?"
)
_ORDINAL = regex(r"\d{1,3}")
_SEVERAL = (Field.AUTHORITIES, Field.COLLABORATION)  # fields that may have a column for each kind
_NAMES = (Field.SUPERIOR, Field.SUBORDINATES)
_FIXED = (Field.OTHER, Field.NOTE, Field.NEUTRAL, Field.ALIAS, Field.LEVEL, Field.DOTTED_SUPERIOR)
_KINDS = {Field.AUTHORITY_KIND: Field.AUTHORITIES, Field.COLLABORATION_KIND: Field.COLLABORATION}


@dataclass(frozen=True)
class Labelled:
    """A label, the one that stands above several with it, and what stands there for each post."""

    label: str
    group: str
    places: tuple[Place, ...]

    @cached_property
    def filled(self) -> tuple[Place, ...]:
        """The places where something stands."""
        return tuple(p for p in self.places if p.content and not all(map(labels().is_none, p.content)))

    @cached_property
    def named(self) -> bool:
        """Whether names of posts stand there."""
        return holds_names(self.filled)

    @cached_property
    def several(self) -> int:
        """How many of the places hold more than one name."""
        return sum(sum(1 for item in p.content for _ in names_in(item)) > 1 for p in self.filled)

    @cached_property
    def counts(self) -> float:
        """The share of the places that hold nothing but a number; a little less where it counts nothing."""
        found = [_COUNT.fullmatch(fold(" ".join(p.content)).strip()) for p in self.filled]
        return sum(m is not None for m in found) / max(len(found), 1)

    @cached_property
    def with_unit(self) -> bool:
        """Whether the numbers count people."""
        found = (_COUNT.fullmatch(fold(" ".join(p.content)).strip()) for p in self.filled)
        return any(m is not None and m["unit"] for m in found)

    @cached_property
    def ordinal(self) -> bool:
        """Whether the numbers only count the posts."""
        texts = [fold(" ".join(p.content)).strip() for p in self.places]
        return len(texts) >= _LEAST and texts == [str(i) for i in range(1, len(texts) + 1)]


def fields_of(columns: Sequence[Labelled]) -> list[Field | None]:
    """The field of each label; None where nothing tells it. One of several columns of rights is a kind."""
    told = relation_labels({str(i): c.filled for i, c in enumerate(columns) if c.named})
    weights = [
        (weight, -i, field)
        for i, column in enumerate(columns)
        for field, weight in _weights(column, told.get(str(i)))
    ]
    found: list[Field | None] = [None] * len(columns)
    taken = set[Field]()
    for weight, at, field in sorted(weights, key=lambda w: (-w[0], -w[1], w[2])):
        i = -at
        if found[i] is not None or weight < _ENOUGH:
            continue
        if field in taken and field not in _SEVERAL and not _beside(columns, found, i, field):
            continue
        found[i] = field
        taken.add(field)
    _only_one(columns, found, Field.DUTIES, duties)
    _only_one(columns, found, Field.SUMMARY, purpose)
    _only_home(columns, found)
    return found


def _weights(column: Labelled, told: Field | None) -> Iterator[tuple[Field, float]]:
    """What speaks for the fields that a column may be of."""
    own = field_of(column.label)
    if own in _FIXED or column.ordinal or not column.filled or _is_aspect(column):
        return
    said = said_by(column.label)
    above = said_by(column.group) if column.group else {}
    for field in _FIELDS:
        content = _content(column, field)
        if content is None:
            continue
        words = said.get(field, 0.0)
        if above.get(field):
            words = words + _GROUP if words else above[field]
        if field is told:
            words += _SURE
        if words < _ALONE and speaks_otherwise(column.label) and field not in _NAMES:
            words = content = 0.0
        yield field, words + content


def _beside(columns: Sequence[Labelled], found: Sequence[Field | None], i: int, field: Field) -> bool:
    """Whether a column tells a part of what another one below the same label does: 每日, 每月 below 职责."""
    if field is not Field.DUTIES or not columns[i].group:
        return False
    return any(
        of is field and column.group == columns[i].group for column, of in zip(columns, found, strict=True)
    )


def _is_aspect(column: Labelled) -> bool:
    """Whether a label names a part of what the one above it asks for: 学历 below 任职资格."""
    above = said_by(column.group) if column.group else {}
    return bool(above) and above.keys() <= {Field.QUALIFICATION, Field.KPI}


def said_by(label: str) -> Mapping[Field, float]:
    """What the words of a label say, and how surely."""
    plain, found = bare(label), dict[Field, float]()
    for patterns, weight in ((labels().parts, _PART), (labels().alone, _ALONE), (labels().learned, _SURE)):
        found |= {field: weight for field, pattern in patterns if pattern.search(plain)}
    whole = labels().headings.get(plain) or field_of(label)
    if whole is not None:
        found = {_KINDS.get(whole, whole): _KNOWN}
    elif plain in labels().authority_kinds:
        found = {Field.AUTHORITIES: _KNOWN}
    return found


def _content(column: Labelled, field: Field) -> float | None:
    """What stands at a label says for a field; None where it cannot be that."""
    counted = column.counts >= _MOSTLY
    if counted or field is Field.HEADCOUNT:
        fits = counted and field is Field.HEADCOUNT
        return (_SURE if column.with_unit else _LIKELY) if fits else None
    return _CONTENT[field](column)


def _above(column: Labelled) -> float | None:
    one_each = column.several <= len(column.filled) * (1 - _MOSTLY)
    return _POSSIBLE if column.named and one_each else None


def _below(column: Labelled) -> float | None:
    return _POSSIBLE + bool(column.several) * _GROUP if column.named else None


def _purpose(column: Labelled) -> float | None:
    return _POSSIBLE if _sentences(column) else None


def _work(column: Labelled) -> float | None:
    at = column.filled
    if column.named or houses(at) or rights(at) or _short(column):
        return None
    return _LIKELY + _GROUP if duties(at) else _POSSIBLE


def _rights(column: Labelled) -> float | None:
    if column.named or houses(column.filled):
        return None
    if rights(column.filled):
        return _SURE
    return _LIKELY if _limited(column) else _POSSIBLE


def _limited(column: Labelled) -> bool:
    """Whether matters stand there, some of them up to a limit: 500元以内的采购, 货物的退回."""
    items = [item for place in column.filled for item in place.content]
    matters = sum("的" in item and not does(item) for item in items)
    return matters >= _MOSTLY * len(items) and any(find_limit(item) for item in items)


def _partners(column: Labelled) -> float | None:
    if houses(column.filled):
        return _LIKELY
    return _POSSIBLE if column.named or _short(column) else None


def _anything(column: Labelled) -> float | None:
    return None if column.named else 0.0


def _sentences(column: Labelled) -> bool:
    """Whether one sentence stands there, in most places."""
    at = column.filled
    if column.named or houses(at) or rights(at):
        return False
    one = sum(len(p.content) == 1 and len(p.content[0]) >= _SHORTEST_SENTENCE for p in at)
    return one >= _MOSTLY * len(at)


def _short(column: Labelled) -> bool:
    """Whether nothing but short names stands there."""
    values = [name for place in column.filled for item in place.content for name in names_in(item)]
    return bool(values) and all(len(value) <= _LONGEST_NAME for value in values) and not _does(values)


def _does(values: Sequence[str]) -> bool:
    """Whether most of these are work, and no names that begin like it: 采购部."""
    working = [does(v) and not (is_post(v) or is_department(v) or is_house(v)) for v in values]
    return sum(working) >= _HALF * len(values)


def _home(column: Labelled) -> float | None:
    """What speaks for the department of a post: one short name, that of a department or of several posts."""
    texts = ["".join(place.content) for place in column.filled]
    if column.named or any(
        len(p.content) > 1 or len(t) > _LONGEST_NAME for p, t in zip(column.filled, texts, strict=True)
    ):
        return None
    if any(mark in text for text in texts for mark in "、,，;；。"):
        return None
    named = sum(is_department(text) or houses([p]) for p, text in zip(column.filled, texts, strict=True))
    begun = any(p.owner.startswith(text) for p, text in zip(column.filled, texts, strict=True))
    like = all(text[-1:] == bare(column.label)[-1:] != text for text in texts)  # 哪条线 above 诉讼线
    likely = named >= _HALF * len(texts) or begun or like
    return _LIKELY if likely else _POSSIBLE * (len(set(texts)) < len(texts))


def _only_one(
    columns: Sequence[Labelled],
    found: list[Field | None],
    field: Field,
    fits: Callable[[Sequence[Place]], bool],
) -> None:
    """Take the only label for a field where what stands there can be nothing else, and no word speaks against
    it."""
    left = [
        i for i, column in enumerate(columns) if found[i] is None and _is_open(column) and fits(column.filled)
    ]
    groups = {columns[i].group for i in left}
    parts = field is Field.DUTIES and len(groups) == 1 and "" not in groups
    if field not in found and (len(left) == 1 or parts):
        for i in left:
            found[i] = field


def _is_open(column: Labelled) -> bool:
    """Whether the words of a label speak for nothing but what stands there."""
    unknown = field_of(column.label) not in _FIXED and not speaks_otherwise(column.label)
    return unknown and bool(column.filled) and not column.named and not column.ordinal


def _only_home(columns: Sequence[Labelled], found: list[Field | None]) -> None:
    """Take the only departments that the names of posts begin with (财务部 beside 财务部经理) or that several
    posts share for theirs."""
    if Field.DEPARTMENT in found:
        return
    for i, column in enumerate(columns):
        if found[i] is not None or not _is_open(column) or _home(column) != _LIKELY:
            continue
        texts = ["".join(place.content) for place in column.filled]
        begun = any(place.owner.startswith(text) for place, text in zip(column.filled, texts, strict=True))
        if begun or len(set(texts)) < len(texts):
            found[i] = Field.DEPARTMENT
            return


_CONTENT: dict[Field, Callable[[Labelled], float | None]] = {
    Field.DEPARTMENT: _home,
    Field.SUPERIOR: _above,
    Field.SUBORDINATES: _below,
    Field.SUMMARY: _purpose,
    Field.DUTIES: _work,
    Field.AUTHORITIES: _rights,
    Field.COLLABORATION: _partners,
    Field.QUALIFICATION: _anything,
    Field.KPI: _anything,
}
_FIELDS = (*_CONTENT, Field.HEADCOUNT)
