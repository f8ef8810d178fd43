"""The organization as data and as a tree."""

import json
from pathlib import Path
from typing import Any

import pytest

import knowledge
from bot.show import organization_object, organization_text
from knowledge import Handbook

SAMPLE = Path(knowledge.__file__).parent / "sample"
ROLE_KEYS = {
    "name": str,
    "aliases": list,
    "department": str | None,
    "superior": str | None,
    "subordinates": list,
    "headcount": str | None,
    "code": str | None,
    "summary": str | None,
    "duties": list,
    "authorities": dict,
    "collaboration": dict,
    "document": str,
}


@pytest.fixture(scope="module")
def shown(handbook: Handbook) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json.dumps(organization_object(handbook.organization)))
    return loaded


def test_object_has_the_parts_of_the_contract(shown: dict[str, Any]) -> None:
    assert {"roles", "departments", "approvals", "unplaced"} <= shown.keys()
    assert len(shown["roles"]) == 9
    assert shown["unplaced"] == []


def test_roles_have_the_keys_and_types_of_the_contract(shown: dict[str, Any]) -> None:
    for role in shown["roles"]:
        wrong = {key for key, kind in ROLE_KEYS.items() if not isinstance(role[key], kind)}
        assert wrong == set(), role["name"]
        for duty in role["duties"]:
            assert isinstance(duty["title"], str)
            assert all(isinstance(task, str) for task in duty["tasks"])
        for kinds in (role["authorities"], role["collaboration"]):
            assert all(isinstance(item, str) for items in kinds.values() for item in items)


def test_departments_have_the_keys_of_the_contract(shown: dict[str, Any]) -> None:
    (department,) = shown["departments"]
    assert department["name"] == "集团客户部"
    assert department["overview"]
    assert len(department["functions"]) == 8
    assert all(function["title"] and function["items"] for function in department["functions"])


def test_strings_are_verbatim(shown: dict[str, Any]) -> None:
    for role in shown["roles"]:
        document = (SAMPLE / role["document"]).read_text("utf-8")
        listed = [*role["authorities"].values(), *role["collaboration"].values()]
        texts = [
            role["name"],
            role["department"],
            role["summary"],
            *(item for items in listed for item in items),
        ]
        texts += [text for duty in role["duties"] for text in (duty["title"], *duty["tasks"])]
        assert [text for text in texts if text not in document] == []
        assert not any(text.endswith(("。", "；")) for text in texts)


@pytest.mark.parametrize(
    ("name", "superior", "subordinates", "code"),
    [
        ("总经理", None, ["副总经理"], "JK-01"),
        ("客户开发主管", "集团客户部经理", ["客户开发专员"], "JK-04"),
        ("售后支持专员", "售后支持主管", [], "JK-09"),
    ],
)
def test_relations_are_those_of_the_documents(
    shown: dict[str, Any], name: str, superior: str | None, subordinates: list[str], code: str
) -> None:
    role = next(role for role in shown["roles"] if role["name"] == name)
    assert (role["superior"], role["subordinates"], role["code"]) == (superior, subordinates, code)


def test_every_name_leads_back_to_its_role(handbook: Handbook, shown: dict[str, Any]) -> None:
    names = {role["name"] for role in shown["roles"]} | set(shown["mentioned"])
    assert names == set(handbook.organization.roles)
    for role in shown["roles"]:
        for relative in [role["superior"], *role["subordinates"]]:
            assert relative is None or relative in names
        for subordinate in role["subordinates"]:
            below = next((r for r in shown["roles"] if r["name"] == subordinate), None)
            assert below is None or below["superior"] == role["name"]
        for spelling in [role["name"], *role["aliases"]]:
            answer, _ = handbook.ask(f"{spelling}的岗位编号是多少")
            assert role["code"] in answer.says[0].slots.values(), spelling


@pytest.mark.parametrize(
    "order",
    [
        "12",
        "21",
    ],
)
def test_aliases_lead_to_the_full_name_in_any_order(tmp_path: Path, order: str) -> None:
    texts = ("岗位名称：客户开发主管\n直接下级：客开专员\n", "岗位名称：客户开发专员\n直接上级：客开主管\n")
    for name, text in zip(order, texts, strict=True):
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    shown = organization_object(Handbook.load([tmp_path]).organization)
    roles = {role["name"]: role for role in shown["roles"]}
    assert set(roles) == {"客户开发主管", "客户开发专员"}
    assert shown["mentioned"] == []
    assert "客开主管" in roles["客户开发主管"]["aliases"]
    assert roles["客户开发专员"]["superior"] == "客户开发主管"
    assert roles["客户开发主管"]["subordinates"] == ["客户开发专员"]


def test_what_is_left_empty_is_null_or_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "甲.md").write_text("# 甲专员\n\n岗位名称：甲专员\n直接上级：\n岗位编制：\n", "utf-8")
    (role,) = organization_object(Handbook.load([tmp_path]).organization)["roles"]
    assert (role["superior"], role["headcount"], role["department"], role["summary"]) == (None,) * 4
    assert (role["subordinates"], role["duties"]) == ([], [])


def test_tree_indents_every_role_below_its_superior(handbook: Handbook) -> None:
    lines = organization_text(handbook.organization).splitlines()
    depth = {
        line.strip("- ").split("（")[0]: line.index("-") // 2
        for line in lines
        if line.strip().startswith("-")
    }
    assert list(depth.values()).count(0) == 1
    for name in handbook.organization.roles:
        assert depth[name] == len(handbook.organization.chain(name))


def test_tree_ends_where_reporting_lines_turn_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "甲.md").write_text("岗位名称：甲主管\n直接上级：乙主管\n", "utf-8")
    (tmp_path / "乙.md").write_text("岗位名称：乙主管\n直接上级：甲主管\n", "utf-8")
    text = organization_text(Handbook.load([tmp_path]).organization)
    assert [text.count(f"- {name}（") for name in ("甲主管", "乙主管")] == [1, 1]
