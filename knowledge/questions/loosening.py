"""A question read loosely: what no document has a word for counts little, what was said before it counts too.

People tell stories, in words of their own. Where the words of a question as they stand fit nothing, those of
them that the documents know may still point, all together, at one line; whether they do is judged by `firm`.
"""

from collections.abc import Sequence
from copy import copy

from knowledge.once import kept
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.match import Match
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.passing_over import is_unwritten
from knowledge.questions.question import Question

_ABSENT = 0.25  # what a word weighs that no document has, in any words of the same meaning
FOUND = 0.58  # how well a word is explained that stands anywhere in the line
_LONG = 3  # characters of a word that says by itself what a right is over
_LEAST_WORDS = 2  # words of the question that one line has to explain


@kept
def loosened(question: Question) -> Question | None:
    """The question with the words that no document has made light; None where it has none, and no story."""
    absent = [t for t in question.content() if _is_absent(t, question.lexicon)]
    told = not all(clause.asks for clause in question.clauses)
    if not absent and not told:
        return None
    again = copy(question)
    again.kept = {}
    again.matches = {}
    if told:  # what was told is sought too
        again.candidates = {}
    again.absent = frozenset(token.start for token in absent)
    again.weights = list(question.weights)
    for token in absent:
        for i in range(token.start, token.end):
            again.weights[i] *= _ABSENT
    return again


def _is_absent(token: Token, lexicon: Lexicon) -> bool:
    """Whether the documents have neither a word nor any of the words that mean the same."""
    text = token.text
    if not is_unwritten(token, lexicon) or any(map(str.isdigit, text)):
        return False  # c30 is another matter than c20
    if len(text) > 2 and lexicon.writes(text):
        return False
    return not any(
        word in lexicon.words for word in lexicon.thesaurus.expansions(lexicon.thesaurus.groups(text))
    )


def firm(match: Match, tokens: Sequence[Token], who: int | None) -> bool:
    """Whether a match of a question read loosely rests on several of its words, or on a long one (安乐死),
    and on what is done: the word behind 谁, which ends at `who`, or the last one before it; None where a verb
    of rights says what is done."""
    words = [t for t in tokens if t.kind is not TokenKind.MARK]
    behind = [t for t in words if who is not None and t.start >= who]
    done = behind[:1] or ([] if who is None else words[-1:])
    met = [t for t in words if _explained(match, t)]
    long = who is None and any(len(t.text) >= _LONG and t.kind is TokenKind.WORD for t in met)
    return all(_explained(match, t) for t in done) and (long or len(met) >= _LEAST_WORDS)


def _explained(match: Match, token: Token) -> bool:
    return (match.mean(token.start, token.end) or 0.0) >= FOUND
