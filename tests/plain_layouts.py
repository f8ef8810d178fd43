"""Plain papers as clerks type them, with a choice for each part, drawn by a seed.

Headings, fields, duties, rights; functions of the department before the posts, rules of approval behind them;
one file or a file a post.
"""

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

from knowledge.documents.formats import FORMATS
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.text import bare
from tests.papers import Heading, Items, Line, Part, Table, written
from tests.plain_organizations import UNITS, Post

_COUNT = "一二三四五六七八九十"
SUFFIXES = (".txt", ".md", ".docx", ".xlsx", ".html", ".csv", ".pdf")
CHOICES: dict[str, tuple[str, ...]] = {
    "suffix": SUFFIXES,
    "heads": ("heading", "titled", "bold", "counted", "plain", "label"),
    "labels": ("same", "colon", "bold", "boxed"),
    "fields": ("table", "wide table", "lines", "line", "bullets", "sentence"),
    "duties": ("numbers", "bullets", "typed", "table", "cell", "running", "titled"),
    "rights": ("list", "table", "line", "none"),
    "functions": ("none", "list", "table", "paragraph"),
    "rules": ("none", "table", "lines", "paragraph"),
    "files": ("one", "each"),
}


class Layout:
    """The choices of a seed, and the files that they make, by name."""

    def __init__(self, seed: int, **fixed: str) -> None:
        self._random = random.Random(seed)
        self.chosen = {part: fixed.get(part) or self._random.choice(of) for part, of in CHOICES.items()}
        self.unit = self._random.choice(UNITS)
        self.files = dict(self._files())

    def __getattr__(self, part: str) -> str:
        if part.startswith("_") or part not in CHOICES:
            raise AttributeError(part)
        return self.chosen[part]

    def _files(self) -> Iterator[tuple[str, bytes]]:
        unit, suffix = self.unit, self.chosen["suffix"]
        posts = [list(self._post(post, at)) for at, post in enumerate(unit.posts)]
        before, behind = list(self._functions()), list(self._rules(len(posts)))
        if self._whole:
            titled = [Heading(f"{unit.name}岗位职责")] if self.heads in ("heading", "titled") else []
            parts: list[Part] = [*titled, *before, *(part for post in posts for part in post), *behind]
            yield f"{unit.name}岗位职责{suffix}", written(parts, suffix)
            return
        for post, own in zip(unit.posts, posts, strict=True):
            yield f"{post.name}{suffix}", written(own, suffix)
        for name, own in ((f"{unit.name}职能", before), ("审批权限", behind)):
            if own:
                yield f"{name}{suffix}", written(own, suffix)

    @property
    def _whole(self) -> bool:
        return self.chosen["files"] == "one"

    # ── parts ────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def _level(self) -> int:
        return 2 if self._whole else 1

    def _head(self, text: str, at: int) -> Part:
        """The heading of a post or part of the paper."""
        if self.heads in ("heading", "titled"):
            return Heading(text, self._level)
        if self.heads == "counted" and self._whole:
            return Line(f"{_COUNT[at]}、{text}")
        return Line(text, self.heads == "bold")

    def _label(self, text: str) -> Part:
        match self.labels:
            case "same" if self.heads in ("heading", "titled"):
                return Heading(text, self._level + 1)
            case "bold":
                return Line(text, True)
            case "boxed":
                return Line(f"【{text}】")
        return Line(f"{text}：")

    def _post(self, post: Post, at: int) -> Iterator[Part]:
        at += self.chosen["functions"] != "none"
        named = self.heads == "label"
        if named and "table" not in self.fields:
            yield Line(f"岗位名称：{post.name}")
        elif not named:
            yield self._head(f"{post.name}岗位说明书" if self.heads == "titled" else post.name, at)
        rows = [["岗位名称", post.name]] if named else []
        rows += [list(pair) for pair in self._pairs(post)]
        inside = list(self._duty_rows(post)) if self.duties in ("cell", "titled") else []
        yield from self._fields(post, rows, inside)
        if not inside:
            yield self._label("岗位职责")
            yield from self._duties(post)
        yield from self._rights(post)

    def _pairs(self, post: Post) -> Iterator[tuple[str, str]]:
        yield "所属部门", self.unit.name
        yield "岗位编号", post.code
        yield "编制", f"{post.headcount}人"
        yield "直接上级", post.superior
        yield "直接下级", "、".join(self.unit.below(post)) or "无"
        yield "岗位概述", post.summary

    def _fields(self, post: Post, rows: list[list[str]], inside: list[list[str]]) -> Iterator[Part]:
        wide = 3 if self.duties == "titled" and inside else 2
        flat = [f"{label}：{value}" for label, value in rows]
        match self.fields:
            case "table":
                yield Table([[*row, *[""] * (wide - 2)] for row in rows] + inside)
                return
            case "wide table":
                *short, summary = rows
                short += [["", ""]] if len(short) % 2 else []
                both = [[*a, *b] for a, b in zip(short[::2], short[1::2], strict=True)]
                yield Table([*both, [*summary, "", ""], *([*row, *[""] * (4 - wide)] for row in inside)])
                return
            case "lines":
                yield from map(Line, flat)
            case "line":
                yield Line("  ".join(flat[:-1]))
                yield Line(flat[-1])
            case "bullets":
                yield Items(flat)
            case "sentence":
                below = self.unit.below(post)
                managed = f"，直接管理{'、'.join(below)}" if below else ""
                yield Line(f"在{post.superior}领导下工作，编制{post.headcount}人{managed}。")
        if inside:
            yield Table(inside)

    def _duty_rows(self, post: Post) -> Iterator[list[str]]:
        if self.duties == "cell":
            yield ["岗位职责", "\n".join(f"{i}、{task}" for i, task in enumerate(post.tasks, start=1))]
            return
        for count, (title, tasks) in zip(_COUNT, post.duties, strict=False):
            yield [f"职责{count}", "职责表述", title]
            yield ["^", "工作任务", "\n".join(f"{i}、{task}" for i, task in enumerate(tasks, start=1))]

    def _duties(self, post: Post) -> Iterator[Part]:
        match self.duties:
            case "numbers":
                yield Items(post.tasks, counted=True)
            case "bullets":
                yield Items(post.tasks)
            case "typed":
                yield from (Line(f"{i}、{task}；") for i, task in enumerate(post.tasks, start=1))
            case "table":
                yield Table([["序号", "工作内容"], *([str(i), t] for i, t in enumerate(post.tasks, start=1))])
            case "running":
                yield Line("；".join(post.tasks) + "。")

    def _rights(self, post: Post) -> Iterator[Part]:
        match self.rights:
            case "list":
                yield self._label("岗位权限")
                yield Items(post.rights, counted=self.duties == "numbers")
            case "table":
                yield self._label("岗位权限")
                yield Table(
                    [["序号", "权限内容"], *([str(i), r] for i, r in enumerate(post.rights, start=1))]
                )
            case "line":
                yield Line(f"权限：{'；'.join(post.rights)}。")

    def _functions(self) -> Iterator[Part]:
        match self.chosen["functions"]:
            case "list":
                yield self._head(f"{self.unit.name}职能", 0)
                yield Items(self.unit.functions, counted=True)
            case "table":
                yield self._head(f"{self.unit.name}职能", 0)
                yield Table(
                    [["序号", "职能内容"], *([str(i), f] for i, f in enumerate(self.unit.functions, 1))]
                )
            case "paragraph":
                yield self._head(f"{self.unit.name}职能", 0)
                yield Line("；".join(self.unit.functions) + "。")

    def _rules(self, posts: int) -> Iterator[Part]:
        rules, at = self.unit.rules, posts + (self.chosen["functions"] != "none")
        match self.chosen["rules"]:
            case "table":
                yield self._head("审批权限表", at)
                yield Table([["事项", "金额", "审批人"], *(list(rule) for rule in rules)])
            case "lines":
                yield self._head("审批权限", at)
                yield from (Line(f"{i}、{m}{r}由{who}审批。") for i, (m, r, who) in enumerate(rules, start=1))
            case "paragraph":
                (matter, low, first), (_, high, second), (other, _, third) = rules
                yield self._head("审批权限", at)
                yield Line(f"{matter}：{low}由{first}审批，{high}由{second}审批；{other}：由{third}批准。")


# ── what is read ─────────────────────────────────────────────────────────────────────────────────────────


def read(layout: Layout) -> Organization:
    """The organization that the files of a layout tell."""
    return Organization(
        [read_roles(FORMATS[layout.suffix].read(name, data)) for name, data in layout.files.items()]
    )


def faults(layout: Layout) -> list[str]:
    """What is read otherwise than it is written, a line each."""
    organization, unit = read(layout), layout.unit
    described = Counter(name for name, role in organization.roles.items() if role.described)
    found = [f"{name} is no post" for name in described if name not in [post.name for post in unit.posts]]
    for post in unit.posts:
        role = organization.roles.get(post.name)
        if role is None or not role.described:
            found.append(f"{post.name} is not described")
            continue
        said, wanted = _said(layout, organization, role), _wanted(layout, post)
        found += [f"{post.name} {what}: {said[what]}" for what in wanted if said[what] != wanted[what]]
    if layout.chosen["functions"] != "none":
        department = organization.departments.get(unit.name)
        functions = [bare(f.title.text) for f in department.functions] if department else []
        if functions != list(map(bare, unit.functions)):
            overview = department.overview.text if department and department.overview else None
            found.append(f"functions {functions} {overview}")
    told = sorted({(a.matter, a.condition, a.steps[-1].who) for a in organization.approvals})
    rules = sorted(unit.rules) if layout.rules != "none" else []
    return found + ([f"rules {told}"] if told != rules else [])


def _said(layout: Layout, organization: Organization, role: Role) -> dict[str, Any]:
    return {
        "superior": [link.superior for link in organization.superiors(role.name)],
        "subordinates": sorted(link.subordinate for link in organization.subordinates(role.name)),
        "headcount": (role.text(Field.HEADCOUNT) or "").rstrip("人"),
        "code": role.text(Field.CODE),
        "department": role.text(Field.DEPARTMENT),
        "summary": bare(role.text(Field.SUMMARY) or ""),
        "duties": [(bare(duty.title.text), [bare(task.text) for task in duty.tasks]) for duty in role.duties],
        "rights": [bare(item.text) for listing in role.authorities for item in listing.items],
    }


def _wanted(layout: Layout, post: Post) -> dict[str, Any]:
    titled = layout.duties == "titled"
    wanted: dict[str, Any] = {
        "superior": [post.superior],
        "subordinates": sorted(layout.unit.below(post)),
        "headcount": post.headcount,
        "duties": [(bare(title), list(map(bare, tasks))) for title, tasks in post.duties]
        if titled
        else [(bare(task), []) for task in post.tasks],
        "rights": list(map(bare, post.rights)) if layout.rights != "none" else [],
    }
    if layout.fields != "sentence":
        wanted |= {"code": post.code, "department": layout.unit.name, "summary": bare(post.summary)}
    return wanted
