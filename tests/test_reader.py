"""Files to documents: formats, encodings, folders, and what a person is told when a file cannot be read."""

from pathlib import Path

import pytest

from knowledge.documents.encoding import decode
from knowledge.documents.reader import read_document, read_documents
from knowledge.errors import DocumentError

_TEXT = "岗位名称：会计\n直接上级：財務經理"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "会计.txt"
    path.write_bytes(_TEXT.encode(encoding))
    assert [block.text for block in read_document(path).blocks] == _TEXT.split("\n")


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", b"\xff\xff\xff\xff", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(DocumentError, match="文字编码"):
        decode(data, "图.txt")


@pytest.mark.parametrize("name", ["会计.txt", "会计.TEXT", "会计.md", "会计.Markdown"])
def test_formats(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("岗位名称：会计", encoding="utf-8")
    document = read_document(path)
    assert (document.name, [block.text for block in document.blocks]) == (name, ["岗位名称：会计"])


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "分部").mkdir()
    for name in ("02.md", "01.txt", "分部/03.md", "说明.exe", "~$锁.docx"):
        (tmp_path / name).write_text("内容", encoding="utf-8")
    assert [document.name for document in read_documents([tmp_path]).read] == ["01.txt", "02.md", "03.md"]


def test_files_are_read_in_the_order_given(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("内容", encoding="utf-8")
    documents = read_documents([tmp_path / "b.txt", tmp_path / "a.txt"]).read
    assert [document.name for document in documents] == ["b.txt", "a.txt"]


@pytest.mark.parametrize(("name", "words"), [("没有.txt", "找不到"), ("图.bmp", "这种格式")])
def test_single_files_that_cannot_be_read(tmp_path: Path, name: str, words: str) -> None:
    if name.endswith("bmp"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(DocumentError, match=words):
        read_document(tmp_path / name)


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"x")
    with pytest.raises(DocumentError, match="没有可以读取的文档"):
        read_documents([tmp_path])


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(DocumentError, match="太大"):
        read_document(path)
