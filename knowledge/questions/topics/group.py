"""Whom a name for several posts means: 一线员工包括哪些岗位, 部门负责人指的是谁."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.group import Group
from knowledge.text import bare

_LIGHT = (
    "who", "what", "all", "meant", "written", "relative", "count", "combined", "again", "again", "tasks",
    "identity_verb", "headcount",
)  # fmt: skip


_DEFINES = regex(
    "都?(?:是)?(?:具体|一共|分别)?(?:包括|包含|指的?是?|有|是指|涵盖|含|算)(?:了)?(?:哪|谁|什么|几)"
)


def propose(case: Case) -> Iterator[Reading]:
    """The name of a group with a word that asks who or what."""
    question = case.question
    if (
        question.negated
        or question.has("whether")
        or not question.has("who", "what", "all", "meant", "count")
    ):
        return
    for group in case.organization.grouping.groups.values():
        at = question.text.find(bare(group.name))
        if at >= 0 and not any(r.start <= at < r.end for r in question.known_roles):
            end = at + len(bare(group.name))
            explained = merge(case.explain((at, end)), case.explain_kinds(*_LIGHT))
            defined = _DEFINES.match(question.text, end)
            prior = 1.0
            if defined is not None:  # 规定里说的一线员工包括哪些岗位: what stands before says only where
                prior, explained = 1.1, merge(case.explain((0, end), quality=0.9), explained)
            yield Reading("group", explained, prior, {"group": group})


def answer(case: Case, reading: Reading) -> Answer:
    """The members, with the sentence that names them."""
    group: Group = reading.slots["group"]
    members = case.organization.grouping.members(group.name)
    slots = {"name": group.name, "roles": listed(members), "count": str(len(members))}
    says = [Say("group", slots)]
    evidence = [Evidence(group.name, "说明", group.passage)]
    return answered(case, reading, says, evidence, members, Say("reading.group", slots))


TOPIC = Topic("group", propose, answer)
