"""The text of a question about a right, taken apart into parts of the table and what they leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question
from knowledge.questions.right_parts import Part, closing, leading, part_words, right_table
from knowledge.questions.tokens import Tokenizer
from knowledge.regex import regex
from knowledge.text import fold

STRONG = ("decide", "review", "draft", "propose")
WEAK = ("do", "send")
_TITLES = frozenset((*STRONG, "do", "sign"))
_BEHIND = {"title": _TITLES, "whoever": _TITLES, "place": frozenset(("who",))}
_MARKS = regex(r"[,;。?!:()\[\]~…—–\n]+|(?<![\d.])\.+(?!\d)|-{2,}")
_QUOTES = "\"'“”‘’「」『』`"
_LEAST, _LONGEST, _MOST_CLAUSES = 2, 60, 8
_LEAST_TOLD = 4  # characters of a matter that a story tells
_INTENDING = ("要", "需要", "得", "想", "该", "应", "需", "要去")
_WORDS = (TokenKind.WORD, TokenKind.ROLE, TokenKind.PLACE)


@dataclass(frozen=True, slots=True)
class Cut:
    """A clause taken apart: what its parts say, and the stretch that they leave."""

    start: int
    end: int
    parts: tuple[Part, ...]

    @property
    def asks(self) -> bool:
        """Whether a part asks who: by a question word, or by a name for whoever does it."""
        return any("who" in part.kinds for part in self.parts)

    @property
    def acts(self) -> frozenset[str]:
        """The kinds of right that are asked for by words for nothing else."""
        return frozenset(k for p in self.parts if "light" not in p.kinds for k in p.kinds if k in STRONG)

    @property
    def weak(self) -> frozenset[str]:
        """The kinds that are asked for by other words, those of signing or of doing something."""
        kinds = [k for p in self.parts for k in p.kinds]
        further = {k for k in kinds if k in STRONG} or {"decide" for k in kinds if k == "sign"}
        return frozenset(further or [*(k for k in WEAK if k in kinds)][:1])

    @property
    def calls(self) -> bool:
        """Whether it asks for the name of a post, which nothing else is asked for."""
        return any("called" in part.kinds for part in self.parts)

    @property
    def names(self) -> bool:
        """Whether it ends in a name for whoever does it: 审批人, 责任岗位."""
        told = [p for p in self.parts if p.kinds != {"light"}][-1:]
        return bool(self.acts or self.weak) and any("whoever" in p.kinds for p in told)


def _sends(parts: tuple[Part, ...], at: int) -> bool:
    """Whether a verb says where one turns (找谁, 跟谁说), not what is done (谁上报)."""
    asked = [i for i, part in enumerate(parts) if "who" in part.kinds]
    return not any(i < at and not (i and "to" in parts[i - 1].kinds) for i in asked)


class RightText:
    """The text of a question, without blanks and quotation marks."""

    def __init__(self, question: Question, typed: str = "", further: str = "", name: str = "") -> None:
        """`typed`: the text, by default as it was typed; `further`: see `part_words`; `name`: of a role that
        is a part of it too."""
        self._words, self._name, self._question = part_words(further), name, question
        self._folded, self._lexicon = fold(typed or question.raw), question.lexicon
        self._spots = [i for i, c in enumerate(self._folded) if not c.isspace() and c not in _QUOTES]
        self.text = "".join(self._folded[i] for i in self._spots)

    def stretch(self, start: int, end: int) -> str:
        """A stretch with the blanks that stood in it."""
        whole = self._folded[self._spots[start] : self._spots[end - 1] + 1]
        return "".join(c for c in whole if c not in _QUOTES)

    @cached_property
    def tokens(self) -> list[Token]:
        """What it is cut into without regard to names and blanks, once for all that read the question so."""
        question = self._question
        named = question.roles or question.places or question.amounts or question.breaks
        if self.text == question.text and not named:
            return question.tokens
        known: dict[str, list[Token]] = question.kept.setdefault(RightText, {})
        if self.text not in known:
            known[self.text] = Tokenizer(self.text, frozenset(), self._lexicon, {}).tokens()
        return known[self.text]

    @cached_property
    def _inside(self) -> frozenset[int]:
        """The places inside of words: no matter begins or ends there."""
        return frozenset(i for t in self.tokens if t.kind in _WORDS for i in range(t.start + 1, t.end))

    @property
    def is_plain(self) -> bool:
        """Whether it is a plain question already."""
        words = right_table()["plainly"]["words"]
        return len(self.left) == len(self.clauses) == 1 and all(
            self.text[p.start : p.end] in words for p in self.passed
        )

    @property
    def left(self) -> list[Cut]:
        """The clauses that the parts leave something of, each with the least."""
        return [cuts[0] for cuts in self.clauses if cuts and cuts[0].start < cuts[0].end]

    @cached_property
    def passed(self) -> tuple[Part, ...]:
        """The parts that it has."""
        return tuple(part for cuts in self.clauses for cut in cuts[:1] for part in cut.parts)

    @cached_property
    def clauses(self) -> list[list[Cut]]:
        """The ways to take each clause apart, those first that leave least."""
        found, start = list[list[Cut]](), 0
        for mark in _MARKS.finditer(self.text):
            if start < mark.start():
                found.append(self.cuts(start, mark.start()))
            start = mark.end()
        if start < len(self.text):
            found.append(self.cuts(start, len(self.text)))
        return found[-_MOST_CLAUSES:]

    def cuts(self, start: int, end: int) -> list[Cut]:
        """The ways to take a stretch apart, those first that leave least."""
        if end - start > _LONGEST:
            return [Cut(start, end, ())]
        closed = list(closing(self._found, start, end))
        if closed[0][0] == start and self._stand((), closed[0][1]):
            return [Cut(end, end, closed[0][1])]
        inside = self._inside
        led = [(at, parts) for at, parts in leading(self._found, start, end) if at not in inside]
        pairs = [
            (b, e, x, y)
            for b, x in led
            for e, y in closed
            if e - b >= _LEAST and e not in inside and self._stand(x, y) and self._ordered(x, y)
        ]
        pairs.sort(key=lambda pair: pair[1] - pair[0])
        return [Cut(b, e, (*x, *y)) for b, e, x, y in pairs]

    @cached_property
    def _found(self) -> list[list[tuple[int, frozenset[str]]]]:
        """What of the parts stands at each place, and where it ends."""
        text, name, words = self.text, self._name, self._words
        found = [[*words.at(text, at)] for at in range(len(text))]
        for at in range(len(text)) if name else ():
            if text.startswith(name, at):
                found[at].insert(0, (at + len(name), frozenset(("role",))))
        return found

    @property
    def kinds(self) -> list[frozenset[str]]:
        """The kinds of all parts that stand in it anywhere: whether it may ask something is seen soon."""
        return [kinds for parts in self._found for _, kinds in parts]

    def _ordered(self, led: tuple[Part, ...], closed: tuple[Part, ...]) -> bool:
        """Whether a verb behind the matter may be what is asked, where the question word stands before it:
        谁对X把关, not 谁写到X评审."""
        asks, acts = (
            [any(p.kinds & kinds and "light" not in p.kinds for p in some) for some in (led, closed)]
            for kinds in (frozenset(("who",)), frozenset((*STRONG, "sign")))
        )
        if not asks[0] or asks[1] or not acts[1] or acts[0]:
            return True
        return self.text[led[-1].start : led[-1].end] in right_table()["for"]["words"]

    def _stand(self, led: tuple[Part, ...], closed: tuple[Part, ...]) -> bool:
        """Whether the parts that stand only behind others do so: names for whoever does it behind a verb,
        places behind a question word."""
        known = frozenset[str]()
        for parts in (led, closed):
            if parts is closed:  # 批|N|的权限
                known = frozenset(k for p in led for k in p.kinds if k in _TITLES)
            for i, part in enumerate(parts):
                if "send" in part.kinds and "light" not in part.kinds and not _sends(parts, i):
                    return False
                behind = frozenset[str]().union(*(_BEHIND[k] for k in part.kinds & _BEHIND.keys()))
                if part.kinds <= _BEHIND.keys() and known.isdisjoint(behind):
                    return False
                if self.text[part.start : part.end] != "的" and not part.kinds <= _BEHIND.keys():
                    known = part.kinds
        return True

    def told(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a story that the documents have, between words that tell something of them."""
        text, table, at = self.text, right_table()["story"], start
        before, behind = tuple(table["before"]), tuple(table["behind"])
        found = list[tuple[int, int]]()
        while at <= end - _LEAST_TOLD:
            stop = at + _LEAST_TOLD
            if at in self._inside or not self.knows(at, stop):
                at += 1
                continue
            while stop < end and self.knows(at, stop + 1):
                stop += 1
            found.append((at, stop))
            at = stop
        for begin, stop in sorted(found, key=lambda span: span[0] - span[1]):
            led = begin == start or text[start:begin].endswith(before)
            left = stop == end or self._goes_on(stop, behind)
            if led and left and not self._is_done(stop, end):
                yield begin, stop

    def _goes_on(self, at: int, behind: tuple[str, ...]) -> bool:
        """Whether something is told of what ends at a place, not another matter named: 面包|报废."""
        word = next((t.text for t in self.tokens if t.start == at and t.kind is TokenKind.WORD), "")
        return self.text.startswith(behind, at) and (len(word) < 2 or word in behind)

    def _is_done(self, start: int, end: int) -> bool:
        """Whether it is said what is to be done to something: 固定资产|要报废."""
        intended = {t.end for t in self.tokens if start <= t.start < end and t.text in _INTENDING}
        return any(t.start in intended and t.kind is TokenKind.WORD for t in self.tokens)

    def knows(self, start: int, end: int) -> bool:
        """Whether the documents have a stretch as it stands."""
        return self._lexicon.writes(self.text[start:end])
