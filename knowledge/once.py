"""What is worked out when it is first asked for, and kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Protocol, TypeVar, overload

_V = TypeVar("_V")


class Keeping(Protocol):
    """Something that keeps what functions of it have worked out."""

    kept: dict[Any, Any]


_K = TypeVar("_K", bound=Keeping)


def kept(make: Callable[[_K], _V]) -> Callable[[_K], _V]:
    """A function of something, worked out once and kept with it."""

    @wraps(make)
    def found(of: _K) -> _V:
        known = of.kept
        if make not in known:
            known[make] = make(of)
        worked_out: _V = known[make]
        return worked_out

    return found


class once(Generic[_V]):
    """`functools.cached_property` without its lock, for what every question works out anew: two threads that
    ask at once work out the same."""

    def __init__(self, make: Callable[[Any], _V]) -> None:
        self._make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> "once[_V]": ...
    @overload
    def __get__(self, instance: object, owner: type | None = None) -> _V: ...
    def __get__(self, instance: object | None, owner: type | None = None) -> "_V | once[_V]":
        if instance is None:
            return self
        found = self._make(instance)
        instance.__dict__[self._name] = found
        return found
