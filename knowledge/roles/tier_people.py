"""Tiers with somebody else for each department: 3天以内的,技术部人员由A批准,综合部人员由B批准;
部门经理批准(销售部为销售经理,财务部为财务经理)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.headings import is_department
from knowledge.roles.posts import Posts
from knowledge.roles.step_words import verbs
from knowledge.roles.tier_draft import Draft, Tier

_PEOPLE = regex(
    r"(?P<place>.{0,10}?(?:(?<=.)部|科|室|处|组|车间|班|中心|店|站|队|所|库|厂|院|系))(?:门)?的?(?:人员|员工|职工|工作人员|同事)"
)
_REMARK = regex(r"\((?P<pairs>[^()]{6,})\)|,(?:其中|即)[:,]?(?P<more>[^;。()]{6,})(?=[;。]|$)")
_SENTENCE = regex(r"[^;。\n]+")
_SPLIT = regex(r"([,、])")
_CASE = regex(r"(?P<place>[^,;、:]{2,12}?)的?(?:由|找|报|归|为)(?P<who>[^,;、:]{2,12})")
_PAIR = regex(
    r"(?P<place>[^,;、:]{2,12}?)(?:的?(?:部门经理|负责人|人员|员工))?(?:为|是|指|即|由|找|:|→)(?P<who>[^,;、:]{2,12})"
)
_PARTS = regex(r"[,;、]")
_LEAST = 2  # departments
_LIST = regex(r"、|和|及|与")

Instead = Mapping[str, Sequence[tuple[str, str]]]


def people_in(heads: Sequence[str], series: bool, posts: Posts) -> tuple[str, ...]:
    """Whose case of a matter the last clause before a holder names, and nothing else; nobody where it is the
    only one, unless the clause stands in a series of such."""
    if not heads or not (series or len(heads) > 1):
        return ()
    names = tuple(part.strip() for part in _LIST.split(heads[-1].strip().removesuffix("的")))
    known = all(_is_place(name) or name in posts.known for name in names)
    return names if known else ()


def with_verbs(folded: str, posts: Posts) -> str:
    """A text with the verb of a series behind each of its cases: 生产部由甲、仓储部由乙批准."""
    return _SENTENCE.sub(lambda sentence: _with_verb(sentence.group(), posts), folded)


def _with_verb(sentence: str, posts: Posts) -> str:
    parts = _SPLIT.split(sentence)  # words and, between them, what parts them
    for end in range(2, len(parts), 2):
        verb = next(iter(verbs().findall(parts[end])), "")
        if not verb or not parts[end].endswith(verb) or not _is_case(parts[end].removesuffix(verb), posts):
            continue
        start = end
        while start > 0 and _is_case(parts[start - 2], posts):
            start -= 2
            parts[start : start + 2] = [parts[start] + verb, ","]
    return "".join(parts)


def _is_case(text: str, posts: Posts) -> bool:
    """Whether a text names who it is for a department and nothing else: 生产部的找生产经理."""
    pair = _CASE.fullmatch(text.strip())
    return pair is not None and _is_place(pair["place"]) and posts.is_post(pair["who"])


def _is_place(name: str) -> bool:
    return is_department(name) or _PEOPLE.fullmatch(name) is not None


def without_remarks(folded: str, posts: Posts) -> tuple[str, Instead]:
    """A text without remarks that say who takes a step for which department, and what they say: pairs of
    department and post by whoever stands before the remark."""
    found: dict[str, list[tuple[str, str]]] = {}

    def taken(remark: re.Match[str]) -> str:
        pairs = [_PAIR.fullmatch(part.strip()) for part in _PARTS.split(remark["pairs"] or remark["more"])]
        told = [
            (pair["place"], pair["who"]) for pair in pairs if pair is not None and posts.is_post(pair["who"])
        ]
        if len(told) < max(_LEAST, len(pairs)):
            return remark.group()
        found[folded[: remark.start()]] = told
        return ""

    return _REMARK.sub(taken, folded), found


def for_each(tier: Tier, instead: Instead) -> Iterator[Tier]:
    """A tier, and the same for each department for which somebody else takes a step of it."""
    yield tier
    for before, pairs in instead.items():
        last = max(tier.steps, key=lambda step: before.rfind(step.who))
        if not before.endswith((last.who, f"{last.who}{last.verb}")):
            continue
        for place, who in pairs:
            steps = tuple(replace(step, who=who) if step is last else step for step in tier.steps)
            yield replace(tier, steps=steps, applies_to=(place,))


def share_condition(draft: Draft, above: Draft) -> None:
    """Gives a case of a series the range that stands before the first of them."""
    if draft.people and above.people and draft.goes_on and not draft.condition:
        draft.condition, draft.range = above.condition, above.range
