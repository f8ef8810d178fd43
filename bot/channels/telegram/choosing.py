"""Roles to choose from, as buttons."""

from bot.channels.telegram.buttons import in_rows
from bot.channels.telegram.case import Case
from bot.channels.telegram.example import example
from bot.channels.telegram.house import wording

_ROLES_A_PAGE = 16


def choose_role(case: Case, text: str, action: str, page: int = 0, message: int | None = None) -> None:
    """Offer the described roles as buttons that do an action; `message`: put this page in place of it."""
    names = [role.name for role in case.house.organization.described()]
    if not names:
        case.say(case.words("no_posts", example=example(case)))
        return
    shown = names[page * _ROLES_A_PAGE : (page + 1) * _ROLES_A_PAGE]
    keyboard = in_rows(case.button(name, action, name) for name in shown)
    keyboard.append(_turning(case, action, page, (len(names) - 1) // _ROLES_A_PAGE))
    if message is None:
        case.say(text, keyboard)
    else:
        case.edit(message, text, keyboard)


def _turning(case: Case, action: str, page: int, last: int) -> list[dict[str, object]]:
    labels, row = wording()["buttons"], []
    if page > 0:
        row.append(case.button(labels["earlier"], "list", f"{action} {page - 1}"))
    if page < last:
        row.append(case.button(labels["later"], "list", f"{action} {page + 1}"))
    return row
