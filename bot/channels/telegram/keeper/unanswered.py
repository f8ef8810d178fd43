"""Questions that the documents did not answer, grouped by meaning; taught, or marked as none of the bot's
business."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.channels.telegram.buttons import Keyboard
from bot.channels.telegram.case import Case
from bot.channels.telegram.house import House, wording
from bot.channels.telegram.keeper.teaching import fitting_names
from bot.channels.telegram.page import Line
from knowledge.store.draft import View
from knowledge.store.kept.asked import Asked, unanswered
from knowledge.store.kept.feedback import Feedback
from knowledge.store.record import Record
from knowledge.text import bare

_MOST_WORDINGS = 500  # looked at, the most frequent first
_MOST_GROUPS, _MOST_SHOWN, _MOST_COMMENTS = 8, 5, 5
_ALIKE = 0.5  # share of pairs of neighbouring characters that two wordings have in common


@dataclass(frozen=True, slots=True)
class OutOfScope(Record):
    """A wording that is not to be answered, by its key among those asked."""

    TABLE: ClassVar[str] = "out_of_scope"
    MOST: ClassVar[int] = 5_000
    wording: str
    by: str = ""

    @property
    def key(self) -> str:
        """The wording without its blanks and marks."""
        return bare(self.wording) or self.wording


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings that mean the same. `unknown`: the words in them that the documents do not know; `matter`:
    what they ask for, where nobody is said to do it."""

    asked: tuple[Asked, ...]
    unknown: str = ""
    matter: str = ""

    @property
    def times(self) -> int:
        """How often they were asked."""
        return sum(one.times for one in self.asked)

    @property
    def name(self) -> str:
        """What the group is found by while its first wording stays the same."""
        return hashlib.sha256(self.asked[0].key.encode()).hexdigest()[:12]


def groups(house: House, view: View) -> list[Group]:
    """The questions that are still not answered, the most asked group first."""
    alike: dict[tuple[str, str], list[Asked]] = {}
    others: list[list[Asked]] = []
    for asked in unanswered(view)[:_MOST_WORDINGS]:
        if view.get(OutOfScope, asked.key) is not None:
            continue
        answer, _ = house.shelf.ask(asked.wording)
        if answer.status != "not_found":
            continue  # it is answered by now
        unknown = next((say.slots["words"] for say in answer.says if say.key == "left_over"), "")
        matter = next((say.slots["matter"] for say in answer.says if "matter" in say.slots), "")
        if unknown or matter:
            alike.setdefault(("、".join(sorted(unknown.split("、"))), matter), []).append(asked)
        else:
            _join(others, asked)
    found = [Group(tuple(asked), unknown, matter) for (unknown, matter), asked in alike.items()]
    found += [Group(tuple(asked)) for asked in others]
    return sorted(found, key=lambda group: (-group.times, group.asked[0].wording))


def _join(clusters: list[list[Asked]], asked: Asked) -> None:
    """Put a wording to those that are like it."""
    pairs = _pairs(asked.wording)
    for cluster in clusters:
        other = _pairs(cluster[0].wording)
        if len(pairs & other) >= _ALIKE * max(len(pairs | other), 1):
            cluster.append(asked)
            return
    clusters.append([asked])


def _pairs(text: str) -> set[str]:
    plain = bare(text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)} or {plain}


def show(case: Case, _: str) -> None:
    """The groups, each with a button; and what people expected instead of an answer."""
    words = wording()["unanswered"]
    found = groups(case.house, case.draft)[:_MOST_GROUPS]
    lines = [Line(words["title" if found else "none"], bold=True)]
    for number, group in enumerate(found, 1):
        lines.append(
            Line(words["group"].format(number=number, wording=group.asked[0].wording, count=group.times))
        )
    buttons = [case.button(str(number), "group", group.name) for number, group in enumerate(found, 1)]
    keyboard: Keyboard = [buttons[at : at + 4] for at in range(0, len(buttons), 4)]
    wishes = [f for f in case.draft.all(Feedback) if f.good is False and not f.settled][-_MOST_COMMENTS:]
    if wishes:
        lines.append(Line(words["feedback"], bold=True))
        lines += [
            Line(words["wish"].format(question=f.question, comment=f.comment or words["no_comment"]))
            for f in wishes
        ]
        keyboard.append([case.button(words["settle"], "settle", " ".join(f.key for f in wishes))])
    case.write(lines, keyboard)


def open_group(case: Case, name: str) -> None:
    """One group: its wordings, and what can be done about it."""
    words = wording()["unanswered"]
    group = _group(case, name)
    if group is None:
        case.say(words["gone"])
        return
    lines = [
        Line(words["wording"].format(wording=a.wording, count=a.times)) for a in group.asked[:_MOST_SHOWN]
    ]
    if group.unknown:
        lines.append(Line(words["unknown"].format(words=group.unknown)))
    keyboard: Keyboard = []
    word = group.unknown.split("、")[0] or group.matter
    fitting = fitting_names(case.house, word) if word else []
    for known in fitting:
        keyboard.append(
            [case.button(words["same_as"].format(word=word, name=known), "learn", f"{word}={known}")]
        )
    if group.unknown or fitting:
        keyboard.append([case.button(words["other"].format(word=word), "word", word)])
    keyboard.append([case.button(words["out_of_scope"], "scope", name)])
    case.write(lines, keyboard)


def mark_out_of_scope(case: Case, name: str) -> None:
    """Never show these wordings again."""
    group = _group(case, name)
    for asked in group.asked if group else ():
        case.draft.put(OutOfScope(asked.wording, str(case.person_id)))
    case.say(wording()["unanswered"]["marked" if group else "gone"])


def settle(case: Case, keys: str) -> None:
    """The admin has seen some feedback."""
    for key in keys.split():
        feedback = case.draft.get(Feedback, key)
        if feedback is not None:
            case.draft.put(replace(feedback, settled=True))
    case.say(wording()["unanswered"]["settled"])


def _group(case: Case, name: str) -> Group | None:
    found: Iterable[Group] = groups(case.house, case.draft)
    return next((group for group in found if group.name == name), None)
