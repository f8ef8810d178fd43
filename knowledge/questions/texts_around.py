"""The texts that stand around a right: the rest of its line, and whose line it is."""

from knowledge.actions import Strength
from knowledge.questions.lexicon import Lexicon
from knowledge.regex import regex
from knowledge.roles.joined_topic import told_of
from knowledge.roles.statement import Right, Statement

_CLAUSE = regex("[^,;。\n]+")
_ENDS = ";。\n"
_LONGEST_NAME = 12  # characters


def owner_text(statement: Statement, lexicon: Lexicon, organization: bool = True) -> str:
    """Whose line it is: the name, the department, and what else the role is called; with its `organization`
    or without, whose name says nothing of what a role does."""
    post = lexicon.organization.posts.get(statement.owner)
    if post is None:
        return told_of(statement.owner, statement.folded) if statement.rule else statement.owner
    named = post.organization if organization else ""
    return f"{statement.owner} {post.department} {named} {' '.join(post.aliases)}"


def other_text(statement: Statement, right: Right, lexicon: Lexicon) -> str:
    """The rest of a right's statement, folded. Of a clause with several rights (考核权、奖惩建议权) only
    those as strong as this one; of a rule that tells what several do only this one's sentence, up to where
    another one is named."""
    folded = statement.folded
    if statement.rule and right.holder and right.strength < Strength.REVIEW:
        return folded[
            max(folded.rfind(mark, 0, right.start) for mark in _ENDS) + 1 : _end(folded, right, lexicon)
        ]
    if right.holder is None and right.matter != folded[right.start : right.end].strip():
        same = (r for r in statement.rights if r.start == right.start and r.strength is right.strength)
        beside = "".join(r.matter + r.verb for r in same)
        return folded[: right.start] + beside + folded[right.end :]
    return folded


def _end(folded: str, right: Right, lexicon: Lexicon) -> int:
    """Where what a rule tells of a right's holder ends."""
    end = right.end
    for clause in _CLAUSE.finditer(folded, end):
        between = folded[end : clause.start()]
        if any(mark in between for mark in _ENDS) or _names_somebody(clause.group().lstrip(), lexicon):
            break
        end = clause.end()
    return end


def _names_somebody(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause begins with the name of a post or a department."""
    begins = (clause[:size] for size in range(2, _LONGEST_NAME + 1))
    return any(begin in lexicon.names or begin in lexicon.places for begin in begins)
