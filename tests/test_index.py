"""The index finds a statement among two hundred: exact, reordered, mistyped; scores stay in their range."""

from itertools import product

import pytest

from knowledge.index import Index
from knowledge.segmenter import Segmenter

_VERBS = ["审批", "审核", "拟定", "组织", "检查", "登记", "参与", "汇总", "监督", "维护"]
_MATTERS = [
    "年度采购预算",
    "日常费用报销",
    "员工绩效考核",
    "供应商资质证照",
    "客户满意度调查",
    "仓库消防设施",
    "合同付款申请",
    "新员工入职培训",
    "车辆维修费用",
    "会议室使用登记",
    "月度销售报表",
    "库存盘点差异",
    "护理排班计划",
    "投诉处理结果",
    "广告宣传物料",
    "办公用品领用",
    "设备保养台账",
    "招聘面试安排",
    "档案移交手续",
    "应急演练方案",
]
_TEXTS = [verb + matter for verb, matter in product(_VERBS, _MATTERS)]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(_TEXTS, Segmenter(_TEXTS).cut)


def _first(index: Index, query: str) -> str:
    return _TEXTS[index.search(query)[0].number]


def test_there_are_two_hundred() -> None:
    assert len(set(_TEXTS)) == 200


@pytest.mark.parametrize("number", range(0, 200, 7))
def test_the_text_itself_comes_first(index: Index, number: int) -> None:
    hits = index.search(_TEXTS[number])
    assert hits[0].number == number
    assert hits[0].score == pytest.approx(1.3, abs=0.01)
    assert hits[1].score < hits[0].score - 0.05


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("车辆维修费用审批", "审批车辆维修费用"),
        ("供应商的资质证照由谁登记", "登记供应商资质证照"),
        ("年度采购的预算拟定", "拟定年度采购预算"),
        ("仓库的消防设施检查", "检查仓库消防设施"),
        ("员工的绩效组织考核", "组织员工绩效考核"),
    ],
)
def test_reordered(index: Index, query: str, text: str) -> None:
    assert _first(index, query) == text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("审批日常费用抱销", "审批日常费用报销"),
        ("检查仓库消防社施", "检查仓库消防设施"),
        ("汇总库存盘点差意", "汇总库存盘点差异"),
        ("组织新员工入职陪训", "组织新员工入职培训"),
        ("监督广告宣传物聊", "监督广告宣传物料"),
    ],
)
def test_one_wrong_character(index: Index, query: str, text: str) -> None:
    assert _first(index, query) == text


def test_further_words_find_what_the_query_lacks(index: Index) -> None:
    words = index.search("审批修车的钱", also=["车辆维修费用"])
    assert _TEXTS[words[0].number] == "审批车辆维修费用"


@pytest.mark.parametrize("query", ["火箭发射", "xyz", "", "？！", " "])
def test_nothing_in_common_finds_nothing(index: Index, query: str) -> None:
    assert index.search(query) == []


@pytest.mark.parametrize(
    "query",
    ["审批", "费用", "审批日常费用报销", "谁来审批一下我们部门上个月的日常费用报销单据呢", "组织车辆会议"],
)
def test_scores_are_ordered_and_in_their_range(index: Index, query: str) -> None:
    scores = [hit.score for hit in index.search(query, limit=200)]
    assert scores == sorted(scores, reverse=True)
    assert all(-0.1 <= score <= 1.31 for score in scores)


def test_equal_scores_keep_the_order_of_the_texts() -> None:
    index = Index(["甲乙", "甲乙", "丙丁"], lambda text: [text] if text else [])
    assert [hit.number for hit in index.search("甲乙")] == [0, 1]


def test_a_search_gives_the_same_answer_each_time(index: Index) -> None:
    assert index.search("费用审核") == index.search("费用审核")


def test_the_limit_is_kept(index: Index) -> None:
    assert len(index.search("审批费用", limit=3)) == 3


def test_a_rare_word_weighs_more(index: Index) -> None:
    assert index.idf("资质证照") > index.idf("审批") > 0
    assert index.idf("没有的词") == 1


@pytest.mark.parametrize("texts", [[], ["审批费用"]])
def test_a_small_index(texts: list[str]) -> None:
    index = Index(texts, Segmenter(texts).cut)
    assert [hit.number for hit in index.search("审批费用")] == list(range(len(texts)))
