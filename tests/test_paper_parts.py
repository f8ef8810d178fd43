"""Papers that tell one thing of all posts in each of their parts: duties, rights, who is above whom."""

from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.roles.role import Role


def _roles(folder: Path, text: str) -> dict[str, Role]:
    path = folder / "规定.txt"
    path.write_text(text, encoding="utf-8")
    return {role.name: role for role in Handbook.load([path]).organization.described()}


def _said(role: Role) -> tuple[list[str], list[str]]:
    duties = [duty.title.text.rstrip("；。;") for duty in role.duties]
    return duties, [item.text.rstrip("；。;") for listing in role.authorities for item in listing.items]


_DUTIES = (
    "馆长岗位职责：\n1、编制预算；\n2、召开馆务会。\n"
    "管理员岗位职责：1、上架图书；2、办理借阅。\n"
    "保安员岗位职责：\n1、巡查书库；\n2、检查消防。\n"
)
_RIGHTS = {
    "colons": (
        "馆长：有权批准千元以下购书；有权调班。\n管理员：有权拒绝逾期者续借。\n保安员：有权检查包裹。\n"
    ),
    "sentences": "馆长有权批准千元以下购书；有权调班。\n管理员有权拒绝逾期者续借。\n保安员有权检查包裹。\n",
    "lists": (
        "馆长权限：\n1、有权批准千元以下购书；\n2、有权调班。\n管理员权限：\n"
        "1、有权拒绝逾期者续借。\n保安员权限：\n1、有权检查包裹。\n"
    ),
    "counted": (
        "1、馆长：有权批准千元以下购书；有权调班。\n2、管理员：有权拒绝逾期者续借。\n"
        "3、保安员：有权检查包裹。\n"
    ),
}


@pytest.mark.parametrize("rights", _RIGHTS.values(), ids=_RIGHTS)
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("duties_head", "rights_head"),
    [("各岗位职责", "各岗位权限"), ("岗位职责", "岗位权限"), ("人员职责", "各类人员的权限")],
)
def test_duties_and_rights_in_parts_of_their_own(
    tmp_path: Path, rights: str, first: bool, duties_head: str, rights_head: str
) -> None:
    parts = [(duties_head, _DUTIES), (rights_head, rights)]
    (one, above), (two, below) = parts if first else parts[::-1]
    roles = _roles(
        tmp_path,
        (
            f"乡图书馆岗位职责及权限\n（张贴于值班室）\n\n一、{one}\n{above}\n二、{two}\n{below}\n"
            "三、其他\n本规定由办公室解释。\n"
        ),
    )
    assert {name: _said(role) for name, role in roles.items()} == {
        "馆长": (["编制预算", "召开馆务会"], ["有权批准千元以下购书", "有权调班"]),
        "管理员": (["上架图书", "办理借阅"], ["有权拒绝逾期者续借"]),
        "保安员": (["巡查书库", "检查消防"], ["有权检查包裹"]),
    }


def test_a_part_of_relations_is_no_post(tmp_path: Path) -> None:
    roles = _roles(
        tmp_path,
        (
            "第一部分 隶属关系\n馆长由文化站领导。馆长管理管理员和保安员。\n第二部分 岗位职责\n"
            f"{_DUTIES}第三部分 岗位权限\n{_RIGHTS['colons']}"
        ),
    )
    assert set(roles) == {"馆长", "管理员", "保安员"}


def test_posts_as_parts_keep_their_own_labels(tmp_path: Path) -> None:
    roles = _roles(
        tmp_path,
        (
            "一、馆长\n职责：\n1、排班；\n权限：\n1、调班。\n二、管理员\n职责：\n1、上架；\n"
            "权限：\n1、拒借。\n"
        ),
    )
    assert _said(roles["馆长"]) == (["排班"], ["调班"])
