"""Which right one role has over a matter: X在Y上是批还是审, X对Y管到什么程度, 关于Y X手里有哪些权."""

from collections.abc import Iterator

from knowledge.questions.question import Question
from knowledge.questions.right_asked import own_words
from knowledge.questions.right_text import STRONG, RightText

_ACTS = frozenset((*STRONG, "sign", "take"))
_LEAST = 3  # characters of a matter
_OF_ALL = ("authority",)  # 财务权: one kind of all that a role may do


def right_of_role(question: Question) -> Iterator[str]:
    """The question in the plainest words; nothing where it asks another thing."""
    names = {role.names for role in question.known_roles}
    if not names or "谁" in question.text or any(p.kind in _OF_ALL for p in question.places):
        return
    for role in question.known_roles:
        text = RightText(question, further="of_role", name=role.text)
        if not _asks(text.kinds):
            continue
        rest = text.left
        kinds = [part.kinds for part in text.passed]
        if len(rest) > 1:  # a story
            rest = [cut for cut in rest if any("role" in p.kinds for p in cut.parts)]
            rest = rest or [cut for cut in rest if text.knows(cut.start, cut.end)]
        if len(rest) != 1 or sum("role" in of for of in kinds) != 1 or rest[0].end - rest[0].start < _LEAST:
            continue
        if _asks(kinds) and own_words(text, rest[0]):
            yield f"{role.text}对{text.stretch(rest[0].start, rest[0].end)}有什么权限"


def _asks(kinds: list[frozenset[str]]) -> bool:
    """Whether the parts ask how strong the right is, or for all of them."""
    said = frozenset[str]().union(*kinds)
    acts = {min(of & _ACTS) for of in kinds if of & _ACTS and "light" not in of}
    return "level" in said or ("or" in said and len(acts) > 1) or {"power", "which"} <= said
