"""What one document says, as a whole."""

from dataclasses import dataclass

from knowledge.roles.approval import Approval
from knowledge.roles.bounds import NOT_SAID, Bounds
from knowledge.roles.group import Group
from knowledge.roles.role import Department, Listing, Passage, Role


@dataclass(frozen=True, slots=True)
class Reading:
    """Roles, departments and approvals of a document, the lines that meant nothing, the page around it.

    `mentioned`: roles without a description of which sentences say something. `groups`: names for several
    posts. `provisions`: lines of chapters that are about no role, under their heading. `bounds`: what it
    says of the ends of all its ranges.
    """

    document: str
    roles: tuple[Role, ...]
    departments: tuple[Department, ...]
    approvals: tuple[Approval, ...]
    unplaced: tuple[Passage, ...]
    frame: tuple[Passage, ...]
    mentioned: tuple[Role, ...] = ()
    groups: tuple[Group, ...] = ()
    provisions: tuple[Listing, ...] = ()
    bounds: Bounds = NOT_SAID
