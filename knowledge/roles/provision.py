"""Provisions: lines of chapters about no role, as statements of whoever their clauses name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.roles.limit import Limit
from knowledge.roles.performer import BY, performer
from knowledge.roles.posts import Posts
from knowledge.roles.role import Listing, Passage
from knowledge.roles.statement import Right, Statement, make_statement
from knowledge.text import fold

_JOINED = ("的", "、", "和", "及", "与", "或", "以及")  # 项目经理的意见 has no subject
_CASES = ("的", "时", "者")  # 500元以内的: what follows holds in that case
_LONGEST_BODY = 12


def provision_statements(listing: Listing, posts: Posts) -> Iterator[Statement]:
    """The provisions under a heading as statements; their rights are those of whoever a clause names.

    A provision that names nobody gives no right to anybody; its one right has an empty holder.
    """
    for passage in listing.items:
        yield _statement(listing.kind, passage, posts)


def _statement(title: str, passage: Passage, posts: Posts) -> Statement:
    """A line that states no approval: whatever verb stands in it, its holders do something."""
    statement = make_statement(title, title, passage, fold(title))
    rights, subjects, last = list[Right](), tuple[str, ...](), -1
    case: Limit | None = None
    for right in statement.rights:
        sentence = statement.folded.rfind("。", 0, right.start)
        subjects, last, case = ((), sentence, None) if sentence != last else (subjects, last, case)
        clause = statement.folded[right.start : right.end]
        named = _subjects(clause, posts)
        if not named and clause.rstrip().endswith(_CASES):
            case = right.limit
            continue
        subjects = named or subjects
        for subject in subjects:
            strong = right.strength >= Strength.REVIEW
            strength, verb = (Strength.EXECUTE, "") if strong else (right.strength, right.verb)
            rights.append(replace(right, holder=subject, strength=strength, verb=verb, limit=case))
    if rights:
        return replace(statement, rights=tuple(dict.fromkeys(rights)), rule=True)
    whole = Right(Strength.EXECUTE, "", statement.folded, 0, len(statement.folded), "")
    return replace(statement, rights=(whole,))


def _subjects(clause: str, posts: Posts) -> tuple[str, ...]:
    """Who a clause says does something, several where it begins with a list: 收银员和理货员不得…."""
    text = clause.strip()
    listed = posts.read(text, 0)
    if listed is not None and not listed.partial and len(listed.names) > 1 and listed.end < len(text):
        return () if text.startswith(_JOINED, listed.end) else listed.names
    subject = _subject(text, posts)
    return (subject,) if subject else ()


def _subject(text: str, posts: Posts) -> str:
    """Who a clause says does something: 工程主管可先行采购, 由财务部支付; empty where it names nobody."""
    name = posts.names.beginning(text)
    if name and len(text) > len(name) and not text.startswith(_JOINED, len(name)):
        return name
    found = BY.search(text)
    if found is None:
        return ""
    name = posts.names.beginning(text, found.end())
    if name:
        return "" if text.startswith(_JOINED, found.end() + len(name)) else name
    body = _body().match(text, found.end())
    return body.group() if body else performer(text[found.end() :])


@cache
def _body() -> re.Pattern[str]:
    """A body that no document describes: 公司财务部."""
    ends = sorted((w for w in words()["sentences"]["bodies"] if w != "方"), key=len, reverse=True)
    return regex(
        rf"[^,;。、的由]{{1,{_LONGEST_BODY}}}?(?:{'|'.join(ends)})(?!(?<=组)[成织])(?=[\u4e00-\u9fff])"
    )
