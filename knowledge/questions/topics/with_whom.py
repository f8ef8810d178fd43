"""With or for whom a role does something: X要配合谁做检修, X每月和谁核对账目, X要给谁提供资料."""

from collections.abc import Iterator

from knowledge.actions import Strength, actions
from knowledge.answer import Answer, Say
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.match import Match, best_set
from knowledge.questions.matter import Matter
from knowledge.questions.mention import TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, statement_evidence
from knowledge.questions.role_mentions import find_roles
from knowledge.questions.topic import Topic
from knowledge.regex import regex

_LIGHT = (
    "who", "submit", "collaboration", "again", "relative", "written", "may", "department", "him",
    "identity_verb",
)  # fmt: skip
_WITH = regex(r"(?:配合|协助|协同|会同|联合|支持|帮助?|和|跟|与|同|给|向|为)(?:着|好)?$")  # before 谁
_BESIDE = regex(r"(?:配合|协助|协同|会同|联合|支持|帮助|和|跟|与|同|给|向|为)(?:本\w)?$")  # before a name
_LISTED = regex("[、和与及]")
_APPROVES = frozenset((Strength.DECIDE, Strength.REVIEW))
_LEAST, _MOST_MISSING, _SPREAD = 0.66, 0.2, 0.06


def propose(case: Case) -> Iterator[Reading]:
    """A role, a word for with or for before 谁, and what the role does; a line of its own that says both."""
    question = case.question
    terms = [t for t in case.subjects if t.end and not t.steps and len(t.names) == 1]
    if len(terms) != 1 or question.negated or question.has("whether") or question.amounts:
        return
    term = terms[0]
    asked = [m for m in question.of("who") if m.start > term.end and _WITH.search(question.text, 0, m.start)]
    if not asked:
        return
    before = _WITH.search(question.text, 0, asked[0].start)
    assert before is not None
    joins = (before.start(), before.end())
    frame = merge(case.explain(term, joins), case.explain_kinds(*_LIGHT))
    words = (t for t in question.content() if t.kind is TokenKind.WORD and t.text not in phrases().soft)
    if not any(t.start >= term.end for t in words):
        return  # X和谁配合 asks for all its partners
    for spent in (frame, merge(frame, case.explain(*question.of("action")))):
        matter = Matter(question, used(spent))
        if not matter:
            continue
        lines = matter.matches(case.organization.statements.of(term.names[0]))
        best = best_set(lines, _LEAST, _MOST_MISSING, _SPREAD)
        told = [(m, names) for m in best if (names := _beside(m, term.names, case.lexicon))]
        if told:
            verbs = case.explain(
                *(m for m in question.of("action") if not actions().asked[m.text] & _APPROVES)
            )
            explained = merge(frame, told[0][0].quality, verbs)
            slots = {"term": term, "told": told, "matter": matter}
            yield Reading("with_whom", explained, 1.02, slots)
            return


def _beside(match: Match, own: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The roles and departments that a line names behind a word for with or for, and others in one list
    with them."""
    text = match.statement.folded
    roles = find_roles(text, frozenset(), lexicon, ())  # short forms too
    named = {(r.start, r.end): r.names[0] for r in roles if len(r.names) == 1 and not r.unknown}
    named |= {
        (s, e): n[0] for s in lexicon.names.starts(text) for e, n in lexicon.names.at(text, s) if len(n) == 1
    }
    named |= {(s, e): p[1] for s in lexicon.places.starts(text) for e, p in lexicon.places.at(text, s)}
    found: dict[str, None] = {}
    ends = set[int]()
    for (start, end), name in sorted(named.items(), key=lambda item: (item[0][0], -item[0][1])):
        goes_on = start - 1 in ends and _LISTED.fullmatch(text, start - 1, start)
        if name not in own and (goes_on or _BESIDE.search(text, 0, start)):
            found[name] = None
            ends.add(end)
    return tuple(found)


def answer(case: Case, reading: Reading) -> Answer:
    """Those whom the role's own line names, with the line."""
    told: list[tuple[Match, tuple[str, ...]]] = reading.slots["told"]
    names = list(dict.fromkeys(name for _, names in told for name in names))
    slots = {
        "role": reading.slots["term"].names[0],
        "matter": reading.slots["matter"].text,
        "roles": listed(names),
    }
    says = [Say("with_whom", slots)]
    evidence = [statement_evidence(m.statement) for m, _ in told]
    return answered(case, reading, says, evidence, names, Say("reading.with_whom", slots))


TOPIC = Topic("with_whom", propose, answer, most=1.02, of_roles=True, needs=frozenset(("who",)))
