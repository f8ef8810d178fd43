"""Functions of dataclasses, compiled once and kept: the classes are the same, nothing is compiled again."""

import dataclasses
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, dataclass, field, replace
from pathlib import Path

import pytest

from knowledge.generated import keep_generated
from knowledge.workings import WORKINGS


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    WORKINGS.keep_in(tmp_path / "workings")
    keep_generated()
    yield tmp_path / "workings"
    vars(dataclasses).pop("exec")
    WORKINGS.keep_in(None)


def _made() -> type:
    @dataclass(frozen=True, slots=True)
    class Line:
        """A line."""

        text: str
        number: int = 1
        places: list[int] = field(default_factory=list, compare=False, repr=False)

    return Line


def _does_as_it_should(line: type) -> bool:
    one, two = line("a"), line("a", 1, [3])
    with pytest.raises(FrozenInstanceError):
        one.text = "b"
    return (
        one == two
        and hash(one) == hash(two)
        and repr(replace(one, number=2)).endswith("(text='a', number=2)")
    )


def test_what_was_kept_makes_the_same_class(kept: Path) -> None:
    assert _does_as_it_should(_made())
    WORKINGS.save()
    size = kept.stat().st_size
    assert size > 1_000
    WORKINGS.keep_in(kept)
    kept.unlink()
    assert _does_as_it_should(_made())
    WORKINGS.save()  # nothing new
    assert not kept.exists()


def test_without_anything_kept_it_is_the_same_class(kept: Path) -> None:
    WORKINGS.keep_in(None)
    assert _does_as_it_should(_made())
