"""Who is somebody known by his field (hr是谁): the posts that have it in their names."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, named_evidence, not_found
from knowledge.questions.staff import posts_of, staff_asked
from knowledge.questions.topic import Topic


def propose(case: Case) -> Iterator[Reading]:
    """A word for a field, and 是谁."""
    word = staff_asked(case.question)
    if word is not None:
        explained = merge(case.explain((word.start, word.end)), case.explain_kinds("who", "what"))
        yield Reading("who_is", explained, 1.0, {"field": word.text})


def answer(case: Case, reading: Reading) -> Answer:
    """The posts by their names; a matter of the field says nothing of who somebody is."""
    field = reading.slots["field"]
    understood = Say("reading.who_is", {"field": field})
    names = posts_of(field, case.organization)
    if not names:
        return not_found(case, reading, [Say("who_is_nobody", {"field": field})], understood)
    says = [Say("who_is", {"field": field, "roles": listed(names)})]
    evidence = [named_evidence(case.organization.role(name)) for name in names]
    return answered(case, reading, says, evidence, names, understood)


TOPIC = Topic("who_is", propose, answer)
