"""Pages without line breaks whose titles all begin with the organization, and rules behind the last form."""

from pathlib import Path

import pytest

from knowledge.documents.reader import read_document
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading

_FORM = (
    "{lead}{name}岗位说明书岗位名称:{name}所属部门:工程科直接上级:{superior}岗位编制:1人岗位职责:1、负责{name}的日常事务;"
    "2、完成领导交办的其他工作。工作权限:1、人员调配的建议权;2、违章的制止权。工作协作关系:内部协作关系财务科、办公室"
    "外部协作关系{partner}"
)
_POSTS = [
    ("工程科科长", "副经理", "镇供电所"),
    ("施工员", "工程科科长", "自来水厂"),
    ("材料员", "工程科科长", "砂石供应商"),
]
_RULES = (
    "一、材料采购:单笔1000元以内由工程科科长批准;1000元以上的,由副经理批准。二、请假:1天以内由工程科科长批准。"
    "三、本规定自印发之日起执行。"
)


def _reading(folder: Path, lead: str, end: str) -> Reading:
    forms = (_FORM.format(lead=lead, name=name, superior=up, partner=who) for name, up, who in _POSTS)
    (folder / "职责.txt").write_text("".join(forms) + end, encoding="utf-8")
    return read_roles(read_document(folder / "职责.txt"))


def _outside(reading: Reading) -> list[str]:
    return [item.text for role in reading.roles for item in role.collaboration[1].items]


@pytest.mark.parametrize("lead", ["", "宏远建筑公司", "县第二中学", "红星厂"])
def test_the_name_before_all_titles_is_no_value(tmp_path: Path, lead: str) -> None:
    reading = _reading(tmp_path, lead, "")
    assert [role.name for role in reading.roles] == ["工程科科长", "施工员", "材料员"]
    assert _outside(reading) == ["镇供电所", "自来水厂", "砂石供应商"]


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("宏远建筑公司", "宏远建筑公司工程科审批权限规定"),
        ("宏远建筑公司", "宏远建筑公司内部管理办法"),
        ("", "工程科审批权限规定"),
        ("", "审批权限"),
        ("", "审批管理办法（试行）"),
        ("", "三、审批规定"),
        ("", "附件：审批权限一览"),
        ("红星厂", "审批细则："),
    ],
)
def test_rules_behind_the_last_form(tmp_path: Path, lead: str, title: str) -> None:
    reading = _reading(tmp_path, lead, title + _RULES)
    told = [(a.matter, a.condition, a.steps[-1].who) for a in reading.approvals]
    assert told == [
        ("材料采购", "单笔1000元以内", "工程科科长"),
        ("材料采购", "1000元以上", "副经理"),
        ("请假", "1天以内", "工程科科长"),
    ]
    assert _outside(reading) == ["镇供电所", "自来水厂", "砂石供应商"]


@pytest.mark.parametrize(
    "duty",
    [
        "执行请假规定1.按时上报,由科长批准",
        "起草审批制度一、二稿,报科长审定",
        "熟悉财务制度,一、二级采购由科长审批",
    ],
)
def test_a_duty_about_rules_is_none(tmp_path: Path, duty: str) -> None:
    text = _FORM.format(lead="", name="施工员", superior="科长", partner="供电所").replace(
        "完成领导交办的其他工作", duty
    )
    (tmp_path / "职责.txt").write_text(text, encoding="utf-8")
    (role,) = read_roles(read_document(tmp_path / "职责.txt")).roles
    assert [item.text for listing in role.collaboration for item in listing.items][-1] == "供电所"
    assert duty[:4] in "".join(item.title.text for item in role.duties)
