"""Descriptions in Markdown under headings of many schemes, drawn by a seed."""

import random
from collections.abc import Iterator, Sequence

from knowledge.documents.markdown import read_markdown
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from tests.flattened import PARTNERS, said, wanted
from tests.plain_organizations import UNITS, Post

_COUNT = "一二三四五六七八九十"
CHOICES: dict[str, tuple[str, ...]] = {
    "head": (
        "## {name}",
        "## 岗位：{name}",
        "## 职位名称：{name}",
        "## 【{name}】",
        "## 【岗位】{name}",
        "## {count}、{name}",
        "## {name}岗位说明书",
        "## 岗位{count}：{name}",
        "## {at}. {name}",
        "## 1.{at} {name}",
        "## `{name}`",
        "## **{name}**",
    ),
    "fields": (
        "bold bullets",
        "bullets",
        "bold lines",
        "lines",
        "table",
        "wide table",
        "quote",
        "dash",
        "defined",
    ),
    "labels": (
        "### {}",
        "**{}**",
        "**{}**：",
        "### {count}、{}",
        "#### {}",
        "{}：",
        "### 【{}】",
        "- {}",
        "- **{}**",
    ),
    "duties": ("岗位职责", "工作内容", "主要职责", "职责"),
    "rights": ("岗位权限", "权限", "可以决定的事", "决策权限"),
    "partners": ("协作关系", "工作联系", "协作", "沟通对象"),
    "items": ("- {}", "* {}", "{at}. {}", "{at}、{}", "（{at}）{}"),
    "ends": ("", "；", "。"),
    "sides": ("none", "both", "bold"),
    "top": ("title", "unit", "none"),
    "rules": ("none", "---"),
}


class MarkedUp:
    """The choices of a seed, and the text that they make."""

    def __init__(self, seed: int) -> None:
        draw = random.Random(seed)
        self.chosen = {part: draw.choice(of) for part, of in CHOICES.items()}
        self.unit = draw.choice(UNITS)
        self.text = "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if self.chosen["top"] != "none":
            yield f"# {self.unit.name}{'岗位说明书' if self.chosen['top'] == 'title' else ''}\n"
        for at, post in enumerate(self.unit.posts, start=1):
            yield self.chosen["head"].format(name=post.name, at=at, count=_COUNT[at - 1]) + "\n"
            yield from self._fields(post)
            parts = ((self.chosen["duties"], post.tasks), (self.chosen["rights"], post.rights))
            for count, (label, items) in enumerate(parts):
                yield from self._part(label, count, items)
            yield from self._part(self.chosen["partners"], 2, tuple(self._sides()), plain=True)
            if self.chosen["rules"] == "---":
                yield "\n---\n"

    def _pairs(self, post: Post) -> list[tuple[str, str]]:
        return [
            ("所属部门", self.unit.name),
            ("岗位编号", post.code),
            ("直接上级", post.superior),
            ("直接下级", "、".join(self.unit.below(post)) or "无"),
            ("定员", post.headcount),
            ("岗位概述", post.summary),
        ]

    def _fields(self, post: Post) -> Iterator[str]:
        pairs = self._pairs(post)
        match self.chosen["fields"]:
            case "table":
                yield from ("| 项目 | 内容 |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in pairs), "")
            case "wide table":
                both = [
                    f"| {a} | {b} | {c} | {d} |"
                    for (a, b), (c, d) in zip(pairs[::2], pairs[1::2], strict=True)
                ]
                yield from (both[0], "| --- | --- | --- | --- |", *both[1:], "")
            case "dash":
                yield from (*(f"- {a} — {b}" for a, b in pairs), "")
            case "defined":
                for label, value in pairs:
                    yield from (label, f": {value}", "")
            case how:
                form = {
                    "bold bullets": "- **{}**：{}",
                    "bullets": "- {}：{}",
                    "bold lines": "**{}**：{}  ",
                    "lines": "{}：{}  ",
                    "quote": "> {}：{}  ",
                }[how]
                yield from (*(form.format(*pair) for pair in pairs), "")

    def _part(self, label: str, count: int, items: Sequence[str], plain: bool = False) -> Iterator[str]:
        form = self.chosen["labels"]
        yield form.format(label, count=_COUNT[count])
        nested = form.startswith("-")
        if not nested:
            yield ""
        own = "- {}" if plain else self.chosen["items"]
        end = "" if plain else self.chosen["ends"]
        for at, item in enumerate(items, start=1):
            yield ("    " if nested else "") + own.format(item, at=at) + end
        yield ""

    def _sides(self) -> Iterator[str]:
        inside, outside = ("、".join(names) for names in PARTNERS)
        mark = "**" if self.chosen["sides"] == "bold" else ""
        if self.chosen["sides"] == "none":
            yield from (inside, outside)
        else:
            yield from (f"{mark}内部{mark}：{inside}", f"{mark}外部{mark}：{outside}")


def faults(paper: MarkedUp) -> list[str]:
    """What is read otherwise than it is written, a line each."""
    organization = Organization([read_roles(read_markdown("岗位说明书.md", paper.text))])
    found: list[str] = []
    names = sorted(name for name, role in organization.roles.items() if role.described)
    if names != sorted(post.name for post in paper.unit.posts):
        found.append(f"posts {names}")
    for post in paper.unit.posts:
        role = organization.roles.get(post.name)
        own, right = said(role) if role else {}, wanted(paper.unit, post)
        found += [f"{post.name} {what}: {own.get(what)}" for what in right if own.get(what) != right[what]]
    return found
