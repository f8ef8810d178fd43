"""Whether a role holds a right: by its name, or as one of those that a line names together (科室负责人)."""

from collections.abc import Sequence

from knowledge.grouping import MEMBER
from knowledge.organization import Organization
from knowledge.questions.match import Match
from knowledge.questions.tiers import holders


def holds(match: Match, names: Sequence[str], others: Sequence[str], organization: Organization) -> bool:
    """Whether one of the roles `names` holds the right of a match over `others`, the roles that the question
    names beside them: the head of one department has nobody's leave in another to grant."""
    return any(
        holder in names or any(_means(holder, name, others, organization) for name in names)
        for holder in holders(match, organization)
    )


def _means(holder: str, name: str, others: Sequence[str], organization: Organization) -> bool:
    """Whether a line that names `holder` means a role, as far as can be known."""
    if holder in organization.posts:
        return False
    homes = {other: organization.posts[other].home for other in others if other in organization.posts}
    placed = [other for other, home in homes.items() if home or organization.superiors(other)]
    below = placed or [line.subordinate for line in organization.subordinates(name)]
    stepped = [organization.step_for(holder, other) == name for other in below]
    if all(stepped) if placed else any(stepped):  # 直接上级, of those named or of his own people
        return bool(stepped)
    if organization.fit([holder], name) != MEMBER:
        return False
    return all(
        organization.step_for(holder, other) == name or _is_home(name, other, organization)
        for other in placed
    )


def _is_home(name: str, other: str, organization: Organization) -> bool:
    home = organization.posts[other].home
    return bool(home) and name in organization.posts and organization.posts[name].home == home
