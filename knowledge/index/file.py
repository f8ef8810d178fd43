"""Arrays in a file that is mapped into memory: a head that says what is where, then the arrays.

The head has a checksum of its own and one of each array. Small arrays are checked whenever a file is opened,
the large ones on request, since that reads all of them.
"""

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

VERSION = 2
_MAGIC = b"rolebot\x01"
_START = struct.Struct("<8sIII")  # magic, version, length and checksum of the head
_ALIGNED = 64  # bytes
_CHECKED = 1 << 22  # bytes of an array up to which it is checked on opening


class Unusable(StrEnum):
    """Why a stored index cannot be used and has to be built anew."""

    MISSING = "missing"
    OTHER_VERSION = "other version"
    DAMAGED = "damaged"
    OTHER_WORDS = "other words"  # made by cutting texts in another way


@dataclass(frozen=True)
class ArrayFile:
    """An open file: what was said of it, and its arrays, read-only."""

    about: dict[str, Any]
    arrays: dict[str, NDArray[Any]]
    checksum: int  # of the head, which holds those of the arrays: two files with the same one are the same


def write_arrays(path: Path, about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> int:
    """Puts a file in place of what is there, whole or not at all; its checksum. Raises OSError."""
    table, end = {}, 0
    for name, array in arrays.items():
        view = _bytes(np.ascontiguousarray(array))
        table[name] = [array.dtype.str, array.shape, end, zlib.crc32(view)]
        end += -(-view.nbytes // _ALIGNED) * _ALIGNED
    head = json.dumps({"about": about, "arrays": table, "size": end}, ensure_ascii=False).encode()
    checksum = zlib.crc32(head)
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(_START.pack(_MAGIC, VERSION, len(head), checksum))
            file.write(head)
            file.write(bytes(-file.tell() % _ALIGNED))
            for array in arrays.values():
                view = _bytes(np.ascontiguousarray(array))
                file.write(view)
                file.write(bytes(-view.nbytes % _ALIGNED))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return checksum


def read_arrays(path: Path, thorough: bool = False) -> ArrayFile | Unusable:
    """Opens a file; `thorough`: checks the large arrays too. Where it does not fit, the reason."""
    try:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError:
        return Unusable.MISSING
    except (OSError, ValueError):  # ValueError: an empty file
        return Unusable.DAMAGED
    if len(mapped) < _START.size:
        return Unusable.DAMAGED
    magic, version, length, checksum = _START.unpack_from(mapped)
    if magic != _MAGIC:
        return Unusable.DAMAGED
    if version != VERSION:
        return Unusable.OTHER_VERSION
    head = mapped[_START.size : _START.size + length]
    if zlib.crc32(head) != checksum or len(head) != length:
        return Unusable.DAMAGED
    said = json.loads(head)
    base = -(-(_START.size + length) // _ALIGNED) * _ALIGNED
    if len(mapped) != base + said["size"]:
        return Unusable.DAMAGED
    arrays = {}
    for name, (kind, shape, start, crc) in said["arrays"].items():
        count = int(np.prod(shape, dtype=np.int64))
        array = np.frombuffer(mapped, np.dtype(kind), count, base + start) if count else np.zeros(0, kind)
        array = array.reshape(shape)
        if (thorough or array.nbytes <= _CHECKED) and zlib.crc32(_bytes(array)) != crc:
            return Unusable.DAMAGED
        arrays[name] = array
    return ArrayFile(said["about"], arrays, checksum)


def _bytes(array: NDArray[Any]) -> memoryview:
    return array.reshape(-1).view(np.uint8).data
