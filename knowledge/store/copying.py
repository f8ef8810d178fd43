"""Everything in one store into another, in one change: whole or not at all."""

from dataclasses import dataclass

from knowledge.errors import StoreError
from knowledge.store.draft import Draft
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class Copied:
    """How much was copied."""

    rows: int
    files: int


def copy_store(source: Store, target: Store) -> Copied:
    """Copy every row and file of a store into an empty one, and look whether all is there. Raises
    StoreError."""
    files = source.files(source.digests())
    rows = {table: source.scan(table) for table in source.tables()}

    def work(draft: Draft) -> None:
        for content in files.values():
            draft.put_file(content)
        for table, found in rows.items():
            for key, value in found:
                draft.put_row(table, key, value)

    target.change(work)
    same = all(target.scan(table) == found for table, found in rows.items())
    if not same or target.digests() != files.keys():
        raise StoreError("搬过去的内容和原来的不一致。原来的存储没有改动,请检查新的存储后再试。")
    return Copied(sum(map(len, rows.values())), len(files))
