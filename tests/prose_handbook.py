"""Handbooks in running prose: articles and paragraphs about posts, drawn by a seed.

Headings, sentences about place, number and staff, the words above duties, how these are counted, sentences
that grant or deny rights, partners and the rules of a chapter at the end are drawn each by itself.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.text import bare

_COUNT = "一二三四五六七八九十"


@dataclass(frozen=True)
class Told:
    """A post as a handbook tells of it; `matters`: what it decides up to an amount, `mays`: what else."""

    name: str
    short: str
    superior: str
    staff: tuple[tuple[str, str], ...]
    purpose: str
    duties: tuple[str, ...]
    matters: tuple[tuple[str, str], ...]
    mays: tuple[str, ...]
    never: str
    inside: tuple[str, ...]
    outside: tuple[str, ...]


UNITS: tuple[tuple[Told, ...], ...] = (
    (
        Told(
            *("港务部经理", "", "副总经理", (("调度员", "三"), ("理货员", "六")), "主持码头的装卸和堆存工作"),
            ("编制月度靠泊计划", "安排门机和拖车的作业", "每周检查一次缆桩和护舷", "处理货损货差的索赔"),
            (("堆存费减免", "两千元"), ("劳务队加班费", "五千元")),
            ("拒绝单证不全的货物进港", "调配各班的装卸机械"),
            "减免港口建设费",
            ("财务部", "机修车间"),
            ("海事处", "船舶代理公司"),
        ),
        Told(
            *("机修车间主任", "车间主任", "副总经理", (("钳工", "四"), ("电工", "二")), "保证港机设备完好"),
            ("编制设备的大修计划", "组织门机的日常保养", "登记备件的领用"),
            (("备件采购", "三千元"),),
            ("责令带病运转的设备停机",),
            "出借港机设备",
            ("港务部",),
            ("特种设备检验所", "门机厂家"),
        ),
    ),
    (
        Told(
            *(
                "林场场长",
                "",
                "林业局局长",
                (("护林员", "八"), ("苗圃技术员", "二")),
                "全面负责林场的造林和管护",
            ),
            ("拟定年度造林方案", "组织春季植树和抚育间伐", "带班巡查防火隔离带", "督办林权纠纷的调解"),
            (("间伐材销售", "一万元"), ("防火物资采购", "八千元")),
            ("制止违规的野外用火", "调动各管护站的人员"),
            "变更林地用途",
            ("财务股", "资源股"),
            ("森林公安", "周边村委会"),
        ),
        Told(
            *("苗圃主管", "", "林场场长", (("育苗工", "五"), ("喷灌工", "二")), "培育造林所需的苗木"),
            ("采集和检验种子", "编排苗木的出圃计划", "记录苗床的温度和湿度"),
            (("农药化肥采购", "一千元"),),
            ("停用不合格的种子",),
            "对外赠送苗木",
            ("资源股",),
            ("种苗站", "供种单位"),
        ),
    ),
)
CHOICES: dict[str, tuple[str, ...]] = {
    "head": ("article", "chinese", "bracket", "plain", "chapter"),
    "place": ("below", "answers", "led", "reports", "staffed"),
    "number": ("none", "set", "fixed"),
    "staff": ("manages", "led", "counted", "below", "leads"),
    "lead": (
        "{who}的主要职责是：",
        "{who}的职责包括：",
        "{who}履行下列职责：",
        "其主要职责为：",
        "{who}应当做好以下工作：",
        "{who}要做的工作有：",
        "{who}的工作任务如下：",
        "{who}的主要职责：",
    ),
    "list": ("semicolons", "sentences", "ones", "brackets", "lines"),
    "order": ("drp", "rdp", "dpr"),
    "matter": ("by", "may", "own"),
    "may": ("may", "for"),
    "partners": ("sides", "all", "none"),
    "rules": ("none", "articles"),
}


class Handbook:
    """The choices of a seed, and the text that they make."""

    def __init__(self, seed: int) -> None:
        draw = random.Random(seed)
        self.chosen = {part: draw.choice(of) for part, of in CHOICES.items()}
        self.posts = draw.choice(UNITS)
        self._article = 1
        self.text = "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield "岗位职责与权限手册"
        yield "第一章　总则"
        yield "第一条　为明确各岗位的职责和权限，制定本手册。"
        yield "第二章　岗位职责"
        for at, post in enumerate(self.posts):
            yield from self._head(post, at)
            yield self._place(post)
            parts = {"d": self._duties(post), "r": [self._rights(post)], "p": self._partners(post)}
            for of in self.chosen["order"]:
                yield from parts[of]
        yield "第三章　审批规定" if self.chosen["rules"] == "articles" else "第三章　附则"
        if self.chosen["rules"] == "articles":
            yield self._next(
                f"招待费，一千元以下的，由{self.posts[0].name}审批；超过一千元的，由总经理审批。"
            )
            yield self._next(f"车辆外借，由{self.posts[1].name}批准。")
        yield self._next("本手册自印发之日起施行。")

    def _next(self, text: str) -> str:
        self._article += 1
        return f"第{_COUNT[self._article - 1]}条　{text}"

    def _head(self, post: Told, at: int) -> Iterator[str]:
        match self.chosen["head"]:
            case "article":
                yield self._next(post.name)
            case "chinese":
                yield f"{_COUNT[at]}、{post.name}"
            case "bracket":
                yield f"（{_COUNT[at]}）{post.name}"
            case "chapter":
                yield f"第{_COUNT[at]}节　{post.name}"
            case _:
                yield ""
                yield post.name

    def _place(self, post: Told) -> str:
        who = f"{post.name}（以下简称{post.short}）" if post.short else post.name
        text = {
            "below": f"{who}在{post.superior}领导下，{post.purpose}",
            "answers": f"{who}对{post.superior}负责，{post.purpose}",
            "led": f"{who}由{post.superior}领导，{post.purpose}",
            "reports": f"{who}{post.purpose}，向{post.superior}汇报工作",
            "staffed": f"公司设{who}一人，在{post.superior}领导下开展工作，{post.purpose}",
        }[self.chosen["place"]]
        names = [name for name, _ in post.staff]
        leads = f"，带领{'和'.join(names)}" if self.chosen["staff"] == "leads" else ""
        number = {"none": "", "set": f"{post.name}设一人。", "fixed": "定员一人。"}[self.chosen["number"]]
        number = "" if self.chosen["place"] == "staffed" else number
        counted = "、".join(f"{name}{count}人" for name, count in post.staff)
        staff = {
            "leads": "",
            "manages": f"{post.name}直接管理{'、'.join(names)}。",
            "led": f"{'、'.join(names)}由{post.name}领导。",
            "counted": f"部内设{counted}，均归{post.name}管理。",
            "below": f"{'和'.join(names)}在{post.name}领导下工作。",
        }[self.chosen["staff"]]
        return f"{text}{leads}。{number}{staff}"

    def _duties(self, post: Told) -> list[str]:
        lead = self.chosen["lead"].format(who=post.short or post.name)
        match self.chosen["list"]:
            case "sentences":
                return [lead + "".join(f"{duty}。" for duty in post.duties)]
            case "ones":
                return [
                    lead + "；".join(f"{n}是{d}" for n, d in zip(_COUNT, post.duties, strict=False)) + "。"
                ]
            case "brackets":
                return [lead + "；".join(f"（{n}）{d}" for n, d in enumerate(post.duties, start=1)) + "。"]
            case "lines":
                return [lead, *(f"（{n}）{d}；" for n, d in zip(_COUNT, post.duties, strict=False))]
        return [lead + "；".join(post.duties) + "。"]

    def rights(self, post: Told) -> list[str]:
        """The sentences about what a post may decide."""
        who, up = post.short or post.name, post.superior
        matter = {
            "by": "单笔{1}以内的{0}由{2}审批，超过{1}的报{3}审批",
            "may": "{0}单笔不超过{1}的，{2}可以自行决定，超过{1}的须经{3}批准",
            "own": "在{1}的限额内，{2}有权批准{0}",
        }[self.chosen["matter"]]
        may = {"may": "{0}有权{1}", "for": "必要时，{0}可以{1}"}[self.chosen["may"]]
        return [
            *(matter.format(what, limit, who, up) for what, limit in post.matters),
            *(may.format(who, what) for what in post.mays),
            f"{who}无权{post.never}",
        ]

    def _rights(self, post: Told) -> str:
        return "".join(f"{right}。" for right in self.rights(post))

    def _partners(self, post: Told) -> list[str]:
        who, inside, outside = post.short or post.name, "、".join(post.inside), "和".join(post.outside)
        match self.chosen["partners"]:
            case "sides":
                return [f"{who}对外应当与{outside}保持联系，对内应当与{inside}做好衔接。"]
            case "all":
                return [f"{who}须与{inside}、{outside}保持联系。"]
        return []


def faults(handbook: Handbook) -> list[str]:
    """What is read otherwise than it is written, a line each."""
    organization = Organization([read_roles(read_plain("手册.txt", handbook.text))])
    names = sorted(name for name, role in organization.roles.items() if role.described)
    found = [f"posts {names}"] if names != sorted(post.name for post in handbook.posts) else []
    for post in handbook.posts:
        role = organization.roles.get(post.name)
        own, right = _said(organization, role) if role else {}, _wanted(handbook, post)
        found += [f"{post.name} {what}: {own.get(what)}" for what in right if own.get(what) != right[what]]
    told = sorted((a.matter, a.condition, a.steps[-1].who) for a in organization.approvals)
    return found + ([f"rules {told}"] if told != _rules(handbook) else [])


def _rules(handbook: Handbook) -> list[tuple[str, str, str]]:
    if handbook.chosen["rules"] == "none":
        return []
    first, second = handbook.posts
    return sorted(
        [
            ("招待费", "一千元以下", first.name),
            ("招待费", "超过一千元", "总经理"),
            ("车辆外借", "", second.name),
        ]
    )


def _said(organization: Organization, role: Role) -> dict[str, object]:
    return {
        "superior": [link.superior for link in organization.superiors(role.name)],
        "subordinates": sorted(link.subordinate for link in organization.subordinates(role.name)),
        "counted": bool(role.text(Field.HEADCOUNT)),
        "summary": bare(role.text(Field.SUMMARY) or ""),
        "duties": [bare(passage.text) for duty in role.duties for passage in duty.passages()],
        "rights": sorted(bare(item.text) for listing in role.authorities for item in listing.items),
        "partners": sorted(bare(item.text) for listing in role.collaboration for item in listing.items),
        "short": [alias for alias in role.aliases if alias == "车间主任"],
    }


def _wanted(handbook: Handbook, post: Told) -> dict[str, object]:
    chosen = handbook.chosen
    below = [name for name, _ in post.staff]
    below += [other.name for other in handbook.posts if other.superior == post.name]
    partners = (*post.inside, *post.outside) if chosen["partners"] != "none" else ()
    return {
        "superior": [post.superior],
        "subordinates": sorted(below),
        "counted": chosen["number"] != "none" or chosen["place"] == "staffed",
        "summary": bare(post.purpose),
        "duties": list(map(bare, post.duties)),
        "rights": sorted(map(bare, handbook.rights(post))),
        "partners": sorted(map(bare, partners)),
        "short": [post.short] if post.short else [],
    }
