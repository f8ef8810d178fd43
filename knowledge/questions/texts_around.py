"""The texts that stand around a right: the rest of its line, and whose line it is."""

from knowledge.questions.lexicon import Lexicon
from knowledge.roles.statement import Right, Statement


def owner_text(statement: Statement, lexicon: Lexicon) -> str:
    """Whose line it is: the name, the department, and what else the role is called."""
    post = lexicon.organization.posts.get(statement.owner)
    if post is None:
        return statement.owner
    return f"{statement.owner} {post.department} {post.organization} {' '.join(post.aliases)}"


def other_text(statement: Statement, right: Right) -> str:
    """The rest of a statement; of a clause with several rights (考核权、奖惩建议权) only those as
    strong as this one."""
    clause = statement.folded[right.start : right.end]
    if right.holder is None and right.matter != clause.strip():
        beside = "".join(
            r.matter + r.verb
            for r in statement.rights
            if r.start == right.start and r.strength is right.strength
        )
        return statement.folded[: right.start] + beside + statement.folded[right.end :]
    return statement.folded
