"""The exam: of all items in all wordings a bounded choice that gives every kind and every style its turn."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from string import Formatter

from bot.gold import Gold
from bot.selftest.disguise import disguises
from bot.selftest.fields import field_items
from bot.selftest.item import Item, lot
from bot.selftest.limits import limit_items
from bot.selftest.refusals import refusal_items
from bot.selftest.relations import relation_items
from bot.selftest.rights import RightItems
from knowledge.organization import Organization
from knowledge.tables import load_table

_WORDINGS, _FEW = 4, 20  # ways in which an item can be asked at least; items of a kind however short the exam


def make_exam(organization: Organization, most: int) -> list[Gold]:
    """At most so many questions with known answers, by kind; the same for the same documents."""
    cells: dict[str, dict[str, list[Gold]]] = {}
    seen: set[str] = set()
    for item in _items(organization, max(_FEW, most // _WORDINGS)):
        for gold in _golds(item, organization):
            if gold.ask[0] not in seen:
                seen.add(gold.ask[0])
                cells.setdefault(gold.kind, {}).setdefault(gold.style, []).append(gold)
    kinds = {kind: list(_in_turn(styles.values())) for kind, styles in cells.items()}
    chosen = _share(kinds, most)
    return [replace(gold, id=f"t{number:03}") for number, gold in enumerate(chosen, 1)]


def _items(organization: Organization, most: int) -> Iterator[Item]:
    """The items, at most so many of a kind."""
    kinds: dict[str, list[Item]] = {}
    for item in (
        *relation_items(organization),
        *RightItems(organization, most).items(),
        *limit_items(organization, most),
        *field_items(organization),
        *refusal_items(organization),
    ):
        kinds.setdefault(item.kind, []).append(item)
    for items in kinds.values():
        drawn = sorted(items, key=lambda item: lot(item.wording, *item.slots.values()))
        yield from drawn[:most]


def _golds(item: Item, organization: Organization) -> Iterator[Gold]:
    for style, question in _wordings(item, organization):
        yield Gold(
            id="",
            ask=(question,),
            kind=item.kind,
            style=style,
            status=item.status,
            roles=item.roles,
            roles_ok=item.roles_ok,
            verdict=item.verdict,
            has=item.has,
            note=item.note,
        )


def _wordings(item: Item, organization: Organization) -> Iterator[tuple[str, str]]:
    """An item in every style: as the table words it, then disguised."""
    templates = load_table("bot.selftest", "wordings.toml")["wordings"][item.wording]
    for style, several in templates.items():
        fitting = [t for t in several if all(item.slots.get(name) for name in _blanks(t))]
        if fitting:
            template = fitting[lot(style, *item.slots.values()) % len(fitting)]
            yield style, template.format_map(item.slots)
            if style == "plain":
                yield from disguises(item, template, organization)


def _blanks(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]


def _in_turn(cells: Iterable[list[Gold]]) -> Iterator[Gold]:
    """The golds of all styles, one of each in turn, in an order drawn by the questions."""
    drawn = [sorted(golds, key=lambda gold: lot(gold.ask[0])) for golds in cells]
    for number in range(max(map(len, drawn), default=0)):
        yield from (golds[number] for golds in drawn if number < len(golds))


def _share(kinds: dict[str, list[Gold]], most: int) -> list[Gold]:
    """So many golds, as many of each kind as its weight gives it; what a small kind leaves goes to the
    others."""
    weights = load_table("bot.selftest", "wordings.toml")["weights"]
    taken = dict.fromkeys(kinds, 0)
    left = most
    while left > 0 and any(taken[kind] < len(golds) for kind, golds in kinds.items()):
        for kind, golds in kinds.items():
            more = min(weights.get(kind, 1), len(golds) - taken[kind], left)
            taken[kind] += more
            left -= more
    return [gold for kind, golds in kinds.items() for gold in golds[: taken[kind]]]
