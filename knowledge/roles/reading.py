"""What one document says, as a whole."""

from dataclasses import dataclass

from knowledge.roles.approval import Approval
from knowledge.roles.role import Department, Passage, Role


@dataclass(frozen=True, slots=True)
class Reading:
    """Roles, departments and approvals of a document, the lines that meant nothing, the page around it."""

    document: str
    roles: tuple[Role, ...]
    departments: tuple[Department, ...]
    approvals: tuple[Approval, ...]
    unplaced: tuple[Passage, ...]
    frame: tuple[Passage, ...]
