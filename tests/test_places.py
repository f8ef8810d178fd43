"""Departments told by the outline of a text without mark-up, of an invented bus company."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading


def _read(text: str, name: str = "制度.txt") -> Reading:
    return read_roles(read_plain(name, text))


def _functions(reading: Reading) -> dict[str, list[str]]:
    return {d.name: [f.title.text for f in d.functions] for d in reading.departments}


@pytest.mark.parametrize(
    "text",
    [
        "本公司各部门职能\n票务科\n1、负责售票和退票；\n2、核对票款。\n机务科\n1、负责车辆保养；\n2、采购配件。\n",
        "票务科\n①负责售票和退票\n②核对票款\n机务科\na.负责车辆保养\nb.采购配件\n",
        "1. 票务科\n负责售票和退票。核对票款。\n2. 机务科\n负责车辆保养；采购配件。\n",
        "一、票务科\n负责售票和退票。\n核对票款。\n二、机务科\n负责车辆保养。\n采购配件。\n",
        "票务科：负责售票和退票；核对票款。\n机务科：负责车辆保养；采购配件。\n",
        "票务科（大厅）\n1. 负责售票和退票\n2. 核对票款\n机务科（车场）\n1. 负责车辆保养\n2. 采购配件\n",
    ],
    ids=["bare", "two styles", "numbered", "chinese", "in a line", "remarks"],
)
def test_departments_alone(text: str) -> None:
    expected = {"票务科": ["负责售票和退票", "核对票款"], "机务科": ["负责车辆保养", "采购配件"]}
    reading = _read(text)
    assert _functions(reading) == expected
    assert reading.roles == ()


def test_what_stands_behind_a_blank_is_no_part_of_the_name() -> None:
    reading = _read(
        "调度室 车站的大脑\n统筹发车时刻，负责处理晚点。\n票务中心 车站的钱袋\n负责售票和票款的上缴。\n"
        "安检组 车站的眼睛\n以细致的目光守住旅客的行李。\n"
    )
    told = {d.name: d.overview.text if d.overview else "" for d in reading.departments}
    assert told == {
        "调度室": "统筹发车时刻，负责处理晚点",
        "票务中心": "负责售票和票款的上缴",
        "安检组": "以细致的目光守住旅客的行李",
    }


def test_places_that_no_table_knows() -> None:
    reading = _read("1. 人事局\n办理调动手续。管理档案。\n2. 档案馆\n保管文书。负责借阅登记。\n")
    assert [d.name for d in reading.departments] == ["人事局", "档案馆"]


_WORK = "1.负责车辆的年检；\n2.组织编制保养规程；\n3.协助保卫科调查事故。\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"机务科\n机务科属于公司的职能科室，下设维修班、配件库。\n主要工作有：\n{_WORK}", "制度.txt"),
        (f"机务\n机务科是公司的职能科室。\n主要业务\n{_WORK}", "制度.txt"),
        (f"机务科隶属于生产部门。\n职掌\n{_WORK}", "机务科.txt"),
        (f"首页 /\n科室 /\n机务科\n机务科职责：\n{_WORK}", "制度.txt"),
    ],
    ids=["title", "subject", "name of the file", "path of a page"],
)
def test_a_text_about_one_department(text: str, name: str) -> None:
    (department,) = _read(text, name).departments
    assert department.name == "机务科"
    assert [f.title.text for f in department.functions] == [
        "负责车辆的年检",
        "组织编制保养规程",
        "协助保卫科调查事故",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "参会单位\n票务科\n机务科\n保卫科\n请于周一到会。\n",
        "出纳岗位职责\n1、办理收付；\n2、登记账簿。\n协作关系\n票务科：核对票款\n机务科：支付配件款\n",
        "票务科\n售票员\n负责售票\n检票员\n负责检票\n机务科\n修理工\n负责修车\n洗车工\n负责洗车\n",
    ],
    ids=["a list of names", "partners of a post", "posts of departments"],
)
def test_no_description_of_departments(text: str) -> None:
    assert [d for d in _read(text).departments if d.functions] == []


def test_posts_stay_as_they_are_read() -> None:
    post = "售票员岗位职责\n1、出售车票；\n2、上缴票款。\n"
    places = "票务科\n1、负责售票和退票；\n2、核对票款。\n机务科\n1、负责车辆保养；\n2、采购配件。\n"
    reading = _read(f"{places}{post}")
    assert [role.name for role in reading.roles] == ["售票员"]
    assert [d.name for d in reading.departments] == ["票务科", "机务科"]


def test_paragraphs_below_a_marked_heading() -> None:
    text = "## 票务科\n负责售票和退票。核对票款。\n\n## 机务科\n机务科负责车辆保养。全科8人。\n"
    reading = read_roles(read_markdown("制度.md", text))
    assert _functions(reading) == {"票务科": ["负责售票和退票", "核对票款"], "机务科": []}
