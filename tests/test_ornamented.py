"""Posts behind ornaments and pictures, whatever they are called."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field

_TEXT = """清凉寺执事职责

◎监院（寺务处，1人）
由住持领导。领导知客、维那。
职责：
①总理日常事务。
②审批5万元以内的支出。

◎知客（2人）
由监院领导。
职责：
①接待居士。

◎维那
由监院领导。
职责：
①领众课诵。
"""


def test_posts_behind_an_ornament() -> None:
    reading = read_roles(read_plain("a.txt", _TEXT))
    told = [
        (r.name, r.superiors, r.department, r.text(Field.HEADCOUNT), [d.title.text for d in r.duties])
        for r in reading.roles
    ]
    assert told == [
        ("监院", (), "寺务处", "1人", ["总理日常事务", "审批5万元以内的支出"]),
        ("知客", ("监院",), "", "2人", ["接待居士"]),
        ("维那", ("监院",), "", None, ["领众课诵"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        _TEXT.replace("◎监院（寺务处，1人）", "◎财务部")
        .replace("◎知客（2人）", "◎工程部")
        .replace("◎维那", "◎行政部"),
        _TEXT.replace("①", "◎").replace("②", "◎"),  # the ornament stands before duties too
        _TEXT.replace("职责：", "地点："),
    ],
)
def test_other_lines_behind_an_ornament(text: str) -> None:
    names = {role.name for role in read_roles(read_plain("a.txt", text)).roles if role.duties}
    assert names.isdisjoint({"财务部", "工程部", "行政部", "监院", "知客"} if "◎财务部" in text else {"知客"})


_CARDS = """# 🗂 岗位卡片

## 👤 社区经理

部门：增长部 · 汇报给：增长总监 · 带人：社群专员、内容编辑 · HC：1

**✅ 要做的事**

- 制定活动日历
- 审核外部文案

**🔑 可以自己定**

- 单场活动预算5000元以内

## 👤 社群专员

部门：增长部 · 汇报给：社区经理 · 带人：无 · HC：4

**✅ 要做的事**

- 维护用户群
"""


def test_pictures_and_middle_dots() -> None:
    manager, specialist = read_roles(read_markdown("a.md", _CARDS)).roles
    assert (manager.name, manager.department, manager.superiors) == ("社区经理", "增长部", ("增长总监",))
    assert (manager.subordinates, manager.text(Field.HEADCOUNT)) == (("社群专员", "内容编辑"), "1")
    assert [d.title.text for d in manager.duties] == ["制定活动日历", "审核外部文案"]
    assert [i.text for i in manager.authorities[0].items] == ["单场活动预算5000元以内"]
    assert (specialist.name, specialist.superiors) == ("社群专员", ("社区经理",))
    assert Field.SUBORDINATES in specialist.none
    assert manager.named.quote in "👤 社区经理"


_MEMO = """关于明确岗位分工的通知

一、综合部
1．张敏（行政主管）：负责采购；组织公司会议；审核食堂费用。向综合部部长汇报，直接管理行政专员。
2．李晓燕（人事主管）：办理社保；编制考勤表；组织培训。向综合部部长汇报。
二、财务部
1．周洁（出纳）：办理收付；登记日记账；保管印鉴。向财务部部长汇报。

    本通知自2024年4月1日起执行。
"""


def test_persons_with_their_posts() -> None:
    roles = read_roles(read_plain("a.txt", _MEMO)).roles
    told = [(r.name, r.aliases, r.department, r.superiors, len(r.duties)) for r in roles]
    assert told == [
        ("行政主管", (), "综合部", ("综合部部长",), 3),
        ("人事主管", (), "综合部", ("综合部部长",), 3),
        ("出纳", (), "财务部", ("财务部部长",), 3),
    ]
    assert roles[0].subordinates == ("行政专员",)


def test_numbers_of_headings_that_only_a_blank_parts() -> None:
    text = "# 手册\n\n## 1 设计部\n\n### 1.1 设计总监\n\n直接上级：总经理\n\n职责：\n\n- 审定方案\n- 评图\n"
    (role,) = read_roles(read_markdown("a.md", text)).roles
    assert (role.name, role.department) == ("设计总监", "设计部")


def test_what_stands_behind_a_table_is_no_more_of_its_last_cell() -> None:
    form = "| 汇报 | 校长 |\n|---|---|\n| 职责 | 1、接待<br>2、登记 |\n\n"
    text = f"# 校区岗位说明\n\n由人事创建\n\n## 前台文员\n\n{form}"
    for behind, duties in (("3 个赞，评论0", 2), ("3、保管教具", 3)):
        reading = read_roles(read_markdown("a.md", text + behind))
        assert [(r.name, len(r.duties)) for r in reading.roles] == [("前台文员", duties)]


_LINES = """牧场分工说明

牧场场长：隶属生产部，编制1人，直接上级是总经理，直接下级是挤奶组长。主要负责三件事：（1）制定计划；（2）签批采购申请；（3）组织防疫。

挤奶组长：隶属生产部，编制3人，直接上级是牧场场长，没有下级。主要负责两件事：（1）安排挤奶；（2）检查奶温。
"""


def test_what_stands_before_a_list_in_one_line_is_no_duty() -> None:
    head, lead = read_roles(read_plain("a.txt", _LINES)).roles
    assert (head.superiors, head.subordinates, head.department) == (("总经理",), ("挤奶组长",), "生产部")
    assert [d.title.text for d in head.duties] == ["制定计划", "签批采购申请", "组织防疫"]
    assert (lead.superiors, lead.text(Field.HEADCOUNT)) == (("牧场场长",), "3人")
    assert [d.title.text for d in lead.duties] == ["安排挤奶", "检查奶温"]


def test_labels_of_its_own() -> None:
    rights = "其权限是：改签的决定权；补票的减免权。\n"
    text = f"检票组长岗位职责\n其职责是：\n（一）组织检票；\n（二）处理纠纷。\n{rights}"
    (role,) = read_roles(read_plain("a.txt", text)).roles
    assert [d.title.text for d in role.duties] == ["组织检票", "处理纠纷"]
    assert [i.text for i in role.authorities[0].items] == ["改签的决定权", "补票的减免权"]


def test_a_table_of_what_posts_may_decide_is_no_matrix() -> None:
    text = (
        "# 岗位与权限\n\n## 岗位一览\n\n| 岗位 | 汇报 | 职责 |\n|---|---|---|\n"
        "| 后端组长 | 技术总监 | 拆分任务 |\n"
        "| 产品经理 | 产品总监 | 写需求 |\n\n## 授权\n\n| 岗位 | 可以自行决定 |\n|---|---|\n"
        "| 后端组长 | 组内调休的审批<br>紧急上线的决定 |\n| 产品经理 | 需求优先级的调整 |\n"
    )
    reading = read_roles(read_markdown("a.md", text))
    assert not reading.approvals
    rights = {r.name: [i.text for a in r.authorities for i in a.items] for r in reading.roles}
    assert rights["产品经理"] == ["需求优先级的调整"]
