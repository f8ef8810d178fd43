"""Verbs of one character with what is said behind them."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.questions.spoken_verb import spoken_verb
from knowledge.thesaurus import general_thesaurus, table_rows

_KEEPER = """# 库房主管岗位说明书

直接上级：总经理

## 岗位职责

1. 负责废旧物资的回收。
2. 负责货架的维修。
3. 对违规物品予以暂扣。

# 车队主管岗位说明书

直接上级：总经理

## 岗位职责

1. 负责车辆的调度。
2. 负责燃油的验收。
3. 负责文件的传阅。
"""


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        pytest.param("收走", "收", id="where it goes"),
        pytest.param("修好了", "修", id="how it ends"),
        pytest.param("搬出去", "搬", id="two characters behind it"),
        pytest.param("租不出去", "租", id="what cannot be done"),
        pytest.param("修得好", "修", id="what can be done"),
        pytest.param("查一查", "查", id="said twice"),
        pytest.param("催催", "催", id="said twice at once"),
        pytest.param("收", None, id="nothing behind it"),
        pytest.param("收集", None, id="another verb"),
        pytest.param("收购", None, id="another verb that begins with it"),
        pytest.param("入走", None, id="no verb"),
        pytest.param("收回来", None, id="a word of the tables"),
    ],
)
def test_a_verb_and_what_is_said_behind_it(word: str, verb: str | None) -> None:
    assert spoken_verb(word, general_thesaurus()) == verb


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("废旧物资谁收走", ("库房主管",)),
        ("货架谁去修一修", ("库房主管",)),
        ("违规的物品谁能扣下来", ("库房主管",)),
        ("车谁派", ("车队主管",)),
        ("油谁验", ("车队主管",)),
        ("文件谁传", ("车队主管",)),
        ("货架坏了多久能修好", ()),
        ("谁收走", ()),
        ("机票谁退", ()),
    ],
)
def test_who_is_asked_for_with_one(question: str, roles: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "岗位.md"
    path.write_text(_KEEPER, "utf-8")
    answer, _ = Handbook.load([path]).ask(question)
    assert answer.roles == roles


def test_a_spoken_word_has_one_row() -> None:
    tables = [
        tomllib.loads(path.read_text("utf-8"))
        for path in sorted((Path(__file__).parents[1] / "knowledge" / "synonyms").glob("spoken*.toml"))
    ]
    said = [row.split(" = ")[0] for table in tables for rows in table.values() for row in rows]
    assert [word for word, count in Counter(said).items() if count > 1] == []
    acts = (row for table in tables for row in table.get("acts", ()))
    assert [word for row in acts for word in row.split(" = ")[1].split("、") if len(word) < 2] == []


def test_a_spoken_word_says_who_nowhere() -> None:
    said = [row[0] for kind in ("acts", "things") for row in table_rows()[kind]]
    assert [word for word in said if "谁" in word] == []
