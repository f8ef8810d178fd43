"""Values are the very words of the document: no neighbour in them, no label, number or lead-in."""

from pathlib import Path
from typing import Any

import pytest

from bot.show import organization_object
from knowledge import Handbook

_DUTIES = "## 岗位职责\n1. 安排烘焙。\n2. 检查烤箱。\n3. 登记原料。\n"
_FORM = f"# 面包房主管岗位说明书\n- 岗位名称：面包房主管\n- 直接上级：店长\n{_DUTIES}"


def _read(folder: Path, text: str, name: str = "岗位.md") -> dict[str, Any]:
    (folder / name).write_text(text, encoding="utf-8")
    return organization_object(Handbook.load([folder]).organization)


def _role(folder: Path, text: str, name: str = "面包房主管", file: str = "岗位.md") -> dict[str, Any]:
    found: dict[str, Any] = next(r for r in _read(folder, text, file)["roles"] if r["name"] == name)
    return found


_PARTNERS = [
    ("面包房主管日常与采购部、门店及设备厂家保持工作联系。", ["采购部", "门店", "设备厂家"]),
    ("面包房主管须与配方师、仓管员协作。", ["配方师", "仓管员"]),
    ("主管与配送队、前厅领班和面粉供应商配合生产。", ["配送队", "前厅领班", "面粉供应商"]),
    ("该岗位经常与配送队、前厅领班联系。", ["配送队", "前厅领班"]),
    ("与城管部门、审计单位联系。", ["城管部门", "审计单位"]),
    ("与工商、城管等部门联系。", ["工商", "城管"]),
    ("采购部：原料到货、退货；仓库：盘点。", ["采购部：原料到货、退货", "仓库：盘点"]),
    ("采购部：原料到货；次品退回；仓库：盘点", ["采购部：原料到货；次品退回", "仓库：盘点"]),
    (
        "与配方师核对投料单，与仓管员办理面粉领用、退还，与前厅领班约定每天第一炉和最后一炉的出炉时间",
        ["与配方师核对投料单", "与仓管员办理面粉领用、退还", "与前厅领班约定每天第一炉和最后一炉的出炉时间"],
    ),
    ("与仓管员办理面粉领用、退还。", ["与仓管员办理面粉领用、退还"]),
    ("各门店；市场监管、消防等主管机关", ["各门店", "市场监管、消防等主管机关"]),
    ("采购部、门店（含街边店、校园店）、仓库", ["采购部", "门店（含街边店、校园店）", "仓库"]),
]


@pytest.mark.parametrize(("said", "partners"), _PARTNERS, ids=[said[:16] for said, _ in _PARTNERS])
def test_partners(tmp_path: Path, said: str, partners: list[str]) -> None:
    role = _role(tmp_path, f"{_FORM}## 工作联系\n{said}\n")
    assert [item for items in role["collaboration"].values() for item in items] == partners


_SIDES = [
    (
        "- 店内：收银员、理货员\n- 店外：面粉厂、物业\n",
        {"店内": ["收银员", "理货员"], "店外": ["面粉厂", "物业"]},
    ),
    (
        "1. 厂内：收银员、理货员\n2. 厂外：面粉厂、物业\n",
        {"厂内": ["收银员", "理货员"], "厂外": ["面粉厂", "物业"]},
    ),
    ("院内：收银员\n院外：面粉厂、物业\n", {"院内": ["收银员"], "院外": ["面粉厂", "物业"]}),
    ("- 横向：收银员、理货员\n- 对外：面粉厂\n", {"横向": ["收银员", "理货员"], "外部": ["面粉厂"]}),
    ("- 收银员：换零钱\n- 理货员：补货\n", {"工作联系": ["收银员：换零钱", "理货员：补货"]}),
]


@pytest.mark.parametrize(("said", "kinds"), _SIDES, ids=[said[:8] for said, _ in _SIDES])
def test_sides_of_partners(tmp_path: Path, said: str, kinds: dict[str, list[str]]) -> None:
    assert _role(tmp_path, f"{_FORM}## 工作联系\n{said}")["collaboration"] == kinds


_RIGHTS = [
    ("1、派工权。\n2、排班权。\n3、学徒的考核权。\n", {"权限": ["派工权", "排班权", "学徒的考核权"]}),
    ("- 派工权\n- 学徒考核权\n", {"权限": ["派工权", "学徒考核权"]}),
    ("- 质量权：次品的报废权；烤箱的停用权\n- 人事权：学徒的排班权；学徒的考核权\n",
     {"质量权": ["次品的报废权", "烤箱的停用权"], "人事权": ["学徒的排班权", "学徒的考核权"]}),
    ("有权停用有故障的烤箱；对学徒的排班有决定权；三百元以内的顾客补偿有权当场决定。\n",
     {"权限": ["有权停用有故障的烤箱", "对学徒的排班有决定权", "三百元以内的顾客补偿有权当场决定"]}),
    ("打折八折以内的由主管决定，超过的报店长批准。报价单由主管审批。否决不合格原料的采购。\n",
     {"权限": ["打折八折以内的由主管决定，超过的报店长批准", "报价单由主管审批", "否决不合格原料的采购"]}),
    ("面包房主管有权停用烤箱，并有权调换学徒的班次。\n",
     {"权限": ["面包房主管有权停用烤箱", "有权调换学徒的班次"]}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "rights"), _RIGHTS, ids=[said[:12] for said, _ in _RIGHTS])
def test_rights(tmp_path: Path, said: str, rights: dict[str, list[str]]) -> None:
    assert _role(tmp_path, f"{_FORM}## 权限\n{said}")["authorities"] == rights


_PLACE = "面包房主管隶属生产部，对店长负责，编制二人，领导学徒。\n"
_TOLD = [
    (
        "面包房主管负责安排每日烘焙，检查烤箱和醒发箱，在早市前核对各门店的订单，登记原料的领用，并于每周末提交损耗报告。",
        [
            "安排每日烘焙",
            "检查烤箱和醒发箱",
            "在早市前核对各门店的订单",
            "登记原料的领用",
            "于每周末提交损耗报告",
        ],
    ),
    (
        "主管负责面包的试味和定型，安排每日烘焙，检查烤箱。",
        ["负责面包的试味和定型", "安排每日烘焙", "检查烤箱"],
    ),
    ("面包房主管安排每日烘焙，检查烤箱，保证早市供应。", ["面包房主管安排每日烘焙，检查烤箱，保证早市供应"]),
    (
        "日常工作主要有三项。一是安排每日烘焙；二是检查烤箱；三是登记原料。",
        ["安排每日烘焙", "检查烤箱", "登记原料"],
    ),
    (
        "面包房主管应当做好以下工作：安排每日烘焙，检查烤箱，每天报送产量。登记原料的领用。培训新来的学徒。",
        ["安排每日烘焙，检查烤箱，每天报送产量", "登记原料的领用", "培训新来的学徒"],
    ),
]


@pytest.mark.parametrize(("said", "duties"), _TOLD, ids=[said[:16] for said, _ in _TOLD])
def test_duties_told_in_sentences(tmp_path: Path, said: str, duties: list[str]) -> None:
    text = f"# 点心坊岗位职责\n## 面包房主管\n{_PLACE}\n{said}\n\n面包房主管有权停用有故障的烤箱。\n"
    assert [duty["title"] for duty in _role(tmp_path, text)["duties"]] == duties


def test_titles_of_duties_without_their_count(tmp_path: Path) -> None:
    text = (
        "# 裱花师\n- 岗位名称：裱花师\n- 直接上级：店长\n## 职责与任务\n"
        "### 职责一：订单制作\n- 核对订单\n- 裱制蛋糕\n### 职责二：新品开发\n- 设计款式\n- 试制样品\n"
    )
    role = _role(tmp_path, text, "裱花师")
    assert [(duty["label"], duty["title"]) for duty in role["duties"]] == [
        ("职责一", "订单制作"),
        ("职责二", "新品开发"),
    ]


_SUMMARIES = [
    ("面包房主管统管烘焙和裱花，让每一炉面包按时出炉。", "面包房主管统管烘焙和裱花，让每一炉面包按时出炉"),
    ("面包房主管（原称面点领班）对面包的品质负责。", "面包房主管（原称面点领班）对面包的品质负责"),
    ("面包房主管对店长负责，统管烘焙和裱花。", "统管烘焙和裱花"),
    ("面包房主管在店长领导下统管烘焙和裱花。", "统管烘焙和裱花"),
]


@pytest.mark.parametrize(("said", "summary"), _SUMMARIES, ids=[said[:16] for said, _ in _SUMMARIES])
def test_summary_keeps_its_subject_where_nothing_is_left_out(tmp_path: Path, said: str, summary: str) -> None:
    text = f"# 面包房主管岗位职责\n## 岗位概述\n{said}\n{_DUTIES}"
    assert _role(tmp_path, text)["summary"] == summary


def test_where_a_post_stands_is_not_what_it_is_for(tmp_path: Path) -> None:
    posts = ("面包房主管", "裱花主管", "前厅领班")
    text = "".join(
        f"{'一二三'[n]}、{post}\n（一）岗位关系\n{post}设1人，直接上级为店长，下设学徒。\n（二）岗位概述\n管好{post[:2]}这一摊，让顾客满意。\n"
        "（三）岗位职责\n1.安排班次；\n2.检查设备；\n3.登记用料。\n"
        for n, post in enumerate(posts)
    )
    shown = _read(tmp_path, text, "汇编.txt")
    assert [(r["name"], r["summary"], r["superior"], r["headcount"]) for r in shown["roles"]] == [
        (post, f"管好{post[:2]}这一摊，让顾客满意", "店长", "1人") for post in posts
    ]
    assert shown["unplaced"] == []


def test_the_number_of_each_place(tmp_path: Path) -> None:
    text = (
        "# 点心坊岗位职责\n## 店长\n每家分店设店长一名。店长对总经理负责，管理店员。\n"
        "店长的职责：安排班次；检查卫生；登记用料。\n"
    )
    role = _role(tmp_path, text, "店长")
    assert (role["headcount"], role["headcount_of"]) == ("一名", "每家分店")


def test_a_value_that_says_none_is_no_item(tmp_path: Path) -> None:
    role = _role(tmp_path, f"{_FORM}## 工作联系\n- 内部：仓库\n- 外部：无\n")
    assert role["collaboration"] == {"内部": ["仓库"], "外部": []}


def test_the_foot_of_a_page_ends_nothing(tmp_path: Path) -> None:
    text = (
        "某食品厂岗位手册\n第一章  岗位设置\n面包房主管\n"
        "面包房主管隶属生产部，编制一人，对厂长负责，领导学徒。管好烘焙。\n"
        "主要职责：安排烘焙；检查烤箱；登记原料。\n面包房主管有权停用有故障的烤箱；有权调换学徒的班次。\n"
        "某食品厂岗位手册        - 12 -\n裱花主管\n"
        "裱花主管隶属生产部，编制一人，对厂长负责，领导学徒。管好裱花。\n"
        "主要职责：安排裱花；检查冷柜；登记奶油。\n裱花主管有权退回不新鲜的奶油；有权调换学徒的班次。\n"
    )
    role = _role(tmp_path, text, file="手册.txt")
    assert [duty["title"] for duty in role["duties"]] == ["安排烘焙", "检查烤箱", "登记原料"]
    assert len(role["authorities"]["权限"]) == 2


def _flat(post: str, partners: str) -> str:
    return (
        f"松江食品厂岗位说明书{post}岗位说明书岗位名称{post}所在部门生产部直接上级厂长直接下级学徒岗位人员1岗位编号"
        f"职责概述:管好{post[:2]}主要职责与工作任务:职责一职责表述:安排生产工作任务1、编排班次2、检查设备"
        f"岗位工作权限:人事权 学徒的考核权业务权 设备的停用权"
        f"工作协作关系:内部协作关系采购部、包装车间外部协作关系{partners}"
    )


def test_the_name_before_each_title_of_flattened_forms(tmp_path: Path) -> None:
    forms = [("面包主管", "面粉厂、物业公司"), ("裱花主管", "奶油经销商"), ("仓储主管", "冷链车队")]
    rules = (
        "松江食品厂审批规定1、设备维修费用:1万元以内(含)的由厂长审批,1万元以上的由总经理审批。"
        "2、请假:1天以内的由厂长批准。"
    )
    shown = _read(tmp_path, "".join(_flat(*form) for form in forms) + rules, "说明书.txt")
    assert [role["collaboration"] for role in shown["roles"]] == [
        {"内部": ["采购部", "包装车间"], "外部": ["面粉厂", "物业公司"]},
        {"内部": ["采购部", "包装车间"], "外部": ["奶油经销商"]},
        {"内部": ["采购部", "包装车间"], "外部": ["冷链车队"]},
    ]
    assert {approval["matter"] for approval in shown["approvals"]} == {"设备维修费用", "请假"}
