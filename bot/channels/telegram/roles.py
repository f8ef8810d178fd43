"""Roles by their names, the organization as a whole, and the matters that a role may ask approval for."""

from bot.channels.telegram import asking
from bot.channels.telegram.buttons import Keyboard, in_rows
from bot.channels.telegram.case import Case
from bot.channels.telegram.example import example
from bot.channels.telegram.house import wording
from bot.named_role import named_roles
from knowledge.actions import Strength
from knowledge.regex import regex

_TORN = regex("^[并及与和或对]|其")  # a piece of a sentence that means nothing by itself
_LONGEST_MATTER = 12
_MOST_MATTERS = 8


def named_role(case: Case, name: str) -> str | None:
    """The canonical name of the one role that a name may mean."""
    found = named_roles(case.house.shelf.handbook, name)
    return found[0] if len(found) == 1 else None


def show_organization(case: Case, name: str) -> None:
    """The organization as a picture and in words: all of it, or what is around a role."""
    role = named_role(case, name) if name else ""
    if role is None:
        case.say(case.words("role_unknown", name=name))
    elif not case.house.organization.roles:
        case.say(case.words("no_posts", example=example(case)))
    else:
        case.show("chart", role, asking.role_buttons(case, role) if role else _tops(case))


def _tops(case: Case) -> Keyboard:
    organization = case.house.organization
    tops = [r.name for r in organization.described() if not organization.superiors(r.name)][:4]
    return [[case.button(name, "role", name)] for name in tops]


def path_menu(case: Case, role: str) -> None:
    """Offer the matters that the role may ask approval for."""
    questions: dict[str, str] = {}
    for matter in _matters(case, role):
        question = case.words("path_question", role=role, matter=matter)
        answer, _ = case.house.shelf.ask(question)
        if answer.status == "answered" and answer.intent.startswith("approval"):
            questions.setdefault(matter, question)
        if len(questions) == _MOST_MATTERS:
            break
    if not questions:
        case.say(case.words("path_none", role=role), asking.role_buttons(case, role))
        return
    buttons = [case.button(matter, "ask", question) for matter, question in questions.items()]
    case.say(case.words("path_which", role=role), in_rows(buttons))


def _matters(case: Case, role: str) -> list[str]:
    """What a role may have to get approved: what everybody has, what rules say, then what its superiors
    decide, the nearest first; not what is somebody else's."""
    organization = case.house.organization
    above: dict[str, int] = {}
    while (line := next(iter(organization.superiors(([role, *above])[-1])), None)) is not None:
        if line.superior in above:
            break
        above[line.superior] = len(above)
    decided = [
        (above[statement.owner], right.matter.removeprefix(right.verb or ""))
        for statement in organization.statements
        for right in statement.rights
        if statement.owner in above and right.strength is Strength.DECIDE and right.holder is None
    ]
    found = wording()["path"]["usual"].split("、")
    found += [approval.matter for approval in organization.approvals]
    found += [matter for _, matter in sorted(decided, key=lambda pair: pair[0])]
    others = [name for name in organization.roles if name != role]
    kept: list[str] = []
    for matter in dict.fromkeys(found):
        whose = matter.partition("的")[0] if "的" in matter else matter
        theirs = any(name in matter or (whose != matter and name.endswith(whose)) for name in others)
        known = any(one in matter or matter in one for one in kept)
        if 1 < len(matter) <= _LONGEST_MATTER and not (theirs or known or _TORN.search(matter)):
            kept.append(matter)
    return kept[: 4 * _MOST_MATTERS]
