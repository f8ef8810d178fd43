"""Chapters that are about no role (总则, 请假制度, 附则): their approvals, and what else they lay down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.regex import regex
from knowledge.roles.approval import Approval
from knowledge.roles.approval_rule import has_label, read_rule, topic_of
from knowledge.roles.headings import is_chapter
from knowledge.roles.items import passage
from knowledge.roles.lines import Line
from knowledge.roles.posts import Posts
from knowledge.roles.ranges import opens_with_range
from knowledge.roles.role import Listing, Passage
from knowledge.roles.same_approval import Same, read_same
from knowledge.roles.wrapping import heads
from knowledge.text import fold, is_word

_LONGEST_HEADING = 16  # characters; longer lines that end in a colon head a list too
_LONGEST_LEAD = 40
_INNER_MARK = regex(r"[,;。]")


@dataclass(frozen=True)
class Chapter:
    """The lines under a heading, each with its passage. `named`: the heading is that of a chapter; else the
    lines only happened to stand below it."""

    title: str
    named: bool
    entries: tuple[tuple[Line, Passage], ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The lines as passages."""
        return tuple(passage for _, passage in self.entries)


@dataclass
class Laid:
    """What chapters lay down: approvals, matters approved like others, other provisions by heading, and lines
    that mean nothing."""

    approvals: list[Approval] = field(default_factory=list)
    same: list[Same] = field(default_factory=list)
    provisions: dict[str, list[Passage]] = field(default_factory=dict)
    left: list[Passage] = field(default_factory=list)

    def listings(self) -> tuple[Listing, ...]:
        """The provisions as lists."""
        return tuple(Listing(kind, tuple(items)) for kind, items in self.provisions.items() if items)


def make_chapter(title: str, lines: Sequence[Line], named: bool) -> Chapter:
    """A chapter of the lines that hold a word."""
    kept = list(_below_heads([line for line in lines if any(map(is_word, line.text))]))
    return Chapter(title, named, tuple((line, passage(line)) for line in kept))


def _below_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; sentences without a number stand below the few words above them: （一）请假 / 职工请假…,
    and so do lines that begin with a range: 采购审批权限： / 5000元以下由A审批."""
    depth, tiers = 0, -1
    for line, after in pairwise([*lines, None]):
        if line is None:
            continue
        if _begins_with_range(line.text):
            if tiers >= line.depth:
                yield replace(line, depth=tiers + 1)
                continue
        else:
            leads = after is not None and after.depth <= line.depth and _begins_with_range(after.text)
            tiers = line.depth if leads and not _INNER_MARK.search(fold(line.text)) else -1
        if heads(line) and after is not None and after.depth == 0 and after.ended:
            depth = line.depth
        elif line.depth:
            depth = 0
        yield replace(line, depth=depth + 1) if depth and not line.depth else line


def _begins_with_range(text: str) -> bool:
    """Whether a line says first in which range it holds: 5000元以下由A审批, >2万元：A→B."""
    return opens_with_range(fold(text))


def lay_down(chapter: Chapter, posts: Posts, laid: Laid) -> None:
    """Add what a chapter says; headings inside it are no provisions of their own."""
    above: list[tuple[int, str]] = []  # depth and words of the headings that hold
    for entry, after in pairwise([*chapter.entries, None]):
        if entry is None:
            continue
        line, own = entry
        above = [(depth, text) for depth, text in above if depth < line.depth]
        if after is not None and _is_heading(line, after[0]):
            above.append((line.depth, own.text))
            laid.left += [] if chapter.named else [own]
            continue
        heading = above[-1][1] if above else chapter.title
        topics = [topic_of(text) for _, text in reversed(above)]
        titled = chapter.named or is_chapter(chapter.title) or not (above or has_label(own.text))
        topic = next(filter(None, topics), topic_of(chapter.title) if titled else "")
        approvals = read_rule(own, chapter.title, topic, posts)
        laid.approvals += approvals
        same = None if approvals else read_same(own, chapter.title, topic)
        laid.same += [same] if same else []
        if not approvals and chapter.named:
            laid.provisions.setdefault(heading, []).append(own)
        elif not approvals:
            laid.left.append(own)


def _is_heading(line: Line, after: Line) -> bool:
    """Whether a line names the lines below it: short, or a beginning that ends in a colon."""
    below = after.depth > line.depth
    folded = fold(line.text).strip()
    if not below:
        return False
    if folded.endswith(":"):
        return len(folded) <= _LONGEST_LEAD
    return len(folded) <= _LONGEST_HEADING and not _INNER_MARK.search(folded)
