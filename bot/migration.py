"""The command `rolebot migrate`: everything in one store into another."""

import argparse
import sys

from bot.stored import store_address
from knowledge import KnowledgeError
from knowledge.errors import StoreError
from knowledge.store.address import default_folder, open_store
from knowledge.store.copying import copy_store
from knowledge.tables import load_table

_DONE, _BAD_INPUT = 0, 2


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    command.add_argument("--from", dest="source", metavar="STORE", help="从哪里搬；不给则用默认的文件夹")
    command.add_argument(
        "--to", metavar="STORE", help="搬到哪里，例如 postgresql://…；不给则用 ROLEBOT_STORE"
    )


def migrate(parsed: argparse.Namespace) -> int:
    """Run the command; the result is the exit code."""
    words = load_table("bot", "importing.toml")["migrate"]
    source, target = parsed.source or str(default_folder()), parsed.to or store_address()
    try:
        if not target or source == target:
            raise StoreError(words["where"])
        # both are held while it lasts, so that nothing is written that would be left behind
        with open_store(source) as old, open_store(target) as new:
            for line in (*old.notices, *new.notices):
                print(line, file=sys.stderr)
            if not old.tables() and not old.digests():
                raise StoreError(words["nothing"].format(source=source))
            if new.tables() or new.digests():
                raise StoreError(words["not_empty"])
            copied = copy_store(old, new)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    print(words["done"].format(rows=copied.rows, files=copied.files))
    return _DONE
