"""Names of posts as fields write them."""

import pytest

from knowledge.roles.names import read_names, split_alias, split_list


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("产品经理（Product Manager，简称 PM）", "产品经理", ("Product Manager", "PM")),
        ("后端 Tech Lead（后端技术负责人 / Backend TL）", "后端 Tech Lead", ("后端技术负责人", "Backend TL")),
        ("研发总监(R&D Director)", "研发总监", ("R&D Director",)),
        ("班主任（学习管理师，简称学管师）", "班主任", ("学习管理师", "学管师")),
        ("保安主管（原称保安队长）", "保安主管", ("保安队长",)),
        ("市场专员（即咨询师）", "市场专员", ("咨询师",)),
        ("总经理（兼）", "总经理", ()),
        ("会计（2名）", "会计", ()),
        ("会计（一人）", "会计", ()),
        ("社主任【岗位职责01】", "社主任【岗位职责01】", ()),
        ("司 机", "司机", ()),
        ("会　计", "会计", ()),
        ("QA 主管", "QA 主管", ()),
        ("（副）总经理", "（副）总经理", ()),
        ("经理", "经理", ()),
        ("部长 刘建军", "部长", ()),
        ("刘建军 部长", "部长", ()),
        ("高级 经理", "高级 经理", ()),
        ("护士长（隶属内科）", "护士长", ()),
        ("园长（城南园）", "园长", ()),
        ("班长（精加工车间）", "班长", ()),
        ("站长（又称城东站）", "站长", ("城东站",)),
    ],
)
def test_split_alias(text: str, name: str, aliases: tuple[str, ...]) -> None:
    assert split_alias(text) == (name, aliases)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("会计、出纳", ["会计", "出纳"]),
        ("会计,出纳；文员", ["会计", "出纳", "文员"]),
        ("会计/出纳", ["会计", "出纳"]),
        ("会计\n出纳", ["会计", "出纳"]),
        ("会计（成本、总账）、出纳", ["会计（成本、总账）", "出纳"]),
        ("会计、、出纳、", ["会计", "出纳"]),
        ("", []),
    ],
)
def test_split_list(text: str, parts: list[str]) -> None:
    assert split_list(text) == parts


@pytest.mark.parametrize(
    ("text", "solid", "dotted"),
    [
        ("财务经理", ("财务经理",), ()),
        ("会计、出纳。", ("会计", "出纳"), ()),
        ("销售代表5名、助理（2名）", ("销售代表", "助理"), ()),
        ("会计2人、出纳1人", ("会计", "出纳"), ()),
        ("会计若干", ("会计",), ()),
        ("会计等", ("会计",), ()),
        ("人力资源总监（实线）\n研发总监（虚线）", ("人力资源总监",), ("研发总监",)),
        ("总经理（实线）、产品总监（虚线）", ("总经理",), ("产品总监",)),
        ("无（虚线协调 UI 设计师）", (), ("UI 设计师",)),
        ("总经理；重大风险同时向审计委员会报告（虚线）", ("总经理",), ("审计委员会",)),
        ("向厂长汇报工作", ("厂长",), ()),
        ("总经理（虚线汇报给产品总监）", ("总经理",), ("产品总监",)),
        ("无", (), ()),
        ("—", (), ()),
        ("/", (), ()),
        ("暂无", (), ()),
        ("会计、会计", ("会计",), ()),
    ],
)
def test_read_names(text: str, solid: tuple[str, ...], dotted: tuple[str, ...]) -> None:
    named = read_names(text)
    assert (named.solid, named.dotted) == (solid, dotted)
