"""Greetings, thanks, what the bot is for, and what people say of its last answer."""

from collections.abc import Iterator
from itertools import islice

from knowledge.answer import Answer, Courtesy, Say
from knowledge.questions.reading import Case, Reading
from knowledge.questions.remark import remarked
from knowledge.questions.reply import confidence
from knowledge.questions.topic import Topic

_LOOKED_AT = 1_000  # posts
_KINDS = ("help", "thanks", "greeting")
_REMARKS = {"objection": "objection", "agreement": "thanks"}  # a pattern, and what it is answered like


def propose(case: Case) -> Iterator[Reading]:
    """Words of courtesy and nothing else."""
    question = case.question
    for pattern, kind in _REMARKS.items():
        if remarked(pattern, question.text):
            yield Reading("courtesy", case.explain((0, len(question.text))), 0.95, {"kind": kind})
    for kind in _KINDS:
        if question.has(kind) and not question.roles:
            prior = 0.99 if kind == "help" else 0.95
            yield Reading("courtesy", case.explain_kinds(*_KINDS), prior, {"kind": kind})


def answer(case: Case, reading: Reading) -> Answer:
    """A friendly line, with questions to start from."""
    kind = reading.slots["kind"]
    organization = case.organization
    described = [post.name for post in islice(organization.posts.values(), _LOOKED_AT) if post.described]
    examples: tuple[str, ...] = ()
    if described and kind not in ("thanks", "objection"):
        first = next((name for name in described if organization.subordinates(name)), described[0])
        examples = (f"{first}的下级是谁", f"{first}的职责有哪些", f"{first}有哪些权限")
    return Courtesy(
        question=case.question.raw,
        intent="objection" if kind == "objection" else "smalltalk",
        reading=Say(f"reading.{kind}"),
        says=(Say(kind, {"examples": "、".join(f"“{e}”" for e in examples)}),),
        options=examples,
        confidence=confidence(reading),
    )


TOPIC = Topic("courtesy", propose, answer)
