"""What runs into the name of a role, set apart from it: 出车计划|站长自己就能批吗 is about 出车计划."""

from collections.abc import Iterator
from itertools import takewhile

from knowledge.questions.mention import RoleMention
from knowledge.questions.question import Question
from knowledge.roles.grades import grades
from knowledge.text import bare

_SHORTEST = 3  # characters of what a post may be called for short
_END = "吗么嘛吧呢啊不?!。"  # what a question ends with


def set_apart(question: Question) -> Iterator[str]:
    """The question with a comma before each role that stands behind other words and is asked whether it may;
    where more is said of what it may do (假币|收银员可以不收吗), with those words at the end.

    A name that is part of a longer one (销售|总监) is another post, of which the documents say nothing: its
    first words are set apart only where nothing behind it says what it may do, or together with that.
    """
    for role in question.roles:
        if not role.unknown or not question.has("may", "whether"):
            continue
        at = _name_in(role, question)
        behind = [t for t in question.content() if t.start >= role.end and question.weights[t.start] >= 1.0]
        acts = {m.start for m in question.of("action")}
        silent = all(t.start in acts for t in behind) or question.text[: role.start].endswith("的")
        if not at or not any(m.start >= role.end for m in question.of("may")):
            continue
        if silent:
            yield f"{question.part(0, at)},{question.part(at)}"
        elif question.lexicon.writes(question.text[role.start : at]):
            lead, before = question.part(0, role.start), question.part(role.start, at)
            yield f"{lead}{question.part(at).rstrip(_END)}{before}吗"


def _name_in(role: RoleMention, question: Question) -> int:
    """Where the longest name of one role begins that a longer one ends with; 0 where none does."""
    for start in range(role.start, role.end - 1):
        for end, names in question.lexicon.names.at(question.text, start):
            if end == role.end and len(names) == 1:
                return start
    name = bare(role.names[0]) if len(role.names) == 1 else ""
    backwards = zip(reversed(role.text), reversed(name), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    short = name[len(name) - shared :]
    is_post = shared >= _SHORTEST and any(short.endswith(h) and short != h for h in grades().heads)
    return role.end - shared if is_post or shared == len(role.text) else 0  # 年度预算|副主任: 中心副主任
