"""Members and invitations, and how the bot is used."""

import secrets
import time
from dataclasses import replace

from bot.channels.telegram.buttons import Keyboard
from bot.channels.telegram.case import Case
from bot.channels.telegram.greeting import invitation
from bot.channels.telegram.house import wording
from bot.channels.telegram.page import Line
from knowledge.store.kept.asked import AskedOn, most_asked
from knowledge.store.kept.audit import note
from knowledge.store.kept.feedback import Feedback
from knowledge.store.kept.member import Invite, Member
from knowledge.store.kept.person import Person

_A_PAGE = 8
_WEEK = 7 * 86_400.0  # seconds that an invitation lasts
_MANY = 50
_DAYS, _MOST_ASKED = 7, 5


def show_members(case: Case, argument: str) -> None:
    """Who was let in, with a button for each to shut out; and the buttons to invite."""
    words = wording()["people"]
    settings = case.house.settings
    page = int(argument) if argument.isdecimal() else 0
    members = sorted(case.draft.all(Member), key=lambda member: (member.barred, -member.since))
    shown = members[page * _A_PAGE : (page + 1) * _A_PAGE]
    lines = [
        Line(words["everyone"] if settings.everyone else words["listed"].format(count=len(settings.members)))
    ]
    if settings.groups:
        lines.append(Line(words["groups"].format(count=len(settings.groups))))
    lines.append(Line(words["members"].format(count=sum(not member.barred for member in members))))
    keyboard: Keyboard = []
    for member in shown:
        name = member.name or member.person
        key = "barred" if member.barred else "member"
        lines.append(Line(words[key].format(name=name, person=member.person, since=_day(member.since))))
        label = words["let_in" if member.barred else "shut_out"].format(name=name)
        keyboard.append([case.button(label, "letin" if member.barred else "shutout", member.person)])
    if (page + 1) * _A_PAGE < len(members):
        keyboard.append([case.button(wording()["buttons"]["later"], "members", str(page + 1))])
    keyboard.append([case.button(words["invite_one"], "invite", "1")])
    keyboard.append([case.button(words["invite_many"].format(count=_MANY), "invite", str(_MANY))])
    invites = [
        invite for invite in case.draft.all(Invite) if not invite.until or invite.until > case.house.clock()
    ]
    if invites:
        lines.append(Line(words["open_invites"].format(count=len(invites))))
        keyboard.append([case.button(words["close_invites"], "uninvite")])
    case.write(lines, keyboard)


def invite(case: Case, argument: str) -> None:
    """Make an invitation."""
    count = int(argument) if argument.isdecimal() else 1
    code = secrets.token_urlsafe(9)
    now = case.house.clock()
    case.draft.put(Invite(code, str(case.person_id), now, count, now + _WEEK))
    note(
        case.draft, str(case.person_id), "invite", wording()["people"]["invite_note"].format(count=count), now
    )
    link = invitation(case, code)
    case.say(
        wording()["people"]["invited"].format(count=count, until=_day(now + _WEEK), link=link, code=code)
    )


def uninvite(case: Case, _: str) -> None:
    """Close every invitation."""
    for one in case.draft.all(Invite):
        case.draft.remove(Invite, one.key)
    note(case.draft, str(case.person_id), "uninvite", "", case.house.clock())
    case.say(wording()["people"]["uninvited"])


def shut_out(case: Case, person: str) -> None:
    """Shut a member out."""
    _bar(case, person, barred=True)


def let_in(case: Case, person: str) -> None:
    """Let somebody in again."""
    _bar(case, person, barred=False)


def _bar(case: Case, person: str, barred: bool) -> None:
    member = case.draft.get(Member, person) or Member(person, since=case.house.clock())
    case.draft.put(replace(member, barred=barred))
    action = "shut_out" if barred else "let_in"
    note(case.draft, str(case.person_id), action, person, case.house.clock())
    case.say(wording()["people"][f"done_{action}"].format(name=member.name or person))


def show_stats(case: Case, _: str) -> None:
    """Questions and outcomes of the last days, the most asked, and what people think."""
    words, draft = wording()["people"], case.draft
    today = int(case.house.clock() // 86_400)
    days = [day for day in draft.all(AskedOn) if today - day.day < _DAYS]
    total = sum(sum(day.counts.values()) for day in days)
    lines = [Line(words["stats"].format(days=_DAYS, total=total), bold=True)]
    for outcome in ("answered", "ambiguous", "not_found"):
        count = sum(day.counts.get(outcome, 0) for day in days)
        lines.append(
            Line(words[f"stats_{outcome}"].format(count=count, share=round(100 * count / max(total, 1))))
        )
    feedback = draft.all(Feedback)
    good = sum(f.good is True for f in feedback)
    lines.append(Line(words["stats_feedback"].format(good=good, bad=sum(f.good is False for f in feedback))))
    people = draft.all(Person)
    lines.append(Line(words["stats_people"].format(count=sum(bool(p.roles) for p in people))))
    asked = most_asked(draft)[:_MOST_ASKED]
    if asked:
        lines.append(Line(words["stats_asked"], bold=True))
    lines += [Line(words["stats_question"].format(wording=one.wording, count=one.times)) for one in asked]
    case.write(lines, [[case.button(wording()["buttons"]["roster"], "roster")]])


def _day(at: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(at)) if at else "—"
