"""Words of one meaning, by organization."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.questions.borders import Borders
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.matter import Matter
from knowledge.questions.phrases import compact
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.questions.scope import BROADER, Scope
from knowledge.questions.spoken_verb import spoken_verb
from knowledge.questions.unit import make_unit
from knowledge.text import fold
from knowledge.thesaurus import Thesaurus, general_thesaurus, table_rows

_SAME = [["报账", "费用报销"], ["回款", "收款", "账款催收"]]
_KINDS = [["采购", "采买"], ["资产", "电脑", "车辆"]]
_MEANINGS = tomllib.loads((Path(__file__).parent / "data" / "meanings.toml").read_text("utf-8"))
_TABLES = Path(__file__).parents[1] / "knowledge" / "synonyms"


@pytest.mark.parametrize(
    ("word", "covered_by"),
    [
        pytest.param("电脑", ["资产", "电脑"], id="a narrow word falls under a broad one"),
        pytest.param("资产", ["资产"], id="never the other way round"),
        pytest.param("报账", ["报账", "费用报销"], id="words of one meaning"),
        pytest.param("火箭", [], id="an unknown word"),
    ],
)
def test_expansions(word: str, covered_by: Sequence[str]) -> None:
    thesaurus = Thesaurus(_SAME, _KINDS)
    groups = thesaurus.groups(word)
    assert sorted(thesaurus.expansions(groups)) == sorted(covered_by)
    assert thesaurus.expansions(groups) is thesaurus.expansions(groups)


def test_parts_are_words_of_four_characters() -> None:
    thesaurus = Thesaurus(_SAME, _KINDS)
    assert thesaurus.parts(thesaurus.groups("收款")) == (("账款", "催收"),)
    assert thesaurus.parts(thesaurus.groups("电脑")) == ()


@pytest.mark.parametrize(
    ("word", "met_by"),
    [
        pytest.param(
            "报单", ["报账", "费用报销", "报单", "付款申请"], id="all it was said to mean, and their words"
        ),
        pytest.param("付款申请", ["报单", "付款申请"], id="only what was said of it"),
        pytest.param("费用报销", ["报账", "费用报销", "报单"], id="no other word's other meaning"),
        pytest.param("电脑", ["资产", "电脑"], id="other words as before"),
    ],
)
def test_rows_of_an_organization(word: str, met_by: Sequence[str]) -> None:
    thesaurus = Thesaurus(_SAME, _KINDS, [["报单", "费用报销"], ["报单", "付款申请"]])
    groups = thesaurus.groups(word)
    assert {w for w in thesaurus.words if groups & thesaurus.groups(w)} | set(
        thesaurus.expansions(groups)
    ) == set(met_by)


def test_two_organizations_do_not_share_their_words() -> None:
    organization = Handbook.sample().organization
    meant = ("费用报销", "合同签订")
    lexicons = [Lexicon(organization, Thesaurus([["报甲乙", word]], [])) for word in meant]
    for _ in range(2):  # in turn, so that one would meet what the other has kept
        for lexicon, word in zip(lexicons, meant, strict=True):
            question = Question("谁负责报甲乙", lexicon, Speller(lexicon))
            best = Matter(question, used=range(3)).matches()[0]
            assert word in best.statement.folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("组织招标和招聘", ["招标", "招聘"], id="a character inside a longer word is none"),
        pytest.param("谁来招", ["招"], id="but it is one alone"),
        pytest.param("谁followup", ["followup"], id="several English words, as a question has them"),
        pytest.param("谁followups", [], id="not a part of a longer English word"),
    ],
)
def test_find(text: str, words: Sequence[str]) -> None:
    thesaurus = Thesaurus([["招聘", "招"], ["招标", "tender"], ["跟进", "follow up"]], [])
    assert [o.word for o in thesaurus.find(text)] == words


@pytest.mark.parametrize(
    ("words", "found", "torn"),
    [
        pytest.param(["审核", "销售", "报表"], "核销", True, id="one character of each of two words"),
        pytest.param(["采购", "单笔"], "采购单", True, id="a word and a character of the next"),
        pytest.param(["大客户", "拜访"], "客户拜访", False, id="the last word of a longer one"),
        pytest.param(["和服", "务"], "服务", False, id="a wrong cut"),
        pytest.param(["报销", "单据"], "报销", False, id="a word"),
        pytest.param(["费用报销"], "报销", False, id="a part of one word"),
        pytest.param(["安全检查"], "全检", True, id="the middle of one word"),
    ],
)
def test_borders(words: Sequence[str], found: str, torn: bool) -> None:
    start = "".join(words).index(found)
    assert Borders(words).torn(start, start + len(found)) is torn


# ── the tables ───────────────────────────────────────────────────────────────────────────────────────────


def test_every_table_is_read() -> None:
    written = sum(len(table[key]) for table in map(_table, _TABLES.glob("*.toml")) for key in table)
    assert written == sum(map(len, table_rows().values()))


def _table(path: Path) -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(path.read_text("utf-8"))
    return table


def test_words_are_written_as_they_are_looked_up() -> None:
    words = [word for rows in table_rows().values() for row in rows for word in row]
    assert [word for word in words if fold(word) != word or word != word.strip() or not word] == []


@pytest.mark.parametrize("kind", table_rows())
def test_a_row_has_words_of_its_own(kind: str) -> None:
    rows = table_rows()[kind]
    assert [row for row in rows if len(row) < 2 or len({*row}) < len(row)] == []
    assert [row for row, count in Counter(frozenset(row) for row in rows).items() if count > 1] == []


def test_no_row_says_what_another_says() -> None:
    rows = Counter(pair for row in table_rows()["same"] for pair in combinations(sorted(row), 2))
    assert [pair for pair, count in rows.items() if count > 1] == [("客户", "顾客")]  # also guests of a house


def test_a_broad_word_has_one_row_a_table() -> None:
    tables = {path.stem: _table(path).get("kinds", []) for path in _TABLES.glob("*.toml")}
    broad = {name: Counter(row.split(" > ")[0] for row in rows) for name, rows in tables.items()}
    assert {name: [w for w, n in words.items() if n > 1] for name, words in broad.items()} == {
        name: [] for name in tables
    }


def test_no_narrow_word_is_broader_than_its_own() -> None:
    thesaurus = general_thesaurus()
    kinds = table_rows()["kinds"]
    turned = {(narrow, row[0]) for row in kinds for narrow in row[1:]}
    assert [(row[0], narrow) for row in kinds for narrow in row[1:] if (row[0], narrow) in turned] == []
    assert [row[0] for row in kinds if not thesaurus.groups(compact(row[0]))] == []


# ── what is asked, and what documents write ──────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The lexicon of a document that has every line."""
    lines = dict.fromkeys(line for pairs in _MEANINGS.values() for _, line in pairs)
    path = tmp_path_factory.mktemp("documents") / "岗位.md"
    duties = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    path.write_text(f"# 综合专员岗位说明书\n\n直接上级：总经理\n\n## 岗位职责\n\n{duties}\n", "utf-8")
    return Lexicon(Handbook.load([path]).organization)


def _explained(lexicon: Lexicon, asked: str, line: str) -> float:
    word = spoken_verb(compact(asked), lexicon.thesaurus) or compact(asked)
    unit = make_unit(lexicon.thesaurus, 0, len(word), word)
    return Scope(fold(line), lexicon).explains(unit)


@pytest.mark.parametrize(("asked", "line"), _MEANINGS["met"])
def test_a_line_answers_a_word(lexicon: Lexicon, asked: str, line: str) -> None:
    assert asked not in line
    assert _explained(lexicon, asked, line) >= BROADER


@pytest.mark.parametrize(("asked", "line"), _MEANINGS["apart"])
def test_a_line_never_answers_a_word(lexicon: Lexicon, asked: str, line: str) -> None:
    assert _explained(lexicon, asked, line) < BROADER
