"""The language tables (*.toml) that ship with the package."""

import tomllib
from functools import cache
from pkgutil import get_data
from typing import Any

from knowledge.errors import TableError


@cache
def load_table(package: str, name: str) -> dict[str, Any]:
    """The table `name` of `package`; read once. Raises TableError where it is not valid TOML."""
    try:
        return tomllib.loads((get_data(package, name) or b"").decode())
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"语言表 {name} 格式有误:{error}") from error
