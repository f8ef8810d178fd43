"""A document cut into sections: labels, titles, notes, wrapped lines, items."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.lines import Section
from knowledge.roles.sections import cut


def _sections(text: str, markdown: bool = False) -> list[Section]:
    sections = cut((read_markdown if markdown else read_plain)("a", text))
    return [section for section in sections if section.label or section.lines]


def _brief(text: str, markdown: bool = False) -> list[tuple[Field, str, list[str]]]:
    return [(s.field, s.label, [line.text for line in s.lines]) for s in _sections(text, markdown)]


@pytest.mark.parametrize(
    ("line", "field", "label", "value"),
    [
        ("岗位名称：会计", Field.NAME, "岗位名称", "会计"),
        ("直接上级:财务经理", Field.SUPERIOR, "直接上级", "财务经理"),
        ("岗　位　名　称 ： 会计", Field.NAME, "岗　位　名　称", "会计"),
        ("1、所属部门：财务部", Field.DEPARTMENT, "所属部门", "财务部"),
        ("（一）下属：出纳", Field.SUBORDINATES, "下属", "出纳"),
        ("Reports to: CFO", Field.SUPERIOR, "Reports to", "CFO"),
        ("岗位职责（共3项）：记账", Field.DUTIES, "岗位职责（共3项）", "记账"),
        ("职责一：记账", Field.DUTY, "职责一", "记账"),
        ("三、工作权限：", Field.AUTHORITIES, "工作权限", ""),
        ("工作权限", Field.AUTHORITIES, "工作权限", ""),
        ("直接下级：/", Field.SUBORDINATES, "直接下级", "/"),
        ("直接下级：—", Field.SUBORDINATES, "直接下级", "—"),
        ("岗位编号：", Field.CODE, "岗位编号", ""),
    ],
)
def test_label_and_value(line: str, field: Field, label: str, value: str) -> None:
    (section,) = _sections(line)
    assert (section.field, section.label, section.value) == (field, label, value)


@pytest.mark.parametrize(
    "line",
    [
        "岗位名称：出纳            所属部门：财务部",
        "岗位名称：出纳\u00a0\u00a0所属部门：财务部",
        "岗位名称：出纳\t所属部门：财务部",
        "岗位名称：出纳 所属部门：财务部",
        "岗位名称：出纳；所属部门：财务部",
        "岗位名称：出纳 | 所属部门：财务部",
        "岗位名称：出纳　　部　门：财务部",
    ],
)
def test_two_fields_on_one_line(line: str) -> None:
    name, department = _sections(line)
    assert (name.field, name.value) == (Field.NAME, "出纳")
    assert (department.field, department.value) == (Field.DEPARTMENT, "财务部")


def test_marks_inside_a_sentence_do_not_cut_it() -> None:
    text = "岗位职责\n1、处理投诉；一般投诉：当天答复；重大投诉：立即上报。"
    assert _brief(text) == [
        (Field.DUTIES, "岗位职责", ["处理投诉；一般投诉：当天答复；重大投诉：立即上报。"])
    ]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("社主任的岗位职责【岗位职责01】", "社主任的岗位职责【岗位职责01】"),
        ("（一）调度主管岗位职责", "调度主管岗位职责"),
        ("炊事员及值班员岗位职责", "炊事员及值班员岗位职责"),
        ("总经理职责", "总经理职责"),
        ("财务部职责", "财务部职责"),
        ("某某有限公司岗位说明", "某某有限公司岗位说明"),
        ("2号岗位", "2号岗位"),
        ("岗位三", "岗位三"),
    ],
)
def test_titles(title: str, label: str) -> None:
    assert _brief(f"{title}\n1、记账。") == [(Field.HEADING, label, ["记账。"])]


@pytest.mark.parametrize("line", ["6、维护岗位说明书", "6、完善各岗位职责", "6、修订部门职责"])
def test_an_item_is_no_title(line: str) -> None:
    text = f"岗位职责\n4、记账\n5、报税\n{line}"
    assert _brief(text) == [(Field.DUTIES, "岗位职责", ["记账", "报税", line[2:]])]


def test_the_name_of_a_post_above_its_form_is_a_title() -> None:
    assert _brief("销售专员\n直接上级：销售经理")[0] == (Field.HEADING, "销售专员", [])


def test_a_value_below_its_label_is_no_title() -> None:
    text = "直接上级\n财务经理\n直接下级\n出纳\n文员\n编制\n2"
    assert _brief(text) == [
        (Field.SUPERIOR, "直接上级", ["财务经理"]),
        (Field.SUBORDINATES, "直接下级", ["出纳", "文员"]),
        (Field.HEADCOUNT, "编制", ["2"]),
    ]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["1、处理破损，2小时", "内通知主管；", "2、收货；"], ["处理破损，2小时内通知主管；", "收货；"]),
        (["1、编制计划，", "组织实施", "2、收货"], ["编制计划，组织实施", "收货"]),
        (["1、审核（含", "预算）"], ["审核（含预算）"]),
        (["1、维护 Tech", "Lead 名单；"], ["维护 Tech Lead 名单；"]),
        (["1、收货；", "2、发货；", "其他：盘点。"], ["收货；", "发货；", "其他：盘点。"]),
        (["1、收货", "第2页 共3页", "并登记；", "2、发货；"], ["收货并登记；", "发货；"]),
    ],
)
def test_wrapped_lines(lines: list[str], joined: list[str]) -> None:
    assert _brief("\n".join(["岗位职责", *lines])) == [(Field.DUTIES, "岗位职责", joined)]


def test_a_wrapped_line_is_quoted_as_it_stands() -> None:
    (section,) = _sections("岗位职责\n1、处理破损，2小时\n内通知主管；")
    assert section.lines[0].quote == "处理破损，2小时\n内通知主管；"


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("1、记账。　2、报税。", ["记账。", "报税。"]),
        ("1. 记账；2. 报税；", ["记账；", "报税；"]),
        ("1、记账2、报税", ["记账", "报税"]),
        ("3、3天以上的请假报经理批准", ["3天以上的请假报经理批准"]),
    ],
)
def test_items_on_one_line(line: str, items: list[str]) -> None:
    assert _brief(f"岗位职责\n{line}") == [(Field.DUTIES, "岗位职责", items)]


def test_numbering_gives_the_depth() -> None:
    (section,) = _sections("岗位职责\n一、核算\n1、记账\n（1）凭证\n2、报税\n二、资金\n1、收付")
    assert [line.depth for line in section.lines] == [1, 2, 3, 2, 1, 2]


@pytest.mark.parametrize(
    "note",
    ["注：本文件试行一年。", "备注：由人事部解释", "编制人：张三 审核人：李四", "生效日期：2023年7月1日"],
)
def test_a_remark_belongs_to_no_section(note: str) -> None:
    text = f"岗位职责\n1、记账。\n{note}\n2、报税。"
    duties = [lines for field, _, lines in _brief(text) if field is Field.DUTIES]
    assert duties == [["记账。", "报税。"]]
    assert any(field is Field.NOTE for field, _, _ in _brief(text))


@pytest.mark.parametrize("head", ["附：审批规定", "附件", "附则："])
def test_an_appendix_ends_the_section(head: str) -> None:
    text = f"协作关系\n财务部、人事部\n\n{head}\n1. 费用由经理审批。\n2. 本规定即日起执行。"
    assert _brief(text)[0] == (Field.COLLABORATION, "协作关系", ["财务部、人事部"])
    field, _, lines = _brief(text)[-1]
    assert (field, lines[-2:]) == (Field.NOTE, ["费用由经理审批。", "本规定即日起执行。"])


def test_a_line_apart_from_the_partners_is_none_of_them() -> None:
    assert _brief("协作关系\n内部：财务部\n外部：客户\n\n以上职责自发布起执行")[-1][0] is Field.NOTE


def test_an_item_behind_a_blank_short_field() -> None:
    text = "# 会计\n\n- **编制**：\n- **最近盘点**：2024-08-19\n\n## 职责\n\n1. 记账\n2. 报税\n"
    (role,) = read_roles(read_markdown("a.md", text)).roles
    assert [duty.title.text for duty in role.duties] == ["记账", "报税"]


def test_partners_over_several_lines() -> None:
    text = "协作关系\n内部：财务部、\n人事部\n外部：客户"
    assert _brief(text)[1:] == [
        (Field.COLLABORATION_KIND, "内部", ["财务部、人事部"]),
        (Field.COLLABORATION_KIND, "外部", ["客户"]),
    ]


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        ("\n工作往来：和仓库对接送货时间；对外和门店打交道。", Field.COLLABORATION),
        ("\n考勤方式：轮班，每周休一天。", Field.OTHER),
        ("第八条 会计在公司内部与各部门协作。", Field.OTHER),
        ("\n3、报表：按月编制。", Field.AUTHORITIES),  # an item of the list
        ("须经经理同意的除外。", Field.AUTHORITIES),  # which goes on with the last item
    ],
)
def test_a_line_behind_a_counted_list_that_is_no_item(behind: str, left: Field) -> None:
    found = _brief(f"岗位权限：\n1、付款的审核权。\n2、印章的使用权\n{behind}")
    assert found[-1][0] is left
    assert len(next(lines for field, _, lines in found if field is Field.AUTHORITIES)[:2]) == 2


def test_an_unknown_label_ends_a_short_field() -> None:
    assert _brief("所属部门：财务部\n工作地点：总部\n直接上级：经理") == [
        (Field.DEPARTMENT, "所属部门", ["财务部"]),
        (Field.OTHER, "工作地点", ["总部"]),
        (Field.SUPERIOR, "直接上级", ["经理"]),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("## 职权\n**人事**\n- 考核权\n\n**经费**\n- 审批权\n\n**教学**\n- 调课权", ["人事", "经费", "教学"]),
        ("## 职权\n- 人事：考核权\n- 财务：审批权", ["人事", "财务"]),
        ("## 职权\n- 人事：考核权\n- 经费：审批权\n- 教学：调课权", ["人事", "经费", "教学"]),
        ("## 职权\n- 人事\n  - 考核权\n- 经费\n  - 审批权", []),
        ("## 协作\n- 内部：财务部\n- 外部：客户", ["内部", "外部"]),
        ("## 协作\n内部：财务部<br>外部：客户", ["内部", "外部"]),
        ("| 协作 | 内部：财务部<br>外部：客户 |\n|-|-|\n", ["内部", "外部"]),
        ("| 权限 | 人事权：考核权<br>财务权：审批权 |\n|-|-|\n", ["人事权", "财务权"]),
    ],
)
def test_kinds_in_markdown(text: str, kinds: list[str]) -> None:
    found = _sections(text, markdown=True)[1:]
    assert [(section.label, len(section.lines)) for section in found] == [(kind, 1) for kind in kinds]


def test_items_of_a_list_are_not_labels() -> None:
    text = "## 职责\n- 培训：每月一次\n- 协作：配合审计\n- 权限管理：按月复核"
    ((field, _, lines),) = _brief(text, markdown=True)
    assert (field, len(lines)) == (Field.DUTIES, 3)


def test_labels_as_items_with_their_values_below() -> None:
    text = "- 岗位名称：薪酬主管\n- 岗位职责：\n  - 核算工资\n  - 缴纳社保\n- 权限：\n  - 工资表的审核权"
    assert _brief(text, markdown=True) == [
        (Field.NAME, "岗位名称", ["薪酬主管"]),
        (Field.DUTIES, "岗位职责", ["核算工资", "缴纳社保"]),
        (Field.AUTHORITIES, "权限", ["工资表的审核权"]),
    ]


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("| 岗位 | 会计 |\n|-|-|\n| 编制 | 2 |", ["会计", "2"]),
        ("| 项目 | 内容 |\n|-|-|\n| 岗位 | 会计 |\n| 编制 | 2 |", ["会计", "2"]),
        ("| 项 | 填写内容 |\n|-|-|\n| 岗位 | 会计 |\n| 编制 | 2 |", ["会计", "2"]),
        ("| 岗位 | 会计 | 编制 | 2 |\n|-|-|-|-|\n", ["会计", "2"]),
        ("| 岗位 | 编制 |\n|-|-|\n| 会计 | 2 |", ["会计", "2"]),
        ("| 序号 | 岗位 | 编制 |\n|-|-|-|\n| 1 | 会计 | 2 |", ["会计", "2"]),
        ("| 岗位 | 会计 | 编制 | |\n|-|-|-|-|\n", ["会计", ""]),
        ("| 岗位 | 会计 |\n|-|-|\n| 编制 | 2 |\n| | 含兼职 |", ["会计", "2\n含兼职"]),
    ],
)
def test_tables(table: str, values: list[str]) -> None:
    found = {s.field: s.value for s in _sections(table, markdown=True)}
    assert [found[Field.NAME], found[Field.HEADCOUNT]] == values
    assert set(found) == {Field.NAME, Field.HEADCOUNT}


def test_a_table_of_something_else_is_kept_as_notes() -> None:
    text = "| 班次 | 时间 | 车次 | 地点 |\n|-|-|-|-|\n| 早班 | 8:00 | 两趟 | 大厅 |"
    assert [(field, lines) for field, _, lines in _brief(text, markdown=True)] == [
        (Field.NOTE, ["班次 | 时间 | 车次 | 地点"]),
        (Field.NOTE, ["早班 | 8:00 | 两趟 | 大厅"]),
    ]


def test_a_third_column_is_kept_as_a_remark() -> None:
    text = "| 项目 | 内容 | 备注 |\n|-|-|-|\n| 岗位 | 会计 | 派驻分部 |"
    assert _brief(text, markdown=True) == [
        (Field.NAME, "岗位", ["会计"]),
        (Field.NOTE, "派驻分部", ["派驻分部"]),
    ]


def test_labels_in_brackets_on_one_line() -> None:
    assert _brief("【所在部门】办公室　　【岗位定员】1人") == [
        (Field.DEPARTMENT, "所在部门", ["办公室"]),
        (Field.HEADCOUNT, "岗位定员", ["1人"]),
    ]


def test_a_post_before_a_colon_is_no_field_of_another() -> None:
    text = "# 出纳、会计岗位职责\n\n直接上级：主任\n\n1. 出纳：办理收付；\n2. 会计：登记账簿；\n3. 保守秘密。"
    assert _brief(text, markdown=True)[-1] == (
        Field.OTHER,
        "",
        ["出纳：办理收付；", "会计：登记账簿；", "保守秘密。"],
    )


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("职责：整理书架；登记借阅；清点藏书。", ["整理书架", "登记借阅", "清点藏书。"]),
        ("职责：整理书架，登记借阅。", ["整理书架，登记借阅。"]),
        ("岗位概述：整理书架；登记借阅。", ["整理书架；登记借阅。"]),
        ("职责：1、整理书架；2、登记借阅。", ["整理书架；", "登记借阅。"]),
        ("职责：一是整理书架；二是登记借阅。", ["整理书架", "登记借阅。"]),
    ],
)
def test_statements_that_semicolons_part(line: str, items: list[str]) -> None:
    ((_, _, found),) = _brief(line)
    assert found == items


def test_headings_that_only_part_the_form_of_a_post() -> None:
    text = "## 3.1 编目员\n\n### 3.1.1 任职背景\n\n- 所属部门：阅览部\n\n### 3.1.2 岗位职责\n\n1. 整理书架\n"
    (role,) = read_roles(read_markdown("a", text)).roles
    assert (role.name, role.department, [d.title.text for d in role.duties]) == (
        "编目员",
        "阅览部",
        ["整理书架"],
    )


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("> 退回不合格数据的权力", ["退回不合格数据的权力"]),
        ("> 退回不合格数据的权力\n\n> 注：自发布起执行。", ["退回不合格数据的权力"]),
        ("> 退回不合格数据的权力\n\n## 附则", ["退回不合格数据的权力"]),
        ("> 以下权限由馆长核定\n\n- 退回不合格数据的权力", ["退回不合格数据的权力"]),
    ],
)
def test_a_quotation_under_a_heading_is_its_text_where_nothing_else_is(text: str, rights: list[str]) -> None:
    form = "# 编目员\n\n直接上级：馆长\n\n## 岗位职责\n\n- 著录图书\n\n## 权限\n\n"
    (role,) = read_roles(read_markdown("a", form + text)).roles
    assert [item.text for listing in role.authorities for item in listing.items] == rights


def test_labels_behind_sentences() -> None:
    text = "资产管理员岗位职责\n直接上级：总务主任。主要职责：建立资产台账；办理资产领用；学期末清查。\n"
    role = read_roles(read_plain("a", text)).roles[0]
    assert role.superiors == ("总务主任",)
    assert [duty.title.text for duty in role.duties] == ["建立资产台账", "办理资产领用", "学期末清查"]


def test_rights_behind_a_sentence_that_leads_them() -> None:
    text = (
        "第二章 部长\n第三条 部长履行下列职责：\n（一）编制计划；\n（二）审定方案。\n"
        "第四条 部长行使下列职权：\n（一）奖金的分配权；\n（二）工艺参数调整的批准权。\n"
        "第五条 部长不得兼职。\n"
    )
    role = read_roles(read_plain("a", text)).roles[0]
    rights = [item.text for listing in role.authorities for item in listing.items]
    assert rights == ["奖金的分配权", "工艺参数调整的批准权"]


def test_a_heading_that_names_a_kind_of_right() -> None:
    text = "## 财务总监\n### 职责\n1. 编制预算。\n### 财务权\n- 付款的终审权\n### 人事权\n- 本部门的录用权\n"
    role = read_roles(read_markdown("a", text)).roles[0]
    assert [(found.kind, [i.text for i in found.items]) for found in role.authorities] == [
        ("财务权", ["付款的终审权"]),
        ("人事权", ["本部门的录用权"]),
    ]


def test_a_line_between_two_items_goes_on_with_the_first() -> None:
    text = "采购员岗位职责\n1、跟踪所有在途订单的交期，协调\n紧急物料的到货\n2、登记台账\n"
    role = read_roles(read_plain("a", text)).roles[0]
    assert [d.title.text for d in role.duties] == ["跟踪所有在途订单的交期，协调紧急物料的到货", "登记台账"]


def test_labels_and_numbers_that_single_blanks_part() -> None:
    text = (
        "岗 位 说 明 书\n岗位名称 采购部经理 岗位编号 CG-01\n所在部门 采购部 直接上级 供应链总监\n"
        "定员 1 直接下级 采购主管、供应商专员\n主要职责\n1 制定采购策略，组织供应商\n年度谈判\n2 审核订单\n"
        "工作权限\n1 订单的审批权\n"
    )
    role = read_roles(read_plain("a", text)).roles[0]
    assert (role.name, role.department, role.superiors) == ("采购部经理", "采购部", ("供应链总监",))
    assert role.subordinates == ("采购主管", "供应商专员")
    assert [d.title.text for d in role.duties] == ["制定采购策略，组织供应商年度谈判", "审核订单"]
    assert [i.text for listing in role.authorities for i in listing.items] == ["订单的审批权"]


def test_posts_with_their_number_in_brackets() -> None:
    text = (
        "# 工作站岗位设置\n\n**1. 站长岗（1名）**\n分管领导：街道办副主任。统筹社区工作，具体职责如下：\n"
        "- 主持日常工作；\n- 调配人员。\n\n"
        "**2. 综治专干岗（2名）**\n分管领导：站长。具体职责如下：\n- 调解纠纷；\n- 组织巡逻。\n"
    )
    found = {role.name: role for role in read_roles(read_markdown("a", text)).roles}
    assert [(n, r.facts[Field.HEADCOUNT].text, r.superiors) for n, r in found.items()] == [
        ("站长岗", "1名", ("街道办副主任",)),
        ("综治专干岗", "2名", ("站长",)),
    ]
    assert [d.title.text for d in found["综治专干岗"].duties] == ["调解纠纷", "组织巡逻"]


def test_rights_told_behind_the_duties() -> None:
    text = "食堂管理员岗位职责\n主要职责：审核食谱；监督留样；改进伙食。食堂管理员有权拒收不合格的食材。\n"
    role = read_roles(read_plain("a", text)).roles[0]
    assert [d.title.text for d in role.duties] == ["审核食谱", "监督留样", "改进伙食"]
    assert [i.text for listing in role.authorities for i in listing.items] == [
        "食堂管理员有权拒收不合格的食材"
    ]


def test_labels_that_only_this_document_has() -> None:
    text = (
        "一、机械科长工作标准\n（一）隶属关系\n本岗位隶属机械科，受生产副经理直接领导，无下属。\n"
        "（二）工作内容与要求\n1.编制计划。\n2.审核费用。\n（三）责任与权限\n1.人员的考核权。\n2.停机的处置权。\n"
        "二、机械员工作标准\n（一）隶属关系\n本岗位隶属机械科，受机械科长直接领导，无下属。\n"
        "（二）工作内容与要求\n1.建立台账。\n（三）责任与权限\n1.带病作业的制止权。\n"
    )
    head, clerk = read_roles(read_plain("a", text)).roles
    assert (head.superiors, head.department) == (("生产副经理",), "机械科")
    assert (clerk.superiors, clerk.department) == (("机械科长",), "机械科")
    assert [d.title.text for d in head.duties] == ["编制计划", "审核费用"]
    assert [i.text for listing in clerk.authorities for i in listing.items] == ["带病作业的制止权"]


def test_a_quotation_with_labels_between_bars() -> None:
    said = "编制 3 人 ｜ 上级 车间主任 ｜ 下级 包装工"
    text = f"# 车间岗位卡\n### 班长\n> {said}\n\n**干什么**\n1. 点名；\n2. 抽检；\n"
    role = read_roles(read_markdown("a", text)).roles[0]
    assert (role.superiors, role.subordinates) == (("车间主任",), ("包装工",))
    assert role.facts[Field.HEADCOUNT].text == "3 人"
