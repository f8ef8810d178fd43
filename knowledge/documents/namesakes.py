"""Documents whose files have one name told apart by their folders: every quote says where it stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from knowledge.documents.document import Block, Document, Source


def told_apart(files: Iterable[tuple[Path, Document]]) -> list[Document]:
    """The documents, each once; where files of several folders have one name, the folders stand before it."""
    distinct: dict[Path, Document] = {}
    for path, document in files:
        distinct.setdefault(path.resolve(), document)
    names = _names(list(distinct))
    return [
        document if names[path] == path.name else _renamed(document, names[path])
        for path, document in distinct.items()
    ]


def _names(paths: list[Path]) -> dict[Path, str]:
    """The shortest end of each path that no other has: 会计.md, 甲公司/会计.md."""
    names: dict[Path, str] = {}
    depth, left = 1, paths
    while left:
        ends = {path: "/".join(path.parts[-depth:]) for path in left}
        counts = Counter(ends.values())
        whole = depth >= max(len(path.parts) for path in left)
        names |= {path: end for path, end in ends.items() if counts[end] == 1 or whole}
        left = [path for path in left if path not in names]
        depth += 1
    return names


def _renamed(document: Document, name: str) -> Document:
    def moved(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(replace(block, source=_within(block.source)) for block in blocks)

    def _within(source: Source) -> Source:
        return Source(name + source.document.removeprefix(document.name), source.line)

    return replace(document, name=name, blocks=moved(document.blocks), frame=moved(document.frame))
