"""A question about a right, cut into its parts: letters of `may_parts.toml`; what is left is the matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.questions.clause import clause_spans
from knowledge.questions.mention import TokenKind
from knowledge.questions.parts import OTHER, Parts, parts_of, shown_with
from knowledge.questions.question import Question
from knowledge.regex import regex

ROLE, AMOUNT = "\x01", "\x02"
_REPORTED = regex(
    "[^\x01\x02,;。?谁哪啥]{0,12}?(?<![请想])(?:问|催|考)(?:我|俺|咱)(?:们)?(?![的直上顶老领归向跟听属])"
)
_MARKS = ",;。?!:()\"'[]~…-—→>“”‘’、"
_WORDS = (TokenKind.WORD, TokenKind.UNKNOWN)
_SAID = frozenset("NgGMQbBH")  # what a word may be made of


@dataclass(frozen=True, slots=True)
class Piece:
    """One part: its letter, and where it stands in the question."""

    letter: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The parts of one clause."""

    pieces: tuple[Piece, ...]
    start: int
    end: int

    @property
    def letters(self) -> str:
        """The letters in their order."""
        return "".join(piece.letter for piece in self.pieces)

    @property
    def has_more(self) -> bool:
        """Whether it says anything but what the parts are for."""
        return any(piece.letter == OTHER for piece in self.pieces)

    def matter(self) -> tuple[int, int]:
        """From the first word that is no part to the last one."""
        own = [piece for piece in self.pieces if piece.letter == OTHER]
        return own[0].start, own[-1].end


@cache
def _parts() -> Parts:
    """The parts by their letter."""
    return parts_of("may_parts.toml")


def make_parts_ready() -> None:
    """Makes ready what a question is cut by."""
    _parts().make_ready()


def cut(question: Question, roles: dict[int, int], text: str) -> list[Pieces]:
    """The clauses of a question in their parts; `roles`: where names of roles begin and end; `text`: its own
    or as it was typed, of the same length."""
    marks = {start: (end, ROLE) for start, end in roles.items()}
    marks |= {a.start: (a.end, AMOUNT) for a in question.amounts}
    words = {t.start: t.end for t in question.tokens if t.kind in _WORDS and text.startswith(t.text, t.start)}
    shown, back = shown_with(text, marks)
    places = {place: i for i, place in enumerate(back)}
    ends = {places[s]: places[e] for s, e in words.items() if s in places and e in places}
    found = list[Pieces]()
    for start, end in clause_spans(shown):
        pieces = tuple(Piece(p.letter, back[p.start], back[p.end]) for p in _cut(shown, start, end, ends))
        found.append(Pieces(pieces, back[start], back[end]))
    return found


def _cut(shown: str, start: int, end: int, words: dict[int, int]) -> Iterator[Piece]:
    at = start
    while at < end:
        if shown[at] in _MARKS:
            if shown[at] == "?":
                yield Piece("?", at, at + 1)
            at += 1
            continue
        told = _REPORTED.match(shown, at) if at == start else None
        if told is not None:
            at = told.end()
            continue
        letter, stop = _parts().longest(shown, at)
        word = words.get(at, at)
        if stop < word and not _is_said(shown, at, word):
            letter, stop = OTHER, word
        yield Piece(letter, at, stop)
        at = stop


def _is_said(shown: str, at: int, end: int) -> bool:
    """Whether a word is made of nothing but words of asking (不该)."""
    while at < end:
        letter, at = _parts().longest(shown, at)
        if letter not in _SAID:
            return False
    return at == end
