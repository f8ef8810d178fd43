"""Paragraphs in which a heading or a list runs in: 【店长】在经理领导下…, 在馆长领导下工作。1.…；2.…."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import is_post, may_be_post, post_title, unnumbered
from knowledge.roles.names import split_alias
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.roles.posts import Posts
from knowledge.roles.unknown_posts import ranked
from knowledge.text import fold

_HEAD = regex(r"^\s*(?P<head>[【〖][^【】〖〗]{2,16}[】〗])\s*[:：]?\s*(?P<rest>[^\s|(（:：].+)$")
_TITLE = regex(r"^\s*(?P<head>[^:：。，,;；]{4,24}[:：])\s*(?P<rest>(?:1[.、．)）]|[(（][1一][)）]|①).+)$")
_FIRST = regex(r"(?<=[。;；:：])\s*(?=(?:1[.、．)）]|[(（][1一][)）]|①|一、))")
_LEAST = 2  # items of a list


def with_heads_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, the name of a post in brackets that a paragraph begins with in a line of its own."""
    blocks = list(blocks)
    heads = [_HEAD.match(b.text) if b.kind is Kind.TEXT and not b.level else None for b in blocks]
    labels = {found["rest"] for found in heads if found and is_post(found["head"][1:-1])}
    for block, found in zip(blocks, heads, strict=True):
        if titled := _titled(block):
            quote = block.quote or block.text
            yield replace(block, text=titled["head"], strong="", quote=quote)
            yield replace(block, text=titled["rest"], strong="", quote=quote)
            continue
        name = found["head"][1:-1] if found else ""
        like = found is not None and found["rest"] in labels and may_be_post(name)
        if found is None or not (like or _names_posts(name, found["rest"])):
            yield block
            continue
        quote = block.quote or block.text
        yield replace(block, text=found["head"], strong="", quote=quote)
        yield replace(block, text=found["rest"], strong="", quote=quote)


def _titled(block: Block) -> re.Match[str] | None:
    """The title of a description before its list, in one line: 站长岗位职责：1、排班；2、巡查."""
    found = _TITLE.match(block.text) if block.kind is Kind.TEXT and not block.level else None
    title = post_title(unnumbered(found["head"]).rstrip(":：")) if found else None
    return found if title is not None and is_post(split_alias(title)[0]) else None


def introduced(text: str) -> list[str]:
    """The words before a list that runs in, and the list; the text where there is none."""
    if leading_number(text) is None:
        for found in _FIRST.finditer(text):
            if len(split_numbered(text[found.end() :])) >= _LEAST:
                return [text[: found.start()], text[found.end() :]]
    return [text]


def _names_posts(name: str, text: str) -> bool:
    return is_post(name) or len(Posts().whole(fold(name))) > 1 or (may_be_post(name) and ranked(name, text))
