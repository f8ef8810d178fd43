"""Whom a name for several posts means: 一线员工包括哪些岗位, 部门负责人指的是谁."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.group import Group
from knowledge.roles.prose import prose
from knowledge.text import bare

_LIGHT = (
    "who", "what", "all", "meant", "written", "relative", "count", "combined", "again", "again", "tasks",
    "identity_verb", "headcount",
)  # fmt: skip


_MADE = "组成"
# What asks for the members of a body, and for what it does, or who leads it.
_OF_MEMBERS = regex("组成|成员|哪些人|有谁|谁在|包括|包含|几个?人|多少人|哪几个|哪些岗位|几位|几名")
_OF_WORK = regex("负责|职责|职能|干什么|做什么|归|上级|领导|组织|审|批|(?<!指)定|多久|怎么|为什么|不")
_SHORTEST_BODY = 5  # characters of the end of a body's name
_DEFINES = regex(
    "(?:的?(?:成员|人员|组成人员))?都?(?:是)?由?(?:具体|一共|分别)?(?:包括|包含|指的?是?|有|是指|涵盖|含|算)(?:了)?(?:哪|谁|什么|几)"
    "|由(?:哪|谁|什么|几).{0,6}组成"
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
        if question.has("count") and any(map(prose().is_vague, group.members)):
            continue  # 各科科长 are nobody knows how many
        at, end = _named(group, case)
        if at >= 0 and not any(r.start <= at < r.end for r in question.known_roles):
            explained = merge(case.explain((at, end)), case.explain_kinds(*_LIGHT))
            if group.is_body and (not _OF_MEMBERS.search(question.text) or _OF_WORK.search(question.text)):
                continue
            if group.is_body and (made := question.text.find(_MADE)) >= 0:
                explained = merge(case.explain((made, made + len(_MADE))), explained)
            defined = _DEFINES.match(question.text, end)
            prior = 1.0
            if defined is not None:  # 规定里说的一线员工包括哪些岗位: what stands before says only where
                prior, explained = 1.1, merge(case.explain((0, end), quality=0.9), explained)
            yield Reading("group", explained, prior, {"group": group})


def _named(group: Group, case: Case) -> tuple[int, int]:
    """Where a question names a group; a body by the end of its name too, where that is no other's: 采购委员会
    of 粮食采购委员会. -1 where it does not."""
    name = bare(group.name)
    others = [bare(g.name) for g in case.organization.grouping.groups.values() if g is not group]
    for size in range(len(name), _SHORTEST_BODY - 1 if group.is_body else len(name) - 1, -1):
        at = case.question.text.find(name[-size:])
        if at >= 0 and not any(other.endswith(name[-size:]) for other in others):
            return at, at + size
    return -1, -1


def answer(case: Case, reading: Reading) -> Answer:
    """The members, with the sentence that names them."""
    group: Group = reading.slots["group"]
    members = case.organization.grouping.members(group.name)
    slots = {"name": group.name, "roles": listed(members), "count": str(len(members))}
    says = [Say("group", slots)]
    evidence = [Evidence(group.name, "说明", group.passage)]
    return answered(case, reading, says, evidence, members, Say("reading.group", slots))


TOPIC = Topic("group", propose, answer, needs=frozenset(("who", "what", "all", "meant", "count")))
