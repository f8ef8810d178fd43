"""The verb of authority that a question asks with."""

from dataclasses import dataclass

from knowledge.actions import Strength, actions
from knowledge.once import kept
from knowledge.questions.mention import Mention, TokenKind
from knowledge.questions.question import Question
from knowledge.questions.weights import is_wished
from knowledge.regex import regex

_WEAK = frozenset((Strength.TAKE_PART, Strength.ADVISE))
_OBJECTS = frozenset((Strength.TAKE_PART, Strength.OVERSEE))  # verbs that are what is done behind 负责
_SAYS_LITTLE = frozenset((Strength.LEAD, Strength.EXECUTE, Strength.USE))  # 负责, 做, 用
LEADING = frozenset((Strength.LEAD, Strength.EXECUTE))
_GENERAL = (
    "负责",
    "管理",
    "处理",
    "负责的",
    "责任人",
    "own",
    "owner",
    "handle",
    "manage",
)  # verbs of anything
_NAMED = regex(
    "章(?!程|节)|书(?![籍稿号目面本报记])|函|笔(?!记)"
)  # 授权章, 委托书: the verb only names a thing
_THINGS = ("稿",)  # fillers that name a thing behind a verb: 设计稿
_USING = "用"
_WHO_DOES = "人"  # 审核人 is whoever reviews
_RIGHT_WORDS = ("权力", "权利", "权限", "权")


@dataclass(frozen=True, slots=True)
class Asked:
    """The verb of authority that a question asks with: its word, its place, and the strengths it may mean."""

    word: str
    start: int
    end: int
    strengths: frozenset[Strength]

    @property
    def as_right(self) -> bool:
        """Whether it was asked for as a right by name (拟定权)."""
        return self.end - self.start > len(self.word)

    @property
    def strongest(self) -> Strength | None:
        """The strongest strength it may mean, None where no verb was used."""
        return max(self.strengths) if self.strengths else None

    @property
    def is_general(self) -> bool:
        """Whether its word says nothing of what is done: 处理, 管理."""
        return self.word in _GENERAL

    @property
    def of_mere_doing(self) -> bool:
        """Whether it asks for no more than who does something: 办, 处理, or no verb at all."""
        return not self.word or self.is_general or self.strengths <= LEADING


NO_VERB = Asked("", 0, 0, frozenset())
HANDED_UP = Asked("审核或审批", 0, 0, frozenset((Strength.REVIEW, Strength.DECIDE)))


@kept
def asked_verb(question: Question) -> Asked:
    """The verb that the question asks with: the one nearest to the question word, 负责 and 做 last of all."""
    verbs = [m for m in question.of("action") if question.asking(m.start) and _stands(question, m)]
    verbs = [m for m in verbs if not question.is_done(m.start)]
    if question.done and not verbs:
        return HANDED_UP
    if question.has("who", "submit"):
        verbs = [m for m in verbs if not is_wished(question.text, m.start, m.text)]
    handed = [m for m in question.of("hand_up") if question.primary(m.start)]
    if handed and not any(
        question.primary(v.start) and not actions().asked[v.text] <= LEADING and not _begins_noun(question, v)
        for v in verbs
    ):
        return HANDED_UP  # 写完了拿给谁看 asks for whoever reviews or decides, not for whoever writes
    if not verbs:
        return NO_VERB
    may = [m.end for m in question.of("may") if question.primary(m.start)] if question.has("whether") else []
    agents = [] if may else _behind_agents(question, verbs)
    verbs = _first_of(question, verbs, agents[0]) if agents else verbs
    spots = (
        may
        or agents
        or [
            m.start
            for kind in ("who", "whether", "may", "submit")
            for m in question.of(kind)
            if question.asking(m.start)
        ]
        or [0]
    )

    def rank(mention: Mention) -> tuple[bool, bool, bool, bool, bool, int, int]:
        strengths = actions().asked[mention.text]
        only_lead = strengths <= _SAYS_LITTLE
        attributive = question.text[mention.end : mention.end + 1] == "的" and mention.end + 1 < len(
            question.text
        )
        attributive = attributive or (len(verbs) > 1 and _begins_noun(question, mention))
        right = question.text.startswith(_RIGHT_WORDS, mention.end)
        object_ = strengths <= _OBJECTS and any(
            v.end < mention.start and actions().asked[v.text] <= LEADING for v in verbs
        )  # 谁负责产品支持: what is led, not how
        nominal = object_ or (question.text[mention.start - 1 : mention.start] == "的" and not right)
        passed = bool(agents) and mention.start < agents[0]  # 评审|由质检员牵头吗
        return (
            not right,
            passed or is_embedded(question, mention),
            attributive or object_,
            only_lead,
            nominal,
            min(abs(mention.start - s) for s in spots),
            -len(mention.text),
        )

    verbs = [v for v in verbs if v.text != _USING or any(v.start - 2 <= s <= v.end for s in spots)]
    if not verbs:
        return NO_VERB  # 谁教客户用产品
    best = min(verbs, key=rank)
    for weaker in verbs:  # 参与制定权 is a right to take part
        if weaker.end == best.start and not actions().asked[weaker.text].isdisjoint(_WEAK):
            return Asked(weaker.text, weaker.start, weaker.end, actions().asked[weaker.text])
    end = best.end + max((len(w) for w in _RIGHT_WORDS if question.text.startswith(w, best.end)), default=0)
    return Asked(best.text, best.start, end, actions().asked[best.text])


def _behind_agents(question: Question, verbs: list[Mention]) -> list[int]:
    """Where the verb of a question for yes or no is to be sought: behind the role, and not next to 吗 at the
    end (质检员|参与供应商评审吗)."""
    if question.has("who", "submit", "may") or not question.has("whether"):
        return []
    ends = [r.end for r in question.known_roles if question.asking(r.start)]
    return [end for end in ends if any(v.start >= end for v in verbs)][-1:]


def _first_of(question: Question, verbs: list[Mention], agent: int) -> list[Mention]:
    """Of the verbs of a question for yes or no the first ones behind whoever it is about, side by side
    (负责|主持|供应商评审吗), unless a later one is what they are about (负责…的审核吗)."""
    behind = sorted((v for v in verbs if v.start >= agent), key=lambda v: (v.start, -v.end))
    chain = behind[:1]
    for verb in behind[1:]:
        if verb.start <= chain[-1].end:
            chain.append(verb)
    named = any(question.text.startswith("的", v.start - 1) for v in behind if v not in chain)
    return verbs if named else [*(v for v in verbs if v.start < agent), *chain]


def is_embedded(question: Question, mention: Mention) -> bool:
    """Whether a verb is a piece of what is asked about, between two of its words: 封面|设计|稿."""
    kinds = (TokenKind.WORD, TokenKind.UNKNOWN)
    words = [t for t in question.content() if t.kind in kinds]
    behind = any(t.start == mention.end for t in words) or question.text.startswith(_THINGS, mention.end)
    return behind and any(t.end == mention.start for t in words)


@kept
def leading_verbs(question: Question) -> list[Mention]:
    """The verbs that say no more than 负责 or 牵头: they need no statement to explain them."""
    found = [m for m in question.of("action") if actions().asked[m.text] <= LEADING]
    return [m for m in found if question.asking(m.start) and _stands(question, m)]


def _stands(question: Question, mention: Mention) -> bool:
    """Whether a verb is a word of its own in the question, not a piece of a longer one (code review)."""
    before = question.text[: mention.start]
    roles = {role.end for role in question.roles}
    if (
        mention.text.isascii()
        and before[-1:].isascii()
        and before[-1:].isalpha()
        and len(before) not in roles
    ):
        return False
    if _NAMED.match(question.text, mention.end):
        return False
    for token in question.tokens:
        if token.start <= mention.start and mention.end <= token.end:
            rest = token.text[mention.end - mention.start :]
            return token.start == mention.start and (
                rest in ("", *_RIGHT_WORDS)
                or _strip_right(rest) in actions().asked
                or (rest == _WHO_DOES and actions().asked[mention.text].isdisjoint(LEADING))
            )
    return True


def _begins_noun(question: Question, mention: Mention) -> bool:
    """Whether a verb only begins a noun that the documents have (审计|底稿), and does not stand behind 谁."""
    behind = next((t for t in question.tokens if t.start == mention.end), None)
    if (
        behind is None
        or behind.kind is not TokenKind.WORD
        or any(m.end == mention.start for m in question.of("who"))
    ):
        return False
    return question.lexicon.writes(mention.text + behind.text)


def _strip_right(text: str) -> str:
    return next((text.removesuffix(word) for word in _RIGHT_WORDS if text.endswith(word)), text)
