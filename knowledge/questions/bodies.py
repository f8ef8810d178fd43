"""Departments that a question names and no document has as such: 市场部."""

from collections.abc import Iterable

from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question
from knowledge.regex import regex

_BODY = regex(r"部(?!门|分|署|下|属|长|件)|科(?!技|目|研|学|室|长)|处(?!理|罚|分|置|长)|车间")


def named_bodies(question: Question, tokens: Iterable[Token]) -> list[tuple[int, int]]:
    """Where the names of such departments stand; 购置|车间设备 is none, where documents write 车间设备."""
    places = {p.start for p in question.places}
    roles = {r.start for r in question.known_roles}  # 加班|车间主任
    words = (t for t in tokens if t.kind is TokenKind.WORD and t.start not in places and len(t.text) > 1)
    found = ((t.start, _BODY.match(question.text, t.end)) for t in words if t.end not in roles)
    bodies = ((start, match.start(), match.end()) for start, match in found if match is not None)
    return [(start, end) for start, at, end in bodies if not _begins_thing(question, at, end)]


def _begins_thing(question: Question, start: int, end: int) -> bool:
    """Whether a body is only the beginning of a thing that the documents have."""
    behind = next((t for t in question.content() if t.start == end and t.kind is TokenKind.WORD), None)
    return behind is not None and question.lexicon.writes(question.text[start : behind.end])
