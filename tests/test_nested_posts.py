"""Posts as items of nested lists, with labels and lists below them."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.roles.job_description import read_roles
from knowledge.roles.role import Role


def _roles(text: str) -> tuple[Role, ...]:
    return read_roles(read_markdown("a.md", text)).roles


_NESTED = """# 中央厨房岗位职责清单

- **厨政部**
  - **厨师长**（1人）
    - 上级：总经理
    - 职责
      - 制定菜单
      - 控制成本
    - 权限
      - 厨政部人员的任免
  - **炒锅厨师**（6人）
    - 上级：厨师长
    - 职责
      - 按单出品
- **物流部**
  - **配送调度**（2人）
    - 上级：物流部经理
    - 职责
      - 按时段排线
"""


def test_names_are_headings_and_labels_lines() -> None:
    chef, cook, dispatcher = _roles(_NESTED)
    assert [(r.name, r.department, r.superiors) for r in (chef, cook, dispatcher)] == [
        ("厨师长", "厨政部", ("总经理",)),
        ("炒锅厨师", "厨政部", ("厨师长",)),
        ("配送调度", "物流部", ("物流部经理",)),
    ]
    assert [d.title.text for d in chef.duties] == ["制定菜单", "控制成本"]
    assert [item.text for item in chef.authorities[0].items] == ["厨政部人员的任免"]
    assert [d.title.text for d in dispatcher.duties] == ["按时段排线"]


@pytest.mark.parametrize(
    "text",
    [
        "# 店长\n\n## 岗位职责\n\n- 排班\n- 盘点\n\n## 协作关系\n\n- 内部\n  - 值班长\n    - 职责：交接\n"
        "  - 库管\n    - 职责：领料\n",
        "# 店长\n\n岗位职责：\n\n- 排班\n- 盘点\n\n协作：\n\n- 值班长\n  - 职责：交接\n  - 上级：店长\n"
        "- 库管\n  - 职责：领料\n  - 上级：店长\n",
        "# 店长\n\n## 岗位职责\n\n- 管理\n  - 值班长\n  - 收银员\n- 盘点\n",
    ],
)
def test_posts_inside_a_description_are_none(text: str) -> None:
    assert [role.name for role in _roles(text)] == ["店长"]
