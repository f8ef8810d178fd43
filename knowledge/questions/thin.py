"""Questions that say little by themselves, so that what was told before them is what they are about."""

from collections.abc import Collection

from knowledge.actions import Strength, actions
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.scope import NEARLY
from knowledge.questions.spoken_verb import verb_positions

_ANYTHING = ("处理", "解决", "办理", "负责", "管理", "安排", "落实", "跟进")  # said of anything
_DECIDING = frozenset((Strength.DECIDE, Strength.REVIEW))
_LEAST_MET = 2  # characters of a word
_COMMON = 0.35  # how rare a word is that most lines have


def says_too_little(matter: Matter) -> bool:
    """Whether a question has nothing but one word that most lines have, so that none of them answers it."""
    words = matter.asked_tokens
    if words and all(t.text in _ANYTHING for t in words) and not matter.beside:
        return True
    rare = (matter.lexicon.index.idf(t.text) >= _COMMON for t in words)
    return len(words) == 1 and words[0].kind is TokenKind.WORD and not matter.beside and not any(rare)


def only_decides(matter: Matter) -> bool:
    """Whether a question says nothing but that something is reviewed or decided: 要有人同意, 谁审谁批."""
    words = [t for t in matter.tokens if t.kind is not TokenKind.MARK]
    strengths = (actions().asked.get(t.text, frozenset()) for t in words)
    return bool(words) and all(asked and asked <= _DECIDING for asked in strengths)


def passes_over_told(match: Match, matter: Matter) -> bool:
    """Whether a match has nothing of what was said before a question that has one word of its own."""
    places = {i for p in matter.question.places for i in range(p.start, p.end)}
    asks = max((i for t in matter.asked_tokens for i in range(t.start, t.end)), default=0)
    told = [i for i in matter.beside if i not in places and i < asks]  # not 麻烦告知一下 behind it
    thin = len(matter.asked_tokens) == 1 and bool(told)
    met = [t for t in matter.tokens if _has(match, t, told)]
    return thin and not met


def _has(match: Match, token: Token, told: Collection[int]) -> bool:
    """Whether a match has a word that was told, or two characters of it: of 写错 the 写 alone is nothing."""
    places = [i for i in range(token.start, token.end) if i in told]
    met = sum(match.quality.get(i, 0.0) >= NEARLY for i in places)
    return met >= min(len(places) or 1, _LEAST_MET)


def lacks_object(matter: Matter, start: int, end: int) -> bool:
    """Whether the asking clause has no object: one word for what is done, between 谁 and the verb that it
    asks with, which stands at `start` … `end` (both 0 where there is none); one place; or mere verbs."""
    question, words = matter.question, matter.asked_tokens
    who = max((m.end for m in question.of("who") if question.primary(m.start)), default=-1)
    between = [t for t in words if 0 <= who <= t.start and (not end or t.end <= start)]
    only_place = all(t.kind is TokenKind.PLACE for t in words)  # …要报销,在客服部谁批
    return (len(words) == 1 and (only_place or words == between)) or _only_verbs(matter)


def _only_verbs(matter: Matter) -> bool:
    """Whether the asking clause has nothing but verbs that need an object, which was told before."""
    verbs = verb_positions(matter.asked_tokens, matter.lexicon.thesaurus)
    general = (
        t for t in matter.asked_tokens if actions().is_general(t.text) or t.text in phrases().transitive
    )
    verbs |= {i for t in general for i in range(t.start, t.end)}
    asked = {i for t in matter.asked_tokens for i in range(t.start, t.end)}
    return bool(matter.beside) and bool(asked) and asked <= verbs
