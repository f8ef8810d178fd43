"""Tables of posts in layouts drawn at random: real Word and Excel files with what they say."""

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
import openpyxl

from tests.role_layouts import fill, merged

Part = list[list[str]] | str  # the rows of a table (see `fill`), or a line
_NUMBERS = "一二三四五六七八九"
_NONE = ("无", "/", "—", "暂无")
_WORDS = {
    "name": ("岗位名称", "职位名称", "职务名称", "岗位"),
    "department": ("所属部门", "所在部门", "任职部门", "部门"),
    "superior": ("直接上级", "汇报对象", "上级岗位", "直接领导", "行政上级"),
    "subordinates": ("直接下级", "下属岗位", "所辖岗位", "管辖人员", "直属下级"),
    "headcount": ("定员", "编制人数", "岗位编制", "人数"),
    "code": ("岗位编号", "职位编号", "编号", "岗位代码"),
    "summary": ("岗位概述", "岗位目的", "设置目的", "职位概要"),
    "duties": ("岗位职责", "主要职责", "工作内容", "职责与工作任务"),
    "authorities": ("权限", "岗位权限", "工作权限", "职权"),
}
_HEADS = {
    "counted": [["序号", "工作内容", "", "", "权重"]],
    "columns": [["职责描述", "工作任务", "", "", "考核标准"]],
}
_SHORT = ("code", "name", "department", "headcount", "superior", "subordinates")


@dataclass(frozen=True)
class Post:
    """What a table says of a post."""

    name: str
    superior: str
    headcount: str
    code: str
    summary: str
    duties: tuple[tuple[str, tuple[str, ...]], ...]
    authorities: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def statements(self) -> tuple[str, ...]:
        return tuple(task for _, tasks in self.duties for task in tasks)

    @property
    def rights(self) -> tuple[str, ...]:
        return tuple(right for _, rights in self.authorities for right in rights)


DEPARTMENT = "种植部"
POSTS = (
    Post(
        *("种植部部长", "合作社理事长", "1", "ZZ01", "组织全社的种植生产，完成年度产量目标"),
        (
            ("生产计划", ("编制年度种植计划，报合作社理事长审批", "分解各基地的产量指标")),
            ("农资管理", ("审批3000元以内的农资采购",)),
        ),
        (("审批权", ("3000元以内农资采购的审批权", "季节工用工的批准权")), ("决定权", ("播种时间的决定权",))),
    ),
    Post(
        *("基地主管", "种植部部长", "4", "ZZ02", "管理一个种植基地的生产"),
        (("现场管理", ("安排每天的农活", "检查田间作业质量")), ("用工", ("提出季节工的用工计划",))),
        (("建议权", ("季节工去留的建议权",)),),
    ),
    Post(
        *("农技员", "种植部部长", "2", "ZZ03", "为各基地提供技术指导"),
        (("病虫害防治", ("每周巡查病虫害一次", "制定防治方案")), ("试验", ("开展新品种试验",))),
        (("审核权", ("农药使用方案的审核权",)),),
    ),
    Post(
        *("灌溉工", "基地主管", "3", "ZZ04", "管理基地的灌溉设施"),
        (("灌溉", ("按方案给作物浇水施肥", "巡查水泵和管道")), ("节水", ("记录每日用水量",))),
        (("建议权", ("灌溉设施改造的建议权",)),),
    ),
)


def subordinates(post: Post) -> tuple[str, ...]:
    """The posts below one."""
    return tuple(other.name for other in POSTS if other.superior == post.name)


class Drawn:
    """A document in a layout drawn by a seed; `titled`: its duties have titles."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._labels = {field: self._pick(*words) for field, words in _WORDS.items()}
        self._none, self._end = self._pick(*_NONE), self._pick("", "。", "；")
        self._number = self._pick("{}、", "{}.", "（{}）", "{}. ", "●")
        self.titled = False
        self.layout = self._pick("form", "form", "form", "list", "columns", "beside")
        tables = {"form": self._forms, "list": self._list, "columns": self._columns, "beside": self._beside}
        parts = list(tables[self.layout]())
        self.parts = parts
        self.excel = self._pick(True, False)
        self.name = f"岗位说明书.{'xlsx' if self.excel else 'docx'}"
        self.data = excel_file(parts) if self.excel else word_file(parts)

    def _pick(self, *of: Any) -> Any:
        return self._random.choice(of)

    def _value(self, field: str, post: Post) -> str:
        if field == "department":
            return DEPARTMENT
        if field == "subordinates":
            return "、".join(subordinates(post)) or self._none
        if field == "duties":
            return self._lines(post.statements)
        return self._lines(post.rights) if field == "authorities" else str(getattr(post, field))

    def _lines(self, items: tuple[str, ...]) -> str:
        numbered = (f"{self._number.format(n)}{item}{self._end}" for n, item in enumerate(items, start=1))
        return "\n".join(numbered)

    def _forms(self) -> Iterator[Part]:
        """A form a post, five columns wide."""
        headed = self._pick("", "{name}", "{number}、{name}", "{name}岗位说明书")
        duties = self._pick("cell", "counted", "columns", "labelled", "titled", "rows")
        rights = self._pick("cell", "kinds", "table")
        short, parted = self._pick(_pairs, _above, _grouped), self._pick(True, False)
        self.titled = duties in ("columns", "labelled", "titled")
        for number, post in enumerate(POSTS, start=1):
            if headed:
                yield headed.format(name=post.name, number=number)
            rows = [["一、基本信息", "", "", "", ""]] if parted else []
            fields = [(self._labels[field], self._value(field, post)) for field in _SHORT]
            rows += short(fields)
            rows += [[self._labels["summary"], post.summary + self._end, "", "", ""]]
            yield [*rows, *self._duty_rows(post, duties), *self._right_rows(post, rights)]

    def _duty_rows(self, post: Post, how: str) -> Iterator[list[str]]:
        label = self._labels["duties"]
        if how == "cell":
            yield [label, self._lines(post.statements), "", "", ""]
        elif how != "titled":
            yield [label, "", "", "", ""]
        yield from _HEADS.get(how, ())
        for number, (title, tasks) in enumerate(post.duties if self.titled else ()):
            lines = self._lines(tasks)
            yield from {
                "columns": [[title, lines, "", "", "按期完成"]],
                "titled": [["^" if number else label, title, lines, "", ""]],
                "labelled": [
                    [f"职责{_NUMBERS[number]}", f"职责表述：{title}", "", "", ""],
                    ["^", "工作任务", lines, "", ""],
                ],
            }[how]
        for number, statement in enumerate(post.statements, start=1):
            if how == "counted":
                yield [str(number), statement + self._end, "", "", "20%"]
            elif how == "rows":
                yield [f"{number}、{statement}{self._end}", "", "", "", ""]

    def _right_rows(self, post: Post, how: str) -> Iterator[list[str]]:
        label = self._labels["authorities"]
        if how == "cell":
            yield [label, self._lines(post.rights), "", "", ""]
        elif how == "kinds":
            for number, (kind, rights) in enumerate(post.authorities):
                yield ["^" if number else label, kind, self._lines(rights), "", ""]
        else:
            yield from ([label, "", "", "", ""], ["序号", "权限类别", "权限内容", "", ""])
            listed = [(kind, right) for kind, rights in post.authorities for right in rights]
            for number, (kind, right) in enumerate(listed, start=1):
                yield [str(number), kind, right, "", ""]

    def _list(self) -> Iterator[Part]:
        """A row a post, or a row a duty with merged cells beside it."""
        each = self._pick(True, False)
        title, merged = self._pick(True, False), self._pick(True, False)
        rows = [[f"{DEPARTMENT}岗位职责一览表", *[""] * len(_WORDS)]] if title else []
        rows += [["序号", *self._labels.values()]]
        for number, post in enumerate(POSTS, start=1):
            values = {field: self._value(field, post) for field in _WORDS}
            if number > 1 and merged:
                values["department"] = "^"
            if each:
                values["duties"] = post.statements[0]
            rows += [[str(number), *values.values()]]
            for statement in post.statements[1:] if each else ():
                rows += [["^", *(statement if field == "duties" else "^" for field in _WORDS)]]
        yield rows

    def _columns(self) -> Iterator[Part]:
        """A column a post."""
        title, whole = self._pick(True, False), self._pick(True, False)
        rows = [["各岗位职责对照表", *[""] * len(POSTS)]] if title else []
        rows += [[self._pick(" ", "项目", self._labels["name"]), *(post.name for post in POSTS)]]
        for field in (*_SHORT, "summary", "duties", "authorities"):
            values = [self._value(field, post) for post in POSTS]
            values = [values[0], *[""] * (len(POSTS) - 1)] if field == "department" and whole else values
            rows += [[self._labels[field], *values]] if field != "name" else []
        yield rows

    def _beside(self) -> Iterator[Part]:
        """The forms of two posts side by side."""
        gap = self._pick([], [" "])
        for one, other in zip(POSTS[::2], POSTS[1::2], strict=True):
            yield [
                [label, self._value(field, one) or " ", *gap, label, self._value(field, other) or " "]
                for field, label in self._labels.items()
            ]


def _pairs(fields: list[tuple[str, str]]) -> list[list[str]]:
    return [[*one, "", *other] for one, other in zip(fields[::2], fields[1::2], strict=True)]


def _above(fields: list[tuple[str, str]]) -> Iterator[list[str]]:
    """Three labels above their values, two by two."""
    for three in (fields[:3], fields[3:]):
        (a, b, c), (x, y, z) = zip(*three, strict=True)
        yield from ([a, "", b, "", c], [x, "", y, "", z])


def _grouped(fields: list[tuple[str, str]]) -> Iterator[list[str]]:
    """The fields two in a row, beside a cell that says what they are."""
    for i in range(0, len(fields), 2):
        yield ["^" if i else "基本信息", *fields[i], *fields[i + 1]]


def word_file(parts: list[Part]) -> bytes:
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            fill(document.add_table(len(part), len(part[0])), part)
            document.add_paragraph()
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def excel_file(parts: list[Part]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    top = 1
    for part in parts:
        rows = [[part]] if isinstance(part, str) else part
        for r, row in enumerate(rows, start=top):
            for c, text in enumerate(row, start=1):
                if text.strip() and text != "^":
                    sheet.cell(r, c, int(text) if text.isdecimal() else text)
        for area in merged(rows):
            area["start_row"], area["end_row"] = area["start_row"] + top - 1, area["end_row"] + top - 1
            sheet.merge_cells(**area)
        top += len(rows) + (not isinstance(part, str))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
