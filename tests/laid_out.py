"""One role set written as plain text in many layouts, drawn at random by a seed, as people's files are.

A layout is a choice for each part of a text: how posts are headed, how relations, duties and rights stand
below them. What each post is known by stays the same, so that every field that is read can be judged.
"""

import random
from collections import defaultdict
from dataclasses import dataclass

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.text import bare

_COUNT = "一二三四五六七八九"


@dataclass(frozen=True)
class Post:
    """A post of the set and what its description says."""

    name: str
    superior: str
    headcount: int
    purpose: str
    duties: tuple[str, ...]
    rights: tuple[str, ...]


_DEPARTMENT = "设备部"
_POSTS = (
    Post(
        "设备部经理",
        "生产副总",
        1,
        "统筹全厂设备的使用与保养",
        ("制定设备年度检修计划，报生产副总批准", "审批5000元以内的备件采购", "考核维修主管和备件管理员"),
        ("5000元以内备件采购的审批权", "设备停机检修的决定权"),
    ),
    Post(
        "维修主管",
        "设备部经理",
        2,
        "带领维修人员完成设备的抢修",
        ("编制月度保养计划", "安排维修电工和钳工的班次", "参与设备选型", "检查保养记录的真实性"),
        ("维修人员的考核建议权", "紧急停机的处置权"),
    ),
    Post(
        "维修电工",
        "维修主管",
        6,
        "负责电气设备的日常维护",
        ("巡检配电柜和电机，发现隐患立即上报", "处理电气故障", "填写检修记录"),
        ("违章操作指令的拒绝权",),
    ),
    Post(
        "钳工",
        "维修主管",
        4,
        "负责机械设备的拆装",
        ("按图纸修复机械零件", "更换磨损的轴承和齿轮", "保管个人工具"),
        ("备件质量的检验权",),
    ),
    Post(
        "备件管理员",
        "设备部经理",
        1,
        "管好备件库，做到账物相符",
        ("办理备件的出入库手续", "每月底盘点库存并编写报表", "提出备件采购申请"),
        ("不合格备件的拒收权",),
    ),
)
_HEADS = {
    "一、": "{c}、{name}",
    "（一）": "（{c}）{name}",
    "1、": "{n}、{name}",
    "1.": "{n}.{name}",
    "3.1": "3.{n} {name}",
    "第一条": "第{c}条 {name}",
    "岗位一": "岗位{c}：{name}",
    "alone": "{name}",
    "boxed": "【{name}】",
    "star": "★{name}",
    "colon": "{name}：",
    "titled": "{name}岗位职责",
    "labelled": "岗位名称：{name}",
    "counted": "{n}、{name}（{count}人）",
    "remarked": "{n}. {name}（定员{count}人，上级：{superior}）",
}
_ITEMS = {"1、": "{n}、", "1.": "{n}.", "（1）": "（{n}）", "①": "{o}", "-": "- ", "none": ""}
_BELOW = {"1、": ["（1）", "①", "none"], "1.": ["（1）", "①", "none"], "3.1": ["（1）", "①", "none"]}
_COUNTING = ("1、", "1.", "counted", "remarked")


@dataclass(frozen=True)
class Layout:
    """The choice for each part, and the text that it makes."""

    heads: str
    relations: str
    duties: str
    items: str
    rights: str
    text: str


def lay_out(seed: int) -> Layout:
    """The layout of a seed."""
    chosen = random.Random(seed)
    heads = chosen.choice(list(_HEADS))
    inner = ["（1）", "①", "none"] if heads in _COUNTING else _BELOW.get(heads, list(_ITEMS))
    relations = chosen.choice(["labels", "line", "bars", *(["sentence"] if heads != "titled" else [])])
    duties = chosen.choice(["items", "items", "one line", "semicolons", "sentences"])
    items = chosen.choice(inner)
    rights = chosen.choice(["list", "line", "none"])
    label = chosen.choice(["岗位职责：", "【工作职责】", "主要职责：", ""])
    parted, end = chosen.choice(["", "\n"]), chosen.choice(["。", "；", ""])
    chapters = chosen.choice(["", "第一章 部门概述\n设备部保障生产所用的设备。\n第二章 岗位职责\n"])
    text = chosen.choice(["", "设备部岗位说明\n"]) + chapters
    for at, post in enumerate(_POSTS):
        named = _HEADS[heads].format(
            c=_COUNT[at],
            n=at + 1,
            name=post.name,
            count=post.headcount,
            superior=post.superior,
        )
        below = [
            *_relations(post, relations if heads != "remarked" else "none"),
            *([label] if label else []),
            *_listed(post.duties, duties, items, end),
            *_rights(post, rights, items, end),
        ]
        text += "\n".join([named, *below]) + "\n" + parted
    return Layout(heads, relations, duties, items, rights, text)


def _relations(post: Post, how: str) -> list[str]:
    below = "、".join(p.name for p in _POSTS if p.superior == post.name) or "无"
    pairs = [f"直接上级：{post.superior}", f"直接下级：{below}", f"定员：{post.headcount}人"]
    match how:
        case "labels":
            return [f"所属部门：{_DEPARTMENT}", *pairs]
        case "line":
            return ["  ".join(pairs)]
        case "bars":
            return [" | ".join(pairs)]
        case "sentence":
            return [f"在{post.superior}的领导下工作，{post.purpose}。"]
    return []


def _listed(duties: tuple[str, ...], how: str, items: str, end: str) -> list[str]:
    numbers = [_number("1、" if how == "one line" and items in ("-", "none") else items, i) for i in range(9)]
    match how:
        case "items":
            return [f"{number}{duty}{end}" for number, duty in zip(numbers, duties, strict=False)]
        case "one line":
            return ["".join(f"{number}{duty}；" for number, duty in zip(numbers, duties, strict=False))]
        case "semicolons":
            return ["；".join(duties) + "。"]
    return ["。".join(duties) + "。"]


def _number(style: str, at: int) -> str:
    return _ITEMS[style].format(n=at + 1, o="①②③④⑤⑥⑦⑧⑨"[at])


def _rights(post: Post, how: str, items: str, end: str) -> list[str]:
    if how == "none":
        return []
    if how == "line":
        return ["权限：" + "；".join(post.rights) + "。"]
    return ["岗位权限：", *(f"{_number(items, i)}{right}{end}" for i, right in enumerate(post.rights))]


def faults(layout: Layout) -> list[str]:
    """What is read otherwise than it is written, a line each."""
    organization = Organization([read_roles(read_plain("岗位.txt", layout.text))])
    below = defaultdict(set)
    for post in _POSTS:
        below[post.superior].add(post.name)
    found = [
        f"{name} is no post"
        for name, role in organization.roles.items()
        if role.described and name not in [post.name for post in _POSTS]
    ]
    for post in _POSTS:
        role = organization.roles.get(post.name)
        if role is None or not role.described:
            found.append(f"{post.name} is not described")
            continue
        tells = layout.relations != "sentence" or layout.heads in ("counted", "remarked")
        read = {
            "superior": {link.superior for link in organization.superiors(post.name)},
            "subordinates": {link.subordinate for link in organization.subordinates(post.name)},
            "headcount": (role.text(Field.HEADCOUNT) or "").rstrip("人") if tells else str(post.headcount),
            "duties": [bare(t.text) for d in role.duties for t in (d.tasks or (d.title,))],
            "rights": [bare(item.text) for listing in role.authorities for item in listing.items],
        }
        written = {
            "superior": {post.superior},
            "subordinates": below[post.name],
            "headcount": str(post.headcount),
            "duties": [bare(duty) for duty in post.duties],
            "rights": [bare(right) for right in post.rights] if layout.rights != "none" else [],
        }
        found += [f"{post.name}: {what} {read[what]}" for what in written if read[what] != written[what]]
    return found
