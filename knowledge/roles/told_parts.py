"""A post in paragraphs of prose: its place, duties behind 店长的职责是：, what it may decide, its partners.

Each paragraph is told by how it begins, each sentence outside a list by what it says of the post.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.regex import regex
from knowledge.roles.behind import relates
from knowledge.roles.collaboration import speaks_of_partners
from knowledge.roles.labels import Field
from knowledge.roles.lines import Line
from knowledge.roles.numbering import split_numbered
from knowledge.roles.own_rights import each_apart, is_own, rights_told
from knowledge.roles.relations import states_superior
from knowledge.roles.told_duties import by_kind, clauses
from knowledge.text import fold

_LEAD = regex(
    r"\s*(?P<who>[^,;。:、]{0,16}?)的?(?:应当?|必须|须|需|要|还要|主要|具体|日常|同时|可以?|平时|还)*"
    r"(?:做好|履行|承担|负责|完成|享有|行使|拥有|具有|有|从事|做|干)?(?:以下|下列|如下|下面)?[几这]?"
    r"(?:主要|岗位|工作|具体|日常|基本|重点|本职|要做|该做)*的?"
    r"(?P<what>职责|职能|责任|任务|工作|事务|事项|事情|事|权限|职权|权力|权利|有权|可以决定|协作关系|工作联系|联系)"
    r"(?:内容|范围|任务|权限|事项)?(?:主要|具体|分别)?(?:有|是|为|包括|如下|包含)?(?:以下|下列|如下)?"
    r"(?:[一二三四五六七八九十两\d]{1,2}(?:项|条|个方面|方面|点|件))?(?:内容|工作|职责)?"
    r"(?::\s*|,\s*(?=一是|其一|第一,)|(?=一是|其一))"
)
_FIELDS = {
    **dict.fromkeys(("权限", "职权", "权力", "权利", "有权", "可以决定"), Field.AUTHORITIES),
    **dict.fromkeys(("协作关系", "工作联系", "联系"), Field.COLLABORATION),
}
_PRONOUNS = ("", "其", "他", "本岗位", "该岗位", "本岗", "该岗")
_COUNT = regex(r"\s*(?:[一二三四五六七八九十]{1,2}是|其[一二三四五六七八九十]|第[一二三四五六七八九十],)\s*")


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a description by what they hold; `intro`: what stands above its first list."""

    intro: list[Line] = field(default_factory=list)
    duties: list[Line] = field(default_factory=list)
    rights: list[Line] = field(default_factory=list)
    partners: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)


def told_parts(lines: Sequence[Line], names: Sequence[str]) -> Parts | None:
    """The parts of a post's description; None where no paragraph leads a list of its duties."""
    leads = [_lead(line, names) for line in lines]
    if Field.DUTIES not in (lead[0] for lead in leads if lead):
        return None
    parts, here, led = Parts(), Field.OTHER, False
    for line, lead in zip(lines, leads, strict=True):
        if lead is not None:
            here, led = lead[0], True
            rest = replace(line, text=line.text[lead[1] :], quote=line.quote)
            items = _items(rest) if rest.text.strip() else ()
            for item in (part for whole in items for part in each_apart(whole, names)):
                rights = list(rights_told(item, names)) if here is Field.DUTIES else []
                _take(parts, Field.AUTHORITIES if rights else here, rights or [item])
        elif line.depth:
            _take(parts, here if here is not Field.OTHER else Field.DUTIES, [line])
        elif not led:
            parts.intro.append(line)
        else:
            here = Field.OTHER
            _sort(parts, line, names)
    parts.intro[:] = list(_apart(parts, names))
    return parts


def sorted_behind(lines: Iterable[Line], names: Sequence[str]) -> Parts:
    """The sentences of paragraphs behind a list of duties, by what they say."""
    parts = Parts()
    for line in lines:
        _sort(parts, line, names)
    return parts


def _lead(line: Line, names: Sequence[str]) -> tuple[Field, int] | None:
    """What a paragraph leads a list of, and where the list begins."""
    found = _LEAD.match(fold(line.text)) if not line.depth else None
    if found is None or not (found["who"].strip() in _PRONOUNS or is_own(found["who"].strip(), names)):
        return None
    return _FIELDS.get(found["what"], Field.DUTIES), found.end()


def _items(line: Line) -> Iterator[Line]:
    """The items of a list inside a paragraph, without their counts."""
    numbered = split_numbered(line.text.strip())
    if len(numbered) > 1:
        text = line.text.strip()
        for item in numbered:
            yield replace(line, text=text[item.start : item.end].strip(), quote="", depth=1)
        return
    for clause in clauses(line):
        counted = _COUNT.match(clause.text)
        text = clause.text[counted.end() :] if counted else clause.text
        yield replace(clause, text=text, depth=1)


def _take(parts: Parts, of: Field, lines: Iterable[Line]) -> None:
    kept = {Field.AUTHORITIES: parts.rights, Field.COLLABORATION: parts.partners}
    kept.get(of, parts.duties).extend(lines)


def _sort(parts: Parts, line: Line, names: Sequence[str]) -> None:
    """Put the sentences of a paragraph where they belong; those that tell neither rights nor partners are
    others."""
    for clause in _told(line, names):
        if speaks_of_partners(clause.text):
            parts.partners.append(clause)
        elif relates(clause.text) or any(states_superior(clause.text, name) for name in names):
            parts.others.append(clause)
        elif rights := list(rights_told(clause, names)):
            parts.rights.extend(rights)
        else:
            doing, may, others = by_kind([clause], names)
            parts.duties.extend(replace(d, depth=1) for d in doing)
            parts.rights.extend(may)
            parts.others.extend(others)


def _told(line: Line, names: Sequence[str]) -> Iterator[Line]:
    """The sentences of a paragraph, each right of the post apart."""
    for clause in clauses(line):
        yield from each_apart(clause, names)


def _apart(parts: Parts, names: Sequence[str]) -> Iterator[Line]:
    """The paragraphs above the first list without the sentences that tell rights."""
    for line in parts.intro:
        kept = []
        for clause in _told(line, names):
            rights = [] if relates(clause.text) else list(rights_told(clause, names))
            parts.rights.extend(rights)
            kept += [] if rights else [clause.text]
        if kept:
            yield (
                line
                if len(kept) == len(list(_told(line, names)))
                else replace(line, text="".join(kept), quote="")
            )
