"""Strangers, and the invitations by which they become members."""

from bot.channels.telegram.case import Case
from bot.channels.telegram.greeting import JOIN, enter, welcome
from bot.channels.telegram.rates import Rate


def stranger(case: Case) -> None:
    """What somebody gets who may not ask: one polite line in private, nothing in a group; or the door, with
    an invitation."""
    if case.update.callback_query is not None:
        case.acknowledge(case.words("denied", person=case.person_id), alert=True)
        return
    if not case.private or case.update.message is None:
        return
    if case.house.rates.ask(case.person_id, case.house.clock()) is not Rate.WITHIN:
        return
    code = _code(case.update.message.text or "")
    if not code:
        case.say(case.words("denied", person=case.person_id))
    elif enter(case, code):
        welcome(case)
    else:
        case.say(case.words("invite_bad"))


def _code(text: str) -> str:
    """The code in `/start join_CODE`, `/join CODE`, or a message that is nothing but a code."""
    words = text.split()
    if len(words) == 2 and words[0] in ("/start", "/join"):
        return words[1].removeprefix(JOIN)
    return words[0] if len(words) == 1 and words[0].isascii() and len(words[0]) >= 8 else ""
