"""The answers to the parts of a question made into one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answer import Answer, Answered, AskedBack, Courtesy, NotFound, Say
from knowledge.questions.composition import Composition, How
from knowledge.questions.reply import listed

UNREAD = "unknown"  # the intent of an answer to a question that was not understood
_SEVERAL = "several"
_CHOOSING = (How.BOTH, How.EXCEPT, How.AMONG)
_SURE = 0.8
_LONGEST_HEAD = 20  # characters of a part that is shown whole
_VERDICTS = ("right_yes", "right_no")  # what says yes or no to a question that was not denied


def combined(question: str, composition: Composition, answers: Sequence[Answer]) -> Answer | None:
    """The answer to the whole, or None where the parts do not give one."""
    if any(spoils(answer, composition) for answer in answers):
        return None
    if composition.how is How.EACH:
        return _each(question, composition, answers)
    if composition.how is How.ONLY:
        return _alone(question, composition, answers[0])
    if composition.how in (How.NOT, How.NOBODY):
        return _opposite(question, composition, answers[0])
    return _chosen(question, composition, answers)


def spoils(answer: Answer, composition: Composition) -> bool:
    """Whether the answer to a part leaves none to the whole, whatever the other parts give."""
    sure = isinstance(answer, Answered) and answer.confidence >= _SURE
    if composition.how is How.EACH:
        unread = answer.intent == UNREAD or (isinstance(answer, Answered) and not sure)
        return isinstance(answer, AskedBack | Courtesy) or (unread and not composition.apart)
    unchosen = composition.how in _CHOOSING and not (sure and answer.roles)
    return isinstance(answer, AskedBack) or unchosen


def _each(question: str, composition: Composition, answers: Sequence[Answer]) -> Answer | None:
    if not any(isinstance(a, Answered) and a.confidence >= _SURE for a in answers):
        return None
    says = []
    for part, answer in zip(composition.parts, answers, strict=True):
        head = [] if answer.intent == _SEVERAL else [Say("part", {"question": _short(part)})]
        says += [*head, *answer.says]
    verdicts = {a.verdict for a in answers}
    return Answered(
        question=question,
        intent=_SEVERAL,
        reading=Say(
            "reading.several", {"questions": "；".join(part.rstrip("?") for part in composition.parts)}
        ),
        says=tuple(says),
        roles=_union(a.roles for a in answers),
        verdict=verdicts.pop() if len(verdicts) == 1 else None,
        evidence=tuple(dict.fromkeys(e for a in answers for e in a.evidence)),
        confidence=min(a.confidence for a in answers),
    )


def _short(part: str) -> str:
    """The question of a part, without the story before it."""
    whole = part.rstrip("?")
    return whole if len(whole) <= _LONGEST_HEAD else re.split("[,。;!:]", whole)[-1]


def _alone(question: str, composition: Composition, answer: Answer) -> Answer | None:
    """Whether nobody answers but the named roles."""
    if not isinstance(answer, Answered) or not answer.roles:
        return replace(answer, question=question) if isinstance(answer, NotFound) else None
    alone = set(answer.roles) == set(composition.named)
    slots = {"named": listed(composition.named), "roles": listed(answer.roles)}
    says = (Say("only_yes" if alone else "only_no", slots), *answer.says)
    return replace(answer, question=question, says=says, verdict=alone)


def _opposite(question: str, composition: Composition, answer: Answer) -> Answer | None:
    """The answer to the question without its denial, for the question with it."""
    if isinstance(answer, Answered) and answer.confidence < _SURE:
        return None  # what is only likely is not turned round
    positive = answer.verdict if composition.how is How.NOT else (True if answer.roles else None)
    if not isinstance(answer, Answered) or positive is None:
        return replace(answer, question=question) if isinstance(answer, NotFound) else None
    told = [say for say in answer.says if say.key not in _VERDICTS]
    role = next((say.slots["role"] for say in answer.says if say.key in _VERDICTS), "")
    if role:
        lead = Say("opposite_no_right" if positive else "opposite_yes_right", {"role": role})
    else:
        lead = Say("opposite_no" if positive else "opposite_yes")
    says = (lead, *told)
    return replace(answer, question=question, says=says, verdict=not positive)


def _chosen(question: str, composition: Composition, answers: Sequence[Answer]) -> Answer:
    """Of the roles that answer the parts those that are asked for; none of them is no answer."""
    named, how = composition.named, composition.how
    every = _union(a.roles for a in answers)
    if how is How.BOTH:
        roles = tuple(r for r in every if all(r in a.roles for a in answers))
    elif how is How.EXCEPT:
        roles = tuple(r for r in every if r not in named)
    else:
        roles = tuple(r for r in every if r in named)
    slots = {
        "roles": listed(roles),
        "named": listed(named),
        "every": listed(every),
        "questions": "；".join(part.rstrip("?") for part in composition.parts),
    }
    says = [Say(f"composed_{how}{'' if roles else '_none'}", slots)]
    says += [say for a in answers for say in a.says]
    make = Answered if roles else NotFound
    return make(
        question=question,
        intent=answers[0].intent,
        reading=Say(f"reading.composed_{how}", slots),
        says=tuple(says),
        roles=roles,
        evidence=tuple(dict.fromkeys(e for a in answers for e in a.evidence)),
        confidence=min(a.confidence for a in answers),
    )


def _union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))
