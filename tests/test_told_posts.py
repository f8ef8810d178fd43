"""Posts of which paragraphs tell without any heading, each beginning with the name."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading
from knowledge.roles.role import Role

_HEAD = "松岭马场\n各岗位的说明\n为把马场管好，现将各岗位的分工说明如下，请遵照执行。\n"
_SECOND = "饲养员共六名，归马厩主管领导，没有下属。负责给马添草添料。每天清扫马厩。有权拒收发霉的草料。"


def _read(*paragraphs: str) -> Reading:
    return read_roles(read_plain("说明.txt", _HEAD + "\n".join(paragraphs) + "\n"))


def _role(name: str, *paragraphs: str) -> Role:
    return next(role for role in _read(*paragraphs).roles if role.name == name)


def _duties(role: Role) -> list[str]:
    return [duty.title.text for duty in role.duties]


def _rights(role: Role) -> list[str]:
    return [item.text for listing in role.authorities for item in listing.items]


def _partners(role: Role) -> list[str]:
    return [item.text for listing in role.collaboration for item in listing.items]


@pytest.mark.parametrize(
    "place",
    [
        "马厩主管设一名，受场长领导，下面管饲养员和钉蹄工。",
        "马厩主管一名，由场长直接领导，手下有饲养员、钉蹄工。",
        "马场设马厩主管一名，由场长领导，带领饲养员和钉蹄工。",
        "马厩主管归场长管，编制一名，直接领导饲养员和钉蹄工。",
        "马厩主管听场长的安排，全场设一名，手下有饲养员和钉蹄工。",
        "马厩主管对场长负责，定员一名，管着饲养员、钉蹄工。",
    ],
)
@pytest.mark.parametrize(
    "work",
    [
        "马厩主管的任务是把马养好。负责安排放牧。组织每月的体检。登记马匹档案。",
        "任务是把马养好。其职责：一是安排放牧；二是组织每月的体检；三是登记马匹档案。",
        "设这个岗位是为了把马养好。该岗位的工作有三项：一是安排放牧，二是组织每月的体检，三是登记马匹档案。",
    ],
)
def test_a_paragraph_that_begins_with_the_name_of_a_post(place: str, work: str) -> None:
    rest = "有权停用受伤的马，有权调换饲养员的班次。日常与兽医站、草料公司保持联系。"
    role = _role("马厩主管", f"{place}{work}{rest}", _SECOND)
    assert (role.superiors, role.subordinates) == (("场长",), ("饲养员", "钉蹄工"))
    assert (role.text(Field.HEADCOUNT), role.text(Field.SUMMARY)) == ("一名", "把马养好")
    assert [duty.removeprefix("负责") for duty in _duties(role)] == [
        "安排放牧",
        "组织每月的体检",
        "登记马匹档案",
    ]
    assert _rights(role) == ["有权停用受伤的马", "有权调换饲养员的班次"]
    assert _partners(role) == ["兽医站", "草料公司"]


def test_a_list_goes_on_in_the_next_paragraph() -> None:
    first = "马厩主管一名，受场长领导。其职责：一是安排放牧；二是组织体检；"
    role = _role("马厩主管", first, "三是登记马匹档案；四是采购草料。有权停用受伤的马。", _SECOND)
    assert _duties(role) == ["安排放牧", "组织体检", "登记马匹档案", "采购草料"]
    assert _rights(role) == ["有权停用受伤的马"]


def test_what_stands_behind_the_posts_is_of_none() -> None:
    rules = "关于开支的审批：单笔五百元以内的草料款，由马厩主管审批；超过五百元的，由场长审批。"
    reading = _read(
        "马厩主管一名，受场长领导。负责安排放牧。组织体检。登记马匹档案。",
        _SECOND,
        rules,
        "以上说明自2024年1月1日起执行。",
    )
    keeper = next(role for role in reading.roles if role.name == "饲养员")
    assert _duties(keeper) == ["负责给马添草添料", "每天清扫马厩"]
    assert len(reading.approvals) > 0


@pytest.mark.parametrize(
    "text",
    [
        "马厩主管受场长领导，饲养员受马厩主管领导。\n",  # a sentence about several lines describes none
        "场里设场长一名、马厩主管一名、饲养员六名，都住在场里，食宿由场里统一安排。\n草料由后勤负责采购，每月一次。\n",
    ],
)
def test_no_description(text: str) -> None:
    assert not [role for role in read_roles(read_plain("说明.txt", _HEAD + text)).roles if role.duties]


def test_a_superior_whose_name_has_a_joining_word() -> None:
    role = _role("马厩主管", "马厩主管一名，受市农业与畜牧局局长领导。负责安排放牧。组织体检。", _SECOND)
    assert role.superiors == ("市农业与畜牧局局长",)


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("可直接停用受伤的马。对草料的采购有建议权。有权劝离外人。", 3),
        ("有权停用受伤的马；对饲养员有考核权。", 2),
        ("停药权；调班权；", 2),
        ("有权停用受伤的马；草料采购单次2000元以内（含）的，可自行决定。", 2),
        ("五百元以内的草料由其审批。超过五百元的报场长。", 1),
    ],
)
def test_each_sentence_below_a_label_of_rights_is_one(text: str, rights: int) -> None:
    paper = f"马厩主管岗位说明\n马厩主管管好马匹。\n岗位职责\n安排放牧。组织体检。\n工作权限\n{text}\n"
    (role,) = read_roles(read_plain("马厩主管.txt", paper)).roles
    assert len(_rights(role)) == rights
