"""Words of a question that say nothing of what it is about, although they are no fillers."""

from collections.abc import Iterable, Mapping, Sequence

from knowledge.questions.mention import Mention, Token

_RIGHTS = ("权", "权力", "权利")
_SPENT = "费用"


def allows(mentions: Mapping[str, Sequence[Mention]], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a word for being allowed stands in one of the stretches right behind 谁 and before a verb of
    authority: 谁有权批. `mentions`: those of the question by their kind."""
    ends = {m.end for m in mentions.get("who", ())}
    verbs = {m.start for m in mentions.get("action", ())}
    allowed = [m for m in mentions.get("authority", ()) if m.start in ends and m.end in verbs]
    return any(start <= m.start < end for m in allowed for start, end in spans)


def is_mere_right(token: Token, verbs: Iterable[Mention]) -> bool:
    """Whether a token is a right and nothing over what (参与权). `verbs`: the verbs of the question."""
    return any(m.start == token.start and token.text[len(m.text) :] in _RIGHTS for m in verbs)


def only_spends(token: Token, raw: str) -> bool:
    """Whether a token stands for 花 before an amount, and says nothing of what for (要花8000块). `raw`: the
    question as it was typed."""
    return token.text == _SPENT and _SPENT not in raw
