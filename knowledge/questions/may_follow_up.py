"""What is asked of a right with words of the question before: 那8000元呢, 他一个人能定吗, 报销他能批吗."""

from knowledge.questions.context import Context
from knowledge.questions.may_plainly import (
    LONGEST,
    Right,
    asks_whether,
    in_plain_words,
    may_plainly,
    rights,
)
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller

_NO_ROLE_SAID = "有权"  # 是否有权批准X asks of whoever was spoken of
_ENOUGH = "就"


def right_plainly(question: Question, context: Context, speller: Speller) -> str | None:
    """What is asked of a right in the plainest words, by itself or with the question before."""
    return may_plainly(question) or may_follow_up(question, context, speller)


def may_follow_up(question: Question, context: Context, speller: Speller) -> str | None:
    """The question in the plainest words; None where it goes on with no right."""
    if not context.question or len(question.text) > LONGEST:
        return None
    right = next(iter(rights(question)), None)
    if right is None or right.roles or right.has("YvDCTK"):
        return None
    if right.matter:
        return _of_him(question, right, context)
    if right.has("b") and not right.has("IBAXW"):
        return _still_to_ask(question, context, speller)
    enough = right.has("H") and right.has("V") and _ENOUGH in right.rest  # 他点头就行了吗
    if not (right.has("AIB") or enough):
        return None
    last = _last(question, context, speller)
    if last is None:
        return None
    if right.has("A"):
        goes_on = last.has("Ww") and not last.roles and not right.has("IBb")
        return in_plain_words("path", "", last.matter, right.amount) if goes_on else None
    if len(context.found) == 1 and asks_whether(question, right):
        return in_plain_words("alone", context.found[0], last.matter)
    return None


def _last(question: Question, context: Context, speller: Speller) -> Right | None:
    """The right that was asked about before."""
    last = next(iter(rights(Question(context.question, question.lexicon, speller))), None)
    return last if last and len(last.matter) > 1 and last.has("VwP") else None


def _still_to_ask(question: Question, context: Context, speller: Speller) -> str | None:
    """Who decides, where it is asked whether he must ask somebody: yes would mean that he may not."""
    last = _last(question, context, speller)
    return in_plain_words("who", "", last.matter) if last else None


def _of_him(question: Question, right: Right, context: Context) -> str | None:
    """Whether he may: whoever was spoken of."""
    him = context.found if len(context.found) == 1 else context.subjects
    if len(him) != 1 or right.has("WwNbO") or not right.has("VP") or not asks_whether(question, right):
        return None
    spoken_of = right.has("HP") or _NO_ROLE_SAID in right.rest
    if not spoken_of or (question.has("me") and not right.has("H")):
        return None
    kind = "alone" if right.has("IB") else "can_within" if right.has("A") else "can_approve"
    return in_plain_words(kind, him[0], right.matter, right.amount)
