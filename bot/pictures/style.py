"""How pictures look, and their words: the table `style.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def style() -> dict[str, Any]:
    """Sizes in pixels and colours."""
    table: dict[str, Any] = _table()["style"]
    return table


@cache
def words() -> dict[str, str]:
    """Everything that a picture says by itself."""
    table: dict[str, str] = _table()["words"]
    return table


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("bot.pictures").joinpath("style.toml").read_text("utf-8"))
