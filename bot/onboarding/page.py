"""What a channel shows of the onboarding: text without mark-up, and choices by number."""

from dataclasses import dataclass

_FULL, _EMPTY = "■", "□"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: what is said, a line each, and below it the lines that prove it.

    `silent`: what the documents do not say, named in a word or two; empty where they say it.
    """

    lines: tuple[str, ...]
    proof: tuple[str, ...] = ()
    silent: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """`done` of `of` steps are behind the person; `choices` are taken by number, from 1; `chart`: the role
    whose organization chart goes well with the page, or empty."""

    title: str
    done: int
    of: int
    blocks: tuple[Block, ...]
    choices: tuple[str, ...] = ()
    chart: str = ""

    @property
    def bar(self) -> str:
        """How far the person is: ■■□□□□ 2/6."""
        return f"{_FULL * self.done}{_EMPTY * (self.of - self.done)} {self.done}/{self.of}"
