"""What to ask, shown to those who do not know yet."""

from bot.channels.telegram.case import Case
from bot.channels.telegram.house import wording
from knowledge.questions.starters import starters


def example(case: Case) -> str:
    """A question that the documents answer."""
    role = example_role(case)
    if not role:
        return next(iter(starters(case.house.organization)), wording()["questions"]["anything"])
    return wording()["questions"]["superior"].format(role=role)


def example_role(case: Case) -> str:
    """A role that has a superior, low in the house, where most people are; empty where none is described."""
    organization = case.house.organization
    names = [role.name for role in organization.described()]
    below = [name for name in names if organization.superiors(name)]
    return (below[-1:] or names[:1] or [""])[0]
