"""The index on disk finds what the one in memory finds, whatever was changed, damaged or killed."""

import os
import random
import re
import signal
import struct
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from knowledge.errors import StoreBusyError
from knowledge.index import Index
from knowledge.index.stored import StoredIndex, Unusable, build_index, open_index
from knowledge.store.lock import FolderLock

_AREAS = ["华东", "华南", "西北", "ERP", "苏州3号"]
_VERBS = ["审批", "审核", "拟定", "组织", "检查", "登记", "协助编制"]
_MATTERS = [
    "采购预算",
    "费用报销",
    "员工绩效考核",
    "供应商资质",
    "客户满意度",
    "消防设施，按月通报",
    "年度计划(含)",
]
_TEXTS = ["".join(parts) for parts in product(_VERBS, _AREAS, _MATTERS)]
_QUERIES = [
    *_TEXTS[::9],
    *(
        "费用报销华东审批",
        "审批华东费用抱销",
        "消防",
        "按月通报",
        "erp审批",
        "ERP",
        "3号的预算",
        "审批",
        "计划(含)",
    ),
    *("火箭发射", "", "，。", "审", "谁来审批一下我们华南的日常费用报销单据呢"),
]


def _cut(text: str) -> list[str]:
    """Two characters a word, Latin letters and digits whole, marks alone."""
    return re.findall(r"[A-Za-z0-9]+|[\u4e00-\u9fff]{1,2}|.", text)


def _documents(seed: int = 1) -> dict[str, list[str]]:
    """Thirty documents with some texts in common."""
    chance = random.Random(seed)
    return {f"文件{n}.md": chance.sample(_TEXTS, chance.randint(0, 20)) for n in range(30)}


def _all(documents: dict[str, list[str]]) -> list[str]:
    return [text for texts in documents.values() for text in texts]


def _same(index: StoredIndex, documents: dict[str, list[str]], queries: Sequence[str] = _QUERIES) -> None:
    """Whether an index answers as one in memory over the same documents does, as far as it reaches."""
    twin = Index(_all(documents), _cut)
    assert index.documents == list(documents)
    assert index.count == len(_all(documents))
    for query in queries:
        found = index.search(query, limit=1000, reach=2)
        expected = twin.search(query, limit=1000)
        assert {hit.number for hit in found} == {hit.number for hit in expected}, query
        scores = {hit.number: hit.score for hit in expected}
        for hit in found:
            assert hit.score == pytest.approx(scores[hit.number], abs=1e-5), query
        first = index.search(query, limit=3)
        assert [hit.score for hit in first] == pytest.approx(
            [hit.score for hit in expected[: len(first)]], abs=1e-5
        )
        assert bool(first) == bool(expected)


# ── the same as in memory ────────────────────────────────────────────────────────────────────────────────


def test_round_trip(tmp_path: Path) -> None:
    documents = _documents()
    _same(build_index(tmp_path, documents, _cut), documents)
    opened = open_index(tmp_path, _cut, thorough=True)
    assert isinstance(opened, StoredIndex)
    _same(opened, documents)
    assert [opened.idf(f) for f in ("审批", "没有的词")] == [Index(_all(documents), _cut).idf("审批"), 1.0]


def test_further_words(tmp_path: Path) -> None:
    documents = _documents()
    index, twin = build_index(tmp_path, documents, _cut), Index(_all(documents), _cut)
    for query, also in (("谁管花销", ["费用报销"]), ("审批钱", ["采购预算", "预算"]), ("，", ["消防"])):
        found = index.search(query, also, limit=500, reach=2)
        assert {h.number: round(h.score, 4) for h in found} == {
            h.number: round(h.score, 4) for h in twin.search(query, also, limit=500)
        }


def test_texts_far_from_the_best_are_left_out(tmp_path: Path) -> None:
    index = build_index(tmp_path, {"a": _TEXTS}, _cut)
    near = index.search(_TEXTS[17], limit=1000)
    far = index.search(_TEXTS[17], limit=1000, reach=2)
    assert near == far[: len(near)]
    assert 0 < len(near) < len(far)


@pytest.mark.parametrize(
    "documents", [{}, {"a": []}, {"a": ["审批费用"]}, {"a": ["审批", "审批"]}, {"a": ["，"]}]
)
def test_a_small_index(tmp_path: Path, documents: dict[str, list[str]]) -> None:
    _same(build_index(tmp_path, documents, _cut), documents)


def test_large_enough_for_rows_of_bits(tmp_path: Path) -> None:
    texts = [f"{a}{b}" for a in _TEXTS for b in ("甲区", "乙区", "丙区的")]
    documents = {"一": texts[:400], "二": texts[400:]}
    index = build_index(tmp_path, documents, _cut)
    _same(index, documents, texts[::61])


# ── changed document by document ─────────────────────────────────────────────────────────────────────────


def test_updates_equal_a_fresh_build(tmp_path: Path) -> None:
    chance = random.Random(3)
    documents = _documents()
    index = build_index(tmp_path / "a", documents, _cut)
    segments = set()
    for step in range(25):
        changed = {
            chance.choice([*documents, f"新{step}.md"]): chance.sample(_TEXTS, chance.randint(0, 20))
            for _ in range(chance.randint(0, 3))
        }
        removed = [name for name in documents if name not in changed and chance.random() < 0.04]
        index = index.updated(changed, removed)
        documents.update(changed)
        for name in removed:
            del documents[name]
        segments.add(len(list((tmp_path / "a").glob("*.segment"))))
        _same(index, documents, chance.sample(_QUERIES, 4))
    assert len(segments) > 2  # several at times, joined again at others
    assert max(segments) <= 6
    fresh = build_index(tmp_path / "b", documents, _cut)
    for query in _QUERIES:
        ours, theirs = index.search(query), fresh.search(query)
        assert [hit.number for hit in ours] == [hit.number for hit in theirs], query
        assert [hit.score for hit in ours] == pytest.approx([hit.score for hit in theirs], abs=1e-5)


def test_a_changed_document_keeps_its_place(tmp_path: Path) -> None:
    index = build_index(tmp_path, {"a": ["审批预算"], "b": ["检查消防"], "c": ["登记绩效"]}, _cut)
    index = index.updated({"b": ["拟定计划", "检查消防"], "d": ["组织考核"]}, ["a"])
    assert index.documents == ["b", "c", "d"]
    numbers = [index.search(text)[0].number for text in ("拟定计划", "检查消防", "登记绩效", "组织考核")]
    assert numbers == [0, 1, 2, 3]
    assert index.search("审批预算") == []


def test_everything_removed(tmp_path: Path) -> None:
    documents = _documents()
    index = build_index(tmp_path, documents, _cut).updated({}, list(documents))
    assert index.search("审批预算") == []
    assert index.updated({"a": ["审批预算"]}).search("审批预算")[0].number == 0


# ── what does not fit is refused ─────────────────────────────────────────────────────────────────────────


def _damage(path: Path, at: int, content: bytes) -> None:
    path.chmod(0o600)
    with path.open("r+b") as file:
        file.seek(at, os.SEEK_SET if at >= 0 else os.SEEK_END)
        file.write(content)


def test_nothing_there(tmp_path: Path) -> None:
    assert open_index(tmp_path / "none", _cut) is Unusable.MISSING


@pytest.mark.parametrize("name", ["table", "segment"])
def test_another_version(tmp_path: Path, name: str) -> None:
    build_index(tmp_path, _documents(), _cut)
    (path,) = tmp_path.glob(f"*{name}")
    _damage(path, 8, struct.pack("<I", 99))
    assert open_index(tmp_path, _cut) is Unusable.OTHER_VERSION


def test_cut_in_another_way(tmp_path: Path) -> None:
    build_index(tmp_path, _documents(), _cut, words="dictionary 1")
    assert open_index(tmp_path, _cut, words="dictionary 2") is Unusable.OTHER_WORDS
    assert isinstance(open_index(tmp_path, _cut, words="dictionary 1"), StoredIndex)


@pytest.mark.parametrize("name", ["table", "segment"])
@pytest.mark.parametrize("at", [0, 13, 40, 300, -100])
def test_a_flipped_byte(tmp_path: Path, name: str, at: int) -> None:
    build_index(tmp_path, _documents(), _cut)
    (path,) = tmp_path.glob(f"*{name}")
    content = path.read_bytes()
    _damage(path, at, bytes([content[at] ^ 0x55]))
    if path.read_bytes()[at:][:1] != content[at:][:1]:
        assert open_index(tmp_path, _cut) in (Unusable.DAMAGED, Unusable.OTHER_VERSION)


@pytest.mark.parametrize("name", ["table", "segment"])
@pytest.mark.parametrize("left", [0, 10, 200, -1])
def test_a_file_cut_short(tmp_path: Path, name: str, left: int) -> None:
    build_index(tmp_path, _documents(), _cut)
    (path,) = tmp_path.glob(f"*{name}")
    path.write_bytes(path.read_bytes()[:left])
    assert open_index(tmp_path, _cut) is Unusable.DAMAGED


def test_a_segment_missing_or_of_another_index(tmp_path: Path) -> None:
    build_index(tmp_path / "a", _documents(), _cut)
    build_index(tmp_path / "b", _documents(2), _cut)
    (path,) = (tmp_path / "a").glob("*.segment")
    (other,) = (tmp_path / "b").glob("*.segment")
    path.write_bytes(other.read_bytes())
    assert open_index(tmp_path / "a", _cut) is Unusable.DAMAGED
    path.unlink()
    assert open_index(tmp_path / "a", _cut) is Unusable.DAMAGED
    _same(build_index(tmp_path / "a", _documents(), _cut), _documents())


def test_large_arrays_are_checked_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.index.file._CHECKED", 0)
    build_index(tmp_path, _documents(), _cut)
    (path,) = tmp_path.glob("*.segment")
    _damage(path, path.stat().st_size // 2, b"\xff\x00\xff\x00")
    assert isinstance(open_index(tmp_path, _cut), StoredIndex)
    assert open_index(tmp_path, _cut, thorough=True) is Unusable.DAMAGED


# ── several processes ────────────────────────────────────────────────────────────────────────────────────

_READER = """
import sys
from pathlib import Path
from knowledge.index.stored import StoredIndex, open_index
from tests.test_stored_index import _cut
index = open_index(Path(sys.argv[1]), _cut)
assert isinstance(index, StoredIndex), index
print([hit.number for hit in index.search(sys.argv[2], limit=5)])
"""
_WRITER = """
import sys
from pathlib import Path
from knowledge.index.stored import open_index
from tests.test_stored_index import _cut, _documents
index = open_index(Path(sys.argv[1]), _cut)
for step in range(100000):
    index = index.updated({"文件3.md": [f"登记第{step}号", "检查消防"], f"新{step % 7}.md": ["审批预算"] * 3})
    print(step, flush=True)
"""


def _python(program: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True)


def test_several_processes_read(tmp_path: Path) -> None:
    index = build_index(tmp_path, _documents(), _cut)
    readers = [_python(_READER, str(tmp_path), "审批华东费用报销") for _ in range(3)]
    said = {reader.communicate(timeout=60)[0].strip() for reader in readers}
    assert said == {str([hit.number for hit in index.search("审批华东费用报销", limit=5)])}


def test_killed_while_writing(tmp_path: Path) -> None:
    documents = _documents()
    build_index(tmp_path, documents, _cut)
    for kill in range(6):
        writer = _python(_WRITER, str(tmp_path))
        assert writer.stdout
        for _ in range(1 + 3 * kill):
            assert writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.communicate(timeout=60)
        opened = open_index(tmp_path, _cut, thorough=True)
        assert isinstance(opened, StoredIndex)
        place = _all({name: documents[name] for name in list(documents)[:3]})
        assert len(place) in [hit.number for hit in opened.search("登记第号", limit=3)]
        assert opened.search("审批预算", limit=3)[0].score > 1
    opened.updated({"文件4.md": []})
    assert not list(tmp_path.glob(".*.tmp"))


def test_who_reads_goes_on_with_what_he_has(tmp_path: Path) -> None:
    documents = _documents()
    index = build_index(tmp_path, documents, _cut)
    assert index.is_current()
    later = index.updated({}, list(documents)[:20])
    assert not index.is_current()
    assert later.is_current()
    _same(index, documents)
    with pytest.raises(StoreBusyError):
        index.updated({"a": ["审批"]})


def test_one_writes_at_a_time(tmp_path: Path) -> None:
    index = build_index(tmp_path, _documents(), _cut)
    lock = FolderLock(tmp_path)
    with pytest.raises(StoreBusyError):
        index.updated({"a": ["审批"]})
    lock.release()
    assert index.updated({"a": ["审批"]}).is_current()


def test_searches_among_some_texts_as_among_all(tmp_path: Path) -> None:
    documents = _documents()
    index = build_index(tmp_path, documents, _cut).updated(
        {"文件3.md": ["审批华东预算"], "文件40.md": _TEXTS[:9]}
    )
    chance = random.Random(2)
    for query in _QUERIES:
        numbers = set(chance.sample(range(index.count), 40))
        every = index.search(query, ["报销"], index.count, reach=2.0)
        found = index.search_among(numbers, query, ["报销"], 10)
        assert [hit.number for hit in found] == [hit.number for hit in every if hit.number in numbers][:10]
        assert index.search_among((), query) == []


def test_searches_among_some_texts_in_memory() -> None:
    index = Index(_TEXTS, _cut)
    for query in _QUERIES:
        numbers = range(0, len(_TEXTS), 3)
        every = index.search(query, ["报销"], len(_TEXTS))
        found = index.search_among(numbers, query, ["报销"], 10)
        assert found == [hit for hit in every if hit.number in numbers][:10]
