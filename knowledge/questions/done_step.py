"""Steps that a question tells as done before it asks what comes next: X签完字|下一步找谁."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.questions.mention import RoleMention
from knowledge.regex import regex

_VERB = "(?:审核|复核|初审|审查|审批|批准|签批|签字|签署|盖章|会签|审|批|签|看|同意|通过|把关|点头)"
_LEAD = "(?:那边|那里|这边|先|已经?|都)*"
_DONE = regex(
    rf"{_LEAD}{_VERB}(?:(?:完毕|同意|通过|完|好|过|了)+[字章]?(?:之后|以后|后|了)?|[字章]?(?:之后|以后|后))(?!的)"
)
_AFTER = regex(r"(?:这一?[步关]|那一?[步关])?(?:之后|以后|后面|后(?=谁|找|给|由|报|再))")
_BEGUN = regex(rf"{_LEAD}{_VERB}(?:完|好|过|了)")
_THEN = regex("(?:之后|以后|后)(?=[,要该得再还就]*(?:给|找|报|交|由|送|谁|哪))")
_NEXT = regex("[,要该得再还就又是的]*(?:下一步|下一个|下一关|下一道|接下来|接着|然后)")
_ALL = regex("都|哪些|哪几|依次|一步步|到最后|还有谁|还要找谁")


@dataclass(frozen=True, slots=True)
class DoneStep:
    """Whose step is done, and the stretches of the question that say so, as (start, end). `whole`: whether
    all that comes behind it is asked for, not only the next."""

    names: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    whole: bool


def done_steps(text: str, roles: Iterable[RoleMention]) -> tuple[DoneStep, ...]:
    """The steps of known roles that a compact question tells as done."""
    return tuple(step for role in roles if (step := _done(text, role)) is not None)


def _done(text: str, role: RoleMention) -> DoneStep | None:
    found = _DONE.match(text, role.end) or _AFTER.match(text, role.end)
    whole = _ALL.search(text, role.end) is not None
    if found is not None:
        more = _NEXT.match(text, found.end())
        return DoneStep(role.names, ((role.start, more.end() if more else found.end()),), whole)
    begun = _BEGUN.match(text, role.end)
    then = _THEN.search(text, begun.end()) if begun is not None else None
    if begun is None or then is None:
        return None
    return DoneStep(role.names, ((role.start, begun.end()), then.span()), whole)
