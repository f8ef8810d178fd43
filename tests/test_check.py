"""The command `rolebot check`: text for a terminal, JSON, a page to print, and its exit codes."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.cli import run
from bot.table import width

_MANAGER = (
    "岗位名称：经理\n直接上级：无\n直接下级：班长\n岗位职责：\n1、审批设备采购申请。\n"
    "2、<b>\"安排\"</b> & '检查'。\n"
)
_FOREMAN = (
    "岗位名称：班长\n直接上级：总监<script>\n岗位职责：\n1、<img src=x onerror=alert(1)>的巡视。\n2、点名。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "甲<i>.txt").write_text(_MANAGER, "utf-8")
    (docs / "乙.txt").write_text(_FOREMAN, "utf-8")
    return docs


class _Page(HTMLParser):
    """The tags of a page and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_text_says_what_where_and_what_to_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(folder)]) == 0
    text = capsys.readouterr().out
    flat = "".join(text.split())
    assert "读了2份文档、2份岗位说明：发现2处（要紧1、应改0、提醒1）。" in flat
    assert "经理把班长列为直接下级，而班长写的直接上级是总监<script>。" in flat
    assert "经理·直接下级：“直接下级：班长”甲<i>.txt第3行" in flat
    assert "核对：班长到底向谁汇报？" in flat
    assert max(map(width, text.splitlines())) <= 80


def test_paths_may_stand_behind_documents(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--documents", str(folder)]) == 0
    behind = capsys.readouterr().out
    assert run(["check", str(folder)]) == 0
    assert capsys.readouterr().out == behind


def test_the_sample_is_checked_where_nothing_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--strict"]) == 0
    assert capsys.readouterr().out == "读了10份文档、9份岗位说明：没有发现问题。\n"


def test_json_has_every_finding_with_every_quote(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["documents"], told["roles"], told["counts"]) == (2, 2, {"high": 1, "medium": 0, "low": 1})
    first = told["findings"][0]
    assert first.keys() == {"kind", "title", "severity", "roles", "text", "check", "evidence"}
    assert (first["kind"], first["severity"]) == ("disagreeing_superior", "high")
    assert first["roles"] == ["经理", "班长"]
    assert first["evidence"][1] == {
        "role": "班长",
        "section": "直接上级",
        "quote": "直接上级：总监<script>",
        "document": "乙.txt",
        "line": 2,
    }


def test_the_page_stands_alone_and_escapes_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "丙.txt").write_text(_MANAGER.replace("巡视", "'\"><svg onload=x>"), "utf-8")
    assert run(["check", str(folder), "--html"]) == 0
    page = capsys.readouterr().out
    found = _Page(page)
    assert found.tags.isdisjoint({"script", "img", "svg", "b", "i", "link", "iframe"})
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "href")]
    assert "“直接上级：总监<script>”" in found.text
    assert "甲<i>.txt 第3行" in found.text
    assert "http" not in page


@pytest.mark.parametrize(("texts", "code"), [((_MANAGER, _FOREMAN), 1), ((_MANAGER,), 0)])
def test_strict_fails_where_the_documents_contradict_themselves(
    tmp_path: Path, texts: tuple[str, ...], code: int
) -> None:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    assert run(["check", str(tmp_path), "--strict"]) == code
    assert run(["check", str(tmp_path)]) == 0


def test_a_page_goes_into_a_file(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "体检.html"
    assert run(["check", str(folder), "--html", "--output", str(page)]) == 0
    told = capsys.readouterr()
    assert (told.out, str(page) in told.err) == ("", True)
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["缺.txt"], "找不到“缺.txt”"),
        (["{folder}", "--output", "{folder}"], "写不了“"),
        (["{folder}", "--words", "缺.txt"], "缺.txt"),
    ],
)
def test_bad_input_is_told(
    folder: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", *(argument.format(folder=folder) for argument in arguments)]) == 2
    assert words in capsys.readouterr().err


def test_many_findings_are_cut_short_in_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"{a}{b}线长" for a in "甲乙丙丁戊己庚" for b in "东南西北中"]
    form = "岗位名称：{0}\n直接上级：厂长\n岗位编号：\n岗位职责：\n1、{0}巡线。\n"
    listed = "、".join([*names, *(f"{name}助手" for name in names)])
    head = f"岗位名称：厂长\n直接上级：无\n直接下级：{listed}\n"
    (tmp_path / "线.txt").write_text(head + "".join(map(form.format, names)), "utf-8")
    assert run(["check", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "……还有5处，用 --json 或 --html 看全部" in shown
    assert "……还有29处，见 --json" in shown
