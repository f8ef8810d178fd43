"""Which of the roles that a question names are compared: A and B in 让驾驶员停班,A和B的权限有什么区别."""

from collections.abc import Sequence

from knowledge.questions.role_term import RoleTerm
from knowledge.regex import regex

_JOINS = regex(r"[,、]?(?:和|与|跟|同|及|比|相比|还有|以及|、|对比|vs\.?|或)?(?:我们|咱们|本部门)?的?")


def compared(terms: Sequence[RoleTerm], text: str) -> list[RoleTerm]:
    """The terms that stand next to each other with nothing but 和 between them; all where none do."""
    named = sorted((t for t in terms if t.end), key=lambda t: t.start)
    groups: list[list[RoleTerm]] = []
    for term in named:
        between = text[groups[-1][-1].end : term.start] if groups else ""
        if groups and between and _JOINS.fullmatch(between):
            groups[-1].append(term)
        else:
            groups.append([term])
    joined = [group for group in groups if len({t.base for t in group}) > 1]
    return joined[0] if len(joined) == 1 and len(groups) > 1 else [*terms]
