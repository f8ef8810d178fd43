"""An amount at which the ranges of different lines meet: it belongs to the one that says so."""

from pathlib import Path
from typing import Any

import pytest

from tests.gold import about, check


def _post(name: str, superior: str, *rights: str) -> str:
    lines = "\n".join(f"{i}. {right}" for i, right in enumerate(rights, 1))
    head = f"## {name}\n岗位名称：{name}\n直接上级：{superior}\n"
    return f"{head}岗位职责：\n1. 管好本级工作\n岗位权限：\n{lines}\n\n"


_SAID = "本文件所称“以下”含本数，“以上”不含本数。"
_ROPEWAY = "".join(
    (
        "# 云岭索道公司岗位说明书\n\n",
        _post("总经理", "董事会", "单次2万元以上备件更换费用的审批权"),
        _post(
            "机电部经理",
            "总经理",
            "单次3000元以上、2万元以内（含）备件更换费用的审批权",
            "员工2天以上、5天以内（含）请假的审批权",
            "门票6折（含）以上、8折以下优惠的审批权",
        ),
        _post(
            "维保主管",
            "机电部经理",
            "单次300元以上、3000元以内（含）备件更换费用的审批权",
            "维保工2天以内（含）请假的审批权",
            "3000元以内（含）工装采购的审批权",
            "门票8折（含）以上优惠的审批权",
        ),
        _post("维保工", "维保主管", "单次300元以内（含）备件更换费用的决定权"),
    )
)
_QUARRY = "".join(
    (
        "# 石料场岗位职责\n\n",
        _SAID + "\n\n",
        _post("场长", "无", "5万元以上的设备大修，由场长批准"),
        _post("设备主管", "场长", "5000元以上、5万元以下的设备大修，由设备主管批准"),
        _post("修理班长", "设备主管", "5000元以下的设备大修，由修理班长批准"),
        _post("库管员", "设备主管", "清点库存"),
    )
)


@pytest.mark.parametrize(
    ("text", "question", "gold"),
    [
        (_ROPEWAY, "备件更换费用3000元谁审批", {"roles": ["维保主管"]}),
        (_ROPEWAY, "备件更换费用正好300块，谁说了算", {"roles": ["维保工"]}),
        (_ROPEWAY, "备件更换费用3001元谁审批", {"roles": ["机电部经理"]}),
        (_ROPEWAY, "备件更换费用2万元由谁批", {"roles": ["机电部经理"]}),
        (_ROPEWAY, "机电部经理能批3000元的备件更换费用吗", {"verdict": False}),
        (_ROPEWAY, "维保主管能批3000元的备件更换费用吗", {"verdict": True}),
        (_ROPEWAY, "机电部经理能批2万元的备件更换费用吗", {"verdict": True}),
        (_ROPEWAY, "总经理可以审批2万元的备件更换费用吗", {"verdict": False}),
        (_ROPEWAY, "3000元的备件更换费用要走什么审批流程", {"order": ["维保主管"]}),
        (_ROPEWAY, "维保工请2天假谁批", {"roles": ["维保主管"]}),
        (_ROPEWAY, "门票8折优惠谁审批", {"roles": ["维保主管"]}),
        (_ROPEWAY, "门票6折优惠谁审批", {"roles": ["机电部经理"]}),
        (_ROPEWAY, "3000元的工装采购谁审批", {"roles": ["维保主管"]}),
        (_QUARRY, "设备大修5万元由谁批准", {"roles": ["设备主管"]}),
        (_QUARRY, "设备大修5000元谁批准", {"roles": ["修理班长"]}),
        (_QUARRY, "场长能批5万元的设备大修吗", {"verdict": False}),
        (_QUARRY, "设备大修6万元谁批准", {"roles": ["场长"]}),
        # Where nothing says to which of both it belongs, both are told.
        (_QUARRY.replace(_SAID, ""), "设备大修5万元由谁批准", {"roles": ["设备主管", "场长"]}),
    ],
)
def test_where_ranges_meet(tmp_path: Path, text: str, question: str, gold: dict[str, Any]) -> None:
    check(about(tmp_path, text).ask("it", question), gold)
