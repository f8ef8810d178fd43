"""Units: the stretches of a question that may be explained as one, and the groups of meaning they have."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from knowledge.actions import actions
from knowledge.questions.borders import Borders
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question
from knowledge.questions.spoken_verb import spoken_verb
from knowledge.roles.grades import grades
from knowledge.thesaurus import Thesaurus

_LONGEST_PAIR = 6  # characters of two words that may be explained together
_PARTICLES = "了过着掉完好到"


class Unit(NamedTuple):
    """A stretch of a question that may be explained as one: a word, a synonym, a name. `groups`: its
    meanings; `wide`: those of broader words; `said`: what is written for it where it is only said; `names`:
    the role it names."""

    start: int
    end: int
    text: str
    groups: frozenset[int]
    wide: frozenset[int]
    said: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()
    joined: bool = False
    key: str = ""  # tells it from units that are explained by other texts
    meant: tuple[str, ...] = ()  # what `said` and `parts` are written with
    kin: tuple[str, ...] = ()  # the words of `groups` and `wide`

    @property
    def heads(self) -> tuple[str, ...]:
        """The kinds of posts that a name is one of: 主管 of 客服主管."""
        return _heads_of(self.text) if self.names else ()


@lru_cache(maxsize=10_000)
def _heads_of(name: str) -> tuple[str, ...]:
    return tuple(head for head in grades().heads if name.endswith(head))


def make_unit(
    thesaurus: Thesaurus,
    start: int,
    end: int,
    text: str,
    groups: frozenset[int] | None = None,
    names: tuple[str, ...] = (),
) -> Unit:
    """A unit with the groups of meaning that its text belongs to."""
    groups = thesaurus.groups(text) if groups is None else groups
    broader, parts = thesaurus.broader(groups), thesaurus.parts(groups)
    key = "\0".join((text, *names)) if names else text
    kin = thesaurus.expansions(groups) if groups else ()
    said = thesaurus.said(text)
    meant = (*said, *(one + two for one, two in parts)) if parts else said
    return Unit(start, end, text, groups, broader, said, parts, names, key=key, meant=meant, kin=kin)


def units_of(
    question: Question,
    tokens: Sequence[Token],
    positions: frozenset[int],
    names: Mapping[tuple[int, int], tuple[str, ...]],
) -> list[Unit]:
    """Whatever may be explained as one: tokens, their words, synonyms, and neighbours together.

    `names`: the roles that are named, by their places.
    """
    make = partial(make_unit, question.lexicon.thesaurus)
    units: dict[tuple[int, int], Unit] = {}
    for token in tokens:
        key = token.start, token.end
        plain = spoken_verb(token.text, question.lexicon.thesaurus) if token.kind is TokenKind.WORD else None
        units[key] = make(*key, plain or token.text, names=names.get(key, ()))
    named = {i for start, end in names for i in range(start, end)}
    borders = Borders(token.text for token in question.tokens)
    known = (t for t in tokens if t.kind is TokenKind.WORD and question.lexicon.segmenter.knows(t.text))
    nouns = (t for t in known if len(t.text) == 2 and t.text[-1] not in _PARTICLES)
    written = {i for t in nouns for i in range(t.start, t.end)}  # 签证 is no 签, but 免了 is 免
    for o in question.synonyms:
        if borders.torn(o.start, o.end) or (o.end - o.start == 1 and o.start in written):
            continue
        if named.isdisjoint(range(o.start, o.end)) and positions.issuperset(range(o.start, o.end)):
            units[o.start, o.end] = make(o.start, o.end, o.word, o.groups)
    for token in tokens:
        if len(token.text) > 2 and token.text.endswith("权"):  # 奖惩权 is explained by 奖惩
            units[token.start, token.end] = make(token.start, token.end, token.text[:-1])
        for at, word in _inside(question, token) if (token.start, token.end) not in names else ():
            units.setdefault((at, at + len(word)), make(at, at + len(word), word))
    for one, two in _neighbours(tokens, names):
        pair = make(one.start, two.end, one.text + two.text)
        units.setdefault((one.start, two.end), pair._replace(joined=True))
    return list(units.values())


def _neighbours(
    tokens: Sequence[Token], names: Mapping[tuple[int, int], tuple[str, ...]]
) -> Iterator[tuple[Token, Token]]:
    """Two words side by side that may be explained together; no general verb, since 组织员工 is half of
    组织员工旅游 and says nothing of 旅游."""
    for one, two in pairwise(t for t in tokens if (t.start, t.end) not in names):
        near = one.end == two.start and two.end - one.start <= _LONGEST_PAIR
        if near and not actions().is_general(one.text):
            yield one, two


def _inside(question: Question, token: Token) -> Iterator[tuple[int, str]]:
    """The words inside a token of three characters or more: as it is cut, and every known pair."""
    if len(token.text) <= 2:
        return
    at = token.start
    for word in question.lexicon.segmenter.cut(token.text):
        yield at, word
        at += len(word)
    for i in range(len(token.text) - 1):
        if question.lexicon.segmenter.knows(token.text[i : i + 2]):
            yield token.start + i, token.text[i : i + 2]
