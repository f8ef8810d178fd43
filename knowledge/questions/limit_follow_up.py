"""Follow-ups on the limit of the right asked about before: 最多多少, 超过了找谁."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.questions.asked import asked_verb
from knowledge.questions.context import Context
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.regex import regex
from knowledge.tables import load_table

_PARTICLES = "?!。,的是由来吗呢"


def of_limit(question: Question, context: Context, lexicon: Lexicon, speller: Speller) -> Iterator[str]:
    """What is asked of the limit of the right before: X能批采购吗 → 最多多少; 超过了找谁."""
    over, most = _patterns()[0].fullmatch(question.text), _patterns()[1].fullmatch(question.text)
    if question.known_roles or not context.question or not (over or most):
        return
    last = Question(context.question, lexicon, speller)
    verb = asked_verb(last)
    starts = {m.start for m in last.of("may")} | {verb.start if verb.word else -1}
    agent = next((r for r in last.known_roles if r.end in starts), None)
    name = agent.text if agent is not None else context.found[0] if len(context.found) == 1 else ""
    drop = {i for r in (agent, verb, *last.amounts) if r is not None for i in range(r.start, r.end)}
    for kind in ("who", "submit", "whether", "may"):
        drop |= {i for m in last.of(kind) for i in range(m.start, m.end)}
    matter = "".join(c for i, c in enumerate(last.text) if i not in drop and c not in _PARTICLES)
    if name and matter:
        yield f"超出{name}权限的{matter}谁批" if over else f"{name}批{matter}的上限是多少"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Whole questions about what lies beyond a limit, and about the limit."""
    table = load_table(__package__, "phrases.toml")["limit_follow_up"]
    return regex(table["over"]), regex(table["most"])
