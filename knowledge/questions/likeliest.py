"""The likeliest line: the last resort for a question of who does something, in words no document has.

Where no reading explains a question whole, one line may still be meant beyond reasonable doubt: of all that
the documents say it has the words that count, and no other has. How sure that is, a scorecard tells that was
measured on judged questions; below its threshold the question is refused as before.
"""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.once import kept
from knowledge.questions.asked import Asked, asked_verb
from knowledge.questions.asking_frame import frame_of
from knowledge.questions.closeness import closeness, is_contradicted, is_of_strange, is_plain, says_little
from knowledge.questions.context import Context
from knowledge.questions.loosening import loosened
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Mention
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.right_search import Found, satisfies
from knowledge.questions.scorecard import scorecard
from knowledge.questions.thin import says_too_little
from knowledge.questions.tiers import holders, reaches

LIKELY, CLEARLY = 0.55, 0.2  # how likely the line is at least, and how much likelier than any other
_STRANGE, _FEW = 0.75, 0.95  # the same of a line told of a strange thing, or that few words speak for
_DOUBTFUL = 0.2  # how likely what is told is at least; of right answers one in eighty is less
_DOUBTFUL_OF_SEVERAL = 0.7  # the same where lines of several roles are told
_NEAR = 0.1  # how much less likely a line may be that is quoted beside it
_MOST = 8  # lines looked at
_LEAST_SCORE, _MOST_SCORE = 0.62, 0.78  # of a reading that is likely and of one that is certain
_OTHER_QUESTIONS = (
    "superior",
    "subordinates",
    "colleagues",
    "headcount",
    "count",
    "deputy",
    "except",
    "relation",
)
_SEVERAL = ("哪些", "哪几", "几个", "都有谁", "都是谁")  # asks for all of them: one likely line is not enough

_TO_WHOM = (  # asks who gets something, or with whom it is done
    *"给到交派送寄报转发和与同", "通知", "告诉", "提醒", "配合", "协助",
)  # fmt: skip
_HANDED_ON = ("转给", "转到", "转", "报给", "反映给")


def likeliest(case: Case) -> Iterator[Reading]:
    """The reading that one line is meant, where that is sure enough."""
    case = loosely(case)
    if not asks_who(case.question):
        return
    asked, matter, ranked = asked_verb(case.question), matter_of(case.question), _ranked(case.question)
    if not ranked or ranked[0][0] < _least(ranked[0][1], matter):
        return
    organization, top = case.organization, ranked[0][0]
    roles = set(holders(ranked[0][1], organization))
    others = (p for p, m in ranked if not roles.issuperset(holders(m, organization)))
    if top - next(others, 0.0) < CLEARLY:
        return
    near = max(LIKELY, top - _NEAR)
    same = tuple(m for p, m in ranked if p >= near and roles.issuperset(holders(m, organization)))
    slots = {"matter": matter, "asked": asked, "found": Found(same, ()), "likelihood": top}
    score = _LEAST_SCORE + (_MOST_SCORE - _LEAST_SCORE) * (top - LIKELY) / (1.0 - LIKELY)
    yield Reading("who_does", same[0].quality, slots=slots, score=score)


def _least(match: Match, matter: Matter) -> float:
    """How likely a line is at least to be told."""
    if is_contradicted(match, matter):
        return 1.0
    if says_little(match, matter):
        return _FEW
    return _STRANGE if is_of_strange(match, matter) else LIKELY


def nearest(case: Case) -> list[Match]:
    """What comes nearest to what a question asks somebody to be found for, the likeliest first; of each line
    one right."""
    case = loosely(case)
    if not asks_who(case.question):
        return []
    if says_too_little(matter_of(case.question)):
        return []
    near = [m for _, m in _ranked(case.question) if not m.statement.is_department]
    first = {id(m.statement): m for m in reversed(near)}
    return [m for m in near if first[id(m.statement)] is m]


@kept
def _ranked(question: Question) -> list[tuple[float, Match]]:
    """The lines that may be meant, each with how likely it is, the likeliest first."""
    matter, asked = matter_of(question), asked_verb(question)
    matches = eligible(matter, asked)
    likely = (scorecard("meant").likelihood(counts) for counts in closeness(matches, matter, asked))
    return sorted(zip(likely, matches, strict=True), key=lambda pair: -pair[0])


def loosely(case: Case) -> Case:
    """The case read loosely: what was told before the question counts, what no document has counts little."""
    question = loosened(case.question)
    return case if question is None else Case(question, case.organization, case.context)


def is_doubtful(told: Sequence[Match], matter: Matter, asked: Asked) -> bool:
    """Whether the best line of what is told hardly speaks of what is asked: it leaves words of the question,
    and counts like those of questions put to the wrong organization. A limit that the amount asked about
    falls under speaks for itself."""
    best, amounts = told[0], matter.question.amounts
    if is_plain(best, matter) or (amounts and reaches(best, amounts[-1])):
        return False
    own = (m for m in told if m.right.limit is None)  # the tiers of a rule are several
    several = len({name for m in own for name in holders(m, matter.lexicon.organization)}) > 1
    least = _DOUBTFUL_OF_SEVERAL if several else _DOUBTFUL
    return scorecard("told").likelihood(closeness([best], matter, asked)[0]) < least


def asks_who(question: Question) -> bool:
    """Whether a question asks for the one who does something, and for nothing else of him."""
    if not question.has("who") or question.negated or question.has(*_OTHER_QUESTIONS):
        return False
    who = question.of("who")
    several = any(m.text.startswith(_SEVERAL) for m in who)
    return not several and not any(_gets(question, m) for m in who)


def _gets(question: Question, who: Mention) -> bool:
    """Whether it is asked who gets something: not who is to look at it (给谁审), nor whom a case is handed on
    to (这电话转给谁), who is the one to see to it."""
    before = question.text[: who.start]
    sees_to_it = before.endswith("给") and any(m.start == who.end for m in question.of("action"))
    return before.endswith(_TO_WHOM) and not sees_to_it and not before.endswith(_HANDED_ON)


@kept
def matter_of(question: Question) -> Matter:
    """What is left of a question but for the words that only ask."""
    case, asked = Case(question, question.lexicon.organization, Context()), asked_verb(question)
    verb = case.explain((asked.start, asked.end)) if asked.word else {}
    return Matter(question, used(merge(frame_of(case), verb)))


def eligible(matter: Matter, asked: Asked) -> list[Match]:
    """The matches that may be the line meant: those of the best that give a right of the strength asked for,
    within the limit where an amount is asked about."""
    question, organization = matter.question, matter.lexicon.organization
    if not matter.tokens:
        return []
    found: Iterable[Match] = matter.matches()
    found = (m for m in found if not m.right.negated and holders(m, organization))
    if question.amounts:
        found = (m for m in found if reaches(m, question.amounts[-1]))
    if asked.of_mere_doing:  # whoever notifies X is meant, not X
        found = (m for m in found if m.right.holder is None or m.right.verb)
    else:
        found = (m for m in found if satisfies(asked, m.right, m.statement))
    return [*found][:_MOST]
