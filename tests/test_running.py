"""A form that lost its line breaks, cut into labels and items again."""

import pytest

from knowledge.roles.labels import Field
from knowledge.roles.running import split_running

_FORM = (
    "财务部职责概述职责概述管理资金，防范风险。一级职能二级职能1. 预算管理(1) 编制预算;(2) 监督执行。"
    "2. 其它职能(1) 交办的工作。"
    "财务部岗位说明书财务经理岗位说明书岗位名称财务经理所在部门财务部直接上级总经理直接下级会计、出纳岗位人员1岗位编号"
    "职责概述:主持财务工作，对资金安全负责。主要职责与工作任务:职责一职责表述:预算工作任务1、编制预算2、3万元以内费用的审批"
    "3、3天以内请假的批准4、职责二职责表述:考核直接下级的工作职责三职责表述:完成其他工作"
    "岗位工作权限:人事权 下级的考核权 下级的调配权财务权 费用的审批权业务权 财务报表的签发权;制度的制定权"
    "工作协作关系:内部业务部、财务科外部税务局、银行"
)


def _parts(text: str) -> list[tuple[Field, str, list[str]]]:
    return [(part.field, part.label, [item for item, _ in part.items]) for part in split_running(text)]


def test_a_whole_form() -> None:
    assert _parts(_FORM) == [
        (Field.HEADING, "财务部", []),
        (Field.SUMMARY, "职责概述", []),
        (Field.SUMMARY, "职责概述", ["管理资金，防范风险。"]),
        (Field.FUNCTIONS, "一级职能", []),
        (Field.FUNCTIONS, "二级职能", ["预算管理", "编制预算;", "监督执行。", "其它职能", "交办的工作。"]),
        (Field.HEADING, "财务部", []),
        (Field.HEADING, "财务经理", []),
        (Field.NAME, "岗位名称", ["财务经理"]),
        (Field.DEPARTMENT, "所在部门", ["财务部"]),
        (Field.SUPERIOR, "直接上级", ["总经理"]),
        (Field.SUBORDINATES, "直接下级", ["会计、出纳"]),
        (Field.HEADCOUNT, "岗位人员", ["1"]),
        (Field.CODE, "岗位编号", []),
        (Field.SUMMARY, "职责概述", ["主持财务工作，对资金安全负责。"]),
        (Field.DUTIES, "主要职责与工作任务", []),
        (Field.DUTY, "职责一", []),
        (Field.DUTY_TITLE, "职责表述", ["预算"]),
        (Field.TASKS, "工作任务", ["编制预算", "3万元以内费用的审批", "3天以内请假的批准"]),
        (Field.DUTY, "职责二", []),
        (Field.DUTY_TITLE, "职责表述", ["考核直接下级的工作"]),
        (Field.DUTY, "职责三", []),
        (Field.DUTY_TITLE, "职责表述", ["完成其他工作"]),
        (Field.AUTHORITIES, "岗位工作权限", []),
        (Field.AUTHORITY_KIND, "人事权", ["下级的考核权", "下级的调配权"]),
        (Field.AUTHORITY_KIND, "财务权", ["费用的审批权"]),
        (Field.AUTHORITY_KIND, "业务权", ["财务报表的签发权", "制度的制定权"]),
        (Field.COLLABORATION, "工作协作关系", []),
        (Field.COLLABORATION_KIND, "内部", ["业务部、财务科"]),
        (Field.COLLABORATION_KIND, "外部", ["税务局、银行"]),
    ]


def test_functions_keep_their_depth() -> None:
    (functions,) = [part for part in split_running(_FORM) if part.label == "二级职能"]
    assert [depth for _, depth in functions.items] == [1, 2, 2, 1, 2]


def test_labels_and_quotes_are_words_of_the_text() -> None:
    for part in split_running(_FORM):
        assert part.label in _FORM
        assert part.quote in _FORM
        assert all(item in _FORM for item, _ in part.items)


@pytest.mark.parametrize(
    "text",
    [
        "负责编写岗位说明书，维护岗位名称",
        "1、审核各部门岗位职责；",
        "岗位名称：会计",
        "岗位：会计　　部门：财务部",
        "工作协作关系",
        "",
    ],
)
def test_an_ordinary_line_is_no_form(text: str) -> None:
    assert split_running(text) == []


def test_other_labels_and_colons() -> None:
    text = (
        "职位:销售经理 所属部门:销售部 汇报对象:总经理 下属:销售代表 编制:1 "
        "工作内容:1.制定计划;2.审核合同。 权限:1.合同的审核权。 协作关系:内部:财务部;外部:客户"
    )
    assert _parts(text) == [
        (Field.NAME, "职位", ["销售经理"]),
        (Field.DEPARTMENT, "所属部门", ["销售部"]),
        (Field.SUPERIOR, "汇报对象", ["总经理"]),
        (Field.SUBORDINATES, "下属", ["销售代表"]),
        (Field.HEADCOUNT, "编制", ["1"]),
        (Field.DUTIES, "工作内容", ["制定计划;", "审核合同。"]),
        (Field.AUTHORITIES, "权限", ["合同的审核权。"]),
        (Field.COLLABORATION, "协作关系", []),
        (Field.COLLABORATION_KIND, "内部", ["财务部;"]),
        (Field.COLLABORATION_KIND, "外部", ["客户"]),
    ]


@pytest.mark.parametrize(
    ("partners", "kinds"),
    [
        (
            "内部医务科、后勤保障部外部卫生主管部门、学会",
            [("内部", "医务科、后勤保障部"), ("外部", "卫生主管部门、学会")],
        ),
        ("内部各科室外部无", [("内部", "各科室"), ("外部", "无")]),
        ("内部审计部、外部审计机构", [("内部", "审计部、外部审计机构")]),
        ("公司内部财务部公司外部银行", [("公司内部", "财务部"), ("公司外部", "银行")]),
        ("对内财务部对外客户", [("对内", "财务部"), ("对外", "客户")]),
    ],
)
def test_kinds_of_partners_without_a_mark_between(partners: str, kinds: list[tuple[str, str]]) -> None:
    form = "岗位名称会计所在部门财务部直接上级经理岗位工作权限:业务权 报表的编制权工作协作关系:"
    found = [part for part in split_running(form + partners) if part.field is Field.COLLABORATION_KIND]
    assert [(part.label, part.items[0][0]) for part in found] == kinds


@pytest.mark.parametrize("value", ["无", "-", "/", "—"])
def test_a_value_that_says_none_is_kept(value: str) -> None:
    text = f"岗位名称会计直接上级经理直接下级{value}岗位人员2岗位工作权限:业务权 报表的编制权工作协作关系:"
    (part,) = [part for part in split_running(text) if part.field is Field.SUBORDINATES]
    assert part.items == ((value, 0),)


def test_a_kind_of_right_that_is_none() -> None:
    text = "岗位名称会计所在部门财务部直接上级经理定员1岗位职责1.记账;2.报税。"
    rights = "岗位权限人事权1)出纳的考核权、任免建议权财务权无业务权1)报表的编制权2)付款的暂停权"
    found = [part for part in split_running(text + rights) if part.field is Field.AUTHORITY_KIND]
    assert [(part.label, [item for item, _ in part.items]) for part in found] == [
        ("人事权", ["出纳的考核权、任免建议权"]),
        ("财务权", ["无"]),
        ("业务权", ["报表的编制权", "付款的暂停权"]),
    ]


@pytest.mark.parametrize(
    ("end", "kinds"),
    [
        ("考核权。内部协作财务部外部协作银行", [("内部协作", "财务部"), ("外部协作", "银行")]),
        ("考核权。内部协作的建议权", []),
        ("评价内部协作", []),
    ],
)
def test_partners_right_behind_the_last_right(end: str, kinds: list[tuple[str, str]]) -> None:
    form = "岗位名称会计所在部门财务部直接上级经理定员1岗位职责1.记账;2.报税。权限1.报表的编制权;2."
    found = [part for part in split_running(form + end) if part.field is Field.COLLABORATION_KIND]
    assert [(part.label, part.items[0][0]) for part in found] == kinds


def test_departments_with_counted_functions() -> None:
    text = (
        "集团部门职能说明书 采编部部门职责概述：收集文献部门职能：职能一：采购1、选书；2、验收。"
        "职能二：编目1、著录。流通部部门职责概述：服务读者部门职能：职能一：借阅1、办证；2、催还。"
    )
    parts = split_running(text)
    assert [part.label for part in parts if part.field is Field.HEADING] == ["集团", "采编部", "流通部"]
    functions = [part.items for part in parts if part.label == "职能"]
    assert functions == [
        (("采购", 1), ("选书；", 2), ("验收。", 2)),
        (("编目", 1), ("著录。", 2)),
        (("借阅", 1), ("办证；", 2), ("催还。", 2)),
    ]


def test_fields_that_no_question_asks_for_end_the_one_before() -> None:
    text = (
        "岗位名称馆员岗位编号G1所在部门阅览部直接上级馆长职系行政直接下级志愿者薪金类型月薪岗位分析日期职责概述：管理阅览室"
        "主要职责与工作任务职责一职责表述：服务读者工作任务解答咨询权力：拒绝外借的权力"
    )
    parts = {part.label: [item for item, _ in part.items] for part in split_running(text)}
    assert (parts["直接上级"], parts["直接下级"]) == (["馆长"], ["志愿者"])
    assert (parts["职责概述"], parts["岗位分析日期"]) == (["管理阅览室"], [])
    assert (parts["职责表述"], parts["工作任务"]) == (["服务读者"], ["解答咨询"])


def test_all_departments_before_the_partners_outside() -> None:
    text = _FORM.replace("内部业务部、财务科外部税务局", "内部协调关系各部门外部协调关系税务局")
    assert _parts(text)[-2:] == [
        (Field.COLLABORATION_KIND, "内部协调关系", ["各部门"]),
        (Field.COLLABORATION_KIND, "外部协调关系", ["税务局、银行"]),
    ]


def test_items_below_counted_duties() -> None:
    text = (
        "岗位名称店长所属部门门店直接上级区域经理直接下级导购员定员1人岗位职责:一、管理门店1.排定班次2.检查卫生"
        "二、管理货品1.盘点货品2.三、管理员工1.考核导购员三、完成其他工作岗位权限:人事权1)导购员的考核权"
    )
    (duties,) = [part.items for part in split_running(text) if part.field is Field.DUTIES]
    assert duties == (
        ("管理门店", 1),
        ("排定班次", 2),
        ("检查卫生", 2),
        ("管理货品", 1),
        ("盘点货品", 2),
        ("管理员工", 1),  # behind an empty item
        ("考核导购员", 2),
        ("完成其他工作", 1),  # a number written twice
    )


@pytest.mark.parametrize("inside", ["内部联系", "部联系"])  # a scrape may drop 内
def test_partners_right_behind_the_rights(inside: str) -> None:
    text = (
        "岗位名称收费员所属部门财务科直接上级财务科长岗位职责1.收取费用2.核对票据"
        f"岗位权限1.假币的拒收权2.错票的退回权{inside}门诊部、药房外部联系开户银行、税务局"
    )
    parts = {part.label: [text for text, _ in part.items] for part in split_running(text)}
    assert parts["岗位权限"] == ["假币的拒收权", "错票的退回权"]
    assert (parts[inside], parts["外部联系"]) == (["门诊部、药房"], ["开户银行、税务局"])


def test_a_chapter_behind_the_last_post() -> None:
    text = (
        "岗位名称收费员所属部门财务科直接上级财务科长岗位职责1.收取费用2.核对票据岗位权限1.假币的拒收权。"
        "内部联系门诊部外部联系税务局第三部分 其他规定1.单笔5万元以上的支出由院长审批。2.收费员轮岗。"
    )
    parts = {part.label: [text for text, _ in part.items] for part in split_running(text)}
    assert parts["外部联系"] == ["税务局"]
    assert parts["其他规定"] == ["单笔5万元以上的支出由院长审批。", "收费员轮岗。"]


_RULES = "临时绕行:2小时以内(含)的,由调度主管决定;超过2小时的,由营运部经理批准。"


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("附:营运部审批权限规定", f"1、{_RULES}2、包车业务:由车队长提出,调度主管审核,营运部经理批准。"),
        ("附件一：审批权限 ", f"1.{_RULES}2.包车业务：由车队长提出，营运部经理批准。"),
        ("附录:审批流程", f"{_RULES}包车业务由车队长提出,营运部经理批准。"),
        ("附：审批权限一览表：", f"（1）{_RULES}（2）加开班次：由调度主管批准。"),
    ],
)
@pytest.mark.parametrize("partners", ["无", "交警支队、加油站"])
def test_an_appendix_of_rules_behind_the_last_post(title: str, rules: str, partners: str) -> None:
    text = (
        "岗位名称调度员所属部门营运部直接上级营运部经理岗位职责1.核对签到2.填写路单岗位权限1.发车时间的调整权"
        f"内部联系各车队外部联系{partners}{title}{rules}"
    )
    parts = split_running(text)
    assert [text for text, _ in parts[-2].items] == [partners]
    assert title.rstrip("： ").endswith(parts[-1].label)
    assert len(parts[-1].items) == 2
    assert parts[-1].items[0][0] == _RULES


@pytest.mark.parametrize("text", ["合同副本，附：清单", "执行公司审批权限规定", "报送资料附件齐全"])
def test_no_appendix_in_a_value(text: str) -> None:
    form = f"岗位名称出纳所属部门财务科直接上级财务科长岗位职责1.收取费用2.{text}岗位权限1.假币的拒收权"
    assert all(part.label not in text for part in split_running(form) if part.label)
