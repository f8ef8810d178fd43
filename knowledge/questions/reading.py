"""A reading: one way to understand a question, which of its words that explains, and how well."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge.once import once
from knowledge.organization import Organization
from knowledge.questions.asked_thing import last_thing
from knowledge.questions.context import Context
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import Mention, RoleMention, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question
from knowledge.questions.role_term import RoleTerm, identity, role_terms

_LEFT_OVER = 0.2  # what each unexplained content character costs
_PHRASE_SHARE = 0.3  # of that, for a phrase of the tables
_UNKNOWN_ROLE = 5.0  # in characters, for a post that no document has
_AMOUNT = 1.5  # in characters, for an amount that a reading has no use for
_DENIED = 4.0  # in characters, for a denial that a reading passes over
_DEMANDING = frozenset(("relation", "compare", "when", "person"))  # kinds that no reading may pass over
_OF_A_ROLE = ("superior", "subordinates", "chain", "colleagues", "fact", "duties", "summary", "department")
_UNEXPLAINED = 0.38
_LIGHT = 0.5  # of words of content; question words weigh less


@dataclass(frozen=True)
class Reading:
    """A topic with what fills it. `explained`: positions of the question and how well each is (0..1);
    `prior`: how far the topic is to be trusted where all else is equal."""

    topic: str
    explained: Mapping[int, float]
    prior: float = 1.0
    slots: Mapping[str, Any] = field(default_factory=dict)
    score: float = 0.0

    def scored(self, score: float) -> "Reading":
        """The reading with its score."""
        return Reading(self.topic, self.explained, self.prior, self.slots, score)


class Case:
    """A question with the organization it is put to and the conversation it stands in."""

    def __init__(self, question: Question, organization: Organization, context: Context) -> None:
        self.question = question
        self.organization = organization
        self.context = context
        self.skeletons: dict[Any, Any] = {}  # see `shapes`
        self._explained: dict[str, dict[int, float]] = {}  # by kinds of mentions

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon of the organization."""
        return self.question.lexicon

    @once
    def terms(self) -> list[RoleTerm]:
        """The role terms of the question."""
        return role_terms(self.question, self.organization, self.context)

    @once
    def me(self) -> tuple[str, ...]:
        """The role of the asker: said in this question, or remembered."""
        return identity(self.question) or self.context.me

    @once
    def subjects(self) -> list[RoleTerm]:
        """The terms a question may be about: the longest of each base; a role only said to be mine last of
        all."""
        longest: dict[tuple[int, str], RoleTerm] = {}
        for term in self.terms:
            if term.start in self.asked_groups and not term.person:
                continue
            longest[term.start, term.person] = term
        said = identity(self.question)
        chosen = sorted(longest.values(), key=lambda t: t.end > 0 and not self.question.primary(t.start))
        if said and len(chosen) > 1:
            own = [t for t in chosen if t.base == said and not t.person and not t.steps]
            rest = [t for t in chosen if t not in own]
            return [*rest, *own]
        return chosen

    def explain(self, *spans: tuple[int, int] | Mention | RoleTerm, quality: float = 1.0) -> dict[int, float]:
        """The positions of spans, mentions and terms as explained."""
        explained: dict[int, float] = {}
        changed = self.question.repair.changed
        for span in spans:
            if isinstance(span, tuple):
                start, end, how = *span, quality
            elif isinstance(span, RoleTerm):
                start, end, how = span.start, span.end, span.quality
                explained.update(self._again(span))
            else:
                start, end, how = span.start, span.end, quality
            for i in range(start, end):
                good = how * 0.9 if i in changed else how
                if good >= explained.get(i, 0.0):
                    explained[i] = good
        return explained

    def _again(self, term: RoleTerm) -> dict[int, float]:
        """Where the question says the name of a role once more (我是编务, …编务平时做什么)."""
        same = [r for r in self.question.known_roles if r.names == term.base and r.start != term.start]
        return {i: 1.0 for r in same if r.quality == 1.0 and not term.steps for i in range(r.start, r.end)}

    def explain_kinds(self, *kinds: str) -> dict[int, float]:
        """The positions of all mentions of the kinds as explained."""
        explained: dict[int, float] = {}
        mentioned = self.question.mentions
        for kind in kinds:
            if kind in mentioned:
                explained.update(self._of_kind(kind))
        return explained

    def _of_kind(self, kind: str) -> dict[int, float]:
        """The same of one kind; worked out once, for most topics ask for the same ones."""
        known = self._explained.get(kind)
        if known is None:
            known = self._explained[kind] = self.explain(*self.question.of(kind))
        return known

    def score(self, reading: Reading) -> float:
        """The share of the question's weight that a reading explains, less a cost for what it leaves over."""
        weights = self.question.weights
        if not any(weights) and len(reading.explained) >= len(weights) > 0:
            return reading.prior  # a remark that holds no word of weight (不对), explained as a whole
        total = sum(weights) or 1.0
        explained, phrased, said = reading.explained, self._phrase_positions, self._said
        home = self._home
        good = sum([w * (1.0 if i in home else explained.get(i, 0.0)) for i, w in enumerate(weights)])
        left = sum(
            [
                w * (_PHRASE_SHARE if i in phrased else 1.0)
                for i, w in enumerate(weights)
                if w >= _LIGHT and explained.get(i, 0.0) < _UNEXPLAINED and i not in said
            ]
        )
        left += sum(
            _UNKNOWN_ROLE
            for r in self._unknown_roles
            if not any(reading.explained.get(i, 0.0) > 0.9 for i in range(r.start, r.end))
        )
        left += sum(
            _AMOUNT
            for a in self.question.amounts
            if self.question.asking(a.start) and reading.explained.keys().isdisjoint(range(a.start, a.end))
        )
        thing = self._last_thing if reading.topic in _OF_A_ROLE else ()
        left += _DENIED * any(explained.get(i, 0.0) < _UNEXPLAINED for i in thing)
        left += _DENIED * any(reading.explained.get(i, 0.0) < _UNEXPLAINED for i in self._denials)
        return reading.prior * (good + self._light_weight(reading)) / total - _LEFT_OVER * left

    @once
    def _phrase_positions(self) -> frozenset[int]:
        """Where phrases of the tables stand: known vocabulary, so a reading that has no use for one is no
        refusal."""
        tokens = [
            t
            for t in self.question.tokens
            if t.kind is TokenKind.PHRASE
            and t.text not in self.lexicon.words
            and phrases().kinds[t.text].isdisjoint(_DEMANDING)
        ]
        return frozenset(i for t in tokens for i in range(t.start, t.end))

    @once
    def _last_thing(self) -> range:
        """Where something is asked for by name that belongs to somebody: 上级的|爱好."""
        return last_thing(self.question)

    @once
    def _denials(self) -> list[int]:
        """Where the question denies something: whoever does not see that would answer the opposite."""
        return [m.start for m in self.question.of("negation")] if self.question.negated else []

    @once
    def _unknown_roles(self) -> list[RoleMention]:
        return [r for r in self.question.roles if r.unknown and self.question.asking(r.start)]

    @once
    def _said(self) -> frozenset[int]:
        """Where the asker names the role he has: that needs no explanation."""
        said = identity(self.question)
        groups = self.asked_groups
        free = [r for r in self.question.known_roles if (said and r.names == said) or r.start in groups]
        return frozenset(i for r in free for i in range(r.start, r.end)) | self._home

    @once
    def _home(self) -> frozenset[int]:
        """Where the department stands that the one role of the question belongs to: 客服组里归X管的."""
        names = {r.names for r in self.question.known_roles}
        only = next(iter(names)) if len(names) == 1 else ()
        if len(only) != 1 or not self.question.places:
            return frozenset()
        home = self.organization.role(only[0]).department
        places = (p for p in self.question.places if p.kind == "department")
        meant = (p for p in places if home and (p.name in home or home in p.name))
        return frozenset(i for p in meant for i in range(p.start, p.end))

    @once
    def asked_groups(self) -> frozenset[int]:
        """Where a group is asked for: 哪几个|主管. It is no role that the question is about."""
        ends = {m.end for kind in ("who", "what", "count") for m in self.question.of(kind)}
        return frozenset(r.start for r in self.question.known_roles if r.start in ends and len(r.names) > 1)

    def _light_weight(self, reading: Reading) -> float:
        """Question words that a reading does not use are forgiven nine tenths of their weight."""
        weights = self.question.weights
        return 0.9 * sum(
            w
            for i, w in enumerate(weights)
            if 0 < w < _LIGHT and reading.explained.get(i, 0.0) < _UNEXPLAINED
        )

    def left_over(self, reading: Reading) -> list[str]:
        """The words of the content that a reading leaves unexplained."""
        weights, words = self.question.weights, []
        for token in self.question.content():
            if any(
                weights[i] >= _LIGHT and reading.explained.get(i, 0.0) < _UNEXPLAINED
                for i in range(token.start, token.end)
            ):
                words.append(token.text)
        return words


def merge(*parts: Mapping[int, float]) -> dict[int, float]:
    """Explanations joined; the better one counts."""
    merged: dict[int, float] = {}
    for part in parts:
        if not merged:
            merged.update(part)
            continue
        for i, quality in part.items():
            if quality >= merged.get(i, 0.0):
                merged[i] = quality
    return merged


def used(explained: Mapping[int, float]) -> Iterable[int]:
    """The positions that an explanation covers."""
    return explained.keys()
