"""Tables of posts in layouts drawn at random: real Word and Excel files with what they say."""

import random
from dataclasses import dataclass

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
        parts = tables[self.layout]()
        self.excel = self._pick(True, False)
        self.name = f"岗位说明书.{'xlsx' if self.excel else 'docx'}"
        self.data = _excel(parts) if self.excel else _word(parts)

    def _pick[T](self, *of: T) -> T:
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
        return "\n".join(
            f"{self._number.format(n)}{item}{self._end}" for n, item in enumerate(items, start=1)
        )

    def _forms(self) -> list[list[list[str]] | str]:
        parts: list[list[list[str]] | str] = []
        headed = self._pick("", "{name}", "{number}、{name}", "{name}岗位说明书")
        duties = self._pick("cell", "counted", "columns", "labelled", "titled", "rows")
        rights = self._pick("cell", "kinds", "table")
        above, grouped, parted = self._pick(True, False), self._pick(True, False), self._pick(True, False)
        self.titled = duties in ("columns", "labelled", "titled")
        for number, post in enumerate(POSTS, start=1):
            parts += [headed.format(name=post.name, number=number)] if headed else []
            rows = [["一、基本信息", "", "", "", ""]] if parted else []
            short = list(self._above(post) if above else self._pairs(post))
            rows += [
                ["^" if i and grouped else "基本信息" if grouped else row[0], *row[1 - grouped :]]
                for i, row in enumerate(short)
            ]
            rows += [[self._labels["summary"], post.summary + self._end, "", "", ""]]
            rows += [*self._duty_rows(post, duties), *self._right_rows(post, rights)]
            parts.append(rows)
        return parts
