"""Bodies that sentences make up of posts: who their members are, and what none of these does."""

import pytest

from bot.conversation import Conversations
from bot.replies import reply_object
from knowledge import Handbook
from knowledge.documents.document import Source
from knowledge.roles.groups_defined import find_groups
from knowledge.roles.posts import Posts
from knowledge.roles.role import Passage


@pytest.mark.parametrize(
    ("sentence", "name", "members"),
    [
        (
            "粮食采购委员会由主任、副主任和仓储科科长组成，负责审定收购价格",
            "粮食采购委员会",
            ("主任", "副主任", "仓储科科长"),
        ),
        ("评审小组成员由院长、各科科长以及会计共同组成", "评审小组", ("院长", "各科科长", "会计")),
        ("重大合同由总经理、法务主管组成的合同评审小组", "合同评审小组", ("总经理", "法务主管")),
    ],
)
def test_a_body(sentence: str, name: str, members: tuple[str, ...]) -> None:
    (group,) = find_groups(Passage(sentence, sentence, Source("a", 1)), Posts())
    assert (group.name, group.members, group.is_body) == (name, members, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "采购委员会由主任召集，每月开会一次",
        "采购委员会负责审定价格，由会计记录",
        "由多个部门组成的公司",
        "方案由若干部分组成",
    ],
)
def test_no_body(sentence: str) -> None:
    assert not [g for g in find_groups(Passage(sentence, sentence, Source("a", 1)), Posts()) if g.is_body]


_TEXT = """粮库岗位职责

岗位名称：主任
直接下级：会计、保管员
岗位职责：
1、主持全面工作。
2、审批支出。

岗位名称：会计
直接上级：主任
岗位职责：
1、编制预算。
2、审核报销单。

粮食采购委员会由主任、会计和保管员组成，负责审定收购价格。
采购委员会主任由粮库主任担任。
安全领导小组由主任、各班班长组成。
"""


@pytest.fixture(scope="module")
def conversations(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    path = tmp_path_factory.mktemp("bodies") / "岗位.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return Conversations(Handbook.load([path]))


@pytest.mark.parametrize(
    "question",
    [
        "粮食采购委员会有哪些成员",
        "采购委员会由哪些人组成",
        "采购委员会是由谁组成的",
        "谁是采购委员会的成员",
        "采购委员会一共几个人",
        "采购委员会都有谁",
    ],
)
def test_the_members_of_a_body(conversations: Conversations, question: str) -> None:
    reply = reply_object(conversations.ask(question, question))
    assert (reply["status"], reply["roles"]) == ("answered", ["主任", "会计", "保管员"])


@pytest.mark.parametrize(
    "question",
    [
        "谁负责审定收购价格",
        "会计能审定收购价格吗",
        "采购委员会负责什么",
        "采购委员会归谁管",
        "采购委员会多久开一次会",
        "谁组织采购委员会",
        "技术委员会有哪些成员",
        "安全领导小组一共几个人",  # nobody knows how many 各班班长 are
        "采购委员会主任是谁",
    ],
)
def test_what_is_no_question_for_members(conversations: Conversations, question: str) -> None:
    assert reply_object(conversations.ask(question, question))["status"] == "not_found"


def test_a_sentence_about_a_body_is_no_duty(conversations: Conversations) -> None:
    reply = reply_object(conversations.ask("d", "会计有哪些职责"))
    assert "编制预算" in reply["text"]
    assert "委员会" not in reply["text"]
