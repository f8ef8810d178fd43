"""Leading through the steps: what is shown, what a choice does, what is kept."""

import json

import pytest

from bot.onboarding.page import Page
from bot.onboarding.progress import Progress
from bot.onboarding.quiz import quiz
from bot.onboarding.steps import step_blocks, step_keys
from bot.onboarding.tour import Guide, score, which_role
from bot.onboarding.words import words
from knowledge import Handbook
from knowledge.documents.plain import read_plain

ROLE = "客户开发专员"
STEPS = ["team", "duties", "rights", "partners", "approvals", "quiz", "summary"]


@pytest.fixture
def guide(handbook: Handbook) -> Guide:
    return Guide(handbook)


def text(page: Page) -> str:
    return "\n".join(line for block in page.blocks for line in (*block.lines, *block.proof))


def walk(guide: Guide, progress: Progress, *choices: str) -> tuple[Progress, Page]:
    page = guide.page(progress)
    for choice in choices:
        progress, page = guide.choose(progress, page.choices.index(words()[choice]) + 1, 50.0)
    return progress, page


def to_quiz(guide: Guide) -> Progress:
    progress, _ = guide.begin(ROLE, 10.0)
    return walk(guide, progress, *["next"] * 4, "next_quiz")[0]


def test_step_by_step_to_the_end(guide: Guide, handbook: Handbook) -> None:
    progress, page = guide.begin(ROLE, 10.0)
    assert page.bar == "□□□□□□ 0/6"
    assert page.chart == ROLE
    at, bars = [progress.at], [page.done]
    for _ in range(5):
        progress, page = guide.choose(progress, 1, 20.0)
        at.append(progress.at)
        bars.append(page.done)
    for question in quiz(handbook.organization, ROLE):
        assert progress.finished == 0
        progress, page = guide.choose(progress, question.right, 30.0)
        assert page.blocks[0].lines == (words()["right"],)
        assert question.proof.quote in page.blocks[0].proof[0]
    assert [*at, progress.at] == STEPS == list(step_keys())
    assert bars == [0, 1, 2, 3, 4, 5]
    assert page.bar == "■■■■■■ 6/6"
    assert score(progress) == (5, 5)
    assert progress.finished == 30.0


@pytest.mark.parametrize(
    ("role", "step", "there"),
    [
        (ROLE, "team", "直接上级是客户开发主管"),
        (ROLE, "team", "07-客户开发专员.md 第7行"),
        (ROLE, "duties", "按合同账期催收货款"),
        (ROLE, "rights", "没有找到写明由客户开发专员审批、批准或决定的内容"),
        (ROLE, "rights", "- 提交本人的日常费用报销单据，由集团客户部经理审批"),
        (ROLE, "rights", "文档没有写哪些事不能做"),
        (ROLE, "partners", "集团财务部"),
        (ROLE, "approvals", "客户开发主管 → 集团客户部经理"),
        (ROLE, "approvals", "“客户开发专员的请假”由客户开发主管、集团客户部经理审批"),
        (ROLE, "approvals", "没有在文档里找到明确写客户开发专员的工作计划由谁审批的内容"),
        ("客户开发主管", "rights", "- 审批单笔500元以内（含）的客户招待费，超过500元的报集团客户部经理审批"),
        ("客户开发主管", "approvals", "“客户开发主管的请假”由集团客户部经理审批"),
        ("总经理", "team", "文档写明总经理没有上级"),
        ("总经理", "approvals", "没有在文档里找到明确写总经理的请假由谁审批的内容"),
        ("总经理", "approvals", "没有在文档里找到明确写总经理的费用报销由谁审批的内容"),
    ],
)
def test_what_the_steps_say(handbook: Handbook, role: str, step: str, there: str) -> None:
    blocks = step_blocks(handbook, role, step)
    assert there in "\n".join(line for block in blocks for line in (*block.lines, *block.proof))


def test_every_block_has_its_proof_or_says_that_there_is_none(handbook: Handbook) -> None:
    for role in handbook.organization.described():
        for step in STEPS[:5]:
            for block in step_blocks(handbook, role.name, step):
                assert block.proof or block.silent or "没有找到" in block.lines[0], block
                assert "（不是所问的权力）" not in "".join(block.lines)


def test_nobody_below_approves(handbook: Handbook) -> None:
    said = "\n".join(line for block in step_blocks(handbook, "总经理", "approvals") for line in block.lines)
    assert "集团客户部经理" not in said
    assert "副总经理" not in said


def test_back_stop_and_on(guide: Guide) -> None:
    progress, _ = guide.begin(ROLE, 10.0)
    progress, page = walk(guide, progress, "next", "next", "back")
    assert progress.at == "duties"
    assert page.done == 3
    stopped, page = walk(guide, progress, "stop")
    assert stopped == progress
    assert page.choices == ()
    assert "我负责什么" in text(page)
    assert guide.page(stopped).choices == tuple(words()[key] for key in ("next", "back", "stop"))


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_wrong_number_loses_nothing(guide: Guide, number: int) -> None:
    progress = to_quiz(guide)
    after, page = guide.choose(progress, number, 20.0)
    assert after == progress
    assert page.choices == guide.page(progress).choices
    assert words()["no_such_choice"].format(most=6) in text(page)


def test_a_wrong_answer_is_put_right_and_comes_back_in_the_summary(guide: Guide, handbook: Handbook) -> None:
    progress = to_quiz(guide)
    questions = quiz(handbook.organization, ROLE)
    progress, page = guide.choose(progress, questions[0].right % 4 + 1, 20.0)
    assert words()["wrong"].format(answer=questions[0].answer) in text(page)
    assert questions[0].proof.quote in text(page)
    for question in questions[1:]:
        progress, page = guide.choose(progress, question.right, 20.0)
    assert score(progress) == (4, 5)
    assert f"{questions[0].text} → {questions[0].answer}" in text(page)
    assert "工作计划由谁审批" in text(page)
    progress, page = walk(guide, progress, "again_quiz")
    assert progress.answers == ()
    assert questions[0].text in text(page)
    assert progress.finished == 20.0


def test_the_quiz_may_be_skipped(guide: Guide) -> None:
    progress, page = walk(guide, to_quiz(guide), "skip")
    assert progress.at == "summary"
    assert progress.finished == 50.0
    assert words()["summary_no_quiz"] in text(page)


def test_progress_outlasts_the_program(guide: Guide) -> None:
    progress = to_quiz(guide)
    progress, _ = guide.choose(progress, 1, 20.0)
    kept = json.loads(json.dumps(progress.steps(), ensure_ascii=False))
    again = Progress.of(kept, 10.0)
    assert again == progress
    assert guide.page(again) == guide.page(progress)
    finished, _ = walk(guide, again, "skip")
    assert Progress.of(finished.steps(), finished.started) == finished
    assert Progress.of({}, 0.0) is None


@pytest.mark.parametrize("at", ["", "vanished"])
def test_a_step_that_is_no_more(guide: Guide, at: str) -> None:
    page = guide.page(Progress(ROLE, at, started=1.0))
    assert page.chart == ROLE
    progress, _ = guide.choose(Progress(ROLE, at, started=1.0), 1, 2.0)
    assert progress.at == "duties"


def test_a_role_that_is_no_more(guide: Guide) -> None:
    gone = Progress("火箭专家", "team", started=1.0)
    page = guide.page(gone)
    assert "火箭专家" in text(page)
    assert page.choices == ()
    assert guide.choose(gone, 1, 2.0) == (gone, page)


def test_a_post_of_which_little_is_written() -> None:
    guide = Guide(Handbook([read_plain("1.txt", "岗位名称：主管\n直接下级：司机\n")]))
    progress, page = guide.begin("司机", 1.0)
    assert "直接上级是主管" in text(page)
    progress, page = walk(guide, progress, *["next"] * 4, "next_quiz")
    assert words()["quiz_none"] in text(page)
    progress, page = walk(guide, progress, "next")
    assert progress.finished
    assert "职责" in text(page)


def test_nothing_is_said_twice() -> None:
    text = "岗位名称：专员\n汇报对象：主管（实线）、总监（虚线）\n"
    blocks = step_blocks(Handbook([read_plain("1.txt", text)]), "专员", "team")
    lines = [line for block in blocks for line in block.lines]
    assert sum("虚线上级是总监" in line for line in lines) == 1


def test_which_role() -> None:
    assert which_role(("甲", "乙")).choices == ("甲", "乙")
    many = which_role(tuple(f"岗位{n}" for n in range(40)), "火箭")
    assert many.choices == ()
    assert "火箭" in text(many)
