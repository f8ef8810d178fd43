"""Numbered prose given the headings and labels that its numbers stand for.

（一）X / 1.X在Y领导下… / 2.X的职责： / （1）… — the numbers alone do not tell a heading from an item, and the
labels have the name of the post before them. Where a document is written so, its chapters and posts become
headings, and its labels plain ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import is_department, is_post, is_short, label_of, unnumbered
from knowledge.roles.labels import Field
from knowledge.roles.names import split_alias
from knowledge.roles.numbering import leading_number

_CHAPTER = regex(r"^\s*[一二三四五六七八九十]{1,3}、\s*(?=\S)")
_SECTION = regex(r"^\s*[(（][一二三四五六七八九十]{1,3}[)）]\s*(?=\S)")
_ENDS = ("。", "；", ";", "，", ",", "：", ":")
_AND = regex("(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})")  # each name is a partner of its own
_COMMA = regex("[，,]")
_BLANK = regex(r"^\d{1,2}\s+(?=[\u4e00-\u9fff])")
_LEAST = 2  # posts that are described in this way
_PARTNERS = regex(
    r"^(?:在工作中)?(?P<where>对外|对内|对上|对下)?(?:主要|经常|需要?|应|须)?(?:与|和|同|跟|联系|对接|协调)(?P<who>[^。；;]{2,60}?)"
    r"(?:等?(?:保持|进行|建立|密切)?(?:协作|联系|沟通|配合|对接|合作|往来)(?:关系)?)?[。；;]?$"
)
_PARTNERSHIP = "协作关系"
_TOGETHER = ("协作", "联系", "配合", "沟通")
_SIDES = {"对外": "外部协作", "对内": "内部协作"}


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document; where it is no numbered prose of this kind, just as they are."""
    owners = {i: names for i, block in enumerate(blocks) if (names := _owner(block, blocks[i + 1 : i + 2]))}
    described = sum(any(_owned(b.text, names) for b in blocks[i + 1 : i + 4]) for i, names in owners.items())
    if described < _LEAST:
        return list(blocks)
    return list(_marked(blocks, owners))


def unchaptered(text: str) -> str:
    """The name of a department or post without the number before it that only a blank parts: 1 设计部."""
    plain = _BLANK.sub("", text)
    return plain if is_department(plain) or is_post(plain) else text


def _marked(blocks: Sequence[Block], owners: dict[int, tuple[str, ...]]) -> Iterator[Block]:
    names: tuple[str, ...] = ()
    functions = department = False
    for i, block in enumerate(blocks):
        text = block.text.strip()
        if block.kind is not Kind.TEXT:
            names, department = (), False
            yield block
        elif _is_heading(text, _CHAPTER):
            names, department = (), False
            functions = label_of(unnumbered(text)) is Field.FUNCTIONS
            yield block.as_heading(1)
        elif i in owners or _is_heading(text, _SECTION):
            names = owners.get(i, ())
            department = functions and is_department(unnumbered(text))
            yield block.as_heading(2)
            if department and _overview(blocks[i + 1 : i + 2]) is None:
                yield _label(block, "部门职能")
        elif department and _overview([block]) is not None:
            yield replace(block, text=f"部门概述：{text}")
            yield _label(block, "部门职能")
        else:
            yield from _plain(block, text, names)


def _plain(block: Block, text: str, names: tuple[str, ...]) -> Iterator[Block]:
    """A line of a description, with the label of a post's own made plain."""
    if label := _owned(text, names):
        yield _label(block, label)
        return
    name, said = _said(text, names)
    if partners := _partners(said):
        if any(found["where"] for found in partners):
            yield _label(block, _PARTNERSHIP)
        for found in partners:
            label = _SIDES.get(found["where"] or "", _PARTNERSHIP)
            yield replace(block, text=f"{label}：{_AND.sub('、', found['who'])}")
    elif name and said.startswith(("无", "没有")):
        yield replace(block, text=said)
    else:
        yield block


def _partners(said: str) -> list[re.Match[str]]:
    """The clauses of a sentence that says no more than with whom a post works together; else none."""
    found = [_PARTNERS.match(clause) for clause in _COMMA.split(said) if clause]
    partners = [match for match in found if match is not None]
    sided = any(match["where"] for match in partners)
    plain = len(found) == 1 and said.rstrip("。").endswith(_TOGETHER)
    return partners if len(partners) == len(found) and (sided or plain) else []


def _label(block: Block, label: str) -> Block:
    return replace(block, text=f"{label}：", quote=f"{label}：")


def _is_heading(text: str, number: re.Pattern[str]) -> bool:
    """Whether a line is nothing but a number of such headings and a short name."""
    found = number.match(text)
    return found is not None and is_short(text[found.end() :]) and not text.endswith(_ENDS)


def _owner(block: Block, after: Sequence[Block]) -> tuple[str, ...]:
    """The names of the post that a counted line names, where the line below speaks of it."""
    found = _SECTION.match(block.text) if block.kind is Kind.TEXT else None
    if found is None or not after:
        return ()
    name, aliases = split_alias(block.text[found.end() :].strip())
    speaks = unnumbered(after[0].text).startswith(name)
    return (name, *aliases) if is_post(name) and speaks else ()


def _owned(text: str, names: Sequence[str]) -> str:
    """The label of a line such as 2.X的职责：, empty where it is none."""
    name, said = _said(text, names)
    label = said.removeprefix("的").rstrip("：: ")
    return label if name and label_of(label) not in (None, Field.NEUTRAL) else ""


def _said(text: str, names: Sequence[str]) -> tuple[str, str]:
    """Which of a post's names a line begins with, and what stands behind it."""
    plain = unnumbered(text)
    name = next((n for n in names if plain.startswith(n)), "")
    return name, plain[len(name) :] if name else ""


def _overview(blocks: Sequence[Block]) -> str | None:
    """The sentence about a department that stands below its name."""
    text = blocks[0].text.strip() if blocks and blocks[0].kind is Kind.TEXT else ""
    return text if text.endswith("。") and leading_number(text) is None else None
