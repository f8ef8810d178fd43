"""Groups of posts that documents define."""

from dataclasses import dataclass

from knowledge.roles.role import Passage

BODIES = ("委员会", "小组", "评审组", "工作组", "办公会", "联席会", "专班")  # how their names end


@dataclass(frozen=True, slots=True)
class Group:
    """A name for several posts, its members as the document writes them, and the sentence that defines it."""

    name: str
    members: tuple[str, ...]
    passage: Passage

    @property
    def is_body(self) -> bool:
        """Whether it acts as one: what the 采购委员会 decides none of its members decides."""
        return self.name.endswith(BODIES)
