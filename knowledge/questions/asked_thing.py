"""The thing that a question asks for by name, at its end: 考核指标|有哪些."""

from knowledge.questions.match import Match
from knowledge.questions.mention import TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question

_HALF = 0.5  # of the word
_COMPOUND = 4  # characters of a word that says of what kind a thing is
_ENDS = "呢啊呀吗?。!"
_ASKS = ("哪些", "什么", "啥", "多少", "哪几")
_WORDS = (TokenKind.WORD, TokenKind.UNKNOWN)


def misses_thing(question: Question, match: Match) -> bool:
    """Whether a line has nothing of that thing, and so speaks of another."""
    end = len(question.text.rstrip(_ENDS))
    asked = [m for kind in ("what", "count") for m in question.of(kind) if m.end == end]
    if not asked or not asked[0].text.endswith(_ASKS):
        return False
    start = min(m.start for m in asked)
    before = [t for t in question.tokens if t.end <= start and t.kind is not TokenKind.FILLER]
    if not before or before[-1].kind not in _WORDS or before[-1].text in phrases().soft:
        return False
    thing = before[-1]
    kind = thing.text[-2:] if len(thing.text) >= _COMPOUND else ""  # 考核指标 is no 考核
    named = kind in match.statement.folded
    return not named or all(match.quality.get(i, 0.0) < _HALF for i in range(thing.start, thing.end))


def last_thing(question: Question) -> range:
    """Where the question ends in a thing that belongs to somebody: 所在部门的|电话; empty where not."""
    words = (t for t in question.tokens if t.kind is not TokenKind.MARK)
    tokens = [t for t in words if question.primary(t.start)]
    asks = {m.start for kind in ("what", "count", "who") for m in question.of(kind)}
    while tokens and (tokens[-1].kind is TokenKind.FILLER or tokens[-1].start in asks):
        tokens.pop()
    if not tokens or tokens[-1].kind not in _WORDS:
        return range(0)
    ends = {m.end for kind in ("superior", "subordinates", "department") for m in question.of(kind)}
    if not question.text.endswith("的", 0, tokens[-1].start) and tokens[-1].start not in ends:
        return range(0)
    return range(tokens[-1].start, tokens[-1].end)
