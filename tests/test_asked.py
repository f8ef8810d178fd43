"""What a single question has made of documents kept for the next one: the same answers, from what the
documents say now, and done without where it cannot be kept or trusted."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import bot
from bot import asked
from bot.cli import run

_SAMPLE = Path(bot.__file__).parent.parent / "knowledge" / "sample"
_QUESTIONS = [
    "谁审批费用报销",
    "客护开发主管的上机是谁",
    "shui shenpi baoxiao",
    "客户开发专员的上级的上级是谁",
    "产品支持主管能审批费用报销吗",
    "客户开发主管和产品支持主管有什么区别",
    "有几个岗位",
    "谁负责火箭发射",
    "大龙的下级是谁",
]
Ask = Callable[..., str]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ROLEBOT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    shutil.copytree(_SAMPLE, folder)
    (folder / "words.txt").write_text("大龙=集团客户部经理\n谁=集团客户部经理\n", "utf-8")
    return folder


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """What a question prints, errors too."""

    def ask(question: str, documents: Path, *more: str) -> str:
        run(["ask", "--json", *more, "--documents", str(documents), question])
        printed = capsys.readouterr()
        return printed.out + printed.err

    return ask


def _kept(cache: Path) -> list[Path]:
    return sorted((cache / "asked").iterdir()) if cache.exists() else []


@pytest.mark.parametrize("question", _QUESTIONS)
def test_the_next_question_is_answered_the_same(
    question: str, ask: Ask, cache: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("ROLEBOT_CACHE", "off")
        expected = ask(question, documents)
    assert not _kept(cache)
    ask("谁审批费用报销", documents)
    assert len(_kept(cache)) == 1
    monkeypatch.setattr("knowledge.documents.reader.read_documents", None)  # they are not read again
    assert [ask(question, documents) for _ in range(3)] == [expected] * 3
    assert len(_kept(cache)) == 1


def test_a_changed_document_is_read(ask: Ask, cache: Path, documents: Path) -> None:
    before = ask("谁审批费用报销", documents)
    assert "集团客户部经理" in before
    for file in documents.glob("*.md"):
        file.write_text(file.read_text("utf-8").replace("费用报销", "差旅报销"), "utf-8")
    assert '"not_found"' in ask("谁审批费用报销", documents) or "差旅报销" in ask("谁审批费用报销", documents)
    assert '"集团客户部经理"' in ask("谁审批差旅报销", documents)
    assert len(_kept(cache)) == 2


def test_other_words_count_at_once(ask: Ask, cache: Path, documents: Path) -> None:
    assert "客户开发主管" in ask("大龙的下级是谁", documents)
    (documents / "words.txt").write_text("小龙=集团客户部经理\n", "utf-8")
    assert "客户开发主管" in ask("小龙的下级是谁", documents)
    assert '"answered"' not in ask("大龙的下级是谁", documents)
    assert len(_kept(cache)) == 2


@pytest.mark.parametrize("damage", ["cut", "missing", "another's", "old"])
def test_what_cannot_be_trusted_is_made_anew(damage: str, ask: Ask, cache: Path, documents: Path) -> None:
    before = ask("谁审批费用报销", documents)
    (kept,) = _kept(cache)
    if damage == "cut":
        (kept / "statements").write_bytes(b"")
    elif damage == "missing":
        (kept / "roles").unlink()
    elif damage == "another's":
        kept.chmod(0o777)
    else:
        manifest = kept / "manifest.json"
        manifest.write_text(manifest.read_text("utf-8").replace('"key": "', '"key": "x'), "utf-8")
    assert ask("谁审批费用报销", documents) == before
    assert ask("谁审批费用报销", documents) == before


def test_nothing_is_kept_where_it_is_off_or_there_is_no_room(
    ask: Ask, tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ask("谁审批费用报销", documents)
    (tmp_path / "file").write_text("no folder")
    for place in ("off", str(tmp_path / "file")):
        monkeypatch.setenv("ROLEBOT_CACHE", place)
        assert ask("谁审批费用报销", documents) == before
    assert (tmp_path / "file").read_text() == "no folder"


def test_what_could_not_be_read_is_told_each_time(ask: Ask, cache: Path, documents: Path) -> None:
    (documents / "a.zip").write_bytes(b"PK\x03\x04")
    told = ask("谁审批费用报销", documents)
    assert "a.zip" in told
    assert ask("谁审批费用报销", documents) == told
    assert not _kept(cache)


def test_large_documents_are_not_kept(
    ask: Ask, cache: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "MOST", 10)
    ask("谁审批费用报销", documents)
    assert not _kept(cache)


def test_the_latest_only_are_kept(
    ask: Ask, cache: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "_MOST_KEPT", 2)
    for number in range(4):
        (documents / "words.txt").write_text(f"大龙{number}=集团客户部经理\n", "utf-8")
        ask("谁审批费用报销", documents)
    assert len(_kept(cache)) == 2


@pytest.mark.parametrize("imported", [False, True])
def test_what_was_imported_is_kept_too_and_the_sample(
    imported: bool,
    capsys: pytest.CaptureFixture[str],
    cache: Path,
    documents: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ROLEBOT_STORE", str(cache.parent / "store"))

    def asked(question: str) -> str:
        assert run(["ask", question]) == 0
        return capsys.readouterr().out

    before = asked("谁审批费用报销")
    assert "集团客户部经理" in before
    assert len(_kept(cache)) == 1
    if imported:
        changed = next(documents.glob("*客户部经理.md"))
        changed.write_text(changed.read_text("utf-8").replace("集团客户部经理", "大客户部经理"), "utf-8")
        assert run(["import", "--yes", str(changed)]) == 0
        assert run(["teach", "大龙=大客户部经理"]) == 0
        capsys.readouterr()
        before = asked("谁审批费用报销")
        assert "大客户部经理" in before.split("\n")[0]
        assert len(_kept(cache)) == 2
    monkeypatch.setattr("knowledge.documents.reader.read_documents", None)
    monkeypatch.setattr("bot.stored.documents_of", None)
    assert asked("谁审批费用报销") == before
    assert ("大客户部经理" in asked("大龙的职责")) == imported
