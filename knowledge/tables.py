"""The language tables (*.toml) that ship with the package."""

from functools import cache
from pkgutil import get_data
from typing import Any

import tomli  # compiled: a third of the time that the standard library's takes, and all commands wait for it

from knowledge.errors import TableError


@cache
def load_table(package: str, name: str) -> dict[str, Any]:
    """The table `name` of `package`; read once. Raises TableError where it is not valid TOML."""
    try:
        return tomli.loads((get_data(package, name) or b"").decode())
    except tomli.TOMLDecodeError as error:
        raise TableError(f"语言表 {name} 格式有误:{error}") from error
