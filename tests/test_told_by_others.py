"""A right over less than what is asked about, beside a weaker one over all of it."""

import pytest

from bot.replies import reply_object
from knowledge import Handbook

_DUTIES = """# 门店店长岗位说明书
- 直接上级：运营部经理
- 直接下级：租车顾问
## 岗位权限
- 租车顾问三天以内（含）请假的审批权
- 租车顾问录用的建议权
- 促销赠品的决定权

# 运营部经理岗位说明书
- 直接下级：门店店长
## 岗位权限
- 主管级以下人员录用的审批权
"""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    path = tmp_path_factory.mktemp("documents") / "岗位权限.md"
    path.write_text(_DUTIES, "utf-8")
    return Handbook.load([path])


@pytest.mark.parametrize(
    ("question", "verdict", "quote"),
    [
        ("店长自己就能定下来招哪个租车顾问吗", False, "租车顾问录用的建议权"),
        ("门店店长可以决定录用租车顾问吗", False, "租车顾问录用的建议权"),
        ("门店店长能批租车顾问两天的假吗", True, "租车顾问三天以内（含）请假的审批权"),
        ("店长能定促销赠品吗", True, "促销赠品的决定权"),
    ],
)
def test_verdict(handbook: Handbook, question: str, verdict: bool, quote: str) -> None:
    answer = reply_object(handbook.ask(question)[0])
    assert answer["verdict"] is verdict
    assert quote in answer["text"]


def test_whose_superior_is_asked_for_is_nobody_who_signs(handbook: Handbook) -> None:
    assert handbook.ask("审批签字人的上级是谁")[0].status == "not_found"
