"""What goes on with a question about a right: where that is written (哪条规定), or the same of another matter
(那X咋说)."""

from collections.abc import Iterator

from knowledge.questions.question import Question
from knowledge.questions.right_asked import asked_rights, own_words
from knowledge.questions.right_parts import right_table
from knowledge.questions.right_text import RightText

SHORT = 28  # characters; a longer question stands for itself
_AGAIN = frozenset(("again", "who"))


def plain_of(question: Question, last: Question) -> Iterator[str]:
    """The plain question that one stands for, given the last one."""
    if question.amounts or last.amounts:
        return
    text = RightText(question, further="follow")
    kinds = {kind for part in text.passed for kind in part.kinds}
    rest = text.left
    if not rest and "why" in kinds:
        yield last.text
    if len(rest) != 1 or "why" in kinds or kinds.isdisjoint(_AGAIN) or question.known_roles:
        return
    (other,) = rest
    for kind, _ in asked_rights(RightText(last, last.text), firm=False):
        if other.acts <= {kind} and own_words(text, other):
            matter = text.stretch(other.start, other.end)
            yield from (plain.format(matter=matter) for plain in right_table()["plain"][kind])
        return
