"""Tables of posts in layouts drawn at random: each gives the same organization, field by field."""

import pytest

from knowledge.documents.document import Document
from knowledge.documents.excel import read_excel
from knowledge.documents.word import read_word
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from tests.drawn_tables import DEPARTMENT, POSTS, Drawn, subordinates

_SEEDS = range(30)


def _read(drawn: Drawn) -> Document:
    return (read_excel if drawn.excel else read_word)(drawn.name, drawn.data)


@pytest.mark.parametrize("seed", _SEEDS)
def test_any_layout_gives_the_same_posts(seed: int) -> None:
    drawn = Drawn(seed)
    organization = Organization([read_roles(_read(drawn))])
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
        assert duties == (list(post.duties) if drawn.titled else [(said, ()) for said in post.statements])
        assert [item.text for kind in role.authorities for item in kind.items] == list(post.rights)
