"""Two organizations as clerks of different houses would describe them: in articles, lines and sentences."""

from collections.abc import Callable
from dataclasses import dataclass

_COUNT = "零一二三四五六七八九十"


@dataclass(frozen=True)
class Post:
    """A post and all that a paper says of it."""

    name: str
    home: str
    count: str
    above: str
    below: tuple[str, ...]
    duties: tuple[str, ...]
    rights: tuple[str, ...]
    partners: tuple[str, ...]


HOUSES: dict[str, tuple[Post, ...]] = {
    "云岭供热公司": (
        Post(
            *("锅炉房主任", "锅炉房", "1", "总经理", ("司炉工", "水处理工")),
            ("编制供热运行方案", "组织停炉后的设备检修", "统计煤耗水耗，按月上报"),
            ("有权调整炉排运行参数", "有权责令违章作业的人员停止操作"),
            ("管网科", "市特种设备检验所"),
        ),
        Post(
            *("司炉工", "锅炉房", "8", "锅炉房主任", ()),
            ("按规程操作锅炉", "每小时巡视一次压力表", "填写运行日志"),
            ("有权拒绝违章指挥",),
            ("水处理工",),
        ),
        Post(
            *("管网科科长", "管网科", "1", "总经理", ("巡线员", "抢修班班长")),
            ("安排管网巡查", "审查用户接网图纸", "牵头处理漏水事故"),
            ("有权决定夜间抢修的人员安排",),
            ("锅炉房", "市自来水公司"),
        ),
    ),
    "临江机场地服公司": (
        Post(
            *("值机部经理", "值机部", "1", "运行副总经理", ("值机员", "问询员")),
            ("编排柜台开放计划", "处置航班延误", "检查服务用语"),
            ("有权增开值机柜台", "有权批准超重行李减免"),
            ("配载室", "航空公司代办处"),
        ),
        Post(
            *("机坪部经理", "机坪部", "1", "运行副总经理", ("装卸工", "牵引车驾驶员")),
            ("安排装卸班组", "核查车辆状况", "每月开展一次防碰撞检查"),
            ("有权叫停危险作业",),
            ("值机部", "空管站"),
        ),
        Post(
            *("配载员", "配载室", "5", "配载室主任", ()),
            ("编制舱单", "核对装载通知", "与机组交接单据"),
            ("有权要求调整货位",),
            ("机坪部", "机组"),
        ),
    ),
}


def _n(number: int) -> str:
    """A Chinese number below twenty."""
    return _COUNT[number] if number <= 10 else f"十{_COUNT[number - 10]}"


def _names(names: tuple[str, ...]) -> str:
    return "、".join(names)


def _items(items: tuple[str, ...] | list[str], mark: Callable[[int], str], end: str = "；") -> list[str]:
    return [f"{mark(number)}{item}{end}" for number, item in enumerate(items, 1)]


def _bracket(number: int) -> str:
    return f"（{_n(number)}）"


def _dun(number: int) -> str:
    return f"{number}、"


def _leads(post: Post, word: str, none: str = "") -> str:
    return f"，{word}{_names(post.below)}" if post.below else none


def mixed_article(posts: tuple[Post, ...]) -> list[str]:
    """One list of duties, rights and partners below an article; rules of approval behind the posts."""
    lines = ["第一条 为明确责任，制定本规定。"]
    for i, p in enumerate(posts, 2):
        leads = _leads(p, "领导", "，不领导其他岗位")
        lines.append(
            f"第{_n(i)}条 {p.name}归{p.home}，定员{p.count}人，受{p.above}领导{leads}，其职责和权限为："
        )
        lines += _items([*p.duties, *p.rights, f"与{_names(p.partners)}保持工作联系"], _bracket)
    return [
        *lines,
        "第九条 采购按下列金额审批：",
        "（一）5000元以下的，由部门负责人审批；",
        "（二）5000元以上的，由总经理审批。",
        "第十条 本规定由办公室负责解释。",
    ]


def sentence_and_labels(posts: tuple[Post, ...]) -> list[str]:
    """An article with brackets behind the name, and labels below it."""
    lines = []
    for i, p in enumerate(posts, 1):
        lines.append(
            f"第{_n(i)}条 {p.name}（{p.home}，{p.count}人）对{p.above}负责{_leads(p, '管理', '，无下属')}。"
        )
        lines += ["主要职责：", *_items(p.duties, _bracket), "主要权限：", *_items(p.rights, _bracket)]
        lines.append(f"协作关系：{_names(p.partners)}。")
    return lines


def chapters_of_departments(posts: tuple[Post, ...]) -> list[str]:
    """Chapters of departments, articles that each tell one thing of a post."""
    lines, homes, at = ["第一章 总则", "第一条 本规程适用于全体员工。"], list[str](), 2
    for p in posts:
        if p.home not in homes:
            homes.append(p.home)
            lines.append(f"第{_n(len(homes) + 1)}章 {p.home}")
        lines.append(
            f"第{_n(at)}条 {p.name}设{p.count}名，对{p.above}负责{_leads(p, '领导', '，没有下属')}。"
        )
        lines += [f"第{_n(at + 1)}条 {p.name}履行下列职责：", *_items(p.duties, _bracket)]
        lines += [f"第{_n(at + 2)}条 {p.name}行使下列职权：", *_items(p.rights, _bracket)]
        lines.append(f"第{_n(at + 3)}条 {p.name}的工作联系对象为{_names(p.partners)}。")
        at += 4
    return lines


def places_in_items(posts: tuple[Post, ...]) -> list[str]:
    """All of a post in the items of its article."""
    lines = ["第一条 本规定依据章程制定。"]
    for i, p in enumerate(posts, 2):
        place = (f"{p.name}隶属{p.home}，定员{p.count}名", f"{p.name}受{p.above}领导{_leads(p, '领导')}")
        partners = f"与{_names(p.partners)}保持联系"
        lines.append(f"第{_n(i)}条【{p.name}】")
        lines += _items([*place, *p.duties, *p.rights, partners], _bracket, "。")
    return [*lines, "第九条 本规定由办公室负责解释。"]


def sentences_in_articles(posts: tuple[Post, ...]) -> list[str]:
    """A chapter for each post, whose articles hold the lists in a sentence."""
    lines, at = ["第一章 总则", "第一条 为加强管理，制定本条例。"], 2
    for i, p in enumerate(posts, 2):
        told = f"{p.name}领导{_names(p.below)}。" if p.below else f"{p.name}没有下属。"
        lines += [
            f"第{_n(i)}章 {p.name}",
            f"第{_n(at)}条 {p.name}编制{p.count}人，归属{p.home}，由{p.above}领导。{told}",
            f"第{_n(at + 1)}条 {p.name}的职责：{'；'.join(p.duties)}。",
            f"第{_n(at + 2)}条 {p.name}的权限：{'；'.join(p.rights)}。",
            f"第{_n(at + 3)}条 {p.name}与{_names(p.partners)}协作。",
        ]
        at += 4
    return lines


def headed_departments(posts: tuple[Post, ...]) -> list[str]:
    """Departments whose introduction says who is at their head."""
    lines = []
    for i, p in enumerate(posts, 1):
        title, told = p.name, f"{p.name}隶属{p.home}，共{p.count}人，向{p.above}汇报，没有下属。"
        if p.below:
            title = p.home
            told = f"{title}负责人为{p.name}，定员{p.count}人，向{p.above}汇报；下设{_names(p.below)}。"
        lines += [f"{_n(i)}、{title}", told, f"{p.name}职责："]
        lines += _items(p.duties, lambda n: f"{n}）", "")
        lines += [f"{p.name}权限：", *_items(p.rights, lambda n: f"{n}）", ""), f"协作：{_names(p.partners)}"]
    return lines


def decimal_paragraphs(posts: tuple[Post, ...]) -> list[str]:
    """Paragraphs counted by decimals, the first of which tells the place of the post."""
    lines = ["1 范围", "本手册适用于各岗位。", "2 岗位职责"]
    for i, p in enumerate(posts, 1):
        leads = _leads(p, "领导", "，无下属")
        lines += [f"2.{i} {p.name}", f"2.{i}.1 隶属{p.home}，编制{p.count}人，对{p.above}负责{leads}。"]
        lines += [f"2.{i}.2 职责：", *_items(p.duties, lambda n: f"{'abc'[n - 1]}) ")]
        lines += [f"2.{i}.3 权限：", *_items(p.rights, lambda n: f"{'abc'[n - 1]}) ")]
        lines.append(f"2.{i}.4 协作：{_names(p.partners)}。")
    return lines


def broken_form(posts: tuple[Post, ...]) -> list[str]:
    """Forms that lost the marks between labels and values, and whose lines end anywhere."""
    lines = []
    for i, p in enumerate(posts, 1):
        first, second, third = p.duties
        lines += [
            f"{p.name}岗位说明书",
            f"岗位名称{p.name}所在部门{p.home}",
            f"直接上级{p.above}直接下级{_names(p.below) or '无'}",
            f"岗位定员{p.count}岗位编号GW-{i:02d}",
            f"岗位职责1、{first}2、{second}",
            f"3、{third}",
            "工作权限" + "".join(_items(p.rights, _dun, "")),
            f"工作协作关系{_names(p.partners)}",
        ]
    return lines


def told_list(posts: tuple[Post, ...]) -> list[str]:
    """A list that tells where the posts stand, then their duties with the rights in them."""
    lines = ["一、岗位设置"]
    for p in posts:
        below = f"下级为{_names(p.below)}；" if p.below else "无下级；"
        lines.append(f"——{p.name}{p.count}人，属{p.home}，上级为{p.above}，{below}")
    lines.append("二、岗位职责")
    for i, p in enumerate(posts, 1):
        *first, last = p.duties
        duties = [*first, f"{last}，{p.rights[0]}", *p.rights[1:]]
        lines += [f"{_bracket(i)}{p.name}", *_items(duties, lambda n: f"{n}.", "。")]
    return [*lines, "三、其他", "本文件由人事科负责解释。"]


def one_paragraph(posts: tuple[Post, ...]) -> list[str]:
    """A numbered paragraph for each post, with labels inside it."""
    return [
        f"{i}、{p.name}。{p.home}{p.name}设{p.count}人，受{p.above}领导{_leads(p, '分管')}。主要职责："
        f"{'；'.join(p.duties)}。主要权限：{'；'.join(p.rights)}。协作关系：{_names(p.partners)}。"
        for i, p in enumerate(posts, 1)
    ]


Paper = Callable[[tuple[Post, ...]], list[str]]
PAPERS: tuple[Paper, ...] = (
    *(mixed_article, sentence_and_labels, chapters_of_departments, places_in_items, sentences_in_articles),
    *(headed_departments, decimal_paragraphs, broken_form, told_list, one_paragraph),
)
WITHOUT_PARTNERS: tuple[Paper, ...] = (told_list,)
