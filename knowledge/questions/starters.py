"""Questions to start from, of what the documents tell."""

from collections.abc import Iterator
from itertools import chain, islice

from knowledge.organization import Organization

_LOOKED_AT = 1_000  # posts
_LONGEST = 6  # characters of a matter
_MOST = 3


def starters(organization: Organization) -> tuple[str, ...]:
    """Questions about a described post; where there is none, about what departments do and who approves
    what. Three at most, none where the documents have rules alone."""
    if described := _described(organization):
        first = next((name for name in described if organization.subordinates(name)), described[0])
        return (f"{first}的下级是谁", f"{first}的职责有哪些", f"{first}有哪些权限")
    asked = chain(_approvals(organization), (f"{name}的职责有哪些" for name in organization.departments))
    return tuple(islice(dict.fromkeys(asked), _MOST))


def describes_posts(organization: Organization) -> bool:
    """Whether the documents describe a post."""
    return bool(_described(organization))


def _described(organization: Organization) -> list[str]:
    return [post.name for post in islice(organization.posts.values(), _LOOKED_AT) if post.described]


def _approvals(organization: Organization) -> Iterator[str]:
    last = (approval.matter.split()[-1] for approval in organization.approvals if approval.matter.strip())
    short = (matter for matter in dict.fromkeys(last) if len(matter) <= _LONGEST)
    yield from (f"谁审批{matter}" for matter in islice(short, 2))
