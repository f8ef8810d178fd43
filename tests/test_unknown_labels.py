"""Labels of no table, in every layout: what repeats below each post and what stands there tells them."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from knowledge.documents.document import Document
from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role


@dataclass(frozen=True)
class _Post:
    name: str
    above: str
    below: str
    why: str
    work: tuple[str, ...]
    rights: tuple[str, ...]
    inside: str
    outside: str


_POSTS = (
    _Post(
        "苗圃主管", "园长", "育苗工", "按时育出合格的苗木。", ("制定育苗计划", "检查灌溉情况"),
        ("劣苗的淘汰权", "育苗工的排班权"), "采购部", "种子公司",
    ),
    _Post(
        "育苗工", "苗圃主管", "无", "看护好每一畦苗木。", ("浇水施肥", "记录苗高", "清理杂草"),
        ("病苗的隔离权",), "仓储部", "农资供应商",
    ),
    _Post(
        "门票主管", "园长", "售票员", "做好票务并让游客满意。", ("安排售票窗口", "核对票款"),
        ("九折以内的优惠决定权", "退票的批准权"), "财务部", "各旅行社",
    ),
)  # fmt: skip

# of what a post is for, what it does, what it may decide, who stands above and below it, its partners
_WORDINGS = {
    "of an office": ("设岗缘由", "日常要务", "核决权限", "向上请示", "所带班组", "园内协同", "园外接洽"),
    "spoken": ("为啥要有这个岗", "每天忙什么", "自己能拍板的", "老板是谁", "手下", "里面找谁", "外面找谁"),
    "translated": ("角色意义", "关键产出", "决策授权", "上线", "团队成员", "内部干系人", "外部干系人"),
    "told by what they hold": ("甲栏", "乙栏", "丙栏", "上线", "下线", "园内往来", "园外往来"),
}


def _fields(post: _Post, words: tuple[str, ...]) -> list[tuple[str, tuple[str, ...] | str]]:
    why, work, rights, above, below, inside, outside = words
    return [
        ("所在部门", "园区"),
        (above, post.above),
        (below, post.below),
        (why, post.why),
        (work, post.work),
        (rights, post.rights),
        (inside, post.inside),
        (outside, post.outside),
    ]


def _alone(posts: tuple[_Post, ...], words: tuple[str, ...]) -> Document:
    lines = []
    for number, post in zip("一二三", posts, strict=True):
        lines.append(f"{number}、{post.name}")
        for label, value in _fields(post, words):
            listed = (
                [f"{i}. {item}" for i, item in enumerate(value, 1)] if isinstance(value, tuple) else [value]
            )
            lines += [label, *listed]
    return read_plain("手册.txt", "\n".join(lines))


def _before_colons(posts: tuple[_Post, ...], words: tuple[str, ...]) -> Document:
    lines = []
    for post in posts:
        lines.append(f"{post.name}岗位说明书")
        for label, value in _fields(post, words):
            listed = "；".join(f"{i}、{item}" for i, item in enumerate(value, 1))
            lines.append(f"{label}：{value if isinstance(value, str) else listed}")
    return read_plain("手册.txt", "\n".join(lines))


def _counted(posts: tuple[_Post, ...], words: tuple[str, ...]) -> Document:
    lines = []
    for number, post in zip("一二三", posts, strict=True):
        lines.append(f"第{number}章 {post.name}")
        for count, (label, value) in zip("一二三四五六七八", _fields(post, words), strict=True):
            if isinstance(value, str):
                lines.append(f"（{count}）{label}：{value}")
            else:
                lines += [f"（{count}）{label}", *(f"{i}、{item}；" for i, item in enumerate(value, 1))]
    return read_plain("手册.txt", "\n".join(lines))


def _marked(mark: str) -> Callable[[tuple[_Post, ...], tuple[str, ...]], Document]:
    def document(posts: tuple[_Post, ...], words: tuple[str, ...]) -> Document:
        lines = ["# 手册"]
        for post in posts:
            lines.append(f"## {post.name}")
            for label, value in _fields(post, words):
                listed = [f"- {item}" for item in value] if isinstance(value, tuple) else [value]
                lines += ["", mark.format(label), "", *listed]
        return read_markdown("手册.md", "\n".join(lines))

    return document


def _columns(posts: tuple[_Post, ...], words: tuple[str, ...]) -> Document:
    rows = [["岗位", *(label for label, _ in _fields(posts[0], words))]]
    for post in posts:
        values = (v if isinstance(v, str) else "<br>".join(v) for _, v in _fields(post, words))
        rows.append([post.name, *values])
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return read_markdown("手册.md", "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]))


_LAYOUTS = {
    "alone": _alone,
    "before colons": _before_colons,
    "counted": _counted,
    "bold": _marked("**{}**"),
    "headings": _marked("### {}"),
    "columns": _columns,
}


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("words", _WORDINGS)
def test_labels_told_by_the_document(layout: str, words: str) -> None:
    roles = read_roles(_LAYOUTS[layout](_POSTS, _WORDINGS[words])).roles
    assert [role.name for role in roles] == [post.name for post in _POSTS]
    for post, role in zip(_POSTS, roles, strict=True):
        assert role.superiors == (post.above,)
        assert role.subordinates == (() if post.below == "无" else (post.below,))
        assert (role.text(Field.SUMMARY) or "").rstrip("。") == post.why.rstrip("。")
        assert [duty.title.text.rstrip("；") for duty in role.duties] == list(post.work)
        assert _items(role, "authorities") == list(post.rights)
        assert _items(role, "collaboration") == [post.inside, post.outside]


def _items(role: Role, name: str) -> list[str]:
    listings = role.authorities if name == "authorities" else role.collaboration
    return [item.text.rstrip("；") for listing in listings for item in listing.items]
