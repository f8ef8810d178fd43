"""Collaboration stated in sentences: 对内与工程部、财务部联系；对外与业主委员会沟通."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from knowledge.regex import regex
from knowledge.roles.labels import Field, labels
from knowledge.roles.lines import Line, Section
from knowledge.roles.own_rights import is_own
from knowledge.roles.prose import prose
from knowledge.text import bare, fold

_ENDS = regex(r"[；;。](?![^（(]*[)）])")
_NEXT_WITH = regex(r"[,，](?=(?:并|也|还)?(?:与|同|跟|和(?!谐)|向)[^,，]{4})")
_ADVERBS = regex(
    r"(?:主要|日常|平时|经常|工作中|须|应当?|需要?|要|还|,|，)*(?=(?:与|同|跟|和|向)[\u4e00-\u9fffA-Za-z])"
)
_WITH = regex(
    r"^(?:[^，,;；。:：、与同跟和向]{2,14}(?=与|同|跟))?(?:主要|须|应|需)?(?:与|同|跟|和|向)(?P<whom>[^，,；;。：:]{2,60}?)"
    r"(?:等(?:相关|有关)?(?:单位|部门|岗位)?)?(?:之间)?(?:进行|保持|做好|建立)?(?:密切|日常|业务|工作)?的?"
    r"(?:工作)?(?:联系|沟通|协调|对接|协作|配合|合作|往来|衔接|联络)(?:[、和与及](?:联系|沟通|协调|对接|协作|配合|合作))*"
    r"(?:关系|工作|施工|作业|生产|办理)?$"
)
_VERBS = "联系|联络|对接|衔接|沟通|走访"
_CONTACTS = regex(
    rf"^(?:主要|须|应|需)?(?:{_VERBS})(?!单位|部门|岗位|工作|关系)(?P<whom>[^,;。:]{{2,60}}?)(?:等(?:单位|部门|岗位)?)?$"
)
_CONTACT = "(?:联系|联络|沟通|协作|对接|往来|来往|协调|衔接|配合|合作|打交道|接触|交往|通气)"
_TOLD = regex(
    r"(?:^|[,;。])[^,;。]{0,16}?(?P<kind>[对内外][内外部])?(?:主要|日常|经常|应当?|须|需|要)*(?:与|同|和|跟)"
    r"(?P<whom>[^,;。]{2,60}?)(?:等)?(?:之间)?(?:(?:就|在|围绕)[^,;。]{2,16}?)?(?:保持|建立|进行|开展|加强|做好|搞好)?(?:密切|日常|工作|业务|经常|无线电|电话)*的?"
    rf"{_CONTACT}(?:工作|关系|最多|较多|多|密切|频繁|紧密)?(?=[,;。]|$)"
)
_MOST = regex(  # 跟他打交道最多的是发行商和物业
    rf"(?:^|[,;。])[^,;。]{{0,6}}?(?:与|同|和|跟)(?:[他她其]|本岗位?|该岗位?|[^,;。的]{{2,10}})(?:经常|日常)?{_CONTACT}"
    r"(?:最|较|比较)?(?:多|密切|频繁)?的(?:主要|还)?(?:有|是|为)(?P<whom>[^,;。]{2,60})(?=[,;。]|$)"
    # 其协作对象主要是发行商和物业
    r"|^(?:[他她其]|本岗位?|该岗位?|[^,;。的]{2,10}(?=的))?的?(?:主要|日常|经常|工作|业务|内部|外部|对内|对外)*的?"
    r"(?:协作|配合|联系|联络|沟通|协调|对接|往来|合作)(?:的?(?:对象|部门|单位|岗位|伙伴|方))"
    r"(?:主要|通常|一般|还)?(?:有|是|为|包括)(?P<others>[^,;。:]{2,60})[,;。]?$"
)
_SPEAKS = regex(
    r"(?:[^,;。]{0,16}?(?:对外|对内|内部|外部|对上|对下|主要|日常|经常|应当?|须|需|要)*(?:与|同|和|跟)"
    r"[^,;。]{2,60}?(?:之间)?(?:保持|建立|进行|开展|加强|做好|搞好)?(?:密切|日常|工作|业务|经常|无线电|电话)*的?"
    rf"{_CONTACT}(?:工作|关系|最多|较多|多|密切|频繁|紧密)?(?:[,;。]|$))+"
)
_LABELLED = regex(r"[^：:，,。]{2,16}[：:]\s*\S")
_WITH_SOMEBODY = regex(r"(?:与|同|跟|和|向)[^,，；;。：:]{3,}")
_LAST = regex(r"(?<=[^、]{2})(?:以及|和|及|与)(?=[^、和及与]{2,}$)")


def own_contacts(line: Line, names: Sequence[str]) -> Line:
    """A sentence about partners without its subject, the post with the names: 店长日常|与供货商保持联系."""
    longest = min(max(map(len, names), default=0), len(line.text))
    own = next((word for word in prose().pronouns if line.text.startswith(word)), "")
    end = next((end for end in range(longest, 1, -1) if is_own(line.text[:end], names)), len(own))
    found = _ADVERBS.match(line.text, end) if end else None
    text = line.text[found.end() :] if found else line.text
    if found is None or (not found.group() and partners_with(text) == text):
        return line
    return replace(line, text=text, quote=line.quote or line.text)


def kinds_apart(section: Section) -> Iterator[Section]:
    """The section, its sentences that begin with 对内 or 对外 as sections of those kinds."""
    for line in section.lines:
        parts = [part.strip() for part in _parts(line.text) if part.strip()]
        kinds = [_kind(part) for part in parts]
        if not any(kinds):
            told = told_apart(line.text)
            names = [_names(text) for text in told]
            whole = any(
                name == text and _WITH_SOMEBODY.match(text) for name, text in zip(names, told, strict=True)
            )
            yield replace(section, lines=[replace(line, text=text) for text in (told if whole else names)])
            continue
        for part, kind in zip(parts, kinds, strict=True):
            text = _names(part[len(kind) :].lstrip(" ，,：:"))
            field = Field.COLLABORATION_KIND if kind else section.field
            lines = [replace(line, text=text, quote=part, depth=0, style="", number=None)]
            yield replace(section, field=field, label=kind or section.label, lines=lines)


def kinds_told(section: Section) -> Iterator[Section]:
    """A section for each clause that tells with whom a post has to do: 店长对外与供货商保持联系."""
    for line in section.lines:
        most = list(_MOST.finditer(fold(line.text)))
        for found in most or _TOLD.finditer(fold(line.text)):
            kind = found.groupdict().get("kind") or section.label
            whom = "whom" if found["whom"] else "others"
            names = _LAST.sub("、", line.text[found.start(whom) : found.end(whom)].strip())
            text = replace(line, text=names, quote=line.text.strip(), depth=0, style="", number=None)
            yield replace(section, field=Field.COLLABORATION_KIND, label=kind, lines=[text])


def speaks_of_partners(text: str) -> bool:
    """Whether a sentence says no more than with whom the post has to do: 店长与供货商保持联系."""
    folded = fold(text).strip()
    return _SPEAKS.fullmatch(folded) is not None or _MOST.match(folded) is not None


def names_partners(text: str) -> bool:
    """Whether a sentence is a list of partners with words for that before it: 其协作对象是发行商和物业."""
    return _MOST.match(fold(text).strip()) is not None


def told_apart(text: str) -> list[str]:
    """The partners of a line that semicolons part, or that each have their 与: 财务部：对账；仓库：盘点. What
    has no partner of its own goes on with the one before."""
    parts: list[str] = []
    start = at = 0
    for end, behind in [*(mark.span() for mark in _ENDS.finditer(text)), (len(text), len(text))]:
        goes_on = parts and _LABELLED.match(parts[-1]) and not _LABELLED.match(text[at:end])
        if text[at:end].strip():
            start = start if goes_on else at
            parts[len(parts) - bool(goes_on) :] = [text[start:end].strip()]
        at = behind
    return [
        one for part in parts for one in (_NEXT_WITH.split(part) if _WITH_SOMEBODY.match(part) else [part])
    ]


def _names(text: str) -> str:
    """The partners of a sentence, the last one behind a mark like the others."""
    names = partners_with(text)
    return names if names == text else _LAST.sub("、", names)


def _parts(text: str) -> Iterator[str]:
    """The clauses of a line: marks end them, and so does another kind: 对内与X配合，对外联系Y."""
    for sentence in _ENDS.split(text):
        starts = [0, *(found.end() for found in _next_kind().finditer(sentence)), len(sentence)]
        yield from (sentence[start:end].rstrip(" ，,") for start, end in pairwise(starts))


def partners_with(text: str) -> str:
    """The partners of a sentence that says no more than with whom there is contact; else the sentence."""
    plain = fold(text).strip().rstrip("。;")
    found = _WITH.match(plain) or _CONTACTS.match(plain)
    return text.strip()[found.start("whom") : found.end("whom")] if found else text


def _kind(text: str) -> str:
    """The words for a kind of partners that a sentence begins with: 对内 of 对内与工程部联系."""
    found = _kinds().match(fold(text))
    return text[: found.end("kind")] if found else ""


@cache
def _kinds() -> re.Pattern[str]:
    words = sorted({word for word in labels().kinds if bare(word)}, key=lambda word: (-len(word), word))
    kinds, behind = "|".join(map(re.escape, words)), f"与|同|跟|和|向|{_VERBS}"
    return regex(rf"(?P<kind>{kinds})(?=[,:：]?\s*(?:主要|须|应|需)?(?:{behind}))")


@cache
def _next_kind() -> re.Pattern[str]:
    """Before a clause behind a comma that begins with the words for a kind."""
    return regex(rf"[,，]\s*(?={_kinds().pattern})")
