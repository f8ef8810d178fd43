"""Chapters that are about no role: where they begin, which approvals they state, and what else."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.approval import Approval
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading

_ROLES = """一、店长岗位职责
1. 主持门店工作，对区域经理负责。

二、值班经理岗位职责
1. 对店长负责。

三、收银员岗位职责
1. 对值班经理负责。

"""


def _read(text: str) -> Reading:
    return read_roles(read_plain("手册", text))


def _brief(approval: Approval) -> tuple[str, str, str, str]:
    steps = "→".join(f"{step.who}{step.verb}" for step in approval.steps)
    return approval.matter, approval.condition, "、".join(approval.applies_to), steps


# ── where a chapter begins ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("chapter", "heading"),
    [
        ("四、通用规定\n1. 上班须着工装。", "通用规定"),
        ("四、考勤\n1. 上班须着工装。", "考勤"),
        ("四、定员\n上班须着工装。", "定员"),
        ("第四章 附则\n上班须着工装。", "附则"),
        ("着装守则\n1. 上班须着工装。", "着装守则"),
        ("四、着装：上班须着工装。", "着装"),
    ],
)
def test_a_chapter_closes_the_role_before_it(chapter: str, heading: str) -> None:
    reading = _read(_ROLES + chapter)
    assert [(role.name, len(role.duties)) for role in reading.roles] == [
        ("店长", 1),
        ("值班经理", 1),
        ("收银员", 1),
    ]
    assert [(p.kind, [i.text for i in p.items]) for p in reading.provisions] == [(heading, ["上班须着工装"])]
    assert reading.unplaced == ()


@pytest.mark.parametrize("line", ["2. 熟悉规章制度", "2. 权限管理", "2. 其他", "（1）考勤"])
def test_an_item_opens_no_chapter(line: str) -> None:
    reading = _read(f"{_ROLES}{line}\n3. 认真工作。")
    assert [role.name for role in reading.roles] == ["店长", "值班经理", "收银员"]
    assert reading.provisions == ()


def test_posts_as_bare_headings() -> None:
    text = (
        "一、总则\n1. 本手册适用于门店。\n二、店长\n1. 排班。\n2. 盘点。\n"
        "三、收银员\n1. 收银。\n四、附则\n1. 自发布起执行。"
    )
    reading = _read(text)
    assert [(role.name, len(role.duties)) for role in reading.roles] == [("店长", 2), ("收银员", 1)]
    assert [p.kind for p in reading.provisions] == ["总则", "附则"]


_FORMS = {
    "articles": "第一章 总则\n第一条 目的。\n第二章 岗位职责\n"
    "第二条 馆长\n（一）主持工作；\n（二）批准计划。\n"
    "第三条 编目员\n（一）编目；\n（二）上架。\n第三章 附则\n第四条 自发布起执行。\n",
    "parts": "第一部分 人员职责\n1.馆长\n馆长主持图书馆全面工作。\n"
    "1.1 主持工作。\n1.2 200元以内的费用的批准。\n"
    "2.编目员\n编目员对馆长负责。\n2.1 编目。\n2.2 上架。\n第二部分 考勤\n迟到三次扣发奖金。\n",
    "a department as the title": "长河市图书馆馆务中心岗位职责\n\n馆长\n对局长负责。\n"
    "岗位职责\n主持工作。\n批准计划。\n\n"
    "编目员\n对馆长负责。\n岗位职责\n编目。\n上架。\n",
    "brackets": "【馆长】\n上级：局长\n主要职责：\n1. 主持工作。\n2. 批准计划。\n\n"
    "【编目员】\n上级：馆长\n主要职责：\n1. 编目。\n2. 上架。\n",
    "departments": "永顺有限公司馆务部及编目部岗位职责\n\n"
    "一、馆务部\n\n（一）馆长\n上级：局长\n1、主持工作；\n2、批准计划。\n\n"
    "二、编目部\n\n（一）编目员\n上级：馆长\n1、编目；\n2、上架。\n",
    "ornaments": "★ 馆长\n岗位名称\n馆长\n工作内容\n1.主持工作\n2.批准计划\n\n"
    "★ 编目员\n岗位名称\n编目员\n工作内容\n1.编目\n2.上架\n",
}


@pytest.mark.parametrize("text", _FORMS.values(), ids=_FORMS)
def test_posts_in_chapters_and_forms(text: str) -> None:
    reading = _read(text)
    assert [(role.name, len(role.duties)) for role in reading.roles] == [("馆长", 2), ("编目员", 2)]
    assert not any(duty.tasks for role in reading.roles for duty in role.duties)


@pytest.mark.parametrize(
    ("below", "opens"),
    [
        ("上级：大堂经理", True),
        ("对大堂经理负责。", True),
        ("岗位编号：3", False),
        ("热情待客。", False),
        ("对客户满意度负责。", False),
    ],
)
def test_a_post_whose_last_word_is_not_known(below: str, opens: bool) -> None:
    reading = _read(f"大堂经理岗位职责\n1. 排班。\n\n迎宾\n{below}\n岗位职责\n1. 引座。\n")
    assert [role.name for role in reading.roles] == ["大堂经理", "迎宾"][: 1 + opens]


def test_posts_in_lines_and_a_chapter_below_them() -> None:
    text = (
        "各岗位主要工作\n店长：主持门店工作，安排值班。\n收银员：收取货款，登记现金日记账。\n"
        "审批事项：\n付款1万元以内，店长审批；1万元以上，店长审核，总经理审批。\n"
    )
    reading = _read(text)
    assert [(role.name, role.duties[0].title.text) for role in reading.roles] == [
        ("店长", "主持门店工作，安排值班"),
        ("收银员", "收取货款，登记现金日记账"),
    ]
    assert [_brief(approval)[1:] for approval in reading.approvals] == [
        ("1万元以内", "", "店长审批"),
        ("1万元以上", "", "店长审核→总经理审批"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "联系方式\n客服：010-12345678转2\n保安：010-12345678转3\n",
        "店长岗位职责\n店长：主持门店工作，安排值班。\n副店长：协助店长，盘点库存。\n",
        "会议纪要\n店长：主持门店工作，安排值班。\n",
    ],
)
def test_lines_that_open_no_post(text: str) -> None:
    assert [role.name for role in _read(text).roles if role.name != "店长"] == []


def test_a_chapter_beside_posts_in_bold() -> None:
    text = (
        "# 青禾有限公司 岗位手册\n\n**店长**\n\n上级：生产副总\n\n**岗位职责**\n\n- 排班\n\n"
        "## 审批规定\n\n1. 采购：2000元以内，店长审批；2000元以上，店长审核后报生产副总审批。\n"
    )
    reading = read_roles(read_markdown("手册", text))
    assert [(role.name, len(role.duties)) for role in reading.roles] == [("店长", 1)]
    assert [_brief(approval) for approval in reading.approvals] == [
        ("采购", "2000元以内", "", "店长审批"),
        ("采购", "2000元以上", "", "店长审核→生产副总审批"),
    ]


def test_half_days_and_a_case_of_the_same_matter() -> None:
    text = (
        "四、用车\n1. 请假半天以内，店长批准；半天以上2天以内，店长审核，区域经理批准。\n"
        "2. 用车由店长审批，出市用车，店长审核后报区域经理审批。\n"
    )
    found = [_brief(approval) for approval in _read(_ROLES + text).approvals]
    assert [(condition, steps) for _, condition, _, steps in found] == [
        ("半天以内", "店长批准"),
        ("半天以上2天以内", "店长审核→区域经理批准"),
        ("", "店长审批"),
        ("", "店长审核→区域经理审批"),
    ]


def test_posts_under_a_heading_for_duties() -> None:
    text = (
        "# 手册\n\n## 一、综合部职能\n\n- 管理印章\n\n## 二、岗位职责\n\n"
        "### （一）店长\n\n- 排班\n\n### （二）收银员\n\n- 收银\n"
    )
    reading = read_roles(read_markdown("手册", text))
    assert [role.name for role in reading.roles] == ["店长", "收银员"]
    assert [len(department.functions) for department in reading.departments] == [1]


def test_a_list_goes_on_behind_a_label_inside_it() -> None:
    text = (
        "店长岗位职责\n（一）排班。\n（二）权限：\n1. 排班的审批权。\n2. 打折的审批权。\n"
        "（三）完成其他工作。\n"
    )
    (role,) = _read(text).roles
    assert [duty.title.text for duty in role.duties] == ["排班", "完成其他工作"]
    assert [len(listing.items) for listing in role.authorities] == [2]


def test_a_labelled_item_ends_the_duties() -> None:
    text = (
        "店长岗位职责\n（一）排班。\n（二）权限：对收银员有考核权。\n"
        "（三）工作联系：对内与财务部、采购部联系；对外与物业联系。\n"
    )
    (role,) = _read(text).roles
    assert [i.text for listing in role.authorities for i in listing.items] == ["对收银员有考核权"]
    kinds = {listing.kind: [i.text for i in listing.items] for listing in role.collaboration}
    assert kinds == {"内部": ["财务部", "采购部"], "外部": ["物业"]}


# ── approvals ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("chapter", "tiers"),
    [
        (
            "1. 一线员工请假1天以内（含1天）的，由值班经理批准；"
            "1天以上3天以内的，经值班经理审核，由店长批准；3天以上的，经值班经理、店长审核，报区域经理审批。",
            [
                ("请假", "1天以内（含1天）", "一线员工", "值班经理批准"),
                ("请假", "1天以上3天以内", "一线员工", "值班经理审核→店长批准"),
                ("请假", "3天以上", "一线员工", "值班经理审核→店长审核→区域经理审批"),
            ],
        ),
        (
            "1. 收银员请假：1天以内由值班经理批准，1至3天由店长批准，3天以上报区域经理审批。",
            [
                ("请假", "1天以内", "收银员", "值班经理批准"),
                ("请假", "1至3天", "收银员", "店长批准"),
                ("请假", "3天以上", "收银员", "区域经理审批"),
            ],
        ),
        (
            "1. 店长和值班经理请假，一律报区域经理审批，并告知人事部。",
            [("请假", "", "店长、值班经理", "区域经理审批→人事部告知")],
        ),
        (
            "（一）费用报销\n1. 500元以下的由店长审批；500元以上的由区域经理审批。\n"
            "2. 招待费不分金额大小，报总经理审批。",
            [
                ("费用报销", "500元以下", "", "店长审批"),
                ("费用报销", "500元以上", "", "区域经理审批"),
                ("费用报销 招待费", "不分金额大小", "", "总经理审批"),
            ],
        ),
        (
            "物资采购按以下权限审批：\n1. 单笔1000元以内，店长审批；\n"
            "2. 1000元（不含）至5000元，店长审核后报区域经理审批。",
            [
                ("物资采购", "单笔1000元以内", "", "店长审批"),
                ("物资采购", "1000元（不含）至5000元", "", "店长审核→区域经理审批"),
            ],
        ),
        (
            "1. 值班经理可批准9折以上折扣，店长可批准8折以上折扣，低于8折的报区域经理批准。",
            [
                ("折扣", "9折以上", "", "值班经理批准"),
                ("折扣", "8折以上", "", "店长批准"),
                ("折扣", "低于8折", "", "区域经理批准"),
            ],
        ),
        (
            "1. 一般装修由店长批准；涉及承重结构的，会同工程部查看后，报区域经理批准。",
            [
                ("一般装修", "", "", "店长批准"),
                ("一般装修", "涉及承重结构的", "", "区域经理批准"),
            ],
        ),
        (
            "1. 商品报废由收银员提出，值班经理审核，店长批准，财务部备案。",
            [("商品报废", "", "", "值班经理审核→店长批准→财务部备案")],
        ),
        (
            "1. 夜间外出的，由值班经理与家长核实后批准。",
            [("夜间外出", "", "", "值班经理批准")],
        ),
        (
            "1. 员工借款经店长同意、财务部审核，总经理批准后支付。",
            [("借款", "", "员工", "店长同意→财务部审核→总经理批准")],
        ),
        (
            "1. 使用公章须填写申请单，经店长签字后由收银员办理；合同章由总经理批准。",
            [("使用公章", "", "", "店长签字"), ("合同章", "", "", "总经理批准")],
        ),
        (
            "1. 病假凭证明由店长批准，事假由区域经理批准。",
            [("病假凭证明", "", "", "店长批准"), ("事假", "", "", "区域经理批准")],
        ),
        (
            "1. 市内出差由店长批准，出省出差由区域经理批准。",
            [("市内出差", "", "", "店长批准"), ("出省出差", "", "", "区域经理批准")],
        ),
        (
            "1. 病假由店长批准，婚假由区域经理批准。",
            [("病假", "", "", "店长批准"), ("婚假", "", "", "区域经理批准")],
        ),
        (
            "1. 商品退货由收银员提出，报店长审核，再报区域经理批准。",
            [("商品退货", "", "", "店长审核→区域经理批准")],
        ),
        (
            "1. 费用支出。单笔1000元以内的，由店长审批；1000元以上的，由区域经理审批。",
            [
                ("费用支出", "单笔1000元以内", "", "店长审批"),
                ("费用支出", "1000元以上", "", "区域经理审批"),
            ],
        ),
        (
            "1. 休假。3天以内由店长批准；3天以上由区域经理批准，其中仓储部人员3天以上由总经理批准。",
            [
                ("休假", "3天以内", "", "店长批准"),
                ("休假", "3天以上", "", "区域经理批准"),
                ("休假", "3天以上", "仓储部人员", "总经理批准"),
            ],
        ),
        (
            "1. 门店装修由分管该区域的副总经理或区域经理批准。",
            [("门店装修", "", "", "副总经理批准→区域经理批准")],
        ),
        (
            "1. 调阅录像的，须经店长或区域经理批准。",
            [("调阅录像", "", "", "店长批准→区域经理批准")],
        ),
    ],
)
def test_tiers(chapter: str, tiers: list[tuple[str, str, str, str]]) -> None:
    approvals = _read(f"{_ROLES}四、其他规定\n{chapter}\n").approvals
    assert [_brief(approval) for approval in approvals] == tiers


@pytest.mark.parametrize(
    "line",
    [
        "报销款在审批完成后5个工作日内支付。",
        "审批权限表见附件。",
        "未按流程审批的，不予报销。",
        "经办人应在30日内提交报销单。",
        "每月累计不超过36小时。",
    ],
)
def test_no_approval(line: str) -> None:
    reading = _read(f"{_ROLES}四、报销制度\n1. {line}\n")
    assert reading.approvals == ()
    assert [i.text for p in reading.provisions for i in p.items] == [line.rstrip("。")]


# ── whom a rule applies to ───────────────────────────────────────────────────────────────────────────────

_RULES = """四、请假制度
1. 本制度所称一线员工，指收银员、理货员；主管人员，指值班经理和防损主管。
2. 一线员工请假由主管人员批准。
3. 店长请假报区域经理批准。
4. 员工请假须填写请假单，由人事部批准。
"""


def test_whom_a_rule_applies_to() -> None:
    organization = Organization([_read(_ROLES + _RULES)])
    fits = {
        asker: [organization.fit(approval.applies_to, asker) for approval in organization.approvals]
        for asker in ("收银员", "店长", "值班经理")
    }
    assert fits == {"收银员": [2, 0, 1], "店长": [0, 3, 1], "值班经理": [0, 0, 1]}


def test_a_step_of_a_group_is_the_asker_s_own_superior_in_it() -> None:
    organization = Organization([_read(_ROLES + _RULES)])
    assert organization.step_for("主管人员", "收银员") == "值班经理"
    assert organization.step_for("主管人员", "店长") == "主管人员"
    assert organization.grouping.members("一线员工") == ["收银员", "理货员"]
    assert [group.name for group in organization.grouping.of("值班经理")] == ["主管人员"]


# ── provisions as statements ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "holders"),
    [
        ("紧急采购所需在500元以内的，店长可先行采购，24小时内补办手续。", {"店长"}),
        ("本制度由公司品质部负责解释。", {"公司品质部"}),
        ("收银员接报后立即到场，并在10分钟内报告店长。", {"收银员"}),
        ("店长的意见应当书面记录。", {""}),
        ("上班须着工装。", {""}),
    ],
)
def test_a_provision_is_of_whoever_its_clauses_name(line: str, holders: set[str]) -> None:
    organization = Organization([_read(f"{_ROLES}四、其他规定\n1. {line}\n")])
    (statement,) = (s for s in organization.statements if s.owner == "其他规定")
    assert {right.holder for right in statement.rights} == holders
    assert statement.rule is (holders != {""})


def test_what_another_does_by_a_role_s_own_line_is_his() -> None:
    text = "店长岗位职责\n1. 门店卫生由保洁员负责。\n2. 排班表由店长编制。\n"
    organization = Organization([_read(text)])
    rules = [s for s in organization.statements if s.rule]
    assert [(s.passage.text, s.rights[0].holder) for s in rules] == [("门店卫生由保洁员负责", "保洁员")]
    own = [s.rights[0].holder for s in organization.statements if not s.rule]
    assert own == ["保洁员", None]


def test_the_first_chapter_right_below_the_title() -> None:
    text = (
        "财务审批制度\n\n一、差旅费报销流程\n申请人申请→店长审核→会计审核→总经理审批。\n\n"
        "二、用款申请\n5000元以下由店长审批。\n"
    )
    assert [_brief(approval) for approval in _read(text).approvals] == [
        ("差旅费报销", "", "", "店长审核→会计审核→总经理审批"),
        ("用款申请", "5000元以下", "", "店长审批"),
    ]


def test_a_sentence_below_a_few_counted_words_is_about_them() -> None:
    text = (
        "水务所管理制度\n\n一、岗位职责\n（一）所长\n1、主持全所工作。\n2、审批开支。\n（二）出纳\n1、办理收付。\n二、审批规定\n"
        "（一）请假\n职工请假1天以内由班长批准，1天以上报所长批准。\n"
        "（二）采购\n500元以下科长批准，500至3000元副所长批准，3000元以上所长批准。\n"
    )
    approvals = _read(text).approvals
    assert [(a.matter, a.condition, [s.who for s in a.steps]) for a in approvals] == [
        ("请假", "1天以内", ["班长"]),
        ("请假", "1天以上", ["所长"]),
        ("采购", "500元以下", ["科长"]),
        ("采购", "500至3000元", ["副所长"]),
        ("采购", "3000元以上", ["所长"]),
    ]
