"""Spelling: wrong characters of the same sound put right (上机 → 上级), pinyin read as Chinese.

Only towards words that the organization or the tables know, and only where the words as typed are unknown. A
repair is kept with its place, so that a reading built on it counts a little less.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from knowledge import pinyin
from knowledge.dictionary import dictionary, is_general
from knowledge.lookalikes import lookalikes
from knowledge.questions.good_as_typed import is_own_word, stands
from knowledge.questions.known_pieces import KnownPieces
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.phrases import phrases
from knowledge.questions.spelled_out import decoded, is_pinyin
from knowledge.questions.windows import windows
from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.text import bigrams, is_chinese

_LONGEST = 10
_DOUBTFUL = 2  # characters
_MOST_KEPT = 100_000  # pieces of questions that are remembered
_LATIN_RUN = regex(r"[a-zü]+(?:'[a-z]+)*(?: +[a-zü]+)*")
_OPPOSITE = {"买", "卖"}  # of one sound, and nobody means the other
_SPELLED = 4  # words; a run of so many in which most are syllables is pinyin, English or not (can, me)
_SHORTEST_NAME = 4  # characters of a name with a wrong one that makes another word
_LEAST_PINYIN = 5  # letters; shorter runs of letters are taken as they stand
_NEVER_WRONG = frozenset("的了是在有与和跟吗呢谁把被由给向对就都也还又我你他她这那不")
_AT_AN_EDGE = 50  # times that a word is written which a change at its edge would spoil
_NO_TARGETS = frozenset(
    ("again", "relation", "except", "negation", "not", "combined", "deputy")
)  # phrases not meant


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text put right, the positions that were changed in it, and the words (typed, meant)."""

    text: str
    changed: frozenset[int]
    words: tuple[tuple[str, str], ...]

    @property
    def doubtful(self) -> frozenset[str]:
        """What may have been meant as typed: two characters easily sound like some word (空车想 → 车险)."""
        return frozenset(typed for typed, _ in self.words if len(typed) == _DOUBTFUL)


class Speller:
    """Puts questions right towards the words of one organization."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._intents: dict[str, str | None] = {}
        self._kept: Container[str] = ()

    def keeping(self, words: Container[str]) -> "Speller":
        """The same speller, but that `words` stay as they are typed."""
        other = copy(self)
        other._kept = words
        return other

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[str]]:
        """Known words by their sound, the syllables apart; names first, then phrases, then words of
        documents, then business words."""
        table: dict[str, list[str]] = {}
        for word in self._vocabulary():
            for key in map(" ".join, pinyin.keys(word)):
                words = table.setdefault(key, [])
                if word not in words:
                    words.append(word)
        return table

    @cached_property
    def by_spelling(self) -> Mapping[str, str]:
        """Known words by their pinyin written together; the first of equal sound wins."""
        table: dict[str, str] = {}
        filler = sorted(w for w in phrases().filler if all(map(is_chinese, w)))
        for word in [*self._vocabulary(), *phrases().pinyin, *filler]:
            if word in phrases().never_spelled:
                continue
            for spelling in pinyin.spellings(word):
                table.setdefault(spelling, word)
        for word in (w for w in phrases().pinyin if len(w) > 1):  # rather than a word of another trade
            for spelling in pinyin.spellings(word):
                if self._is_foreign(table[spelling]):
                    table[spelling] = word
        return table

    def _is_foreign(self, word: str) -> bool:
        """Whether neither the documents nor the tables of phrases have a word."""
        lexicon = self._lexicon
        known = (lexicon.words, lexicon.names, lexicon.places, phrases().kinds, phrases().filler)
        return not any(word in words for words in known)

    def _vocabulary(self) -> Iterator[str]:
        lexicon = self._lexicon
        own = dict.fromkeys(lexicon.organization.words.every)
        sources: list[Iterable[str]] = [
            (name for name in lexicon.names if name not in own),
            (place for place in lexicon.places if place not in own),
            [h for h in grades().heads if any(n.endswith(h) for n in lexicon.names if n not in own)],
            (w for w, kinds in phrases().kinds.items() if kinds - _NO_TARGETS),
            sorted(lexicon.words),
            lexicon.thesaurus.words,
            own,  # last, so that no word of the tables is taken for one that sounds like it
        ]
        for source in sources:
            for word in source:
                if 1 < len(word) <= _LONGEST and all(map(is_chinese, word)):
                    yield word

    def repair(self, text: str) -> Repaired:
        """Wrong characters put right; `text` is compact, its length stays."""
        lexicon = self._lexicon
        spelled = self._one_off(text)
        if spelled is not None:
            return spelled
        spans = self._known_spans(text)
        known = {i for start, end in spans for i in range(start, end)}
        weak = [i for i, c in enumerate(text) if is_chinese(c) and i not in known]
        if not any(self._suspect(text, weak, i) for i in weak):
            return Repaired(text, frozenset(), ())
        characters, changed, words = list(text), set[int](), []
        for start, end in windows(text, weak, spans):
            if changed and changed.intersection(range(start, end)):
                continue
            typed = text[start:end]
            meant = self._intended(typed) if not self._asks_for_thing(typed) else None
            if (
                meant
                and typed not in lexicon.names
                and typed not in self._kept
                and (meant in lexicon.names or not self._written(typed))
                and not _cuts_word(text, start, end, meant)
            ):
                characters[start:end] = meant
                changed.update(i for i in range(start, end) if text[i] != meant[i - start])
                words.append((typed, meant))
        return Repaired("".join(characters), frozenset(changed), tuple(words))

    def _one_off(self, text: str) -> Repaired | None:
        """A name of four characters or more with one wrong character of the same sound or look before its
        last word, though that makes a word (电器试验班长), put right with the rest; None where none is."""
        names, alike, pairs = self._lexicon.names, lookalikes(), self._lexicon.pairs
        for head in self._lexicon.heads_in(text):
            at = text.find(head)
            if at < 2:
                continue
            stop = at + len(head)
            unwritten = next((i for i in range(stop - 2, -1, -1) if text[i : i + 2] not in pairs), -1)
            for start in range(max(0, stop - _LONGEST), min(at - 1, unwritten + 1)):
                typed = text[start:stop]
                if len(typed) < _SHORTEST_NAME or typed in names:
                    continue
                heard = (w for key in map(" ".join, pinyin.keys(typed)) for w in self.by_key.get(key, ()))
                begins = len(typed) in names.lengths.get(typed[:2], ())  # else one of the first two is wrong
                seen = (
                    f"{typed[:i]}{other}{typed[i + 1 :]}"
                    for i, character in enumerate(typed[: -len(head)] if begins else typed[:2])
                    for other in alike.get(character, "")
                )
                for meant in (*heard, *seen):
                    wrong = [i for i, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
                    if meant in names and len(wrong) == 1 and wrong[0] < len(typed) - len(head):
                        rest = self.repair(f"{text[:start]}{meant}{text[start + len(meant) :]}")
                        return Repaired(
                            rest.text, rest.changed | {start + wrong[0]}, ((typed, meant), *rest.words)
                        )
        return None

    def _suspect(self, text: str, weak: list[int], at: int) -> bool:
        """Whether a character outside all known words may be a wrong one: unknown alone too, or two in a
        row (下及)."""
        alone = text[at] in phrases().filler or text[at] in phrases().kinds
        return not alone or (
            at + 1 in weak and text[at] not in _NEVER_WRONG and text[at + 1] not in _NEVER_WRONG
        )

    def _asks_for_thing(self, typed: str) -> bool:
        """Whether a noun of one character stands before 谁 (油谁): it is no 由谁 of the same sound."""
        return len(typed) == 2 and typed[1] == "谁" and bool(self._lexicon.thesaurus.said(typed[0]))

    def _written(self, typed: str) -> bool:
        """Whether the documents write it so."""
        return all(pair in self._lexicon.pairs for pair in bigrams(typed))

    def _known_spans(self, text: str) -> list[tuple[int, int]]:
        """The known words of two characters and more: at each place the longest."""
        spans: list[tuple[int, int]] = []
        lexicon, names, places = self._lexicon, self._lexicon.names, self._lexicon.places
        is_known, behind = self._is_known, 0
        for start in range(len(text)):
            if start < behind:
                continue
            most = min(len(text), start + _LONGEST)
            named = max(names.longest(text, start, most), places.longest(text, start, most))
            furthest = max(
                lexicon.reach(text, start, most), min(most, start + is_known.reach(text[start])), named
            )
            for end in range(furthest, start + 1, -1):
                if end == named or is_known[text[start:end]]:
                    spans.append((start, end))
                    behind = end
                    break
        return spans

    @cached_property
    def _is_known(self) -> KnownPieces:
        return KnownPieces(self._lexicon)

    def _intended(self, typed: str) -> str | None:
        """The same as `_meant`, worked out once."""
        if typed not in self._intents:
            if len(self._intents) >= _MOST_KEPT:
                self._intents.clear()
            self._intents[typed] = self._meant(typed)
        return self._intents[typed]

    def _meant(self, typed: str) -> str | None:
        """The known word that sounds like the typed one and shares at least half its characters."""
        best, most = self._looks_like(typed), 0
        if best is not None and not stands(typed, best, self._lexicon):
            return best
        best = None
        for key in map(" ".join, pinyin.keys(typed)):
            for word in self.by_key.get(key, ()):
                shared = sum(a == b for a, b in zip(typed, word, strict=True))
                wrong = {a for a, b in zip(typed, word, strict=True) if a != b}
                plain = len(typed) > 2 or _NEVER_WRONG.isdisjoint(wrong)
                opposite = any({a, b} == _OPPOSITE for a, b in zip(typed, word, strict=True))
                if opposite or word == typed or not plain:
                    continue
                if is_own_word(typed, word, self._lexicon) or stands(typed, word, self._lexicon):
                    continue
                if shared * 2 >= len(typed) and shared > most:
                    best, most = word, shared
        return best

    def _looks_like(self, typed: str) -> str | None:
        """The known word that differs from the typed one in one character that looks alike (支特 → 支持)."""
        if len(typed) < 2:
            return None
        alike, vocabulary = lookalikes(), self.vocabulary
        for i, character in enumerate(typed):
            for other in alike.get(character, ""):
                word = f"{typed[:i]}{other}{typed[i + 1 :]}"
                if word in vocabulary:
                    return word
        return None

    @cached_property
    def vocabulary(self) -> AbstractSet[str]:
        """Every known word."""
        return frozenset(self._vocabulary())

    def read_pinyin(self, text: str, keep: Container[str]) -> str:
        """A folded question with its runs of pinyin turned into Chinese; Latin words in `keep` stay."""
        valid = pinyin.syllables()

        def convert(run: re.Match[str]) -> str:
            pieces: list[str] = []
            pending: list[str] = []
            words = run.group().split()
            spelled = len(words) >= _SPELLED and sum(w in valid for w in words) > len(words) / 2
            for word in words:
                if word in keep and not (spelled and word in valid and word not in self._lexicon.names):
                    pieces += [self._decode(pending), word]
                    pending = []
                else:
                    pending.append(word)
            return " ".join(filter(None, [*pieces, self._decode(pending)]))

        return _LATIN_RUN.sub(convert, text)

    def _decode(self, words: list[str]) -> str:
        """Chinese for a run of pinyin words, or the run as typed where it is not pinyin."""
        letters = "".join(words).replace("'", "").replace("ü", "v")
        if len(letters) == _LEAST_PINYIN - 1 and self.by_spelling.get(letters) in self._lexicon.words:
            return self.by_spelling[letters]
        if len(letters) < _LEAST_PINYIN or not is_pinyin(words):
            return " ".join(words)
        return decoded(words, letters, self.by_spelling)


def _cuts_word(text: str, start: int, end: int, meant: str) -> bool:
    """Whether a change at the edge of a window spoils a word of general Chinese that goes on beyond it
    (什么任|职 is no 什么人)."""
    last, first = text[end - 1 : end + 1], text[max(0, start - 1) : start + 1]
    return (meant[-1] != last[0] and _is_word(last)) or (meant[0] != first[-1] and _is_word(first))


def _is_word(pair: str) -> bool:
    return is_general(pair) and dictionary().frequency(pair) >= _AT_AN_EDGE
