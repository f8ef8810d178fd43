"""What a role may decide and what it has to hand up: its own lines, sorted."""

from collections.abc import Callable, Iterator, Sequence

from bot.onboarding.page import Block
from bot.onboarding.words import words
from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.roles.role import Passage
from knowledge.roles.statement import Right, Statement

_MOST_LINES = 8


def right_blocks(organization: Organization, role: str) -> Iterator[Block]:
    """The lines that let a role decide, and those that it has to hand up; without one of the first, that is
    said."""
    own = own_statements(organization, role)
    deciding = _lines(own, lambda s: any(_decides(s, right) for right in s.rights))
    if deciding:
        yield _block("decide", role, deciding)
    else:
        yield Block((words()["decide_none"].format(role=role),))
    yield from handed_blocks(organization, role)


def handed_blocks(organization: Organization, role: str) -> Iterator[Block]:
    """The lines that give the last word to somebody else, if there are any."""
    own = own_statements(organization, role)
    handed = _lines(own, lambda s: any(right.holder is not None for right in s.rights))
    if handed:
        yield _block("handed", role, handed)


def own_statements(organization: Organization, role: str) -> list[Statement]:
    """The statements of a role's duties and authorities, each line once."""
    described = organization.role(role)
    kept = [passage for duty in described.duties for passage in duty.passages()]
    kept += [item for listing in described.authorities for item in listing.items]
    places = {(passage.quote, passage.source) for passage in kept}
    return [
        statement
        for statement in organization.statements
        if statement.owner == role and (statement.passage.quote, statement.passage.source) in places
    ]


def _decides(statement: Statement, right: Right) -> bool:
    """Whether deciding is what the line is about, not a word inside it (跟进签署与归档)."""
    governs = right.matter.startswith(right.verb) or f"{right.verb}权" in statement.folded
    return right.strength is Strength.DECIDE and right.holder is None and not right.negated and governs


def _lines(statements: Sequence[Statement], fits: Callable[[Statement], bool]) -> list[Passage]:
    return list({s.passage.quote: s.passage for s in statements if fits(s)}.values())


def _block(key: str, role: str, passages: Sequence[Passage]) -> Block:
    shown = [words()["line"].format(quote=passage.quote) for passage in passages[:_MOST_LINES]]
    left = len(passages) - len(shown)
    more = [words()["lines_more"].format(count=left)] if left else []
    return Block((words()[key].format(role=role), *shown, *more), (_places(passages[:_MOST_LINES]),))


def _places(passages: Sequence[Passage]) -> str:
    """Where passages stand: each document once, with its lines."""
    lines: dict[str, list[int]] = {}
    for passage in passages:
        lines.setdefault(passage.source.document, []).append(passage.source.line)
    told = [
        words()["place"].format(document=document, lines="、".join(map(str, sorted(set(numbers)))))
        for document, numbers in lines.items()
    ]
    return words()["places"].join(told)
