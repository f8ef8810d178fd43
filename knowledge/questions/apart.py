"""What runs into the name of a role, set apart from it: 出车计划|站长自己就能批吗 is about 出车计划."""

from collections.abc import Iterator

from knowledge.questions.question import Question
from knowledge.text import bare


def set_apart(question: Question) -> Iterator[str]:
    """The question with a comma before each role that stands behind other words and is asked whether it may.

    Only where nothing behind the role says what it may do: a name that is part of a longer one (销售|总监) is
    another post, of which the documents say nothing.
    """
    for role in question.roles:
        if not role.unknown or not question.has("may", "whether") or len(role.names) != 1:
            continue
        name = bare(role.names[0])
        at = role.end - len(name) if role.text.endswith(name) else role.start
        behind = [t for t in question.content() if t.start >= role.end and question.weights[t.start] >= 1.0]
        acts = {m.start for m in question.of("action")}
        silent = all(t.start in acts for t in behind) or question.text[: role.start].endswith("的")
        if at and silent and any(m.start >= role.end for m in question.of("may")):
            yield f"{question.part(0, at)},{question.part(at)}"
