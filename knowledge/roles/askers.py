"""Those whose matters a rule of approval is about: 一线员工请假, 部门主管和行政专员请假."""

import re
from functools import cache

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives
from knowledge.text import fold

_LIST = regex(r"、|以及|和|及|与|或|/")
_REMARK = regex(r"\([^()]*\)")
_LONGEST = 16  # characters of a name


def split_askers(text: str, posts: Posts, among: bool = False) -> tuple[tuple[str, ...], str]:
    """Whose matter a text names, and the matter: 部门主管和行政专员|请假.

    `among`: the text is about some of those whom a rule applies to, so that people alone are no matter.
    """
    text = fold(text)
    for found in _asking().finditer(text):
        before = text[: found.start()].strip(" ,的")
        parts = [part.strip().removesuffix("本人") for part in _LIST.split(before)] if before else []
        if parts and all(_is_person(part, posts) for part in parts):
            return tuple(parts), text[found.start() :]
    parts = [part.strip() for part in _LIST.split(text.strip(" ,的"))]
    if text.strip() and all(part in posts.known or (among and _is_person(part, posts)) for part in parts):
        return tuple(parts), ""
    return (), text


def _is_person(text: str, posts: Posts) -> bool:
    plain = _REMARK.sub("", text).strip()
    return (
        bool(plain)
        and len(plain) <= _LONGEST
        and (posts.is_post(plain) or plain.endswith(tuple(words()["sentences"]["people"])))
    )


@cache
def _asking() -> re.Pattern[str]:
    return regex(alternatives(words()["sentences"]["asks"]))
