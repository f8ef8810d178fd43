"""CSV: a sheet without merged cells; a text alone at the beginning of its row is a line of its own."""

import csv
from io import StringIO

from knowledge.documents.document import Block, Document, Source
from knowledge.documents.grid import Row, row_block
from knowledge.documents.problem import opening
from knowledge.documents.sheet import line_blocks, may_be_title


def read_csv(name: str, text: str) -> Document:
    """The document `name` with the lines and rows of tables that hold words. Raises DocumentError where
    a quotation mark that nothing closes swallows the table."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sample = text[:4096]
    separator = max(",\t;", key=sample.count)
    with opening(name, ".xlsx"):
        rows = list(csv.reader(StringIO(text), delimiter=separator))
    blocks: list[Block] = []
    table, titled = 1, True
    for number, cells in enumerate(rows, start=1):
        row = Row(tuple(cell.strip() for cell in cells))
        texts = [text for text in row.cells if text]
        source = Source(name, number)
        if len(texts) == 1 and row.cells[0]:
            table += 1
            titled = titled and may_be_title(texts[0])
            blocks += line_blocks(texts[0], row, source, titled)
        elif texts:
            titled = False
            blocks.append(row_block(row, source, table))
        else:
            table += 1
    return Document(name, tuple(blocks))
