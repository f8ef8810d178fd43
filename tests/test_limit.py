"""Amounts, and the limits that documents set with them."""

import pytest

from knowledge.roles.amount import Amount, find_amounts
from knowledge.roles.limit import Limit, find_limit

_YUAN, _DAYS = "元", "天"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("500元", 500, _YUAN),
        ("5,000元", 5000, _YUAN),
        ("３００元", 300, _YUAN),
        ("3万元", 30_000, _YUAN),
        ("3 万元", 30_000, _YUAN),
        ("1.5万元", 15_000, _YUAN),
        ("5千元", 5000, _YUAN),
        ("5百元", 500, _YUAN),
        ("2百万元", 2_000_000, _YUAN),
        ("两万元", 20_000, _YUAN),
        ("十万元", 100_000, _YUAN),
        ("一千五百元", 1500, _YUAN),
        ("一万五千元", 15_000, _YUAN),
        ("一百五十万元", 1_500_000, _YUAN),
        ("一百二十元", 120, _YUAN),
        ("三千块钱", 3000, _YUAN),
        ("500 RMB", 500, _YUAN),
        ("500美元", 500, "美元"),
        ("30个基点", 30, "基点"),
        ("800公斤", 800, "公斤"),
        ("300kg", 300, "公斤"),
        ("3天", 3, _DAYS),
        ("三天", 3, _DAYS),
        ("两天", 2, _DAYS),
        ("十五日", 15, _DAYS),
        ("两个礼拜", 14, _DAYS),
        ("三周", 21, _DAYS),
        ("6个月", 180, _DAYS),
        ("半个月", 15, _DAYS),
        ("2年", 730, _DAYS),
        ("五个工作日", 5, _DAYS),
        ("3 个工作日", 3, _DAYS),
        ("10%", 10, "%"),
        ("0.3％", 0.3, "%"),
        ("百分之五", 5, "%"),
        ("九折", 9, "折"),
        ("8.5折", 8.5, "折"),
        ("九五折", 9.5, "折"),
        ("85折", 8.5, "折"),
        ("24小时", 24, "小时"),
        ("3人", 3, "人"),
        ("3人天", 3, "人天"),
        ("八个工日", 8, "工日"),
        ("8个点", 8, "%"),
    ],
)
def test_amounts(text: str, value: float, unit: str) -> None:
    (amount,) = find_amounts(f"单笔{text}的费用")
    assert (amount.value, amount.unit) == (value, unit)
    assert f"单笔{text}的费用"[amount.start : amount.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "每月2次",
        "第3条",
        "2023年",
        "三年级",
        "满2周年",
        "50周岁",
        "10月",
        "星期一",
        "P0级",
        "上万元",
        "一名员工也没有说",
        "8:00-20:00",
        "3号仓",
        "A4纸",
    ],
)
def test_no_amount(text: str) -> None:
    assert [a for a in find_amounts(text) if a.unit != "人"] == []


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("500元以内", Limit(_YUAN, most=500)),
        ("500元以内（含）", Limit(_YUAN, most=500)),
        ("3天以内（含3天）", Limit(_DAYS, most=3)),
        ("500元以内（不含）", Limit(_YUAN, most=500, most_included=False)),
        ("500元（不含）以内", Limit(_YUAN, most=500, most_included=False)),
        ("500元以下", Limit(_YUAN, most=500)),
        ("500元及以下", Limit(_YUAN, most=500)),
        ("500元内", Limit(_YUAN, most=500)),
        ("不超过500元", Limit(_YUAN, most=500)),
        ("不得超过5天", Limit(_DAYS, most=5)),
        ("不高于500元", Limit(_YUAN, most=500)),
        ("低于九折", Limit("折", most=9, most_included=False)),
        ("不足1000元", Limit(_YUAN, most=1000, most_included=False)),
        ("≤500元", Limit(_YUAN, most=500)),
        ("＜500元", Limit(_YUAN, most=500, most_included=False)),
        ("500元以上", Limit(_YUAN, least=500)),
        ("1万元（含）以上", Limit(_YUAN, least=10_000)),
        ("1万元以上（不含）", Limit(_YUAN, least=10_000, least_included=False)),
        ("九折及以上", Limit("折", least=9)),
        ("九折以内", Limit("折", least=9)),
        ("8.5折(含)以内的优惠审批权", Limit("折", least=8.5, least_stated=True)),
        ("九折以下", Limit("折", most=9)),
        ("超过500元", Limit(_YUAN, least=500, least_included=False)),
        ("超过500元（含）", Limit(_YUAN, least=500)),
        ("超出3000元", Limit(_YUAN, least=3000, least_included=False)),
        ("不低于8折", Limit("折", least=8)),
        ("不得少于3天", Limit(_DAYS, least=3)),
        ("满3天", Limit(_DAYS, least=3)),
        ("＞500元", Limit(_YUAN, least=500, least_included=False)),
        ("超过500元、5000元以内（含）", Limit(_YUAN, 500, 5000, least_included=False)),
        ("3天（含）以上5天（不含）以下", Limit(_DAYS, 3, 5, most_included=False)),
        ("5000元≥A≥1000元", Limit(_YUAN, 1000, 5000)),
        ("1000元≤A＜5000元", Limit(_YUAN, 1000, 5000, most_included=False)),
        ("1000—5000元", Limit(_YUAN, 1000, 5000)),
        ("1000元至5000元", Limit(_YUAN, 1000, 5000)),
        ("1000元（含）至5000元（不含）", Limit(_YUAN, 1000, 5000, most_included=False)),
        ("1-3万元", Limit(_YUAN, 10_000, 30_000)),
        ("三天以内", Limit(_DAYS, most=3)),
        ("两万元以内", Limit(_YUAN, most=20_000)),
        ("五个工作日内", Limit(_DAYS, most=5)),
        ("5万以下", Limit(_YUAN, most=50_000)),
        ("三万以上", Limit(_YUAN, least=30_000)),
        ("10%以内", Limit("%", most=10)),
        ("100元/人以内", Limit(_YUAN, most=100)),
        ("单笔5万元以(含)采购合同的审批权", Limit("元", most=50_000)),  # 内 was lost
        ("优惠到九折（含九折）为止", Limit("折", 9, None)),
        ("最多优惠到九折", Limit("折", 9, None)),
        ("九折以内（含九折）", Limit("折", 9, None)),
        ("单笔5000元为止", Limit("元", None, 5000)),
        ("上限为5000元", Limit("元", None, 5000)),
    ],
)
def test_limits(text: str, limit: Limit) -> None:
    assert find_limit(f"单笔{text}的费用") == limit


@pytest.mark.parametrize(
    "text", ["审批费用", "保存期三年", "每月2-3次", "2人（白班、夜班各1人）", "30分钟", "3个工作日"]
)
def test_no_limit(text: str) -> None:
    assert find_limit(text) is None


@pytest.mark.parametrize(
    ("limit", "value", "holds"),
    [
        (Limit(_YUAN, most=500), 500, True),
        (Limit(_YUAN, most=500), 501, False),
        (Limit(_YUAN, most=500, most_included=False), 500, False),
        (Limit(_YUAN, most=500), 0, True),
        (Limit(_YUAN, least=500), 500, True),
        (Limit(_YUAN, least=500, least_included=False), 500, False),
        (Limit(_YUAN, least=500, least_included=False), 500.01, True),
        (Limit(_YUAN, 500, 5000, least_included=False), 5000, True),
        (Limit(_YUAN, 500, 5000, least_included=False), 8000, False),
        (Limit(_YUAN), 10**9, True),
    ],
)
def test_what_a_limit_holds(limit: Limit, value: float, holds: bool) -> None:
    assert limit.holds(Amount(value, _YUAN, 0, 0)) is holds


@pytest.mark.parametrize("included", [True, False])
def test_beyond_a_limit_begins_where_it_ends(included: bool) -> None:
    limit = Limit(_YUAN, most=500, most_included=included)
    at, above = Amount(500, _YUAN, 0, 0), Amount(500.01, _YUAN, 0, 0)
    assert limit.holds(at) is not limit.beyond().holds(at)
    assert limit.beyond().holds(above)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两万八能报吗", 28_000),
        ("修了六千块", 6000),
        ("一万二呢", 12_000),
        ("3500能批吗", 3500),
        ("1万5千元谁批", 15_000),
        ("10万5谁批", 105_000),
    ],
)
def test_spoken_amounts_only_where_asked(text: str, value: float) -> None:
    assert [amount.value for amount in find_amounts(text, loose=True)] == [value]
