"""The documents' health: each kind of finding where it is due, and near misses where it is not."""

from collections import Counter
from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.documents.document import Document
from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.health.checkup import check_up, checks
from knowledge.health.finding import Finding, Severity
from knowledge.health.likeness import groups
from knowledge.health.parallel import are_parallel
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles

_SEED = Path(__file__).parents[2] / "shared" / "seeds" / "000_85067febe519458a.txt"
_QUESTIONS = _SEED.parents[1] / "questions"


def _check(*documents: Document) -> list[Finding]:
    return check_up(Organization(map(read_roles, documents)), documents)


def _plain(*texts: str) -> list[Finding]:
    return _check(*(read_plain(f"{number}.txt", text) for number, text in enumerate(texts, start=1)))


def _of(findings: list[Finding], kind: str) -> list[Finding]:
    return [finding for finding in findings if finding.kind == kind]


def _role(
    name: str,
    up: str | None = None,
    down: str | None = None,
    duties: str = "巡视现场",
    home: str = "",
    rights: str = "",
    partners: str = "",
    more: str = "",
) -> str:
    lines = [f"岗位名称：{name}"]
    lines += [f"所在部门：{home}"] if home else []
    lines += [f"直接上级：{up}"] if up is not None else []
    lines += [f"直接下级：{down}"] if down is not None else []
    lines += [more] if more else []
    lines += ["岗位职责：", *(f"{n}、{text}。" for n, text in enumerate(duties.split("|"), start=1))]
    lines += (
        ["工作权限：", *(f"{n}、{text}。" for n, text in enumerate(rights.split("|"), start=1))]
        if rights
        else []
    )
    lines += ["协作关系", f"内部：{partners}"] if partners else []
    return "\n".join(lines) + "\n"


_TOP = _role("厂长", "无", "生产经理、设备经理", "主持全厂工作", "厂部")
_MAKER = _role("生产经理", "厂长", "装配班长", "安排生产", "生产部")
_FITTER = _role("设备经理", "厂长", "维修班长", "安排检修", "生产部")


# ── each kind: documents, what is found as (variant, severity, roles), quotes that show it ────────────────

_FOUND = [
    pytest.param(
        "disagreeing_superior",
        _role("生产经理", down="装配班长") + _role("装配班长", "设备经理"),
        ("default", "high", ("生产经理", "装配班长")),
        ["直接下级：装配班长", "直接上级：设备经理"],
        id="a superior and a subordinate disagree",
    ),
    pytest.param(
        "disagreeing_superior",
        _role("生产经理", down="顾问师") + _role("顾问师", "无"),
        ("none", "high", ("生产经理", "顾问师")),
        ["直接下级：顾问师", "直接上级：无"],
        id="a subordinate says that it has no superior",
    ),
    pytest.param(
        "unlisted_subordinate",
        _role("生产经理", "厂长", "装配班长") + _role("装配班长", "生产经理") + _role("统计员", "生产经理"),
        ("default", "medium", ("生产经理", "统计员")),
        ["直接上级：生产经理", "直接下级：装配班长"],
        id="a superior's list lacks one",
    ),
    pytest.param(
        "unlisted_subordinate",
        _role("生产经理", "厂长", "无") + _role("统计员", "生产经理"),
        ("none", "high", ("生产经理", "统计员")),
        ["直接上级：生产经理", "直接下级：无"],
        id="a superior says that it has no subordinates",
    ),
    pytest.param(
        "circular_line",
        _role("甲主管", "乙主管") + _role("乙主管", "丙主管") + _role("丙主管", "甲主管"),
        ("default", "high", ("甲主管", "乙主管", "丙主管")),
        ["直接上级：乙主管", "直接上级：丙主管", "直接上级：甲主管"],
        id="three in a circle",
    ),
    pytest.param(
        "circular_line",
        _role("甲主管", "甲主管"),
        ("default", "high", ("甲主管",)),
        ["直接上级：甲主管"],
        id="its own superior",
    ),
    pytest.param(
        "undescribed_role",
        _role("生产经理", down="装配班长"),
        ("subordinate", "medium", ("装配班长",)),
        ["直接下级：装配班长"],
        id="a subordinate without description",
    ),
    pytest.param(
        "undescribed_role",
        _role("生产经理", "厂长"),
        ("superior", "low", ("厂长",)),
        ["直接上级：厂长"],
        id="a superior without description",
    ),
    pytest.param(
        "undescribed_role",
        _role("生产经理", "无", "无（虚线管理质检员）"),
        ("default", "low", ("质检员",)),
        ["直接下级：无（虚线管理质检员）"],
        id="a dotted line to one without description",
    ),
    pytest.param(
        "undescribed_approver",
        _role("生产经理", "无", duties="编制采购计划，报财务总监审批"),
        ("default", "medium", ("财务总监",)),
        ["编制采购计划，报财务总监审批"],
        id="an approver whom nobody describes",
    ),
    pytest.param(
        "undescribed_approver",
        _role("物资采购主管", "无") + _role("仓管员", "物资采购主管", duties="领料单报采购主管审批"),
        ("short", "low", ("采购主管", "物资采购主管")),
        ["领料单报采购主管审批"],
        id="an approver by a short form",
    ),
    pytest.param(
        "other_spelling",
        _role("生产经理", down="质检主管") + _role("质量检验主管", "生产经理"),
        ("default", "low", ("生产经理", "质量检验主管")),
        ["直接下级：质检主管"],
        id="a short form in a list",
    ),
    pytest.param(
        "double_approval",
        _role("生产经理", "无", "装配班长", rights="审批设备采购申请", home="生产部")
        + _role("装配班长", "生产经理", "无", rights="设备采购申请的审批权", home="生产部"),
        ("levels", "high", ("生产经理", "装配班长")),
        ["审批设备采购申请", "设备采购申请的审批权"],
        id="two levels approve",
    ),
    pytest.param(
        "double_approval",
        _TOP
        + _MAKER
        + _FITTER
        + _role("装配班长", "生产经理", home="生产部", rights="审批备件领用申请")
        + _role("维修班长", "设备经理", home="生产部", rights="备件领用申请的审批权"),
        ("beside", "medium", ("装配班长", "维修班长")),
        ["审批备件领用申请", "备件领用申请的审批权"],
        id="two of one department approve",
    ),
    pytest.param(
        "double_drafting",
        _role("生产经理", "无", "装配班长", "编制部门年度预算", "生产部")
        + _role("装配班长", "生产经理", "无", "组织编制本部门年度预算", "生产部"),
        ("default", "medium", ("生产经理", "装配班长")),
        ["编制部门年度预算", "组织编制本部门年度预算"],
        id="two levels draw up one budget",
    ),
    pytest.param(
        "disagreeing_limit",
        _role("生产经理", "无", "装配班长", rights="审批2000元以内的备件采购")
        + _role("装配班长", "生产经理", "无", "1000元以内的备件采购报生产经理审批"),
        ("default", "high", ("生产经理",)),
        ["审批2000元以内的备件采购", "1000元以内的备件采购报生产经理审批"],
        id="two limits on one right",
    ),
    pytest.param(
        "unanswered_submission",
        _role("生产经理", "无", "装配班长", "安排生产", rights="审批加班")
        + _role("装配班长", "生产经理", "无", "编制工装图纸，报生产经理审批"),
        ("default", "low", ("装配班长", "生产经理")),
        ["编制工装图纸，报生产经理审批"],
        id="handed to one who says nothing of it",
    ),
    pytest.param(
        "unanswered_submission",
        _role("装配班长", duties="编制工装图纸，提交上级审批"),
        ("nobody", "medium", ("装配班长",)),
        ["编制工装图纸，提交上级审批"],
        id="handed to a superior whom nobody names",
    ),
    pytest.param(
        "pasted_statement",
        _TOP
        + _role("生产经理", "厂长", "装配班长", "安排生产|培训和激励装配班长", "生产部")
        + _role("设备经理", "厂长", "维修班长", "安排检修|培训和激励装配班长", "设备部")
        + _role("装配班长", "生产经理")
        + _role("维修班长", "设备经理"),
        ("copied", "high", ("设备经理", "装配班长", "生产经理")),
        ["培训和激励装配班长", "直接上级：生产经理"],
        id="a sentence copied from another superior",
    ),
    pytest.param(
        "pasted_statement",
        _TOP
        + _MAKER
        + _role("设备经理", "厂长", "维修班长", "考核装配班长的业绩", "生产部")
        + _role("装配班长", "生产经理")
        + _role("维修班长", "设备经理"),
        ("default", "high", ("设备经理", "装配班长", "生产经理")),
        ["考核装配班长的业绩"],
        id="appraises the subordinate of the one beside",
    ),
    pytest.param(
        "duty_number",
        "岗位名称：班长\n岗位职责：\n一、安排工作。\n二、检查质量。\n二、保管工具。\n三、填写日报。",
        ("repeated", "medium", ("班长",)),
        ["检查质量", "保管工具"],
        id="a number twice",
    ),
    pytest.param(
        "duty_number",
        "岗位名称：班长\n岗位职责：\n1、安排工作。\n2、检查质量。\n4、填写日报。",
        ("default", "medium", ("班长",)),
        ["检查质量", "填写日报"],
        id="a number left out",
    ),
    pytest.param(
        "duty_number",
        "岗位名称：班长\n岗位职责：\n1、安排工作。2、检查质量。\n2、填写日报。",
        ("repeated", "medium", ("班长",)),
        ["检查质量", "填写日报"],
        id="a number twice, once inside a line",
    ),
    pytest.param(
        "duty_number",
        "岗位名称班长所在部门车间直接上级厂长主要职责与工作任务:职责一职责表述:安排工作工作任务1、派工2、点名"
        "职责二职责表述:检查质量工作任务1、首检2、巡检职责二职责表述:保管工具工作任务1、登记2、盘点",
        ("repeated", "medium", ("班长",)),
        ["检查质量", "保管工具"],
        id="a label twice in running text",
    ),
    pytest.param(
        "empty_item",
        "岗位名称班长所在部门车间直接上级厂长主要职责与工作任务:职责一职责表述:安排工作工作任务1、派工2、点名3、"
        "职责二职责表述:检查质量工作任务1、首检2、3、巡检",
        ("default", "low", ("班长",)),
        ["2、点名3、", "1、首检2、"],
        id="empty items in running text",
    ),
    pytest.param(
        "empty_item",
        "岗位名称：班长\n岗位职责：\n1、安排工作。\n2、\n3、检查质量。\n4、\n直接上级：厂长",
        ("default", "low", ("班长",)),
        ["2、", "4、"],
        id="empty lines of a list",
    ),
    pytest.param(
        "empty_item",
        "生产部部门职责\n一、计划管理\n1、编制计划。\n2、跟踪计划。\n二、质量管理\n1、检验产品。\n"
        "三、新增事项\n",
        ("function", "low", ("生产部",)),
        ["新增事项"],
        id="a function with nothing below it",
    ),
    pytest.param(
        "blank_field",
        _role("厂长", "无", more="岗位编号：") + _role("班长", "厂长", more="岗位编号："),
        ("default", "low", ("厂长", "班长")),
        ["岗位编号：", "岗位编号："],
        id="a field left blank",
    ),
    pytest.param(
        "blank_field",
        _role("厂长", "无") + _role("班长", ""),
        ("default", "medium", ("班长",)),
        ["直接上级："],
        id="a superior left blank",
    ),
    pytest.param(
        "blank_field",
        "".join(_role(f"{n}号线长", "无", home="车间") for n in "甲乙丙丁") + _role("统计员", "甲号线长"),
        ("missing", "medium", ("统计员",)),
        ["岗位名称：统计员"],
        id="a field that all others have",
    ),
    pytest.param(
        "no_superior",
        _role("厂长", "无", "班长") + _role("班长", "厂长") + _role("司机"),
        ("default", "medium", ("司机",)),
        ["岗位名称：司机"],
        id="one stands alone",
    ),
    pytest.param(
        "misread",
        "岗位名称：厂长\n直接上级：无\n直接下级：班长\n岗位职责：\n1、主持全厂工作。\n2、班长\n3、安排班次。\n",
        ("default", "medium", ("班长",)),
        ["班长"],
        id="the name of a post among the duties of another",
    ),
    pytest.param(
        "no_duties",
        "岗位名称：班长\n直接上级：厂长\n岗位编号：B1\n" + _role("厂长", "无", "班长"),
        ("default", "medium", ("班长",)),
        ["岗位名称：班长"],
        id="a form without duties",
    ),
    pytest.param(
        "one_sided_partner",
        _role("采购员", "无", partners="质检员、仓管员")
        + _role("质检员", "无", partners="采购员")
        + _role("仓管员", "无", partners="质检员、采购员"),
        ("default", "low", ("质检员", "仓管员")),
        ["质检员"],
        id="named from one side",
    ),
    pytest.param(
        "same_summary",
        _role("装配组长", "无", more="职责概述：负责组织本班人员按计划完成装配任务，确保产品质量达到要求。")
        + _role("维修组长", "无", more="职责概述：负责组织本班员工按计划完成装配任务,确保产品质量达到要求。"),
        ("default", "medium", ("装配组长", "维修组长")),
        ["负责组织本班人员按计划完成装配任务，确保产品质量达到要求"],
        id="summaries nearly the same",
    ),
    pytest.param(
        "same_duties",
        _role(
            "采购员", "无", duties="收集供应商的报价资料|核对每批来料的数量|登记合同执行的进度|催办逾期的交货"
        )
        + _role(
            "外协员", "无", duties="收集供应商的报价资料|核对每批来料的数量|登记合同执行的进度|走访外协工厂"
        ),
        ("default", "medium", ("采购员", "外协员")),
        ["收集供应商的报价资料", "登记合同执行的进度"],
        id="duties word for word",
    ),
    pytest.param(
        "repeated_role",
        _role("会计", "甲经理", more="岗位编制：2") + _role("会计", "甲经理", more="岗位编制：3"),
        ("different", "high", ("会计",)),
        ["岗位编制：2", "岗位编制：3"],
        id="two descriptions that differ",
    ),
    pytest.param(
        "repeated_role",
        _role("会计", "甲经理") + _role("会计", "甲经理"),
        ("default", "medium", ("会计",)),
        ["岗位名称：会计"],
        id="two descriptions that agree",
    ),
    pytest.param(
        "repeated_department",
        "生产部部门职责\n1、编制计划。\n2、检验产品。\n"
        + _role("班长", "无")
        + "生产部部门职责\n1、保养设备。\n2、保管工具。\n",
        ("default", "medium", ("生产部",)),
        ["生产部部门职责"],
        id="a department twice",
    ),
]


@pytest.mark.parametrize(("kind", "text", "expected", "quotes"), _FOUND)
def test_what_is_wrong_is_found_with_its_quotes(
    kind: str, text: str, expected: tuple[str, str, tuple[str, ...]], quotes: list[str]
) -> None:
    (finding,) = _of(_plain(text), kind)
    assert (finding.variant, finding.severity.value, finding.roles) == expected
    shown = Counter(piece.quote for piece in finding.evidence)
    assert not Counter(quotes) - shown
    lines = text.splitlines()
    for piece in finding.evidence:
        assert piece.quote in lines[piece.passage.source.line - 1]


def test_every_kind_is_tried() -> None:
    assert {case.values[0] for case in _FOUND} == set(checks())


# ── near misses ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("disagreeing_superior", _role("生产经理", down="装配班长") + _role("装配班长", "生产经理")),
        ("disagreeing_superior", _role("生产经理", down="装配班长") + _role("装配班长")),
        ("disagreeing_superior", _role("人事总监", down="人事伙伴") + _role("人事伙伴", "厂长、人事总监")),
        ("disagreeing_superior", _role("人事总监", down="人事伙伴") + _role("人事伙伴",
            "厂长、人事总监（虚线）")),
        ("unlisted_subordinate", _role("生产经理") + _role("统计员", "生产经理")),
        ("unlisted_subordinate", _role("厂长", down="各部门经理") + _role("生产经理", "厂长")),
        ("unlisted_subordinate", _role("厂长", down="车间全体员工") + _role("生产经理", "厂长")),
        ("unlisted_subordinate", _role("厂长", down="班长") + _role("班长", "厂长") + _role("质检员",
            "厂长（虚线）")),
        ("unlisted_subordinate", _role("生产经理", down="质检主管") + _role("质量检验主管", "生产经理")),
        ("circular_line", _role("甲主管", "乙主管") + _role("乙主管", "丙主管") + _role("丁主管", "乙主管")),
        ("undescribed_role", _role("厂长", "董事会", "各班班长") + _role("班长", "无")),
        ("undescribed_role", _role("厂长", "无", "生产部")),
        ("undescribed_role", _role("班主任（学管师）", "无") + _role("校长", "无", "学管师")),
        ("undescribed_approver", _role("班长", "无", duties="编制计划，报相关领导审批|填单，报财务部审批")),
        ("undescribed_approver", _role("厂长", "无") + _role("班长", "厂长", duties="编制计划，报厂长审批")),
        ("undescribed_approver", _role("班长", "无", duties="编制财务总监审批的表格")),
        ("other_spelling", _role("生产经理", down="质检主管") + _role("质量检验主管（质检主管）",
            "生产经理")),
        ("other_spelling", _role("研发总监", down="QA主管") + _role("QA 主管", "研发总监")),
        (
            "double_approval",  # limits divide it
            _role("生产经理", "无", "班长", rights="审批超过500元的备件采购")
            + _role("班长", "生产经理", "无", rights="审批500元以内的备件采购"),
        ),
        (
            "double_approval",  # the one reviews, the other decides
            _role("生产经理", "无", "班长", rights="审批备件采购申请")
            + _role("班长", "生产经理", "无", rights="审核备件采购申请"),
        ),
        (
            "double_approval",  # each one's own
            _role("生产经理", "无", "班长", rights="下属请假的审批权|团队费用支出的审批权")
            + _role("班长", "生产经理", "无", rights="下属请假的审批权|团队费用支出的审批权"),
        ),
        (
            "double_approval",  # handing up is no approval of one's own
            _role("生产经理", "无", "班长", rights="审批备件采购申请")
            + _role("班长", "生产经理", "无", duties="备件采购申请报生产经理审批"),
        ),
        (
            "double_approval",  # two departments
            _role("厂长", "无", "生产经理、设备经理")
            + _role("生产经理", "厂长", home="生产部", rights="审批部门费用支出")
            + _role("设备经理", "厂长", home="设备部", rights="审批部门费用支出"),
        ),
        (
            "double_approval",  # two organizations
            "甲乙贸易有限公司岗位说明\n" + _role("生产经理", "无", "班长", rights="审批设备采购申请")
            + "丙丁物流有限公司岗位说明\n" + _role("车队队长", "无", rights="审批设备采购申请"),
        ),
        (
            "double_drafting",  # plans of their own
            _role("生产经理", "无", "班长", "编制年度工作计划", "生产部")
            + _role("班长", "生产经理", "无", "编制年度工作计划", "生产部"),
        ),
        (
            "double_drafting",
            _role("生产经理", "无", "班长", "编制部门年度预算", "生产部")
            + _role("班长", "生产经理", "无", "参与编制部门年度预算|协助编制部门年度预算", "生产部"),
        ),
        (
            "disagreeing_limit",
            _role("生产经理", "无", "班长", rights="审批2000元以内的备件采购")
            + _role("班长", "生产经理", "无", "2000元以内（含）的备件采购报生产经理审批"),
        ),
        ("disagreeing_limit", _role("经理", "无", rights="审批2000元以内的备件采购|"
            "审批3000元以内的培训费用")),
        ("disagreeing_limit", _role("经理", "无", rights="审批单笔500元以内的招待费|"
            "审批每月3000元以内的招待费")),
        (
            "unanswered_submission",
            _role("生产经理", "无", "班长", rights="审批各班的图纸") + _role("班长", "生产经理",
                duties="编制图纸，报生产经理审批"),
        ),
        (
            "unanswered_submission",
            _role("厂长", "无", "班长", rights="审批各项事务") + _role("班长", "厂长",
                duties="编制图纸，报厂长审批"),
        ),
        (
            "unanswered_submission",  # in other words
            _role("生产经理", "无", "班长", rights="审批员工的排班")
            + _role("班长", "生产经理", duties="安排班次，报生产经理审批"),
        ),
        ("unanswered_submission", _role("班长", "生产经理", duties="编制图纸，提交上级审批")),
        (
            "pasted_statement",  # above them all
            _role("厂长", "无", "生产经理", "考核装配班长的业绩") + _MAKER + _role("装配班长", "生产经理"),
        ),
        (
            "pasted_statement",  # personnel does so with everybody
            _TOP + _MAKER + _role("装配班长", "生产经理")
            + _role("人事专员", "厂长", "无", "组织装配班长的招聘和考核", "人事部"),
        ),
        (
            "pasted_statement",  # works with them, does not lead them
            _TOP + _MAKER + _role("装配班长", "生产经理") + _role("维修班长", "设备经理")
            + _role("设备经理", "厂长", "维修班长", "协助装配班长排除故障", "生产部"),
        ),
        (
            "pasted_statement",  # 副装配班长 is another post
            _TOP + _MAKER + _role("装配班长", "生产经理") + _role("副装配班长", "设备经理")
            + _role("设备经理", "厂长", "副装配班长", "考核副装配班长", "生产部"),
        ),
        ("duty_number", "岗位名称：班长\n岗位职责：\n一、安排。\n1、派工。\n2、点名。\n二、检查。\n"
            "1、首检。\n2、巡检。"),
        ("duty_number", "岗位名称：班长\n岗位职责：\n1、安排。2、检查。\n3、处理损坏，2小时"
            "\n内上报。4、点名。\n5、派工。"),
        ("duty_number", "岗位名称：班长\n岗位职责：\n1、每月2、3次巡检。\n2、点名。\n3、第一、二季度盘点。"),
        ("duty_number", "岗位名称：班长\n岗位职责：\n1、安排。\n2、检查。\n工作权限：\n1、派工权。\n"
            "2、点名权。"),
        ("empty_item", "岗位名称：班长\n岗位职责：\n1、\n安排工作。\n2、\n检查质量。"),
        ("empty_item", "岗位名称：班长\n直接下级：-\n岗位职责：\n1、无\n2、检查3、4号机。"),
        ("empty_item", "一、岗位名称：班长\n二、直接上级：\n三、岗位职责：\n1、安排工作。"),
        ("empty_item", "生产部部门职责\n1、编制计划。\n2、检验产品。\n3、保养设备。\n"),
        ("blank_field", _role("厂长", "无", "无", more="岗位编号：-")),
        ("blank_field", "".join(_role(f"{n}号线长", "无", home="车间") for n in "甲乙") + _role("统计员",
            "甲号线长")),
        ("no_superior", _role("厂长", "无", "班长") + _role("班长", "厂长") + _role("司机", "无")),
        ("no_superior", _role("厂长", down="班长") + _role("班长", "厂长")),
        ("no_superior", _role("司机") + _role("电工") + _role("厂长", down="班长")),
        ("no_duties", "岗位名称：班长\n直接上级：厂长\n工作权限：\n1、派工权。\n2、点名权。"),
        ("one_sided_partner", _role("采购员", "无", partners="质检员") + _role("质检员", "无",
            partners="采购员")),
        ("one_sided_partner", _role("采购员", "无", partners="质检员") + _role("质检员", "无")),
        (
            "one_sided_partner",  # by his department
            _role("采购员", "无", home="采购部", partners="质检员") + _role("质检员", "无",
                partners="采购部"),
        ),
        (
            "same_summary",
            _role("采购员", "无", more="职责概述：负责物资采购，保证按时到货和供应商管理规范有序。")
            + _role("质检员", "无", more="职责概述：负责来料检验，保证不合格品不流入生产线和客户手中。"),
        ),
        ("same_summary", _role("早班长", "无", more="职责概述：带班。") + _role("晚班长", "无",
            more="职责概述：带班。")),
        (
            "same_summary",  # one work in two shifts
            _role("早班长", "无", more="职责概述：负责组织本班人员按计划完成装配任务，确保产品质量。")
            + _role("晚班长", "无", more="职责概述：负责组织本班人员按计划完成装配任务，确保产品质量。"),
        ),
        (
            "same_duties",  # one work in two places
            _role("上海分公司经理", "无", duties="拜访本地的重点客户|完成本地的销售目标|管理本地的经销商")
            + _role("广州分公司经理", "无", duties="拜访本地的重点客户|完成本地的销售目标|管理本地的经销商"),
        ),
        (
            "double_approval",  # each for his region
            _role("华东大区经理", "总监", home="销售部", rights="审批客户赊销申请")
            + _role("华南大区经理", "总监", home="销售部", rights="审批客户赊销申请"),
        ),
        (
            "double_approval",
            _role("经理", "无", "班长", home="生产部", rights="审批本班的工具领用")
            + _role("班长", "经理", home="生产部", rights="审批本班的工具领用"),
        ),
        (
            "same_duties",  # the house's own wording
            _role("采购员", "无", duties="完成领导交办的其他工作|遵守公司的规章制度要求|"
                "学习业务知识提高水平|催货")
            + _role("质检员", "无", duties="完成领导交办的其他工作|遵守公司的规章制度要求|"
                "学习业务知识提高水平|检验"),
        ),
        (
            "same_duties",
            _role("采购员", "无", duties="收集供应商的报价资料|核对每批来料的数量|催办逾期的交货")
            + _role("外协员", "无", duties="收集供应商的报价资料|核对每批来料的数量|走访外协工厂"),
        ),
        ("repeated_role", _role("会计", "无") + _role("主办会计", "无")),
        (
            "repeated_role",
            "甲乙贸易有限公司岗位说明\n" + _role("会计", "无") + "丙丁物流有限公司岗位说明\n"
                + _role("会计", "无"),
        ),
        (
            "repeated_department",
            "生产部部门职责概述\n组织全厂生产。\n" + _role("班长", "无") + "设备部部门职责\n"
                "1、编制计划。\n2、检验产品。\n",
        ),
    ],
)  # fmt: skip
def test_what_is_right_is_not_found(kind: str, text: str) -> None:
    assert _of(_plain(text), kind) == []


def test_numbers_of_markdown_count_for_themselves() -> None:
    text = "# 班长\n\n岗位名称：班长\n\n## 岗位职责\n\n1. 安排工作\n1. 检查质量\n1. 填写日报\n"
    assert _of(_check(read_markdown("班长.md", text)), "duty_number") == []


# ── several documents, whole organizations ────────────────────────────────────────────────────────────────


def test_both_sides_stand_where_they_stand() -> None:
    (finding,) = _of(
        _plain(_role("生产经理", down="装配班长"), _role("装配班长", "设备经理")), "disagreeing_superior"
    )
    places = [(e.role, e.passage.source.document, e.passage.source.line) for e in finding.evidence]
    assert places == [("生产经理", "1.txt", 2), ("装配班长", "2.txt", 2)]


def test_a_value_below_its_label_is_what_is_quoted() -> None:
    text = "岗位名称\n生产经理\n直接下级\n装配班长\n岗位职责\n1、安排生产。"
    (finding,) = _of(_plain(text), "undescribed_role")
    assert [piece.quote for piece in finding.evidence] == ["装配班长"]


def test_a_messy_organization_has_all_its_faults_and_no_others() -> None:
    hospital = (
        "岗位名称：院长\n所在部门：院办\n直接上级：理事会\n直接下级：护理部主任、药剂科主任\n"
            "岗位编号：Y01\n岗位职责：\n"
        "一、主持全院工作。\n二、审批设备购置申请。\n三、审批护理部、药剂科提交的制度和预算。\n",
        "岗位名称：护理部主任\n所在部门：护理部\n直接上级：院长\n直接下级：病区护长\n岗位编号：\n"
            "职责概述：负责全院护理"
        "质量的管理与持续改进，保障患者安全。\n岗位职责：\n一、制定护理制度，报院长审批。\n"
            "二、审批设备购置申请。\n"
        "四、考核病区护士长。\n",
        "岗位名称：药剂科主任\n所在部门：药剂科\n直接上级：院长\n直接下级：药师\n岗位编号：Y03\n"
            "职责概述：负责全院护理"
        "质量的管理与持续改进，保证患者安全。\n岗位职责：\n一、编制药品采购预算，报院长审批。\n"
            "二、考核病区护士长。\n",
        "岗位名称：病区护士长\n所在部门：护理部\n直接上级：护理部主任\n直接下级：无\n岗位编号：Y04\n"
            "岗位职责：\n"
        "一、安排病区护理班次。\n二、\n三、检查病房的消毒隔离。\n",
        "岗位名称：护理干事\n所在部门：护理部\n直接上级：病区护士长\n直接下级：无\n岗位编号：Y05\n"
            "岗位职责：\n一、整理护理档案。\n",
    )  # fmt: skip
    found = Counter((finding.kind, finding.roles) for finding in _plain(*hospital))
    assert found == Counter(
        {
            ("double_approval", ("院长", "护理部主任")): 1,
            ("pasted_statement", ("药剂科主任", "病区护士长", "护理部主任")): 1,
            ("unlisted_subordinate", ("病区护士长", "护理干事")): 1,
            ("duty_number", ("护理部主任",)): 1,
            ("empty_item", ("病区护士长",)): 1,
            ("blank_field", ("护理部主任",)): 1,
            ("same_summary", ("护理部主任", "药剂科主任")): 1,
            ("undescribed_role", ("药师",)): 1,
            ("other_spelling", ("护理部主任", "病区护士长")): 1,
        }
    )


def test_the_worst_comes_first() -> None:
    order = [
        finding.severity
        for finding in _plain(_TOP + _MAKER + _role("装配班长", "设备经理", more="岗位编号："))
    ]
    assert order == sorted(order, key=list(Severity).index)
    assert set(order) == set(Severity)


def test_a_finding_has_evidence() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        Finding("empty_item", Severity.LOW, ("班长",), ())


def test_the_sample_is_in_good_health() -> None:
    handbook = Handbook.sample(keep=True)
    assert len(handbook.documents) == 10
    assert check_up(handbook.organization, handbook.documents) == []


@pytest.mark.skipif(not _SEED.exists(), reason=f"the seed document is not at {_SEED}")
@pytest.mark.parametrize(
    ("kind", "roles", "quote"),
    [
        ("undescribed_role", {"客户开发专员"}, "直接下级客户开发专员"),
        ("undescribed_role", {"产品支持专员"}, "直接下级产品支持专员"),
        ("undescribed_role", {"售后支持专员"}, "直接下级售后支持专员"),
        ("other_spelling", {"集团客户部经理", "客户开发主管"}, "直接下级客开主管、产品主管、售后主管"),
        ("duty_number", {"客户开发主管"}, "负责团队部人员组织的建设和管理"),
        ("empty_item", {"产品支持主管"}, "3、协助客户开发组签订合同4、"),
        ("pasted_statement", {"产品支持主管", "客户开发专员"}, "考核客户开发专员的工作"),
        ("pasted_statement", {"售后支持主管", "客户开发专员"}, "考核客户开发专员的工作"),
        ("same_summary", {"售后支持主管", "产品支持主管"}, "负责为客户开发组提供产品支持"),
        ("double_approval", {"集团客户部经理", "客户开发主管"}, "审批部门费用支出"),
        ("double_drafting", {"集团客户部经理", "客户开发主管"}, "组织编制部门收入和费用预算"),
        ("blank_field", {"集团客户部经理", "售后支持主管"}, "岗位编号"),
    ],
)
def test_the_seed_is_ill(kind: str, roles: set[str], quote: str) -> None:
    handbook = Handbook.load([_SEED], keep=True)
    found = _of(check_up(handbook.organization, handbook.documents), kind)
    text = _SEED.read_text("utf-8")
    assert all(piece.quote in text for finding in found for piece in finding.evidence)
    assert any(
        roles <= set(finding.roles) and any(quote in piece.quote for piece in finding.evidence)
        for finding in found
    )


@pytest.mark.skipif(not _QUESTIONS.exists(), reason=f"no documents at {_QUESTIONS}")
@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (
            "software",  # each read and found to be true
            {
                ("undescribed_role", "后端开发工程师"),
                ("undescribed_role", "前端开发工程师"),
                ("undescribed_role", "CTO"),
                ("undescribed_role", "产品总监"),
                ("undescribed_role", "UI 设计师"),
                ("undescribed_role", "人力资源总监"),
                ("one_sided_partner", "产品经理"),
                ("unanswered_submission", "项目经理"),
            },
        ),
        ("coop", {("no_superior", "驾驶员"), ("other_spelling", "社副主任")}),
    ],
)
def test_real_documents_have_true_findings_only(folder: str, expected: set[tuple[str, str]]) -> None:
    handbook = Handbook.load([_QUESTIONS / folder / "documents"], keep=True)
    found = {(f.kind, f.roles[0]) for f in check_up(handbook.organization, handbook.documents)}
    assert found <= expected


@pytest.mark.parametrize(
    ("one", "other", "parallel"),
    [
        ("华东大区经理", "华南大区经理", True),
        ("上海分公司经理", "广州分公司经理", True),
        ("甲班班长", "乙班班长", True),
        ("1号线长", "12号线长", True),
        ("产品支持主管", "售后支持主管", False),
        ("装配班长", "维修班长", False),
        ("经理", "副经理", False),
        ("会计", "会计", False),
    ],
)
def test_posts_of_one_work_in_several_places(one: str, other: str, parallel: bool) -> None:
    assert are_parallel(one, other) is parallel
    assert are_parallel(other, one) is parallel


# ── texts that are nearly the same ────────────────────────────────────────────────────────────────────────


def test_like_texts_are_grouped_in_order() -> None:
    texts = [
        (1, "负责组织本班人员按计划完成装配任务确保质量"),
        (2, "负责物资采购保证按时到货和供应商管理规范"),
        (3, "负责组织本班员工按计划完成装配任务确保质量"),
        (4, "负责组织本班人员按计划完成装配任务确保质量"),
        (5, ""),
    ]
    assert groups(texts) == [[1, 3, 4]]


def test_a_thousand_texts_of_one_pattern_do_not_all_meet() -> None:
    texts = [(n, f"第{n:04d}号{chr(0x4E00 + n)}{chr(0x5E00 + n)}{chr(0x6E00 + n)}岗") for n in range(1000)]
    assert groups(texts) == []
