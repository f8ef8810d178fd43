"""The first words: to a new member, in a group, and behind a link; and the links themselves."""

import base64
import binascii

from bot.channels.telegram import asking
from bot.channels.telegram.buttons import Keyboard
from bot.channels.telegram.case import Case
from bot.channels.telegram.example import example
from bot.channels.telegram.house import wording
from bot.channels.telegram.roles import named_role
from knowledge.store.kept.member import join

JOIN, _ROLE = "join_", "role_"


def start(case: Case, argument: str) -> None:
    """Greet; or show what a link leads to."""
    if argument.startswith(JOIN):
        enter(case, argument.removeprefix(JOIN))
    elif argument.startswith(_ROLE):
        name = _payload_role(argument)
        asking.ask(case, named_role(case, name) or name)
        return
    labels = wording()["buttons"]
    name = case.person.first_name if case.person else ""
    shown = example(case)
    keyboard: Keyboard = [
        [case.button(shown, "ask", shown)],
        [case.button(labels["roles"], "roles"), case.button(labels["org"], "org")],
        [case.button(labels["help"], "help")],
    ]
    case.say(case.words("hello", name=name) + f"\n· {shown}\n\n" + case.words("hello_end"), keyboard)


def welcome(case: Case) -> None:
    """The first thing that a member reads."""
    case.say(case.words("welcome_member"))
    start(case, "")


def enter(case: Case, code: str) -> bool:
    """Let the person in by an invitation."""
    name = case.person.full_name if case.person else ""
    return join(case.draft, code, str(case.person_id), name, case.house.clock()) is not None


def invitation(case: Case, code: str) -> str:
    """The link that lets somebody in."""
    return f"https://t.me/{case.house.username}?start={JOIN}{code}"


def greet_group(case: Case) -> None:
    """Say how to ask, when the bot has been added to a group."""
    changed = case.update.my_chat_member
    if changed is None or case.private:
        return
    outside = ("left", "kicked")
    if changed.old_chat_member.status in outside and changed.new_chat_member.status not in outside:
        words = {"username": case.house.username, "example": example(case)}
        case.say(case.words("hello_group", **words))


def role_payload(name: str) -> str:
    """The payload of a link to a role; empty where its name is too long for one."""
    coded = base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")
    return f"{_ROLE}{coded}" if len(coded) <= 59 else ""


def _payload_role(payload: str) -> str:
    """The name in the payload of a link to a role: as a link carries it, or as it is."""
    coded = payload.removeprefix(_ROLE)
    try:
        return base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return coded
