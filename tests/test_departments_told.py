"""Departments that one sentence in the general part describes."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading

_POST = "第二章 岗位职责\n设备科科长岗位职责\n一、在厂长领导下工作。\n二、安排检修。\n"


def _read(sentence: str, title: str = "总则") -> Reading:
    return read_roles(read_plain("制度", f"第一章 {title}\n第一条 {sentence}\n{_POST}"))


@pytest.mark.parametrize(
    ("sentence", "functions", "count"),
    [
        (
            "设备科负责设备的保养；负责备件的管理。设备科定员3人。",
            ["负责设备的保养", "负责备件的管理"],
            "3人",
        ),
        ("设备科负责设备的保养和维修。", ["负责设备的保养和维修"], None),
        (
            "设备科是全厂设备的归口管理部门，负责设备的保养；承担技改任务。全科12人，其中科长1名、技师5名。",
            ["负责设备的保养", "承担技改任务"],
            "12人",
        ),
    ],
)
def test_a_department_in_a_sentence(sentence: str, functions: list[str], count: str | None) -> None:
    (department,) = _read(sentence).departments
    assert department.name == "设备科"
    said = [function.title.text for function in department.functions]
    assert [text[text.find(functions[i][:2]) :] for i, text in enumerate(said)] == functions
    fact = department.facts.get(Field.HEADCOUNT)
    assert (fact.text if fact else None) == count


def test_departments_that_are_set_up() -> None:
    text = "第一条 本院内设护理部、药剂科两个科室。\n第二条 药剂科负责药品采购；负责处方审核。\n"
    reading = read_roles(read_plain("院", f"第一章 总则\n{text}第二章 附则\n"))
    assert [department.name for department in reading.departments] == ["药剂科"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("设备科科长负责设备的保养；负责备件的管理。", "总则"),
        ("设备科负责人负责签字；负责盖章。", "总则"),
        ("财务科负责付款。", "总则"),
        ("设备科负责验收。", "采购流程"),
        ("设备科审核后，由厂长批准。", "总则"),
    ],
)
def test_what_describes_no_department(sentence: str, title: str) -> None:
    assert _read(sentence, title).departments == ()


_LIST = "1. 检修设备，记入台账；\n2. 管理备件库；\n3. 组织安全检查。\n"


@pytest.mark.parametrize(
    "opening",
    ["设备科管设备，职能有三项：", "设备科的主要职责如下：", "设备科承担以下工作："],
)
def test_functions_in_a_list_below_a_sentence(opening: str) -> None:
    text = f"# 总则\n\n1. 本厂设设备科、财务科。\n2. {opening}\n" + "".join(
        f"   {line}\n" for line in _LIST.splitlines()
    )
    reading = read_roles(read_markdown("厂", text + "3. 财务科的职能另行规定。\n"))
    (department,) = reading.departments
    assert department.name == "设备科"
    assert [function.title.text for function in department.functions] == [
        "检修设备，记入台账",
        "管理备件库",
        "组织安全检查",
    ]


def test_a_list_below_a_post_is_no_function() -> None:
    text = f"# 总则\n\n本厂设设备科、财务科。\n\n设备科科长的职责如下：\n\n{_LIST}"
    assert read_roles(read_markdown("厂", text)).departments == ()
