"""`rolebot import`: what it says, what it keeps, and that the next question is answered from it."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.changes import Kind, changes
from bot.cli import run
from knowledge import Handbook
from knowledge.documents.plain import read_plain
from knowledge.store.address import open_store
from knowledge.store.kept.audit import Audit

SAMPLE = Path(__file__).parents[1] / "knowledge" / "sample"
MANAGER = "03-集团客户部经理.md"
ROLE = "岗位名称：{name}\n直接上级：{superior}\n岗位编制：2人\n职责：\n1. 审批费用报销\n2. {duty}\n"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A folder with the sample documents."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "handbook"))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the store lies."""
    monkeypatch.setenv("ROLEBOT_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code of a command, and what it prints."""
    code = run([str(argument) for argument in arguments])
    return code, *capsys.readouterr()


def ask(capsys: pytest.CaptureFixture[str], question: str) -> list[str]:
    """The roles that answer a question."""
    roles: list[str] = json.loads(said(capsys, "ask", "--json", question)[1])["roles"]
    return roles


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_asking_writes_nothing(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    assert ask(capsys, "谁审批费用报销") == ["集团客户部经理"]
    assert said(capsys, "show")[0] == 0
    assert said(capsys, "import", "--list")[1] == "还没有导入过文档。\n"
    assert not place.exists()


def test_from_import_to_answer_and_back(capsys: pytest.CaptureFixture[str], handbook: Path) -> None:
    question = "客户开发主管的上级是谁"
    code, out, err = said(capsys, "import", handbook)
    assert (code, err) == (1, "没有改动。确认要换，请加 --yes 再运行一次。\n")
    assert "9个岗位" in out
    assert said(capsys, "import", "--list")[1] == "还没有导入过文档。\n"
    code, out, err = said(capsys, "import", "--yes", handbook)
    assert (code, err) == (0, "")
    assert "已导入为第1版" in out
    shutil.move(handbook / MANAGER, handbook / "别的名字.md")
    for name in os.listdir(handbook):
        path = handbook / name
        path.write_text(path.read_text("utf-8").replace("集团客户部经理", "大客户总监"), "utf-8")
    assert ask(capsys, question) == ["集团客户部经理"]
    code, out, _ = said(capsys, "import", "--yes", handbook)
    assert code == 0
    assert "新增岗位：大客户总监" in out
    assert "去掉岗位：集团客户部经理" in out
    assert "客户开发主管·直接上级：集团客户部经理 → 大客户总监" in out
    assert ask(capsys, question) == ["大客户总监"]
    assert said(capsys, "import", "--back")[0] == 1
    code, out, _ = said(capsys, "import", "--back", "--yes")
    assert (code, out.splitlines()[-1]) == (0, "已回到第1版，从下一个问题起就算数。")
    assert ask(capsys, question) == ["集团客户部经理"]
    assert said(capsys, "import", "--back", "--yes")[0] == 2
    assert said(capsys, "import", "--back", "9", "--yes")[0] == 2
    assert said(capsys, "import", "--back", "2", "--yes")[0] == 0
    assert ask(capsys, question) == ["大客户总监"]
    assert [line[:5] for line in said(capsys, "import", "--list")[1].splitlines()] == ["  第1版", "* 第2版"]


def test_the_same_again_changes_nothing(capsys: pytest.CaptureFixture[str], handbook: Path) -> None:
    said(capsys, "import", "--yes", handbook)
    code, out, _ = said(capsys, "import", handbook)
    assert (code, out.splitlines()[-1]) == (0, "这些文档和现在的第1版完全一样，没有改动。")
    with (handbook / MANAGER).open("a", encoding="utf-8") as file:
        file.write("\n\n")
    code, out, _ = said(capsys, "import", "--yes", handbook)
    assert code == 0
    assert "读到的内容没有变" in out
    assert "已导入为第2版" in out


def test_adding_leaves_the_others(capsys: pytest.CaptureFixture[str], handbook: Path, tmp_path: Path) -> None:
    said(capsys, "import", "--yes", handbook)
    replace(handbook / MANAGER, "审批日常费用报销", "审批日常停车费")
    (tmp_path / "新.txt").write_text(ROLE.format(name="出纳", superior="总经理", duty="保管现金"), "utf-8")
    code, out, _ = said(capsys, "import", handbook / MANAGER)
    assert code == 1
    assert "去掉岗位" in out
    assert "请加 --add" in out
    code, out, _ = said(capsys, "import", "--yes", "--add", handbook / MANAGER, tmp_path / "新.txt")
    assert code == 0
    assert "去掉岗位" not in out
    assert "新增岗位：出纳" in out
    assert "集团客户部经理·职责：审批日常费用报销，防止成本超支 → 审批日常停车费，防止成本超支" in out
    assert ask(capsys, "谁审批停车费") == ["集团客户部经理"]
    assert ask(capsys, "出纳的上级是谁") == ["总经理"]
    assert ask(capsys, "客户开发主管的上级是谁") == ["集团客户部经理"]


def test_words_among_the_documents_come_along(capsys: pytest.CaptureFixture[str], handbook: Path) -> None:
    (handbook / "words.txt").write_text("# 备注\n大龙=集团客户部经理\n", "utf-8")
    assert "公司用语，新增1条：大龙=集团客户部经理" in said(capsys, "import", "--yes", handbook)[1]
    assert ask(capsys, "大龙的上级是谁") == ["副总经理"]
    assert "公司用语" not in said(capsys, "import", handbook)[1]


def test_as_json(capsys: pytest.CaptureFixture[str], handbook: Path) -> None:
    said(capsys, "import", "--yes", handbook)
    replace(handbook / MANAGER, "直接上级 | 副总经理", "直接上级 | 总经理")
    code, out, _ = said(capsys, "import", "--json", handbook)
    found = json.loads(out)
    assert (code, found["version"], found["compared_with"], len(found["roles"])) == (1, None, 1, 9)
    assert found["changes"][-1] == {
        "kind": "changed",
        "where": "集团客户部经理",
        "field": "直接上级",
        "before": "副总经理",
        "after": "总经理",
    }
    code, out, _ = said(capsys, "import", "--json", "--yes", handbook)
    assert (code, json.loads(out)["version"]) == (0, 2)


@pytest.mark.parametrize(
    ("name", "content"), [("天气.md", "今天天气很好。"), ("没有.md", None), ("空.md", ""), ("表.xyz", "x")]
)
def test_unusable_documents_change_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, handbook: Path, name: str, content: str | None
) -> None:
    said(capsys, "import", "--yes", handbook)
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    code, out, err = said(capsys, "import", "--yes", tmp_path / name)
    assert (code, out) == (2, "")
    assert name in err
    assert ask(capsys, "谁审批费用报销") == ["集团客户部经理"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], handbook: Path
) -> None:
    (handbook / "坏.txt").write_bytes(b"\x00\xff\x00\xff")
    code, out, _ = said(capsys, "import", "--yes", handbook)
    assert code == 0
    assert "有1个文件没有读" in out
    assert "坏.txt" in out


def test_an_import_while_the_bot_runs_is_refused(
    capsys: pytest.CaptureFixture[str], handbook: Path, place: Path
) -> None:
    with open_store(str(place)):
        code, _, err = said(capsys, "import", "--yes", handbook)
    assert code == 2
    assert "正由进程" in err


def test_what_was_changed_is_on_record(
    capsys: pytest.CaptureFixture[str], handbook: Path, place: Path
) -> None:
    said(capsys, "import", "--yes", handbook)
    replace(handbook / MANAGER, "直接上级 | 副总经理", "直接上级 | 总经理")
    said(capsys, "import", "--yes", handbook)
    said(capsys, "import", "--yes", "--back")
    with open_store(str(place), read_only=True) as store:
        assert [entry.action for entry in store.all(Audit)] == ["import", "import", "back"]


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("是\n", 0), ("\x04", 1)])
def test_a_person_is_asked_and_sees_how_far_it_is(handbook: Path, typed: str, code: int) -> None:
    main, side = pty.openpty()
    command = [sys.executable, "-m", "bot", "import", str(handbook)]
    with subprocess.Popen(command, stdin=side, stdout=side, stderr=side, close_fds=True) as process:
        os.close(side)
        seen = ""
        while "[y/N]" not in seen:
            seen += os.read(main, 4096).decode("utf-8", "replace")
        os.write(main, typed.encode())
        assert process.wait(timeout=60) == code
    os.close(main)
    assert f"9/10 {MANAGER[:2].replace('03', '09')}" in seen


# ── what differs ─────────────────────────────────────────────────────────────────────────────────────────

BEFORE = """岗位名称：甲主管
直接上级：总经理
职责：
1. 审批费用报销
2. 编制年度预算
3. 每周整理客户档案并归档

岗位名称：乙主管
直接上级：总经理
职责：
1. 审核合同
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "乙主管\n直接上级：总经理",
            "乙主管\n直接上级：甲主管",
            [(Kind.CHANGED, "乙主管", "直接上级", "总经理", "甲主管")],
        ),
        (
            "每周整理",
            "每月整理",
            [(Kind.CHANGED, "甲主管", "职责", *(f"{t}整理客户档案并归档" for t in ("每周", "每月")))],
        ),
        ("2. 编制年度预算\n", "", [(Kind.REMOVED, "甲主管", "职责", "编制年度预算", "")]),
        ("1. 审核合同", "1. 审核合同\n2. 保管印章", [(Kind.ADDED, "乙主管", "职责", "", "保管印章")]),
        ("1. 审核合同", "1. 审 核 合 同。", []),
    ],
)
def test_a_field_that_differs(old: str, new: str, expected: list[tuple[Kind, str, str, str, str]]) -> None:
    found = differences(BEFORE, BEFORE.replace(old, new))
    assert [(c.kind, c.where, c.field, c.before, c.after) for c in found] == expected


def differences(before: str, after: str) -> list:  # type: ignore[type-arg]
    organizations = [Handbook([read_plain("a.txt", text)]).organization for text in (before, after)]
    assert len(organizations[0].described()) == 2
    return changes(*organizations)


def test_a_right_that_went_to_another_role() -> None:
    after = BEFORE.replace("1. 审批费用报销\n", "").replace("1. 审核合同", "1. 审核合同\n2. 审批费用报销")
    found = differences(BEFORE, after)
    assert [(c.kind, c.where, c.before, c.after, c.text) for c in found] == [
        (Kind.CHANGED, "审批费用报销", "甲主管", "乙主管", ""),
        (Kind.MOVED, "甲主管", "甲主管", "乙主管", "审批费用报销"),
    ]
