"""Items of two lists in turn: what has no number stands below the counted item above it.

Word keeps 1. with bullets below it as two lists, each at its own first depth.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.documents.document import Block, Kind

_LEAST = 2  # items of each kind


def with_depth(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; in a run of items that begins with a counted one and has both kinds at one depth, those
    without a number are one deeper."""
    made: list[Block] = []
    for key, group in groupby(blocks, key=lambda block: (block.kind, block.level)):
        run = list(group)
        counted = [block for block in run if block.number is not None]
        mixed = key[0] is Kind.ITEM and len(counted) >= _LEAST and len(run) - len(counted) >= _LEAST
        if mixed and run[0].number is not None:
            run = [
                block if block.number is not None else replace(block, level=block.level + 1) for block in run
            ]
        made += run
    return made
