"""An item of the self-test: something that the documents say or do not say, to be asked in several ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from knowledge.roles.role import Role

ANSWERED, REFUSED = ("answered",), ("not_found", "ambiguous")
_BODIES = ("部", "科", "处", "室", "组", "会", "局", "中心", "公司", "部门")
NO = ("answered", "not_found")  # how the bot may deny a right: by a no, or by saying that nothing is written


@dataclass(frozen=True)
class Item:
    """`kind`: of question; `wording`: the entry of the wordings; `slots`: what fills them; `garbled`: those
    that a typing error may hit; the rest is what a gold has."""

    kind: str
    wording: str
    slots: Mapping[str, str]
    garbled: tuple[str, ...] = ()
    status: tuple[str, ...] = ANSWERED
    roles: tuple[str, ...] | None = None
    roles_ok: tuple[str, ...] = ()
    verdict: bool | None = None
    has: tuple[str, ...] = ()
    note: str = ""


def is_post(role: Role) -> bool:
    """Whether a role is a post, not a department or body that a document names in its place."""
    return role.described or not role.name.endswith(_BODIES)


def lot(*texts: object) -> int:
    """A number drawn by texts: the same for the same texts, else any."""
    return int.from_bytes(sha256("\0".join(map(str, texts)).encode()).digest()[:8], "big")
