"""What somebody may do by himself, whom a matter has to pass, and who is below whom, in everyday words; put
to an invented auction house."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """拍卖行岗位说明

一、业务总监岗位职责
所在部门：业务部
直接上级：总经理
1、主持业务部工作，直接领导拍卖师、征集主管和库房主管。
2、批准拍品撤拍。
3、佣金折让超出征集主管权限的，由业务总监审批。
4、重大纠纷会同法务主管处理。

二、征集主管岗位职责
所在部门：业务部
直接上级：业务总监
编制：2人
1、征集拍品，与委托人签订委托合同。
2、单次800元以内（含）鉴定费的支付权，超出的报业务总监审批。
3、单次600元以内（含）展陈用品的自主采购权。
4、佣金折让单笔2000元以内（含）的，由其决定。
5、展柜购置的建议权。
6、制定征集计划，报业务总监批准后执行。
协作关系：库房主管、法务主管

三、库房主管岗位职责
所在部门：业务部
直接上级：业务总监
编制：1人
1、保管拍品，办理出入库。
2、没有提货单的，有权拒绝出库。
3、火情等紧急情况下，库房主管有权先行转移拍品、封闭库区，随后向业务总监报告。
4、协助拍卖师做好拍品布展。
5、库房耗材单次400元以内（含）的，可自行决定。
协作关系：业务部、财务部

四、拍卖师岗位职责
所在部门：业务部
直接上级：业务总监
编制：3人
1、主持拍卖会，落槌确认成交。
2、拍卖师不得向竞买人承诺保值增值，不得代竞买人填写竞买登记表。
3、对证件不齐的竞买人，有权拒绝登记。
4、无对外承诺免佣金的权力，减免佣金须经业务总监同意。

五、法务主管岗位职责
所在部门：综合部
直接上级：总经理
编制：1人
1、审核委托合同，处理纠纷。
2、负责与当地文物局对接拍卖标的审核。
协作关系：当地文物局、各拍卖行业协会

六、审批规定
1、业务费用：单笔2000元以内（含）的，由业务总监批准；2000元以上至2万元（含）的，由业务总监审核，报总经理批准。
2、拍品引进、借展：由征集主管提出意见，业务总监审核，报总经理批准。
3、员工请假：2天以内（含）的，由直接上级批准；超过2天的，由直接上级审核，报总经理批准。
"""


@pytest.fixture(scope="module")
def auction(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("auction"), _DUTIES, "拍卖行岗位说明.txt")


_UNSAID: dict[str, Any] = {"status": ("not_found",)}

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    # a right to buy up to a limit leaves that to its owner, and nothing else that he might buy
    (["征集主管能自己定买500元的展陈用品吗"], {"verdict": True}),
    (["征集主管能自己定买700元的展陈用品吗"], {"verdict": False}),
    (["征集主管能自己定买500元的电脑吗"], _UNSAID),
    (["征集主管能批500元的展陈用品采购吗"], {"verdict": False}),
    (["征集主管自己能定2000元的鉴定费吗"], {"verdict": False, "roles": ["业务总监"]}),
    (["库房主管买300块钱的库房耗材，用不用找人批，自己能定吗"], {"verdict": True}),
    (["库房主管买500块钱的库房耗材，自己能定吗"], {"verdict": False}),
    (["库房主管买300块钱的办公耗材，自己能定吗"], _UNSAID),
    # …的,由其决定 decides on what the clause before names
    (["佣金折让1500元征集主管自己能决定吗"], {"verdict": True}),
    (["佣金折让2500元征集主管自己能决定吗"], {"verdict": False}),
    (["客户想要佣金折让1500块，征集主管直接给他，不用问别人行吗"], {"verdict": True}),
    (["客户嫌贵，征集主管直接给他便宜1500块佣金，不用问别人行吗"], {"verdict": True}),
    (["征集主管的权限有哪些"], {"has": "由其决定"}),
    (["库房主管的权限有哪些"], {"has": "可自行决定"}),
    (["征集主管在花钱方面能管到什么程度"], {"has": "鉴定费的支付权"}),
    (["拍卖师在花钱方面能管到什么程度"], _UNSAID),
    # what is beyond a limit is with whom the line hands it on to
    (["谁支付700元的鉴定费"], {"roles": ["征集主管"]}),
    (["谁支付700元的鉴定费", "那900元呢"], {"roles": ["业务总监"]}),
    (["谁审核900元的鉴定费"], _UNSAID),
    # a weaker right is none, wherever its verb stands
    (["征集主管有权决定展柜购置吗"], {"verdict": False}),
    (["征集主管有权购置展柜吗"], {"verdict": False}),
    # without another's word: where he has the right, and not where a line wants that word
    (["库房着火了，库房主管能不能不等总监点头就先把拍品转移走"], {"verdict": True}),
    (["征集主管能不能不等业务总监批准就执行征集计划"], {"verdict": False}),
    (["征集主管能执行征集计划吗"], {"verdict": True}),
    (["库房主管能不能不看提货单就办理出入库"], _UNSAID),
    (["库房主管不用请示谁，能办理拍品入库吗"], _UNSAID),
    (["征集主管给客户佣金折让1800块，不用再找总监批行吗"], {"verdict": True}),
    (["征集主管给客户佣金折让2800块，不用再找总监批行吗"], {"verdict": False}),
    # holding something back is refusing it; 没有提货单的 says when, and denies nothing
    (["提货单还没开，库房主管能压着货不出库吗"], {"verdict": True}),
    (["提货单还没开，库房主管能拒绝出库吗"], {"verdict": True}),
    (["钱还没付清，库房主管能压着货不发吗"], _UNSAID),
    # a right to refuse in one case says nothing of its opposite, nor of another case
    (["提货单已经开好，库房主管能压着货不出库吗"], _UNSAID),
    (["对方保证金没交齐，库房主管能拒绝出库吗"], _UNSAID),
    (["证件不齐，拍卖师能压着不办登记吗"], {"verdict": True}),
    (["证件齐全，拍卖师能拒绝登记吗"], _UNSAID),
    # everyday words for a promise
    (["拍卖师可以跟竞买人打包票说稳赚不赔吗"], {"verdict": False}),
    (["拍卖师能自己做主答应免佣金吗"], {"verdict": False, "roles": ["业务总监"]}),
    (["拍卖师可以答应客户送一本画册吗"], _UNSAID),
    # one way of two steps
    (["一笔业务费用正好2万元，由谁审核、报谁批准"], {"order": ["业务总监", "总经理"]}),
    (["业务费用1500元先给谁审、再由谁批"], {"order": ["业务总监"]}),
    (["业务费用3万元先给谁审、再由谁批"], _UNSAID),
    # 直接上级 of whoever is named, or of anybody below
    (["我是拍卖师，我要歇2天，业务总监点了头就算准了吗"], {"verdict": True}),
    (["我是拍卖师，我要歇4天，业务总监点了头就算准了吗"], {"verdict": False, "roles": ["总经理"]}),
    (["拍卖师请假2天法务主管能批准吗"], {"verdict": False}),
    (["请假2天业务总监能批准吗"], {"verdict": True}),
    # who is below somebody
    (["哪些岗位直接归业务总监领导"], {"roles": ["拍卖师", "征集主管", "库房主管"]}),
    (["有哪些岗位由业务总监直接管理"], {"roles": ["拍卖师", "征集主管", "库房主管"]}),
    (["业务总监归谁领导"], {"roles": ["总经理"]}),
    # partners, as posts where posts are asked for
    (["征集主管要和哪些岗位协作"], {"roles": ["库房主管", "法务主管"]}),
    (["库房主管要和哪些岗位协作"], {"roles": [], "has": "财务部"}),
    (["哪个岗位要和文物局打交道"], {"roles": ["法务主管"]}),
    (["哪个岗位要和财政局打交道"], _UNSAID),
    (["业务总监碰上重大纠纷，要跟谁一起处理"], {"roles": ["法务主管"]}),
    (["库房主管布展的时候是配合谁干活的"], {"roles": ["拍卖师"]}),
    # two characters changed round, a post behind what is asked of it, and words that only describe it
    (["征主集管编制几个人"], {"has": "2人"}),
    (["高级征主集管编制几个人"], _UNSAID),
    (["征主集管助理编制几个人"], _UNSAID),
    (["编制几个人，拍卖师"], {"has": "3人"}),
    (["归谁管，库房主管"], {"roles": ["业务总监"]}),
    (["看仓库的库房主管归谁管"], {"roles": ["业务总监"]}),
    (["库房主管的上级是谁", "那这位上级归谁管"], {"roles": ["总经理"]}),
]


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=["/".join(a)[:40] for a, _ in QUESTIONS])
def test_answer(auction: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = auction.ask("/".join(asked), question)
    check(answer, gold)
