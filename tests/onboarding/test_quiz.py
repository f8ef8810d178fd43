"""The quiz: what is right stands in the documents, what is wrong could be meant by no line of the role's."""

from pathlib import Path

import pytest

from bot.onboarding.quiz import Question, quiz
from bot.selftest.likeness import Likeness
from knowledge import Handbook
from knowledge.organization import Organization
from tests.pictures.posts import organization, post

_SHARED = Path(__file__).parents[3] / "shared" / "questions"
_MORE = [_SHARED / name / "documents" for name in ("software", "coop")]


def _every(handbook: Handbook) -> list[tuple[str, Question]]:
    roles = handbook.organization.described()
    return [(role.name, question) for role in roles for question in quiz(handbook.organization, role.name)]


@pytest.fixture(scope="module", params=[None, *_MORE], ids=["sample", *(path.parent.name for path in _MORE)])
def book(request: pytest.FixtureRequest, handbook: Handbook) -> Handbook:
    if request.param is None:
        return handbook
    if not request.param.exists():
        pytest.skip(f"the documents are not at {request.param}")
    return Handbook.load([request.param])


def test_every_question_can_be_put(book: Handbook) -> None:
    asked = _every(book)
    assert len(asked) > 20
    for role, question in asked:
        assert 3 <= len(question.choices) <= 4
        assert len(set(question.choices)) == len(question.choices)
        assert question.choices[question.right - 1] == question.answer
        assert question.proof.quote
        assert role in question.text


def test_the_right_choice_is_what_its_line_says(book: Handbook) -> None:
    for role, question in _every(book):
        quote = question.proof.passage.text
        if question.key == "superior":
            superiors = [line.superior for line in book.organization.superiors(role)]
            assert [question.answer] == superiors
        elif question.key in ("duty", "right"):
            assert question.answer == quote
        elif question.key == "partner":
            assert quote.startswith(question.answer)
        else:
            assert question.text.split("“")[1].rstrip("”").replace("____", question.answer) == quote


def test_no_wrong_choice_could_be_meant(book: Handbook) -> None:
    for role, question in _every(book):
        own = [s.folded for s in book.organization.statements if s.owner == role]
        wrong = [choice for choice in question.choices if choice != question.answer]
        if question.key in ("duty", "right"):
            likeness = Likeness(own)
            assert all(max(likeness.shares(choice).values(), default=0) < 0.5 for choice in wrong)
        elif question.key == "partner":
            partners = [i.text for x in book.organization.role(role).collaboration for i in x.items]
            assert not [c for c in wrong if any(c in text for text in (*partners, *own))]
        elif question.key == "superior":
            lines = [*book.organization.superiors(role), *book.organization.superiors(role, dotted=True)]
            assert not {line.superior for line in lines} & set(wrong)
        else:
            blank = question.text.split("“")[1].rstrip("”")
            assert not [c for c in wrong if blank.replace("____", c) in own]


def test_the_bot_itself_passes(handbook: Handbook) -> None:
    asked = [(role, question) for role, question in _every(handbook) if question.key == "superior"]
    assert len(asked) == 8
    for role, question in asked:
        assert handbook.ask(f"{role}的直接上级是谁")[0].roles == (question.answer,)


def test_the_same_documents_give_the_same_quiz(handbook: Handbook) -> None:
    again = Handbook.sample()
    assert [quiz(again.organization, r.name) for r in again.organization.described()] == [
        quiz(handbook.organization, r.name) for r in handbook.organization.described()
    ]


@pytest.mark.parametrize(
    ("posts", "keys"),
    [
        ([post("专员", up="主管")], []),
        ([post("专员", up="主管"), post("会计"), post("出纳")], ["superior"]),
        ([post("专员", up="主管", dotted="会计"), post("会计"), post("出纳")], []),
        ([post("专员"), post("甲主管", down="专员"), post("乙主管", down="专员"), post("会计")], []),
        ([post("专员", up="财务部经理"), post("财务经理"), post("部经理"), post("出纳")], []),
    ],
)
def test_what_is_not_certain_is_not_asked(posts: list[str], keys: list[str]) -> None:
    found: Organization = organization(*posts)
    assert [question.key for question in quiz(found, "专员")] == keys


def test_a_post_without_a_description_has_no_quiz() -> None:
    assert quiz(organization(post("专员", up="主管"), post("会计"), post("出纳")), "主管") == ()
