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
    "name": ("岗位名称", "职位名称", "职务名称", "岗位称谓"),
    "unit": ("所属部门", "隶属部门", "所在单位", "归口部门"),
    "code": ("岗位编号", "岗位代码", "岗位序号"),
    "superior": ("直接上级", "上级岗位", "汇报对象", "归谁管理", "向谁汇报", "上一级领导"),
    "below": ("直接下级", "管理岗位", "带哪些人", "所辖人员"),
    "headcount": ("定员", "编制", "岗位编制", "配备人数"),
    "summary": ("岗位概述", "岗位目的", "工作概述", "职位概要", "工作主旨", "岗位总责"),
    "duties": ("岗位职责", "工作内容", "主要职责", "工作职责", "职责", "负责事项", "本岗职责"),
    "rights": ("岗位权限", "工作权限", "职务权限", "主要权限", "权限", "可行使职权", "岗位权力", "手上的权"),
    "partners": ("工作协作", "协作关系", "工作关系", "沟通关系", "日常往来", "往来单位", "常打交道"),
    "count": ("{}、", "{}.", "（{}）", ""),
    "end": ("", "；", "。"),
    "order": ("srdp", "sdrp", "sdpr", "dsrp"),
    "breaks": ("none", "parts", "items", "posts"),
    "sides": ("none", "both"),
    "kinds": ("none", "right", "aspect"),
    "department": ("none", "form"),
    "colons": ("none", "none", "some", "all"),
    "heading": ("none", "{}、{}", "（{}）{}", "第{}节 {}"),
    "groups": ("none", "（{}）", "{}、"),
    "frame": ("none", "site", "pages"),
    "blank": ("none", "code"),
    "spaced": ("none", "none", "name"),
    "again": ("none", "none", "task"),
}
PARTNERS = ("财务科", "采购部"), ("供应商", "街道办事处")
_OF_POSTS = (
    PARTNERS,
    (("人事科", "质检中心"), ("县供电所",)),
    (("采购部", "财务科"), ("维保单位", "街道办事处")),
)
_NAMES = {"s": "summary", "d": "duties", "r": "rights", "p": "partners"}


class Flattened:
    """The choices of a seed, and the text that they make."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.chosen = {part: self._random.choice(of) for part, of in CHOICES.items()}
        self.unit = self._random.choice(UNITS)
        if not self.chosen["count"]:
            self.chosen |= {"end": "；", "groups": "none"}
            self.chosen["rights"] = self._random.choice(CHOICES["rights"][:4])
        if self.chosen["count"] == "（{}）":
            self.chosen["groups"] = "none"
        if "职责" in self.chosen.values() or "权限" in self.chosen.values():
            # 日常工作职责 without a mark is one label
            self.chosen |= {"end": "。", "breaks": "parts", "groups": "none"}
        self.text = "\n".join(self._lines())

    @property
    def _paper(self) -> str:
        return f"顺达{self.unit.name}岗位职责汇编"

    def _lines(self) -> Iterator[str]:
        framed = self.chosen["frame"] != "none"
        if framed:
            yield from ("众享文库", "上传人:山* 文档编号:1203 上传时间:2021-03-02 格式:DOC", "资源描述")
        yield f"首页 > 制度范本 > {self.unit.name}岗位说明书"
        if self.chosen["department"] == "form":
            functions = self._items(self.unit.functions, "（{}）", "")
            yield f"部门名称{self.unit.name}部门概述负责本部门的日常工作主要职能{functions}"
        forms = [self._heading(n, post) + self._form(post) for n, post in enumerate(self.unit.posts)]
        if framed:
            forms[0] = f"{self._paper}（试行）为明确各岗位的分工，制定本汇编。{forms[0]}"
            forms[-1] += "本汇编自印发之日起执行，由办公室负责解释。"
        yield from ["".join(forms)] if self.chosen["breaks"] == "posts" else forms
        if framed:
            yield from ("展开阅读全文", "相关搜索 范本", "版权所有 众享文库")

    def _heading(self, number: int, post: Post) -> str:
        written = self.chosen["heading"]
        return "" if written == "none" else written.format("一二三四五六"[number], post.name)

    def _label(self, part: str) -> str:
        label = self.chosen.get(part, part)
        if self.chosen["spaced"] == "name" and part in ("name", "unit"):
            label = " ".join(label)
        colons = self.chosen["colons"]
        return label + ("：" if colons == "all" or (colons == "some" and self._random.random() < 0.5) else "")

    def _form(self, post: Post) -> str:
        below = "、".join(self.unit.below(post)) or "无"
        head = (
            f"{self._label('name')}{post.name}{self._label('unit')}{self.unit.name}"
            f"{self._label('code')}{self.code(post)}{self._label('superior')}{post.superior}"
            f"{self._label('below')}{below}{self._label('headcount')}{post.headcount}"
        )
        parts = {
            "s": self._label("summary") + post.summary + ("" if self.chosen["end"] == "" else "。"),
            "d": self._label("duties") + self._duties(post),
            "r": self._label("rights") + self._rights(post),
            "p": self._label("partners") + self._sides(post),
        }
        between = "\n" if self.chosen["breaks"] == "parts" else ""
        return between.join([head, *(parts[of] for of in self.chosen["order"])])

    def code(self, post: Post) -> str:
        """The code that the form of a post states."""
        return "" if self.chosen["blank"] == "code" and post is self.unit.posts[-1] else post.code

    def _duties(self, post: Post) -> str:
        if self.chosen["groups"] == "none":
            return self._items(post.tasks, self.chosen["count"], self.chosen["end"], again=True)
        count = "{}." if self.chosen["groups"] == "{}、" else self.chosen["count"]
        return "".join(
            self.chosen["groups"].format("一二三"[n]) + title + self._items(tasks, count, self.chosen["end"])
            for n, (title, tasks) in enumerate(post.duties)
        )

    def tasks(self, post: Post) -> list[str]:
        """The duties that the form of a post states, with the titles of their groups."""
        grouped = self.chosen["groups"] != "none"
        return [text for title, tasks in post.duties for text in ((title, *tasks) if grouped else tasks)]

    def _items(self, items: tuple[str, ...], count: str, end: str, again: bool = False) -> str:
        at = self._random.randrange(1, len(items)) if len(items) > 1 else 0
        broken = self.chosen["breaks"] == "items" and count
        foot = f"{self._paper} 第{len(items)}页 共9页" if self.chosen["frame"] == "pages" and at else ""
        twice = again and self.chosen["again"] == "task" and len(items) > 2
        numbers = [1, 2, *range(2, len(items))] if twice else range(1, len(items) + 1)
        return "".join(
            ((foot + "\n" * bool(broken)) if n == at else "") + count.format(number) + item + end
            for n, (number, item) in enumerate(zip(numbers, items, strict=True))
        )

    def _rights(self, post: Post) -> str:
        count, end = self.chosen["count"], self.chosen["end"]
        if self.chosen["kinds"] == "none" or not count:
            return self._items(post.rights, count, end)
        aspect = self.chosen["kinds"] == "aspect"
        kinds = ("用人方面：", "经费方面：") if aspect else ("人事权", "财务权")
        return "".join(
            f"{kind}{self._items((right,), count, '。' if aspect else end)}"
            for kind, right in zip(kinds, post.rights, strict=False)
        )

    def partners(self, post: Post) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who works with a post inside and outside."""
        return _OF_POSTS[self.unit.posts.index(post) % len(_OF_POSTS)]

    def _sides(self, post: Post) -> str:
        inside, outside = ("、".join(names) for names in self.partners(post))
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
        own, right = said(role) if role else {}, _wanted(form, post)
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


def _wanted(form: Flattened, post: Post) -> dict[str, object]:
    """The same of a drawn form."""
    return wanted(form.unit, post) | {
        "code": form.code(post) or None,
        "duties": list(map(bare, form.tasks(post))),
        "partners": [bare(name) for names in form.partners(post) for name in names],
    }
