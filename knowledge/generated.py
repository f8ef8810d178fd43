"""The functions that dataclasses write for their classes, compiled once and kept: to compile them anew takes
a fifth of the time of a single question, imports and all.
"""

import dataclasses
from typing import Any

from knowledge.workings import WORKINGS


def keep_generated() -> None:
    """Let the dataclasses that are made from now on take their functions from what is kept; a Python that
    makes them in another way goes on doing so."""
    vars(dataclasses)["exec"] = _run


def _run(source: str, names: dict[str, Any], own: dict[str, Any]) -> None:
    """`exec`, as dataclasses call it."""
    code: Any = WORKINGS.recall(f"code {source}", lambda: compile(source, "<string>", "exec"))
    exec(code, names, own)  # what the standard library wrote
