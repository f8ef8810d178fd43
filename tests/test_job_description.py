"""Whole documents to roles and departments, in every layout."""

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.documents.reader import read_document, read_documents
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading
from knowledge.roles.role import Duty, Listing, Passage, Role

_LAYOUTS = Path(__file__).parent / "data" / "layouts"
_EXPECTED: dict[str, dict[str, Any]] = json.loads((_LAYOUTS / "expected.json").read_text("utf-8"))
_SOFTWARE = Path(__file__).parents[2] / "shared" / "questions" / "software"
_GOLD = _SOFTWARE / "roles-gold.json"
_TRUTH: list[dict[str, Any]] = json.loads(_GOLD.read_text("utf-8"))["roles"] if _GOLD.exists() else []
_here = pytest.mark.skipif(not _TRUTH, reason=f"the sample documents are not at {_SOFTWARE}")


def _read(text: str, markdown: bool = False) -> Reading:
    return read_roles((read_markdown if markdown else read_plain)("岗位", text))


def _only(text: str, markdown: bool = False) -> Role:
    (role,) = _read(text, markdown).roles
    return role


def _lists(listings: tuple[Listing, ...]) -> dict[str, list[str]]:
    return {listing.kind: [item.text for item in listing.items] for listing in listings}


def _texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]


def _said(reading: Reading) -> list[str]:
    """The lines that belong to no role."""
    return [*_texts(reading.unplaced), *(i.text for listing in reading.provisions for i in listing.items)]


# ── the sample documents, field by field ─────────────────────────────────────────────────────────────────


def _sample_fields(role: Role) -> dict[str, Any]:
    """A role in the shape of the truth of the sample documents."""
    return {
        "name": role.name,
        "aliases": list(role.aliases),
        "superior": next(iter(role.superiors), None),
        "superior_dotted": next(iter(role.dotted_superiors), None),
        "subordinates": list(role.subordinates),
        "subordinates_dotted": list(role.dotted_subordinates),
        **{of: role.text(Field(of)) for of in ("department", "headcount", "code", "level", "summary")},
        "duties": [
            {"title": d.title.text, "tasks": _texts(d.tasks), **({"label": d.label} if d.label else {})}
            for d in role.duties
        ],
        "authorities": _lists(role.authorities),
        "collaboration": _lists(role.collaboration),
    }


@pytest.fixture(scope="module")
def software() -> dict[str, Role]:
    readings = map(read_roles, read_documents([_SOFTWARE / "documents"]).read)
    return {role.name: role for reading in readings for role in reading.roles}


@_here
@pytest.mark.parametrize(
    ("truth", "field"),
    [pytest.param(r, f, id=f"{r['name']}-{f}") for r in _TRUTH for f in r if f != "document"],
)
def test_sample_documents(software: dict[str, Role], truth: dict[str, Any], field: str) -> None:
    assert _sample_fields(software[truth["name"]]).get(field) == truth[field]


@_here
def test_sample_documents_hold_no_other_role(software: dict[str, Role]) -> None:
    assert list(software) == [truth["name"] for truth in _TRUTH]


# ── documents of our own, one for each layout: tests/data/layouts ────────────────────────────────────────


def _duties(duties: tuple[Duty, ...]) -> list[list[str]]:
    """Each duty as its label, its statement and its tasks."""
    return [[duty.label, *_texts(tuple(duty.passages()))] for duty in duties]


def _own_fields(role: Role) -> dict[str, Any]:
    """Everything that was read of a role; what is empty left out."""
    short = ("department", "superior", "headcount", "code", "level", "summary")
    absent = ("superior", "subordinates")
    fields = {
        "name": role.name,
        "aliases": list(role.aliases),
        "superiors": list(role.superiors),
        "dotted_superiors": list(role.dotted_superiors),
        "subordinates": list(role.subordinates),
        "dotted_subordinates": list(role.dotted_subordinates),
        **{of: role.text(Field(of)) for of in short if not (of in absent and Field(of) in role.none)},
        "none": sorted(role.none),
        "blank": sorted(role.blank),
        "duties": _duties(role.duties),
        "authorities": _lists(role.authorities),
        "collaboration": _lists(role.collaboration),
        "others": _lists(role.others),
    }
    return {key: value for key, value in fields.items() if value}


@pytest.mark.parametrize("name", _EXPECTED)
def test_roles_of_a_layout(name: str) -> None:
    reading = read_roles(read_document(_LAYOUTS / name))
    assert [_own_fields(role) for role in reading.roles] == _EXPECTED[name]["roles"]


@pytest.mark.parametrize("name", _EXPECTED)
def test_departments_of_a_layout(name: str) -> None:
    departments = [
        {
            "name": department.name,
            **({"overview": department.overview.text} if department.overview else {}),
            "functions": [text for function in department.functions for text in _texts((function.title,))],
        }
        for department in read_roles(read_document(_LAYOUTS / name)).departments
    ]
    assert departments == _EXPECTED[name].get("departments", [])


@pytest.mark.parametrize("name", _EXPECTED)
def test_what_belongs_to_nothing_is_named(name: str) -> None:
    reading = read_roles(read_document(_LAYOUTS / name))
    assert sorted(_texts(reading.unplaced)) == sorted(_EXPECTED[name].get("unplaced", []))
    assert _lists(reading.provisions) == _EXPECTED[name].get("provisions", {})
    assert _texts(reading.frame) == _EXPECTED[name].get("frame", [])


@pytest.mark.parametrize("name", _EXPECTED)
def test_sources_and_quotes_of_a_layout(name: str) -> None:
    text = (_LAYOUTS / name).read_text("utf-8")
    lines = text.split("\n")
    for role in read_roles(read_document(_LAYOUTS / name)).roles:
        listings = (*role.authorities, *role.collaboration, *role.others)
        passages = [p for duty in role.duties for p in duty.passages()]
        for passage in [*passages, *(item for listing in listings for item in listing.items)]:
            first = passage.text.split("：")[0]
            assert first[:6] in lines[passage.source.line - 1]
            pieces = passage.quote.split("\n") if name.endswith("txt") else [first[:6]]
            assert all(piece in text for piece in pieces)


# ── values, relations and titles ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("value", ["无", "—", "-", "/", "无。", "暂无", "无（由经理兼）"])
@pytest.mark.parametrize(
    "layout", ["直接下级：{}", "| 岗位 | 会计 |\n|-|-|\n| 直接下级 | {} |", "直接下级\n{}"]
)
def test_a_value_stated_as_none(layout: str, value: str) -> None:
    head = "" if "|" in layout else "岗位名称：会计\n"
    role = _only(head + layout.format(value), markdown="|" in layout)
    assert (set(role.none), set(role.blank)) == ({Field.SUBORDINATES}, set())
    assert role.subordinates == ()


@pytest.mark.parametrize(
    "text",
    [
        "岗位名称：会计\n直接下级：",
        "岗位名称：会计\n直接下级：　　编制：2",
        "岗位名称：会计\n直接下级\n编制：2",
    ],
)
def test_a_value_left_blank(text: str) -> None:
    role = _only(text)
    assert (set(role.none), set(role.blank)) == (set(), {Field.SUBORDINATES})


@pytest.mark.parametrize(
    ("sentence", "superior"),
    [
        ("在总经理的领导下，主持工作。", "总经理"),
        ("在总经理领导下，主持工作。", "总经理"),
        ("在仓储科科长的直接领导下，负责入库工作。", "仓储科科长"),
        ("在分管副总的统一领导下，主持工作。", "分管副总"),
        ("主持工作，对总经理负责。", "总经理"),
        ("主持工作，对董事会负责。", "董事会"),
        ("主持工作，向主任负责。", "主任"),
        ("向人事经理汇报工作。", "人事经理"),
        ("受采购经理领导，执行采购。", "采购经理"),
        ("工作上服从人事行政科的领导和调配。", "人事行政科"),
        ("及时向护士长汇报病情。", "护士长"),
        ("在总经理指导下，检查质量。", None),
        ("在区联社财务科指导下，制定办法。", None),
        ("对客户满意度负责。", None),
        ("对工程质量和安全负责。", None),
        ("对病人负责。", None),
        ("对上级主管负责。", None),
        ("定期向上级主管领导汇报工作。", None),
        ("监督总经理的工作。", None),
        ("在总经理和副总经理领导下工作。", ["总经理", "副总经理"]),
    ],
)
def test_relations_in_prose(sentence: str, superior: str | list[str] | None) -> None:
    role = _only(f"主任助理岗位职责\n一、认真工作。\n二、{sentence}")
    above = (superior,) if isinstance(superior, str) else tuple(superior or ())
    assert role.superiors == above
    assert (Field.SUPERIOR in role.facts) is (superior is not None)
    if superior:
        assert role.facts[Field.SUPERIOR].source.line == 3


def test_a_labelled_superior_goes_before_prose() -> None:
    role = _only("岗位名称：会计\n直接上级：财务经理\n岗位职责：\n1、在总经理的领导下工作。")
    assert role.superiors == ("财务经理",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "社主任的岗位职责【岗位职责01】\n一、甲。\n社副主任的岗位职责【岗位职责02】\n一、乙。",
            ["社主任", "社副主任"],
        ),
        ("一、仓库主管岗位职责\n1、甲。\n2、乙。\n二、仓管员岗位职责\n1、丙。", ["仓库主管", "仓管员"]),
        ("总经理职责\n1、主持工作。\n会计职责\n1、记账。", ["总经理", "会计"]),
        ("炊事员及值班员岗位职责\n一、做饭。", ["炊事员及值班员"]),
        ("保安队长岗位职能：\n1、巡查。", ["保安队长"]),
        ("岗位名称：司 机\n直接上级：经理", ["司机"]),
        ("岗位名称：班长：\n直接上级：主任", ["班长"]),
        ("各部门岗位职责\n1、遵守制度。", []),
        ("公司考勤制度\n1、按时上班。", []),
        ("审批权限表\n说明：无需该环节。", []),
    ],
)
def test_titles_name_roles(text: str, names: list[str]) -> None:
    assert [role.name for role in _read(text).roles] == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("各部门岗位职责\n1、遵守制度。", "遵守制度"),
        ("公司考勤制度\n1、按时上班。", "按时上班"),
        ("说明书\n甲乙丙", "甲乙丙"),
    ],
)
def test_nothing_is_lost_where_nothing_is_a_role(text: str, said: str) -> None:
    assert _said(_read(text))[-1] == said


def test_the_organization_a_role_belongs_to() -> None:
    text = "甲乙合作社岗位职责\n主任岗位职责\n一、甲。\n丙丁服务有限公司岗位说明\n经理岗位职责\n一、乙。"
    found = [(role.name, role.organization) for role in _read(text).roles]
    assert found == [("主任", "甲乙合作社"), ("经理", "丙丁服务有限公司")]


def test_a_wrapped_item_is_quoted_as_it_stands() -> None:
    (first, _) = read_roles(read_document(_LAYOUTS / "page_heads.txt")).roles[0].duties
    assert first.title.quote == "检查各岗的交\n接情况"


def test_what_has_no_number_stands_below_the_counted_item_above_it() -> None:
    """As Word keeps 1. with bullets below it: two lists, each at its own first depth."""
    here = Source("岗位.docx", 1)
    items = [("管理窗口", 1), ("排定值班", None), ("巡查服务台", None), ("处理意见", 1), ("答复投诉", None)]
    blocks = [
        Block(Kind.HEADING, "领班", here, 1),
        Block(Kind.HEADING, "岗位职责", here, 2),
        *(Block(Kind.ITEM, text, here, 1, number) for text, number in items),
    ]
    (role,) = read_roles(Document("岗位.docx", tuple(blocks))).roles
    assert [(duty.title.text, [task.text for task in duty.tasks]) for duty in role.duties] == [
        ("管理窗口", ["排定值班", "巡查服务台"]),
        ("处理意见", ["答复投诉"]),
    ]
