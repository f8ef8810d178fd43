"""Buttons pressed: what each action does, by its word."""

from collections.abc import Callable

from telegram import Message

from bot.channels.telegram import asking, commands, onboarding, privacy
from bot.channels.telegram.asking import Leaves, leaf_keyboard
from bot.channels.telegram.buttons import pressed
from bot.channels.telegram.case import Case
from bot.channels.telegram.choosing import choose_role
from bot.channels.telegram.example import example_role
from bot.channels.telegram.house import wording
from bot.channels.telegram.keeper import notices
from bot.channels.telegram.keeper.actions import ACTIONS as KEEPER_ACTIONS
from bot.channels.telegram.roles import path_menu, show_organization
from knowledge.store.kept.counter import next_number
from knowledge.store.kept.feedback import Feedback

_LISTS = {"role": "role_which", "path": "path_which_role", "me": "me_unknown", "tour": "onboard_which"}
_LONGEST_REPLY = 1_000  # characters of a reply that are kept with what people think of it


def answer(case: Case) -> None:
    """Do what a button says; one whose meaning is gone says so politely."""
    query = case.update.callback_query
    action, argument = (pressed(case.draft, query.data or "") if query else None) or ("", "")
    run = _ACTIONS.get(action)
    if run is None or query is None:
        case.acknowledge(case.words("old_button"), alert=True)
        return
    if action in KEEPER_ACTIONS and not case.admin:
        case.acknowledge(case.words("admins_only"), alert=True)
        return
    case.acknowledge(_THANKS.get(action, ""))
    run(case, argument)


def message_of(case: Case) -> Message | None:
    """The message that the button is under; None where it is too old."""
    query = case.update.callback_query
    return query.message if query is not None and isinstance(query.message, Message) else None


def _ask(case: Case, question: str) -> None:
    asking.ask(case, question, heading=True)


def _leaf(case: Case, argument: str) -> None:
    digest, _, number = argument.partition(" ")
    leaves, message = case.draft.get(Leaves, digest), message_of(case)
    if leaves is None or message is None or not number.isdecimal() or int(number) >= len(leaves.texts):
        case.say(case.words("old_button"))
        return
    case.edit(message.message_id, leaves.texts[int(number)], leaf_keyboard(case, leaves, int(number)))


def _list(case: Case, argument: str) -> None:
    action, _, page = argument.partition(" ")
    message = message_of(case)
    if action in _LISTS and page.isdecimal():
        shown = case.words("path_example", role=example_role(case))
        text = case.words(_LISTS[action], example=shown)
        choose_role(case, text, action, int(page), message.message_id if message else None)


def _good(case: Case, question: str) -> None:
    _opinion(case, question, good=True)


def _bad(case: Case, question: str) -> None:
    number = _opinion(case, question, good=False)
    case.say(case.words("feedback_ask"), prompt=f"expected {number}")


def _opinion(case: Case, question: str, good: bool) -> int:
    message = message_of(case)
    reply = (message.text or "")[:_LONGEST_REPLY] if message else ""
    number = _number(case, question, reply)
    chat = str(case.chat.id) if case.chat else ""
    at = case.house.clock()
    case.draft.put(Feedback(number, chat, str(case.person_id), question, reply, good, at=at))
    return number


def _number(case: Case, question: str, reply: str) -> int:
    """The number of what the person thought of this answer before, which counts no more; else a new one."""
    told = question, reply, str(case.person_id)
    before = (f.number for f in case.draft.all(Feedback) if (f.question, f.reply, f.person) == told)
    return next(before, 0) or next_number(case.draft, Feedback)


def _role(case: Case, name: str) -> None:
    asking.ask(case, name, heading=True)


def _draw(case: Case, question: str) -> None:
    if not case.show("path", question, []):
        case.say(case.words("no_picture"))


_THANKS = {"good": wording()["say"]["feedback_thanks"]}
_ACTIONS: dict[str, Callable[[Case, str], None]] = {
    "ask": _ask,
    "role": _role,
    "path": path_menu,
    "me": commands.set_me,
    "roles": lambda case, _: choose_role(case, case.words("role_which"), "role"),
    "org": show_organization,
    "help": commands.help_,
    "draw": _draw,
    "leaf": _leaf,
    "list": _list,
    "good": _good,
    "bad": _bad,
    **privacy.ACTIONS,
    **notices.ACTIONS,
    **onboarding.ACTIONS,
    **KEEPER_ACTIONS,
}
