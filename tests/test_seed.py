"""A real scraped page, read completely: every field against a truth that was written from the page by hand.

The page is not part of this repository. The truth names posts, departments and short facts; of each sentence
it keeps a digest, in order, so that a missing, added or changed sentence shows and says in which field.
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from knowledge import Handbook
from knowledge.organization import Organization
from knowledge.roles.labels import Field
from knowledge.roles.role import Duty, Listing, Passage, Role

_DATA = Path(__file__).parent / "data"
_SEED = Path(__file__).parents[2] / "shared" / "seeds" / "000_85067febe519458a.txt"
_TRUTH: dict[str, Any] = json.loads((_DATA / "seed_truth.json").read_text("utf-8"))
_FRAME = re.compile(
    r"上传|下载|举报|copyright|ICP|\.com|\d{6}|第\d+页|\d+\s*/\s*\d+|资源描述|相关资源|文档|点击|版权",
    re.IGNORECASE,
)
_FIELDS = [
    "aliases",
    "department",
    "superior",
    "superior_dotted",
    "subordinates",
    "subordinates_dotted",
    "headcount",
    "code",
    "level",
    "summary",
    "duties",
    "authorities",
    "collaboration",
    "others",
]

pytestmark = pytest.mark.skipif(not _SEED.exists(), reason=f"the seed document is not at {_SEED}")


@pytest.fixture(scope="module")
def organization() -> Organization:
    return Handbook.load([_SEED]).organization


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()[:12]


def _duty(duty: Duty) -> dict[str, Any]:
    tasks = [_digest(task.text) for task in duty.tasks]
    return {"label": duty.label, "title": _digest(duty.title.text), "tasks": tasks}


def _digests(listings: tuple[Listing, ...]) -> dict[str, list[str]]:
    return {listing.kind: [_digest(item.text) for item in listing.items] for listing in listings}


def _fields(organization: Organization, role: Role) -> dict[str, Any]:
    """What was read of a role, in the shape of the truth."""
    inferred = organization.naming.inferred.get(role.name, {})
    up = {dotted: [r.superior for r in organization.superiors(role.name, dotted)] for dotted in (False, True)}
    down = {
        dotted: [
            r.subordinate for r in organization.subordinates(role.name, dotted) if r.stated_by == role.name
        ]
        for dotted in (False, True)
    }
    return {
        "aliases": [*role.aliases, *inferred],
        "department": role.text(Field.DEPARTMENT),
        "superior": next(iter(up[False]), None),
        "superior_dotted": next(iter(up[True]), None),
        "subordinates": down[False],
        "subordinates_dotted": down[True],
        "headcount": role.text(Field.HEADCOUNT),
        "code": role.text(Field.CODE),
        "level": role.text(Field.LEVEL),
        "summary": _digest(role.text(Field.SUMMARY) or ""),
        "duties": [_duty(duty) for duty in role.duties],
        "authorities": _digests(role.authorities),
        "collaboration": {of.kind: [item.text for item in of.items] for of in role.collaboration},
        "others": _digests(role.others),
    }


def _passages(organization: Organization) -> list[Passage]:
    """Everything that was read, as passages."""
    found: list[Passage] = []
    for role in organization.described():
        found += [role.named, *role.facts.values()]
        found += [passage for duty in role.duties for passage in duty.passages()]
        listings = (*role.authorities, *role.collaboration, *role.others)
        found += [item for listing in listings for item in listing.items]
    for department in organization.departments.values():
        found += [department.named, *([department.overview] if department.overview else [])]
        found += [passage for function in department.functions for passage in function.passages()]
    return found


def test_the_roles_are_those_of_the_document(organization: Organization) -> None:
    assert [role.name for role in organization.described()] == [role["name"] for role in _TRUTH["roles"]]
    mentioned = [role.name for role in organization.roles.values() if not role.described]
    assert mentioned == _TRUTH["mentioned"]


@pytest.mark.parametrize("field", _FIELDS)
@pytest.mark.parametrize("truth", _TRUTH["roles"], ids=lambda role: str(role["name"]))
def test_every_field_of_a_role(organization: Organization, truth: dict[str, Any], field: str) -> None:
    read = _fields(organization, organization.role(truth["name"]))
    assert read[field] == truth[field], f"{truth['name']}: {field}"


@pytest.mark.parametrize("truth", _TRUTH["roles"], ids=lambda role: str(role["name"]))
def test_the_code_stands_there_blank(organization: Organization, truth: dict[str, Any]) -> None:
    assert organization.role(truth["name"]).blank == {Field.CODE}


def test_the_department(organization: Organization) -> None:
    read = [
        {
            "name": department.name,
            "overview": _digest(department.overview.text if department.overview else ""),
            "functions": [
                {"title": f.title.text, "items": [_digest(item.text) for item in f.tasks]}
                for f in department.functions
            ],
        }
        for department in organization.departments.values()
    ]
    assert read == _TRUTH["departments"]


def test_how_much_there_is() -> None:
    roles = _TRUTH["roles"]
    assert [len(role["duties"]) for role in roles] == [6, 7, 7, 4]
    assert [sum(len(duty["tasks"]) for duty in role["duties"]) for role in roles] == [27, 24, 18, 14]
    assert [[len(items) for items in role["authorities"].values()] for role in roles] == [
        [11, 4, 4],
        [7, 1, 5],
        [7, 1, 5],
        [7, 1, 5],
    ]
    assert [[len(items) for items in role["collaboration"].values()] for role in roles] == [
        [3, 10, 3],
        [1, 5, 3],
        [2, 9],
        [2, 9],
    ]
    functions = _TRUTH["departments"][0]["functions"]
    assert [len(function["items"]) for function in functions] == [2, 2, 1, 2, 1, 1, 3, 2, 0]


def test_the_page_around_it_is_nowhere(organization: Organization) -> None:
    read = _passages(organization)
    assert not [passage.text for passage in read if _FRAME.search(passage.text)]
    assert not [passage.quote for passage in read if _FRAME.search(passage.quote)]


def test_every_line_is_read_or_known_as_frame(organization: Organization) -> None:
    (reading,) = organization.readings
    assert [passage.source.line for passage in reading.frame] == _TRUTH["frame_lines"]
    assert reading.unplaced == ()
    assert {passage.source.line for passage in _passages(organization)} == {13}


def test_quotes_are_words_of_the_document(organization: Organization) -> None:
    document = _SEED.read_text("utf-8")
    assert not [passage.quote for passage in _passages(organization) if passage.quote not in document]


def test_texts_are_words_of_the_document(organization: Organization) -> None:
    document = _SEED.read_text("utf-8")
    assert not [passage.text for passage in _passages(organization) if passage.text not in document]
