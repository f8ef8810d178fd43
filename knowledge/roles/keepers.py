"""Who keeps what a row of an approval matrix is about: a column 保管人 says as much as 公章由行政主管保管."""

from collections.abc import Iterator, Sequence

from knowledge.documents.document import Block
from knowledge.roles.approval import words
from knowledge.roles.approval_cell import is_name, is_none
from knowledge.roles.approval_head import find_head
from knowledge.roles.approval_row import spread
from knowledge.roles.footnote import split_marks
from knowledge.roles.names import split_list
from knowledge.roles.role import Passage
from knowledge.text import bare


def read_keepers(rows: Sequence[Block]) -> Iterator[Passage]:
    """What the columns for keepers of a matrix say, a sentence for each cell that names somebody."""
    table = [spread(row) for row in rows]
    found = find_head(table)
    if found is None or not found[1].matter:
        return
    first, head = found
    labels = table[first + head.size - 1].texts
    verbs = {i: verb for i, label in enumerate(labels) if (verb := _verb(label))}
    above = ""
    for row in table[first + head.size :] if verbs else ():
        own = [split_marks(row.texts[i])[0] for i in head.matter if i < len(row.texts)]
        matter = "".join(dict.fromkeys(filter(None, own))) or above
        above = matter
        for i, verb in verbs.items():
            names = split_list(row.texts[i]) if i < len(row.texts) and not is_none(row.texts[i]) else []
            if matter and names and not row.merged[i] and all(map(is_name, names)):
                text = f"{matter}由{'、'.join(names)}{verb}"
                yield Passage(text, row.block.quote, row.block.source)


def _verb(label: str) -> str:
    """What whoever a column names does, by its label; empty for another column."""
    plain = bare(split_marks(label)[0])
    return next((verb for verb, known in words()["keepers"].items() if plain in known), "")
