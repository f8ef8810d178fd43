"""Whom 他 means behind the answer that named somebody's superior: both may be meant, so both are told of."""

from knowledge.questions.context import Context
from knowledge.questions.question import Question

_PERSONS = ("他", "她", "ta", "这个岗位", "该岗位", "这岗位", "这个岗", "该岗")
_OWN = ("自己", "本人", "自身")
_TOLD = ("duties", "tasks", "authority", "headcount", "department", "summary", "collaboration")
_SETTLED = (  # who is meant there is told by the relation that is asked for
    *("who", "whether", "superior", "subordinates", "colleagues", "chain", "managing", "compare"),
    *("relation", "me"),
)


def either(question: Question, context: Context) -> tuple[str, ...]:
    """What is asked of 他, asked of whoever the last question was about and of his superior that was told;
    nothing where only one of them can be meant."""
    longest = {m.start: m for m in reversed(question.of("him"))}
    him = [m for m in longest.values() if m.text in _PERSONS]
    one, two = context.subjects, context.found
    if context.topic != "superior" or len(him) != 1 or len(one) != 1 or len(two) != 1 or one == two:
        return ()
    if question.roles or question.has(*_SETTLED) or not (question.has(*_TOLD) or _of_rights(question)):
        return ()
    if question.text.startswith(_OWN, him[0].end):
        return ()
    organization = question.lexicon.organization
    if not all(organization.role(name).described for name in (*one, *two)):
        return ()
    lead, tail = question.part(0, him[0].start), question.part(him[0].end)
    return tuple(f"{lead}{name}{tail}" for name in (*one, *two))


def _of_rights(question: Question) -> bool:
    """Whether it asks what somebody has of a kind of rights: 她在财务权上有什么规定."""
    return question.has("what") and any(place.kind == "authority" for place in question.places)
