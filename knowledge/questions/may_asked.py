"""What a question for yes or no asks: whose right, with which verb, and whether that is what it asks."""

from dataclasses import replace

from knowledge.actions import Strength, actions
from knowledge.questions.asked import Asked, asked_verb
from knowledge.questions.choosing import chooses
from knowledge.questions.mention import Mention
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, merge
from knowledge.questions.role_term import RoleTerm
from knowledge.regex import regex

LIGHT = (
    "whether",
    "may",
    "written",
    "again",
    "me",
    "identity",
    "not",
    "him",
    "reporting_verb",
    "submit",
    "relative",
    "authority",
    "who",
)
_HAS = regex(
    r"(?:自己|到底)?有(?:没有|吗|么|不)|的(?:职责|权力|权限|责任|工作|任务|事情?|活)(?:吗|么|吧|不|$)"
)  # …是X的职责吗
_OBJECTS = tuple("把对给跟将代替帮")  # before whoever is not the one who may
_SAYS_SO = ("说了算", "说话算数", "作主张")  # 自己说了算


def asks_whether(question: Question) -> bool:
    """Whether it asks if something may be done, and not what or by whom."""
    asks_what = any(question.primary(m.start) for kind in ("what", "count") for m in question.of(kind))
    asks_who = any(question.primary(m.start) for m in question.of("who")) and not chooses(question, "who")
    whether = any(question.primary(m.start) for m in question.of("whether"))
    return question.has("whether", "may") and not asks_who and (not asks_what or whether)


def asked_right(question: Question) -> Asked:
    """The verb asked with; 自己能定吗 asks for the decision, and so does 自己说了算吗."""
    asked, decides = asked_verb(question), frozenset((Strength.DECIDE,))
    says_so = [m for m in question.of("may") if m.text.endswith(_SAYS_SO) and question.asking(m.start)]
    if says_so and not asked.word:
        return Asked("决定", says_so[0].start, says_so[0].end, decides)
    may_decide = question.has("may") and Strength.DECIDE in asked.strengths
    return replace(asked, strengths=decides) if may_decide else asked


def frame_of_right(case: Case, subject: RoleTerm, asked: Asked) -> dict[int, float]:
    """The positions of whoever is asked about, of the words that only ask, and of the verb."""
    verb = case.explain((asked.start, asked.end)) if asked.word else {}
    return merge(case.explain(subject), case.explain_kinds(*LIGHT), verb)


def again_asked(question: Question, asked: Asked) -> list[Mention]:
    """The verbs of the same strength behind what is to be chosen: 决定票价怎么定."""
    if not chooses(question, "what", "who"):
        return []
    verbs = [m for m in question.of("action") if m.start > asked.start and question.primary(m.start)]
    return [m for m in verbs if not actions().asked[m.text].isdisjoint(asked.strengths)]


def subject_of(case: Case) -> RoleTerm | None:
    """The role that is asked about: the last one before 能 or 可以, else the first."""
    named = [t for t in case.subjects if t.end]
    objects = [t for t in named if case.question.text[max(0, t.start - 1) : t.start] in _OBJECTS]
    terms = sorted((t for t in named if t not in objects), key=lambda t: t.start) or named or case.subjects
    agents = [
        t for t in terms if case.question.text[max(0, t.start - 1) : t.start] in ("由", "归", "让") and t.end
    ]
    agents = [t for t in agents if not t.person]  # 有权让他停班
    agents = agents or [t for t in terms if t.end and _HAS.match(case.question.text, t.end)]
    if agents:
        return agents[-1]
    spot = _spot(case.question)
    before = [t for t in terms if t.end <= spot]
    if not before:
        return terms[0] if terms else None
    near = [t for t in before if t.end and _same_clause(case.question, t.start, spot)]
    if near:  # 驾驶员请事假,车队长可以批吗
        return near[-1] if _adjoins(case.question, near[-1], spot) else near[0]
    all_asked = all(case.question.asking(t.start) for t in before)
    return before[-1] if case.question.asking(before[-1].start) and not all_asked else terms[0]


def _spot(question: Question) -> int:
    """Where it is asked what may be done: the last 能 or 可以, else the verb; -1 where there is neither."""
    spots = [m.start for m in question.of("may") if question.asking(m.start)]
    asked = asked_right(question)
    return max(spots, default=asked.start if asked.word and question.primary(asked.start) else -1)


def _same_clause(question: Question, start: int, end: int) -> bool:
    return any(c.start <= start < c.end and c.start <= end < c.end for c in question.clauses)


def _adjoins(question: Question, term: RoleTerm, spot: int) -> bool:
    """Whether nothing but fillers stands between a role and what may be done (X自己能定吗)."""
    may = {i for m in question.of("may") for i in range(m.start, m.end)}
    between = [t for t in question.content() if term.end <= t.start < spot and t.start not in may]
    return not between
