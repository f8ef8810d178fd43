"""Who may ask: everyone, listed people, admins, people who were let in, members of company groups."""

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.store.draft import View
from knowledge.store.kept.member import Member


@dataclass(frozen=True, slots=True)
class Access:
    """`groups`: chats whose members may ask."""

    everyone: bool
    members: Collection[int]
    admins: Collection[int]
    groups: Collection[int]

    def allows(self, view: View, person: int, chat: int) -> bool:
        """Whether a person may ask in a chat, as far as it can be told without asking Telegram. Who was shut
        out may not, whatever else would let the person in."""
        if person in self.admins:
            return True
        member = view.get(Member, str(person))
        if member is not None:
            return not member.barred
        return self.everyone or person in self.members or chat in self.groups

    def barred(self, view: View, person: int) -> bool:
        """Whether a person was shut out."""
        member = view.get(Member, str(person))
        return member is not None and member.barred
