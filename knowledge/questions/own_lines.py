"""The lines that speak of a role, and how likely each is what it is asked whether the role may do.

Where a role is named, only its own lines and the rules that name it can answer: among those few a line is
known again by less than among all lines, by rare characters that it shares with the question, by a limit in
the unit asked with, or because both are about preventing something. How sure that is, a scorecard tells that
was measured on judged questions (benchmarks/own_lines.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from knowledge.organization import Organization
from knowledge.questions.candidates import nearest
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.loosening import FOUND
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.passing_over import is_unwritten
from knowledge.questions.phrases import phrases
from knowledge.questions.preventing import asks_to_prevent, is_preventing, prevents
from knowledge.questions.scorecard import Scorecard, read_scorecard
from knowledge.regex import regex
from knowledge.roles.statement import Statement
from knowledge.text import bigrams, is_chinese

_LONGEST = 220  # characters of a line; longer ones are several that were read as one
_MOST_RANKED = 12  # lines of the plain search
_GRANTS = regex("权|可(?:以|自|直|先|当)|自行|决定|不得|只能|须经|批准|审批|同意")
Counts = dict[str, float]
_OF_RIGHTS = ("权", "决定")  # in the names of sections


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that speaks of a role, its best match, and how likely it is the one meant: 0 … 1. `counts`: what
    that was told by. `leaves`: whether words are asked that the documents have and the line has not;
    `passes_over`: whether any are asked that it has not, but for those of preventing something."""

    statement: Statement
    match: Match | None
    counts: Counts
    likelihood: float
    leaves: bool
    passes_over: bool

    @property
    def firm(self) -> bool:
        """Whether it may say yes: it has all that is asked, or a limit in the unit asked with and leaves
        nothing that the documents know."""
        return not self.leaves if self.counts["in_unit"] else not self.passes_over


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line with its best match, and what the characters are worth that it shares with the question
    (`shared`, of all that are `sought`) and the words that it has (`rare`)."""

    statement: Statement
    text: str
    match: Match | None
    shared: float
    rare: float
    sought: float


def own_lines(matter: Matter, names: Sequence[str]) -> list[OwnLine]:
    """The lines that speak of the roles `names`, the likeliest first."""
    return ranked(matter, lines_about(matter, names) if matter.tokens else [], names, "own")


def ranked(matter: Matter, lines: Sequence[Statement], names: Sequence[str], table: str) -> list[OwnLine]:
    """Lines by how likely each is meant, as a table of `own_lines.toml` tells; names of their roles, `names`,
    say nothing."""
    words = [t for t in matter.tokens if t.kind is not TokenKind.MARK]
    seen = _seen(matter, words, [line for line in lines if _is_one(line)], names)
    leads = _leads(matter, seen)
    found = []
    for line, lead in zip(seen, leads, strict=True):
        others = [other for other in seen if not is_tier(other.statement, line.statement)]
        counts = _counts(line, others, words, matter) | {"lead": lead}
        left = [t for t in _left(line, words, matter) if not is_preventing(t.text)]
        leaves = any(not is_unwritten(t, matter.lexicon) for t in left)
        likelihood = _scorecard(table).likelihood(counts)
        found.append(OwnLine(line.statement, line.match, counts, likelihood, leaves, bool(left)))
    return sorted(found, key=lambda one: -one.likelihood)


@cache
def _scorecard(table: str) -> Scorecard:
    return read_scorecard("own_lines.toml", table)


def lines_about(matter: Matter, names: Sequence[str]) -> list[Statement]:
    """The lines that speak of the roles `names` or of a group that they belong to; of very many those nearest
    to the matter."""
    organization = matter.lexicon.organization
    called = [group.name for name in names for group in organization.grouping.of(name)]
    numbers = organization.statements.numbers_about([*names, *called])
    return nearest(matter.lexicon, matter.text, numbers)


def _is_one(line: Statement) -> bool:
    """Whether a line is one, and not several that were read as one."""
    return len(line.folded) <= _LONGEST and "\n" not in line.folded


def _seen(
    matter: Matter, words: Sequence[Token], lines: Sequence[Statement], names: Sequence[str]
) -> list[_Seen]:
    best: dict[int, Match] = {}
    for match in matter.matches(lines):
        so_far = best.get(id(match.statement))
        if so_far is None or match.coverage > so_far.coverage:
            best[id(match.statement)] = match
    texts = [_without_names(line.folded, names, matter.lexicon.organization) for line in lines]
    rarity = _rarity(_characters(words, matter.lexicon), texts)
    idf, sought = matter.lexicon.index.idf, sum(rarity.values()) or 1.0
    found = []
    for line, text in zip(lines, texts, strict=True):
        own = best.get(id(line))
        shared = sum(worth for character, worth in rarity.items() if character in text)
        met = (t for t in words if _mean(own, t) >= FOUND and matter.question.asking(t.start))
        found.append(_Seen(line, text, own, shared, sum(idf(t.text) for t in met), sought))
    return found


def _without_names(text: str, names: Iterable[str], organization: Organization) -> str:
    """A line without the names of its role, which say nothing of what it may do."""
    for name in names:
        for called in (name, *organization.called(name)):
            text = text.replace(called.lower(), "")
    return text


def _content(words: Iterable[Token], lexicon: Lexicon) -> Iterator[Token]:
    return (t for t in words if t.kind is not TokenKind.PHRASE or t.text in lexicon.words)


def _characters(words: Iterable[Token], lexicon: Lexicon) -> set[str]:
    return {c for t in _content(words, lexicon) for c in t.text if is_chinese(c)}


def _rarity(characters: Iterable[str], texts: Sequence[str]) -> dict[str, float]:
    """What each character tells among the lines of a role: the more, the fewer of them have it."""
    having = {c: sum(c in text for text in texts) for c in characters}
    return {c: log((len(texts) + 1) / (having[c] + 0.5 if having[c] else 1.0)) for c in sorted(having)}


def _leads(matter: Matter, seen: Sequence[_Seen]) -> list[float]:
    """How much better than any other line each is found by a plain search among all that is written."""
    hits = matter.lexicon.index.search(matter.text, (), _MOST_RANKED)
    every = matter.lexicon.organization.statements
    scored = [(every[hit.number], hit.score) for hit in hits]
    leads = []
    for line in seen:
        own = next((score for s, score in scored if s is line.statement), 0.0)
        rest = (score for s, score in scored if not is_tier(s, line.statement))
        leads.append(own - next(rest, 0.0))
    return leads


def is_tier(one: Statement, other: Statement) -> bool:
    """Whether two lines are one, or tiers of one rule."""
    same = one.rule and other.rule and (one.owner, one.heading) == (other.owner, other.heading)
    return one is other or (same and bool(one.heading))


def _mean(match: Match | None, token: Token) -> float:
    return (match.mean(token.start, token.end) or 0.0) if match is not None else 0.0


def _counts(line: _Seen, others: Sequence[_Seen], words: Sequence[Token], matter: Matter) -> Counts:
    question, lexicon, idf = matter.question, matter.lexicon, matter.lexicon.index.idf
    met = [t for t in words if _mean(line.match, t) >= FOUND]
    asked = _characters(words, lexicon)
    own = [c for c in dict.fromkeys(line.text) if is_chinese(c)]
    units = [r for r in line.statement.rights for a in question.amounts if r.limit_in(a.unit)]
    total = sum(idf(t.text) for t in words) or 1.0
    both = asks_to_prevent(question), prevents(line.statement)
    covered = line.match.coverage if line.match else 0.0
    return {
        "covered": covered,
        "ahead_covered": covered - max((o.match.coverage for o in others if o.match), default=0.0),
        "met": sum(not is_preventing(t.text) for t in met),
        "told_met": sum(not question.asking(t.start) for t in met),
        "met_share": sum(idf(t.text) for t in met) / total,
        "strange_left": sum(is_unwritten(t, lexicon) for t in _left(line, words, matter)),
        "shared": line.shared,
        "shared_share": line.shared / line.sought,
        "ahead": line.shared + line.rare - max((o.shared + o.rare for o in others), default=0.0),
        "pairs": len({*bigrams("".join(t.text for t in _content(words, lexicon)))} & {*bigrams(line.text)}),
        "line_met": sum(c in asked for c in own) / max(len(own), 1),
        "in_unit": float(bool(units)),
        "without_unit": float(bool(question.amounts) and not units),
        "grants": float(_is_grant(line.statement)),
        "both_prevent": float(all(both)),
        "one_prevents": float(any(both) and not all(both)),
    }


def _is_word(token: Token) -> bool:
    return token.kind in (TokenKind.WORD, TokenKind.UNKNOWN)


def _is_grant(statement: Statement) -> bool:
    named = any(word in statement.section for word in _OF_RIGHTS)
    return named or _GRANTS.search(statement.folded) is not None


def _left(line: _Seen, words: Iterable[Token], matter: Matter) -> list[Token]:
    """The words that are asked and that a line does not have."""
    asked = (t for t in words if matter.question.asking(t.start) and _is_word(t))
    passed = phrases().soft | phrases().people
    return [t for t in asked if not _has(line, t) and t.text not in passed]


def _has(line: _Seen, token: Token) -> bool:
    return _mean(line.match, token) >= FOUND or (len(token.text) == 1 and token.text in line.text)
