"""Fields that were left blank stay blank, whatever stands behind them; a value on the next line is read."""

from itertools import product

import pytest

from knowledge.documents.formats import FORMATS
from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.text import bare
from tests.papers import Items, Line, Paper, Part, Table, written

_FIELDS = {
    "所属部门": ("护理部", Field.DEPARTMENT),
    "岗位编码": ("HL-02", Field.CODE),
    "编制": ("3人", Field.HEADCOUNT),
    "直接上级": ("护理部主任", Field.SUPERIOR),
    "直接下级": ("护士、护工", Field.SUBORDINATES),
}
_DUTIES = ("检查病区护理质量", "安排护士班次", "处理护患投诉")
_BEHIND = {
    "nothing": "",
    "superior": "直接上级为护理部主任。",
    "place": "本岗位隶属于护理部，编制3人。",
    "summary": "岗位概述：负责病区护理管理。",
    "paragraph": "负责病区的护理管理工作，保证护理质量。",
}
_TOLD = {"superior": ("直接上级",), "place": ("所属部门", "编制", "直接上级")}  # by the sentence behind


def _paper(blank: str, behind: str, form: str) -> Paper:
    labels = [label for label in _FIELDS if label != blank]
    pairs = [[label, "" if label == blank else _FIELDS[label][0]] for label in (*labels, blank)]
    lines = [f"{label}：{value}" for label, value in pairs]
    parts: list[Part] = [Line("护士长岗位说明书")]
    match form:
        case "table":
            parts.append(Table(pairs))
        case "items":
            parts.append(Items(lines))
        case "line":
            parts.append(Line("  ".join(lines)))
        case "above":
            parts += [Line(text) for label, value in pairs for text in (f"{label}：", value) if text]
        case _:
            parts += map(Line, lines)
    said = [Line(_BEHIND[behind])] if _BEHIND[behind] else []
    return [*parts, *said, Line("岗位职责："), *(Line(f"{i}、{d}。") for i, d in enumerate(_DUTIES, 1))]


@pytest.mark.parametrize("form", ["lines", "table", "items", "line", "above"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ".xlsx", ".html", ".pdf"])
def test_a_blank_field_stays_blank(suffix: str, form: str) -> None:
    pairs = list(product(_FIELDS, _BEHIND))
    for blank, behind in pairs if suffix == ".txt" else pairs[len(form) % 3 :: 4]:
        data = written(_paper(blank, behind, form), suffix)
        organization = Organization([read_roles(FORMATS[suffix].read(f"护士长{suffix}", data))])
        role = organization.roles["护士长"]
        for label, (value, field) in _FIELDS.items():
            told = label == blank and label in _TOLD.get(behind, ())
            wanted = (None, value, "护理部") if told else (None,) if label == blank else (value,)
            assert role.text(field) in wanted, (blank, behind, label)
        assert [bare(duty.title.text) for duty in role.duties] == list(_DUTIES), (blank, behind)


_POSTS = (("酿酒班长", "车间主任", "酿酒工"), ("酿酒工", "酿酒班长", "无"), ("化验员", "质量科科长", "无"))
_LABELS = ("所属部门", "岗位编码", "编制", "直接上级", "直接下级")


@pytest.mark.parametrize("head", ["{n}", "{c}、{n}", "{n}岗位职责", "岗位名称：{n}", "【{n}】", "{i}. {n}"])
@pytest.mark.parametrize("filler", ["", "____", "（ ）", "  "])
def test_the_next_post_is_no_value(head: str, filler: str) -> None:
    for blank, (between, gap) in product(_LABELS, (("\n", ""), ("  ", "\n"))):
        text = ""
        for i, (name, above, below) in enumerate(_POSTS):
            values = dict(zip(_LABELS, ("酿造车间", f"NZ-0{i}", "2人", above, below), strict=True))
            values[blank] = filler
            labels = [*(label for label in _LABELS if label != blank), blank]
            text += head.format(n=name, c="一二三"[i], i=i + 1) + "\n"
            text += between.join(f"{label}：{values[label]}" for label in labels) + "\n"
            text += "" if blank == "直接下级" else "岗位职责：\n1、做好本职工作记录。\n2、遵守操作规程。\n"
            text += gap
        organization = Organization([read_roles(read_plain("岗位.txt", text))])
        assert [n for n, role in organization.roles.items() if role.described] == [p[0] for p in _POSTS]
        for i, (name, above, below) in enumerate(_POSTS):
            values = dict(zip(_LABELS, ("酿造车间", f"NZ-0{i}", "2人", above, below), strict=True))
            for label, value in values.items():
                wanted = (None, above) if label == blank else (value,)
                assert organization.roles[name].text(_FIELDS[label][1]) in wanted, text


@pytest.mark.parametrize("value", ["人", "＿＿人", "    名"])
def test_a_headcount_without_its_number_is_blank(value: str) -> None:
    text = f"岗位名称：护士长\n编制：{value}\n岗位职责\n1.安排护士班次。\n2.检查护理质量。"
    role = read_roles(read_plain("护士长.txt", text)).roles[0]
    assert Field.HEADCOUNT not in role.facts
