"""Which roles have a field of some value: 编号JK-05是哪个岗位, 编制最多的岗位, 只有1个人的岗位."""

from collections.abc import Iterator, Mapping

from knowledge.answer import Answer, Say
from knowledge.questions.phrases import compact
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, field_evidence, listed, not_found
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.text import parse_number

_LIGHT = ("who", "what", "all", "code", "headcount", "count", "again", "relative", "written", "meant")
_DIGITS = regex("[0-9]+|[零〇一二两三四五六七八九十]+")
_AMONG = regex("(?:那|那么)?(?:其中|他们|这些|这几个|里面|当中|哪个(?!岗位)|谁)")
_OF_SO_MANY = regex(
    "(?:编制|定员|定编|人数|(?:只|仅|就)(?:有|设|配|要)?)(?:是|为|有|只有|仅有|共)?"
    "(?P<n>[0-9]+|[一二两三四五六七八九十]+)(?:个)?(?:人|名|编制)?的?(?=岗|职位|有哪|是哪|是谁|的|[?。!]*$)"
)


def propose(case: Case) -> Iterator[Reading]:
    """A code that a role has; a word for most or fewest people, or a number of them; and no role named."""
    question = case.question
    if question.known_roles or question.negated:
        return
    light = case.explain_kinds(*_LIGHT)
    for place in question.places:
        if place.kind == "code":
            explained = merge(light, case.explain((place.start, place.end)))
            yield Reading("with_fact", explained, 1.0, {"field": Field.CODE, "value": place.name})
    for kind in ("most_people", "fewest_people"):
        if question.has(kind):
            explained = merge(light, case.explain_kinds(kind))
            yield Reading("with_fact", explained, 1.01, {"field": Field.HEADCOUNT, "value": kind})
    many = _OF_SO_MANY.search(question.text)
    if many is not None:
        explained = merge(light, case.explain(many.span()))
        yield Reading("with_fact", explained, 1.0, {"field": Field.HEADCOUNT, "value": many["n"]})


def answer(case: Case, reading: Reading) -> Answer:
    """The roles whose field says so, each with that field."""
    field, value = reading.slots["field"], reading.slots["value"]
    slots = {"label": _LABELS[field], "value": _VALUES.get(value, value)}
    understood = Say("reading.with_fact", slots)
    among = set(case.context.found) if len(case.context.found) > 1 and _of_those(case) else set()
    every = case.organization.briefs.values()
    roles = [role for role in every if field in role.facts and (not among or role.name in among)]
    if field is Field.CODE:
        found = [role for role in roles if compact(role.facts[field].text) == compact(value)]
    else:
        found = _with_people({r.name: n for r in roles if (n := _people(r)) is not None}, roles, value)
    if not found:
        return not_found(case, reading, [Say("with_fact_unknown", slots)], understood)
    names = [role.name for role in found]
    told = listed(f"{role.name}（{role.facts[field].text}）" for role in found)
    says = [Say("with_fact", {"roles": told, "label": _LABELS[field], "count": str(len(found))})]
    evidence = [field_evidence(role, field, _LABELS[field]) for role in found]
    return answered(case, reading, says, evidence, names, understood)


def _of_those(case: Case) -> bool:
    """Whether it is asked of the roles just named: 其中哪个编制最多."""
    return _AMONG.match(case.question.text) is not None


_LABELS = {Field.CODE: "岗位编号", Field.HEADCOUNT: "编制"}
_VALUES = {"most_people": "最多", "fewest_people": "最少"}


def _people(role: Role) -> int | None:
    """How many people a role has, where one number is written."""
    found = _DIGITS.findall(role.facts[Field.HEADCOUNT].text)
    return parse_number(found[0]) if len(found) == 1 else None


def _with_people(people: Mapping[str, int], roles: list[Role], value: str) -> list[Role]:
    if not people:
        return []
    match value:
        case "most_people":
            wanted = max(people.values())
        case "fewest_people":
            wanted = min(people.values())
        case _:
            wanted = parse_number(value) or 0
    return [role for role in roles if people.get(role.name) == wanted]


TOPIC = Topic("with_fact", propose, answer, needs=frozenset(("who", "what", "all")))
