"""Greetings, thanks, what the bot is for, and what people say of its last answer."""

from collections.abc import Iterator

from knowledge.answer import Answer, Courtesy, Say
from knowledge.questions.mention import TokenKind
from knowledge.questions.reading import Case, Reading
from knowledge.questions.remark import remarked
from knowledge.questions.reply import confidence
from knowledge.questions.starters import describes_posts, starters
from knowledge.questions.topic import Topic

_ALWAYS = ("thanks", "objection")  # said in the same words, without examples
# Said where no post is described, with examples and without.
_OF_RULES = {"help": "help_rules", "greeting": "greeting_rules"}
_OF_RULES_ALONE = {"help": "help_bare", "greeting": "greeting_bare"}
_KINDS = ("help", "thanks", "greeting")
_REMARKS = {"objection": "objection", "agreement": "thanks"}  # a pattern, and what it is answered like


def propose(case: Case) -> Iterator[Reading]:
    """Words of courtesy and nothing else."""
    question = case.question
    for pattern, kind in _REMARKS.items():
        if remarked(pattern, question.text):
            yield Reading("courtesy", case.explain((0, len(question.text))), 0.95, {"kind": kind})
    things = (TokenKind.WORD, TokenKind.UNKNOWN)
    asks_who = question.has("who", "submit") and any(t.kind in things for t in question.content())
    for kind in _KINDS:
        if asks_who and kind != "help":
            continue  # 你好,钥匙丢了,请问该找哪位 is no mere greeting
        if question.has(kind) and not question.roles:
            prior = 0.99 if kind == "help" else 0.95
            yield Reading("courtesy", case.explain_kinds(*_KINDS), prior, {"kind": kind})


def answer(case: Case, reading: Reading) -> Answer:
    """A friendly line, with questions to start from."""
    kind = reading.slots["kind"]
    examples = () if kind in _ALWAYS else starters(case.organization)
    key = kind
    if kind not in _ALWAYS and not describes_posts(case.organization):
        key = (_OF_RULES if examples else _OF_RULES_ALONE)[kind]
    return Courtesy(
        question=case.question.raw,
        intent="objection" if kind == "objection" else "smalltalk",
        reading=Say(f"reading.{kind}"),
        says=(Say(key, {"examples": "、".join(f"“{e}”" for e in examples)}),),
        options=examples,
        confidence=confidence(reading),
    )


TOPIC = Topic("courtesy", propose, answer)
