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
