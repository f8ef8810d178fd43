"""Excel files, by openpyxl (MIT, 1 MB): it tells number formats, which python-calamine, quicker, does not."""

from io import BytesIO
from typing import Any

from knowledge.documents.archive import check_archive
from knowledge.documents.document import Document
from knowledge.documents.problem import opening
from knowledge.documents.sheet import Sheet, book_document
from knowledge.documents.shown import shown


def read_excel(name: str, data: bytes) -> Document:
    """The document in an .xlsx file, without hidden sheets. Raises DocumentError for a damaged file."""
    import openpyxl

    check_archive(name, data, ".xlsx")
    with opening(name, ".xlsx"):
        book = openpyxl.load_workbook(BytesIO(data), data_only=True)
        sheets = [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return book_document(name, sheets)


def _sheet(sheet: Any) -> Sheet:
    # The cells that are there: going through rows and columns would make those between two far apart.
    cells = {place: shown(cell.value, cell.number_format) for place, cell in sheet._cells.items()}
    merged = [(area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges]
    return Sheet(sheet.title, {place: text for place, text in cells.items() if text}, merged)
