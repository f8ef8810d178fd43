"""The words of a request that tell one line of the documents from another."""

from collections.abc import Mapping, Sequence

from knowledge.questions.match import EXPLAINED
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question


class Telling:
    """The words of the asking clause itself that the documents have, but for the most common."""

    def __init__(self, question: Question, tokens: Sequence[Token]) -> None:
        lexicon, soft = question.lexicon, phrases().soft
        words = (t for t in tokens if t.kind is TokenKind.WORD and question.primary(t.start))
        known = (t for t in words if t.text in lexicon.words or t.text in lexicon.pairs)
        self.words = [t for t in known if t.text not in soft]
        self._places = [(t.start, range(t.start, t.end)) for t in self.words]

    def missed(self, quality: Mapping[int, float]) -> frozenset[int]:
        """Where the words stand that are left unexplained."""
        return frozenset(
            start for start, places in self._places if all(quality.get(i, 1.0) < EXPLAINED for i in places)
        )
