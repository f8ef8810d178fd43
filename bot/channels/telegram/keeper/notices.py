"""Messages that nobody asked for: what changed about somebody's role, the daily reminder. A notice is an
update of our own: written down in the inbox, handled in the order of the person's chat, and sent like a
reply."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.changes import Change
from bot.channels.telegram.buttons import button, markup
from bot.channels.telegram.call import Call
from bot.channels.telegram.case import Case
from bot.channels.telegram.house import wording
from bot.channels.telegram.keeper.changes import changes_of
from bot.channels.telegram.page import Line, pages
from knowledge.store.draft import Draft
from knowledge.store.kept.counter import next_number
from knowledge.store.kept.person import Person
from knowledge.store.kept.update import Update

NOTICE = "rolebot_notice"
_SETTING, _OFF = "notices", "off"
_MOST_SENTENCES = 8


def put_notice(
    draft: Draft, chat: int, lines: Sequence[Line], buttons: Sequence[Sequence[str]], at: float
) -> None:
    """Write a notice down. `buttons`: label, action and argument of each, one a row."""
    number = -next_number(draft, Update)
    said = [[line.text, line.bold] for line in lines]
    notice = {"chat": chat, "lines": said, "buttons": [list(one) for one in buttons]}
    payload = json.dumps({"update_id": number, NOTICE: notice}, ensure_ascii=False)
    draft.put(Update(number, str(chat), payload, at))


def notice_calls(draft: Draft, notice: dict[str, Any]) -> list[Call]:
    """The messages of a notice."""
    texts = pages(Line(text, bold=bold) for text, bold in notice["lines"])
    keyboard = markup([[button(draft, *one)] for one in notice["buttons"]])
    params = {"chat_id": notice["chat"], "parse_mode": "HTML"}
    calls = [Call("sendMessage", {**params, "text": text}) for text in texts]
    if keyboard and calls:
        calls[-1].params["reply_markup"] = keyboard
    return calls


def tell(case: Case, found: Sequence[Change]) -> int:
    """Write a notice to each person who holds a changed role and wants to know; how many."""
    words, questions = wording()["keeper"], wording()["questions"]
    told = 0
    for person in case.draft.all(Person):
        touched = [(role, said) for role in person.roles if (said := changes_of(found, role))]
        if not touched or person.settings.get(_SETTING) == _OFF or not person.person.isdecimal():
            continue
        lines: list[Line] = []
        for role, sentences in touched:
            lines.append(Line(words["notice"].format(role=role), bold=True))
            lines += [Line(words["item"].format(text=text)) for text in sentences[:_MOST_SENTENCES]]
            if len(sentences) > _MOST_SENTENCES:
                lines.append(Line(words["and_more"].format(count=len(sentences) - _MOST_SENTENCES)))
        look = [wording()["buttons"]["duties"], "ask", questions["duties"].format(role=touched[0][0])]
        buttons = [look, [words["mute"], "mute", ""]]
        put_notice(case.draft, int(person.person), lines, buttons, case.house.clock())
        told += 1
    case.added += told
    return told


def mute(case: Case, _: str) -> None:
    """Tell the person of no changes any more."""
    _set(case, _OFF)
    case.say(wording()["keeper"]["muted"], [[case.button(wording()["keeper"]["unmute"], "unmute")]])


def unmute(case: Case, _: str) -> None:
    """Tell the person of changes again."""
    _set(case, "on")
    case.say(wording()["keeper"]["unmuted"])


def _set(case: Case, value: str) -> None:
    person = case.draft.get(Person, str(case.person_id)) or Person(str(case.person_id))
    case.draft.put(replace(person, settings={**person.settings, _SETTING: value}))


ACTIONS: dict[str, Callable[[Case, str], None]] = {"mute": mute, "unmute": unmute}
