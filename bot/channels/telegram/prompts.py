"""Replies to messages of the bot that asked for one, by what they are for."""

from dataclasses import replace

from bot.channels.telegram.case import Case
from bot.channels.telegram.keeper.actions import PROMPTS
from knowledge.store.kept.counter import number_key
from knowledge.store.kept.feedback import Feedback

_LONGEST = 1_000  # characters of a comment


def answer(case: Case, purpose: str, text: str) -> None:
    """Take a reply. `purpose`: a word, and what it is about."""
    kind, _, argument = purpose.partition(" ")
    if kind == "expected" and argument.isdecimal():
        feedback = case.draft.get(Feedback, number_key(int(argument)))
        if feedback is not None and text:
            case.draft.put(replace(feedback, comment=text[:_LONGEST]))
        case.say(case.words("feedback_noted"))
    elif kind in PROMPTS and case.admin:
        PROMPTS[kind](case, argument, text)
