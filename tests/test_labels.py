"""Labels: those of the lists, those put together from words of their own, and what is none."""

import pytest

from knowledge.roles.headings import label_of, leads_rights
from knowledge.roles.labels import Field, labels
from knowledge.roles.names import read_names


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("决策权限", Field.AUTHORITIES),
        ("权限说明", Field.AUTHORITIES),
        ("核心职责", Field.DUTIES),
        ("主要工作职责", Field.DUTIES),
        ("具体职责如下：", Field.DUTIES),
        ("报告对象", Field.SUPERIOR),
        ("向谁汇报", Field.SUPERIOR),
        ("带领", Field.SUBORDINATES),
        ("工 作 目 标", Field.SUMMARY),
        ("分内工作", Field.DUTIES),
        ("横向联系", Field.COLLABORATION),
        ("直属上级领导", Field.SUPERIOR),
        ("分管领导", Field.SUPERIOR),
        ("归谁管理", Field.SUPERIOR),
        ("上一级主管", Field.SUPERIOR),
        ("直管下级", Field.SUBORDINATES),
        ("带哪些人", Field.SUBORDINATES),
        ("管哪几个岗位", Field.SUBORDINATES),
        ("岗位主旨", Field.SUMMARY),
        ("工作提要", Field.SUMMARY),
        ("配备人数", Field.HEADCOUNT),
        ("多少人", Field.HEADCOUNT),
        ("日常往来", Field.COLLABORATION),
        ("岗位称谓", Field.NAME),
        ("职务编码", Field.CODE),
        ("管辖", Field.SUBORDINATES),
        ("管理幅度", Field.SUBORDINATES),
        ("衡量标准", Field.KPI),
        ("编制数", Field.HEADCOUNT),
        ("核定编制", Field.HEADCOUNT),
        ("联系部门", Field.COLLABORATION),
        ("素质要求", Field.QUALIFICATION),
        ("KPI指标", Field.KPI),
        ("职务代理人", Field.OTHER),
        ("兼任职务", Field.OTHER),
        ("行政主管", None),  # a post
        ("管理人员", None),  # a group of people
        ("工作岗位", None),
        ("业务部门", None),
        ("责任", None),
    ],
)
def test_composed_labels(label: str, field: Field | None) -> None:
    assert label_of(label) is field


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("部长行使下列职权：", "职权"),
        ("店长具有以下权限：", "权限"),
        ("部长履行下列职责：", ""),
        ("有权拒绝不合理的要求：", ""),
    ],
)
def test_sentences_that_lead_rights(sentence: str, what: str) -> None:
    assert leads_rights(sentence) == what


@pytest.mark.parametrize(
    ("value", "solid", "dotted"),
    [
        ("服务中心主任（行政）、工程部经理（专业）", ("服务中心主任",), ("工程部经理",)),
        ("技术经理（技术）", ("技术经理",), ()),
    ],
)
def test_guiding_superiors(value: str, solid: tuple[str, ...], dotted: tuple[str, ...]) -> None:
    named = read_names(value)
    assert (named.solid, named.dotted) == (solid, dotted)


@pytest.mark.parametrize(
    ("field", "spoken"),
    [
        (Field.DEPARTMENT, ["哪个组", "在哪个部门", "属于哪个小组", "所在的组"]),
        (Field.SUPERIOR, ["找谁汇报", "跟谁汇报工作", "上面是谁", "谁来管", "领导是谁", "听谁的"]),
        (Field.SUBORDINATES, ["手下", "手下有谁", "带的人", "管哪些人"]),
        (Field.HEADCOUNT, ["几个人", "一共几个人", "多少人", "几位", "人手"]),
        (Field.DUTIES, ["这个岗位做什么", "主要干什么", "平时忙什么", "日常都做些什么", "每天的活儿"]),
        (Field.AUTHORITIES, ["能拍板的事", "自己说了算的", "可以直接定的", "哪些事可以自己拿主意", "能拍板"]),
        (Field.AUTHORITIES, ["不能自己定的事", "不能拍板", "要先请示的", "哪些事得先问别人", "自己定不了的"]),
        (Field.COLLABORATION, ["跟谁配合", "平时和谁打交道", "常跟谁一起干活", "经常合作的人", "搭档"]),
        (None, ["定什么", "问别人", "做事", "不能", "谁", "活动", "在组里", "先做", "自己做", "先到先得"]),
    ],
)
def test_labels_as_they_are_spoken(field: Field | None, spoken: list[str]) -> None:
    assert {label: label_of(label) for label in spoken} == dict.fromkeys(spoken, field)


@pytest.mark.parametrize("words", ["不带人", "没人", "不管人", "无人"])
def test_words_for_leading_nobody(words: str) -> None:
    assert labels().is_none(words)
