"""The groups of posts that sentences define: 本规定所称一线员工，指A、B和C; 中层干部（科长、副科长）."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.regex import regex
from knowledge.roles.group import BODIES, Group
from knowledge.roles.headings import label_of
from knowledge.roles.labels import Field
from knowledge.roles.posts import Listed, Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage
from knowledge.text import fold

_BODY = rf"(?P<name>[^,;。:、()由\s]{{1,14}}(?:{'|'.join(BODIES)}))"
_NAMES = r"(?P<names>[^,;。:()]{4,80}?)(?:等)?(?:\d+人|[一二三四五六七八九十]+人)?(?:共同)?"
_MADE_OF = regex(rf"(?:^|(?<=[;。,:]))\s*{_BODY}(?:成员)?由{_NAMES}组成")
_MADE = regex(rf"由{_NAMES}组成(?:的)?{_BODY}(?=$|[,;。])")
_MEMBER = regex(r"(?:(?![、和及与]|以及).)+")
_LONGEST_MEMBER = 12  # characters
_QUOTES = "\"'“”‘’「」『』"
_FEW = 2  # members that a bracket must have to define a group: 主管（张工） defines none


def find_groups(passage: Passage, posts: Posts) -> Iterator[Group]:
    """The groups that a sentence defines."""
    folded = fold(passage.text)
    seen: set[str] = set()
    for pattern, least in ((_defined(), 1), (_in_brackets(), _FEW)):
        for found in pattern.finditer(folded):
            listed = posts.read(folded, found.end())
            name = found["name"].strip()
            least = least if "指" in found.group() else _FEW
            if listed and _is_group(name, listed, posts) and len(listed.names) >= least and name not in seen:
                seen.add(name)
                yield _group(passage, found.start("name"), name, listed)
    for body in _bodies(passage):
        if body.name not in seen:
            seen.add(body.name)
            yield body
    for found in _together().finditer(folded):
        listed = _before(folded, found.start(), posts)
        name = found["name"].strip()
        if listed and _is_group(name, listed, posts) and len(listed.names) >= _FEW and name not in seen:
            seen.add(name)
            yield _group(passage, found.start("name"), name, listed)


def _bodies(passage: Passage) -> Iterator[Group]:
    """Bodies with their members: 采购委员会由主任、副主任和各科科长组成; 由主任、会计组成的评审小组."""
    folded = fold(passage.text)
    for found in (*_MADE_OF.finditer(folded), *_MADE.finditer(folded)):
        spans = [
            (m.start(), m.end()) for m in _MEMBER.finditer(folded, found.start("names"), found.end("names"))
        ]
        members = tuple(passage.text[start:end].strip() for start, end in spans)
        if len(members) >= _FEW and all(2 <= len(member) <= _LONGEST_MEMBER for member in members):
            name = passage.text[found.start("name") : found.end("name")].strip()
            yield Group(name, members, passage)


def _group(passage: Passage, start: int, name: str, listed: Listed) -> Group:
    members = tuple(_as_written(member, passage.text) for member in listed.names)
    return Group(passage.text[start : start + len(name)], members, passage)


def _is_group(name: str, listed: Listed, posts: Posts) -> bool:
    """Whether a name may stand for several posts: no label, no post that the document describes."""
    if name in prose().group_never or label_of(name) not in (None, Field.NEUTRAL) or name in listed.names:
        return False
    return len(name) >= 2 and name.endswith(prose().group_heads) and not listed.partial


def _before(folded: str, end: int, posts: Posts) -> Listed | None:
    """The list of posts that ends right before a place."""
    start = 1 + max(folded.rfind(mark, 0, end) for mark in ";。:(")
    while start < end:
        listed = posts.read(folded, start)
        if listed and folded[listed.end : end].strip(" ,等)") in ("", "岗位", "几个岗位"):
            return listed
        comma = folded.find(",", start, end)
        if comma < 0:
            return None
        start = comma + 1
    return None


def _as_written(name: str, text: str) -> str:
    at = fold(text).find(name)
    return text[at : at + len(name)].strip() if at >= 0 else name


_NAME = rf"[{_QUOTES}]?(?P<name>[^,;。:、()\s{_QUOTES}]{{2,10}}?)[{_QUOTES}]?"


@cache
def _defined() -> re.Pattern[str]:
    called, means = alternatives(prose().group_called), alternatives(prose().group_means)
    return regex(
        rf"(?:^|(?<=[;。,:]))(?:[^,;。:、]{{0,10}}?{called})?\s*{_NAME}\s*[,:]?\s*(?:是|均|系|主要)?{means}\s*:?\s*"
    )


@cache
def _in_brackets() -> re.Pattern[str]:
    means = alternatives(prose().group_means)
    heads = alternatives(prose().group_heads)
    return regex(
        rf"(?P<name>[^,;。:、()\s{_QUOTES}的由经报对向和及与]{{0,6}}{heads})\((?:以下)?(?:主要)?{means}?:?"
    )


@cache
def _together() -> re.Pattern[str]:
    together = alternatives(prose().group_together)
    return regex(
        rf"[(,]?(?:等)?(?:岗位|人员)?[(,]?{together}[{_QUOTES}]?(?P<name>[^,;。:、()\s{_QUOTES}]{{2,10}})[{_QUOTES}]?"
    )
