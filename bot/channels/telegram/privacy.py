"""What is stored of a person, and its deletion."""

import time
from collections.abc import Callable

from bot.channels.telegram.case import Case
from bot.channels.telegram.posted import Posted
from knowledge.store.kept.conversation import Conversation
from knowledge.store.kept.feedback import Feedback
from knowledge.store.kept.member import Member
from knowledge.store.kept.person import Person


def show(case: Case, _: str) -> None:
    """Say what is stored, with a button to delete it."""
    draft, person_id = case.draft, str(case.person_id)
    nothing, something = case.words("privacy_nothing"), case.words("privacy_something")
    member, person = draft.get(Member, person_id), draft.get(Person, person_id)
    since = time.strftime("%Y-%m-%d", time.localtime(member.since)) if member and member.since else ""
    text = case.words(
        "privacy",
        member=case.words("privacy_member", since=since) if since else "",
        roles="、".join(person.roles) if person and person.roles else nothing,
        conversation=something if _conversations(case) else nothing,
        feedback=len(_feedback(case)),
        steps=something if person and person.steps else nothing,
    )
    case.say(text, [[case.button(case.words("privacy_delete"), "wipe")]])


def _sure(case: Case, _: str) -> None:
    yes = case.button(case.words("privacy_yes"), "wiped")
    case.say(case.words("privacy_sure"), [[yes, case.button(case.words("privacy_no"), "kept")]])


def _delete(case: Case, _: str) -> None:
    draft = case.draft
    draft.remove(Person, str(case.person_id))
    for conversation in _conversations(case):
        draft.remove(Conversation, conversation.key)
    for feedback in _feedback(case):
        draft.remove(Feedback, feedback.key)
    for posted in draft.all(Posted):
        if posted.chat == case.person_id:
            draft.remove(Posted, posted.key)
    case.say(case.words("privacy_deleted"))


def _keep(case: Case, _: str) -> None:
    case.say(case.words("privacy_kept"))


def _conversations(case: Case) -> list[Conversation]:
    """The person's conversations: in private, and in every group."""
    own, ending = f"telegram:{case.person_id}", f":{case.person_id}"
    return [c for c in case.draft.all(Conversation) if c.chat == own or _is_ours(c.chat, ending)]


def _is_ours(chat: str, ending: str) -> bool:
    return chat.startswith("telegram:") and chat.count(":") == 2 and chat.endswith(ending)


def _feedback(case: Case) -> list[Feedback]:
    return [feedback for feedback in case.draft.all(Feedback) if feedback.person == str(case.person_id)]


ACTIONS: dict[str, Callable[[Case, str], None]] = {"wipe": _sure, "wiped": _delete, "kept": _keep}
