"""Which statements are worth holding against the words of a question."""

from collections.abc import Collection, Iterator, Sequence

from knowledge.index import Hit
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.surroundings import SUBORDINATES
from knowledge.questions.unit import Unit
from knowledge.roles.statement import Statement
from knowledge.text import bare

_MOST = 28
_FEW = 8  # of those looked for without the names of roles
_NEAREST = 12
WIDE = 2_000  # statements; of more those of one department are looked for by themselves
_AS_GOOD = 0.85  # of the best candidate's score
_LESS_NEAR = 0.5  # of what is worth matching
_WORTH_MATCHING = 0.4  # of the best candidate's score


def candidates(
    lexicon: Lexicon,
    text: str,
    units: Sequence[Unit],
    roles: Collection[str],
    departments: Collection[str] = (),
    plain: str = "",
) -> list[Statement]:
    """The statements that have words in common with a text, or words of the same meaning; `roles`: those
    that it names, and the `departments`; `plain`: the text without the names, which many lines may have."""
    also = {word for unit in units for word in lexicon.thesaurus.expansions(unit.groups)}
    also |= {word for unit in units for word in unit.said}
    also |= {unit.text for unit in units if len(unit.text) == 2}
    also |= {word for unit in units for name in unit.names for word in lexicon.called(name)}
    statements = lexicon.organization.statements
    own = _at_home(lexicon, text, also, departments) if len(statements) > WIDE else []
    hits = lexicon.index.search(text, sorted(also), _MOST)
    beside = hits[:_FEW] if plain else []
    if plain and plain != text:
        beside = lexicon.index.search(plain, sorted(also), _FEW)
    if own and hits and own[0].score >= _AS_GOOD * hits[0].score:
        hits = own  # what the department has said as well is not asked of others
    else:
        hits += own
    found = _worth_matching(hits, units, lexicon) + [statements[hit.number] for hit in beside]
    tiers = dict.fromkeys((s.owner, s.heading) for s in found if s.rule)
    owners = dict.fromkeys(owner for owner, _ in tiers)
    tiered = [s for owner in owners for s in statements.rules(owner) if (owner, s.heading) in tiers]
    return list({id(s): s for s in [*found, *tiered, *_of_superiors(lexicon, roles)]}.values())


def _worth_matching(hits: Sequence[Hit], units: Sequence[Unit], lexicon: Lexicon) -> list[Statement]:
    """The statements of the hits that are near to the best one; of those less near the ones that have the
    first word or one of its meaning, since broader words may have been what the best one was found by."""
    statements, least = lexicon.organization.statements, _WORTH_MATCHING * hits[0].score if hits else 0.0
    groups = units[0].groups if units else frozenset()
    words = [w for w in lexicon.thesaurus.members(groups) if len(w) > 1 and w in lexicon.words]
    found = []
    for hit in hits:
        statement = statements[hit.number]
        near = hit.score >= _LESS_NEAR * least
        if hit.score >= least or (near and any(word in statement.sought for word in words)):
            found.append(statement)
    return found


def nearest(lexicon: Lexicon, text: str, statements: Sequence[int]) -> list[Statement]:
    """Statements, given by their numbers; of very many documents only those near to a text."""
    every = lexicon.organization.statements
    if len(every) > WIDE:
        statements = sorted(hit.number for hit in lexicon.index.search_among(statements, text, (), _NEAREST))
    return [every[number] for number in statements]


def _at_home(lexicon: Lexicon, text: str, also: Collection[str], departments: Collection[str]) -> list[Hit]:
    """Of the statements that very many share, those of the departments that a question names."""
    organization = lexicon.organization
    members = [post for name in departments for post in organization.homes.get(bare(name), ())]
    numbers = organization.statements.numbers_of([*departments, *members])
    if not numbers:
        return []
    return lexicon.index.search_among(numbers, text, sorted(also), _MOST)


def _of_superiors(lexicon: Lexicon, roles: Collection[str]) -> Iterator[Statement]:
    """What the superiors of the named roles may do to all their subordinates: 对直接下级的考核权."""
    for name in roles:
        for line in lexicon.organization.superiors(name):
            yield from _to_subordinates(line.superior, lexicon)


def _to_subordinates(role: str, lexicon: Lexicon) -> list[Statement]:
    """The statements of a role that speak of subordinates; looked for once."""
    found: list[Statement] | None = lexicon.memo.get(("to subordinates", role))
    if found is None:
        found = lexicon.organization.statements.speaking_of(role, SUBORDINATES)
        lexicon.memo["to subordinates", role] = found
    return found
