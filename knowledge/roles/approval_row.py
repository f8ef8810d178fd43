"""A row of an approval matrix by columns."""

from dataclasses import dataclass

from knowledge.documents.document import Block


@dataclass(frozen=True, slots=True)
class Row:
    """A row by columns: the text of each, which cell it is, and whether it is merged with the one above."""

    texts: tuple[str, ...]
    cells: tuple[int, ...]
    merged: tuple[bool, ...]
    block: Block

    def spans(self, column: int) -> bool:
        """Whether the cell of a column spans others too, or is repeated in each of them."""
        text = self.texts[column]
        return self.cells.count(self.cells[column]) > 1 or (len(text) > 1 and self.texts.count(text) > 1)

    @property
    def only(self) -> str:
        """The text of a row that holds no more than one, else an empty text."""
        found = {(cell, text) for cell, text in zip(self.cells, self.texts, strict=True) if text}
        repeated = len(self.texts) > 2 and len(set(self.texts)) == 1  # written in each cell that it spans
        return next(iter(found))[1] if found and (repeated or len(found) == 1) else ""


def spread(block: Block) -> Row:
    """A row of a table by columns: a cell that spans several stands in each of them."""
    spans = block.spans if len(block.spans) == len(block.cells) else (1,) * len(block.cells)
    cells = tuple(i for i, span in enumerate(spans) for _ in range(span))
    return Row(
        tuple(block.cells[i].strip() for i in cells), cells, tuple(i in block.continued for i in cells), block
    )
