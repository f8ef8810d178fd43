"""Groups of posts that documents define."""

from dataclasses import dataclass

from knowledge.roles.role import Passage


@dataclass(frozen=True, slots=True)
class Group:
    """A name for several posts, its members as the document writes them, and the sentence that defines it."""

    name: str
    members: tuple[str, ...]
    passage: Passage
