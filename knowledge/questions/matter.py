"""How well the words of a question are explained by what a statement says."""

from collections.abc import Iterable
from typing import Any

from knowledge.actions import actions
from knowledge.once import once
from knowledge.questions.candidates import candidates
from knowledge.questions.heads import head_words
from knowledge.questions.match import Match
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.passing_over import absent_words, done_to, of_other_kind, passed_over
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question
from knowledge.questions.scope import SAME, TRACE
from knowledge.questions.spoken_verb import verb_positions
from knowledge.questions.strict import Strict
from knowledge.questions.surroundings import surroundings
from knowledge.questions.unit import Unit, units_of
from knowledge.questions.weights import WANTING_WEIGHT
from knowledge.questions.word_weight import needed, rarity
from knowledge.questions.yardstick import Yardstick
from knowledge.roles.statement import Right, Statement
from knowledge.text import is_word

_BODIES = ("department", "partner")
_RELATIONS = frozenset(("superior", "subordinates", "colleagues"))
_OF_ROLES = ("duties", "summary", "headcount", "superior")
_TOLD = 0.2  # what a word said before the question weighs that it may be about


class Matter:
    """The words of a question that say what it is about: all content outside the given positions."""

    def __init__(self, question: Question, used: Iterable[int]) -> None:
        self.question = question
        self.lexicon = question.lexicon
        self.kept: dict[Any, Any] = {}  # what functions of it have worked out
        self._used = frozenset(used)
        spent = {*self._used, *(i for a in question.amounts for i in range(a.start, a.end))}
        self.tokens = [
            t
            for t in question.content()
            if not spent.issuperset(range(t.start, t.end)) and self._has_meaning(t)
        ]
        self.weights = {
            i: needed(question, i, t) * rarity(self.lexicon, t)
            for t in self.tokens
            for i in range(t.start, t.end)
            if i not in spent and is_word(question.text[i])
        }
        self.positions = list(self.weights)
        self._names = {(r.start, r.end): r.names for r in question.known_roles}
        self._strict = Strict(question, self.tokens)
        inside = [i for i in self.positions if question.asking(i) and not question.loose]
        self._asked = frozenset(inside or self.positions)
        self.beside = [i for i in self.positions if i not in self._asked]

    def __bool__(self) -> bool:
        asked = {i for i in self.positions if self.question.asking(i)}
        known = self.lexicon.words
        who = self.question.has("who")
        spoken = (t for t in self.tokens if not who or len(t.text) < 2 or t.text not in known)  # 免单|谁批
        firm = asked - verb_positions(spoken, self.lexicon.thesaurus)
        told = any(self.weights[i] >= _TOLD for i in self.beside)  # 资料不齐,可以退回去吗
        enough = len(asked) > 1 or (told and bool(asked))
        return enough and (told or any(self.question.weights[i] >= 0.5 for i in firm))

    @once
    def anywhere(self) -> "Matter":
        """The same without the departments and partners that it names, where anything is left."""
        places = {i for p in self.question.places for i in range(p.start, p.end)}
        wider = Matter(self.question, self._used | places) if places else self
        return wider if wider else self

    @property
    def only_relations(self) -> bool:
        """Whether nothing is left but departments and words for superiors and the like: they are no
        matter."""
        return all(self._is_relation(t) for t in self.tokens)

    @property
    def only_names(self) -> bool:
        """Whether nothing is left but those and roles."""
        return all(t.kind is TokenKind.ROLE or self._is_relation(t) for t in self.tokens)

    def asks_of_roles(self, acts: bool) -> bool:
        """Whether a field of a role is asked about and nothing but names and relations besides; where a verb
        says what is done (`acts`), nothing told before either."""
        asked = self.tokens if acts else self.asked_tokens
        plain = all(t.kind is TokenKind.ROLE or self._is_relation(t) for t in asked)
        return plain and self.question.has(*_OF_ROLES)

    def _is_relation(self, token: Token) -> bool:
        if token.kind is TokenKind.PLACE:
            return any(p.start == token.start and p.kind in _BODIES for p in self.question.places)
        related = phrases().kinds.get(token.text, frozenset()) & _RELATIONS
        return bool(related) or (token.kind is not TokenKind.PHRASE and token.text in phrases().soft)

    @once
    def text(self) -> str:
        """The words of the matter, run together."""
        tokens = self.tokens if self.question.loose else self.asked_tokens
        return "".join(t.text for t in tokens if t.kind is not TokenKind.MARK)

    def _has_meaning(self, token: Token) -> bool:
        """Whether a token can be part of a matter: not a phrase that only asks (具体, 下面)."""
        if token.kind is not TokenKind.PHRASE:
            return True
        return (
            token.text in self.lexicon.words
            or bool(self.lexicon.thesaurus.groups(token.text))
            or token.text in actions().asked
        )

    @once
    def decisive(self) -> list[Token]:
        """The words that are a decision by themselves (聘任)."""
        return [t for t in self.tokens if t.text in actions().deciding]

    @once
    def asked_tokens(self) -> list[Token]:
        """Its words in the clauses that ask."""
        return [t for t in self.tokens if self.question.asking(t.start)]

    @once
    def _units(self) -> list[Unit]:
        return units_of(self.question, self.tokens, frozenset(self.positions), self._names)

    @once
    def _yardstick(self) -> Yardstick:
        return Yardstick(
            self.question, self.tokens, self._units, self.weights, self._asked, self._strict, self.text
        )

    def candidates(self) -> list[Statement]:
        """The statements that have words in common with the matter, or words of the same meaning; several
        topics ask for the same."""
        known, key = self.question.candidates, tuple(self.positions)
        if key not in known:
            known[key] = self._looked_for()
        return known[key]

    def _looked_for(self) -> list[Statement]:
        if self.question.only:
            return list(self.question.only)
        text = self.text or "".join(t.text for t in self.tokens)
        named = {name for names in self._names.values() for name in names}
        places = [p.name for p in self.question.places if p.kind == "department"]
        named_at = {i for start, end in self._names for i in range(start, end)}
        plain = "".join(t.text for t in self.asked_tokens if t.start not in named_at) if named else ""
        return candidates(self.lexicon, text, self._units, named, places, plain)

    def matches(self, statements: Iterable[Statement] | None = None) -> list[Match]:
        """How each right of the statements (all candidates by default) answers the matter; best first."""
        if statements is None:
            return self._candidate_matches
        return self._judged(self._matched(statements))

    def _matched(self, statements: Iterable[Statement]) -> list[Match]:
        met = self._yardstick.met
        found = [met(s, right) for s in statements for right in s.rights]
        return [match for match in found if match is not None]

    @once
    def _candidate_matches(self) -> list[Match]:
        known, key = self.question.matches, tuple(self.positions)
        if key not in known:  # several topics look for the same words
            known[key] = self._matched(self.candidates())
        return self._judged(known[key])

    def _judged(self, found: list[Match]) -> list[Match]:
        """Matches, best first; denied where a missed word tells lines apart that are alike otherwise."""
        apart = self._telling_apart if any(m.missed for m in found) else frozenset()
        judged = [self._relaxed(self._forgiven(m, apart)) for m in found if m.coverage > 0]
        return sorted(judged, key=lambda m: -m.score)

    def _forgiven(self, match: Match, apart: frozenset[int]) -> Match:
        """A match denied by a word that tells lines apart; else with the known words that tell none forgiven,
        where all the rest is explained."""
        if not match.missed:
            return match
        if not apart.isdisjoint(match.missed):
            return match._replace(denied=True)
        if not self.heads.isdisjoint(match.missed):
            return match
        words = (t for t in self._yardstick.telling.words if t.start in match.missed)
        missed = {i for t in words for i in range(t.start, t.end)}
        rest = [q for i, q in match.quality.items() if i not in missed and i in self._asked]
        if len(rest) <= len(missed) or min(rest) < SAME:
            return match
        quality = {i: max(q, TRACE) if i in missed else q for i, q in match.quality.items()}
        return self._judged_anew(match, quality)

    def _judged_anew(self, match: Match, quality: dict[int, float], relaxed: bool = False) -> Match:
        coverage, missing = self._yardstick.covered(quality)
        score = match.score + coverage - match.coverage
        return match._replace(
            quality=quality, coverage=coverage, missing=missing, score=score, relaxed=relaxed
        )

    def _relaxed(self, match: Match) -> Match:
        """A match with words passed over that no document has."""
        if match.denied or not self._may_relax:
            return match
        amounts = self.question.amounts
        limited = bool(amounts) and match.right.limit_in(amounts[-1].unit) is not None
        quality = passed_over(match.quality, *self._passable, limited)
        if quality is None:
            return match
        own = surroundings(self.lexicon, match.statement, match.right).own
        if of_other_kind(own, self.tokens, self.heads, self._absent):
            return match
        return self._judged_anew(match, quality, relaxed=True)

    @once
    def _passable(self) -> tuple[set[int], frozenset[int], list[Token]]:
        """The positions that count, where the head words begin, and the words that may be passed over."""
        weights = self.question.weights
        told = not self.question.amounts and not any(map(self.question.primary, self.heads))
        absent = [t for t in self._absent if not told or t.text in phrases().troubles]
        asked = {i for i in self._asked if weights[i] > WANTING_WEIGHT}  # not whoever wants something
        return asked, self.heads, absent

    @once
    def _may_relax(self) -> bool:
        question = self.question
        return not question.has("written", "when") and question.has("who") and bool(self._absent)

    @once
    def _absent(self) -> list[Token]:
        passing = (t for t in self.tokens if t not in self._strict.newcomers)
        alone = [] if self.question.amounts else done_to(self.heads, self.tokens)
        return absent_words((t for t in passing if t not in alone), self.heads, self.lexicon)

    @once
    def heads(self) -> frozenset[int]:
        """Where its head words begin: what is done to what."""
        return head_words(self.question, self.tokens)

    @once
    def _telling_apart(self) -> frozenset[int]:
        """The telling words that some line explains together with another telling word."""
        apart: set[int] = set()
        if len(self._yardstick.telling.words) < 2:
            return frozenset()
        for statement in self.candidates():
            for right in statement.rights:
                text = surroundings(self.lexicon, statement, right).told
                found = {t.start for t in self._yardstick.telling.words if t.text in text}
                apart |= found if len(found) > 1 else set()
        return frozenset(apart)

    def match(self, statement: Statement, right: Right) -> Match:
        """How one right answers the matter."""
        yardstick = self._yardstick
        return yardstick.met(statement, right) or Match(statement, right, yardstick.nothing, 0.0, 1.0, 0.0)
