"""The line of a named role that is nearest to what is asked of it, where none has it in these words.

Whose line it is, is known; what is left open is which one: it has most of the words that count, and more of
them than any other line of the role. What kind of thing is asked for (哪些部位) no line needs to have.
"""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.questions.asking_frame import LIGHT
from knowledge.questions.loosening import FOUND, loosened
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.scope import CLEAR
from knowledge.questions.telling_time import TELLS_TIME
from knowledge.roles.statement import Statement

_ASKS_WHAT = ("what", "when", "count")
_OTHERWISE = (
    "whether",
    "superior",
    "subordinates",
    "colleagues",
    "chain",
    "headcount",
    "person",
    "qualification",
    "deputy",
    "compare",
    "authority",
    "path",
    "relation",
    "department",
)
_LEAST, _CLEARLY = 0.5, 0.15  # share of the words that a line has, and how much more than any other
_LEAST_WORDS, _LONG = 2, 3  # words that it has, or characters of one
_TIMES = ("一次", "一回", "一遍", "每次", "一年", "一月", "一天")
_SCORE = 0.66
_MARK = frozenset((TokenKind.MARK, TokenKind.ROLE))


def nearest_own(case: Case) -> Iterator[Reading]:
    """The reading that asks for the nearest line of the role that a question names."""
    question = case.question
    if question.negated or question.amounts or question.has(*_OTHERWISE) or not question.has(*_ASKS_WHAT):
        return
    terms = [t for t in case.subjects if t.end]
    if not question.roles and not terms and question.has("when") and not question.places:
        yield from _anyones(case)
    if len(terms) != 1 or any(r.unknown for r in question.roles):
        return
    term = terms[0]
    if len(term.names) != 1 or term.steps or (question.has("who") and term.person):
        return
    frame = merge(case.explain(term), case.explain_kinds(*_ASKS_WHAT, "him", "summary", *LIGHT))
    asked = Case(loosened(question) or question, case.organization, case.context)
    matter = Matter(asked.question, used(merge(frame, case.explain(*_kind_asked_for(case)))))
    tokens = [t for t in matter.tokens if t.kind not in _MARK and question.asking(t.start)]
    if not tokens:
        return
    best = _nearest(matter, tokens, case.organization.statements.of(*term.names))
    if best:
        slots = {"term": term, "best": tuple(best), "matter": matter, "likelihood": _SCORE}
        yield Reading("clause", merge(frame, best[0].quality), slots=slots, score=_SCORE)


def _kind_asked_for(case: Case) -> list[tuple[int, int]]:
    """Where it stands what kind of thing is asked for: 哪些|部位."""
    ends = {m.end for m in case.question.of("what")}
    return [(t.start, t.end) for t in case.question.content() if t.start in ends]


def _anyones(case: Case) -> Iterator[Reading]:
    """The one line of all that tells a time and is near to what is asked (多久回复邮件)."""
    asked = Case(loosened(case.question) or case.question, case.organization, case.context)
    frame = case.explain_kinds(*_ASKS_WHAT, *LIGHT)
    matter = Matter(asked.question, used(frame))
    tokens = [t for t in matter.tokens if t.kind not in _MARK and case.question.asking(t.start)]
    best = _nearest(matter, tokens, matter.candidates()) if tokens else []
    owners = {m.statement.owner for m in best}
    if len(owners) == 1:
        slots = {"owner": owners.pop(), "best": tuple(best), "matter": matter, "likelihood": _SCORE}
        yield Reading("clause", merge(frame, best[0].quality), slots=slots, score=_SCORE)


def _nearest(matter: Matter, tokens: Sequence[Token], lines: Iterable[Statement]) -> list[Match]:
    """The lines that have as many of the words as the best of them, where that is enough."""
    if matter.question.has("when"):
        lines = [s for s in lines if TELLS_TIME.search(s.folded)]
    shares: dict[int, tuple[float, Match]] = {}
    for match in matter.matches(lines):
        share = _share(match, tokens, matter)
        key = id(match.statement)
        if share >= _LEAST and not match.denied and share > shares.get(key, (0.0, match))[0]:
            shares[key] = share, match
    ranked = sorted(shares.values(), key=lambda found: -found[0])
    top = ranked[0][0] if ranked else 0.0
    near = [match for share, match in ranked if share > top - _CLEARLY]
    return near if len(near) <= _LEAST_WORDS else []


def _share(match: Match, tokens: Sequence[Token], matter: Matter) -> float:
    """The share of the characters asked about that a line has; none where it has too few words of them."""
    met = [t for t in tokens if (match.mean(t.start, t.end) or 0.0) >= FOUND]
    firm = [t for t in matter.tokens if t.kind not in _MARK and _is_firm(match, t)]  # told before too
    if len(firm) < _LEAST_WORDS and not any(len(t.text) >= _LONG for t in firm):
        return 0.0
    return _weight(met, matter) / (_weight(tokens, matter) or 1.0)


def _is_firm(match: Match, token: Token) -> bool:
    """Whether a line has a word of some weight as it stands, or in a word of the same meaning."""
    plain = len(token.text) < 2 or token.text in phrases().soft or token.text in _TIMES
    return not plain and (match.mean(token.start, token.end) or 0.0) >= CLEAR


def _weight(tokens: Iterable[Token], matter: Matter) -> float:
    return sum(matter.question.weights[i] for t in tokens for i in range(t.start, t.end))
