"""The words of the onboarding and what it asks: the table `onboarding.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """The whole table."""
    return tomllib.loads(files("bot.onboarding").joinpath("onboarding.toml").read_text("utf-8"))


@cache
def words() -> dict[str, str]:
    """Everything that the onboarding says by itself."""
    found: dict[str, str] = table()["words"]
    return found
