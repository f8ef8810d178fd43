"""An organization as a tree of posts, and the part of it that is worth drawing."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from knowledge.organization import Organization
from knowledge.reporting import Reporting
from knowledge.roles.labels import Field

_MOST_AGAIN = 5  # posts below a superior that have their place elsewhere


class Link(Enum):
    """How a row hangs below the one above it: as its subordinate, by a dotted line, or as one more superior's
    subordinate who has his place below another."""

    SOLID = "solid"
    DOTTED = "dotted"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Post:
    """A role as far as a tree shows it.

    `parent`: below whom it has its place, empty at the top; `dotted`: its superiors by dotted line; `others`:
    its superiors besides the parent; `below`: how many have their place below it.
    """

    name: str
    described: bool
    department: str
    headcount: str
    parent: str
    dotted: tuple[str, ...]
    others: tuple[str, ...]
    below: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a drawn tree: a post, or how many `more` are not shown there.

    `under`: the post it is drawn below, empty at the top; `focus`: whether the tree was drawn for its sake.
    """

    depth: int
    post: Post | None = None
    link: Link = Link.SOLID
    under: str = ""
    focus: bool = False
    more: int = 0

    @property
    def at_home(self) -> bool:
        """Whether the post has its place here, and is not named here once again."""
        return self.post is not None and self.under in ("", self.post.parent)


class Tree:
    """Every role at one place: below its first superior, else below its first superior by dotted line."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._parents: dict[str, str] = {}
        for name in organization.roles:
            if (parent := self._first_superior(name)) and not self._is_above(name, parent):
                self._parents[name] = parent
        self._children: dict[str, list[str]] = {}
        for name, parent in self._parents.items():
            self._children.setdefault(parent, []).append(name)
        self._tops = [name for name in organization.roles if name not in self._parents]

    def whole(self, most: int) -> list[Row]:
        """The tree from the top, at most so many posts of it: the upper ones before the lower ones."""
        chosen: set[str] = set()
        ahead = deque(self._tops)
        while ahead and len(chosen) < most:
            name = ahead.popleft()
            chosen.add(name)
            ahead.extend(self._children.get(name, ()))
        tops = [name for name in self._tops if name in chosen]
        rows = [row for top in tops for row in self._branch(top, chosen, "")]
        left = len(self._tops) - len(tops)
        return [*rows, Row(0, more=left)] if left else rows

    def around(self, name: str, most: int) -> list[Row]:
        """The neighbourhood of a post, at most so many: its superiors, its subordinates, its colleagues, and
        those below its subordinates, as far as there is room; then its superiors by dotted line."""
        line = self._line(name)
        children = self._children.get(name, [])
        near = [name, *line, *children, *(self._children.get(line[0], ()) if line else ())]
        near += [low for child in children for low in self._children.get(child, ())]
        chosen = set(list(dict.fromkeys(near))[:most])
        top = next((high for high in reversed([name, *line]) if high in chosen), name)
        dotted = _superiors(self._organization.superiors(name, dotted=True))
        apart = [high for high in dotted if high not in chosen]
        rows = list(self._branch(top, chosen, name))
        return [*rows, *(row for high in apart for row in self._dotted_branch(high, name))]

    def _first_superior(self, name: str) -> str:
        lines = self._organization.superiors(name) or self._organization.superiors(name, dotted=True)
        return lines[0].superior if lines else ""

    def _is_above(self, name: str, other: str) -> bool:
        """Whether a post stands above another or is it, so that hanging it below would make a circle."""
        while other and other != name:
            other = self._parents.get(other, "")
        return other == name

    def _line(self, name: str) -> list[str]:
        found = []
        while name := self._parents.get(name, ""):
            found.append(name)
        return found

    def _branch(self, top: str, chosen: set[str], focus: str) -> Iterator[Row]:
        """The chosen posts from one on downwards, with how many are left out below each."""
        ahead = [self._row(0, top, Link.SOLID, "", focus)]
        while ahead:
            row = ahead.pop()
            yield row
            if row.post is None or not row.at_home:
                continue
            name, depth = row.post.name, row.depth + 1
            children = self._children.get(name, [])
            shown = [child for child in children if child in chosen]
            below = [self._row(depth, child, self._link(child, name), name, focus) for child in shown]
            if len(children) > len(shown):
                below.append(Row(depth, more=len(children) - len(shown), under=name))
            if focus in ("", name):
                below += [*self._again(row, Link.DOTTED, focus), *self._again(row, Link.AGAIN, focus)]
            ahead += reversed(below)

    def _again(self, row: Row, link: Link, focus: str) -> Iterator[Row]:
        """Below a post, those who hang there too but have their place elsewhere."""
        name = row.post.name if row.post else ""
        lower = self._below(name, dotted=link is Link.DOTTED)
        yield from (self._row(row.depth + 1, low, link, name, focus) for low in lower[:_MOST_AGAIN])
        if len(lower) > _MOST_AGAIN:
            yield Row(row.depth + 1, None, link, name, more=len(lower) - _MOST_AGAIN)

    def _dotted_branch(self, high: str, name: str) -> Iterator[Row]:
        """A superior by dotted line that stands elsewhere, with the post below it."""
        yield self._row(0, high, Link.SOLID, "", name)
        yield self._row(1, name, Link.DOTTED, high, name)

    def _below(self, name: str, dotted: bool) -> list[str]:
        """Who has a line to a post besides those who have their place below it."""
        lines = self._organization.subordinates(name, dotted=dotted)
        lower = [line.subordinate for line in lines if self._parents.get(line.subordinate) != name]
        return [low for low in lower if name in _superiors(self._organization.superiors(low, dotted=dotted))]

    def _link(self, name: str, parent: str) -> Link:
        return Link.SOLID if parent in _superiors(self._organization.superiors(name)) else Link.DOTTED

    def _row(self, depth: int, name: str, link: Link, under: str, focus: str) -> Row:
        role = self._organization.role(name)
        parent = self._parents.get(name, "")
        solid = _superiors(self._organization.superiors(name))
        post = Post(
            name,
            role.described,
            role.department,
            role.text(Field.HEADCOUNT) or "",
            parent,
            tuple(_superiors(self._organization.superiors(name, dotted=True))),
            tuple(above for above in solid if above != parent),
            len(self._children.get(name, ())),
        )
        return Row(depth, post, link, under, name == focus)


def _superiors(lines: Iterable[Reporting]) -> list[str]:
    return [line.superior for line in lines]
