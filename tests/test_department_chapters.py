"""Departments below 部门职能, in whatever form, and what is no department there."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading

_POST = "二、岗位说明\n\n（一）出纳\n直接上级：财务经理\n岗位职责：\n1. 收付款；\n2. 登账。\n"


def _functions(reading: Reading) -> dict[str, list[str]]:
    return {d.name: [f.title.text for f in d.functions] for d in reading.departments}


_BOTH = {"财务部": ["记账", "报税"], "培训部": ["开课", "招募教练"]}


_CLERK = "\n（二）会计\n直接上级：财务经理\n岗位职责：\n1. 审核凭证；\n2. 编制报表。\n"


@pytest.mark.parametrize(
    "text",
    [
        "健身中心部门职能、岗位职责及审批规定\n\n一、部门职能\n\n（一）财务部\n1. 记账；\n2. 报税。\n\n"
        f"（二）培训部\n1. 开课；\n2. 招募教练。\n\n{_POST}{_CLERK}",
        f"岗位汇编\n\n一、各部门职责\n财务部\n1、记账；\n2、报税。\n培训部\n1、开课；\n2、招募教练。\n{_POST}",
        f"{_POST}\n附：部门职能\n财务部：（1）记账；（2）报税。\n培训部：（1）开课；（2）招募教练。\n",
        f"{_POST}\n附件一：部门职能\n财务部：一、记账；二、报税。\n培训部：一、开课；二、招募教练。\n",
    ],
)
def test_departments_in_a_chapter(text: str) -> None:
    reading = read_roles(read_plain("a.txt", text))
    assert _functions(reading) == _BOTH
    cashier = next(role for role in reading.roles if role.duties)
    assert (cashier.name, cashier.superiors, cashier.department) == ("出纳", ("财务经理",), "")
    assert [duty.title.text for duty in cashier.duties] == ["收付款", "登账"]


def test_the_functions_of_a_department_in_one_line() -> None:
    text = f"运输部职能：一、运力的组织；二、车辆管理，落实出车前检查；三、运费核对。\n\n{_POST}"
    reading = read_roles(read_plain("a.txt", text))
    assert _functions(reading) == {"运输部": ["运力的组织", "车辆管理，落实出车前检查", "运费核对"]}


def test_the_functions_of_a_department_in_the_description_of_its_head() -> None:
    text = (
        "# 质量负责人\n\n- **所属部门**：质量部\n- **汇报对象**：总经理\n\n## 部门职能（质量部）\n\n"
        "- 体系运行\n- 检验放行\n\n## 主要职责\n\n1. 批准放行\n2. 批准文件\n"
    )
    reading = read_roles(read_markdown("a.md", text))
    assert _functions(reading) == {"质量部": ["体系运行", "检验放行"]}
    assert [duty.title.text for duty in reading.roles[0].duties] == ["批准放行", "批准文件"]


@pytest.mark.parametrize(
    "text",
    [
        "一、编制说明\n本汇编由人事部编写，即日执行。\n\n二、部门职能\n（一）财务部\n1、记账；\n2、报税。\n\n"
        + _POST,
        "第一章 机构与部门职能\n第一条 公司设总经理1人、副总经理1人。\n第二条 财务部负责记账、报税。\n\n"
        + _POST,
    ],
)
def test_chapters_about_the_paper_are_no_posts(text: str) -> None:
    reading = read_roles(read_plain("a.txt", text))
    assert [role.name for role in reading.roles if role.described] == ["出纳"]


def test_departments_in_a_list_of_partners_have_no_functions() -> None:
    text = "出纳岗位职责\n1、收付款。\n2、登账。\n协作关系\n财务部：核对账目；交接票据。\n"
    assert not read_roles(read_plain("a.txt", text)).departments
