"""The approval path as a picture, from the answer that tells it."""

import pytest

from bot.pictures.path import _flows, path_picture
from bot.replies import reply_text
from knowledge import Handbook
from knowledge.answer import Answered, Evidence, Say
from knowledge.documents.document import Source
from knowledge.roles.role import Passage
from tests.pictures.posts import size


def answer(*says: Say) -> Answered:
    passage = Passage("由总监审批", "由总监审批", Source("1.txt", 1))
    evidence = (Evidence("经理", "权限", passage),)
    return Answered(question="", intent="", reading=Say("reading.help"), says=says, evidence=evidence)


def steps(answer: Answered) -> list[list[tuple[str, str]]]:
    return [[(step.name, step.look) for step in flow.steps] for flow in _flows(answer.says)]


def test_a_path_up_the_line(handbook: Handbook) -> None:
    told, _ = handbook.ask("我是客户开发专员，费用报销要经过谁审批")
    assert isinstance(told, Answered)
    named, passed = ("集团客户部经理", "focus"), ("客户开发主管", "plain")
    assert steps(told) == [[("客户开发专员", "mentioned"), passed, named]]
    picture = path_picture(told)
    assert picture is not None
    assert picture.title == "审批路径：费用报销"
    assert picture.text == reply_text(told)
    assert size(picture.pngs()[0])[0] == 720


@pytest.mark.parametrize("question", ["客户开发主管的上级是谁", "谁负责火箭发射", "你好", "主管的上级是谁"])
def test_other_answers_have_no_path(handbook: Handbook, question: str) -> None:
    assert path_picture(handbook.ask(question)[0]) is None


def test_somebody_outside_the_line() -> None:
    slots = {"matter": "采购", "roles": "采购部、总监", "role": "专员"}
    told = answer(Say("path_outside", slots))
    assert steps(told) == [[("专员", "mentioned"), ("采购部", "plain"), ("总监", "plain")]]
    assert path_picture(told) is not None


def test_rules_with_those_who_are_informed() -> None:
    told = answer(
        Say("approval_steps", {"matter": "付款"}),
        Say("approval_tier", {"steps": "经理 → 总监", "quote": "5000元以内：经理审核，总监审批"}),
        Say("approval_informed", {"roles": "财务部"}),
        Say("approval_tier", {"steps": "总经理", "quote": "5000元以上：总经理审批"}),
    )
    both = [("经理", "focus"), ("总监", "focus"), ("财务部", "again")]
    assert steps(told) == [both, [("总经理", "focus")]]
    assert ["文档规定的步骤" in step.role for step in next(_flows(told.says)).steps] == [True, True, False]


def test_many_long_rules_stay_bounded() -> None:
    line = " → ".join(f"第{n}级审批委员会主任委员" * 4 for n in range(30))
    tier = Say("approval_tier", {"steps": line, "quote": "很长的规定" * 60})
    picture = path_picture(answer(Say("approval_steps", {"matter": "付款" * 90}), *[tier] * 12))
    assert picture is not None
    assert len(picture.sheets) == 6
    assert all(size(page)[1] < 3000 for page in picture.pngs())
