"""Commands, by name; and the menus in which Telegram offers them."""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any

from bot.channels.telegram import asking, onboarding, privacy
from bot.channels.telegram.call import Call
from bot.channels.telegram.case import Case
from bot.channels.telegram.choosing import choose_role
from bot.channels.telegram.example import example, example_role
from bot.channels.telegram.greeting import start
from bot.channels.telegram.house import House, wording
from bot.channels.telegram.keeper.actions import COMMANDS as KEEPER_COMMANDS
from bot.channels.telegram.roles import named_role, path_menu, show_organization
from knowledge.store.kept.conversation import Conversation
from knowledge.store.kept.person import Person

_EVERYWHERE = ("ask", "role", "org", "path", "compare", "help")
_PRIVATE = ("start", "role", "org", "path", "me", "compare", "onboard", "privacy", "cancel", "help")
_ADMIN = ("import", "check", "unanswered", "teach", "members", "stats")


def help_(case: Case, _: str) -> None:
    """How to ask, and every command that the person may use here."""
    username = case.house.username
    meanings = wording()["commands"]
    lines = [case.words("help"), case.words("help_group", username=username)]
    lines += [case.words("help_inline", username=username), ""]
    names = _PRIVATE if case.private else _EVERYWHERE
    lines += [case.words("help_line", command=name, meaning=meanings[name]) for name in names]
    if case.private and case.admin:
        lines += ["", case.words("help_admin")]
        lines += [case.words("help_line", command=name, meaning=meanings[name]) for name in _ADMIN]
    case.say("\n".join(lines))


def _start(case: Case, argument: str) -> None:
    start(case, argument)
    if case.private and case.admin:
        case.calls.append(admin_menu(case.person_id))


def _ask(case: Case, argument: str) -> None:
    question = argument or asking.replied_text(case)
    if question:
        asking.ask(case, question)
    else:
        case.say(case.words("ask_what", example=example(case)))


def _role(case: Case, argument: str) -> None:
    if not argument:
        choose_role(case, case.words("role_which"), "role")
    else:
        asking.ask(case, named_role(case, argument) or argument)


def _org(case: Case, argument: str) -> None:
    show_organization(case, argument)


def _path(case: Case, argument: str) -> None:
    role, _, matter = argument.partition(" ")
    person = case.draft.get(Person, str(case.person_id))
    name = named_role(case, role) if role else None
    if role and matter:
        asking.ask(case, case.words("path_question", role=name or role, matter=matter.strip()))
    elif role and name is None and person and person.roles:
        asking.ask(case, case.words("path_question", role=person.roles[0], matter=role))
    elif name or (person and person.roles):
        path_menu(case, name or (person.roles[0] if person else ""))
    elif role:
        asking.ask(case, role)
    else:
        shown = case.words("path_example", role=example_role(case))
        choose_role(case, case.words("path_which_role", example=shown), "path")


def _me(case: Case, argument: str) -> None:
    person = case.draft.get(Person, str(case.person_id)) or Person(str(case.person_id))
    name = named_role(case, argument) if argument else None
    if name:
        set_me(case, name)
    elif argument:
        case.say(case.words("role_unknown", name=argument))
    elif person.roles:
        keyboard = asking.role_buttons(case, person.roles[0])
        keyboard.append([case.button(wording()["buttons"]["forget_me"], "me")])
        case.say(case.words("me_known", roles="、".join(person.roles)), keyboard)
    else:
        choose_role(case, case.words("me_unknown"), "me")


def set_me(case: Case, role: str) -> None:
    """Remember the person's role; an empty one: forget it."""
    person = case.draft.get(Person, str(case.person_id)) or Person(str(case.person_id))
    roles = (role,) if role else ()
    case.draft.put(Person(person.person, roles, person.steps, person.started, person.settings))
    case.draft.remove(Conversation, case.conversation)
    if role:
        case.say(case.words("me_set", role=role), asking.role_buttons(case, role))
    else:
        case.say(case.words("me_forgotten"))


def _compare(case: Case, argument: str) -> None:
    names = [name for name in re.split(r"[\s,，、和与跟]+", argument) if name]
    if len(names) >= 2:
        one, two = (named_role(case, name) or name for name in names[:2])
        asking.ask(case, case.words("compare_question", one=one, two=two))
    else:
        shown = [role.name for role in islice(case.house.organization.described(), 2)]
        case.say(case.words("compare_which", example=" ".join(shown)))


def _cancel(case: Case, _: str) -> None:
    case.draft.remove(Conversation, case.conversation)
    case.say(case.words("nothing_to_cancel"))


# what they show is nobody else's business
PRIVATE_ONLY = ("me", "onboard", "privacy")
COMMANDS: dict[str, Callable[[Case, str], None]] = {
    "start": _start,
    "help": help_,
    "ask": _ask,
    "role": _role,
    "org": _org,
    "path": _path,
    "me": _me,
    "compare": _compare,
    "onboard": onboarding.onboard,
    "privacy": privacy.show,
    "cancel": _cancel,
    **KEEPER_COMMANDS,
}


def menus(house: House) -> list[Call]:
    """The calls that set the menus: in private chats, in groups, and for each admin."""
    scopes: list[tuple[dict[str, Any], tuple[str, ...]]] = [
        ({"type": "all_private_chats"}, _PRIVATE),
        ({"type": "all_group_chats"}, _EVERYWHERE),
    ]
    return [
        *(_menu(scope, names) for scope, names in scopes),
        *(admin_menu(admin) for admin in sorted(house.settings.admins)),
    ]


def admin_menu(admin: int) -> Call:
    """The call that sets the menu of an admin; Telegram takes it once he has written to the bot."""
    return _menu({"type": "chat", "chat_id": admin}, (*_PRIVATE, *_ADMIN))


def _menu(scope: dict[str, Any], names: tuple[str, ...]) -> Call:
    meanings = wording()["commands"]
    shown = [{"command": name, "description": meanings[name]} for name in names]
    return Call("setMyCommands", {"scope": scope, "commands": shown})
