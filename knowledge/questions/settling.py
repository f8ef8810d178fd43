"""Who settles a matter where nobody is said to decide on it: whoever agrees to it, fixes it, or signs it."""

from collections.abc import Sequence

from knowledge.actions import Strength, actions
from knowledge.questions.asked import Asked
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.roles.statement import Right, Statement

_SIGN = "签"
_INSPECT = "把关"
_SIGNERS = (Strength.DECIDE, Strength.DRAFT, Strength.LEAD, Strength.EXECUTE)


def settling(asked: Asked, good: Sequence[Match], asked_for: list[Match], matter: Matter) -> list[Match]:
    """The matches that are `asked_for`, or those of the `good` ones that settle the matter where none is;
    where it is asked who signs, whoever signs it before whoever approves it."""
    signs = (
        not asked.word and matter.question.has("who") and any(t.text == _SIGN for t in matter.asked_tokens)
    )
    if signs or (Strength.DECIDE in asked.strengths and asked.word.startswith(_SIGN)):
        signers = [m for m in good if _signs(m.right, m.statement)]
        asked_for = signers or asked_for
    if asked_for:
        return asked_for
    if Strength.DECIDE in asked.strengths:
        return [m for m in good if _settles(asked, m.right, m.statement)]
    if asked.word.endswith(_INSPECT):
        return [m for m in good if m.right.strength is Strength.OVERSEE and not m.right.negated]
    return []


def _settles(asked: Asked, right: Right, statement: Statement) -> bool:
    """Whether a right settles what is asked for by a decision: 同意退货 where it is asked who approves it, or
    has the very verb."""
    if right.holder is not None or right.negated:
        return False
    words, begins = actions().settling, right.matter.removeprefix("负责")
    literal = len(asked.word) > 1 and asked.word in statement.folded[right.start : right.end]
    return right.verb in words or begins.startswith(words) or (literal and right.strength in _SIGNERS)


def _signs(right: Right, statement: Statement) -> bool:
    """Whether a right is to sign, rather than to see to it that others do (跟进签署)."""
    clause = statement.folded[right.start : right.end]
    word = next((word for word in actions().signing if word in clause), "")
    if not word or right.negated or right.strength not in _SIGNERS:
        return False
    before = clause[: clause.find(word)]
    urges = any(verb in clause for verb in actions().urging)  # 对合同的签订给予指导
    return (
        not urges
        and not before.endswith(actions().attending)
        and (right.holder is None or right.verb == word)
    )
