"""What differs between two organizations, field by field: for whoever must decide whether new documents may
replace the old ones."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from bot.show import organization_object
from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.tables import load_table
from knowledge.text import bare

_ALIKE = 0.6  # how much two lines share that are one line, reworded
_MOST_COMPARED = 60  # lines of one section that are compared with each other


class Kind(StrEnum):
    """What happened to a piece."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """A piece that differs. `where`: the role, department or matter; `field`: what of it, in Chinese;
    `before` and `after`: its text, empty where it was or is not there; of a piece that moved, the roles, and
    `text` is it."""

    kind: Kind
    where: str
    field: str
    before: str = ""
    after: str = ""
    text: str = ""


def changes(old: Organization, new: Organization) -> list[Change]:
    """The differences: roles that came and went, who decides what, then each role's fields in order."""
    before, after = organization_object(old), organization_object(new)
    fields = _words()["fields"]
    found = [*_names(before, after, "roles", fields["role"]), *_decisions(old, new)]
    pieces = [*_roles(before, after)]
    found += _moved(pieces)
    found += _names(before, after, "departments", fields["unit"])
    found += _departments(before, after)
    found += _approvals(before, after)
    return found


def _names(before: dict[str, Any], after: dict[str, Any], key: str, field: str) -> Iterator[Change]:
    old = [one["name"] for one in before[key]]
    new = [one["name"] for one in after[key]]
    yield from (Change(Kind.ADDED, name, field, after=name) for name in new if name not in set(old))
    yield from (Change(Kind.REMOVED, name, field, before=name) for name in old if name not in set(new))


def _decisions(old: Organization, new: Organization) -> Iterator[Change]:
    """Matters that both decide, by different roles."""
    before, after = _deciders(old), _deciders(new)
    for key, (matter, roles) in after.items():
        if key in before and set(before[key][1]) != set(roles):
            field = _words()["fields"]["decider"]
            yield Change(Kind.CHANGED, matter, field, "、".join(before[key][1]), "、".join(roles))


def _deciders(organization: Organization) -> dict[str, tuple[str, list[str]]]:
    """The roles that decide each matter."""
    found: dict[str, tuple[str, list[str]]] = {}
    for statement in organization.statements:
        for right in statement.rights:
            if right.strength is not Strength.DECIDE or right.negated or not right.verb or right.holder == "":
                continue
            named = right.holder and organization.holder_name(right.holder, statement.passage.text)
            matter = right.matter if right.verb in right.matter else f"{right.verb}“{right.matter}”"
            holders = found.setdefault(bare(matter), (matter, []))[1]
            if (named or statement.owner) not in holders:
                holders.append(named or statement.owner)
    return found


def _roles(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    old = {role["name"]: role for role in before["roles"]}
    labels = _words()["fields"]
    for role in after["roles"]:
        if (was := old.get(role["name"])) is None:
            continue
        for key in ("department", "superior", "superior_dotted", "headcount", "code", "level", "summary"):
            yield from _value(role["name"], labels[key], was[key], role[key])
        for key in ("aliases", "subordinates", "subordinates_dotted"):
            yield from _value(role["name"], labels[key], "、".join(was[key]), "、".join(role[key]))
        yield from _items(role["name"], labels["duties"], _duties(was["duties"]), _duties(role["duties"]))
        for key in ("authorities", "collaboration", "others"):
            yield from _sections(role["name"], was[key], role[key])


def _sections(where: str, old: Mapping[str, list[str]], new: Mapping[str, list[str]]) -> Iterator[Change]:
    for kind in dict.fromkeys([*old, *new]):
        yield from _items(where, kind, old.get(kind, []), new.get(kind, []))


def _departments(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    old = {department["name"]: department for department in before["departments"]}
    labels = _words()["fields"]
    for department in after["departments"]:
        if (was := old.get(department["name"])) is None:
            continue
        yield from _value(department["name"], labels["overview"], was["overview"], department["overview"])
        titles = [[function["title"] for function in one["functions"]] for one in (was, department)]
        yield from _items(department["name"], labels["functions"], *titles)
        sections = [
            {function["title"]: function["items"] for function in one["functions"]}
            for one in (was, department)
        ]
        yield from _sections(department["name"], *sections)


def _approvals(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    old, new = (
        {f"{one['matter']} {one['condition']}".strip(): _steps(one) for one in organization["approvals"]}
        for organization in (before, after)
    )
    for matter in dict.fromkeys([*new, *old]):
        yield from _value(matter, _words()["fields"]["approval"], old.get(matter), new.get(matter))


def _steps(approval: dict[str, Any]) -> str:
    return "→".join(f"{step['role']}({step['action']})" for step in approval["steps"])


def _value(where: str, field: str, before: str | None, after: str | None) -> Iterator[Change]:
    if bare(before or "") == bare(after or ""):
        return
    kind = Kind.CHANGED if before and after else Kind.REMOVED if before else Kind.ADDED
    yield Change(kind, where, field, before or "", after or "")


def _items(where: str, field: str, before: list[str], after: list[str]) -> Iterator[Change]:
    """Lines that came, went, or were reworded."""
    old, new = ({bare(text) for text in texts} for texts in (before, after))
    gone = [text for text in before if bare(text) not in new]
    for text in (text for text in after if bare(text) not in old):
        alike = _most_alike(text, gone[:_MOST_COMPARED])
        if alike is None:
            yield Change(Kind.ADDED, where, field, after=text)
        else:
            gone.remove(alike)
            yield Change(Kind.CHANGED, where, field, alike, text)
    yield from (Change(Kind.REMOVED, where, field, before=text) for text in gone)


def _most_alike(text: str, candidates: Iterable[str]) -> str | None:
    rated = [(SequenceMatcher(None, text, other, autojunk=False).ratio(), other) for other in candidates]
    share, other = max(rated, default=(0.0, ""))
    return other if share >= _ALIKE else None


def _moved(pieces: list[Change]) -> list[Change]:
    """The pieces, where a line that went at one role and came at another is one piece that moved."""
    came: dict[str, list[Change]] = {}
    for piece in pieces:
        if piece.kind is Kind.ADDED:
            came.setdefault(bare(piece.after), []).append(piece)
    found: list[Change] = []
    used: set[int] = set()
    for piece in pieces:
        there = came.get(bare(piece.before), []) if piece.kind is Kind.REMOVED else []
        target = next((one for one in there if id(one) not in used and one.where != piece.where), None)
        if target is None:
            found.append(piece)
        else:
            used.add(id(target))
            found.append(
                Change(Kind.MOVED, piece.where, piece.field, piece.where, target.where, piece.before)
            )
    return [piece for piece in found if id(piece) not in used]


def _duties(duties: list[dict[str, Any]]) -> list[str]:
    return [text for duty in duties for text in (duty["title"], *duty["tasks"]) if text]


def _words() -> dict[str, Any]:
    return load_table("bot", "importing.toml")
