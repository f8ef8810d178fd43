"""Conversations: what was said in one chat, kept apart from every other."""

import pytest

from bot.conversation import Conversations
from bot.replies import reply_text
from knowledge import Handbook
from knowledge.store.kept.asked import Asked, unanswered
from knowledge.store.kept.conversation import Conversation
from knowledge.store.memory import MemoryStore


@pytest.mark.parametrize(
    ("asked", "roles"),
    [
        (["客户开发主管的上级是谁", "那他的下级呢"], ["客户开发专员"]),
        (["客户开发主管的上级是谁", "那售后支持主管呢"], ["集团客户部经理"]),
        (["客户开发主管的下级是谁", "产品支持主管呢"], ["产品支持专员"]),
        (["客户开发主管的上级是谁", "那他的上级呢", "那产品支持主管呢"], ["集团客户部经理"]),
        (["产品支持主管的上级是谁", "那下级呢"], ["产品支持专员"]),
        (["产品支持主管的上级是谁", "那下级呢", "售后支持主管呢"], ["售后支持专员"]),
        (["客户开发主管的上级是谁", "再说一遍"], ["集团客户部经理"]),
        (["客户开发主管的上级是谁", "不对", "我问的是下级"], ["客户开发专员"]),
        (["客户开发主管的上级是谁", "不是上级，是下级"], ["客户开发专员"]),
        (["客户开发团队的市场费用预算谁拟定", "拟好以后报谁审批"], ["集团客户部经理"]),
        (["客户开发团队的市场费用预算谁拟定", "这啥呀", "最后谁审批"], ["集团客户部经理"]),
        (["我是客户开发专员", "我的上级是谁"], ["客户开发主管"]),
        (["我是售后支持专员", "谢谢", "我的上级是谁"], ["售后支持主管"]),
        (["谁审批客户开发主管的请假", "他的上级是谁"], ["副总经理"]),
        (["集团客户部经理的上级是谁", "客户开发主管的工资是多少", "他手下都有哪些人"], ["客户开发专员"]),
        (
            ["产品支持主管的上级是谁", "他能决定解聘专员吗", "那他手下呢"],
            ["客户开发主管", "产品支持主管", "售后支持主管"],
        ),
    ],
)
def test_a_follow_up_is_read_with_what_was_said_before(
    conversations: Conversations, asked: list[str], roles: list[str]
) -> None:
    answers = [conversations.ask("a", question) for question in asked]
    assert list(answers[-1].roles) == roles
    assert answers[-1].question == asked[-1]


@pytest.mark.parametrize("asked", ["产品支持专员的任职要求", "产品支持专员的工资", "产品支持专员的培训"])
def test_what_a_role_is_asked_for_is_not_taken_for_the_last_question(
    conversations: Conversations, asked: str
) -> None:
    conversations.ask("a", "产品支持主管的下级有哪些")
    assert conversations.ask("a", asked).status == "not_found"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("不对", "objection"),
        ("不对啊！", "objection"),
        ("你答错了吧", "objection"),
        ("不是这样的", "objection"),
        ("不是我想问的", "objection"),
        ("这个回答不准确", "objection"),
        ("对的", "smalltalk"),
        ("谢谢", "smalltalk"),
    ],
)
def test_a_remark_on_the_answer_is_no_question(conversations: Conversations, said: str, intent: str) -> None:
    conversations.ask("a", "客户开发主管的上级是谁")
    assert conversations.ask("a", said).intent == intent


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("谁负责火箭发射", "文档没有提到“火箭、发射”"),
        ("我的职责是什么", "还不知道您是哪个岗位"),
        ("我能审批什么", "还不知道您是哪个岗位"),
        ("客户开发主管和产品支持主管谁审批报销", "文档写的不是客户开发主管、产品支持主管"),
    ],
)
def test_a_refusal_says_only_what_is_true(conversations: Conversations, asked: str, said: str) -> None:
    assert reply_text(conversations.ask("a", asked)).startswith(said)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_number_chooses_what_was_offered(conversations: Conversations, number: int) -> None:
    offered = conversations.ask("a", "主管的职责").options
    assert len(offered) == 3
    chosen = conversations.ask("a", str(number))
    assert chosen.status == "answered"
    assert chosen.says == conversations.ask("b", offered[number - 1]).says


def test_a_number_chooses_nothing_where_nothing_was_offered(conversations: Conversations) -> None:
    conversations.ask("a", "主管的职责")
    assert conversations.ask("b", "1").status == "not_found"


def test_chats_do_not_hear_each_other(conversations: Conversations) -> None:
    conversations.ask("a", "客户开发主管的上级是谁")
    conversations.ask("b", "产品支持主管的上级是谁")
    assert conversations.ask("a", "那他的下级呢").roles == ("客户开发专员",)
    assert conversations.ask("b", "那他的下级呢").roles == ("产品支持专员",)
    assert conversations.ask("c", "那他的下级呢").status != "answered"


def test_forgetting_a_chat_leaves_the_others(conversations: Conversations) -> None:
    for chat in ("a", "b"):
        conversations.ask(chat, "客户开发主管的上级是谁")
    conversations.forget("a")
    conversations.forget("never heard of")
    assert conversations.ask("a", "那他的下级呢").status != "answered"
    assert conversations.ask("b", "那他的下级呢").roles == ("客户开发专员",)


def test_the_chat_not_heard_of_for_longest_is_forgotten(
    handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Conversation, "MOST", 2)
    conversations = Conversations(handbook)
    for chat in ("a", "b"):
        conversations.ask(chat, "客户开发主管的上级是谁")
    conversations.ask("a", "谢谢")
    conversations.ask("c", "谢谢")
    assert conversations.ask("a", "那他的下级呢").roles == ("客户开发专员",)
    assert conversations.ask("b", "那他的下级呢").status != "answered"


# ── kept in a store ──────────────────────────────────────────────────────────────────────────────────────


class Clock:
    """A clock that is set by hand."""

    now = 1_900_000_000.0

    def __call__(self) -> float:
        return self.now


def test_another_instance_goes_on_with_the_conversation(handbook: Handbook) -> None:
    store = MemoryStore()
    Conversations(handbook, store).ask("a", "客户开发主管的上级是谁")
    assert Conversations(handbook, store).ask("a", "那他的下级呢").roles == ("客户开发专员",)


@pytest.mark.parametrize(
    ("later", "remembered"),
    [(0, True), (29 * 60, True), (31 * 60, False), (1e9, False), (-60, True), (-1e9, True)],
)
def test_how_long_it_is_remembered(handbook: Handbook, later: float, remembered: bool) -> None:
    clock = Clock()
    conversations = Conversations(handbook, MemoryStore(), clock)
    conversations.ask("a", "我是客户开发专员")
    conversations.ask("a", "客户开发主管的上级是谁")
    clock.now += later
    assert (conversations.ask("a", "那他的下级呢").status == "answered") is remembered
    assert conversations.ask("a", "我的上级是谁").roles == ("客户开发主管",)


def test_questions_are_counted_in_a_store(handbook: Handbook) -> None:
    store = MemoryStore()
    conversations = Conversations(handbook, store)
    for question in ("谁审批费用报销", "谁负责火箭发射", "谁负责火箭发射？", "你好"):
        conversations.ask("a", question)
    assert {asked.wording: asked.counts for asked in store.all(Asked)} == {
        "谁审批费用报销": {"answered": 1},
        "谁负责火箭发射": {"not_found": 2},
    }
    assert [asked.wording for asked in unanswered(store)] == ["谁负责火箭发射"]


def test_a_turn_that_is_not_kept_is_not_remembered(handbook: Handbook) -> None:
    store = MemoryStore()
    conversations = Conversations(handbook, store)
    turn = conversations.turn("a", "客户开发主管的上级是谁")
    assert turn.answer.roles == ("集团客户部经理",)
    assert store.tables() == []
    store.change(lambda draft: conversations.keep(draft, turn))
    assert conversations.ask("a", "那他的下级呢").roles == ("客户开发专员",)
