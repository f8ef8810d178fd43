"""Single characters of a question, which say little by themselves: 水泵谁去修, 涨薪涨多少."""

from collections.abc import Sequence

from knowledge.questions.match import EXPLAINED
from knowledge.questions.mention import Token
from knowledge.questions.scope import NEARLY, Scope

_ECHOED = 0.8


def corroborate(
    quality: dict[int, float], singles: Sequence[Token], tokens: Sequence[Token], own: Scope
) -> None:
    """A character that a word of the right's own clause has (修: 维修) is explained by it where another word
    of the question stands in that clause too (水泵). `singles`: those of the `tokens` that are one
    character."""
    partly = [t for t in singles if 0 < quality.get(t.start, 0.0) < NEARLY and own.has_beginning(t.text)]
    if partly and any(own.has_word(token.text) for token in tokens):
        quality.update((token.start, NEARLY) for token in partly)


def echo(quality: dict[int, float], singles: Sequence[Token], text: str) -> None:
    """A single character that repeats one of an explained word is explained too (涨薪涨多少)."""
    for token in singles:
        if quality.get(token.start, 1.0) < EXPLAINED:
            same = [q for i, q in quality.items() if i != token.start and text[i] == token.text]
            quality[token.start] = _ECHOED * max(same, default=0.0)
