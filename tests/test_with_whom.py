"""With or for whom a role does something, put to an invented tram depot."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 车辆段段长岗位说明书
- 直接上级：无
- 直接下级：检修班长、调度员
## 职责
1. 审批检修计划。

# 检修班长岗位说明书
- 直接上级：车辆段段长
- 直接下级：无
## 职责
1. 编制检修计划，报车辆段段长审批。
2. 配合调度员于每晚收车后进行车门例行检查。
3. 每周与仓库员核对一次备件账目。
4. 向培训专员、安全员提供事故案例。
## 权限
- 不合格备件的退回权

# 调度员岗位说明书
- 直接上级：车辆段段长
- 直接下级：无
## 职责
1. 安排出车。
2. 核对行车日志。

# 仓库员岗位说明书
- 直接上级：车辆段段长
- 直接下级：无
## 职责
1. 登记备件。
2. 保管工具。

# 培训专员岗位说明书
- 直接上级：车辆段段长
## 职责
1. 编写教案。

# 安全员岗位说明书
- 直接上级：车辆段段长
## 职责
1. 检查消防器材。
"""

_CASES: list[tuple[str, dict[str, Any]]] = [
    ("检修班长要配合谁做车门例行检查", {"roles": ["调度员"]}),
    ("檢修班長要配合誰做車門檢查?", {"roles": ["调度员"]}),
    ("检修班长每周要和谁核对备件账目", {"roles": ["仓库员"]}),
    ("检修班长跟哪个岗位核对备件的账目", {"roles": ["仓库员"]}),
    ("检修班长要给谁提供事故案例", {"roles": ["培训专员", "安全员"]}),
    ("检修班长向哪些岗位提供事故案例", {"roles": ["培训专员", "安全员"]}),
    ("检修班长要和谁核对行车日志", {"status": "not_found"}),  # another role does that
    ("检修班长要给谁提供午饭", {"status": "not_found"}),
    ("检修班长要和谁吃饭", {"status": "not_found"}),
    ("检修班长跟谁结婚", {"status": "not_found"}),
    ("仓库员要配合谁登记备件", {"status": "not_found"}),  # the line names nobody
    ("检修班长向谁汇报", {"roles": ["车辆段段长"]}),
    ("检修班长的检修计划要给谁审批", {"roles": ["车辆段段长"]}),
    ("谁核对行车日志", {"roles": ["调度员"]}),
]


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("depot"), _DUTIES)


@pytest.mark.parametrize(("asked", "gold"), _CASES, ids=[asked for asked, _ in _CASES])
def test_with_whom(depot: Conversations, asked: str, gold: dict[str, Any]) -> None:
    check(depot.ask(asked, asked), gold)
