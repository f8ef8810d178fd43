"""Who may ask: members, and the invitations by which people become members."""

from dataclasses import dataclass, replace
from typing import ClassVar

from knowledge.store.draft import Draft
from knowledge.store.record import Record


@dataclass(frozen=True, slots=True)
class Member(Record):
    """A person who may ask, or was shut out.

    `person`: the channel's id; `name`: as shown to admins; `since`: seconds since 1970; `by`: the admin, or
    the code of the invitation; `barred`: shut out, so that no invitation lets the person in again.
    """

    TABLE: ClassVar[str] = "members"
    person: str
    name: str = ""
    since: float = 0.0
    by: str = ""
    barred: bool = False

    @property
    def key(self) -> str:
        """The person."""
        return self.person


@dataclass(frozen=True, slots=True)
class Invite(Record):
    """An invitation. `left`: how many may still use it; `until`: seconds since 1970 when it ends, 0:
    never."""

    TABLE: ClassVar[str] = "invites"
    code: str
    by: str = ""
    at: float = 0.0
    left: int = 1
    until: float = 0.0

    @property
    def key(self) -> str:
        """The code."""
        return self.code


def join(draft: Draft, code: str, person: str, name: str, at: float) -> Member | None:
    """Let a person in by an invitation and count it; None where the code is unknown, used up or over, or the
    person is barred. A member who uses one again stays a member and uses nothing up."""
    member = draft.get(Member, person)
    if member is not None:
        return None if member.barred else member
    invite = draft.get(Invite, code)
    if invite is None or invite.left < 1 or (invite.until and at >= invite.until):
        return None
    member = Member(person, name, at, by=code)
    draft.put(member)
    if invite.left > 1:
        draft.put(replace(invite, left=invite.left - 1))
    else:
        draft.remove(Invite, code)
    return member
