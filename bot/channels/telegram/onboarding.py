"""The onboarding in this channel: its pages as one message that is leafed through, its choices as buttons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from bot.channels.telegram.buttons import Keyboard, in_rows, wide
from bot.channels.telegram.case import Case
from bot.channels.telegram.choosing import choose_role
from bot.channels.telegram.house import House, wording
from bot.channels.telegram.keeper.notices import put_notice
from bot.channels.telegram.page import Line, pages
from bot.channels.telegram.roles import named_role
from bot.channels.telegram.telling import folded, told
from bot.onboarding.page import Page
from bot.onboarding.progress import Progress
from bot.onboarding.reminder import Reminder, reminder_lines
from bot.onboarding.roster import roster_lines
from bot.onboarding.tour import Guide
from knowledge.store.draft import Draft
from knowledge.store.kept.person import Person

_HOUR = 9  # of the day, when a reminder is sent
_NAME = "name"  # the setting that holds what a person is called, for the list of who has finished
_WIDEST_ROW = 18  # characters that a button shows on a phone

guide = lru_cache(2)(Guide)


def onboard(case: Case, argument: str) -> None:
    """Go on where the person was; or begin, for the role that is given or that the person has."""
    person = _person(case)
    progress = Progress.of(person.steps, person.started)
    name = named_role(case, argument) if argument else None
    if argument and name is None:
        case.say(case.words("role_unknown", name=argument))
    elif name is not None and (progress is None or progress.role != name):
        begin(case, name)
    elif progress is not None and progress.role not in case.house.organization.roles:
        case.say(case.words("onboard_gone", role=progress.role))
        choose_role(case, case.words("onboard_which"), "tour")
    elif progress is not None:
        _show(case, progress, guide(case.house.shelf.handbook).page(progress))
    elif person.roles:
        begin(case, person.roles[0])
    else:
        choose_role(case, case.words("onboard_which"), "tour")


def begin(case: Case, role: str) -> None:
    """The first page for a role."""
    progress, page = guide(case.house.shelf.handbook).begin(role, case.house.clock())
    person = _person(case)
    name = case.person.full_name if case.person else ""
    settings = {**person.settings, _NAME: name}
    roles = person.roles or (role,)
    case.draft.put(Person(person.person, roles, progress.steps(), progress.started, settings))
    _show(case, progress, page)


def _choose(case: Case, argument: str) -> None:
    """A choice on a page; on one that is not where the person is, the page where he is."""
    person = _person(case)
    progress = Progress.of(person.steps, person.started)
    place, _, number = argument.rpartition(" ")
    if progress is None or progress.role not in case.house.organization.roles:
        onboard(case, "")
        return
    leader = guide(case.house.shelf.handbook)
    if place == _place(progress) and number.isdecimal():
        progress, page = leader.choose(progress, int(number), case.house.clock())
        case.draft.put(replace(person, steps=progress.steps(), started=progress.started))
    else:
        page = leader.page(progress)
    query = case.update.callback_query
    _show(case, progress, page, query.message.message_id if query and query.message else None)


def _show(case: Case, progress: Progress, page: Page, message: int | None = None) -> None:
    lines = [Line(page.title, bold=True), Line(page.bar)]
    for block in page.blocks:
        lines += [*told(block.lines), *folded(block.proof)]
    if any(wide(choice, _WIDEST_ROW) for choice in page.choices):
        lines += [
            Line(case.words("option", number=number, text=text))
            for number, text in enumerate(page.choices, 1)
        ]
    texts, keyboard = pages(lines), _keyboard(case, progress, page)
    if message is not None and len(texts) == 1:
        case.edit(message, texts[0], keyboard)
    else:
        case.calls += case.messages(texts, keyboard)


def _keyboard(case: Case, progress: Progress, page: Page) -> Keyboard:
    """The choices, wide ones in rows of their own; the chart; and the reminder while there is something
    left."""
    labels = wording()["buttons"]
    numbered = any(wide(choice, _WIDEST_ROW) for choice in page.choices)
    rows = in_rows(
        case.button(str(number) if numbered else choice, "step", f"{_place(progress)} {number}")
        for number, choice in enumerate(page.choices, 1)
    )
    if page.chart:
        rows.append([case.button(labels["chart"], "chart", page.chart)])
    if not progress.finished:
        wanted = Reminder.of(_person(case).settings).hour is not None
        if not page.choices:
            rows.append([case.button(labels["continue"], "tour", progress.role)])
        rows.append(
            [
                case.button(
                    labels["remind_off" if wanted else "remind"], "remind", "" if wanted else str(_HOUR)
                )
            ]
        )
    return rows


def _place(progress: Progress) -> str:
    return f"{progress.role} {progress.at} {len(progress.answers)}"


def _tour(case: Case, role: str) -> None:
    onboard(case, role)


def _chart(case: Case, role: str) -> None:
    case.show("chart", role, [])


def _remind(case: Case, hour: str) -> None:
    person = _person(case)
    chosen = int(hour) if hour.isdecimal() else None
    settings = replace(Reminder.of(person.settings), hour=chosen).settings()
    case.draft.put(replace(person, settings={**person.settings, **settings}))
    key = "onboard_reminder_off" if chosen is None else "onboard_reminder_on"
    case.say(case.words(key, hour=chosen))


def _person(case: Case) -> Person:
    return case.draft.get(Person, str(case.person_id)) or Person(str(case.person_id))


def remind(house: House, draft: Draft, now: datetime) -> int:
    """Write a notice to everyone whose reminder is due; how many. `now`: in the time of where people are."""
    told = 0
    for seen in draft.all(Person):
        if not seen.person.isdecimal() or not _is_due(seen, now):
            continue
        # another instance may have told him, or he gone on, since they were looked through
        person = draft.get(Person, seen.key)
        progress = Progress.of(person.steps, person.started) if person else None
        if person is None or progress is None or not _is_due(person, now):
            continue
        said = reminder_lines(guide(house.shelf.handbook).page(progress), progress)
        labels = wording()["buttons"]
        buttons = [[labels["continue"], "tour", progress.role], [labels["remind_off"], "remind", ""]]
        put_notice(draft, int(person.person), [Line(text) for text in said], buttons, now.timestamp())
        draft.put(replace(person, settings={**person.settings, **_told(person, now)}))
        told += 1
    return told


def _is_due(person: Person, now: datetime) -> bool:
    progress = Progress.of(person.steps, person.started)
    return progress is not None and Reminder.of(person.settings).is_due(progress, now)


def _told(person: Person, now: datetime) -> dict[str, str]:
    return Reminder.of(person.settings).sent(now).settings()


def roster(case: Case, _: str) -> None:
    """Who has finished, and how far the others are."""
    people = [
        (person.settings.get(_NAME) or person.person, progress)
        for person in case.draft.all(Person)
        if (progress := Progress.of(person.steps, person.started)) is not None
    ]
    case.write([Line(text) for text in roster_lines(people)], [])


ACTIONS: dict[str, Callable[[Case, str], None]] = {
    "tour": _tour,
    "step": _choose,
    "chart": _chart,
    "remind": _remind,
}
