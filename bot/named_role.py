"""The role that somebody means with a word: 客开主管, 客护开发主管, 总经理."""

from bot.replies import wording
from knowledge import Handbook
from knowledge.text import bare

_LONGEST = 60  # characters of a name; anything longer is no name


def named_roles(handbook: Handbook, words: str) -> tuple[str, ...]:
    """The roles that words may mean, by their canonical names: one where it is clear, none where it is no
    role."""
    spelled = handbook.organization.naming.spellings.get(bare(words), [])
    if spelled or not bare(words) or len(words) > _LONGEST:
        return tuple(spelled)
    template = wording()["named_role"]["me"]
    answer, context = handbook.ask(template.format(role=words))
    lead = template.partition("{")[0]
    options = (option.removeprefix(lead) for option in answer.options)
    return context.me or tuple(name for name in options if name in handbook.organization.roles)
