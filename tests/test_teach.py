"""`rolebot teach`: what it says, what it writes, and that the next question knows it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import run
from bot.conversation import Conversations
from bot.replies import wording
from bot.teaching import Teaching
from knowledge import WordError

SAMPLE = Path(__file__).parents[1] / "knowledge" / "sample"
WORDS = wording()["teach"]
ASKED = "大龙的上级是谁"
FOUND = "集团客户部经理的直接上级是副总经理。"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with the sample documents."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "handbook"))


@pytest.fixture
def words(documents: Path) -> Path:
    """The file of words that belongs to the folder; it does not exist yet."""
    return documents / "words.txt"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code of a command, and what it prints."""
    code = run([str(argument) for argument in arguments])
    return code, *capsys.readouterr()


def entries(file: Path) -> list[str]:
    """The lines of a file of words that are no remarks."""
    return [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]


# ── teaching ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("大龙=集团客户部经理", "记住了：“大龙”就是岗位“集团客户部经理”。"),
        ("报单子=费用报销", "记住了：“报单子”就是“费用报销”。"),
        ("报账=费用报销=走单子", "记住了：“报账”、“走单子”就是“费用报销”。"),
        ("大客户部=集团客户部", "记住了：“大客户部”就是部门“集团客户部”。"),
        ("财务那边=集团财务部", "记住了：“财务那边”就是协作对象“集团财务部”。"),
        ("合同签订=费用报销", f"记住了：“合同签订”、“费用报销”是一个意思。\n{WORDS['caution']}"),
    ],
)
def test_what_a_word_means_now(
    capsys: pytest.CaptureFixture[str], documents: Path, words: Path, line: str, told: str
) -> None:
    code, out, err = said(capsys, "teach", line, "--documents", documents)
    assert (code, out, err) == (0, f"{told}\n{WORDS['written'].format(path=words)}\n", "")
    assert entries(words) == [line]


def test_the_next_question_knows_it(capsys: pytest.CaptureFixture[str], documents: Path) -> None:
    assert FOUND not in said(capsys, "ask", "--documents", documents, ASKED)[1]
    said(capsys, "teach", "--documents", documents, "大龙=集团客户部经理")
    assert said(capsys, "ask", "--documents", documents, ASKED)[1].startswith(FOUND)


@pytest.mark.parametrize(
    "line", ["大龙=客户开发主管=总经理", "谁=客户", "审批=审核", "火箭=发射", "大龙", "大龙=", "龙=总经理"]
)
@pytest.mark.parametrize("before", [None, "# 备注\n老张=总经理\n"])
def test_what_is_refused_is_not_written(
    capsys: pytest.CaptureFixture[str], documents: Path, words: Path, line: str, before: str | None
) -> None:
    if before is not None:
        words.write_text(before, "utf-8")
    code, out, err = said(capsys, "teach", line, "--documents", documents)
    assert (code, out) == (2, "")
    assert err.startswith(f"没有记住“{line}”：")
    assert (words.read_text("utf-8") if words.exists() else None) == before


def test_of_several_all_are_written_or_none(
    capsys: pytest.CaptureFixture[str], documents: Path, words: Path
) -> None:
    assert said(capsys, "teach", "--documents", documents, "老张=总经理", "谁=客户")[0] == 2
    assert not words.exists()
    assert said(capsys, "teach", "--documents", documents, "龙哥=总经理", "老龙=龙哥")[0] == 0
    assert entries(words) == ["龙哥=总经理", "老龙=龙哥"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["报单子=费用报销"],
        ["报单子 ＝ 费用报销"],
        ["报单子", "=", "费用报销"],
        ["报单子=", "费用报销"],
        ["报單子=費用報銷"],
    ],
)
def test_ways_of_typing_it(
    capsys: pytest.CaptureFixture[str], documents: Path, words: Path, arguments: list[str]
) -> None:
    assert said(capsys, "teach", *arguments, "--documents", documents)[0] == 0
    words_before = words.read_text("utf-8")
    code, out, _ = said(capsys, "teach", "报单子=费用报销", "--documents", documents)
    assert (code, out) == (0, "本来就知道：“报单子”就是“费用报销”。没有改动。\n")
    assert words.read_text("utf-8") == words_before


# ── forgetting and listing ───────────────────────────────────────────────────────────────────────────────


def test_forgetting(capsys: pytest.CaptureFixture[str], documents: Path, words: Path) -> None:
    words.write_text("# 备注\n大龙=集团客户部经理\n报账=费用报销=走单子\n", "utf-8")
    code, out, _ = said(capsys, "teach", "--documents", documents, "--forget", "走单子")
    assert (code, out) == (0, WORDS["forgotten"].format(word="走单子", path=words) + "\n")
    said(capsys, "teach", "--documents", documents, "--forget", "大龙")
    assert words.read_text("utf-8") == "# 备注\n报账=费用报销\n"
    code, out, err = said(capsys, "teach", "--documents", documents, "--forget", "大龙")
    assert (code, out, err) == (2, "", WORDS["forget_unknown"].format(word="大龙") + "\n")


def test_listing(capsys: pytest.CaptureFixture[str], documents: Path, words: Path) -> None:
    assert said(capsys, "teach", "--list", "--documents", documents)[1] == WORDS["list_empty"] + "\n"
    words.write_text("老张=总经理\n\n谁=客户 # 不行\n报账=费用报销\n", "utf-8")
    code, out, err = said(capsys, "teach", "--list", "--documents", documents)
    assert (code, err) == (0, "")
    assert out.splitlines()[:2] == ["“老张”就是岗位“总经理”", "“报账”就是“费用报销”"]
    assert out.splitlines()[2].startswith("words.txt 第3行“谁=客户”没有采用：“谁”是提问用的词")


def test_what_is_not_used_is_told_and_stops_nothing(
    capsys: pytest.CaptureFixture[str], documents: Path, words: Path
) -> None:
    words.write_text("乱写一气\n大龙=集团客户部经理\n", "utf-8")
    code, out, err = said(capsys, "ask", "--documents", documents, ASKED)
    assert code == 0
    assert out.startswith(FOUND)
    assert err.startswith("words.txt 第1行“乱写一气”没有采用：")


# ── where the words are ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("place", ["handbook/words.txt", "handbook/hr/Words.TXT", "words.txt"])
def test_words_are_found_in_the_folder_or_beside_it(
    capsys: pytest.CaptureFixture[str], documents: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("大龙=集团客户部经理\n", "utf-8")
    assert said(capsys, "ask", "--documents", documents, ASKED)[1].startswith(FOUND)
    said(capsys, "teach", "--documents", documents, "报单子=费用报销")
    assert entries(tmp_path / place) == ["大龙=集团客户部经理", "报单子=费用报销"]


def test_words_are_found_beside_a_file(
    capsys: pytest.CaptureFixture[str], documents: Path, words: Path
) -> None:
    words.write_text("大龙=集团客户部经理\n", "utf-8")
    files = sorted(documents.glob("*"))  # as a shell gives them, the words among them
    assert words in files
    assert said(capsys, "ask", ASKED, "--documents", *files)[1].startswith(FOUND)
    assert "words.txt" not in said(capsys, "show", "--json", "--documents", *files)[1]


@pytest.mark.parametrize("inside", [True, False])
def test_words_may_be_in_a_file_of_any_name(
    capsys: pytest.CaptureFixture[str], documents: Path, words: Path, tmp_path: Path, inside: bool
) -> None:
    file = (documents if inside else tmp_path / "elsewhere") / "用语.txt"
    words.write_text("大龙=客户开发主管\n", "utf-8")
    command = ["teach", "--words", file, "--documents", documents, "大龙=集团客户部经理"]
    assert said(capsys, *command)[0] == 0
    assert entries(file) == ["大龙=集团客户部经理"]
    code, out, err = said(capsys, "ask", "--words", file, "--documents", documents, ASKED)
    assert (code, out.startswith(FOUND), err) == (0, True, "")
    assert entries(words) == ["大龙=客户开发主管"]


def test_a_file_of_words_that_is_missing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = said(capsys, "ask", "--words", tmp_path / "没有.txt", ASKED)
    assert (code, out) == (2, "")
    assert "没有.txt" in err


def test_without_documents_the_store_has_the_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert FOUND not in said(capsys, "ask", ASKED)[1]
    assert list(tmp_path.iterdir()) == []
    code, out, _ = said(capsys, "teach", "大龙=集团客户部经理")
    assert (code, out.splitlines()[1]) == (0, WORDS["written"].format(path=WORDS["store"]))
    assert (tmp_path / "rolebot" / "store").is_dir()
    assert said(capsys, "ask", ASKED)[1].startswith(FOUND)
    monkeypatch.setenv("ROLEBOT_STORE", str(tmp_path / "other"))
    assert FOUND not in said(capsys, "ask", ASKED)[1]
    monkeypatch.delenv("ROLEBOT_STORE")
    assert said(capsys, "teach", "--forget", "大龙")[0] == 0
    assert FOUND not in said(capsys, "ask", ASKED)[1]


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, WORDS["header"].encode() + "大龙=集团客户部经理\n".encode()),
        (b"", WORDS["header"].encode() + "大龙=集团客户部经理\n".encode()),
        (
            "# 备注\n随便\n\n老张=总经理".encode(),
            "# 备注\n随便\n\n老张=总经理\n大龙=集团客户部经理\n".encode(),
        ),
        ("老张=总经理\r\n".encode(), "老张=总经理\r\n大龙=集团客户部经理\r\n".encode()),
        ("老张=总经理\n".encode("utf-8-sig"), "老张=总经理\n大龙=集团客户部经理\n".encode("utf-8-sig")),
        ("老张=总经理\n".encode("gb18030"), "老张=总经理\n大龙=集团客户部经理\n".encode()),
    ],
    ids=["no file", "an empty file", "remarks stay", "line ends stay", "a byte order mark stays", "GB18030"],
)
def test_what_is_written(documents: Path, words: Path, before: bytes | None, after: bytes) -> None:
    if before is not None:
        words.write_bytes(before)
    Teaching.load([str(documents)], None, new=True).teach(["大龙=集团客户部经理"])
    assert words.read_bytes() == after
    assert [path.name for path in documents.iterdir() if path.suffix != ".md"] == ["words.txt"]


def test_the_header_teaches_nothing(documents: Path, words: Path) -> None:
    words.write_text(WORDS["header"], "utf-8")
    assert Teaching.load([str(documents)], None).handbook.words.entries == ()


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(
    documents: Path, words: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    words.write_text("老张=总经理\n", "utf-8")
    teaching = Teaching.load([str(documents)], None)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(WordError, match="写不进去"):
        teaching.teach(["大龙=集团客户部经理"])
    assert words.read_text("utf-8") == "老张=总经理\n"
    assert [path.name for path in documents.iterdir() if path.suffix != ".md"] == ["words.txt"]
    assert [entry.written for entry in teaching.handbook.words.entries] == ["老张=总经理"]


@pytest.mark.skipif(os.name != "posix", reason="needs links and modes")
def test_a_link_stays_a_link_and_a_mode_a_mode(documents: Path, words: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared.txt"
    shared.write_text("老张=总经理\n", "utf-8")
    shared.chmod(0o640)
    words.symlink_to(shared)
    Teaching.load([str(documents)], None).teach(["大龙=集团客户部经理"])
    assert words.is_symlink()
    assert entries(shared) == ["老张=总经理", "大龙=集团客户部经理"]
    assert shared.stat().st_mode & 0o777 == 0o640


def test_what_somebody_else_wrote_meanwhile_is_kept(documents: Path, words: Path) -> None:
    teaching = Teaching.load([str(documents)], None)
    words.write_text("老张=总经理\n", "utf-8")
    teaching.teach(["大龙=集团客户部经理"])
    assert entries(words) == ["老张=总经理", "大龙=集团客户部经理"]
    assert set(teaching.handbook.words.full) == {"老张", "大龙"}


# ── in a conversation ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def chat(documents: Path) -> list[str]:
    """The command of a conversation about the documents."""
    return [sys.executable, "-m", "bot", "chat", "--documents", str(documents)]


def test_teaching_in_the_terminal(chat: list[str], words: Path) -> None:
    typed = [
        ASKED,
        "/teach 大龙=集团客户部经理",
        ASKED,
        "那他的下级呢",
        "/teach 谁=客户",
        "/teach",
        "/forget 大龙",
        ASKED,
        "/forget 大龙",
    ]
    done = subprocess.run(chat, input="\n".join(typed).encode(), capture_output=True, timeout=60, check=True)
    replies = [reply.partition("\n")[2] for reply in done.stdout.decode().split("> ")[1:]]
    for reply, start in zip(
        replies,
        [
            wording()["terminal"]["mark.not_found"],
            "记住了：“大龙”就是岗位“集团客户部经理”。",
            wording()["terminal"]["mark.answered"] + FOUND,
            wording()["terminal"]["mark.answered"] + "集团客户部经理的直接下级有3个岗位",
            "没有记住“谁=客户”：",
            "“大龙”就是岗位“集团客户部经理”\n",
            "忘掉了“大龙”",
            wording()["terminal"]["mark.not_found"],
            "公司用语里没有“大龙”，没有改动。",
        ],
        strict=True,
    ):
        assert reply.startswith(start)
    assert entries(words) == []
    assert done.stderr == b""


def test_a_conversation_goes_on_with_another_handbook(documents: Path) -> None:
    teaching = Teaching.load([str(documents)], None)
    conversations = Conversations(teaching.handbook)
    conversations.ask("chat", "客户开发主管的上级是谁")
    teaching.teach(["大龙=集团客户部经理"])
    conversations.use(teaching.handbook)
    assert conversations.ask("chat", "那大龙呢").roles == ("副总经理",)
