"""Statements: the rights that one line gives, how strong, over what, to whom, within which limit."""

import pytest

from knowledge.actions import Strength
from knowledge.documents.document import Source
from knowledge.roles.limit import Limit
from knowledge.roles.performer import with_performers
from knowledge.roles.role import Passage
from knowledge.roles.statement import Right, Statement, make_statement

DECIDE, REVIEW, DRAFT, LEAD = Strength.DECIDE, Strength.REVIEW, Strength.DRAFT, Strength.LEAD
OVERSEE, PART, ADVISE, INFORMED = Strength.OVERSEE, Strength.TAKE_PART, Strength.ADVISE, Strength.INFORMED
USE, EXECUTE = Strength.USE, Strength.EXECUTE


def _statement(text: str) -> Statement:
    return make_statement("甲", "职责", Passage(text, text, Source("a.txt", 1)))


def _brief(right: Right) -> tuple[Strength, str]:
    return right.strength, right.matter


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("审批日常费用报销", [(DECIDE, "审批日常费用报销")]),
        ("批准护士请假", [(DECIDE, "批准护士请假")]),
        ("审核月度报表", [(REVIEW, "审核月度报表")]),
        ("复核付款申请", [(REVIEW, "复核付款申请")]),
        ("拟定部门预算", [(DRAFT, "拟定部门预算")]),
        ("组织编制部门预算", [(DRAFT, "组织编制部门预算")]),
        ("主持销售例会", [(LEAD, "主持销售例会")]),
        ("负责团队建设", [(LEAD, "负责团队建设")]),
        ("检查应收账款", [(OVERSEE, "检查应收账款")]),
        ("参与制定公司战略", [(PART, "参与制定公司战略")]),
        ("协助主管维护客户", [(PART, "协助主管维护客户")]),
        ("定期监督执行情况", [(OVERSEE, "定期监督执行情况")]),
        ("签订合同", [(EXECUTE, "签订合同")]),
        ("审核销售主管拟定的销售计划", [(REVIEW, "审核销售主管拟定的销售计划")]),
        ("编制收入预算,审批部门费用", [(DRAFT, "编制收入预算"), (DECIDE, "审批部门费用")]),
        ("负责审批费用", [(DECIDE, "负责审批费用")]),
        ("负责参与评审", [(PART, "负责参与评审")]),
    ],
)
def test_strength_of_sentences(text: str, rights: list[tuple[Strength, str]]) -> None:
    assert [_brief(right) for right in _statement(text).rights] == rights


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("对采购价格的决定权", [(DECIDE, "对采购价格的")]),
        ("部门预算的拟定权", [(DRAFT, "部门预算的")]),
        ("部门计划的参与制定权", [(PART, "部门计划的 参与制定")]),
        ("产品引进的建议权", [(ADVISE, "产品引进的")]),
        ("对员工出勤的监督权", [(OVERSEE, "对员工出勤的")]),
        ("相关事情的知情权", [(INFORMED, "相关事情的")]),
        ("办公工具的使用权", [(USE, "办公工具的")]),
        ("对下级的岗位调配权", [(EXECUTE, "对下级的 岗位调配")]),
        (
            "对下级的考核权、奖惩建议权与淘汰建议权",
            [(EXECUTE, "对下级的 考核"), (ADVISE, "对下级的 奖惩"), (ADVISE, "对下级的 淘汰")],
        ),
        ("预算的使用权、审核权或批准权", [(USE, "预算的"), (REVIEW, "预算的"), (DECIDE, "预算的")]),
    ],
)
def test_strength_of_rights(text: str, rights: list[tuple[Strength, str]]) -> None:
    found = [_brief(right) for right in _statement(text).rights]
    assert [strength for strength, _ in found] == [strength for strength, _ in rights]
    assert [matter.split()[0] for _, matter in found] == [matter.split()[0] for _, matter in rights]


@pytest.mark.parametrize(
    ("text", "holder", "strength", "matter"),
    [
        ("拟定年度计划,提交上级审批", "", DECIDE, "拟定年度计划"),
        ("编制发布计划，提交研发总监审批", "研发总监", DECIDE, "编制发布计划"),
        ("起草财务制度，报总经理批准", "总经理", DECIDE, "起草财务制度"),
        ("编写检验规程，提交 QA 主管审核", "qa 主管", REVIEW, "编写检验规程"),
        ("停产检修的提请权，须经生产总监批准", "生产总监", DECIDE, "停产检修的"),
        ("制定管理规定，报财务部备案", "财务部", INFORMED, "制定管理规定"),
        ("跨校区转班须经校长批准", "校长", DECIDE, "跨校区转班"),
    ],
)
def test_rights_of_others(text: str, holder: str, strength: Strength, matter: str) -> None:
    (passed,) = [right for right in _statement(text).rights if right.holder is not None]
    assert (passed.holder, passed.strength, passed.matter) == (holder, strength, matter)


def test_the_owner_keeps_what_he_does_himself() -> None:
    rights = _statement("拟定年度计划,提交上级审批").rights
    assert [(r.strength, r.holder) for r in rights] == [(DRAFT, None), (DECIDE, "")]


def test_a_matter_that_needs_another_is_not_done_by_the_owner() -> None:
    rights = _statement("学员转班的批准权，跨校区转班须经校长批准").rights
    assert [(r.strength, r.holder) for r in rights] == [(DECIDE, None), (DECIDE, "校长")]


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        (
            "单笔3万元以内（含）的采购审批权，超出部分报 CTO 审批",
            [
                (DECIDE, None, Limit("元", most=30_000)),
                (DECIDE, "cto", Limit("元", least=30_000, least_included=False)),
            ],
        ),
        (
            "审批2000元以内的采购，超过2000元的报院长审批",
            [
                (DECIDE, None, Limit("元", most=2000)),
                (DECIDE, "院长", Limit("元", least=2000, least_included=False)),
            ],
        ),
        (
            "促销费用单场5000元以内中心经理审批；超过5000元的，中心经理审核后由副总经理审批",
            [
                (DECIDE, None, Limit("元", most=5000)),
                (REVIEW, "中心经理", Limit("元", least=5000, least_included=False)),
                (DECIDE, "副总经理", Limit("元", least=5000, least_included=False)),
            ],
        ),
        (  # beyond a range no word for the right is needed
            "审批2000元以内的维修费，超过的报总监",
            [
                (DECIDE, None, Limit("元", most=2000)),
                (DECIDE, "总监", Limit("元", least=2000, least_included=False)),
            ],
        ),
        ("审批2000元以内的维修费，超过的报废", [(DECIDE, None, Limit("元", most=2000))]),
        (
            "点工十个工日以内的由领班签认，超过十个工日的报经理批准",
            [
                (DECIDE, "领班", Limit("工日", most=10)),
                (DECIDE, "经理", Limit("工日", least=10, least_included=False)),
            ],
        ),
        (
            "驾驶员3天以内请假的批准权，3天以上的报经理批准",
            [(DECIDE, None, Limit("天", most=3)), (DECIDE, "经理", Limit("天", least=3))],
        ),
        (
            "原价九折及以上的优惠审批权，低于九折的审核后报校长审批",
            [
                (DECIDE, None, Limit("折", least=9)),
                (DECIDE, "校长", Limit("折", most=9, most_included=False)),
                (REVIEW, None, Limit("折", most=9, most_included=False)),
            ],
        ),
        (
            "理赔：单票500元以内（含）由主管审批；超过500元、5000元以内（含）的报经理审批；"
            "超过5000元的，经经理审核后报总经理审批",
            [
                (DECIDE, "主管", Limit("元", most=500)),
                (DECIDE, "经理", Limit("元", 500, 5000, least_included=False)),
                (REVIEW, "经理", Limit("元", least=5000, least_included=False)),
                (DECIDE, "总经理", Limit("元", least=5000, least_included=False)),
            ],
        ),
    ],
)
def test_tiers(text: str, tiers: list[tuple[Strength, str | None, Limit]]) -> None:
    rights = _statement(text).rights
    found = [(right.strength, right.holder, right.limit) for right in rights if right.limit]
    assert found == [*tiers]


@pytest.mark.parametrize(
    "text",
    [
        "单笔3万元以内的采购审批权，超出部分报 CTO 审批",
        "理赔：单票500元以内由主管审批；超过500元的，由经理审核后报总经理审批",
        "原价九折及以上的优惠审批权，低于九折的审核后报校长审批",
    ],
)
def test_every_tier_is_about_the_same_matter(text: str) -> None:
    rights = [right for right in _statement(text).rights if right.strength in (DECIDE, REVIEW)]
    assert len({right.matter for right in rights}) == 1
    assert all(right.matter for right in rights)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("不得擅自审批费用", [True]),
        ("无生产数据库的写权限", [True]),
        ("薪酬调整的建议权，无决定权", [False, True]),
        ("审批费用", [False]),
        ("无证作业的制止权", [False]),
        ("无派车单车辆的阻止出厂权", [False]),
        ("没有出库单货物的拒绝装车权", [False]),
        ("无准入证人员的当场劝离权", [False]),
        ("没有货物放行权", [True]),
        ("无供应商的否决权", [True]),
        ("无合同审批权", [True]),
        ("钥匙和密码不得由一人掌管", [True]),
        ("单次不得超过三天", []),
        ("未经店长批准不得赊账", [False, False]),
    ],
)
def test_negation(text: str, negated: list[bool]) -> None:
    assert [right.negated for right in _statement(text).rights] == negated


@pytest.mark.parametrize(
    "text", ["编制收入预算，审批部门费用；报销", "对下级的考核权、奖惩建议权", "拟定计划,提交上级审批"]
)
def test_a_right_knows_its_clause(text: str) -> None:
    statement = _statement(text)
    for right in statement.rights:
        clause = statement.folded[right.start : right.end]
        assert right.verb in clause
        assert not set("，；。,;") & set(clause.strip("，；。,;"))


def test_a_statement_keeps_where_it_stands() -> None:
    passage = Passage("审批費用", "1、审批費用；", Source("a.txt", 7))
    statement = make_statement("甲", "财务权", passage, "管理费用")
    assert (statement.owner, statement.section, statement.heading) == ("甲", "财务权", "管理费用")
    assert (statement.passage, statement.folded) == (passage, "审批费用")


@pytest.mark.parametrize(
    ("text", "holder", "negated"),
    [
        ("甲外出期间，由值班主任代行日常管理，但不代行费用审批", "值班主任", True),
        ("甲休假时由副主任主持工作，不行使人事任免权", "副主任", True),
        ("采购申请由会计审核，但无权减免", "会计", True),
        ("审核采购申请，但不参与定价", None, True),
        ("不参与评审的项目由副主任决定", "副主任", False),
    ],
)
def test_whom_a_denial_is_about(text: str, holder: str | None, negated: bool) -> None:
    right = _statement(text).rights[-1]
    assert (right.holder, right.negated) == (holder, negated)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("拟定要货计划,报销售部经理审批", "销售部经理"),
        ("大额赔款经理赔部经理审核", "理赔部经理"),
        ("拟定投放方案,经营销总监批准", "营销总监"),
        ("报关单由报关务主管审核", "关务主管"),
        ("经营副总审批合同", None),
        ("审核报销单据", None),
        ("与护士当面交接并签字", None),
        ("要求演员经纪人书面确认档期", None),
        ("两小时内报告厂长", None),
    ],
)
def test_a_word_that_hands_on_is_no_part_of_another(text: str, holder: str | None) -> None:
    assert {right.holder for right in _statement(text).rights} - {None} == ({holder} if holder else set())


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("检查站台设备，故障设备报维保中心抢修", "维保中心"),
        ("发现漏水通知工程部处理", "工程部"),
        ("门店卫生由店员负责", "店员"),
        ("整理月报交部门领导", None),
        ("联系供应商维修设备", None),
        ("报废设备登记", None),
        ("填写值班日志，交站长签阅", None),
        ("当班记录交给班长主任", None),  # a name up to the end, and nothing that is done
        ("情况紧急时报主任", None),
    ],
)
def test_who_is_called_to_do_it(text: str, holder: str | None) -> None:
    rights = with_performers(_statement(text)).rights
    assert {right.holder for right in rights if right.performed} == ({holder} if holder else set())


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("单次800元以内的活动经费可自行安排", DECIDE),
        ("5人天以内的变更自行决定", DECIDE),
        ("自行安排班次", EXECUTE),
        ("800元以内的经费登记入账", EXECUTE),
    ],
)
def test_what_one_may_do_by_oneself_up_to_a_limit(text: str, strength: Strength) -> None:
    assert [right.strength for right in _statement(text).rights] == [strength]
