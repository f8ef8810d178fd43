"""CSV: one table; the first row usually holds the labels of the columns."""

import csv
from io import StringIO

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.problem import opening


def read_csv(name: str, text: str) -> Document:
    """The document `name` with a row for every line of the table that holds words. Raises DocumentError where
    a quotation mark that nothing closes swallows the table."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sample = text[:4096]
    separator = max(",\t;", key=sample.count)
    with opening(name, ".xlsx"):
        rows = list(csv.reader(StringIO(text), delimiter=separator))
    blocks = []
    for number, cells in enumerate(rows, start=1):
        stripped = tuple(cell.strip() for cell in cells)
        if any(stripped):
            joined = " | ".join(stripped)
            source = Source(name, number)
            blocks.append(Block(Kind.ROW, joined, source, cells=stripped, table=1, quote=joined))
    return Document(name, tuple(blocks))
