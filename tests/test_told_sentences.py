"""What single sentences about a post tell, and the same description in several layouts."""

import pytest

from knowledge.documents.document import Source
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.lines import make_line
from knowledge.roles.role import Role
from knowledge.roles.told_sentences import Told, kind_of_sentence, purpose, rights_in

_NAMES = ("灯塔主任",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("灯塔主任设一名，隶属航标处，受处长领导。", Told.PLACE),
        ("共四名，归灯塔主任管理，没有下属。", Told.PLACE),
        ("守灯工、灯务员均直接向灯塔主任汇报。", Told.PLACE),
        ("守灯工的工作由灯塔主任安排。", Told.PLACE),
        ("由一名人员担任，下属为守灯工。", Told.PLACE),
        ("任务是保证灯器常亮。", Told.PURPOSE),
        ("设立灯塔主任的目的，是保证灯器常亮。", Told.PURPOSE),
        ("设灯塔主任是为了让灯器常亮。", Told.PURPOSE),
        ("主任的职责在于保证灯器常亮。", Told.PURPOSE),
        ("灯塔主任主持灯塔的全面工作。", Told.SUMMARY),
        ("有权关闭故障的灯器。", Told.RIGHT),
        ("灯器老化的，可以先行更换。", Told.RIGHT),
        ("五百元以内的备件由他决定。", Told.RIGHT),
        ("补给船的改期，须经其同意。", Told.RIGHT),
        ("对守灯工的奖惩，他有建议权。", Told.RIGHT),
        ("五百元以下的备件主任可以直接买。", Told.RIGHT),
        ("轮休的次序主任说了算。", Told.RIGHT),
        ("日常与海事局、补给船队保持联系。", Told.PARTNERS),
        ("他同气象台来往密切。", Told.PARTNERS),
        ("跟他打交道最多的是海事局和气象台。", Told.PARTNERS),
        ("在联系上，主任常找海事局。", Told.PARTNERS),
        ("其协作对象主要是海事局、气象台。", Told.PARTNERS),
        ("灯塔主任的联系单位为海事局和气象台。", Told.PARTNERS),
        ("灯塔主任休假时，由守灯工代理。", Told.OTHER),
        ("每晚点灯前检查灯器。", Told.WORK),
        ("负责与海事局的协调工作。", Told.WORK),
        ("灯器的采购由航标处处长审批。", Told.APART),
        ("本说明自2024年1月1日起执行。", Told.APART),
    ],
)
def test_what_a_sentence_tells(text: str, kind: Told) -> None:
    assert kind_of_sentence(make_line(text, Source("a", 1)), _NAMES) is kind


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("任务是保证灯器常亮", "保证灯器常亮"),
        ("设灯塔主任是为了让灯器常亮", "让灯器常亮"),
        ("主要任务是：检查灯器；更换灯泡", ""),
        ("每天检查灯器", ""),
    ],
)
def test_what_a_post_is_for(text: str, what: str) -> None:
    start = purpose(text, _NAMES)
    assert (text[start:] if start else "") == what


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("有权停灯，有权调班。", ["有权停灯", "有权调班。"]),
        ("可以停灯；对补给有建议权。", ["可以停灯", "对补给有建议权。"]),
        ("发现灯器老化的，可以先行更换。", ["发现灯器老化的，可以先行更换。"]),
    ],
)
def test_the_rights_of_a_sentence(text: str, rights: list[str]) -> None:
    assert [right.text for right in rights_in(make_line(text, Source("a", 1)))] == rights


def _roles(text: str) -> dict[str, Role]:
    return {role.name: role for role in read_roles(read_plain("说明.txt", text)).roles}


_KEEPER = "守灯工共六名，由灯塔主任领导，没有下属。每晚点灯。守灯工登记过往船只。遇大雾可以鸣笛。"
_CHIEF = (
    "灯塔主任设一名，受处长领导，手下有守灯工和轮机手。任务是保证灯器常亮。其工作：一是检查灯器；二是安排轮休；"
    "三是申领备件。有权停用故障的灯器。"
)


@pytest.mark.parametrize(
    "text",
    [
        f"各岗位的分工\n{_CHIEF}\n{_KEEPER}\n",
        f"各岗位的分工\n\n灯塔主任。{_CHIEF}\n\n守灯工。{_KEEPER}\n",
        f"第一条 为明确分工，制定本规定。\n第二条 {_CHIEF}\n第三条 {_KEEPER}\n第四条 本规定自即日起施行。\n",
        f"各岗位的分工\n\n灯塔主任岗位\n{_CHIEF.replace('灯塔主任', '本岗位')}\n\n守灯工岗位\n{_KEEPER}\n",
        f"各岗位的分工\n\n灯塔主任：{_CHIEF.removeprefix('灯塔主任')}\n\n"
        f"守灯工：{_KEEPER.removeprefix('守灯工')}\n",
        f"各岗位的分工\n一、灯塔主任\n{_CHIEF}\n二、守灯工\n{_KEEPER}\n",
        f"各岗位的分工\n航标处设灯塔主任一名，{_CHIEF.removeprefix('灯塔主任设一名，')}\n"
        f"另设守灯工六名，{_KEEPER.removeprefix('守灯工共六名，')}\n",
    ],
)
def test_the_same_posts_in_another_layout(text: str) -> None:
    roles = _roles(text)
    chief, keeper = roles["灯塔主任"], roles["守灯工"]
    assert (chief.superiors, chief.subordinates) == (("处长",), ("守灯工", "轮机手"))
    assert (chief.text(Field.HEADCOUNT), chief.text(Field.SUMMARY)) == ("一名", "保证灯器常亮")
    assert [duty.title.text for duty in chief.duties] == ["检查灯器", "安排轮休", "申领备件"]
    assert [item.text for listing in chief.authorities for item in listing.items] == ["有权停用故障的灯器"]
    assert keeper.superiors == ("灯塔主任",)
    assert keeper.text(Field.HEADCOUNT) in ("六名", "共六名")
    assert [duty.title.text for duty in keeper.duties] == ["每晚点灯", "守灯工登记过往船只"]
    assert [item.text for listing in keeper.authorities for item in listing.items] == ["遇大雾可以鸣笛"]


@pytest.mark.parametrize(
    ("place", "below"),
    [
        ("手下带守灯工和轮机手", ("守灯工", "轮机手")),
        ("手下三人，分别是守灯工、轮机手和炊事员", ("守灯工", "轮机手", "炊事员")),
        ("值守期间指挥守灯工和轮机手", ("守灯工", "轮机手")),
        ("下面有学徒和副手", ("学徒", "副手")),
        ("下面有两个仓库和一个码头", ()),
        ("指挥安全和生产", ()),
        ("带领守灯工、安全员按章作业", ("守灯工", "安全员")),
    ],
)
def test_whom_a_clause_puts_below_a_post(place: str, below: tuple[str, ...]) -> None:
    text = f"一、灯塔主任\n灯塔主任受处长领导，{place}。\n灯塔主任负责检查灯器。灯塔主任每天登记油量。\n"
    assert _roles(text)["灯塔主任"].subordinates == below


@pytest.mark.parametrize(
    ("place", "count"),
    [
        ("全塔就一个人", "一个人"),
        ("全处设一人", "一人"),
        ("处里设一名", "一名"),
        ("一共两人", "两人"),
        ("每天抽查三人", ""),
        ("手下共有三人", ""),
    ],
)
def test_how_many_hold_a_post(place: str, count: str) -> None:
    text = f"一、灯塔主任\n灯塔主任受处长领导，{place}。\n灯塔主任负责检查灯器。灯塔主任每天登记油量。\n"
    assert (_roles(text)["灯塔主任"].text(Field.HEADCOUNT) or "").endswith(count)
    assert bool(_roles(text)["灯塔主任"].text(Field.HEADCOUNT)) == bool(count)


def test_the_superior_may_be_the_subject() -> None:
    text = "一、灯塔主任\n灯塔主任属航标处，航标处处长是其直接上级。\n灯塔主任检查灯器。灯塔主任登记油量。\n"
    assert _roles(text)["灯塔主任"].superiors == ("航标处处长",)


def test_a_short_name_above_a_list_is_a_label() -> None:
    text = "第一条 灯塔队队长\n灯塔队队长在处长领导下工作。\n队长的职责：\n（1）检查灯器；\n（2）登记油量。\n"
    text += "第二条 守灯工\n守灯工由灯塔队队长领导，每晚点灯。守灯工登记油量。\n"
    roles = _roles(text)
    assert set(roles) == {"灯塔队队长", "守灯工"}
    assert [duty.title.text for duty in roles["灯塔队队长"].duties] == ["检查灯器", "登记油量"]
