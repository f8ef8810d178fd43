"""Forms as a web page leaves them: labels, values and items run together, in lines that break anywhere.

The order of the parts, the words of the labels, how items are counted and ended, and where lines break are
drawn by a seed.
"""

import random
from collections.abc import Iterator

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.text import bare
from tests.plain_organizations import UNITS, Post, Unit

CHOICES: dict[str, tuple[str, ...]] = {
    "name": ("岗位名称", "职位名称", "职务名称"),
    "superior": ("直接上级", "上级岗位", "汇报对象"),
    "headcount": ("定员", "编制", "岗位编制"),
    "summary": ("岗位概述", "岗位目的", "工作概述", "职位概要"),
    "duties": ("岗位职责", "工作内容", "主要职责", "工作职责", "职责"),
    "rights": ("岗位权限", "工作权限", "职务权限", "主要权限", "权限"),
    "partners": ("工作协作", "协作关系", "工作关系", "沟通关系"),
    "count": ("{}、", "{}.", "（{}）", ""),
    "end": ("", "；", "。"),
    "order": ("srdp", "sdrp", "sdpr", "dsrp"),
    "breaks": ("none", "parts", "items"),
    "sides": ("none", "both"),
    "kinds": ("none", "some"),
    "department": ("none", "form"),
}
PARTNERS = ("财务科", "采购部"), ("供应商", "街道办事处")
_NAMES = {"s": "summary", "d": "duties", "r": "rights", "p": "partners"}


class Flattened:
    """The choices of a seed, and the text that they make."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.chosen = {part: self._random.choice(of) for part, of in CHOICES.items()}
        self.unit = self._random.choice(UNITS)
        if not self.chosen["count"]:
            self.chosen["end"] = "；"
        if "职责" in self.chosen.values() or "权限" in self.chosen.values():
            self.chosen |= {"end": "。", "breaks": "parts"}  # 日常工作职责 without a mark is one label
        self.text = "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"首页 > 制度范本 > {self.unit.name}岗位说明书"
        if self.chosen["department"] == "form":
            functions = self._items(self.unit.functions, "（{}）", "")
            yield f"部门名称{self.unit.name}部门概述负责本部门的日常工作主要职能{functions}"
        for post in self.unit.posts:
            yield self._form(post)

    def _form(self, post: Post) -> str:
        below = "、".join(self.unit.below(post)) or "无"
        head = (
            f"{self.chosen['name']}{post.name}所属部门{self.unit.name}岗位编号{post.code}"
            f"{self.chosen['superior']}{post.superior}直接下级{below}{self.chosen['headcount']}{post.headcount}"
        )
        parts = {
            "s": self.chosen["summary"] + post.summary + ("" if self.chosen["end"] == "" else "。"),
            "d": self.chosen["duties"] + self._items(post.tasks, self.chosen["count"], self.chosen["end"]),
            "r": self.chosen["rights"] + self._rights(post),
            "p": self.chosen["partners"] + self._sides(),
        }
        between = "\n" if self.chosen["breaks"] == "parts" else ""
        return between.join([head, *(parts[of] for of in self.chosen["order"])])

    def _items(self, items: tuple[str, ...], count: str, end: str) -> str:
        at = self._random.randrange(1, len(items)) if len(items) > 1 else 0
        breaks = self.chosen["breaks"] == "items" and count
        return "".join(
            ("\n" if breaks and n == at else "") + count.format(n + 1) + item + end
            for n, item in enumerate(items)
        )

    def _rights(self, post: Post) -> str:
        count, end = self.chosen["count"], self.chosen["end"]
        if self.chosen["kinds"] == "none" or not count:
            return self._items(post.rights, count, end)
        return "".join(
            f"{kind}{self._items((right,), count, end)}"
            for kind, right in zip(("人事权", "财务权"), post.rights, strict=False)
        )

    def _sides(self) -> str:
        inside, outside = ("、".join(names) for names in PARTNERS)
        return f"内部：{inside}外部：{outside}" if self.chosen["sides"] == "both" else f"{inside}、{outside}"


def faults(form: Flattened) -> list[str]:
    """What is read otherwise than it is written, a line each."""
    organization = Organization([read_roles(read_plain("岗位说明书.txt", form.text))])
    unit, found = form.unit, []
    names = sorted(name for name, role in organization.roles.items() if role.described)
    if names != sorted(post.name for post in unit.posts):
        found.append(f"posts {names}")
    for post in unit.posts:
        role = organization.roles.get(post.name)
        own, right = said(role) if role else {}, wanted(unit, post)
        found += [f"{post.name} {what}: {own.get(what)}" for what in right if own.get(what) != right[what]]
    if form.chosen["department"] == "form":
        department = organization.departments.get(unit.name)
        functions = [bare(f.title.text) for f in department.functions] if department else []
        found += [f"functions {functions}"] if functions != list(map(bare, unit.functions)) else []
    return found


def said(role: Role) -> dict[str, object]:
    """The fields of a post as they are read."""
    short = (Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT, Field.CODE, Field.DEPARTMENT)
    return {
        **{field.value: role.text(field) for field in short},
        "summary": bare(role.text(Field.SUMMARY) or ""),
        "duties": [bare(passage.text) for duty in role.duties for passage in duty.passages()],
        "rights": [bare(item.text) for listing in role.authorities for item in listing.items],
        "partners": [bare(item.text) for listing in role.collaboration for item in listing.items],
    }


def wanted(unit: Unit, post: Post) -> dict[str, object]:
    """The fields of a post as they are to be read."""
    return {
        "superior": post.superior,
        "subordinates": "、".join(unit.below(post)) or "无",
        "headcount": post.headcount,
        "code": post.code,
        "department": unit.name,
        "summary": bare(post.summary),
        "duties": list(map(bare, post.tasks)),
        "rights": list(map(bare, post.rights)),
        "partners": [bare(name) for names in PARTNERS for name in names],
    }
