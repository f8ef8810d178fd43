"""Who makes up a body: 审查小组由哪些人组成, 委员会一共几个人."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answer import Answer, Say
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.reading import Case, Reading
from knowledge.questions.reply import answered, listed, not_found, statement_evidence
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.statement import Statement
from knowledge.text import bare

_WHO = (
    "谁|哪些人|哪几个人|哪几位|哪些岗位|哪几个岗位|哪些成员|哪些领导|哪些部门"
    "|几个人|多少个?人|几人|几名|多少名|几位"
)
_ASKED = regex(
    r"(?P<name>[^,;。?]{1,14}?(?:委员会|办公会|会议|小组|班子|会|委|组|团))(?:里|里面)?"
    rf"(?:一共|总共|共|都|到底|的?成员|是|有|由|包括)*(?:{_WHO})(?:来|共同|一起)?(?:组成|构成|参加|的)?[?。呢啊]*$"
)
_MADE_UP = regex("组成|构成|成员|参加")
_COUNTED = regex("几个人|多少个?人|几人|几名|多少名|几位")
_COMPOSED = regex(
    r"由(?P<who>[^;。:]{2,80}?)(?:等)?(?:[一二三四五六七八九十两\d]+(?:名|人|位))?(?:共同)?(?:组成|构成)"
)
_ATTENDED = regex(r"(?:^|[,;。:由])(?P<who>[^,;。:由]{2,60}?)(?:等)?(?:[一二三四五六七八九十两\d]+人)?参加")
_BETWEEN = regex("[^。;:]{0,12}")  # stands between a body and the words that make it up
_MOST = 8  # lines looked at
_SHORTEST = 2
_UNTOLD = 0.92


@dataclass(frozen=True)
class _Body:
    statement: Statement
    members: tuple[str, ...]


def propose(case: Case) -> Iterator[Reading]:
    """The name of a body with a word for being made up, or for how many it has."""
    question = case.question
    found = _ASKED.search(question.text)
    if found is None or question.negated:
        return
    if not _MADE_UP.search(found.group()) and not _COUNTED.search(found.group()):
        return
    attended = "参加" in found.group()
    for start in range(found.start("name"), found.end("name") - _SHORTEST + 1):
        name = question.text[start : found.end("name")]
        body = _body(name, case.lexicon, _ATTENDED if attended else _COMPOSED)
        if body is not None:
            yield Reading("body", case.explain((start, found.end())), 1.0, {"name": name, "body": body})
            return
    if "组成" in found.group() or "构成" in found.group():  # no line on what it does tells who makes it up
        slots = {"name": found["name"], "body": None, "final": True}
        yield Reading("body", case.explain(found.span()), _UNTOLD, slots)


def _body(name: str, lexicon: Lexicon, pattern: re.Pattern[str]) -> _Body | None:
    """The line that says who makes up the body of a name: behind the name, or as a line about it."""
    statements = lexicon.organization.statements
    for hit in lexicon.index.search(f"{name}由组成", (name,), _MOST):
        statement = statements[hit.number]
        own, text = bare(statement.owner) == name, statement.folded
        at = 0 if own else text.find(name) + len(name)
        found = pattern.search(text, at) if own or name in text else None
        if found is not None and _BETWEEN.fullmatch(text, at, found.start()):
            return _Body(statement, _named(found["who"], lexicon))
    return None


def _named(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The roles that a stretch of a line names, in their order."""
    found, behind = dict[str, None](), 0
    for start in lexicon.names.starts(text):
        for end, names in lexicon.names.at(text, start) if start >= behind else ():
            if len(names) == 1:
                found[names[0]], behind = None, end
                break
    return tuple(found)


def answer(case: Case, reading: Reading) -> Answer:
    """The roles that the line names, with the line."""
    body: _Body | None = reading.slots["body"]
    name = {"name": reading.slots["name"]}
    if body is None:
        return not_found(case, reading, [Say("body_unknown", name)], Say("reading.body", name))
    slots = {
        "name": reading.slots["name"],
        "quote": body.statement.passage.quote,
        "roles": listed(body.members),
    }
    says = [Say("body", slots)]
    understood = Say("reading.body", name)
    return answered(case, reading, says, [statement_evidence(body.statement)], body.members, understood)


TOPIC = Topic("body", propose, answer, most=1.0)
