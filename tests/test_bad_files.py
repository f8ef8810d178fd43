"""Files that cannot be read: each is named with what to do, nothing hangs, the others are read."""

import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from bot.cli import run
from knowledge import Handbook
from knowledge.documents import file
from knowledge.documents.apart import MEGABYTE, Apart, Limit, Read
from knowledge.documents.document import Document
from knowledge.documents.reader import read_document, read_documents
from knowledge.errors import DocumentError
from tests import misbehaving

_GOOD = "# 会计岗位说明书\n- 直接上级：财务经理\n"
_PARAGRAPH = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"


def _docx(part: Callable[[bytes], bytes] = bytes) -> bytes:
    """A Word file whose text went through `part`."""
    document = docx.Document()
    document.add_paragraph("岗位名称：会计")
    saved, changed = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, part(data) if entry.filename == "word/document.xml" else data)
    return changed.getvalue()


def _before_end(xml: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"</w:body>", xml + b"</w:body>")


def _with_definition(definition: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"?>", b"?><!DOCTYPE x [" + definition + b"]>", 1)


def _xlsx() -> bytes:
    book, data = openpyxl.Workbook(), BytesIO()
    book.worksheets[0]["A1"] = "岗位名称"
    book.save(data)
    return data.getvalue()


def _many_entries() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}", "")
    return data.getvalue()


def _encrypted_archive() -> bytes:
    data = bytearray(_docx())
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:  # the flag of each entry in the directory
        data[place + 8] |= 1
        place += 4
    return bytes(data)


_NESTED = b"<w:tbl><w:tr><w:tc>" * 20_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 20_000
_LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (i + 1, b"&l%d;" % i * 10) for i in range(9))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000)

# name, bytes, what the person is told besides the name
BAD: list[tuple[str, bytes, str]] = [
    ("空.txt", b"", "空文件"),
    ("空.docx", b"", "空文件"),
    ("空白.txt", b" \n\t\n", "没有读到文字"),
    ("线.md", b"---\n\n***\n", "没有读到文字"),
    ("二进制.txt", bytes(range(256)) * 20, "另存为 UTF-8"),
    ("图.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "另存为 UTF-8"),
    ("文本.docx", "岗位名称：会计".encode(), "不是 Word 文档.*另存为 .docx"),
    ("文本.pdf", "岗位名称：会计".encode(), "不是 PDF 文档.*另存为 .pdf"),
    ("文本.xls", "岗位名称：会计".encode(), "不是 Excel 表格.*另存为 .xlsx"),
    ("富文本.doc", rb"{\rtf1 x}", "不是 Word 文档"),
    ("压缩包.docx", _many_entries()[:200] + b"PK", "已损坏"),
    ("半个.docx", _docx()[:9_000], "已损坏"),
    ("半个.xlsx", _xlsx()[:2_000], "已损坏"),
    ("半个.pdf", b"%PDF-1.7\n1 0 obj\n<<", "已损坏|没有读到文字"),
    ("乱.doc", _OLE + "WordDocument\0".encode("utf-16-le") + bytes(5_000), "已损坏"),
    ("乱.xls", _OLE + "Workbook\0".encode("utf-16-le") + bytes(5_000), "已损坏"),
    ("加密.docx", _OLE + "EncryptedPackage\0".encode("utf-16-le"), "密码"),
    ("加密.xlsx", _OLE + "EncryptedPackage\0".encode("utf-16-le"), "密码.*Excel"),
    ("加密包.docx", _encrypted_archive(), "密码"),
    ("炸弹.docx", _docx(_before_end(b"<w:p/>" * 20_000_000)), "解开后太大"),
    ("许多.docx", _many_entries(), "解开后太大"),
    ("长.docx", _docx(_before_end(_PARAGRAPH.replace(b"a", b"a" * 1_100_000))), "文字太多"),
    ("嵌套.docx", _docx(_before_end(_NESTED)), "已损坏"),
    ("实体.docx", _docx(_with_definition(b'<!ENTITY l0 "l">' + _LAUGHS)), "DOCTYPE"),
    ("外部.docx", _docx(_with_definition(b'<!ENTITY x SYSTEM "file:///etc/passwd">')), "DOCTYPE"),
    ("引号.csv", '岗位名称,"会计\n'.encode() + b"a" * 140_000, "另存为 .xlsx"),
    ("旧版.rtf", b"x", "这种格式"),
]


@pytest.fixture(scope="module")
def process() -> Apart:
    """One process for all, as a folder has."""
    return Apart()


@pytest.mark.parametrize(("name", "data", "told"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_file_is_named_with_what_to_do(
    tmp_path: Path, process: Apart, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DocumentError, match=f"“{name}.*({told})"):
        read_document(tmp_path / name, process)
    (tmp_path / "好.docx").write_bytes(_docx())
    assert read_document(tmp_path / "好.docx", process).blocks


def test_the_other_files_of_a_folder_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "好.md").write_text(_GOOD, "utf-8")
    (tmp_path / "坏.docx").write_bytes(_docx()[:9_000])
    (tmp_path / "演示.pptx").write_bytes(b"x")
    (tmp_path / "照片.raw").write_bytes(b"x")
    handbook = Handbook.load([tmp_path])
    assert [note.document for note in handbook.unread] == ["坏.docx", "演示.pptx"]
    assert handbook.taught("记账员=会计").unread == handbook.unread
    assert run(["ask", "--documents", str(tmp_path), "会计的上级是谁"]) == 0
    printed = capsys.readouterr()
    assert "财务经理" in printed.out
    assert ["坏.docx" in line for line in printed.err.splitlines()] == [True, False]
    assert run(["check", str(tmp_path)]) == 0
    assert "坏.docx" in capsys.readouterr().err


def test_nothing_readable_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("甲.docx", "乙.docx"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(DocumentError, match=r"甲.docx(.|\n)*乙.docx|乙.docx(.|\n)*甲.docx"):
        Handbook.load([tmp_path])
    assert run(["ask", "--documents", str(tmp_path), "谁"]) == 2
    assert "甲.docx" in capsys.readouterr().err


def test_no_role_in_what_is_readable(tmp_path: Path) -> None:
    (tmp_path / "诗.txt").write_text("床前明月光", "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"x")
    with pytest.raises(DocumentError, match=r"没有读到任何岗位(.|\n)*坏.docx"):
        Handbook.load([tmp_path])


# ── names, links and what is no file ─────────────────────────────────────────────────────────────────────


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "手册", tmp_path / "别处"
    inside.mkdir()
    outside.mkdir()
    (inside / "会计.md").write_text(_GOOD, "utf-8")
    (outside / "密.md").write_text(_GOOD, "utf-8")
    (inside / "出.md").symlink_to(outside / "密.md")
    (inside / "夹").symlink_to(outside)
    (inside / "圈.md").symlink_to("圈.md")
    (inside / "近.md").symlink_to("会计.md")
    found = read_documents([inside])
    assert [document.name for document in found.read] == ["会计.md"]  # the link near by is the same file
    assert [note.document for note in found.unread] == ["出.md"]
    assert [document.name for document in read_documents([inside / "出.md"]).read] == ["出.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.txt")
    (tmp_path / "会计.md").write_text(_GOOD, "utf-8")
    assert [document.name for document in read_documents([tmp_path]).read] == ["会计.md"]
    with pytest.raises(DocumentError, match=r"管.txt.*不是普通文件"):
        read_document(tmp_path / "管.txt")


def test_names_are_fit_to_be_shown(tmp_path: Path) -> None:
    assert file.display_name(tmp_path / "甲\x1b[31m\n.md") == "甲\ufffd[31m\ufffd.md"
    gbk = Path(os.fsdecode("会计.md".encode("gb18030")))
    assert file.display_name(gbk) == "会计.md"


def test_a_folder_of_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "MOST_FILES", 2)
    for number in range(4):
        (tmp_path / f"{number}.md").write_text(_GOOD, "utf-8")
    found = read_documents([tmp_path])
    assert len(found.read) == 2
    assert "太多" in found.unread[0].reason


# ── encodings ────────────────────────────────────────────────────────────────────────────────────────────

_LINES = ["岗位名称：会计", "直接上级：财务经理", "职责：记账"]

ENCODED = [
    ("mixed lines", [_LINES[0].encode(), _LINES[1].encode("gb18030"), _LINES[2].encode()], _LINES),
    ("a mark and GB18030", [b"\xef\xbb\xbf" + _LINES[0].encode(), _LINES[1].encode("gbk")], _LINES[:2]),
    ("one byte lost", [_LINES[0].encode(), _LINES[1].encode()[:-1]], [_LINES[0], "直接上级：财务经\ufffd"]),
    ("one byte lost of one line", ["，".join(_LINES).encode()[:-1]], ["，".join(_LINES)[:-1] + "\ufffd"]),
    ("short words in GB18030", ["联通".encode("gbk"), "职责".encode("gbk")], ["联通", "职责"]),
]


@pytest.mark.parametrize(("data", "lines"), [row[1:] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_mixed_and_damaged_encodings(tmp_path: Path, data: list[bytes], lines: list[str]) -> None:
    (tmp_path / "岗位.txt").write_bytes(b"\n".join(data))
    document = read_document(tmp_path / "岗位.txt")
    assert [block.text for block in document.blocks] == lines
    garbled = "\ufffd" in "".join(lines)
    assert [("无法识别的字符" in reason) for reason in document.missing] == [True] * garbled


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "岗位.txt").write_bytes("\n".join(_LINES).encode(encoding))
    assert [block.text for block in read_document(tmp_path / "岗位.txt").blocks] == _LINES


# ── wrong endings ────────────────────────────────────────────────────────────────────────────────────────

_PAGE = "<html><table><tr><td>岗位名称</td><td>会计</td></tr></table></html>".encode()
NAMED = [("会计.doc", _docx()), ("会计.xls", _PAGE), ("会计.doc", _PAGE), ("会计.docm", _docx())]


@pytest.mark.parametrize(("name", "data"), NAMED)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert "岗位名称" in read_document(tmp_path / name).blocks[0].text


# ── the process apart ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (misbehaving.hang, "没读完"),
        (misbehaving.grow, "内存太多"),
        (misbehaving.die, "中断"),
        (misbehaving.lack, "pdfplumber 没有安装"),
        (misbehaving.spawn, "没读完"),
    ],
)
def test_what_breaks_the_process_does_not_break_ours(read: Read, told: str) -> None:
    with Apart() as own:
        with pytest.raises(DocumentError, match=f"“坏.x.*{told}"):
            own.read(read, "坏.x", b"", Limit(2, 400 * MEGABYTE))
        assert own.read(misbehaving.chatter, "好.x", b"", Limit(20, 400 * MEGABYTE)) == Document("好.x", ())


def test_the_process_ends_with_its_use() -> None:
    with Apart() as own:
        own.read(misbehaving.chatter, "好.x", b"", Limit(20, 400 * MEGABYTE))
        process = own._process
        assert process is not None
        assert process.poll() is None
    assert process.poll() is not None
