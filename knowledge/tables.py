"""The language tables (*.toml) that ship with the package."""

from functools import cache
from pkgutil import get_data
from typing import Any
from zlib import adler32, crc32

from knowledge.errors import TableError
from knowledge.workings import WORKINGS


@cache
def load_table(package: str, name: str) -> dict[str, Any]:
    """The table `name` of `package`; read once. Raises TableError where it is not valid TOML."""
    return WORKINGS.recall(f"table {table_digest(package, name)}", lambda: _read(name, _data(package, name)))


@cache
def table_digest(package: str, name: str) -> str:
    """What tells the table from others and from what it was before."""
    data = _data(package, name)
    return f"{package} {name} {len(data)} {crc32(data)} {adler32(data)}"


@cache
def _data(package: str, name: str) -> bytes:
    return get_data(package, name) or b""


def _read(name: str, data: bytes) -> dict[str, Any]:
    import tomli  # compiled: a third of the time that the standard library's takes

    try:
        return tomli.loads(data.decode())
    except tomli.TOMLDecodeError as error:
        raise TableError(f"语言表 {name} 格式有误:{error}") from error
