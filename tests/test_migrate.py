"""`rolebot migrate`: everything from one store into another."""

from pathlib import Path

import pytest

from bot.cli import run
from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.store.address import open_store
from knowledge.store.kept.conversation import Conversation
from knowledge.store.kept.member import Member
from tests.store.conftest import database, server

__all__ = ["database", "server"]  # fixtures
SAMPLE = Path(__file__).parents[1] / "knowledge" / "sample"


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, handbook: Handbook) -> str:
    """The address of a store that has been used."""
    where = str(tmp_path / "old")
    monkeypatch.setenv("ROLEBOT_STORE", where)
    assert run(["import", "--yes", str(SAMPLE)]) == 0
    assert run(["teach", "大龙=集团客户部经理"]) == 0
    with open_store(where) as store:
        conversations = Conversations(handbook, store)
        for chat in range(50):
            conversations.ask(str(chat), "谁审批费用报销")
        for person in range(50):
            store.change(lambda draft, p=person: draft.put(Member(str(p), "小王", 1.9e9 + p)))
    return where


def content(where: str) -> dict[str, object]:
    with open_store(where, read_only=True) as store:
        return {"files": store.digests(), **{table: store.scan(table) for table in store.tables()}}


@pytest.mark.parametrize("kind", ["embedded", "postgres"])
def test_everything_is_there_in_its_order(
    kind: str, old: str, tmp_path: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    new = request.getfixturevalue("database") if kind == "postgres" else str(tmp_path / "new")
    before = content(old)
    capsys.readouterr()
    assert run(["migrate", "--from", old, "--to", new]) == 0
    assert "搬好了" in capsys.readouterr().out
    assert content(new) == content(old) == before
    with open_store(new) as store:
        assert [kept.chat for kept in store.all(Conversation)] == [str(chat) for chat in range(50)]
    assert run(["migrate", "--from", new, "--to", str(tmp_path / "back")]) == 0
    assert content(str(tmp_path / "back")) == before
    assert run(["migrate", "--from", old, "--to", new]) == 2
    assert "已经有内容" in capsys.readouterr().err


def test_the_new_store_answers(
    old: str, database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["migrate", "--from", old, "--to", database]) == 0
    monkeypatch.setenv("ROLEBOT_STORE", database)
    capsys.readouterr()
    assert run(["ask", "大龙的上级是谁"]) == 0
    assert capsys.readouterr().out.startswith("集团客户部经理的直接上级是副总经理")
    assert run(["import", "--list"]) == 0
    assert "* 第1版" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("nothing", "new", "什么都没有"),
        ("old", "old", "写明搬到哪里"),
        ("old", "postgresql://nobody@127.0.0.1:1/none?connect_timeout=1", "连不上数据库"),
    ],
)
def test_what_cannot_be_moved(
    old: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    source: str,
    target: str,
    told: str,
) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    where = target if "://" in target else str(tmp_path / target)
    assert run(["migrate", "--from", str(tmp_path / source), "--to", where]) == 2
    assert told in capsys.readouterr().err
