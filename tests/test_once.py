"""What is worked out once: for an instance, and by a function for what keeps it."""

from typing import Any

from knowledge.once import kept, once


class _Thing:
    def __init__(self, number: int) -> None:
        self.number, self.made = number, 0
        self.kept: dict[Any, Any] = {}

    @once
    def double(self) -> int:
        self.made += 1
        return 2 * self.number


@kept
def nothing_of(thing: _Thing) -> None:
    """Nothing, which is worked out once too."""
    thing.made += 1


@kept
def half_of(thing: _Thing) -> float:
    """Half of it."""
    thing.made += 1
    return thing.number / 2


def test_an_attribute_is_worked_out_once() -> None:
    thing = _Thing(4)
    assert (thing.double, thing.double, thing.made) == (8, 8, 1)


def test_a_function_is_worked_out_once_for_each_that_keeps_it() -> None:
    one, two = _Thing(4), _Thing(6)
    assert [half_of(one), half_of(two), half_of(one)] == [2.0, 3.0, 2.0]
    assert (one.made, two.made) == (1, 1)


def test_nothing_is_a_value() -> None:
    thing = _Thing(4)
    for _ in range(2):
        assert nothing_of(thing) is None
    assert half_of(thing) == 2.0
    assert thing.made == 2


def test_a_function_that_is_kept_says_what_it_does() -> None:
    assert half_of.__doc__ == "Half of it."
