"""Paragraphs that state the approvals of several matters, cut apart at the labels of the matters.

采购审批：5万元以下由…；用章：由…批准。广告预算：… has three lines: no limit is that of another matter, and
each quotes its own words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from knowledge.documents.document import Source
from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.roles.approval_rule import read_rule
from knowledge.roles.headings import is_post, label_of
from knowledge.roles.labels import Field
from knowledge.roles.lines import Line, Section, make_line, set_apart
from knowledge.roles.posts import Posts
from knowledge.roles.ranges import is_range, opens_with_range
from knowledge.roles.role import Passage
from knowledge.roles.rules_apart import heads_rules, is_heading
from knowledge.roles.tier_draft import is_left_over
from knowledge.text import fold

_LEAST = 2  # matters of a paragraph that is cut
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_BRACKETED_COUNT = rf"[（(]{_COUNT}[）)]|[①-⑳]"
_LABEL = regex(
    rf"(?:^|(?<=[。；;，,：:\s])|(?={_BRACKETED_COUNT}))\s*"
    rf"(?P<begin>(?:{_BRACKETED_COUNT}|{_COUNT}[、.．)）]|[•·●■◆])?)\s*"
    r"(?:[【\[〖](?P<bracketed>[^】\]〗：:]{2,14})[】\]〗]\s*[：:]?"
    rf"|(?P<plain>(?:(?!{_BRACKETED_COUNT})[^【】\[\]：:。；;，,\s→>]){{2,14}}?)"
    r"\s*(?:(?<!\d)[：:]|[：:](?!\d\d)))\s*"
)
_NEXT = regex(  # 采购：5万元以下由…；用章由…批准: a matter without a colon
    r"(?<=[。；;])\s*(?P<plain>[^：:。；;，,\s→>]{2,8}?)(?=(?:一律|均|统一|全部|须|应)?由(?!于)[^。；;]*[批定意])"
)
_OPENS = regex(r"(?:一律|均|统一|全部|须|应|先)?[由经]")
_MARKS = "：:【[〖"  # one of which a label has
_STRIPPED = " \u3000\t\n。；;，,"


@dataclass(frozen=True, slots=True)
class _Part:
    """A label with what follows it: both as they are read, and as they are written."""

    label: str
    text: str
    quote: str

    def line(self, source: Source, depth: int) -> Line:
        """As a line of its own."""
        return Line(self.said, source, depth, quote=self.quote)

    @property
    def said(self) -> str:
        """Label and text without number and brackets."""
        return f"{self.label}：{self.text}" if self.label else self.text


def takes_matters(sections: list[Section], text: str, source: Source) -> bool:
    """Take a paragraph that states the approvals of several matters, if it is one: into the chapter that it
    stands in, else apart from the post above it."""
    if not cut_matters(text, source, 1):
        return False
    here = sections[-1] if sections else None
    chapter = here is not None and here.field is Field.HEADING and (here.closing or heads_rules(here.label))
    lines = cut_matters(text, source, 1 if chapter else _LEAST)
    if not lines:
        return False
    if here is not None and chapter:
        here.level, here.closing, here.lines = 1, True, [*here.lines, *lines]
    elif here is not None and here.lines and is_heading(here.lines[-1]):
        title = here.lines.pop()
        head = Section(Field.HEADING, title.text, title.source, 1, title.quote, closing=True)
        sections.append(replace(head, lines=lines))
    else:
        set_apart(sections, lines)
    return True


def cut_matters(text: str, source: Source, least: int = _LEAST) -> list[Line]:
    """A line for each matter, below what leads them in; empty where it has fewer than two matters, or fewer
    than `least` of them have an approval."""
    if not any(mark in text for mark in _MARKS):
        return []
    first = _LABEL.match(text)
    led = first is not None and not _begins_matter(_name(first)) and heads_rules(_name(first))
    rest = text[first.end() :] if first is not None and led else text
    lead = [f"{_name(first)}："] if first is not None and led else []  # 审批权限：试剂采购由…；用章：…
    labels = [found for found in _LABEL.finditer(rest) if _begins_matter(_name(found))]
    labels = [found for found in labels if not _is_bracketed(rest[: found.start("begin")])]
    if not labels:
        return []
    parts = list(_parts(rest, labels))
    before = rest[: labels[0].start("begin")].strip(_STRIPPED)
    topical = led
    if before and _decides(opening := _Part("", before, before), source):
        parts.insert(0, opening)
    elif before:
        lead.append(before)
    elif not parts[0].text:  # 审批说明：采购：…
        topical = label_of(parts[0].label) is not Field.NOTE
        lead.append(f"{parts.pop(0).label}：")
    if len(parts) < _LEAST or sum(_decides(part, source) for part in parts) < least:
        return []
    above = [make_line(words_, source) for words_ in lead]
    return [*above, *(part.line(source, int(topical)) for part in parts)]


def _is_bracketed(before: str) -> bool:
    """Whether what stands behind a text stands in brackets that it opens."""
    folded = fold(before)
    return folded.count("(") > folded.count(")")


def _parts(text: str, labels: Sequence[re.Match[str]]) -> Iterator[_Part]:
    ends = [*(found.start("begin") for found in labels[1:]), len(text)]
    for found, end in zip(labels, ends, strict=True):
        said = text[found.end() : end]
        more = [next_ for next_ in _NEXT.finditer(said) if _begins_matter(next_["plain"])]
        more = more if _is_said(said) else []
        stops = [*(next_.start("plain") for next_ in more), len(said)]
        quote = text[found.start("begin") : found.end()] + said[: stops[0]]
        yield _Part(_name(found), said[: stops[0]].strip(_STRIPPED), quote.strip(_STRIPPED))
        for next_, stop in zip(more, stops[1:], strict=True):
            own = said[next_.start("plain") : stop].strip(_STRIPPED)
            yield _Part(next_["plain"], own.removeprefix(next_["plain"]), own)


def _is_said(text: str) -> bool:
    """Whether a text behind a label names no matter of its own: 5万元以下由…, 由…批准."""
    folded = fold(text).strip()
    return opens_with_range(folded) or _OPENS.match(folded) is not None


def _name(found: re.Match[str]) -> str:
    return str(found["bracketed"] or found["plain"]).strip()


def _begins_matter(label: str) -> bool:
    """Whether the words before a colon name a matter: no range, case, post, field or step of one."""
    folded = fold(label)
    if folded in words()["matters"]["never"] or folded in _steps() or _cases().search(folded):
        return False
    if is_left_over(folded):
        return False
    return (
        label_of(label) in (None, Field.AUTHORITIES, Field.NOTE)
        and not is_range(folded)
        and not is_post(label)
    )


def _decides(part: _Part, source: Source) -> bool:
    return bool(read_rule(Passage(part.said, part.quote, source), "", "", Posts()))


@cache
def _steps() -> frozenset[str]:
    """Words for steps and for whoever takes them: 审核, 审批人."""
    verbs = [verb for kind in words()["steps"].values() for verb in kind]
    return frozenset(f"{verb}{behind}" for verb in verbs for behind in ("", "人", "岗位", "部门", "权限"))


@cache
def _cases() -> re.Pattern[str]:
    table = words()["matters"]
    return regex(f"^(?:{table['opens']})|{table['ends']}$")
