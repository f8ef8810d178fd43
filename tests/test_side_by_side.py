"""Many documents, read several at a time."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from knowledge import Handbook
from knowledge.documents.apart import Apart
from knowledge.documents.document import Document
from knowledge.documents.reader import read_document, read_files
from knowledge.documents.side_by_side import side_by_side
from knowledge.documents.word import read_word
from knowledge.documents.word_styles import without_looks
from knowledge.readings import readings_of
from knowledge.roles.job_description import read_roles

_MANY = 120
_POST = "岗位名称：{0}号库管员\n直接上级：仓储主管\n岗位职责：\n1. 清点{0}号库；\n2. 编制{0}号库的月报。"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """More files than are read one by one, one of them empty and one of them no document."""
    for number in range(_MANY):
        (tmp_path / f"{number:03}.txt").write_text(_POST.format(number), "utf-8")
    (tmp_path / "050.txt").write_bytes(b"")
    (tmp_path / "060.docx").write_bytes(b"no archive")
    return sorted(tmp_path.iterdir())


def test_many_files_are_read_in_their_order(files: list[Path]) -> None:
    found = read_files(files)
    sound = [file for file in files if file.name not in ("050.txt", "060.docx")]
    assert list(found.files) == sound
    assert list(found.read) == [read_document(file) for file in sound]
    assert [one.document for one in found.unread] == ["050.txt", "060.docx"]


def test_many_documents_say_what_each_says_alone(files: list[Path]) -> None:
    documents = read_files(files).read
    assert list(readings_of(documents)) == [read_roles(document) for document in documents]
    assert len(Handbook(iter(documents)).organization.described()) == _MANY - 1


def _faulty(number: int, _: Apart) -> int:
    return 60 // (number - 7)


def test_what_goes_wrong_comes_out() -> None:
    coming = side_by_side(_faulty, range(20))
    assert [next(coming) for _ in range(7)] == [60 // (n - 7) for n in range(7)]
    with pytest.raises(ZeroDivisionError):
        next(coming)


def test_nobody_need_wait_for_the_rest() -> None:
    coming = side_by_side(_faulty, iter(range(8, 10_000)))
    assert next(coming) == 60
    coming.close()


# ── the looks of Word's styles ───────────────────────────────────────────────────────────────────────────


def _word() -> bytes:
    made = docx.Document()
    made.add_heading("库管员岗位说明书", 1)
    made.add_paragraph("清点存货", style="List Number")
    table = made.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "直接上级", "仓储主管"
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def test_styles_without_looks_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _word()
    slim = without_looks(data)
    with ZipFile(BytesIO(slim)) as archive, ZipFile(BytesIO(data)) as before:
        size = before.getinfo("word/styles.xml").file_size
        assert archive.getinfo("word/styles.xml").file_size < size / 5
    found = read_word("库管员.docx", data)
    monkeypatch.setattr("knowledge.documents.word.without_looks", lambda given: given)
    whole: Document = read_word("库管员.docx", data)
    assert found == whole
    assert [block.kind for block in found.blocks][:2] == ["heading", "item"]


def test_few_styles_stay_as_they_are() -> None:
    into = BytesIO()
    with ZipFile(into, "w") as archive:
        archive.writestr("word/styles.xml", "<styles/>")
    assert without_looks(into.getvalue()) == into.getvalue()
