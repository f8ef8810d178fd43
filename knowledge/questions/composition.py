"""Questions made of several: 上级和下级分别是谁, 除了X还有谁, 谁既…又…, 是A还是B, two in one message."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from knowledge.actions import Strength, actions
from knowledge.questions.composition_words import composition_words
from knowledge.questions.context import Context
from knowledge.questions.either import either
from knowledge.questions.mention import RoleMention, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question
from knowledge.questions.right_both import right_both
from knowledge.regex import regex

_ASPECTS = frozenset((
    "superior", "subordinates", "duties", "authority", "collaboration", "headcount", "department", "code",
    "level", "summary", "colleagues", "superior_far", "subordinates_far",
))  # fmt: skip
_OF_TWO = (
    "compare",
    "relation",
    "chain",
    "colleagues",
    "collaboration",
    "higher",
    "same_department",
)  # they need both roles together
_RELATIONS = frozenset(("superior", "subordinates"))
_EACH = ("各自",)
_TOGETHER = ("共同", "共有的")
_WHO = "谁"
_BARE_RELATION = regex("(?:归|由|向|受|听)谁|(?:管|带|领导)谁")  # goes on about the role asked about before


class How(StrEnum):
    """What is made of the answers to the parts."""

    EACH = "each"  # every part is answered
    BOTH = "both"  # the roles that answer every part
    EXCEPT = "except"  # the roles that answer the part, but for the named ones
    AMONG = "among"  # of the named roles those that answer the part
    NOT = "not"  # the part says the opposite
    NOBODY = "nobody"  # whether no role answers the part
    ONLY = "only"  # whether the named roles alone answer the part
    DESCRIBED = "described"  # what is asked further of the roles that answer the part


@dataclass(frozen=True, slots=True)
class Composition:
    """The questions that a question is made of; `named`: the roles left out or chosen from; `apart`: whether
    the parts stand in sentences of their own, so that one that cannot be read spoils no other; `then`: what
    is asked of the roles that answer the part."""

    how: How
    parts: tuple[str, ...]
    named: tuple[str, ...] = ()
    apart: bool = False
    then: str = ""


def compositions(question: Question, context: Context) -> Iterator[Composition]:
    """The ways to take a question apart, the surest first; none where it asks for one thing."""
    yield from _them(question, context)
    if meant := either(question, context):
        yield Composition(How.EACH, meant)
    yield from _excepted(question)
    yield from _only(question)
    yield from _denied(question)
    yield from _both(question)
    yield from (Composition(How.BOTH, two) for two in right_both(question))
    yield from _among(question)
    yield from _matters(question)
    yield from _sentences(question)
    yield from _aspects(question)
    yield from _places(question)
    yield from _roles(question)
    yield from _described(question)


def _excepted(question: Question) -> Iterator[Composition]:
    """除了X还有谁能…: the question without X, and X."""
    for pattern in composition_words().excepted:
        found = pattern.search(question.text)
        if found is None:
            continue
        span = found.span("named")
        named = [r for r in question.known_roles if span[0] <= r.start and r.end <= span[1]]
        rest = question.part(0, found.start()) + question.part(found.end())
        if named and rest:
            names = tuple(name for role in named for name in role.names)
            rest = composition_words().further.sub("", composition_words().others.sub(_WHO, rest))
            yield Composition(How.EXCEPT, (rest,), names)
        return


def _only(question: Question) -> Iterator[Composition]:
    """只有X能…吗: who can, and whether that is X and nobody else."""
    for role in question.known_roles if question.has("whether") else ():
        lead = composition_words().only.search(question.text[: role.start])
        rest = composition_words().alone.sub("", question.text[role.end :]).rstrip("?吗吧么啊呀呢")
        if lead is not None and rest:
            yield Composition(How.ONLY, (f"{question.part(0, lead.start())}{_WHO}{rest}",), role.names)


def _described(question: Question) -> Iterator[Composition]:
    """负责X的那个岗位的上级是谁: who does X, and then the same of whoever that is."""
    found = composition_words().described.match(question.text)
    if found is None or any(who.start < found.end("what") for who in question.of("who")[:1]):
        return
    if question.has("identity", "me") and question.known_roles:
        return  # 我是做X的,我这个岗位… tells who asks
    what, rest = found.span("what"), found.start("rest")
    related = any(m.start >= rest for kind in _ASPECTS for m in question.of(kind))
    does = any(m.end <= what[1] for m in question.of("action"))
    if (related or _BARE_RELATION.search(question.text, rest)) and does:
        yield Composition(How.DESCRIBED, (f"{_WHO}{question.part(0, what[1])}",), then=question.part(rest))


def _denied(question: Question) -> Iterator[Composition]:
    """X不能…吗, 谁也不能…: the same without the denial."""
    text = question.text
    nobody = composition_words().nobody.search(text)
    lacks = composition_words().lacks.search(text)
    if lacks is not None and question.known_roles and not question.has("who", "what"):
        at = lacks.start()
        denied = f"{question.part(0, at)}有{lacks['right']}吗"
        yield Composition(How.NOT, (denied.replace("是不是有", "有").replace("是否有", "有"),))
    elif nobody is not None and not question.known_roles:
        rest = question.part(nobody.end()).rstrip("吗吧?")
        yield Composition(How.NOBODY, (f"{question.part(0, nobody.start())}{_WHO}能{rest}",))
    elif question.negated and question.roles and question.has("whether") and not question.has("who", "what"):
        word = question.of("negation")[0] if question.has("negation") else None
        if word is not None and question.asking(word.start):
            allowed = word.text[1:] if word.text in composition_words().allowed else "能"
            yield Composition(How.NOT, (f"{question.part(0, word.start)}{allowed}{question.part(word.end)}",))


def _both(question: Question) -> Iterator[Composition]:
    """谁既…又…: one question for each side."""
    if question.has("whether") and question.known_roles:
        return
    for pattern in composition_words().both:
        found = pattern.search(question.text)
        if found is not None:
            verb = found.groupdict().get("verb") or ""
            yield Composition(How.BOTH, (f"{_WHO}{verb}{found['one']}", f"{_WHO}{verb}{found['two']}"))
            return


def _among(question: Question) -> Iterator[Composition]:
    """A和B谁…, 是A还是B…: the question with 谁 in their place."""
    if question.has("whether", *_OF_TWO):
        return
    run = max(_runs(question, "还是"), key=len, default=[])
    if len(run) < 2:
        return
    text, names = question.text, tuple(name for role in run for name in role.names)
    choice = any("还是" in text[a.end : b.start] for a, b in pairwise(run))
    behind = text[run[-1].end :]
    if choice and not question.has("who"):
        first = text[run[0].end : run[1].start].partition("还是")[0].rstrip(",是")
        lead = text[: run[0].start].removesuffix("是").removesuffix("由")
        rest = behind.lstrip("的")
        yield Composition(How.AMONG, (f"{lead}{_WHO}{rest if rest.strip('?呢啊呀。') else first}",), names)
        return
    asked = composition_words().chosen.match(behind)
    if asked is not None:
        yield Composition(How.AMONG, (f"{text[: run[0].start]}{behind[asked.start('rest') :]}",), names)


def _both_approve(one: str, two: str) -> bool:
    """Whether two verbs are steps of one approval: 谁审核、谁审批 asks for its way."""
    asked, steps = actions().asked, {Strength.DECIDE, Strength.REVIEW}
    return all(asked.get(verb, frozenset()) & steps for verb in (one, two))


def _matters(question: Question) -> Iterator[Composition]:
    """A和B分别由谁审批: one question for each matter."""
    found = composition_words().matters.match(question.text)
    if found is not None and not any(role.start < found.end("two") for role in question.known_roles):
        rest = found["rest"]
        yield Composition(How.EACH, (f"{found['one']}{rest}", f"{found['two']}{rest}"))


def _sentences(question: Question) -> Iterator[Composition]:
    """Two questions or more in one message; a clause that asks nothing goes with the one behind it."""
    paired = composition_words().paired.match(question.text.rstrip("?呢啊呀"))
    if paired is not None and not _both_approve(paired["one"], paired["two"]):
        lead = question.part(0, paired.end("lead"))
        both = f"{lead}{_WHO}{paired['one']}", f"{lead}{_WHO}{paired['two']}"
        yield Composition(How.EACH, both, apart=True)  # what is known of one is not all that was asked
        return
    if len(question.clauses) < 2:
        return
    parts: list[str] = []
    pending, apart = "", True
    for clause in question.clauses:
        words = question.part(clause.start, clause.end)
        if question.asks(clause.start, clause.end):
            parts.append(pending + words)
            pending = ""
        else:
            pending += words
    if pending and parts:
        parts[-1] += pending
    parts = [parts[0], *(f"他{p}" if _BARE_RELATION.match(p) else p for p in parts[1:])] if parts else parts
    parts = [composition_words().then.sub("", part.strip()).strip(",;。.、") for part in parts]
    apart = all(part.endswith("?") for part in parts[:-1])
    if len(parts) > 1:
        yield Composition(How.EACH, tuple(parts), apart=apart)


def _aspects(question: Question) -> Iterator[Composition]:
    """X的上级和下级: one question for each."""
    spots = [
        (t.start, t.end, kinds)
        for t in question.tokens
        if t.kind is TokenKind.PHRASE and (kinds := phrases().kinds[t.text] & _ASPECTS)
    ]
    for at in range(len(spots) - 1):
        run = [spots[at]]
        for spot in spots[at + 1 :]:
            between = question.text[run[-1][1] : spot[0]]
            joined = between in composition_words().joiners
            joined = joined or (not between and (run[-1][2] | spot[2]) <= _RELATIONS)  # 上级下级
            if not joined or run[-1][2] & spot[2]:
                break
            run.append(spot)
        if len(run) > 1:
            lead, tail = question.part(0, run[0][0]), question.part(run[-1][1])
            yield Composition(How.EACH, tuple(_plain(lead + question.part(s, e) + tail) for s, e, _ in run))
            return


def _roles(question: Question) -> Iterator[Composition]:
    """A和B的上级: one question for each role."""
    each = composition_words().each.search(question.text)
    together = any(word in question.text for word in _TOGETHER)
    if (not each and question.has(*_OF_TWO, "top")) or together:
        return
    run = max(_runs(question), key=len, default=[])
    asking = [role for role in question.known_roles if question.asking(role.start)]
    if asking and not any(role in asking for role in run):
        return  # 听说有什么主任、园长,…一直到总裁: told in passing
    if len(run) > 1:
        lead, tail = question.part(0, run[0].start), question.part(run[-1].end)
        yield Composition(How.EACH, tuple(_plain(f"{lead}{role.text}{tail}") for role in run))


def _places(question: Question) -> Iterator[Composition]:
    """A部、B部的报销各由谁审批: one question for each department."""
    places = [p for p in question.places if p.kind == "department"]
    gaps = [question.text[a.end : b.start] for a, b in pairwise(places)]
    if (
        len(places) > 1
        and question.has("who")
        and gaps
        and all(gap in composition_words().joiners for gap in gaps)
    ):
        lead, tail = question.part(0, places[0].start), question.part(places[-1].end)
        if composition_words().each.search(tail) and not question.known_roles:
            parts = tuple(_plain(f"{lead}{p.name}{tail}") for p in places)
            yield Composition(How.EACH, parts)


def _them(question: Question, context: Context) -> Iterator[Composition]:
    """他们的职责: one question for each role that was named in the answer before."""
    plural = [m for m in question.of("him") if m.text in composition_words().plural]
    them = plural or (question.of("him") if not context.subjects else [])
    of_two = any(m.text not in _EACH for kind in _OF_TWO for m in question.of(kind))
    if them and len(context.found) > 1 and not question.roles and not of_two:
        lead, tail = question.part(0, them[0].start), question.part(them[0].end)
        yield Composition(How.EACH, tuple(_plain(f"{lead}{name}{tail}") for name in context.found))


def _runs(question: Question, *further: str) -> Iterator[list[RoleMention]]:
    """Roles one behind the other with nothing but a joiner between; `further`: other words that may stand
    between."""
    run: list[RoleMention] = []
    for role in question.known_roles:
        between = question.text[run[-1].end : role.start] if run else ""
        joined = between in composition_words().joiners or any(word in between for word in further)
        if run and not joined:
            yield run
            run = []
        run.append(role)
    yield run


def _plain(text: str) -> str:
    return composition_words().each.sub("", text)
