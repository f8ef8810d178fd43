"""Numbers of posts in sentences: 管理处定员43人：项目经理1人，客服主管1人; 设班长2名."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.regex import regex
from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage
from knowledge.text import fold

_NUMBER = r"(?P<count>(?:\d+|[一二两三四五六七八九十]+)(?:[-~至](?:\d+|[一二三四五六七八九十]+))?\s*[名人])"
_ENTRY = regex(rf"(?P<name>[^,;。:、()\d\s]{{2,14}}?)\s*(?:各)?\(?{_NUMBER}\)?(?=$|[,;。、()和及])")
_LEAST = 2  # entries that make a list of posts with numbers


def find_staffing(passage: Passage, posts: Posts) -> Iterator[tuple[str, Passage]]:
    """The posts and their numbers that a sentence states, each as (name, passage of the number)."""
    text, folded = passage.text, fold(passage.text)
    for sentence in re.finditer(r"[^;。]+", folded):
        entries = list(_ENTRY.finditer(folded, sentence.start(), sentence.end()))
        named = [(m, *_name(m["name"], posts, len(entries) >= _LEAST)) for m in entries]
        found = [(m, name, led) for m, name, led in named if name]
        if len(found) < _LEAST and not any(led for _, _, led in found):
            continue
        for match, name, _ in found:
            at = match.start() + match["name"].rfind(name)
            count = text[match.start("count") : match.end("count")].strip()
            yield text[at : at + len(name)].strip(), Passage(count, passage.quote, passage.source)


def _name(text: str, posts: Posts, listed: bool) -> tuple[str, bool]:
    """The post before a number, and whether a word for staffing leads it: 设班长2名; empty where none."""
    text = text.strip()
    led = _lead().match(text)
    name = text[led.end() :].strip() if led else text
    if not name or name in prose().headcount or name in prose().generic:
        return "", False
    if posts.is_post(name):
        return name, led is not None
    inner = posts.names.ending(name, least=2)
    return (
        (inner, False)
        if listed and inner and not name[: -len(inner)].endswith(("副", "总", "助理"))
        else ("", False)
    )


@cache
def _lead() -> re.Pattern[str]:
    leads = (*prose().headcount_leads, *prose().strong, *prose().weak)
    return re.compile(rf"(?:.{{0,10}}?)(?:{alternatives(leads)})(?:有|了|共)?")
