"""Excel files of the old format (.xls, and .et of WPS), by xlrd (BSD, 0.1 MB, pure Python).

It tells merged cells and number formats; python-calamine tells no number formats.
"""

from typing import Any

from knowledge.documents.document import Document
from knowledge.documents.problem import opening, problem
from knowledge.documents.sheet import Sheet, book_document
from knowledge.documents.shown import shown


def read_old_excel(name: str, data: bytes) -> Document:
    """The document in an .xls file, without hidden sheets. Raises DocumentError for a damaged file."""
    import xlrd

    with opening(name, ".xlsx"):
        try:
            book = xlrd.open_workbook(file_contents=data, formatting_info=True)
        except xlrd.XLRDError as error:
            if "encrypted" in str(error):
                raise problem("encrypted", name, suffix=".xlsx") from error
            raise
        return book_document(name, [_sheet(book, sheet) for sheet in book.sheets() if not sheet.visibility])


def _sheet(book: Any, sheet: Any) -> Sheet:
    texts = {}
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if text := _text(book, cell):
                texts[row + 1, column + 1] = text
    merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    return Sheet(sheet.name, texts, merged)


def _text(book: Any, cell: Any) -> str:
    """What a cell shows; errors of formulas show nothing."""
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
        return ""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(cell.value), "")
    form = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    value: object = cell.value
    if cell.ctype == xlrd.XL_CELL_DATE:
        value = xlrd.xldate_as_datetime(cell.value, book.datemode)
    return shown(value, form)
