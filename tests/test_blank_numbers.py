"""Numbers without a mark, labels and posts in bold or on one line with what is said of them."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.role import Role


def _duties(roles: tuple[Role, ...]) -> dict[str, list[str]]:
    return {role.name: [duty.title.text for duty in role.duties] for role in roles}


@pytest.mark.parametrize(
    "text",
    [
        "一 站长岗位职责\n1 主持工作；\n2 批准报告；\n二 检测员岗位职责\n1 检测样品；\n2 填写记录。\n",
        "甲、站长\n职责：\n1. 主持工作\n2. 批准报告\n乙、检测员\n职责：\n1. 检测样品\n2. 填写记录\n",
        "1、站长 上级：局长 编制：1 职责：①主持工作；②批准报告。\n"
        "2、检测员 上级：站长 编制：4 职责：①检测样品；②填写记录。\n",
    ],
)
def test_posts_and_duties_by_their_numbers(text: str) -> None:
    assert _duties(read_roles(read_plain("岗位", text)).roles) == {
        "站长": ["主持工作", "批准报告"],
        "检测员": ["检测样品", "填写记录"],
    }


@pytest.mark.parametrize("label", ["**{}** {}", "**{}：** {}", "**{}**：{}"])
def test_labels_in_bold(label: str) -> None:
    fields = "\n\n".join(label.format(*pair) for pair in (("上级", "店长"), ("下级", "生鲜课长")))
    text = f"# 岗位手册\n\n## 生鲜经理\n\n{fields}\n\n1. 制定目标\n2. 审批报损\n"
    (role,) = read_roles(read_markdown("岗位", text)).roles
    assert (role.name, role.superiors, role.subordinates) == ("生鲜经理", ("店长",), ("生鲜课长",))
    assert [duty.title.text for duty in role.duties] == ["制定目标", "审批报损"]


@pytest.mark.parametrize(
    ("lines", "most"),
    [
        (["1.3天以内由班长批准。", "2.7天以内由主任批准。", "3.30天以内由经理批准。"], [3, 7, 30]),
        (["1.1天以内由班长批准。", "2.加班由主任批准。", "3.1.5天以内的调休由经理批准。"], [1, None, 1.5]),
        (["①3天以内由班长批准；", "②7天以内由主任批准（半天计０．５天）。"], [3, 7]),
        (["1.5天以内由班长批准。"], [1.5]),
    ],
)
def test_numbers_that_run_into_amounts(lines: list[str], most: list[float | None]) -> None:
    text = "\n".join(["请假审批规定", "一、事假", *lines, "二、病假", "由经理批准。"])
    limits = [a.limit for a in read_roles(read_plain("请假.txt", text)).approvals[: len(lines)]]
    assert [limit.most if limit else None for limit in limits] == most
