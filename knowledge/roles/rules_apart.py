"""Rules of approval below the last post, as a chapter about none: 审批权限 / 1、采购由店长审批。"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.approval_rule import read_rule, topic_of
from knowledge.roles.headings import AUTHORITIES, LISTS, is_chapter, is_post, is_short, post_title
from knowledge.roles.items import passage
from knowledge.roles.labels import Field
from knowledge.roles.lines import Line, Section
from knowledge.roles.posts import Posts
from knowledge.text import bare, fold

_LEAST = 2  # rules below a heading
_BY = regex(r"由(?!于)|→|->|报.{2,12}[批准定]")
_INNER = 7  # the level from which on headings only part a description


def with_rules_apart(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections; where the lines below a heading of rights are rules that say who decides, it heads a
    chapter."""
    every = list(sections)
    last = max((i for i, section in enumerate(every) if _opens_post(section)), default=-1)
    counted = Counter(bare(section.label) for section in every if section.field in AUTHORITIES)
    for i, section in enumerate(every):
        head = section.field is Field.HEADING and section.level >= _INNER and heads_rules(section.label)
        own = section.field in AUTHORITIES and (i < last or counted[bare(section.label)] > 1)  # of his form
        if section.field in LISTS or head or (section.field is Field.OTHER and not section.label):
            yield from [section] if own else _apart(section, head or section.field in AUTHORITIES)
        else:
            yield section


def _opens_post(section: Section) -> bool:
    post = section.field is Field.HEADING and is_post(post_title(section.label) or section.label)
    return post or section.field is Field.NAME


def _apart(section: Section, heads: bool) -> Iterator[Section]:
    """A section, and the rules in it as a chapter; `heads`: its label can head them."""
    at = None if heads else _heading(section)
    below = section.lines if heads else section.lines[at + 1 :] if at is not None else []
    if not _are_rules(below):
        yield section
        return
    title, source, quote = section.label, section.source, section.quote
    if at is not None:
        line = section.lines[at]
        title, source, quote = line.text, line.source, line.quote
        below = [replace(line, depth=0) for line in below]
        if at:
            yield replace(section, lines=section.lines[:at])
    yield Section(Field.HEADING, title, source, 1, quote, lines=below, closing=True)


def heads_rules(text: str) -> bool:
    """Whether a text can head rules of approval: 审批权限, 请假制度."""
    return is_short(text.strip(" :：")) and (is_chapter(text) or not topic_of(text))


def _heading(section: Section) -> int | None:
    """Which line heads rules, behind an item of a list or below a table."""
    first = 0 if section.field is Field.OTHER else 1
    last = len(section.lines) - _LEAST  # rules are below it
    return next((i for i, line in enumerate(section.lines) if first <= i < last and is_heading(line)), None)


def is_heading(line: Line) -> bool:
    """Whether a line of its own, or counted as headings are, can head rules."""
    return line.style in ("", "chinese") and not line.ended and heads_rules(line.text)


def _are_rules(lines: Sequence[Line]) -> bool:
    return len(lines) >= _LEAST and all(map(_is_rule, lines))


def _is_rule(line: Line) -> bool:
    """Whether a line says by whom something is decided."""
    return bool(_BY.search(fold(line.text)) and read_rule(passage(line), "", "", Posts()))
