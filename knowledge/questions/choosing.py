"""Questions that ask whether somebody may choose: 能决定用哪家吗, 有权定资金怎么分吗."""

from knowledge.questions.question import Question


def chooses(question: Question, *kinds: str) -> bool:
    """Whether a question word of the kinds stands in what somebody is asked to decide on, and the question
    asks whether he may."""
    words = [m for kind in kinds for m in question.of(kind) if question.primary(m.start)]
    may = [m for m in question.of("may") if question.primary(m.start)]
    if not words or not may or may[0].end > min(m.start for m in words):
        return False
    inside = {i for m in words for i in range(m.start, m.end)}
    end = max(m.end for m in words)
    return any(m.start >= end and m.start not in inside for m in question.of("whether"))
