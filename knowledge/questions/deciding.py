"""Whether somebody may do something by himself, asked as whether he decides on it: 可以自己任命X吗."""

from collections.abc import Iterator

from knowledge.actions import Strength, actions
from knowledge.questions.mention import TokenKind
from knowledge.questions.question import Question
from knowledge.regex import regex

_ALONE = regex(
    r"(?:可以|能够?|可)?(?:自己|自行|一个人|独自|单独|自个儿|直接|有权(?:力|限)?|说了算)+(?:就)?"
    r"(?:能够?|可以)?(?:直接|自行|自己)?(?=[^,。?吗])"
)
_HAS_RIGHT = regex(r"有(?P<what>[^,;。?有]{2,14}?)的(?:权力|权利|权限|权)(?=[吗么没不?]|$)")
_END = "吗么嘛没不?!。"  # what a question ends with
_THINGS = (TokenKind.WORD, TokenKind.ROLE, TokenKind.PLACE)
_LEAST_WORDS = 2  # what is done, and to what
_STRONG = frozenset((Strength.DECIDE, Strength.REVIEW))


def decidings(question: Question) -> Iterator[str]:
    """The question with 能决定 in place of what says that somebody may do something by himself, where no
    verb of authority is asked with but one that says what is done: 任命, 调动."""
    if not question.has("whether") or question.has("who") or len(question.known_roles) < 1:
        return
    role = next((r for r in question.known_roles if question.primary(r.start)), None)
    if role is None or any(
        question.primary(m.start) and actions().asked[m.text] & _STRONG and m.start >= role.end
        for m in question.of("action")
    ):
        return
    for found in (_ALONE.match(question.text, role.end), _HAS_RIGHT.match(question.text, role.end)):
        if found is None:
            continue
        what = found["what"] if "what" in found.groupdict() else question.part(found.end()).rstrip(_END)
        words = [t for t in question.content() if t.kind in _THINGS and t.start >= role.end]
        if what and len(words) >= _LEAST_WORDS:
            yield f"{question.part(0, role.end)}能决定{what}吗"
