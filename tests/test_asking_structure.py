"""Where roles stand to each other, asked in many ways of an invented observatory, and the lists and fields
that people ask for."""

import pytest

from bot.conversation import Conversations
from tests.gold import about

_POSTS = """# 台长岗位说明书
- 岗位编号：GT-01
- 所属部门：台长办公室
- 直接上级：无
- 直接下级：观测部主任、科普部主任
- 编制：1人
## 职责
1. 批准全年观测计划。
2. 主持台务会议。

# 观测部主任岗位说明书
- 岗位编号：GT-02
- 所属部门：观测部
- 直接上级：台长
- 直接下级：望远镜主管、数据主管
- 编制：1人
## 职责
1. 编制全年观测计划。
2. 检查值班记录。
3. 组织观测员考核。
## 工作权限
### 财务权
- 单次2,000元以内耗材采购的审批权
## 对外协作
- 气象局：核对夜间云量
- 大学：商定联合观测

# 望远镜主管岗位说明书
- 岗位编号：GT-03
- 所属部门：观测部
- 直接上级：观测部主任
- 直接下级：观测员
- 编制：1人
## 职责
1. 校准望远镜。

# 数据主管岗位说明书
- 岗位编号：GT-04
- 所属部门：观测部
- 直接上级：观测部主任
- 直接下级：无
- 编制：1人
## 职责
1. 备份观测数据。

# 观测员岗位说明书
- 岗位编号：GT-05
- 所属部门：观测部
- 直接上级：望远镜主管
- 直接下级：无
- 编制：6人
## 职责
1. 夜间值班观测。

# 科普部主任岗位说明书
- 岗位编号：GT-06
- 所属部门：科普部
- 直接上级：台长
- 直接下级：讲解员
- 编制：1人
## 职责
1. 安排开放日讲解。

# 讲解员岗位说明书
- 岗位编号：GT-07
- 所属部门：科普部
- 直接上级：科普部主任
- 直接下级：无
- 编制：3人
## 职责
1. 为参观者讲解。
"""
_LINE = ("望远镜主管", "观测部主任", "台长")
_UNDER_HEAD = {"望远镜主管", "数据主管", "观测员"}


@pytest.fixture(scope="module")
def observatory(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("observatory"), _POSTS, "岗位说明书.md")


@pytest.mark.parametrize(
    ("asked", "roles"),
    [
        ("观测员上面有几级领导", _LINE),
        ("观测员上面都有谁", _LINE),
        ("观测员到顶头要经过谁", _LINE),
        ("观测员要几级才能到台长", _LINE),
        ("从观测员到台长要经过哪几级", _LINE),
        ("观测员和台长差几级", _LINE),
        ("观测员和台长中间隔着谁", _LINE[:2]),
        ("观测员和台长之间有哪些岗位", _LINE[:2]),
        ("从观测员到台长逐级的上级有谁", _LINE),
        ("观测员到台长之间，由下到上逐级的上级都有谁", _LINE),
        ("观测员到台长之间的上级有哪些", _LINE),
        ("观测员和台长中间隔着哪些上级", _LINE[:2]),
        ("我是刚来的观测员，想知道往上一级一级到台长都是谁", _LINE),
        ("从台长往下到观测员依次是谁", _LINE),
    ],
)
def test_a_line_is_told_from_the_nearest_upward(
    observatory: Conversations, asked: str, roles: tuple[str, ...]
) -> None:
    assert observatory.ask(asked, asked).roles == roles


@pytest.mark.parametrize(
    ("asked", "roles"),
    [
        # a number of steps
        ("观测员往上两级是谁", {"观测部主任"}),
        ("观测员往上三级是谁", {"台长"}),
        ("观测员往上数第二级是谁", {"观测部主任"}),
        ("观测员上数第三个领导是谁", {"台长"}),
        ("台长往下两级有哪些岗位", {"望远镜主管", "数据主管", "讲解员"}),
        ("观测员隔一级的领导是谁", {"观测部主任"}),
        ("观测员的越级上级是谁", {"观测部主任"}),
        ("观测员越级汇报会找到谁", {"观测部主任"}),
        ("谁是观测员的间接上级", {"观测部主任"}),
        ("观测部主任的间接下级有哪些", {"观测员"}),
        ("观测员的主管的领导是谁", {"观测部主任"}),
        ("观测员的主管再往上是谁", {"观测部主任"}),
        ("观测部主任管的人再往下管谁", {"观测员"}),
        # all that is below
        ("观测部主任下面所有的人都有谁", _UNDER_HEAD),
        ("观测部主任底下所有岗位，包括下级的下级", _UNDER_HEAD),
        ("观测部从上到下有哪些岗位", {"观测部主任", *_UNDER_HEAD}),
        ("画一下观测部的组织架构", {"观测部主任", *_UNDER_HEAD}),
        # who is above, who is below, in other words
        ("观测员是谁的兵", {"望远镜主管"}),
        ("观测员听命于谁", {"望远镜主管"}),
        ("观测员跟着谁干", {"望远镜主管"}),
        ("谁手下有观测员", {"望远镜主管"}),
        ("谁跟着望远镜主管干", {"观测员"}),
        ("直接向观测部主任汇报的有几个岗位", {"望远镜主管", "数据主管"}),
        ("上级是观测部主任的岗位有哪些", {"望远镜主管", "数据主管"}),
        ("观测部主任领导着哪些岗位", {"望远镜主管", "数据主管"}),
        ("观测部主任手下有几个主管", {"望远镜主管", "数据主管"}),
        ("观测部主任向谁汇报又管着谁", {"台长", "望远镜主管", "数据主管"}),
        ("观测员和台长谁级别高", {"台长"}),
        ("观测部的头是谁", {"观测部主任"}),
        # lists
        ("哪些岗位手下没人", {"数据主管", "观测员", "讲解员"}),
        ("说明书里写明没有下级的是哪些岗位", {"数据主管", "观测员", "讲解员"}),
        ("有哪些岗位写明没有直接下级", {"数据主管", "观测员", "讲解员"}),
        ("哪些岗位有下属", {"台长", "观测部主任", "望远镜主管", "科普部主任"}),
        ("谁没有上级", {"台长"}),
        ("有几个主任岗位", {"观测部主任", "科普部主任"}),
        ("GT-05是哪个岗位", {"观测员"}),
        ("编制最多的岗位是哪个", {"观测员"}),
        ("编制是3人的岗位是哪个", {"讲解员"}),
        ("台长办公室有哪些岗位", {"台长"}),
    ],
)
def test_roles_are_found_by_where_they_stand(observatory: Conversations, asked: str, roles: set[str]) -> None:
    answer = observatory.ask(asked, asked)
    assert answer.status == "answered", answer.says
    assert set(answer.roles) == roles, answer.says


def test_most_subordinates_with_equal_numbers_are_all_told(observatory: Conversations) -> None:
    assert set(observatory.ask("u", "下属最多的岗位是哪个").roles) == {"台长", "观测部主任"}


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("望远镜主管和数据主管在一个部门吗", True),
        ("望远镜主管跟讲解员是同一个部门的吗", False),
        ("台长是观测员的直接上级吗", False),
        ("观测部主任是观测员的上级的上级吗", True),
        ("台长是最大的领导吗", True),
        ("台长有没有上级", False),
        ("观测员带不带人", False),
        ("讲解员在台长办公室吗", False),
    ],
)
def test_yes_or_no_of_where_a_role_stands(observatory: Conversations, asked: str, verdict: bool) -> None:
    answer = observatory.ask(asked, asked)
    assert answer.verdict is verdict, answer.says


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        ("公司有哪些部门", "观测部"),
        ("观测部主任的第二项职责是什么", "检查值班记录"),
        ("观测部主任最后一条职责是什么", "观测员考核"),
        ("观测部主任跟气象局联系做什么", "核对夜间云量"),
        ("观测部主任在花钱上有什么权力", "2,000元以内耗材采购"),
        ("讲解员的岗位说明书给我看看", "为参观者讲解"),
    ],
)
def test_lines_that_are_quoted(observatory: Conversations, asked: str, has: str) -> None:
    answer = observatory.ask(asked, asked)
    assert answer.status == "answered", answer.says
    assert any(has in evidence.passage.quote for evidence in answer.evidence), answer.says


@pytest.mark.parametrize("asked", ["台长今天心情好吗", "观测员的考核指标是什么", "GT-99是哪个岗位"])
def test_what_is_not_written_is_not_answered(observatory: Conversations, asked: str) -> None:
    assert observatory.ask(asked, asked).status == "not_found"


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (("观测部主任手下有谁", "第二个的职责是什么", "他归谁管"), {"观测部主任"}),
        (("我是观测员", "讲解员的上级是谁", "我的呢"), {"望远镜主管"}),
        (("望远镜主管有什么职责", "上级下级分别是谁"), {"观测部主任", "观测员"}),
        (("一、观测员的上级是谁；二、台长的下级是谁",), {"望远镜主管", "观测部主任", "科普部主任"}),
        (("主任的职责是什么", "第二个", "他的下级呢"), {"讲解员"}),
    ],
)
def test_numbers_and_turns_of_a_conversation(
    observatory: Conversations, said: tuple[str, ...], roles: set[str]
) -> None:
    answers = [observatory.ask(repr(said), text) for text in said]
    assert set(answers[-1].roles) == roles, answers[-1].says


@pytest.mark.parametrize("asked", ["谁是观测员", "气象局的人有几个"])
def test_persons_and_other_bodies_are_not_told(observatory: Conversations, asked: str) -> None:
    assert observatory.ask(asked, asked).status == "not_found"
