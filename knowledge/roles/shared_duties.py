"""What every post has to do: 共同职责, 通用职责 beside the descriptions of posts, told of each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import unnumbered, unwrapped
from knowledge.roles.items import passages
from knowledge.roles.labels import labels
from knowledge.roles.lines import Line
from knowledge.roles.role import Listing, Role
from knowledge.text import fold


def is_shared(heading: str) -> bool:
    """Whether a heading is that of what all posts have to do."""
    plain = fold(unwrapped(unnumbered(heading))).rstrip(": ")
    return labels().shared.fullmatch(plain) is not None


def with_shared_headings(blocks: Iterable[Block]) -> list[Block]:
    """The blocks; such a heading without mark-up is made one."""
    return [
        replace(b, kind=Kind.HEADING, level=1, text=unwrapped(unnumbered(b.text)).rstrip("：: "), number=None)
        if b.kind in (Kind.TEXT, Kind.ITEM) and is_shared(b.text)
        else b
        for b in blocks
    ]


def with_shared_duties(roles: Sequence[Role], shared: Sequence[tuple[str, Sequence[Line]]]) -> list[Role]:
    """The roles, each with the lines under such headings; `shared`: the headings with their lines."""
    listings = [Listing(heading, tuple(passages(lines))) for heading, lines in shared]
    told = tuple(listing for listing in listings if listing.items)
    return [replace(role, others=(*role.others, *told)) for role in roles] if told else list(roles)
