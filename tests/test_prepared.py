"""What was imported made ready: used where it fits, done without where it does not."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import prepared
from bot.imports import carry_out, propose, read_given, unseen
from bot.stored import prepare_stored, stored_handbook
from knowledge import Handbook
from knowledge.store.kept.words import Words
from knowledge.store.memory import MemoryStore

_SAMPLE = Path(prepared.__file__).parent.parent / "knowledge" / "sample"
_QUESTIONS = ("谁审批费用报销", "客户开发专员的上级是谁", "大龙的下级", "谁负责火箭发射")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryStore]:
    monkeypatch.setenv("ROLEBOT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(prepared, "LARGE", 10)
    with MemoryStore() as store:
        store.change(lambda draft: draft.put(Words("大龙=集团客户部经理\n")))
        proposal = propose(store, read_given([_SAMPLE], unseen))
        assert carry_out(store, proposal, "test") is not None
        prepare_stored(store, proposal.organization)
        yield store


def _answers(handbook: Handbook) -> list[object]:
    return [handbook.ask(question)[0] for question in _QUESTIONS]


def _kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").iterdir())


def test_answers_from_what_was_made_ready(store: MemoryStore, tmp_path: Path) -> None:
    handbook = stored_handbook(store)
    assert len(_kept(tmp_path)) == 1
    assert type(handbook.organization).__name__ == "KeptOrganization"
    expected = _answers(Handbook.sample().taught("大龙=集团客户部经理"))
    assert _answers(handbook) == expected
    assert handbook.organization.readings
    assert handbook.taught("报账=费用报销").ask("谁审批报账")[0].roles == ("集团客户部经理",)


def test_answers_from_the_documents_where_it_is_damaged(store: MemoryStore, tmp_path: Path) -> None:
    (_kept(tmp_path)[0] / "statements").write_bytes(b"")
    handbook = stored_handbook(store)
    assert type(handbook.organization).__name__ == "Organization"
    assert _answers(handbook) == _answers(Handbook.sample().taught("大龙=集团客户部经理"))


def test_other_words_are_another_handbook(store: MemoryStore) -> None:
    store.change(lambda draft: draft.put(Words("小龙=集团客户部经理\n")))
    assert stored_handbook(store).ask("小龙的下级")[0].roles
    assert not stored_handbook(store).ask("大龙的下级")[0].roles


def test_keeps_the_latest_only(store: MemoryStore, tmp_path: Path) -> None:
    handbook = stored_handbook(store)
    for number in range(5):
        assert prepared.Prepared(f"version {number}").prepare(handbook)
    assert len(_kept(tmp_path)) == 3
    assert prepared.Prepared("version 4").handbook(list) is not None
    assert prepared.Prepared("version 0").handbook(list) is None


def test_what_single_questions_keep_is_no_handbook_of_it(store: MemoryStore, tmp_path: Path) -> None:
    others = tmp_path / "cache" / "asked"
    others.mkdir()
    os.utime(others, (0, 0))
    handbook = stored_handbook(store)
    for number in range(5):
        assert prepared.Prepared(f"version {number}").prepare(handbook)
    assert others.is_dir()
    assert len(_kept(tmp_path)) == 4


def test_a_small_handbook_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOT_CACHE", str(tmp_path / "cache"))
    assert not prepared.Prepared("small").prepare(Handbook.sample())
    assert not (tmp_path / "cache").exists()
