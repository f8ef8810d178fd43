"""Questions asked in other words than rules and lists have them, put to an invented pottery."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 厂长岗位说明书
- 直接上级：无
- 直接下级：烧成主任、设备主任
- 所在部门：厂部
## 职责
1. 审批年度生产计划。
## 权限
- 烧成主任、设备主任的任免权
- 单笔5000元以上费用支出的审批权

# 烧成主任岗位说明书
- 直接上级：厂长
- 直接下级：窑工
- 所在部门：烧成车间
- 编制：1人
## 职责
1. 编制月度烧成计划，报厂长审批。
2. 提出窑工转正意见。
## 权限
- 窑工的任免建议权
- 窑工奖惩的建议权
- 单笔800元以内（含）材料采购的审批权，超过800元的报厂长审批

# 设备主任岗位说明书
- 直接上级：厂长
- 直接下级：维修工
- 所在部门：设备科
- 编制：1人
## 职责
1. 审批窑工转正。
2. 拟定赔付方案。
## 权限
- 单笔2000元以内（含）设备维修的审批权，超过2000元的报厂长审批
- 单笔500元以内（含）赔付的审批权，超过500元的报厂长审批
- 对新窑具选型有建议权
- 单笔300元以内（含）场地费减免的审批权，超过300元的报厂长审批

# 窑工岗位说明书
- 直接上级：烧成主任
- 所在部门：烧成车间
- 编制：12人
## 职责
1. 装窑、出窑。
2. 看火。

# 窑具库管员岗位说明书
- 直接上级：设备主任
- 所在部门：设备科
- 编制：2人
## 职责
1. 登记窑具。
2. 盘点窑具。
## 权限
- 手续不全窑具的拒绝出库权
- 不合格窑具的一票否决权
- 破损窑具的停用建议权

# 审批规定
| 事项 | 额度 | 审核 | 审批 |
|---|---|---|---|
| 坯料放行 | - | 烧成主任 | 厂长 |
| 展销活动方案 | 1万元以内（含） | 烧成主任 | 厂长 |
| 窑工出差 | 3天以上 | 烧成主任 | 厂长 |
"""

_CASES: list[tuple[str, dict[str, Any]]] = [
    ("修个水泵要3000块,谁批", {"roles": ["厂长"]}),
    ("修台风机大概1500块,找谁批就行", {"roles": ["设备主任"]}),
    ("买8000块钱的扫帚,先过谁再过谁", {"order": ["烧成主任", "厂长"]}),
    ("现场急用,买900块钱的绳子,烧成主任一个人能拍板吗", {"verdict": False}),
    ("修水泵要领3000块的料,谁批", {"status": "not_found"}),  # what is drawn from the store is no repair
    ("修个水泵要3000块,谁去现场监督", {"status": "not_found"}),
    ("修水泵的师傅电话多少", {"status": "not_found"}),
    ("8000块预算的展销活动方案,先过谁再过谁,最后到谁那儿", {"order": ["烧成主任", "厂长"]}),
    ("坯料放行依次要过哪几道", {"order": ["烧成主任", "厂长"]}),
    ("成品放行依次要过哪几道", {"status": "not_found"}),
    ("窑工要出差一个礼拜,要经过谁审批", {"order": ["烧成主任", "厂长"]}),
    ("烧成主任可以自己任免窑工吗", {"verdict": False}),
    ("烧成主任有任免窑工的权力吗", {"verdict": False}),
    ("厂长可以自己任免设备主任吗", {"verdict": True}),
    ("烧成主任可以自己买房吗", {"status": "not_found"}),
    ("对新窑具选型有建议权的岗位有哪些", {"roles": ["设备主任"]}),
    ("对食堂菜谱有建议权的岗位有哪些", {"status": "not_found"}),
    ("烧成主任手下有多少名窑工", {"status": "answered", "has": "12人"}),
    ("烧成车间有几个窑工", {"status": "answered", "has": "12人"}),
    ("设备科有几个窑工", {"status": "not_found"}),
    ("设备主任手下有多少名窑工", {"status": "not_found"}),
    ("窑工定编几个人", {"status": "answered", "has": "12人"}),
    ("手续没办齐,库管可以不放货吗", {"verdict": True}),
    ("不合格的窑具,库管能一口否掉不", {"verdict": True}),
    ("对不合格窑具,哪个岗位有 veto 的权力", {"roles": ["窑具库管员"]}),
    ("库管的上级是谁", {"roles": ["设备主任"]}),
    ("库管的领导的领导是谁", {"roles": ["厂长"]}),
    ("水管的上级是谁", {"status": "not_found"}),
    ("库管的工资是多少", {"status": "not_found"}),
    ("设备主任 approve 设备维修的 limit 是多少", {"status": "answered", "has": "2000元以内"}),
    (
        "大家好,我是刚来的窑工,还不太清楚厂里谁管谁,想请教从我往上一直到厂长依次是谁",
        {"order": ["烧成主任", "厂长"]},
    ),
    ("我是这学期刚来厂里上班的窑工,往上一级一级到厂长都是谁", {"order": ["烧成主任", "厂长"]}),
    ("奖惩窑工这件事,烧成主任和厂长的权限有什么不同", {"has": "窑工奖惩的建议权"}),
    ("烧成主任和设备主任花钱的权限有啥区别", {"has": "单笔800元以内"}),
    ("烧成主任和设备主任在窑工转正上是怎么分工的", {"has": "审批窑工转正"}),
    ("烧成主任和设备主任跳舞的权限有什么不同", {"status": "not_found"}),
    ("烧成主任和设备主任在招生上是怎么分工的", {"status": "not_found"}),
    ("场地费想减800块,谁批", {"roles": ["厂长"]}),
    ("场地费要求减200元,谁批", {"roles": ["设备主任"]}),
    ("想减20斤,谁批", {"status": "not_found"}),
    ("窑工一个月休几个假", {"status": "not_found"}),
]

_FOLLOWED: list[tuple[list[str], dict[str, Any]]] = [
    (["窑工转正的意见谁提", "那最后谁审批"], {"roles": ["设备主任"]}),
    (["赔付方案是谁拟的", "那要赔800块的话谁批"], {"roles": ["厂长"]}),
    (["设备维修1500块谁批", "超了呢,比如3000"], {"roles": ["厂长"]}),
    (["烧成主任的上级是谁", "编制几个人", "那窑工呢"], {"status": "answered", "has": "12人"}),
    (["烧成主任的上级是谁", "编制几个人", "那会计呢"], {"status": "not_found"}),
    (["年度生产计划谁编的", "最后由谁审批呢"], {"roles": ["厂长"]}),
    (["年度生产计划谁编的", "那火箭发射呢"], {"status": "not_found"}),
]


@pytest.fixture(scope="module")
def pottery(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("pottery"), _DUTIES)


@pytest.mark.parametrize(("asked", "gold"), _CASES, ids=[asked for asked, _ in _CASES])
def test_asked_otherwise(pottery: Conversations, asked: str, gold: dict[str, Any]) -> None:
    check(pottery.ask(asked, asked), gold)


@pytest.mark.parametrize(("asked", "gold"), _FOLLOWED, ids=[" / ".join(asked) for asked, _ in _FOLLOWED])
def test_followed(pottery: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for turn in asked:
        answer = pottery.ask(" / ".join(asked), turn)
    check(answer, gold)
