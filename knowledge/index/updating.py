"""Writing an index: a new one, or what changed of one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.index.file import write_arrays
from knowledge.index.joining import Arrays, merged, segment_of
from knowledge.index.part import changes
from knowledge.index.table import Entry, Lost, Table, current_generation, nothing_lost, replace_table
from knowledge.store.lock import FolderLock

_MOST_SEGMENTS = 6
_WORTH_KEEPING = 0.7  # of the texts of the largest segment; where fewer are left, all segments become one

Cut = Callable[[str], list[str]]
Documents = Mapping[str, Sequence[str]]


def write_new(folder: Path, documents: Documents, cut: Cut, words: str) -> None:
    """Writes an index of documents, in place of one that may be there. Raises OSError, StoreBusyError."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FolderLock(folder)
    try:
        generation = current_generation(folder) + 1
        written = _written(folder, f"{generation:08}", segment_of(documents, cut))
        sizes = [len(texts) for texts in documents.values()]
        rows = np.stack([np.zeros(len(sizes)), np.arange(len(sizes)), sizes], 1).astype(np.int64)
        replace_table(folder, generation, words, [(*written, nothing_lost())], rows, list(documents))
    finally:
        lock.release()


def write_update(folder: Path, table: Table, changed: Documents, removed: Collection[str], cut: Cut) -> bool:
    """Writes what changed since `table`; whether `table` was what counts in the folder, else nothing is done.
    Raises OSError, StoreBusyError."""
    lock = FolderLock(folder)
    try:
        if current_generation(folder) != table.generation:
            return False
        _update(folder, table, changed, removed, cut)
    finally:
        lock.release()
    return True


@dataclass(frozen=True)
class _Piece:
    """A segment of the next table; `entry` is None where it is not written yet."""

    arrays: Mapping[str, NDArray[Any]]
    entry: tuple[str, int, Lost] | None = None


_Rows = dict[str, tuple[int, int, int]]  # by document: its segment, its number there, how many texts it has


def _update(folder: Path, table: Table, changed: Documents, removed: Collection[str], cut: Cut) -> None:
    rows: _Rows = dict(zip(table.names, map(tuple, table.rows.tolist()), strict=True))
    gone = [rows[name] for name in sorted({*changed, *removed}) if name in rows]
    pieces = [
        _Piece(entry.file.arrays, (entry.name, entry.file.checksum, _lost(entry, number, gone)))
        for number, entry in enumerate(table.entries)
    ]
    for name in removed:
        rows.pop(name, None)
    for local, (name, texts) in enumerate(changed.items()):
        rows[name] = (len(pieces), local, len(texts))
    if changed:
        pieces.append(_Piece(segment_of(changed, cut)))
    rows, pieces = _tidied(rows, pieces)
    generation = table.generation + 1
    entries = [
        piece.entry or (*_written(folder, f"{generation:08}-{number}", piece.arrays), nothing_lost())
        for number, piece in enumerate(pieces)
    ]
    found = np.array(list(rows.values()), np.int64).reshape(-1, 3)
    replace_table(folder, generation, table.words, entries, found, list(rows))


def _lost(entry: Entry, number: int, gone: Sequence[tuple[int, int, int]]) -> Lost:
    """What is gone of a segment, now that further documents are."""
    documents = [local for segment, local, _ in gone if segment == number]
    if not documents:
        return entry.lost
    arrays = entry.file.arrays
    out = np.zeros(arrays["document_sizes"].size, bool)
    out[documents] = True
    places = out[arrays["places"][:, 0]]
    texts = np.repeat(np.arange(arrays["place_ends"].size), np.diff(arrays["place_ends"], prepend=0))
    often = np.bincount(texts[places], minlength=arrays["place_ends"].size)
    touched = often[arrays["postings"]]
    if not touched.size:
        return entry.lost
    counts = np.add.reduceat(touched, arrays["ends"] - np.diff(arrays["ends"], prepend=0))
    keys = np.concatenate([entry.lost.keys, arrays["keys"][counts > 0]])
    counts = np.concatenate([entry.lost.counts, counts[counts > 0]])
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    starts = np.flatnonzero(changes(keys))
    return Lost(keys[starts], np.add.reduceat(counts, starts) if starts.size else counts)


def _tidied(rows: _Rows, pieces: list[_Piece]) -> tuple[_Rows, list[_Piece]]:
    """The same documents in fewer segments, where there are many or much of them is gone."""
    stored = sum(int(piece.arrays["places"].shape[0]) for piece in pieces)
    if sum(size for _, _, size in rows.values()) < _WORTH_KEEPING * stored:
        merging = list(range(len(pieces)))
    elif len(pieces) > _MOST_SEGMENTS:
        sizes = [piece.arrays["places"].shape[0] for piece in pieces]
        merging = [number for number in range(len(pieces)) if number != sizes.index(max(sizes))]
    else:
        return rows, pieces
    lives = {n: np.zeros(pieces[n].arrays["document_sizes"].size, bool) for n in range(len(pieces))}
    for segment, local, _ in rows.values():
        lives[segment][local] = True
    staying = [number for number in range(len(pieces)) if number not in merging]
    numbers = {number: (at, np.arange(lives[number].size)) for at, number in enumerate(staying)}
    ahead = 0
    for number in merging:
        numbers[number] = (len(staying), np.cumsum(lives[number]) - 1 + ahead)
        ahead += int(lives[number].sum())
    one = _Piece(merged([(pieces[number].arrays, lives[number]) for number in merging]))
    moved = {
        name: (numbers[segment][0], int(numbers[segment][1][local]), size)
        for name, (segment, local, size) in rows.items()
    }
    return moved, [*(pieces[number] for number in staying), one]


def _written(folder: Path, name: str, arrays: Arrays | Mapping[str, NDArray[Any]]) -> tuple[str, int]:
    name = f"{name}.segment"
    return name, write_arrays(folder / name, {}, arrays)
