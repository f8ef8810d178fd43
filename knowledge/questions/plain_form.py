"""A plain thing asked of one role, of two, of a department or of the whole house, in a form of the table.

The forms of `plain_form.toml` are made of parts that combine. A question has one of them as a whole: between
the parts stands only what may be passed over, and around them only a story that changes nothing of it.
"""

import re
from collections.abc import Iterator

from knowledge.once import kept
from knowledge.questions.clause import clause_spans
from knowledge.questions.mention import TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.plain_table import DEPARTMENT, PASSED, ROLE, any_word, form_of, part, plain_table
from knowledge.questions.question import Question
from knowledge.regex import regex

_FINAL = regex("吗(?=[?。!,]|$)")
_LIGHT = frozenset(
    ("greeting", "thanks", "brief", "again", "written", "relative", "me", "identity", "polite")
)
_LONGEST = 60  # characters of the clauses that have the form
_SURE = 0.95  # how well a role is named at least
_TWO = ("compare", "compare_power")
_OF_HOUSE = ("all_posts", "all_depts")
_OF_DEPARTMENT = ("dept_posts",)
_BY_VERB = ("duties", "work", "deciding")  # a story before may be what it is about
_INSIDE = ("部门", "岗位", "同事")
_RELATED = ("superior", "subordinates", "colleagues", "him")  # others are meant than those that were named
_TOGETHER = "一块"  # no amount of money
_POSTS = "岗位职务子置"  # last characters of what means the post, not the person
_BARE = "是有都的"  # of a question word (都有谁) what is none
_HOUSES = ("公司", "单位", "集团", "企业", "组织", "厂", "院", "校", "店", "局")
_APPROVING = ("审批", "批准", "审核", "审定", "签字")
_ME = ("我", "俺", "咱", "本人")


def plain_form(question: Question, said: tuple[str, ...] = (), known: tuple[str, ...] = ()) -> str | None:
    """The question in the plainest words; None where it has none of the forms. `said`: the role that the
    asker says he has; `known`: the one he said before."""
    if question.negated and not _short(question.text):
        return None
    me = said or known
    roles, names = question.roles, list(dict.fromkeys(role.names for role in question.known_roles))
    if any(len(n) != 1 for n in names) or any(r.unknown or r.quality < _SURE for r in roles):
        return None
    if any(not question.text.startswith(_TOGETHER, a.start) for a in question.amounts):
        return None
    homes = list(dict.fromkeys(p.name for p in question.places if p.kind != "organization"))
    kinds = _kinds(question, len(names), len(homes), me)
    for start, end, skeleton in _runs(question, me, bool(names)) if kinds else ():
        kind = form_of(skeleton, kinds)
        if kind and _tells_no_more(question, start, end, kind) and not _asks_for_part(question, kind):
            own, *others = [name for (name,) in names] or [*me, ""]
            other, home = others[0] if others else "", homes[0] if homes else ""
            side = _side(skeleton) if kind == "collaboration" else ""
            shown = "work" if kind == "duties" and _short(question.text) else kind
            plain = plain_table()["plainly"][shown].format(role=own, other=other, side=side, dept=home)
            return f"我是{own},{plain}" if said == (own,) else str(plain)
    return None


def _asks_for_part(question: Question, kind: str) -> bool:
    """Whether a part alone is asked for: tasks of the duties, what may be approved of what may be done."""
    if kind == "duties":
        return question.has("tasks")
    return kind in ("authority", "deciding") and any(m.text in _APPROVING for m in question.of("action"))


def _kinds(question: Question, roles: int, homes: int, me: tuple[str, ...]) -> tuple[str, ...]:
    """What may be asked of so many roles and departments."""
    if roles == 2:
        return _TWO if not homes else ()
    if roles == 1 or (not roles and len(me) == 1 and question.has("me")):
        apart = (*_TWO, *_OF_HOUSE, *_OF_DEPARTMENT)
        return tuple(k for k in plain_table()["forms"] if k not in apart) if not homes else ()
    if roles or homes > 1:
        return ()
    related = [m for kind in _RELATED for m in question.of(kind)]
    if homes or not all(question.text.endswith(_HOUSES, 0, m.start) for m in related):  # 单位|下面
        return _OF_DEPARTMENT if homes else ()
    return _OF_HOUSE


def _runs(question: Question, me: tuple[str, ...], named: bool) -> Iterator[tuple[int, int, str]]:
    """The stretches of a question that may have a form, each with what it is held against; longest first."""
    spans = clause_spans(question.text)
    asking = [r.start for r in question.known_roles if _word_before(question.text, r.start)]
    starts = sorted({*(s for s, _ in spans), *asking})
    ends = [e for _, e in reversed(spans)]
    passed, typed = _passable(question), _typed(question)
    texts = [question.text, typed] if typed != question.text else [typed]
    for start in starts:
        for end in ends:
            if 0 < end - start <= _LONGEST:
                stands = _stands(question, start, end, me, named)
                for text in texts:
                    yield start, end, _skeleton(text[:end], start, passed, stands)


def _typed(question: Question) -> str:
    """The text with the words put back that were taken for wrong ones; those of names stay."""
    text, named = question.text, {i for r in question.roles for i in range(r.start, r.end)}
    for typed, meant in question.repair.words:
        at = text.find(meant)
        if at >= 0 and named.isdisjoint(range(at, at + len(meant))):
            text = text[:at] + typed + text[at + len(meant) :]
    return text


def _word_before(text: str, at: int) -> bool:
    """Whether a verb of asking stands before a place: what stands before it is a story."""
    return text[:at].endswith(tuple(plain_table()["asking"]["words"]))


def _stands(
    question: Question, start: int, end: int, me: tuple[str, ...], named: bool
) -> dict[int, tuple[int, str]]:
    """What stands for the roles and departments of a stretch: by place, where it ends and the character."""
    inside = any(start <= r.start < end for r in question.known_roles)
    stands = {r.start: (r.end, ROLE) for r in question.known_roles}
    stands |= {} if inside else _pronouns(question, start, end, me, named)
    return stands | {p.start: (p.end, DEPARTMENT) for p in question.places if p.kind != "organization"}


def _skeleton(text: str, start: int, passed: frozenset[int], stands: dict[int, tuple[int, str]]) -> str:
    """A text from a place on with what stands for its names, and a mark behind what may be passed over."""
    parts, at = list[str](), start
    while at < len(text):
        if at in stands:
            at, character = stands[at]
            parts.append(character)
            continue
        parts.append(text[at] + PASSED * (at in passed))
        at += 1
    return "".join(parts)


def _pronouns(
    question: Question, start: int, end: int, me: tuple[str, ...], named: bool
) -> dict[int, tuple[int, str]]:
    """What stands for a role that was named before, or for the asker's own."""
    text = question.text
    if len({r.names for r in question.known_roles}) == 2:
        both = any_word("both").search(text, start, end)
        return {both.start(): (both.end(), f"{ROLE}和{ROLE}")} if both else {}
    if named:
        found = part("this").search(text, start, end)
        if found and (found.group()[-1] in _POSTS or not _of_other(question)):
            return {found.start(): (found.end(), ROLE)}
    own = named and (question.known_roles[0].names == me or _is_own(question))
    if own or (len(me) == 1 and not named):
        at = next((i for i in range(start, end) if text.startswith(_ME, i)), -1)
        if at >= 0:
            return {at: (at + (2 if text.startswith("本人", at) else 1), ROLE)}
    return {}


def _of_other(question: Question) -> bool:
    """Whether somebody else may be meant, whom a role is told to have (X的上级…他)."""
    ends = {r.end for r in question.known_roles}
    others = [m for kind in _RELATED for m in question.of(kind) if kind != "him"]
    return any(m.start in ends or question.text.endswith("的", 0, m.start) for m in others)


def _is_own(question: Question) -> bool:
    """Whether the asker says in passing that the role is his (新人编务一枚)."""
    table, role = plain_table()["own"], question.known_roles[0]
    before = re.split("[,;。?!]", question.text[: role.start])[-1]
    return any(w in before for w in table["before"]) or question.text.startswith(
        tuple(table["behind"]), role.end
    )


@kept
def _passable(question: Question) -> frozenset[int]:
    """The positions that may be passed over."""
    table, nouns = phrases(), phrases().nouns
    found, words, asked = set[int](), set[int](), set[int]()
    for token in question.tokens:
        light = token.kind is TokenKind.MARK or (
            token.kind is TokenKind.FILLER and len(token.text) > 1 and token.text not in nouns
        )
        if light or (token.kind is TokenKind.PHRASE and table.kinds[token.text] <= _LIGHT):
            found.update(range(token.start, token.end))
        elif token.kind is TokenKind.PHRASE and "who" in table.kinds.get(token.text, ()):
            asked.update(i for i in range(token.start, token.end) if question.text[i] not in _BARE)
        if token.kind is TokenKind.WORD and len(token.text) > 1:
            words.update(range(token.start, token.end))
    further = (any_word("passed"), part("short"))
    for here in (range(*f.span()) for pattern in further for f in pattern.finditer(question.text)):
        if len(here) > 1 or here.start not in words:
            found.update(here)
    if any_word("polite").search(question.text):  # 能讲讲…吗
        found.update(f.start() for f in _FINAL.finditer(question.text))
    return frozenset(found - asked)


def _tells_no_more(question: Question, start: int, end: int, kind: str) -> bool:
    """Whether what stands before and behind a stretch changes nothing of what is asked in it."""
    before = [(s, min(e, start)) for s, e in clause_spans(question.text) if s < start]
    behind = [(s, e) for s, e in clause_spans(question.text) if s >= end]
    passed = _passable(question)
    rest = [(s, e) for s, e in (*before, *behind) if not all(i in passed for i in range(s, e))]
    loose = kind in (*_BY_VERB, *_OF_HOUSE, *_OF_DEPARTMENT)
    led = _word_before(question.text, start)  # 邻居问|编务干什么
    return all(_is_story(question, s, e, loose and not (led and e == start)) for s, e in rest)


def _is_story(question: Question, start: int, end: int, loose: bool) -> bool:
    """Whether a clause tells only why somebody asks. `loose`: what is asked may be about what it tells."""
    text = question.text[start:end]
    plain = any_word("unknowing").sub("", text)
    if any_word("never").search(plain):
        return False
    return bool(any_word("tellers").search(text)) or text != plain or not loose


def _short(text: str) -> bool:
    """Whether a short answer is asked for."""
    return any(word in text for word in plain_table()["parts"]["short"])


def _side(text: str) -> str:
    """内部 or 外部, where it is asked of one of them alone."""
    plain = text.replace(PASSED, "")
    inside, outside = (bool(part(name).search(plain)) for name in ("inside", "outside"))
    inside = inside or (outside and any(word in plain for word in _INSIDE))
    return "" if inside == outside else "内部" if inside else "外部"
