"""Why a document is not read, in words for the user: the wordings are in problems.toml."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from knowledge.errors import DocumentError
from knowledge.tables import load_table


def problem(key: str, name: str, **facts: object) -> DocumentError:
    """The error that tells what is wrong with the document `name`, with its `facts` filled in."""
    return DocumentError(wording(key, name, **facts))


def wording(key: str, name: str, **facts: object) -> str:
    """A wording about the document `name`. With `suffix=".docx"` it knows the program for it."""
    table = _table()
    suffix = str(facts.get("suffix", ""))
    known = {"program": table["programs"].get(suffix, ""), "expected": table["expected"].get(suffix, "")}
    text: str = table[key]
    return text.format(name=name, **{**known, **facts})


@contextmanager
def opening(name: str, suffix: str) -> Iterator[None]:
    """While a library reads the document: whatever a damaged one makes it raise becomes a DocumentError that
    tells to save it anew as `suffix`."""
    try:
        yield
    except (DocumentError, ImportError, MemoryError):
        raise
    except Exception as error:
        raise problem("broken", name, suffix=suffix) from error


@cache
def _table() -> dict[str, Any]:
    return load_table(__package__, "problems.toml")
