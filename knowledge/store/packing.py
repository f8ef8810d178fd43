"""Frozen dataclasses as plain JSON values, and back. What has its default value is left out.

Fields may come and go between releases: an unknown one is passed over, a missing one takes its default. So a
default must keep its meaning for good.
"""

import dataclasses
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Convert = Callable[[Any], Any]


def pack(value: Any) -> Any:
    """A dataclass, or what its fields may hold, as a JSON value."""
    kind: Any = type(value)
    return _packer(kind)(value)


def unpack(kind: type[_T], packed: Any) -> _T:
    """The dataclass of a JSON value. Raises ValueError, TypeError or KeyError where it does not fit."""
    hint: Any = kind
    made: _T = _unpacker(hint)(packed)
    return made


def clean(text: str) -> str:
    """Text that every store can hold: no halves of characters, and no NUL."""
    if text.isascii():
        return text.replace("\0", "\ufffd")
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


@cache
def _packer(kind: type) -> _Convert:
    if dataclasses.is_dataclass(kind):
        fields = [(field.name, _default(field)) for field in dataclasses.fields(kind)]
        return lambda value: {
            name: pack(held) for name, default in fields if (held := getattr(value, name)) != default
        }
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, str):
        return clean
    if issubclass(kind, frozenset):
        return lambda value: sorted(map(pack, value))
    if issubclass(kind, tuple | list):
        return lambda value: [pack(item) for item in value]
    if issubclass(kind, dict):
        return lambda value: {clean(str(key)): pack(item) for key, item in value.items()}
    return lambda value: value


def _default(field: "dataclasses.Field[Any]") -> Any:
    return field.default_factory() if callable(field.default_factory) else field.default


@cache
def _unpacker(kind: Any) -> _Convert:
    origin, arguments = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_unpacker(kind)
    if origin in (Union, UnionType):
        (inner,) = (_unpacker(argument) for argument in arguments if argument is not NoneType)
        return lambda packed: None if packed is None else inner(packed)
    if origin in (tuple, frozenset):
        make: Any = origin
        item = _unpacker(arguments[0])
        return lambda packed: make(map(item, packed))
    if origin is dict:
        key, item = map(_unpacker, arguments)
        return lambda packed: {key(name): item(value) for name, value in packed.items()}
    if isinstance(kind, type) and issubclass(kind, Enum | float):
        return kind
    return lambda packed: packed


def _dataclass_unpacker(kind: Any) -> _Convert:
    hints = get_type_hints(kind)
    fields = [(field.name, _unpacker(hints[field.name])) for field in dataclasses.fields(kind)]
    return lambda packed: kind(**{name: make(packed[name]) for name, make in fields if name in packed})
