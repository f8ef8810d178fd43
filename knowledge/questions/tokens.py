"""A question cut into tokens: names, phrases, words, fillers, and what nobody knows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from math import inf

from knowledge.dictionary import is_general
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.role_mentions import inner_places
from knowledge.questions.spoken_verb import spoken_verb
from knowledge.questions.text_runs import RUN
from knowledge.regex import regex
from knowledge.text import is_word

_NEVER_ABSORBED = frozenset("的了着和与及是在有由被把对从到向为等给让谁我他她")
_NOUN_SINGLES = frozenset("名号人事车书证位")  # fillers that make a noun with an unknown character (名|字)
_ADVERBS = "要想先再就都也还又很太更"  # no word begins with them that the documents or tables do not have
_LONGEST = 10  # characters of a word of Chinese that is in no table
_WHO_ASKED = regex("谁|哪个|哪位|哪些人|哪个人|何人|who")
_WHO = 0.25  # above a phrase of another kind
_SHORT = 5  # characters of spoken verbs and soft words, which are in no dictionary
_MOST_WORTHS = 100_000  # pieces whose worth is remembered
_FIXED = 100.0  # what a name is worth: more than any words in its place
_ALONE = "谁几我他她"  # single characters that are phrases of their own


class Tokenizer:
    """Finds the cut of a compact text that makes most of long known words."""

    def __init__(
        self, text: str, breaks: frozenset[int], lexicon: Lexicon, fixed: Mapping[int, tuple[int, TokenKind]]
    ) -> None:
        """`breaks`: where blanks stood; `fixed`: the pieces that are settled, by start: (end, kind)."""
        self._text, self._breaks, self._lexicon, self._fixed = text, breaks, lexicon, fixed
        self._fence = _fence(len(text), fixed)
        self._inside = inner_places(text) - breaks  # where no word begins or ends
        self._inquiring = frozenset() if _WHO_ASKED.search(text) else lexicon.thesaurus.inquiring
        self._worths = lexicon.worths
        for worths in self._worths:
            if len(worths) > _MOST_WORTHS:
                worths.clear()

    def tokens(self) -> list[Token]:
        """The tokens in order; together they are the text. Words of general Chinese are looked up only where
        characters are left that nothing else explains: they are no known words, but they hang together
        (电话)."""
        tokens = self._cut()
        loose = [t.kind is TokenKind.WORD and t.end - t.start == 1 for t in tokens]
        if any(t.kind is TokenKind.UNKNOWN and not t.text.isascii() for t in tokens) or any(
            one and two for one, two in pairwise(loose)
        ):
            tokens = self._cut(general=True)
        return list(_merge(self._absorb(self._as_matter(tokens)), self._text))

    def _as_matter(self, tokens: list[Token]) -> list[Token]:
        """The tokens; where nothing else is said, the nouns among the fillers are words: 谁负责咨询."""
        soft, things = phrases().soft, (TokenKind.FILLER, TokenKind.MARK, TokenKind.PHRASE)
        if not all(t.kind in things or t.text in soft for t in tokens):
            return tokens
        known = {word for word in phrases().nouns if word in self._lexicon.words}
        return [replace(t, kind=TokenKind.WORD) if t.text in known else t for t in tokens]

    def _cut(self, general: bool = False) -> list[Token]:
        text, size = self._text, len(self._text)
        best = [0.0, *[-inf] * size]
        came: list[tuple[int, TokenKind]] = [(0, TokenKind.UNKNOWN)] * (size + 1)  # from where, as what
        for start in range(size):
            score = best[start]
            if score == -inf:
                continue
            for end, kind, gain in self._pieces(start, general):
                if score + gain > best[end]:
                    best[end], came[end] = score + gain, (start, kind)
        tokens = []
        end = size
        while end:
            start, kind = came[end]
            tokens.append(Token(kind, start, end, text[start:end]))
            end = start
        return tokens[::-1]

    def _pieces(self, start: int, general: bool) -> list[tuple[int, TokenKind, float]]:
        """The pieces that may begin at `start`: where each ends, what it is and what it is worth."""
        text, inside = self._text, self._inside
        if start in self._fixed:
            end, kind = self._fixed[start]
            return [(end, kind, _FIXED)]
        first, found = text[start], list[tuple[int, TokenKind, float]]()
        if start not in inside:
            longest = max(_LONGEST, self._lexicon.thesaurus.reach(first), phrases().reach.get(first, 0))
            if first.isascii():
                longest = max(longest, self._lexicon.longest_name)
            most, worths = min(self._fence[start], start + longest), self._worths[general]
            reach = max(self._lexicon.reach(text, start, most), start + _SHORT)
            for end in range(start + 1, min(reach, most) + 1):
                if end in inside:
                    continue
                word = text[start:end]
                try:
                    worth = worths[word]
                except KeyError:
                    worth = worths[word] = self._worth(word, general)
                if worth is not None and word not in self._inquiring:
                    found.append((end, *worth))
        end = start + 1
        if not is_word(first):
            found.append((end, TokenKind.MARK, 0.0))
        else:
            while end in inside:
                end += 1
            found.append((end, TokenKind.UNKNOWN, 0.0))
        return found

    def _worth(self, word: str, general: bool) -> tuple[TokenKind, float] | None:
        """What a piece is and what it is worth: the square of its length, words of the documents a little
        more."""
        table, lexicon, size = phrases(), self._lexicon, len(word)
        thesaurus = lexicon.thesaurus
        if word in table.kinds and (size > 1 or word in _ALONE):
            who = size > 2 and "who" in table.kinds[word]  # 哪个岗位|编制 rather than 哪个|岗位编制
            return TokenKind.PHRASE, size * size + (_WHO if who else 0.2)
        if word in table.filler:
            return TokenKind.FILLER, size * size if size > 1 else 0.4
        said = thesaurus.said(word)
        if size > 2 and said and not thesaurus.groups(word) and not any(map(lexicon.writes, said)):
            said = ()  # 房|卡丢了 where no document has anything that 卡丢了 stands for
        known = bool(thesaurus.groups(word) or said)
        if size > 1 and (known or word in lexicon.words):
            return TokenKind.WORD, size * size + 0.5
        if word in table.soft:
            return TokenKind.WORD, size * size + 0.3
        if size == 2 and word[0] in _ADVERBS:
            return None
        if size > 1 and spoken_verb(word, thesaurus):
            return TokenKind.WORD, size * size - 0.05
        if size == 2 and (lexicon.segmenter.knows(word) or (general and is_general(word))):
            return TokenKind.WORD, size * size - 0.1
        if known and not word.isascii():
            return TokenKind.WORD, 0.6
        return (TokenKind.PHRASE, 0.5) if word in table.kinds else None

    def _absorb(self, tokens: Iterable[Token]) -> list[Token]:
        """A word takes in the single filler character behind it where the documents write both as one
        (家长|会)."""
        kept: list[Token] = []
        for token in tokens:
            last = kept[-1] if kept else None
            behind = last is not None and last.kind in (TokenKind.WORD, TokenKind.PLACE)
            single = len(token.text) == 1 and token.text not in _NEVER_ABSORBED
            taken = token.kind is TokenKind.FILLER and (single or token.text in phrases().nouns)
            if last and behind and taken and self._is_written(last.text[-2:] + token.text):
                kept[-1] = Token(TokenKind.WORD, last.start, token.end, last.text + token.text)
            else:
                kept.append(token)
        return kept

    def _is_written(self, word: str) -> bool:
        """Whether the documents have every three characters of a word."""
        return all(word[i : i + RUN] in self._lexicon.trigrams for i in range(max(1, len(word) - RUN + 1)))


def _fence(size: int, fixed: Mapping[int, tuple[int, TokenKind]]) -> list[int]:
    """Where a piece ends at the latest that begins at each place: none reaches into what is settled, or
    begins inside it."""
    inside = {i for start, (end, _) in fixed.items() for i in range(start + 1, end)}
    fence, edge = [0] * size, size
    for start in range(size - 1, -1, -1):
        fence[start] = start if start in inside else edge
        if start in fixed or start in inside:
            edge = start
    return fence


def _merge(tokens: Iterable[Token], text: str) -> Iterator[Token]:
    """Neighbouring unknown characters as one unknown word; a loose single beside them joins it (手机|号)."""
    pending: list[Token] = []
    every = [*tokens]
    for token, after in zip([*every, None], [*every[1:], None, None], strict=False):
        loose = token is not None and token.kind is TokenKind.FILLER and token.text in _NOUN_SINGLES
        leads = loose and after is not None and after.kind is TokenKind.UNKNOWN
        if token is not None and (token.kind is TokenKind.UNKNOWN or (loose and pending) or leads):
            pending.append(token)
            continue
        if pending:
            yield from _close(pending, text)
            pending = []
        if token is not None:
            yield token


def _close(pending: list[Token], text: str) -> Iterator[Token]:
    if not any(t.kind is TokenKind.UNKNOWN for t in pending):
        yield from pending
        return
    start, end = pending[0].start, pending[-1].end
    yield Token(TokenKind.UNKNOWN, start, end, text[start:end])
