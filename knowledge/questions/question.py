"""A question as read: its text put right, its tokens, what they mention, and which clause asks."""

from itertools import pairwise
from typing import Any

from knowledge.once import once
from knowledge.questions.asked_amount import asked_amounts
from knowledge.questions.asking_words import (
    ASKING,
    ASKING_PLAINLY,
    BOUNDS,
    FRAME,
    HANDLED,
    NEVER_ASIDE,
    NEXT_STEP,
    POINTED,
    RELATED,
    WHOLE_RELATION,
)
from knowledge.questions.clause import Clause, clause_spans
from knowledge.questions.contentless import allows, is_mere_right, only_spends
from knowledge.questions.counted import CaseAsked
from knowledge.questions.done_step import DoneStep, done_steps
from knowledge.questions.in_passing import describing, inside_words, of_what
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import Mention, PlaceMention, RoleMention, Token, TokenKind
from knowledge.questions.mention_search import find_mentions, without_parts
from knowledge.questions.phrases import phrases
from knowledge.questions.repair import Speller
from knowledge.questions.role_mentions import boundary, find_places, find_roles
from knowledge.questions.tokens import Tokenizer
from knowledge.questions.typed import Typed, make_ready, spelled_out
from knowledge.questions.weights import LIGHT, weigh
from knowledge.roles.amount import Amount
from knowledge.roles.statement import Statement
from knowledge.thesaurus import Occurrence

_OF_POSTS = ("superior", "subordinates", "duties", "headcount", "colleagues", "chain", "managing")
_WITHOUT_CONTENT = (TokenKind.FILLER, TokenKind.MARK)


class Question:
    """One question, read against one organization's lexicon. Positions are in `text`."""

    def __init__(self, raw: str, lexicon: Lexicon, speller: Speller) -> None:
        self.raw = raw
        self.only: tuple[Statement, ...] = ()  # where it is not asked what others say
        self.absent: frozenset[int] | None = None  # read loosely: where words start that no document has
        self.matches: dict[
            tuple[int, ...], list[Any]
        ] = {}  # what its words were held against, by their places
        self.candidates: dict[tuple[int, ...], list[Statement]] = {}  # the lines near to them
        self.kept: dict[Any, Any] = {}  # what functions of it have worked out
        self.of_right = False  # whether its parts ask of a right
        self.plain_of = ""  # the topic that it asks of in the plainest words
        self.formed: dict[Any, list[Any]] = {}  # the readings of its plain form, by the conversation
        self.lexicon = lexicon
        typed = make_ready(raw, lexicon, speller)
        self._cut(typed)
        full = lexicon.organization.words.full
        if full and any(token.text in full for token in self.tokens):
            self._cut(spelled_out(typed, self.tokens, full))
        self.mentions: dict[str, list[Mention]] = {}
        for mention in find_mentions(self.text, self.tokens, self.roles, self.breaks):
            self.mentions.setdefault(mention.kind, []).append(mention)
        self.mentions = without_parts(self.mentions, self.tokens)
        self._add_final_not(typed.doubled)
        self._written = dict(self.mentions)  # those in asides too
        self.clauses = self._clauses()
        self._asked = frozenset(i for c in self.clauses if c.asks for i in range(c.start, c.end))
        self._primary = frozenset(i for c in self.clauses if c.primary for i in range(c.start, c.end))
        self._pass_over_asides()
        self._keep_verbs()
        self.weights = weigh(
            self.text, self.content(), self.asking, self.primary, lexicon.words, self._in_passing()
        )

    def _cut(self, typed: Typed) -> None:
        """Finds the names in the text, and cuts it into tokens."""
        lexicon = self.lexicon
        self.__dict__.pop("amounts", None)
        self.repair, self.breaks = typed.repair, typed.breaks
        self.text = self.repair.text
        named: list[PlaceMention] = find_places(self.text, self.breaks, lexicon, set())
        self.roles: list[RoleMention] = find_roles(self.text, self.breaks, lexicon, named)
        taken = {i for mention in self.roles for i in range(mention.start, mention.end)}
        apart = bool(named) and bool(taken)
        self.places = find_places(self.text, self.breaks, lexicon, taken) if apart else named
        self.tokens = Tokenizer(self.text, self.breaks, lexicon, self._fixed()).tokens()
        self._content = [t for t in self.tokens if t.kind not in _WITHOUT_CONTENT]

    def part(self, start: int, end: int | None = None) -> str:
        """A stretch of the text with the blanks that stood in it, so that it can be read again."""
        stop = len(self.text) if end is None else end
        return "".join(f"{' ' if i in self.breaks else ''}{self.text[i]}" for i in range(start, stop))

    @property
    def loose(self) -> bool:
        """Whether it is read so that words which no document has count little; see `loosening`."""
        return self.absent is not None

    def has(self, *kinds: str) -> bool:
        """Whether the question mentions one of the kinds."""
        return not self.mentions.keys().isdisjoint(kinds)

    def of(self, kind: str) -> list[Mention]:
        """The mentions of a kind, by place, longest first; none that stands inside a role's name."""
        return self.mentions.get(kind, [])

    @once
    def known_roles(self) -> list[RoleMention]:
        """The roles that the documents have."""
        return [mention for mention in self.roles if not mention.unknown]

    @once
    def done(self) -> tuple[DoneStep, ...]:
        """The steps that it tells as done before it asks what comes next."""
        return done_steps(self.text, self.known_roles) if self.has("who", "submit", "hand_up") else ()

    def is_done(self, position: int) -> bool:
        """Whether a position lies in what tells a step as done."""
        return any(start <= position < end for step in self.done for start, end in step.spans)

    @once
    def amounts(self) -> list[Amount]:
        """The amounts of money, days and the like."""
        return asked_amounts(self.text)

    @once
    def case(self) -> CaseAsked:
        """What it says of the case it is about."""
        return CaseAsked.of(self.text, self.has("whether"))

    @once
    def synonyms(self) -> list[Occurrence]:
        """The words of the thesaurus in the question."""
        return [
            o
            for o in self.lexicon.thesaurus.find(self.text)
            if boundary(self.text, o.start, self.breaks) and boundary(self.text, o.end, self.breaks)
        ]

    def asking(self, position: int) -> bool:
        """Whether a position lies in a clause that asks."""
        return position in self._asked

    def primary(self, position: int) -> bool:
        """Whether a position lies in the clause that has the question word."""
        return position in self._primary

    def asks(self, start: int, end: int) -> bool:
        """Whether a clause is a question of its own: a question word, and something that it is about."""
        asked = self._has_question((start, end)) or self.text[start:end].rstrip("?。!").endswith("呢")
        related = RELATED.search(self.text, start, end) is not None
        acts = NEXT_STEP.match(self.text[start:end]) is not None
        acts = acts or (
            self._named((start, end))
            and any(start <= m.start < end and len(m.text) > 1 for m in self.of("action"))
        )
        return (asked and (acts or self._has_content([(start, end)]))) or related

    @once
    def negated(self) -> bool:
        """Whether it asks for the opposite (谁无权, 除了X谁): no topic answers that by what the documents
        do say."""
        whether = {i for m in self.of("whether") for i in range(m.start, m.end)}
        words = [*self.of("negation"), *self.of("except")]
        return any(
            self.asking(m.start)
            and not whether.intersection(range(m.start, m.end))
            and not self.text.startswith(BOUNDS, m.end)
            for m in words
        )

    @once
    def organizations(self) -> frozenset[str]:
        """The organizations that the question names."""
        return frozenset(place.name for place in self.places if place.kind == "organization")

    def content(self) -> list[Token]:
        """The tokens that carry content: names, words, phrases, unknown words."""
        return self._content

    def _add_final_not(self, doubled: bool) -> None:
        """A question that ends in 不 asks whether (能批不?), and so does one with a doubled verb (批不批)."""
        end = len(self.text.rstrip("?!。.~ "))
        if doubled:
            self.mentions.setdefault("whether", []).append(Mention("whether", end, end, ""))
        if end > 1 and self.text[end - 1] in "不没":
            self.mentions.setdefault("whether", []).append(
                Mention("whether", end - 1, end, self.text[end - 1])
            )

    def _keep_verbs(self) -> None:
        """由谁提交 asks who does it; only elsewhere 提交 asks where something goes."""
        doing = {m.start for m in self.of("action")}
        ends = {m.end for m in self.of("who")}
        for token in self.tokens:  # 由谁|负责|上报, 谁|去|报
            if token.start in ends and (token.kind is TokenKind.FILLER or token.start in doing):
                ends.add(token.end)
        handing = [m for m in self.of("submit") if m.start not in ends or self.text[m.start : m.end] == "找"]
        self.mentions["submit"] = handing
        if not handing:
            del self.mentions["submit"]

    def _pass_over_asides(self) -> None:
        """Words of asking that stand in a clause which asks nothing (我们部门的同事…, 谁…) ask nothing."""
        for kind in NEVER_ASIDE & self.mentions.keys():
            asked = [m for m in self.mentions[kind] if self.asking(m.start) or m.start >= len(self.text)]
            self.mentions[kind] = asked
            if not asked:
                del self.mentions[kind]

    def _fixed(self) -> dict[int, tuple[int, TokenKind]]:
        """Names and amounts: what no other cut may break."""
        fixed = {r.start: (r.end, TokenKind.ROLE) for r in self.roles}
        fixed.update({a.start: (a.end, TokenKind.FILLER) for a in self.amounts})
        fixed.update({p.start: (p.end, TokenKind.PLACE) for p in self.places})
        return fixed

    def _clauses(self) -> list[Clause]:
        spans = clause_spans(self.text)
        spans = [piece for span in spans for piece in self._listed_questions(*span)]
        asking = self._asking(spans)
        unasked = not any(map(self._has_question, spans))
        return [Clause(s, e, i in asking, i == max(asking) or unasked) for i, (s, e) in enumerate(spans)]

    def _listed_questions(self, start: int, end: int) -> list[tuple[int, int]]:
        """A clause cut at its 、 where there is a question on each side (我归谁管、手下带谁)."""
        edges = [start, *(i + 1 for i in range(start, end) if self.text[i] == "、"), end]
        pieces = [*pairwise(edges)]
        return pieces if all(map(self._has_question, pieces)) else [(start, end)]

    def _asking(self, spans: list[tuple[int, int]]) -> set[int]:
        """The clauses that ask: the last one with a question word, and those before it as far as it needs
        them."""
        if len(spans) < 2:
            return {0}
        last = self._last(spans, ASKING_PLAINLY)
        last = self._last(spans, ASKING) if last is None else last
        if last is None:
            return set(range(len(spans)))
        asking = {last}
        while min(asking) > 0 and not self._has_content([spans[i] for i in asking]):
            asking.add(min(asking) - 1)
        before = min(asking) - 1  # 从A一级一级到B,都是谁领导
        if before >= 0 and self._is_line(spans[before]) and not any(self._named(spans[i]) for i in asking):
            asking.add(before)
        before = min(asking) - 1
        if before >= 0 and POINTED.search(self.text, *spans[before]):  # 合同这摊事,X具体干什么
            asking.add(before)
        told = {i for i in asking if i != last and self._tells_who_asks(spans[i])}
        rest = [spans[i] for i in asking - told]
        about = self._has_content(rest) or any(map(self._named, rest))  # 我的主管是谁
        return asking - told if about else asking

    def _named(self, span: tuple[int, int]) -> bool:
        """Whether a stretch names a role that the documents have."""
        return any(span[0] <= role.start < span[1] for role in self.known_roles)

    def _is_line(self, span: tuple[int, int]) -> bool:
        """Whether a clause names roles and the way from one up to another."""
        return self._named(span) and self._on_line(span)

    def _on_line(self, span: tuple[int, int]) -> bool:
        return any(span[0] <= m.start < span[1] for m in self.of("chain"))

    def _tells_who_asks(self, span: tuple[int, int]) -> bool:
        """Whether a clause says nothing but which role the asker has."""
        said = [m for m in self.of("identity") if span[0] <= m.start < span[1]]
        return bool(said) and any(said[0].end <= r.start < span[1] for r in self.known_roles)

    def _last(self, spans: list[tuple[int, int]], kinds: tuple[str, ...]) -> int | None:
        """The last clause with a question word of the kinds."""
        return next((i for i in range(len(spans) - 1, -1, -1) if self._has_question(spans[i], kinds)), None)

    def _has_question(self, span: tuple[int, int], kinds: tuple[str, ...] = ASKING) -> bool:
        return any(
            span[0] <= m.start < span[1]
            for kind in kinds
            for m in self._written.get(kind, ())
            if m.text not in ("么", "何")
        )

    def _handles(self, span: tuple[int, int]) -> bool:
        """Whether a clause asks who handles what the clause before it tells (客人要退房,归谁管)."""
        things = (TokenKind.WORD, TokenKind.UNKNOWN)
        told = any(t.end <= span[0] and t.kind in things for t in self.content())
        return told and not self.of("identity") and HANDLED.fullmatch(self.text, *span) is not None

    def _has_content(self, spans: list[tuple[int, int]]) -> bool:
        if any(WHOLE_RELATION.search(self.text, *span) and not self._handles(span) for span in spans):
            return True
        if self.of("identity") and any(map(self._named, spans)) and any(map(self._on_line, spans)):
            return True  # 从我往上到X: from whom, is said elsewhere
        frame = FRAME - {"tasks"} if self.roles or self.has("me", "him") else FRAME
        if (self.has("whether") and self.roles) or allows(self.mentions, spans):
            frame = frame | {"authority"}  # neither X有权批吗 nor 谁有权批 says anything of what
        if self.has("path") and self.amounts:
            frame = frame | {"superior"}  # 从我的上级开始 says where the way begins, not of what
        for token in self.content():
            if not any(start <= token.start < end for start, end in spans):
                continue
            if token.kind is TokenKind.ROLE or token.text in phrases().soft or only_spends(token, self.raw):
                continue
            if token.kind is not TokenKind.PHRASE and not is_mere_right(token, self.of("action")):
                return True
            if phrases().kinds.get(token.text, frozenset()) - LIGHT - frame:
                return True
        return False

    def _in_passing(self) -> set[int]:
        """Where tokens start that say only where one is, or of what one is."""
        organizations = {p.start for p in self.places if p.kind == "organization"}
        own = of_what(self.text, self.tokens, self.of("identity"), self.known_roles)
        inside = set() if self.has("collaboration", "relation", "outside") else inside_words(self.tokens)
        told = describing(self.text, self.tokens, self.known_roles) if self.has(*_OF_POSTS) else set()
        return organizations | own | inside | told
