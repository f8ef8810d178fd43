"""Paragraphs that tell of several posts who leads whom, and how many there are."""

from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.organization import Organization
from knowledge.roles.labels import Field

_POSTS = ("园长", "保教主任", "后勤主任", "班主任", "保育员", "厨师")
_DUTIES = "".join(f"{post}岗位职责：\n1、填写日志；\n2、参加例会。\n" for post in _POSTS)


def _told(folder: Path, paragraph: str) -> Organization:
    path = folder / "规定.txt"
    path.write_text(
        f"岗位职责规定\n\n一、隶属关系\n{paragraph}\n\n二、岗位职责\n{_DUTIES}\n三、附则\n自印发之日起执行。\n",
        encoding="utf-8",
    )
    return Handbook.load([path]).organization


@pytest.mark.parametrize(
    ("paragraph", "superiors", "subordinates", "counts"),
    [
        (
            "园长由教育局领导。园长直接管理保教主任和后勤主任，这两个岗位各设一名。保教主任带领班主任六名、保育员12名，"
            "后勤主任手下只有厨师两名。",
            {"保教主任": "园长", "后勤主任": "园长", "班主任": "保教主任", "厨师": "后勤主任"},
            {"园长": ["保教主任", "后勤主任"], "保教主任": ["班主任", "保育员"], "后勤主任": ["厨师"]},
            {"保教主任": "一名", "后勤主任": "一名", "班主任": "六名", "保育员": "12名", "厨师": "两名"},
        ),
        (
            "全园设园长1名，向教育局汇报。园长下面有保教主任、后勤主任，各1名，均对园长负责。班主任、保育员归保教主任管理。"
            "厨师3人，由后勤主任管理。",
            {
                "保教主任": "园长",
                "后勤主任": "园长",
                "班主任": "保教主任",
                "保育员": "保教主任",
                "厨师": "后勤主任",
            },
            {"园长": ["保教主任", "后勤主任"]},
            {"保教主任": "1名", "后勤主任": "1名", "厨师": "3人"},
        ),
        (
            "园长直接领导保教主任、后勤主任。保教主任、后勤主任各一人，厨师两人。班主任的直接上级是保教主任。",
            {"保教主任": "园长", "班主任": "保教主任"},
            {"园长": ["保教主任", "后勤主任"]},
            {"保教主任": "一人", "后勤主任": "一人", "厨师": "两人"},
        ),
        ("保教主任管理班级的卫生，园长检查班主任的教案。", {}, {}, {}),
    ],
)
def test_of_several_posts(
    tmp_path: Path,
    paragraph: str,
    superiors: dict[str, str],
    subordinates: dict[str, list[str]],
    counts: dict[str, str],
) -> None:
    organization = _told(tmp_path, paragraph)
    roles = [organization.role(post) for post in _POSTS]
    assert [role.name for role in organization.described()] == list(_POSTS)
    of_many = {r.name: r.superiors[0] for r in roles if r.superiors and r.name != "园长"}
    assert superiors.items() <= of_many.items()
    assert bool(of_many) == bool(superiors)
    assert {r.name: list(r.subordinates) for r in roles if r.subordinates} == subordinates
    told = {
        r.name: r.facts[Field.HEADCOUNT].text
        for r in roles
        if Field.HEADCOUNT in r.facts and r.name != "园长"
    }
    assert told == counts


def test_of_departments_in_articles(tmp_path: Path) -> None:
    text = (
        "某厂岗位责任制\n第一章 组织架构\n"
        "第一条 酿造科设酿造科长1人，受厂长领导；酿造科长直接领导制曲工和压榨工。\n"
        "第二条 化验科设化验科长1人，受厂长领导，直接领导化验员和取样员。\n第二章 职责\n"
        "第三条 酿造科长\n主要职责：\n（一）编制酿造计划；\n（二）检查曲房温度。\n"
        "第四条 化验科长\n主要职责：\n（一）制订检验标准；\n（二）签发检验报告。\n"
    )
    (tmp_path / "制度.txt").write_text(text, "utf-8")
    organization = Handbook.load([tmp_path]).organization
    assert {role.name for role in organization.described()} == {"酿造科长", "化验科长"}
    assert not any("设" in name for name in organization.roles)
    told = {name: organization.role(name) for name in ("酿造科长", "化验科长")}
    assert {name: role.superiors for name, role in told.items()} == dict.fromkeys(told, ("厂长",))
    assert told["化验科长"].subordinates == ("化验员", "取样员")
