"""Posts that only rules name: those whose step of an approval it is, and those whose matter it is."""

from collections.abc import Iterable, Iterator

from knowledge.actions import actions
from knowledge.roles.approval import Approval
from knowledge.roles.grades import grades
from knowledge.roles.prose import prose
from knowledge.roles.role import Passage, Role
from knowledge.text import fold

_SEVERAL = "、/或和及与,的"  # in what names several posts, or says whose it may be


def names_one_post(name: str, alone: bool = False) -> bool:
    """Whether a name that a rule hands something to is that of one post: 财务总监, not 相关领导.

    `alone`: no post is described, so that 部门经理 is one as well.
    """
    folded = fold(name).strip()
    heads = actions().department_head | actions().own_superior  # 所在部门负责人 is another one for each asker
    vague = name in prose().unnamed or ((prose().is_vague(name) or folded in heads) and not alone)
    return folded.endswith(grades().heads) and not vague and not any(mark in folded for mark in _SEVERAL)


def rule_posts(approvals: Iterable[Approval], alone: bool) -> Iterator[Role]:
    """The posts that approvals name, each with the line that does so."""
    for approval in approvals:
        for name in (*(step.who for step in approval.steps), *approval.applies_to):
            if names_one_post(name, alone):
                line = approval.passage
                yield Role(name, Passage(name, line.quote or line.text, line.source), described=False)
