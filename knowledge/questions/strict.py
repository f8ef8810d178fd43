"""Names in a question that only their own words explain: unknown posts, bodies, roles acted on, newcomers."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.once import once
from knowledge.questions.bodies import named_bodies
from knowledge.questions.heads import acted_on
from knowledge.questions.mention import Token
from knowledge.questions.phrases import compact
from knowledge.questions.question import Question
from knowledge.questions.surroundings import Surroundings
from knowledge.questions.weights import WANTING_WEIGHT, is_newcomer

_NEW = "新"
_NEW_TO_IT = (_NEW, "录用", "招聘", "聘用", "聘任", "入职", "转正", "上岗", "试用", "实习", "报到")


class Strict:
    """The names in the words of a matter that nothing else may explain."""

    def __init__(self, question: Question, tokens: Sequence[Token]) -> None:
        self._question, self._tokens = question, tokens
        self._unknown = [r for r in question.roles if r.unknown]

    def strike(self, quality: dict[int, float], around: Surroundings) -> None:
        """Takes back what explained such a name in a line that does not have it."""
        if not self._any:
            return
        for start, end in self._missing(around):
            quality.update({i: 0.0 for i in range(start, end) if i in quality})

    @once
    def _any(self) -> bool:
        """Whether there is such a name."""
        return bool(self._unknown or self._acted_on or self._bodies or self.newcomers)

    def _missing(self, around: Surroundings) -> Iterator[tuple[int, int]]:
        for role in self._unknown:
            if compact(role.text) not in around.statement.text and compact(role.text) not in around.own.text:
                yield role.start, role.end
        for start, end, names in self._acted_on if around.of_rule else ():  # 换个班组长 is nobody's request
            if not _has_any(names, around):
                yield start, end
        for start, end in self._bodies:
            if self._question.text[start:end] not in around.told:
                yield start, end
        for token in self.newcomers:  # a line on all employees does not speak of the new ones
            groups = self._question.lexicon.thesaurus.groups(token.text)
            if not any(word in around.told for word in _NEW_TO_IT) and groups.isdisjoint(around.own.groups):
                yield token.start, token.end

    @once
    def _acted_on(self) -> list[tuple[int, int, tuple[str, ...]]]:
        roles = acted_on(self._question, self._tokens)
        return [(role.start, role.end, (role.text, *role.names)) for role in roles]

    @once
    def _bodies(self) -> list[tuple[int, int]]:
        return named_bodies(self._question, self._tokens)

    @once
    def newcomers(self) -> list[Token]:
        """The words for people who are new: 新员工."""
        weights = self._question.weights  # 新同事要开账号 is not about new people
        return [t for t in self._tokens if is_newcomer(t.text) and weights[t.start] > WANTING_WEIGHT]


def _has_any(names: Iterable[str], around: Surroundings) -> bool:
    return any(compact(name) in around.told for name in names)
