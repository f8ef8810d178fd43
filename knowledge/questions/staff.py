"""Questions that ask for somebody as a person by his field: hr是谁, 财务是哪位."""

from functools import cache

from knowledge.organization import Organization
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question
from knowledge.regex import regex
from knowledge.tables import load_table

_IS_WHO = regex("是(?:谁|哪位|哪一位|哪个人?|什么人)[呀啊呢?。!]*$|叫(?:什么|啥)(?:名字)?[呀啊呢?。!]*$")
_WHO_IS = regex("谁是")


def staff_asked(question: Question) -> Token | None:
    """The word of a field, or of the names of posts, whose people a question asks for, if it does."""
    words = [t for t in question.content() if t.kind is not TokenKind.PHRASE]
    if len(words) != 1 or question.known_roles or question.has("me", "him", "action", "whether"):
        return None
    word = words[0]
    asks = _IS_WHO.match(question.text, word.end) or _WHO_IS.search(question.text[: word.start])
    known = asks and (word.text in _fields() or posts_of(word.text, question.lexicon.organization))
    return word if known else None


def posts_of(field: str, organization: Organization) -> list[str]:
    """The names of the posts of a field."""
    parts = (field, *_fields().get(field, ()))
    return [name for name in organization.roles if any(part in name.lower() for part in parts)]


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    """Words for people by their field, with what the names of posts may have instead."""
    found: dict[str, tuple[str, ...]] = {}
    for row in load_table("knowledge", "staff.toml")["fields"]:
        words, _, parts = row.partition(" = ")
        found |= dict.fromkeys(words.split("、"), tuple(filter(None, parts.split("、"))))
    return found
