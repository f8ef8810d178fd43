"""Posts that only take orders from another at work, where a third one's description lists them below it: 服从
调度员指挥 makes no 调度员 the superior of the drivers whom the 车队长 leads."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.labels import Field
from knowledge.roles.role import Passage, Role
from knowledge.text import bare, fold

_TAKES_ORDERS = regex(
    "(?:服从|听从|接受)(?:于)?(?P<name>[^,;。的]{2,20}?)的?(?:直接|统一|工作|日常)*(?:指挥|安排|调度|调配|调遣)"
)


def without_commands(roles: Sequence[Role]) -> list[Role]:
    """The roles; one whose superior is told by nothing but such orders has none, where another role that is
    not that superior leads it by its own description."""
    leaders: dict[str, set[str]] = {}
    for role in roles:
        for name in role.subordinates:
            leaders.setdefault(bare(name), set()).add(bare(role.name))
    return [_without(role) if _is_led_by_another(role, leaders) else role for role in roles]


def _is_led_by_another(role: Role, leaders: dict[str, set[str]]) -> bool:
    stated = role.facts.get(Field.SUPERIOR)
    if stated is None or len(role.superiors) != 1 or not _takes_orders(role, fold(stated.quote)):
        return False
    own = bare(role.superiors[0])
    led = set().union(*(leaders.get(bare(name), set()) for name in (role.name, *role.aliases)))
    return bool(led) and not any(name.endswith(own) for name in led)


def _takes_orders(role: Role, folded: str) -> bool:
    """Whether the line that states a superior has no more of it than that its orders are taken."""
    named = fold(role.superiors[0])
    orders = any(found["name"].strip() == named for found in _TAKES_ORDERS.finditer(folded))
    return orders and folded.count(named) == 1


def _without(role: Role) -> Role:
    facts: dict[Field, Passage] = {
        field: passage for field, passage in role.facts.items() if field is not Field.SUPERIOR
    }
    return replace(role, superiors=(), facts=facts)
