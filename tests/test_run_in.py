"""Headings, lists and labels that run in with the text of a post."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.role import Role


def _roles(text: str) -> dict[str, Role]:
    return {role.name: role for role in read_roles(read_plain("手册.txt", text)).roles}


def _said(role: Role) -> tuple[list[str], list[str], list[str]]:
    rights = [item.text for listing in role.authorities for item in listing.items]
    partners = [item.text for listing in role.collaboration for item in listing.items]
    return [duty.title.text for duty in role.duties], rights, partners


def test_posts_in_brackets_before_their_paragraphs() -> None:
    roles = _roles(
        "门店手册\n\n【店长】在区域经理领导下管好门店。主要职责：1、订货；2、排班。权限：有权调班。\n\n"
        "【裱花师】由店长管理。主要职责：1、裱花；2、核对订单。协作：与店员做好衔接。\n"
    )
    assert _said(roles["店长"]) == (["订货", "排班"], ["有权调班"], [])
    assert _said(roles["裱花师"]) == (["裱花", "核对订单"], [], ["店员"])
    assert roles["裱花师"].superiors == ("店长",)


def test_a_list_behind_the_sentence_that_introduces_it() -> None:
    roles = _roles(
        "一、馆长岗位职责\n在局长领导下工作。1.拟定规划；2.审批经费支出；3.考核主任。\n"
        "二、网络管理员岗位职责\n对馆长负责。1.备份数据；2.更新网站。\n"
    )
    assert _said(roles["馆长"])[0] == ["拟定规划", "审批经费支出", "考核主任"]
    assert _said(roles["网络管理员"])[0] == ["备份数据", "更新网站"]


@pytest.mark.parametrize("form", ["站长{}：", "站长的{}：", "（一）站长{}", "本岗位的{}："])
def test_labels_that_name_the_post(form: str) -> None:
    roles = _roles(
        f"岗位手册\n\n一、站长\n站长对所长负责。\n{form.format('职责')}\n1.排班；\n2.巡查。\n"
        f"{form.format('权限')}\n1.停机的决定权；\n2.调班的决定权。\n\n二、电工\n电工对站长负责。\n1.抢修；\n2.保养。\n"
    )
    assert _said(roles["站长"]) == (["排班", "巡查"], ["停机的决定权", "调班的决定权"], [])


def test_partners_in_an_article_behind_the_rights() -> None:
    roles = _roles(
        "管理规定\n第一章　站长\n第一条　站长履行下列职责：\n（一）排班；\n（二）巡查。\n"
        "第二条　站长行使下列职权：\n（一）停机；\n（二）调班。\n第三条　站长应当与供电所、财务科保持联系。\n"
        "第二章　电工\n第四条　电工履行下列职责：\n（一）抢修；\n（二）保养。\n"
    )
    assert _said(roles["站长"]) == (["排班", "巡查"], ["停机", "调班"], ["供电所", "财务科"])


def test_a_head_of_two_lines_on_each_page() -> None:
    text = (
        "甲公司\n岗位手册\n\n一、站长\n岗位职责：\n1.检查水泵，不合格的\n甲公司\n岗位手册\n"
        "第 2 页 共 3 页\n不得开机；\n"
        "2.排班。\n甲公司\n岗位手册\n第 3 页 共 3 页\n二、电工\n岗位职责：\n1.抢修；\n2.保养。\n"
    )
    assert _said(_roles(text)["站长"])[0] == ["检查水泵，不合格的不得开机", "排班"]
