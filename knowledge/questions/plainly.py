"""A plain thing asked of one named role, told apart from the story around it.

Where one role is named and one thing is asked of it, nothing that is said before changes what is asked: why
somebody wants to know, for whom, what he did until now.
"""

from collections.abc import Iterator

from knowledge.questions.clause import Clause
from knowledge.questions.mention import RoleMention, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question
from knowledge.regex import regex
from knowledge.tables import load_table

_WORDS = (TokenKind.WORD, TokenKind.UNKNOWN, TokenKind.PLACE)
_ASKING = ("who", "what", "when", "count", "whether", "path")
_OF_WHOM = ("chain", "colleagues", "superior", "subordinates", "collaboration")
_THIS = regex("(?:[这该此本]个?|我们|咱们?)(?:部门|科室|中心|车间|单位|班组)")
_SURE = 0.95  # how well the role is named at least
_OTHERWISE = (
    "authority",
    "when",
    "person",
    "qualification",
    "negation",
    "except",
    "code",
    "level",
    "deputy",
    "path",
    "compare",
    "relation",
    "whether",
    "may",
    "top",
    "leaf",
    "most",
    "written",
    "function_of",
)  # kinds that ask another thing, or about all roles


def plainly(question: Question) -> Iterator[str]:
    """The question of its one role and its one plain thing, without the story."""
    role = _only_role(question)
    clause = next((c for c in question.clauses if c.primary), None)
    if role is None or clause is None or question.negated or question.amounts or _qualified(question, role):
        return
    if any(_in(clause, m.start) for kind in _OTHERWISE for m in question.of(kind)):
        return
    asked = [m for kind in _ASKING for m in question.of(kind) if question.asking(m.start)]
    if not all(_in(clause, m.start) for m in asked):
        return
    plain = load_table(__package__, "phrases.toml")["plainly"]
    named = {kind: [m for m in question.of(kind) if _in(clause, m.start)] for kind in plain}
    kinds = [kind for kind in plain if named[kind]]
    asks_who = any("谁" in m.text for m in question.of("who"))
    if len(kinds) > 1 or (kinds and kinds[0] not in _OF_WHOM and asks_who):
        return
    inside = [m for kind in (*kinds, "him", "me") for m in question.of(kind) if _in(clause, m.start)]
    starts = [m.start for m in inside] + [role.start] * _in(clause, role.start)
    if not starts or _leaves(question, clause, min(starts)):
        return
    if kinds:
        yield f"{role.text}{plain[kinds[0]]}"
    elif _in(clause, role.start) and question.has("managing", "reporting_verb") and asked:  # …,X归谁带
        yield question.part(min(starts), clause.end)


def of_department(question: Question) -> Iterator[str]:
    """这个部门 with the name of the one department that was told before it."""
    this = [found.span() for found in _THIS.finditer(question.text)]
    homes = [p for p in question.places if p.kind == "department" and this and p.end <= this[0][0]]
    if len(this) == 1 and len({p.name for p in homes}) == 1 and not question.roles:
        clause = next(c for c in question.clauses if c.start <= this[0][0] < c.end)
        if clause.start >= homes[0].end:
            yield f"{homes[0].name}{question.part(this[0][1])}"


def _only_role(question: Question) -> RoleMention | None:
    """The one role that a question names; none where it names others, or posts that no document has."""
    names = {role.names for role in question.known_roles}
    only = next(iter(names)) if len(names) == 1 else ()
    clear = len(only) == 1 and not any(r.unknown or r.quality < _SURE for r in question.roles)
    return question.known_roles[-1] if clear else None


def _qualified(question: Question, role: RoleMention) -> bool:
    """Whether a word right before the role may make it another post (二分厂的|班长), or it is asked of a
    department."""
    if any(question.asking(place.start) for place in question.places):
        return True
    end = role.start - question.text.endswith("的", 0, role.start)
    entering = {m.start for m in question.of("identity_verb")}  # 去考|讲解员
    before = (t for t in question.content() if t.end == end and t.start not in entering)
    return any(t.kind in _WORDS for t in before)


def _leaves(question: Question, clause: Clause, begin: int) -> bool:
    """Whether the clause that asks has words of its own behind a place: they are asked about too."""
    words = (t for t in question.content() if begin <= t.start < clause.end and t.kind in _WORDS)
    return any(t.text not in phrases().soft for t in words)


def _in(clause: Clause, at: int) -> bool:
    return clause.start <= at < clause.end
