"""Tables of posts in layouts drawn at random: each gives the same organization, field by field."""

from collections.abc import Callable, Iterator

import pytest

from knowledge.documents.document import Document
from knowledge.documents.excel import read_excel
from knowledge.documents.plain import read_plain
from knowledge.documents.word import read_word
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from tests.drawn_tables import DEPARTMENT, POSTS, Drawn, subordinates
from tests.drawn_texts import Rows, bars, boxes, gaps, tabs, text

_SEEDS = range(30)
_TEXT_SEEDS = range(12)


def _read(drawn: Drawn) -> Document:
    return (read_excel if drawn.excel else read_word)(drawn.name, drawn.data)


@pytest.mark.parametrize("seed", _SEEDS)
def test_any_layout_gives_the_same_posts(seed: int) -> None:
    drawn = Drawn(seed)
    _check(Organization([read_roles(_read(drawn))]), drawn.titled)


@pytest.mark.parametrize("draw", [tabs, bars, boxes, gaps], ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("seed", _TEXT_SEEDS)
def test_tables_drawn_in_text_give_the_same_posts(seed: int, draw: Callable[[Rows], Iterator[str]]) -> None:
    drawn = Drawn(seed)
    document = read_plain("岗位说明书.txt", text(drawn.parts, draw).decode())
    _check(Organization([read_roles(document)]), drawn.titled)


def _check(organization: Organization, titled: bool) -> None:
    described = [name for name, role in organization.roles.items() if role.described]
    assert sorted(described) == sorted(post.name for post in POSTS)
    for post in POSTS:
        role = organization.roles[post.name]
        facts = {field: passage.text.strip() for field, passage in role.facts.items()}
        assert facts[Field.DEPARTMENT] == DEPARTMENT
        assert facts[Field.HEADCOUNT] == post.headcount
        assert facts[Field.CODE] == post.code
        assert facts[Field.SUMMARY].rstrip("。；") == post.summary
        assert [line.superior for line in organization.superiors(post.name)] == [post.superior]
        below = {line.subordinate for line in organization.subordinates(post.name)}
        assert below == set(subordinates(post))
        duties = [(duty.title.text, tuple(task.text for task in duty.tasks)) for duty in role.duties]
        assert duties == (list(post.duties) if titled else [(said, ()) for said in post.statements])
        assert [item.text for kind in role.authorities for item in kind.items] == list(post.rights)
