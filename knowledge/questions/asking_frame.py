"""The words of a question for people that do no more than ask: what is left of it is the matter."""

from knowledge.questions.match import Match
from knowledge.questions.mention import Mention
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, merge

_POSTS = ("岗位", "职位", "职务")
LIGHT = (
    "duties",
    "tasks",
    "authority",
    "all",
    "who",
    "submit",
    "written",
    "again",
    "relative",
    "may",
    "path",
    "me",
    "identity",
    "reporting_verb",
)


def frame_of(case: Case) -> dict[int, float]:
    """The positions of such words, as explained; the verb that is asked with is not among them."""
    question = case.question
    groups = [(r.start, r.end) for r in question.known_roles if r.start in case.asked_groups]
    done = [span for step in question.done for span in step.spans]
    return merge(case.explain_kinds(*LIGHT), case.explain(*asks_body(question), *groups, *done))


def asks_body(question: Question) -> list[Mention]:
    """The words that ask for a department: 归哪个部门."""
    who = question.of("who")
    return [d for d in question.of("department") if any(d.start <= w.start < d.end for w in who)]


def of_posts(question: Question, matches: list[Match]) -> list[Match]:
    """The matches, where a post is asked for by that word without the functions of departments, if any are
    left."""
    posts = any(word in m.text for m in question.of("who") for word in _POSTS)
    own = [m for m in matches if not m.statement.is_department] if posts else []
    return own or matches
