"""A post in paragraphs of prose: its place, what it is for, its work behind 店长的职责是： or without such
words, what it may decide, its partners.

Each sentence is told by its own words; the words above a list hold till it ends.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from knowledge.regex import regex
from knowledge.roles.held import does
from knowledge.roles.labels import Field
from knowledge.roles.lines import Line
from knowledge.roles.numbering import split_numbered
from knowledge.roles.own_rights import each_apart, is_own
from knowledge.roles.prose import prose
from knowledge.roles.told_duties import clauses
from knowledge.roles.told_sentences import (
    Told,
    kind_of_sentence,
    places,
    purpose,
    rights_in,
    sentences,
    subject_end,
    tells_right,
)
from knowledge.text import fold

_LEAD = regex(
    r"\s*(?P<who>(?:本|该|此|这个|这一)岗位?|[^,;。:、]{0,16}?)的?(?:应当?|必须|须|需|要|还要|主要|具体|日常|同时|可以?|平时|还)*"
    r"(?:做好|履行|承担|负责|完成|享有|行使|拥有|具有|有|从事|做|干)?(?:以下|下列|如下|下面)?[几这]?"
    r"(?:主要|岗位|工作|具体|日常|基本|重点|本职|要做|该做)*的?"
    r"(?P<what>负责(?=:)|职责|职能|责任|任务|工作|事务|事项|事情|事|活|分工|权限|职权|权力|权利|有权|可以决定|协作关系|工作联系|联系)"
    r"(?:内容|范围|任务|权限|事项)?(?:主要|具体|分别|大致|大体|概括起来)?(?:就?有|就?是|为|包括|如下|包含|分为|分)?(?:以下|下列|如下|这样|这么)?"
    r"(?:[一二三四五六七八九十两几\d]{1,2}(?:项|条|个方面|方面|点|件|样|块|桩))?(?:内容|工作|职责|事情|事)?"
    r"(?::\s*|[,。]\s*(?=一是|其一|第一,|一,)|(?=一是|其一))"
)
_ANNOUNCED = regex(
    r"[一二三四五六七八九十两几\d](?:项|条|个方面|方面|点|件|样|块|桩)(?:内容|工作|职责|事情|事)?。?\s*$"
)
_NO_COLON = regex(
    r"(?P<who>(?:本|该|此|这个|这一)岗位?|[^,;。:、]{0,16}?)的?(?:主要|日常|具体|岗位)*(?:职责|工作|任务)(?:主要|具体)?(?:就?是|有|包括|为)"
)
_FIELDS = {
    **dict.fromkeys(("权限", "职权", "权力", "权利", "有权", "可以决定"), Field.AUTHORITIES),
    **dict.fromkeys(("协作关系", "工作联系", "联系"), Field.COLLABORATION),
}
_COUNT = regex(
    r"\s*(?:[一二三四五六七八九十]{1,2}(?:是要?|则)|其[一二三四五六七八九十],?|第[一二三四五六七八九十],|[一二三四五六七八九十]来,?"
    r"|首先,?|其次,?|再次,?|再者,?|最后,?|另外,?|此外,?(?:还要?|也要?)?|除此之外,?(?:还要?|也要?)?)\s*"
)
_IS = regex("就?是|为|系")
_COUNTED = regex(r"(?:[二三四五六七八九十]{1,2}是|其[二三四五六七八九十])")
_NEXT = regex(r"[,，](?=(?:[二三四五六七八九十]{1,2}是|其[二三四五六七八九十]|第[二三四五六七八九十][,，]))")
_AND = regex("^(?:以及|并且|并|还要?|和|同时)")
_SHALL = regex(r"(?:还|也|应当?|必须|须|需|要|主要|具体)*")
_WHEN = regex(r"[^,，;；。]{2,20}[后时中][，,]")
_WHERE = regex("(?:在|于|按|对|每|按时|及时)")
_NO_DUTY = regex(  # where it stands, what for, in what case: no duty of its own
    "隶属|归属|(?:编制|定员|定编)为?[\\d一二三四五六七八九十]|[对向受由][^，,]{2,12}(?:负责|领导|管理)$"
    "|保证|确保|使(?!用)|让(?!利)|做到|达到|避免|以[便免求]|从而|遇|如(?![实期])|若|其中|包括|不得|不[能可许准]|[^,，]{2,10}[时后的]$"
)
_LONGEST_WHERE = 12  # characters before the verb
_OBJECT = regex("(?:负责|承担|代表|把|将|给|为|向)[^，,]{4,}")
_LEAST_LISTED = 3  # duties that commas part
_BEFORE = regex(r"[,;。]")
_FIRST = 2  # sentences of which one tells the place of a post
_LEAST = 2  # duties, rights and partners that a description without any list tells


@dataclass(slots=True)
class Parts:
    """The lines of a description by what they hold.

    `intro`: what stands above its first list, or is said of its place; `purpose`: what it is for; `apart`:
    what is said of no post or of others; `led`: whether words lead the list of duties.
    """

    intro: list[Line] = field(default_factory=list)
    duties: list[Line] = field(default_factory=list)
    rights: list[Line] = field(default_factory=list)
    partners: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)
    purpose: list[Line] = field(default_factory=list)
    apart: list[Line] = field(default_factory=list)
    led: bool = False


def told_parts(lines: Sequence[Line], names: Sequence[str], titled: bool = False) -> Parts | None:
    """The parts of a post's description; None where no paragraph leads a list of its duties and none says at
    first where the post stands. `titled`: it stands below a title of duties."""
    sorter = _Sorter(names, [_lead(line, names) for line in lines])
    if not sorter.leads and (titled or not _is_told(lines, names)):
        return None
    for line, after in pairwise([*lines, None]):
        if line is not None:
            sorter.add(line, last=after is None or not after.depth)
    parts = sorter.parts
    told = len(parts.duties) + len(parts.rights) + len(parts.partners) + len(parts.purpose)
    apart = told and parts.intro and len(lines) > 1  # its place in one paragraph, its work in another
    return parts if sorter.leads or apart or told >= _LEAST else None


def sorted_behind(lines: Iterable[Line], names: Sequence[str]) -> Parts:
    """The sentences of paragraphs behind a list of duties, by what they say."""
    sorter = _Sorter(names, [])
    for line in lines:
        sorter.add(line)
    return sorter.parts


def _is_told(lines: Sequence[Line], names: Sequence[str]) -> bool:
    """Whether paragraphs begin with sentences of which one says where the post stands."""
    if any(line.depth for line in lines):
        return False
    first = islice(sentences(lines[0]), _FIRST)
    return any(places(sentence.text, names, anywhere=True) for sentence in first)


class _Sorter:
    """Takes the lines of a description one by one."""

    def __init__(self, names: Sequence[str], leads: Sequence["_Lead | None"]) -> None:
        self.parts = Parts()
        self.parts.led = self.leads = any(lead is not None and lead.field is Field.DUTIES for lead in leads)
        self._names, self._here, self._led = names, Field.OTHER, not leads

    def add(self, line: Line, last: bool = False) -> None:
        """Take a line; what stands behind the `last` item of a list on its line is a sentence of its own."""
        if line.depth:
            self._led = True
            item, *behind = sentences(line) if last else [line]
            while behind and kind_of_sentence(behind[0], self._names) in (Told.WORK, Told.OTHER):
                item = replace(item, text=item.text + behind.pop(0).text, quote="")
            _take(self.parts, Field.DUTIES if self._here is Field.OTHER else self._here, [item])
            for sentence in behind:
                self._sentence(replace(sentence, depth=0, style="", number=None))
            return
        told = list(sentences(line))
        for i, sentence in enumerate(told):
            self._sentence(sentence, told[i + 1 :])

    def _sentence(self, line: Line, after: Sequence[Line] = ()) -> None:
        if lead := _lead(line, self._names):
            if before := line.text[: lead.start].strip(" ，,；;"):
                self._sort(replace(line, text=before, quote=before))
            self._here, self._led = lead.field, True
            rest = line.text[lead.end :]
            if rest.strip():
                led = replace(line, text=rest, quote=rest.strip())
                doing = sum(does(one.text) for one in after)
                each = len(after) >= _LEAST and 3 * doing >= 2 * len(after)  # 职责是：甲。乙。丙。
                if each and lead.field is Field.DUTIES and ";" not in fold(rest):
                    self.parts.duties.append(replace(led, depth=1))
                else:
                    self._list(led)
        elif self._here is not Field.OTHER and _COUNTED.match(fold(line.text)):  # 五是… on the next page
            self._list(line)
        else:
            self._sort(line)

    def _without_subject(self, line: Line) -> Line:
        """A sentence that sums up what the post does, without its name: 站长|主持全站工作."""
        end = subject_end(fold(line.text), self._names)
        whole = line.text.startswith(tuple(self._names)) or _IS.match(line.text, end)
        return line if whole else replace(line, text=line.text[end:], quote=line.quote or line.text)

    def _list(self, line: Line) -> None:
        for item in (part for whole in _items(line) for part in each_apart(whole, self._names)):
            rights = self._here is Field.DUTIES and tells_right(item, self._names)
            _take(self.parts, Field.AUTHORITIES if rights else self._here, [item])

    def _sort(self, line: Line) -> None:
        """Put a sentence where it belongs."""
        parts, names = self.parts, self._names
        match kind_of_sentence(line, names):
            case Told.PURPOSE:
                text = line.text[purpose(line.text, names) :].strip()
                parts.purpose.append(replace(line, text=text, quote=line.quote or line.text))
            case Told.SUMMARY if not (parts.purpose or parts.duties):
                parts.purpose.append(self._without_subject(line))
            case Told.PARTNERS:
                parts.partners.append(line)
            case Told.RIGHT:
                parts.rights.extend(rights_in(line))
            case Told.WORK | Told.SUMMARY if self._led or not self.leads:
                parts.duties.extend(_of_subject(line, names) or _items(line))
            case Told.APART:
                parts.apart.append(line)
            case _ if self._led:
                parts.others.append(line)
            case _:
                parts.intro.append(line)


@dataclass(frozen=True, slots=True)
class _Lead:
    """Words that lead a list: of what, and where they begin and end."""

    field: Field
    start: int
    end: int


def _lead(line: Line, names: Sequence[str]) -> _Lead | None:
    """The words in a paragraph that lead a list, at the beginning of a sentence or of a clause of it."""
    folded = fold(line.text)
    if line.depth:
        return None
    if announced := _ANNOUNCED.search(folded):  # 日常工作有三项。
        folded = f"{folded[: announced.end()].rstrip(' 。')}:"
    if ":" not in folded and "一是" not in folded and "其一" not in folded:
        found = _NO_COLON.match(folded)
        own = found is not None and (found["who"] in ("", *prose().pronouns) or is_own(found["who"], names))
        several = own and found is not None and _listed(replace(line, text=line.text[found.end() :]))
        return _Lead(Field.DUTIES, 0, found.end()) if several and found is not None else None
    for start in (0, *(found.end() for found in _BEFORE.finditer(folded))):
        found = _LEAD.match(folded, start)
        if found is not None and (
            found["who"].strip() in ("", *prose().pronouns) or is_own(found["who"].strip(), names)
        ):
            end = len(line.text) if announced else found.end()
            return _Lead(_FIELDS.get(found["what"], Field.DUTIES), start, end)
    return None


def _items(line: Line) -> Iterator[Line]:
    """The items of a list inside a paragraph, without their counts."""
    numbered = split_numbered(line.text.strip())
    if len(numbered) > 1:
        text = line.text.strip()
        for item in numbered:
            yield replace(line, text=text[item.start : item.end].strip(), quote="", depth=1)
        return
    if numbered and numbered[0].style == "bracket":  # 权限为：（1）有权拒收次品
        line = replace(line, text=line.text.strip()[numbered[0].start :], quote=line.quote or line.text)
    for clause in _listed(line) or clauses(line):
        for part in _NEXT.split(clause.text):
            counted = _COUNT.match(fold(part))
            text = part[counted.end() :] if counted else part
            yield replace(clause, text=text, quote=part if part != clause.text else clause.quote, depth=1)


def _listed(line: Line) -> list[Line]:
    """The duties that commas part, where each begins with a verb: 职责是安排车次，检查车况，以及登记里程."""
    text = line.text.strip().rstrip("。")
    parts = [_AND.sub("", part) for part in re.split("[，,]", text)] if not re.search("[；;。]", text) else []
    doing = sum(does(part) or part.startswith(("负责", "把", "给")) for part in parts)
    listed = len(parts) >= _LEAST_LISTED and 3 * doing >= 2 * len(parts)
    listed = listed and not any(_NO_DUTY.match(part) for part in parts)
    return [replace(line, text=part, quote=part, depth=1) for part in parts] if listed else []


def _of_subject(line: Line, names: Sequence[str]) -> list[Line]:
    """The same of a sentence that begins with the post: 店长负责安排车次，检查车况，并登记里程. What says no
    more than how or when is no duty of its own; words for when before the post stay with the first."""
    before = _WHEN.match(line.text)
    at = before.end() if before else 0
    end = subject_end(fold(line.text[at:]), names)
    shall = _SHALL.match(line.text, at + end) if end else None
    text = line.text[shall.end() :].strip().rstrip("。") if shall else ""
    text = text[2:] if text.startswith("负责") and does(text[2:]) else text
    parts = [_AND.sub("", part) for part in re.split(r"[，,](?![^（(]*[）)])", text)]
    doing = sum(map(_does, parts))
    if len(parts) < _LEAST_LISTED or re.search("[；;。]", text) or 3 * doing < 2 * len(parts):
        return []
    if any(_NO_DUTY.match(part) for part in parts):
        return []
    parts[0] = line.text[: shall.end()] + parts[0] if at and shall else parts[0]
    return [replace(line, text=part, quote=part, depth=1) for part in parts]


def _does(part: str) -> bool:
    """Whether a clause begins with a verb of work, maybe behind where, when or for whom."""
    behind = _WHERE.match(part)
    last = min(len(part), _LONGEST_WHERE) if behind else 0
    return any(does(part[at:]) for at in (0, *range(2, last))) or _OBJECT.match(part) is not None


def _take(parts: Parts, of: Field, lines: Iterable[Line]) -> None:
    kept = {Field.AUTHORITIES: parts.rights, Field.COLLABORATION: parts.partners}
    kept.get(of, parts.duties).extend(lines)
