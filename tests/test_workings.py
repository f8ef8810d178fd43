"""What is kept from run to run: found again, never trusted where it is damaged or another's, done without."""

import re
from pathlib import Path

import pytest

from knowledge.questions.phrases import phrases
from knowledge.regex import compiled
from knowledge.thesaurus import general_thesaurus
from knowledge.workings import WORKINGS, Workings

_PATTERNS = [
    ("谁|哪个(?P<what>岗位|人)", 0, "哪个岗位"),
    (r"(?P<a>\d+)(?:天|日)(?!内)|(?P<b>[一二三])", 0, "请3天假"),
    ("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+", 0, "ab漢字"),
    ("(?<=[甲乙])丙.{0,3}?丁$", re.DOTALL, "乙丙\n丁"),
    ("(?i:AB)c", 0, "abc"),
    ("^b", re.MULTILINE | re.IGNORECASE, "a\nB"),
]


@pytest.fixture
def workings(tmp_path: Path) -> Workings:
    made = Workings()
    made.keep_in(tmp_path / "cache" / "workings")
    return made


def _again(tmp_path: Path) -> Workings:
    again = Workings()
    again.keep_in(tmp_path / "cache" / "workings")
    return again


def _never() -> str:
    raise AssertionError("it is kept")


def test_the_next_run_finds_what_this_one_made(workings: Workings, tmp_path: Path) -> None:
    value = {"a": [1, "二", (None, 2.5)], "b": frozenset(("x",))}
    assert workings.recall("k", lambda: value) == value
    assert workings.recall("other", lambda: "o") == "o"
    workings.save()
    assert _again(tmp_path).recall("k", dict) == value
    assert _again(tmp_path).recall("new", lambda: "made") == "made"
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == ["workings"]


def test_two_runs_at_once_keep_what_both_made(workings: Workings, tmp_path: Path) -> None:
    other = _again(tmp_path)
    workings.recall("one", lambda: "1")
    other.recall("two", lambda: "2")
    workings.save()
    other.save()
    assert [_again(tmp_path).recall(key, _never) for key in ("one", "two")] == ["1", "2"]


@pytest.mark.parametrize("damage", ["cut", "changed", "another's", "a folder"])
def test_what_cannot_be_trusted_is_made_anew(workings: Workings, tmp_path: Path, damage: str) -> None:
    workings.recall("k", lambda: "old")
    workings.save()
    path = tmp_path / "cache" / "workings"
    data = path.read_bytes()
    if damage == "cut":
        path.write_bytes(data[:-3])
    elif damage == "changed":
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    elif damage == "another's":
        path.chmod(0o666)
    else:
        path.unlink()
        path.mkdir()
    again = _again(tmp_path)
    assert again.recall("k", lambda: "new") == "new"
    again.save()  # at worst nothing is kept


def test_a_place_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    made = Workings()
    made.keep_in(tmp_path / "file" / "workings")
    assert made.recall("k", lambda: "made") == "made"
    made.save()
    assert (tmp_path / "file").read_text() == "no folder"


def test_nothing_is_kept_where_nobody_said_where() -> None:
    made = Workings()
    assert made.recall("k", lambda: "made") == "made"
    made.save()
    assert made.recall("k", lambda: "again") == "again"


@pytest.mark.parametrize(("source", "flags", "text"), _PATTERNS)
def test_a_pattern_that_was_kept_finds_the_same(source: str, flags: int, text: str, tmp_path: Path) -> None:
    expected = re.compile(source, flags)
    try:
        for _ in range(2):  # made, then kept
            WORKINGS.keep_in(tmp_path / "cache" / "workings")
            found = compiled(source, flags)
            assert found == expected
            assert found.groupindex == expected.groupindex
            match, wanted = found.search(text), expected.search(text)
            assert match
            assert wanted
            assert (match.span(), match.groups(), match.lastgroup) == (
                wanted.span(),
                wanted.groups(),
                wanted.lastgroup,
            )
            WORKINGS.save()
    finally:
        WORKINGS.keep_in(None)


def test_a_pattern_that_is_wrong_is_told() -> None:
    with pytest.raises(re.error):
        compiled("(", 0)


def test_tables_that_were_kept_say_the_same(tmp_path: Path) -> None:
    plain, thesaurus = phrases(), general_thesaurus()
    words = ["报销", "督促回款", "采购"]
    try:
        for _ in range(2):  # made, then kept
            WORKINGS.keep_in(tmp_path / "cache" / "workings")
            phrases.cache_clear()
            general_thesaurus.cache_clear()
            again, other = phrases(), general_thesaurus()
            assert (again.kinds, again.filler, again.reach) == (plain.kinds, plain.filler, plain.reach)
            assert again.places.lengths == plain.places.lengths
            assert again.polite.pattern == plain.polite.pattern
            assert [other.members(other.groups(w)) for w in words] == [
                thesaurus.members(thesaurus.groups(w)) for w in words
            ]
            assert other.members(other.groups("报销"))
            WORKINGS.save()
    finally:
        WORKINGS.keep_in(None)
        phrases.cache_clear()
        general_thesaurus.cache_clear()
