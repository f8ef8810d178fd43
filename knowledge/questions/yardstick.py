"""What rights are held against: the units of a matter with the places they have, ready for one right after
the other."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.once import once
from knowledge.questions.explaining import explained
from knowledge.questions.match import EXPLAINED, Match
from knowledge.questions.mention import Token
from knowledge.questions.question import Question
from knowledge.questions.scope import BROADER, NEARLY, SAME
from knowledge.questions.single import corroborate, echo
from knowledge.questions.strict import Strict
from knowledge.questions.surroundings import Surroundings, surroundings
from knowledge.questions.telling import Telling
from knowledge.questions.unit import Unit
from knowledge.questions.wording import Wording
from knowledge.roles.statement import Right, Statement

_ASIDE_BONUS = 0.06
_HALF = 0.5  # two words together of which only one is explained explain nothing of the other


class Yardstick:
    """The units of a matter, and how well a right explains them."""

    def __init__(
        self,
        question: Question,
        tokens: Sequence[Token],
        units: Sequence[Unit],
        weights: Mapping[int, float],
        asked: Collection[int],
        strict: Strict,
        text: str,
    ) -> None:
        """`weights`: of the positions of the matter, `asked`: those that count, `text`: its words."""
        self.telling = Telling(question, tokens)
        self._question, self._tokens, self._lexicon = question, tokens, question.lexicon
        self._units, self._strict, self._case, self._text = units, strict, question.case, text
        self._probes = [(u, u.key, u.joined, self._places(u, weights)) for u in units]
        self._singles = [t for t in tokens if t.end - t.start == 1]
        self._weights = weights
        self.nothing = dict.fromkeys(weights, 0.0)
        self._weighed = [(i, weight) for i, weight in weights.items() if i in asked]
        self._total = sum(weights[i] for i in asked) or 1.0
        self._beside = [i for i in weights if i not in asked]

    @staticmethod
    def _places(unit: Unit, weights: Mapping[int, float]) -> list[int]:
        return [i for i in range(unit.start, unit.end) if i in weights]

    def met(self, statement: Statement, right: Right) -> Match | None:
        """How one right answers the matter; None where it explains no word."""
        around = surroundings(self._lexicon, statement, right)
        found = self._found(right, around)
        if not found:
            return None
        quality = self._qualities((best, places) for best, _, places in found)
        whole = [(best, places) for best, joined, places in found if not joined or best >= SAME]
        # what is only a part of two words taken together does not count as met
        missed = self.telling.missed(quality if len(whole) == len(found) else self._qualities(whole))
        if self._singles:
            corroborate(quality, self._singles, self._tokens, around.own)
            echo(quality, self._singles, self._question.text)
        if self._narrow:
            self._appose(quality)
        self._strict.strike(quality, around)
        if self._case.is_other(around.own.text):
            quality = self.nothing.copy()
        coverage, missing = self.covered(quality)
        score = coverage + (self._wording.bonus(around.own) + self._aside(quality) if coverage > 0.5 else 0.0)
        return Match(statement, right, quality, coverage, missing, score, missed=missed)

    def _found(self, right: Right, around: Surroundings) -> list[tuple[float, bool, list[int]]]:
        """How well each unit is explained that is, whether it is two words together, and its places."""
        known, lexicon, found = around.known, self._lexicon, []
        for unit, key, joined, places in self._probes:
            best = known.get(key)
            if best is None:
                best = explained(unit, right, around, lexicon)
            if best and (not joined or best > _HALF):
                found.append((best, joined, places))
        return found

    def _qualities(self, found: Iterable[tuple[float, list[int]]]) -> dict[int, float]:
        """How well each position is explained."""
        quality = self.nothing.copy()
        for best, places in found:
            _raise(quality, places, best)
        return quality

    def covered(self, quality: Mapping[int, float]) -> tuple[float, float]:
        """The weighted mean of what is asked, and the share of it that is not explained."""
        coverage = missing = 0.0
        for i, weight in self._weighed:
            good = quality[i]
            coverage += weight * good
            if good < EXPLAINED:
                missing += weight
        return coverage / self._total, missing / self._total

    def _aside(self, quality: Mapping[int, float]) -> float:
        """A bonus for what was said in passing: it tells nothing against a line that does not have it."""
        total = sum(self._weights[i] for i in self._beside)
        found = sum(self._weights[i] * quality[i] for i in self._beside)
        return _ASIDE_BONUS * found / total if total else 0.0

    def _appose(self, quality: dict[int, float]) -> None:
        """A narrow word beside its broad one (软件 license, 出差报销) says nothing against what the broad one
        explains."""
        for unit, places in self._narrow:
            if all(quality.get(i, 0.0) == BROADER for i in range(unit.start, unit.end)):
                _raise(quality, places, NEARLY)

    @once
    def _narrow(self) -> list[tuple[Unit, list[int]]]:
        """The units beside which another word stands for something broader."""
        whole = {(t.start, t.end) for t in self._tokens}
        broad = frozenset(g for u in self._units if (u.start, u.end) in whole for g in u.groups)
        narrow = (u for u in self._units if not u.wide.isdisjoint(broad))
        return [(u, self._places(u, self._weights)) for u in narrow]

    @once
    def _wording(self) -> Wording:
        return Wording(self._question.text, list(self._weights), self._units, self._text)


def _raise(quality: dict[int, float], places: Sequence[int], best: float) -> None:
    """Let places be explained at least so well."""
    for i in places:
        if quality[i] < best:
            quality[i] = best
