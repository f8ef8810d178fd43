"""Paragraphs that tell where a post stands, drawn by a seed: who is above and below it, how many hold it,
what it is for, in any order, in clauses of one sentence or sentences of their own, below any heading."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.text import bare


@dataclass(frozen=True)
class Placed:
    """A post and its place; `leading`: what it is for with those it leads, in words for both."""

    name: str
    short: str
    superior: str
    below: tuple[str, ...]
    purpose: str
    leading: str
    duties: tuple[str, ...]
    rights: tuple[str, ...]


UNITS: tuple[tuple[Placed, ...], ...] = (
    (
        Placed(
            *("纸厂厂长", "厂长", "董事会", ("制浆车间主任", "污水站站长"), "全面主持纸厂的生产经营"),
            "完成年度生产任务",
            ("审定月度生产计划", "主持周生产例会", "签发停机检修通知"),
            ("中层人员的任免权", "单笔两万元以内的采购审批权"),
        ),
        Placed(
            *("制浆车间主任", "车间主任", "纸厂厂长", ("蒸煮工", "筛选工"), "保证浆料的质量和供应"),
            "完成浆料的蒸煮和筛选",
            ("排定蒸煮班次", "检查蒸煮锅压力", "统计每班浆耗"),
            ("当班人员的调配权", "不合格木片的拒收权"),
        ),
        Placed(
            *("污水站站长", "站长", "纸厂厂长", ("加药工", "化验员"), "负责污水的处理和达标排放"),
            "做好污水的处理和监测",
            ("记录进出水指标", "更换失效的药剂", "迎接环保检查"),
            ("超标时关闭排口的决定权", "药剂的申购权"),
        ),
    ),
    (
        Placed(
            *("剧团团长", "团长", "文旅局局长", ("舞台监督", "票房经理"), "主持剧团的全面工作"),
            "完成全年的演出任务",
            ("确定年度剧目", "签订巡演合同", "考核各部门"),
            ("剧目的决定权", "演员的聘用权"),
        ),
        Placed(
            *("舞台监督", "舞监", "剧团团长", ("灯光师", "音响师", "道具员"), "统筹舞台各工种的配合"),
            "保障演出的顺利进行",
            ("编排装台计划", "核对演出换景表", "记录演出事故"),
            ("演出中断的决定权", "工种班次的安排权"),
        ),
        Placed(
            *("票房经理", "", "剧团团长", ("售票员", "检票员"), "负责票务和观众服务"),
            "做好每场演出的售检票",
            ("设定票价分区", "核对当日票款", "处理观众退票"),
            ("单张三百元以内退票的审批权", "售票员的排班权"),
        ),
    ),
    (
        Placed(
            *("养老院院长", "院长", "理事会", ("护理部主任", "膳食主管"), "对全院的运营和安全负总责"),
            "照料好入住的老人",
            ("制定年度经营目标", "审查入住协议", "召集家属座谈会"),
            ("护理等级调整的审批权", "奖惩的决定权"),
        ),
        Placed(
            *("护理部主任", "", "养老院院长", ("护士", "护理员", "康复师"), "组织老人的护理和康复"),
            "提高护理服务的质量",
            ("制定护理计划", "抽查交接班记录", "培训新进护理员"),
            ("护理员的调班权", "约束带使用的建议权"),
        ),
        Placed(
            *("膳食主管", "", "养老院院长", ("厨师", "配餐员"), "保证老人的饮食安全和营养"),
            "做好一日三餐的供应",
            ("制定每周食谱", "验收食材并留样", "消毒餐具和厨具"),
            ("不合格食材的拒收权", "菜单的调整权"),
        ),
    ),
)
CHOICES: dict[str, tuple[str, ...]] = {
    "up": (
        "在{0}领导下工作",
        "在{0}的直接领导下开展工作",
        "对{0}负责",
        "向{0}汇报",
        "向{0}汇报工作",
        "对{0}负责并汇报工作",
        "由{0}直接领导",
        "由{0}领导",
        "由{0}管理",
        "由{0}分管",
        "受{0}领导",
        "受{0}直接管理",
        "接受{0}领导",
        "接受{0}的领导和考核",
        "归{0}管理",
        "归{0}领导",
        "归口{0}管理",
        "直属{0}领导",
        "隶属{0}管理",
        "上级是{0}",
        "直接上级为{0}",
        "上级领导是{0}",
        "直接向{0}负责",
        "服从{0}的管理",
        "直接受{0}领导",
    ),
    "down": (
        "直接管理{0}",
        "下辖{0}",
        "下辖{0}{1}个岗位",
        "下设{0}",
        "手下有{0}",
        "手下管着{0}",
        "管着{0}",
        "管着{0}{1}个岗位",
        "带着{0}",
        "带领{0}",
        "领导{0}",
        "管理{0}{1}个岗位",
        "分管{0}",
        "下属有{0}",
        "下属为{0}",
        "下级有{0}",
        "下级岗位有{0}",
        "直接下级为{0}",
        "直接下级是{0}",
        "负责管理{0}",
        "具体管理{0}",
        "直接领导{0}等{1}个岗位",
        "下面有{0}",
        "直管{0}",
    ),
    "passive": (
        "{0}由{1}直接领导",
        "{0}都由{1}直接领导",
        "{0}归{1}管理",
        "{0}均由{1}管理",
        "{0}对{1}负责",
        "{0}均向{1}汇报",
        "{0}在{1}领导下工作",
        "{0}{2}个岗位归{1}直接管理",
        "{0}受{1}领导",
        "{0}接受{1}管理",
        "{0}都是{1}的下属",
    ),
    "count": (
        "设{0}名",
        "设{0}人",
        "编制{0}人",
        "定员{0}名",
        "{0}人",
        "共{0}人",
        "编制为{0}人",
        "设岗{0}人",
        "配{0}人",
    ),
    "place": (
        "公司设{1}{0}名",
        "本部设{1}{0}人",
        "本岗位编制{0}人",
        "本岗位{0}人",
        "本岗位定员{0}名",
        "{1}编制为{0}人",
    ),
    "none": (
        "没有下级",
        "不设下级",
        "无下属",
        "没有下属",
        "无直接下级",
        "不带下属",
        "无下级岗位",
        "没有直接下级",
        "没有下属岗位",
    ),
    "head": ("chinese", "markdown", "bracket", "article", "bare", "run in"),
    "label": ("{1}", "{1}", "{0}{1}", "{0}的{1}", "本岗位{1}", "本岗位的{1}"),
    "list": ("lines", "lines", "inline", "brackets", "ones"),
    "under": ("", "", "label", "heading", "position"),
}
_LABELS = (("岗位职责", "岗位权限"), ("工作职责", "工作权限"), ("主要职责", "主要权限"), ("职责", "权限"))
_COUNT = "一二三四五六七八九十"
_DIGITS = ("1", "2", "一", "两", "1 ")


class Paper:
    """The choices of a seed, and the text that they make; what each post's paragraph says, by its name."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self.head, self.under, self.label = self._of("head"), self._of("under"), self._of("label")
        self.list = self._of("list")
        self._labels = self._draw.choice(_LABELS)
        self.posts = self._draw.choice(UNITS)
        self.wanted: dict[str, dict[str, object]] = {}
        self.text = "\n".join(self._lines())

    def _of(self, part: str) -> str:
        return self._draw.choice(CHOICES[part])

    def _lines(self) -> Iterator[str]:
        title = "岗位职责手册"
        yield f"# {title}" if self.head == "markdown" else title
        yield ""
        for at, post in enumerate(self.posts):
            about = list(self._about(post))
            if self.head == "run in":
                yield f"【{post.name}】{about.pop(0)}"
            else:
                yield self._heading(post.name, at)
            yield from about
            for label, items in zip(self._labels, (post.duties, post.rights), strict=True):
                yield from self._list_of(self._part(self.label.format(post.name, label), 1), items)
            yield ""

    def _list_of(self, label: str, items: tuple[str, ...]) -> Iterator[str]:
        """A label with its items, on lines of their own or on one line."""
        form = {"lines": "{n}.{item}", "brackets": "（{n}）{item}", "ones": "{c}是{item}"}.get(self.list)
        each = [
            (form or "{n}、{item}").format(n=n, c=_COUNT[n - 1], item=item)
            for n, item in enumerate(items, start=1)
        ]
        if self.list == "lines":
            yield label
            yield from (f"{item}{self._end()}" for item in each)
        elif label.endswith("："):
            yield label + "；".join(each) + "。"
        else:
            yield label
            yield "；".join(each) + "。"

    def _end(self) -> str:
        return "" if self.head == "markdown" else "。"

    def _heading(self, name: str, at: int) -> str:
        return {
            "chinese": f"{_COUNT[at]}、{name}",
            "markdown": f"## {name}",
            "bracket": f"【{name}】",
            "article": f"第{_COUNT[at]}节　{name}",
            "bare": name,
        }[self.head]

    def _part(self, label: str, n: int) -> str:
        return {"markdown": f"### {label}", "chinese": f"（{_COUNT[n]}）{label}"}.get(self.head, f"{label}：")

    def _about(self, post: Placed) -> Iterator[str]:
        text = self._paragraph(post)
        match self.under:
            case "label":
                yield f"岗位概述：{text}"
            case "heading":
                yield self._part("岗位说明", 0)
                yield text
            case "position":
                yield self._part("岗位定位", 0)
                yield text
            case _:
                yield text

    def _paragraph(self, post: Placed) -> str:
        draw, n = self._draw, self._draw.choice(_DIGITS)
        want = self.wanted[post.name] = {"superior": [post.superior], "below": sorted(post.below)}
        parts, passive = self._parts(post, want)
        draw.shuffle(parts)
        counted = draw.choice(("first", "own", "in", ""))
        if counted == "in":
            parts.insert(draw.randrange(1, len(parts) + 1), f"编制{n}人")
        first = self._of("count").format(n) if counted == "first" else ""
        own = self._of("place").format(n, post.name) if counted == "own" else ""
        want["counted"] = bool(counted)
        text = self._who(post, want) + (f"{first}，" if first else "") + parts[0]
        for part in parts[1:]:
            mark = draw.choice("，，，；。")
            subject = draw.choice(("", post.name, "本岗位")) if mark == "。" else ""
            text += f"{mark}{subject}{part}"
        return draw.choice("。。；").join([text, *(s for s in (passive, own) if s)]) + "。"

    def _parts(self, post: Placed, want: dict[str, object]) -> tuple[list[str], str]:
        """The predicates of the post, and a sentence about those below it."""
        draw, names = self._draw, self._list(post.below)
        number = _COUNT[len(post.below) - 1].replace("二", "两")
        how = draw.choice(("down", "down", "down", "passive", "leading", "none"))
        parts, purpose = [self._of("up").format(post.superior)], post.purpose
        if how == "leading":
            purpose = draw.choice(("带领{0}{1}", "组织{0}{1}", "负责带领{0}{1}")).format(names, post.leading)
        passive = self._of("passive").format(names, post.name, number) if how == "passive" else ""
        if how == "none" and post is not self.posts[0]:
            parts.append(self._of("none"))
            want["below"] = []
        elif how in ("down", "none") or purpose.startswith(f"组织{names}"):
            parts.append(self._of("down").format(names, number))
        if draw.random() < 0.8 or how == "leading":
            want["purpose"] = bare(purpose)
            parts.append(purpose)
        return parts, passive

    def _who(self, post: Placed, want: dict[str, object]) -> str:
        short = bool(post.short) and self._draw.random() < 0.3
        want["short"] = [post.short] if short else []
        called = self._draw.choice(("（简称{0}）", "（以下简称“{0}”）", "（又称{0}）")).format(post.short)
        return post.name + (called if short else "")

    def _list(self, names: tuple[str, ...]) -> str:
        joint = self._draw.choice("、、和与")
        return "、".join(names[:-1]) + joint + names[-1]


def _without_subject(text: str, name: str) -> str:
    """A summary that is all of a sentence without the post that is its subject."""
    return re.sub(rf"^{re.escape(name)}(?:（[^）]*）)?(?!是|为)", "", text)


def faults(paper: Paper) -> list[str]:
    """What is read otherwise than it is written, a line each."""
    read = read_markdown if paper.head == "markdown" else read_plain
    organization = Organization([read_roles(read("手册.txt", paper.text))])
    names = sorted(name for name, role in organization.roles.items() if role.described)
    found = [f"posts {names}"] if names != sorted(post.name for post in paper.posts) else []
    for post in paper.posts:
        role = organization.roles.get(post.name)
        if role is None:
            continue
        below = [link.subordinate for link in organization.subordinates(role.name)]
        own = {
            "superior": [link.superior for link in organization.superiors(role.name)],
            "below": sorted(below),
            "purpose": bare(_without_subject(role.text(Field.SUMMARY) or "", post.name)),
            "counted": bool(role.text(Field.HEADCOUNT)),
            "short": [alias for alias in role.aliases if alias == post.short],
            "duties": [bare(passage.text) for duty in role.duties for passage in duty.passages()],
            "rights": [bare(item.text) for listing in role.authorities for item in listing.items],
        }
        want = {
            **{"purpose": ""},
            **paper.wanted[post.name],
            "duties": list(map(bare, post.duties)),
            "rights": list(map(bare, post.rights)),
        }
        found += [
            f"{post.name} {what}: {own[what]} for {want[what]}" for what in own if own[what] != want[what]
        ]
    return found
