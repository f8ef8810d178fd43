"""Frozen dataclasses as bytes, and back: nested tuples of plain values in the form of marshal.

That form differs between versions of Python, so what is kept says which one wrote it; unlike pickle, reading
it makes nothing but plain values.
"""

import dataclasses
import marshal
from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Convert = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, NoneType, bytes)


class Coding(Generic[_T]):
    """One kind of value: a dataclass, or what its fields may hold."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    @cached_property
    def _plain(self) -> _Convert | None:
        return _plain(self._kind)

    @cached_property
    def _made(self) -> _Convert | None:
        return _made(self._kind)

    def write(self, value: _T) -> bytes:
        """The value as bytes."""
        plain: Any = self._plain(value) if self._plain else value
        return marshal.dumps(plain)

    def read(self, written: memoryview | bytes) -> _T:
        """The value of bytes. Raises ValueError, TypeError or EOFError where they are damaged."""
        value = marshal.loads(written)
        made: _T = self._made(value) if self._made else value
        return made

    def field(self, written: memoryview | bytes, name: str) -> Any:
        """One field of the value of bytes, which is a dataclass; the others are not made. Raises as `read`
        does."""
        at, made = _field(self._kind, name)
        plain = marshal.loads(written)[at]
        return made(plain) if made else plain


@cache
def _field(kind: Any, name: str) -> tuple[int, _Convert | None]:
    """Where a dataclass has a field, and how its value is made."""
    names = [field.name for field in dataclasses.fields(kind)]
    return names.index(name), _made(get_type_hints(kind)[name])


@cache
def _plain(kind: Any) -> _Convert | None:
    """How a value is made plain; None where it is."""
    origin, arguments = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        fields = [(field.name, _plain(hints[field.name])) for field in dataclasses.fields(kind)]
        return lambda value: tuple(
            convert(getattr(value, name)) if convert else getattr(value, name) for name, convert in fields
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    if origin in (Union, UnionType):
        (inner,) = (_plain(argument) for argument in arguments if argument is not NoneType)
        return inner and (lambda value: None if value is None else inner(value))
    if origin is dict:
        key, item = _plain(arguments[0]), _plain(arguments[1])
        return lambda value: tuple((key(k) if key else k, item(v) if item else v) for k, v in value.items())
    if origin in (tuple, list, frozenset):
        if len(arguments) > 1 and arguments[1] is not ...:
            parts = [_plain(argument) for argument in arguments]
            return lambda value: tuple(p(v) if p else v for p, v in zip(parts, value, strict=True))
        each = _plain(arguments[0])
        return lambda value: tuple(map(each, value)) if each else tuple(value)
    return None if kind in _PLAIN else lambda value: value


@cache
def _made(kind: Any) -> _Convert | None:
    """How a value is made of a plain one; None where it is one."""
    origin, arguments = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [_made(hints[field.name]) for field in dataclasses.fields(kind)]
        made: Any = kind
        if not any(parts):
            return lambda plain: made(*plain)
        return _filled(made, [(at, convert) for at, convert in enumerate(parts) if convert])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if origin in (Union, UnionType):
        (inner,) = (_made(argument) for argument in arguments if argument is not NoneType)
        return inner and (lambda plain: None if plain is None else inner(plain))
    if origin is dict:
        key, item = _made(arguments[0]), _made(arguments[1])
        return lambda plain: {(key(k) if key else k): (item(v) if item else v) for k, v in plain}
    if origin in (tuple, list, frozenset):
        gather: Any = origin
        if len(arguments) > 1 and arguments[1] is not ...:
            several = [_made(argument) for argument in arguments]
            if not any(several) and origin is tuple:
                return None
            return lambda plain: tuple(p(v) if p else v for p, v in zip(several, plain, strict=True))
        each = _made(arguments[0])
        return (lambda plain: gather(map(each, plain))) if each else None if origin is tuple else gather
    return None


def _filled(kind: Callable[..., Any], converted: Sequence[tuple[int, _Convert]]) -> _Convert:
    """How a dataclass is made whose fields at some places are `converted`."""

    def make(plain: Any) -> Any:
        values = list(plain)
        for at, convert in converted:
            values[at] = convert(values[at])
        return kind(*values)

    return make
