"""What documents say kept in a folder: the same answers, and nothing read from a folder that does not fit."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import Context, Handbook
from knowledge.compiled.coding import Coding
from knowledge.compiled.records import Records, write_records
from knowledge.compiled.shelf import FileShelf
from knowledge.compiled.table import Table, write_table
from knowledge.compiled.writing import write_compiled
from knowledge.errors import KnowledgeError
from knowledge.organization import Organization
from knowledge.roles.role import Role, brief
from knowledge.word_list import make_entry

_QUESTIONS = Path(__file__).parent / "data" / "handbook_questions.toml"
_ENTRIES = [make_entry("报账=费用报销"), make_entry("大龙=集团客户部经理")]


def _nothing() -> Iterator[None]:
    raise AssertionError("the documents are not needed")
    yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled") / "sample"
    Handbook.sample().compile(folder, "sample")
    return folder


@pytest.fixture(scope="module")
def compiled(folder: Path) -> Handbook:
    handbook = Handbook.compiled(folder, "sample", _nothing)
    assert handbook is not None
    return handbook


def test_answers_every_question_as_from_the_documents(compiled: Handbook) -> None:
    plain = Handbook.sample()
    conversations = [gold["ask"] for gold in tomllib.loads(_QUESTIONS.read_text("utf-8"))["question"]]
    assert len(conversations) > 50
    for questions in conversations:
        before, kept_before = Context(), Context()
        for question in questions:
            answer, before = plain.ask(question, before)
            kept_answer, kept_before = compiled.ask(question, kept_before)
            assert kept_answer == answer
            assert [e.quote for e in kept_answer.evidence] == [e.quote for e in answer.evidence]
            assert kept_before == before


@pytest.mark.parametrize(
    "question",
    [
        "shui shenpi baoxiao",
        "客护开发主管的上机是谁",
        "產品支持主管的下級",
        "谁负责火箭发射",
        "客开主管归谁管",
        "副总",
        "DevOps是谁",
    ],
)
def test_understands_spellings_as_from_the_documents(compiled: Handbook, question: str) -> None:
    assert compiled.ask(question) == Handbook.sample().ask(question)


def test_has_the_same_parts(compiled: Handbook) -> None:
    one, other = compiled.organization, Handbook.sample().organization
    assert dict(one.roles) == dict(other.roles)
    assert list(one.roles) == list(other.roles)
    assert list(one.statements) == list(other.statements)
    assert one.statements[-1] == list(other.statements)[-1]
    assert dict(one.departments) == dict(other.departments)
    assert one.department_names() == other.department_names()
    assert one.partners() == other.partners()
    assert one.members("集团客户部") == list(map(brief, other.members("集团客户部"))) != []
    assert list(map(one.others, one.roles)) == list(map(other.others, other.roles))
    assert one.naming.called("客开主管") == other.naming.called("客开主管") == ["客户开发主管"]


def test_keeps_what_stands_under_headings_of_its_own(tmp_path: Path) -> None:
    tmp_path.joinpath("仓库.md").write_text(
        "# 仓库主管\n## 岗位职责\n- 审批出库申请\n## 任职资格\n- 大专以上学历\n", "utf-8"
    )
    plain = Handbook.load([tmp_path / "仓库.md"])
    plain.compile(tmp_path / "kept", "one")
    kept = Handbook.compiled(tmp_path / "kept", "one", _nothing)
    assert kept is not None
    assert kept.organization.others("仓库主管") == plain.organization.others("仓库主管") != ()
    assert kept.organization.briefs["仓库主管"] == brief(plain.organization.roles["仓库主管"])
    answer, _ = kept.ask("仓库主管的任职资格是什么")
    assert answer == plain.ask("仓库主管的任职资格是什么")[0]
    assert [evidence.quote for evidence in answer.evidence] == ["大专以上学历"]


def test_statements_on_disk_are_those_in_memory(tmp_path: Path) -> None:
    plain = Handbook.sample().organization
    shelved = Organization(plain.readings, shelf=FileShelf(tmp_path / "shelf"))
    assert list(shelved.statements) == list(plain.statements)
    assert list(shelved.statements.sought) == plain.statements.sought
    assert list(shelved.statements.folded) == plain.statements.folded
    assert shelved.statements.numbers == plain.statements.numbers
    assert shelved.statements.coined == plain.statements.coined
    assert list((tmp_path / "shelf").iterdir()) == []
    write_compiled(tmp_path / "shelved", lambda: shelved, "one")
    write_compiled(tmp_path / "plain", lambda: plain, "one")
    for name in ("statements", "numbers", "texts", "words", "pairs", "trigrams", "latin", "places"):
        one, other = (tmp_path / folder / name for folder in ("shelved", "plain"))
        assert one.read_bytes() == other.read_bytes()


def test_keeps_the_words_of_the_company(tmp_path: Path) -> None:
    plain = Handbook.sample()
    for entry in _ENTRIES:
        plain = plain.taught(entry.written)
    plain.compile(tmp_path / "taught", "taught")
    kept = Handbook.compiled(tmp_path / "taught", "taught", _nothing, _ENTRIES)
    assert kept is not None
    for question in ("谁审批报账", "大龙的上级是谁", "dalong de shangji"):
        assert kept.ask(question) == plain.ask(question)


def test_reads_the_documents_only_for_what_is_not_kept(folder: Path) -> None:
    handbook = Handbook.compiled(folder, "sample", lambda: ())
    assert handbook is not None
    assert handbook.organization.readings == ()


def _lose(folder: Path) -> None:
    (folder / "small").unlink()


def _cut(folder: Path) -> None:
    path = folder / "statements"
    path.write_bytes(path.read_bytes()[:-9])


def _change(folder: Path) -> None:
    path = folder / "names"
    content = bytearray(path.read_bytes())
    content[10] ^= 1
    path.write_bytes(content)


def _forget(folder: Path) -> None:
    (folder / "manifest.json").write_text("{}", "utf-8")


@pytest.mark.parametrize("damage", [_lose, _cut, _change, _forget])
def test_opens_no_damaged_folder(tmp_path: Path, damage: "object") -> None:
    Handbook.sample().compile(tmp_path / "sample", "sample")
    assert callable(damage)
    damage(tmp_path / "sample")
    assert Handbook.compiled(tmp_path / "sample", "sample", _nothing) is None


def test_opens_no_folder_of_something_else(folder: Path, tmp_path: Path) -> None:
    assert Handbook.compiled(folder, "other", _nothing) is None
    assert Handbook.compiled(tmp_path / "none", "sample", _nothing) is None


def test_a_table_finds_what_was_written(tmp_path: Path) -> None:
    items = [(f"{n}号".encode(), bytes([n % 256]) * (n % 7)) for n in range(1_000)]
    assert write_table(tmp_path / "table", items) == 1_000
    table = Table(tmp_path / "table")
    assert [(key, bytes(table.find(key) or b"")) for key in table.written()] == items
    assert table.find("1000号".encode()) is None
    assert len(table) == 1_000


def test_records_are_found_by_number(tmp_path: Path) -> None:
    pieces = [b"", b"one", b"two and more"]
    assert write_records(tmp_path / "records", pieces) == 3
    records = Records(tmp_path / "records")
    assert [bytes(records[number]) for number in range(3)] == pieces
    with pytest.raises(IndexError):
        _ = records[3]
    (tmp_path / "none").write_bytes(bytes(40))
    with pytest.raises(ValueError, match="damaged"):
        Records(tmp_path / "none")


def test_values_come_back_as_they_were() -> None:
    coding = Coding[Role](Role)
    for role in Handbook.sample().organization.roles.values():
        read = coding.read(coding.write(role))
        assert read == role
        assert read.named.quote == role.named.quote
        assert read.facts == role.facts
    with pytest.raises((ValueError, TypeError, EOFError)):
        coding.read(b"")


def test_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((OSError, KnowledgeError)):
        Handbook.sample().compile(tmp_path / "file" / "folder", "sample")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_reads_parts_of_values_as_the_whole_has_them(compiled: Handbook) -> None:
    one, other = compiled.organization, Handbook.sample().organization
    assert [one.others(name) for name in other.roles] == [role.others for role in other.roles.values()]
    assert one.others("没有的岗位") == other.others("没有的岗位") == ()
    statements = other.statements
    assert [one.statements.owner_of(n) for n in range(len(statements))] == [s.owner for s in statements]
    for name in other.roles:
        for words in (("审批",), ("直接下级", "客户"), ("火箭",)):
            found = one.statements.speaking_of(name, words)
            assert found == statements.speaking_of(name, words)
            assert found == [s for s in statements.of(name) if any(word in s.folded for word in words)]
