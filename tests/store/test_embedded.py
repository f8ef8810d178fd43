"""The store in a folder: damage, locks, folders that cannot be written, and what lies on the disk."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from knowledge.errors import StoreBusyError, StoreError
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.kept.person import Person
from knowledge.store.snapshot import WholeFileStorage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "机器人" / "store"


def put(store: EmbeddedStore, *people: str) -> None:
    for person in people:
        store.change(lambda draft, p=person: draft.put(Person(p)))


def people(folder: Path) -> list[str]:
    with EmbeddedStore(folder, read_only=True) as store:
        return [person.person for person in store.all(Person)]


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def crashed(folder: Path, *rounds: tuple[str, ...]) -> None:
    """A store as it lies there when its process was killed; each round before the last was closed."""
    for names in rounds[:-1]:
        with EmbeddedStore(folder) as store:
            put(store, *names)
    store = EmbeddedStore(folder)
    put(store, *rounds[-1])
    store._release()


def test_reading_makes_no_folder(folder: Path) -> None:
    assert people(folder) == []
    assert not folder.parent.exists()


def test_reading_writes_nothing(folder: Path) -> None:
    crashed(folder, ("甲",), ("乙",))
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*")}
    assert people(folder) == ["甲", "乙"]
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*")} == before


def test_reading_while_another_writes(folder: Path) -> None:
    with EmbeddedStore(folder) as store:
        for number in range(50):
            put(store, str(number))
            assert len(people(folder)) == number + 1
            if number % 7 == 0:
                store._renew()


def test_what_is_opened_to_read_takes_no_change(folder: Path) -> None:
    with EmbeddedStore(folder, read_only=True) as store, pytest.raises(StoreError, match="只读"):
        put(store, "甲")
    with EmbeddedStore(folder) as store:
        pass
    with pytest.raises(StoreError, match="关闭"):
        put(store, "甲")


def test_the_file_is_tinydb_with_readable_chinese(folder: Path) -> None:
    with EmbeddedStore(folder) as store:
        put(store, "小王")
    (path,) = folder.glob("store-*.json")
    assert "小王" in path.read_text("utf-8")
    with TinyDB(path, storage=WholeFileStorage) as file:
        assert file.table("people").all() == [{"key": "小王", "value": {"person": "小王"}}]


def test_changes_are_folded_into_a_snapshot_now_and_then(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.store.embedded._SMALLEST_JOURNAL", 2000)
    with EmbeddedStore(folder) as store:
        put(store, *map(str, range(300)))
        sizes = [path.stat().st_size for path in folder.glob("changes-*.log")]
        assert len(sizes) == 2
        assert max(sizes) < 20_000
        assert len(list(folder.glob("store-*.json"))) == 2
    assert people(folder) == list(map(str, range(300)))


@pytest.mark.parametrize("cut", range(1, 80, 3))
def test_a_line_cut_off_is_passed_over_in_silence(folder: Path, cut: int) -> None:
    crashed(folder, ("甲", "乙"))
    path = folder / "changes-0.log"
    whole = path.read_bytes()
    last = len(whole.splitlines(keepends=True)[-1])
    path.write_bytes(whole[: -min(cut, last)])
    assert people(folder) == ["甲"]
    with EmbeddedStore(folder) as store:
        assert store.notices == []
        put(store, "丙")
    assert people(folder) == ["甲", "丙"]


def damage_snapshot(folder: Path) -> str:
    path = max(folder.glob("store-*.json"), key=lambda p: int(p.stem.split("-")[1]))
    path.write_bytes(path.read_bytes()[:-20])
    return path.name


def wreck_snapshot(folder: Path) -> str:
    path = max(folder.glob("store-*.json"), key=lambda p: int(p.stem.split("-")[1]))
    path.write_text('{"people": {"1": 7}}', "utf-8")
    return path.name


def blank_snapshot(folder: Path) -> str:
    path = max(folder.glob("store-*.json"), key=lambda p: int(p.stem.split("-")[1]))
    path.write_bytes(b"\0" * 500)
    return path.name


def damage_changes(folder: Path) -> str:
    path = max(folder.glob("changes-*.log"), key=lambda p: int(p.stem.split("-")[1]))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], b"x" * 20 + b"\n", *lines[1:]]))
    return path.name


@pytest.mark.parametrize("damage", [damage_snapshot, wreck_snapshot, blank_snapshot, damage_changes])
def test_damage_is_set_aside_and_told_and_costs_nothing(folder: Path, damage: Callable[[Path], str]) -> None:
    crashed(folder, ("甲",), ("乙",), ("丙", "丁"))
    name = damage(folder)
    with EmbeddedStore(folder, read_only=True) as store:
        assert [person.person for person in store.all(Person)] == ["甲", "乙", "丙", "丁"]
        assert len(store.notices) == 1
        assert name in store.notices[0]
    assert name in listing(folder)
    with EmbeddedStore(folder) as store:
        assert [person.person for person in store.all(Person)] == ["甲", "乙", "丙", "丁"]
        assert f"damaged-{name}" in store.notices[0]
        put(store, "戊")
    assert f"damaged-{name}" in listing(folder)
    assert people(folder) == ["甲", "乙", "丙", "丁", "戊"]
    with EmbeddedStore(folder) as store:
        assert store.notices == []


def test_where_nothing_whole_is_left_it_says_so(folder: Path) -> None:
    with EmbeddedStore(folder) as store:
        put(store, "甲")
    for path in folder.glob("store-*.json"):
        path.write_bytes(b"{")
    for path in folder.glob("changes-*.log"):
        path.unlink()
    with EmbeddedStore(folder) as store:
        assert "备份" in store.notices[-1]
        put(store, "乙")
    assert people(folder) == ["乙"]
    assert any(name.startswith("damaged-") for name in listing(folder))


def test_drafts_of_a_crash_are_cleared_away(folder: Path) -> None:
    with EmbeddedStore(folder) as store:
        digest = store.change(lambda draft: draft.put_file(b"x"))
    for place in (folder, folder / "files"):
        (place / ".store-9.json.77.tmp").write_bytes(b"{")
    with EmbeddedStore(folder) as store:
        assert store.digests() == {digest}
    assert not list(folder.rglob("*.tmp"))


def test_a_damaged_file_is_told(folder: Path) -> None:
    with EmbeddedStore(folder) as store:
        digest = store.change(lambda draft: draft.put_file(b"x"))
        (folder / "files" / digest).write_bytes(b"y")
        with pytest.raises(StoreError, match="损坏"):
            store.files([digest])


def test_a_second_process_gets_a_clear_message(folder: Path) -> None:
    with EmbeddedStore(folder) as store:
        put(store, "甲")
        code = "import sys; from knowledge.store.address import open_store; open_store(sys.argv[1])"
        second = subprocess.run(
            [sys.executable, "-c", code, str(folder)], capture_output=True, timeout=60, check=False
        )
        assert second.returncode == 1
        assert f"进程 {os.getpid()}" in second.stderr.decode()
        assert "StoreBusyError" in second.stderr.decode()
        put(store, "乙")
    with EmbeddedStore(folder):
        assert people(folder) == ["甲", "乙"]


def test_a_second_opening_in_one_process_is_refused_too(folder: Path) -> None:
    with EmbeddedStore(folder), pytest.raises(StoreBusyError, match="PostgreSQL"):
        EmbeddedStore(folder)


def test_a_path_that_is_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x", "utf-8")
    with pytest.raises(StoreError, match="file"):
        EmbeddedStore(path)


def test_a_disk_without_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is refused and changes nothing; when there is room again, it goes on."""
    write = os.write

    def full(handle: int, content: bytes) -> int:
        write(handle, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    with EmbeddedStore(folder) as store:
        put(store, "甲")
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(StoreError, match="磁盘空间"):
                put(store, "乙")
        assert [person.person for person in store.all(Person)] == ["甲"]
        put(store, "丙")
        assert people(folder) == ["甲", "丙"]
    assert people(folder) == ["甲", "丙"]


def test_a_disk_that_fails_to_sync_ends_writing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(handle: int) -> None:
        raise OSError(5, "Input/output error")

    with EmbeddedStore(folder) as store:
        put(store, "甲")
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", failing)
            with pytest.raises(StoreError):
                put(store, "乙")
        with pytest.raises(StoreError):
            put(store, "丙")
    with EmbeddedStore(folder) as store:
        assert store.get(Person, "甲")
        put(store, "丁")
    assert "丁" in people(folder)


def test_changes_of_one_line_are_whole(folder: Path) -> None:
    crashed(folder, ("甲",))
    line = (folder / "changes-0.log").read_bytes()
    assert json.loads(line[9:]) == [["people", "甲", {"person": "甲"}]]
