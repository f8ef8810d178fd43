"""Many documents, one organization: roles joined across files, described twice, and of two organizations."""

import os
from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.conflict import differences
from knowledge.documents.reader import read_documents
from knowledge.merging import merged
from knowledge.neighbours import strangers
from knowledge.roles.labels import Field

_OLD = (
    "岗位名称：会计\n所在部门：财务部\n直接上级：财务经理\n岗位编制：2\n岗位职责：\n一、登记总账。\n"
    "二、审批500元以内的费用报销。\n工作权限：\n1、备用金的使用权。\n协作关系\n内部：出纳\n"
)
_NEW = (
    "岗位名称：会计（账务员）\n所在部门：财务部\n直接上级：财务总监\n岗位编制：3\n职级：P3\n岗位职责：\n一、登记总账。\n"
    "二、审批800元以内的费用报销。\n"
)
_TRADE = (
    "甲乙贸易有限公司岗位说明\n岗位名称：财务经理\n直接上级：总经理\n岗位编制：1\n岗位职责：\n一、审批费用报销。\n"
    "岗位名称：会计\n直接上级：财务经理\n岗位职责：\n一、登记总账。\n"
)
_FREIGHT = (
    "丙丁物流有限公司岗位说明\n岗位名称：财务经理\n直接上级：董事长\n岗位编制：3\n岗位职责：\n一、审批付款申请。\n"
    "岗位名称：出纳\n直接上级：财务经理\n岗位职责：\n一、办理结算。\n"
    "岗位名称：司机\n直接上级：总经理\n岗位职责：\n一、运输货物。\n"
)


def _folder(tmp_path: Path, texts: dict[str, str], ages: dict[str, int] | None = None) -> Path:
    for name, text in texts.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        if ages:
            os.utime(file, (ages[name], ages[name]))
    return tmp_path


# ── the same role twice ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder = tmp_path_factory.mktemp("twice")
    ages = {"旧.txt": 1_000, "新.txt": 2_000}
    return Handbook.load([_folder(folder, {"旧.txt": _OLD, "新.txt": _NEW}, ages)])


@pytest.mark.parametrize(
    ("question", "said", "label"),
    [
        ("会计的编制是多少", "3", "编制"),
        ("会计的上级是谁", "财务总监、财务经理", "直接上级"),
        ("会计的职责有哪些", "审批800元以内的费用报销", "职责"),
        ("700元的费用报销谁审批", "会计", "职责"),
    ],
)
def test_an_answer_that_two_descriptions_contradict_says_so(
    twice: Handbook, question: str, said: str, label: str
) -> None:
    answer, _ = twice.ask(question)
    notes = [say.slots for say in answer.says if say.key == "conflict"]
    assert said in "".join(value for say in answer.says for value in say.slots.values())
    assert [(note["role"], note["label"]) for note in notes] == [("会计", label)]
    assert "旧.txt" in notes[0]["one"] + notes[0]["other"]
    assert {piece.passage.source.document for piece in answer.evidence} == {"旧.txt", "新.txt"}


@pytest.mark.parametrize("question", ["会计的所在部门", "会计的职级是什么", "谁登记总账", "你好"])
def test_an_answer_on_which_both_agree_says_nothing_of_it(twice: Handbook, question: str) -> None:
    answer, _ = twice.ask(question)
    assert [say for say in answer.says if say.key == "conflict"] == []


def test_what_only_one_description_has_is_known(twice: Handbook) -> None:
    role = twice.organization.role("会计")
    assert role.text(Field.LEVEL) == "P3"
    assert [listing.kind for listing in role.authorities] == ["工作权限"]
    assert role.aliases == ("账务员",)
    answer, _ = twice.ask("账务员跟谁协作")
    assert "出纳" in "".join(value for say in answer.says for value in say.slots.values())


def test_descriptions_are_merged_without_repeating(twice: Handbook) -> None:
    first, second = twice.organization.descriptions["会计"]
    role = merged([first, second])
    titles = [duty.title.text for duty in role.duties]
    assert titles == ["登记总账", "审批800元以内的费用报销", "审批500元以内的费用报销"]
    assert [d.label for d in differences(first, second)] == ["直接上级", "编制", "职责"]
    assert differences(first, first) == []


@pytest.mark.parametrize(
    ("ages", "newest_wins", "headcounts"),
    [
        ({"旧.txt": 1_000, "新.txt": 2_000}, True, ["3"]),
        ({"旧.txt": 2_000, "新.txt": 1_000}, True, ["2"]),
        ({"旧.txt": 1_000, "新.txt": 1_000}, True, ["3", "2"]),
        ({"旧.txt": 1_000, "新.txt": 2_000}, False, ["3", "2"]),
    ],
)
def test_the_newest_file_wins_where_told(
    tmp_path: Path, ages: dict[str, int], newest_wins: bool, headcounts: list[str]
) -> None:
    folder = _folder(tmp_path, {"旧.txt": _OLD, "新.txt": _NEW}, ages)
    handbook = Handbook.load([folder], newest_wins=newest_wins)
    found = [role.text(Field.HEADCOUNT) for role in handbook.organization.descriptions["会计"]]
    assert found == headcounts


def test_the_newest_file_wins_for_departments_and_leaves_the_rest(tmp_path: Path) -> None:
    texts = {
        "甲.txt": "生产部部门职责\n1、编制计划。\n2、检验产品。\n岗位名称：班长\n岗位职责：\n1、点名。\n",
        "乙.txt": "生产部部门职责\n1、保养设备。\n2、保管工具。\n",
    }
    folder = _folder(tmp_path, texts, {"甲.txt": 1_000, "乙.txt": 2_000})
    newest = Handbook.load([folder], newest_wins=True).organization
    assert [f.title.text for f in newest.departments["生产部"].functions] == ["保养设备", "保管工具"]
    assert list(newest.roles) == ["班长"]
    both = Handbook.load([folder]).organization
    assert len(both.departments["生产部"].functions) == 4


# ── two organizations ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("甲乙贸易有限公司", "丙丁物流有限公司", True),
        ("甲乙贸易有限公司", "甲乙贸易有限公司", False),
        ("甲乙贸易", "甲乙贸易有限公司", False),
        ("甲乙贸易有限公司", "", False),
    ],
)
def test_who_are_strangers(one: str, other: str, apart: bool) -> None:
    assert strangers(one, other) is apart
    assert strangers(other, one) is apart


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return Handbook.load([_folder(tmp_path_factory.mktemp("two"), {"甲.txt": _TRADE, "丙.txt": _FREIGHT})])


def test_posts_of_one_name_are_told_apart(neighbours: Handbook) -> None:
    trade, freight = "财务经理（甲乙贸易有限公司）", "财务经理（丙丁物流有限公司）"
    organization = neighbours.organization
    assert {trade, freight} <= set(organization.roles)
    assert organization.repeated == []
    assert [line.superior for line in organization.chain("会计")][:1] == [trade]
    assert [line.superior for line in organization.chain("出纳")] == [freight, "董事长"]
    assert [line.subordinate for line in organization.subordinates(freight)] == ["出纳"]


def test_those_who_are_only_mentioned_are_told_apart_too(neighbours: Handbook) -> None:
    below = ("司机", "财务经理（甲乙贸易有限公司）")
    above = {neighbours.organization.superiors(name)[0].superior for name in below}
    assert len(above) == 2
    assert all(name.startswith("总经理") for name in above)


@pytest.mark.parametrize(
    ("question", "status", "roles"),
    [
        ("财务经理的上级是谁", "ambiguous", ()),
        ("丙丁物流有限公司的财务经理的上级是谁", "answered", ("董事长",)),
        ("甲乙贸易有限公司财务经理的下级是谁", "answered", ("会计",)),
        ("谁审批付款申请", "answered", ("财务经理（丙丁物流有限公司）",)),
    ],
)
def test_questions_ask_back_or_say_of_whom(
    neighbours: Handbook, question: str, status: str, roles: tuple[str, ...]
) -> None:
    answer, _ = neighbours.ask(question)
    assert (answer.status, answer.roles) == (status, roles)


def test_one_organization_with_and_without_title_is_one(tmp_path: Path) -> None:
    texts = {"甲.txt": _TRADE, "乙.txt": "岗位名称：出纳\n直接上级：财务经理\n岗位职责：\n一、办理结算。\n"}
    organization = Handbook.load([_folder(tmp_path, texts)]).organization
    assert [line.subordinate for line in organization.subordinates("财务经理")] == ["出纳", "会计"]


# ── files ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["甲/岗位.txt", "乙/岗位.txt"], ["乙/岗位.txt", "甲/岗位.txt"]),
        (["甲/岗位.txt", "乙/别的.txt"], ["别的.txt", "岗位.txt"]),
        (["a/甲/岗位.txt", "b/甲/岗位.txt"], ["a/甲/岗位.txt", "b/甲/岗位.txt"]),
    ],
)
def test_files_of_one_name_are_told_apart(tmp_path: Path, files: list[str], names: list[str]) -> None:
    folder = _folder(tmp_path, {file: _OLD for file in files})
    documents = read_documents([folder]).read
    assert [document.name for document in documents] == names
    for document in documents:
        assert {block.source.document for block in document.blocks} == {document.name}


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    folder = _folder(tmp_path, {"甲.txt": _OLD})
    handbook = Handbook.load([folder, folder / "甲.txt", folder])
    assert handbook.organization.repeated == []
