"""Items about limits: who decides on an amount inside a limit, at its edge and beyond it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.selftest.item import ANSWERED, NO, REFUSED, Item, lot
from bot.selftest.likeness import Likeness
from bot.selftest.matter import holders, is_fair, without_remarks
from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.regex import regex
from knowledge.roles.amount import Amount, find_amounts
from knowledge.roles.limit import Limit
from knowledge.roles.statement import Right, Statement
from knowledge.text import fold

_SAME, _ALIKE = 0.9, 0.6  # shares of the words of a matter
_STRONG = (Strength.DECIDE, Strength.REVIEW)
_UNITS = ("元", "天", "%", "小时")
_BEFORE = regex(
    r"(?:每个?[\u4e00-\u9fff]{1,3}|单[笔次项票]|每[次笔]|一次性)?\s*"
    r"(?:在|不超过|不高于|超过|超出|低于|不足|高于|大于|小于|≤|≥|<|>)*\s*$"
)
_BEHIND = regex(r"^\s*(?:以内|以下|之内|及以下|以上|及以上|之上|内)?\s*(?:[(（][^)）]*[)）])?\s*的?")
_RIGHT = regex(r"(?:权力|权利|权限|权)$")
_HELD = regex(r"(?:享有|具有|拥有|有)$")


@dataclass(frozen=True, slots=True)
class _Tier:
    """A range of amounts, what it is over, and who decides in it."""

    statement: Statement
    strength: Strength
    words: str
    limit: Limit
    holders: tuple[str, ...]


def limit_items(organization: Organization, most: int) -> Iterator[Item]:
    """At most so many limited rights of deciding and reviewing, asked with amounts around their ends."""
    tiers = list(_tiers(organization))
    likeness = Likeness([tier.words for tier in tiers])
    names = [fold(name) for name in organization.roles]
    drawn = sorted(_limited(organization), key=lambda pair: lot(pair[0].owner, pair[0].folded, pair[1].start))
    for statement, right in drawn[:most]:
        words = _unlimited(statement, right)
        several = sum(name in fold(words) for name in names) > 1  # a list of posts is no single case
        if right.limit and right.limit.unit in _UNITS and is_fair(words, words) and not several:
            own = _Tier(
                statement, right.strength, words, right.limit, holders(organization, statement, right)
            )
            shares = likeness.shares(words)
            close = [(tier, shares.get(number, 0.0)) for number, tier in enumerate(tiers)]
            for value in _values(right.limit):
                yield from _asked(own, right.verb, Amount(value, right.limit.unit, 0, 0), close)


def _asked(own: _Tier, verb: str, amount: Amount, tiers: list[tuple[_Tier, float]]) -> Iterator[Item]:
    """Who decides on an amount, and whether the owner of a limit does; `tiers`: with how much of its words
    each has."""
    fitting = [
        (t, share)
        for t, share in tiers
        if t.strength is own.strength and t.limit.unit == amount.unit and t.limit.holds(amount)
    ]
    beside = _holders(t for t, _ in fitting if t.statement is own.statement)
    same, alike = (_holders(t for t, share in fitting if share >= least) for least in (_SAME, _ALIKE))
    within = own.limit.holds(amount)
    roles = own.holders if within else beside or same
    slots = {"words": own.words, "verb": verb, "amount": _text(amount), "role": own.holders[0]}
    note = own.statement.passage.quote
    if roles:
        others = tuple(name for name in (*beside, *alike) if name not in roles)
        yield Item("limit", "limit_who", slots, ("words",), roles=roles, roles_ok=others, note=note)
    elif not alike:
        yield Item("limit", "limit_who", slots, ("words",), REFUSED, note=note)
    if within or own.holders[0] not in (*beside, *alike):
        status = ANSWERED if within else NO
        yield Item("limit", "limit_may", slots, ("role",), status, verdict=within, note=note)


def _holders(tiers: Iterable[_Tier]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for tier in tiers for name in tier.holders))


def _limited(organization: Organization) -> Iterator[tuple[Statement, Right]]:
    """The limited rights that their owner has himself."""
    for statement in organization.statements:
        for right in statement.rights:
            if right.limit and right.holder is None and right.strength in _STRONG and not right.negated:
                yield statement, right


def _tiers(organization: Organization) -> Iterator[_Tier]:
    for statement in organization.statements:
        words = ""
        for right in statement.rights:
            if right.limit is None or right.strength not in _STRONG:
                continue
            words = _unlimited(statement, right) if right.holder is None else words or right.matter
            names = holders(organization, statement, right)
            yield _Tier(statement, right.strength, words, right.limit, names)


def _values(limit: Limit) -> Iterator[float]:
    """An amount inside, those at the ends, and one beyond."""
    if limit.most is not None:
        yield from (_half(limit.most), limit.most, limit.most * 2)
    elif limit.least is not None:
        yield from (_half(limit.least), limit.least, limit.least * 2)


def _half(value: float) -> float:
    return value / 2 if value / 2 == int(value / 2) else max(1.0, float(int(value / 2)))


def _text(amount: Amount) -> str:
    if amount.unit == "元" and amount.value >= 10_000 and amount.value % 1000 == 0:
        return f"{amount.value / 10_000:g}万元"
    return f"{amount.value:g}{amount.unit}"


def _unlimited(statement: Statement, right: Right) -> str:
    """What a limited right is over, without the limit: 客户招待费 of 审批单笔500元以内（含）的客户招待费."""
    text = statement.passage.text[right.start : right.end].strip()
    for amount in reversed(find_amounts(text)):
        before = _BEFORE.sub("", text[: amount.start])
        behind = text[amount.end :]
        rest = _BEHIND.sub("", behind)
        joint = "的" if before and behind[: len(behind) - len(rest)].endswith("的") else ""
        text = f"{before}{joint}{rest}"
    words = without_remarks(text)
    if _RIGHT.search(words):
        words = _HELD.sub("", _RIGHT.sub("", words).removesuffix(right.verb))
    return words.removeprefix("对").removeprefix(right.verb).strip(" 的")
