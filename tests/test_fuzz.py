"""Any bytes at all: a reader gives a document or says why not, and loses no process over it."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

import docx
import openpyxl
import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.documents.apart import Apart
from knowledge.documents.columns import with_columns
from knowledge.documents.encoding import decode
from knowledge.documents.formats import FORMATS
from knowledge.documents.page import Box, Line
from knowledge.documents.signature import suffix_of
from knowledge.errors import DocumentError
from tests import role_layouts as layouts

_ROLE = {
    **{"name": "会计", "code": "CW-1", "department": "财务部", "headcount": "1", "superior": "财务经理"},
    **{"subordinates": [], "summary": "记账", "duties": [{"title": "记账", "tasks": ["登记总账"]}]},
    **{"authorities": {"业务权": ["拒付权"]}, "collaboration": {"内部": ["销售部"]}},
}
_PIECES = [
    *(
        "岗位名称",
        "：",
        "会计",
        "\n",
        "\r\n",
        "\r",
        "1、",
        "（一）",
        "|",
        "-",
        "#",
        "> ",
        "```",
        "*",
        "[",
        "](",
        "\t",
        ",",
        '"',
    ),
    *(
        "<table>",
        "<tr>",
        "<td colspan=9 rowspan=9>",
        "</td>",
        "</table>",
        "<li>",
        "<ol>",
        "<b>",
        "<s>",
        "<!--",
        "&#0;",
    ),
    *("\x00", "\f", "\ufffd", "\u2028", "𠮷", "第1页 共2页"),
]
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), max_size=80).map("".join)
_SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_SETTINGS
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    suffix_of(data)
    try:
        said = decode(data, "x.txt")
    except DocumentError as error:
        said = str(error)
        refused = "x.txt" in said
    else:
        refused = False
    assert refused or len(said) <= len(data)


@_SETTINGS
@given(_TEXTS, st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_what_is_encoded_is_decoded(text: str, encoding: str) -> None:
    said = "岗位说明书：" + text.replace("\x00", "").replace("\ufffd", "")
    if (
        not any("\ud800" <= sign <= "\udfff" or "\ue000" <= sign <= "\uf8ff" for sign in said)
        and said.isprintable()
    ):
        assert decode(said.encode(encoding), "x.txt") == said


@pytest.mark.parametrize("suffix", [suffix for suffix, form in FORMATS.items() if form.trusted])
@_SETTINGS
@given(text=_TEXTS)
def test_any_text_is_read(suffix: str, text: str) -> None:
    try:
        document = FORMATS[suffix].read("x", text.encode("utf-8", "replace"))
    except DocumentError:
        return
    assert all(block.text.strip() for block in document.blocks)
    assert all(block.source.line >= 1 for block in document.blocks)


def _pdf() -> bytes:
    """A page with a line of text."""
    shown = b"BT /F 12 Tf 72 700 Td (Accountant) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return data + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)


@cache
def _samples() -> dict[str, bytes]:
    """A small file of each format that can be made here."""
    word, book, old = docx.Document(), openpyxl.Workbook(), xlwt.Workbook()
    rows = layouts.form(_ROLE)
    layouts.fill(word.add_table(len(rows), 4), rows)
    sheet = old.add_sheet("岗位")
    for r, row in enumerate(layouts.row_each([_ROLE])):
        for c, value in enumerate(row):
            book.worksheets[0].cell(r + 1, c + 1, value)
            sheet.write(r, c, value)
    made: dict[str, Callable[[BytesIO], object]] = {".docx": word.save, ".xlsx": book.save, ".xls": old.save}
    found = {}
    for suffix, save in made.items():
        data = BytesIO()
        save(data)
        found[suffix] = data.getvalue()
    found[".pdf"] = _pdf()
    return found


@pytest.fixture(scope="module")
def process() -> Iterator[Apart]:
    with Apart() as own:
        yield own


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".xls", ".pdf"])
def test_the_samples_are_sound(process: Apart, suffix: str) -> None:
    assert process.read(FORMATS[suffix].read, "x", _samples()[suffix], FORMATS[suffix].limit).blocks


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".xls", ".pdf"])
@settings(_SETTINGS, max_examples=25)
@given(data=st.data())
def test_damaged_office_files(process: Apart, suffix: str, data: st.DataObject) -> None:
    sample = bytearray(_samples()[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(sample) - 1))
        piece = data.draw(st.binary(min_size=0, max_size=8))
        sample[place : place + data.draw(st.integers(0, 8))] = piece
    try:
        found = process.read(FORMATS[suffix].read, "x", bytes(sample), FORMATS[suffix].limit).name
    except DocumentError as error:
        found = str(error)
    assert found == "x" or "“x”" in found


_PARTS = st.lists(
    st.tuples(st.integers(0, 500), st.sampled_from(["甲", "1、乙", "丙：丁"])), min_size=1, max_size=4
)


@_SETTINGS
@given(st.lists(_PARTS, max_size=12))
def test_no_word_of_a_printed_page_is_lost(rows: list[list[tuple[int, str]]]) -> None:
    lines = [
        Line(
            "  ".join(text for _, text in parts),
            Box(parts[0][0], 20 * i, 600, 20 * i + 10),
            10.0,
            parts=several,
        )
        for i, parts in enumerate(sorted(row) for row in rows)
        for several in [tuple((float(left), text) for left, text in parts) if len(parts) > 1 else ()]
    ]
    shown = "".join(
        item.text if isinstance(item, Line) else "".join(cell.text for row in item.rows for cell in row)
        for item in with_columns(lines)
    )
    letters = [sign for line in lines for sign in line.text if sign in "甲乙丙丁"]
    assert sorted(sign for sign in shown if sign in "甲乙丙丁") == sorted(letters)
