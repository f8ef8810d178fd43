"""A broad word that a line has only to say of which kind another thing is: 采购 in 采购价格 is no 采购."""

from collections.abc import Collection

from knowledge.actions import Strength, actions
from knowledge.questions.asked import Asked
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.scope import Scope
from knowledge.questions.surroundings import surroundings

_LEAST = 2  # characters of a word
_ENDS = "室员部科处班师工商品价库站馆厅"  # with which one word of another thing ends: 会议室
_POINTED = ("这", "那", "的")  # 采购这块
_JUDGES = frozenset((Strength.DECIDE, Strength.REVIEW))


def broad_word(matter: Matter, asked: Asked) -> Token | None:
    """The word that is all of what somebody is asked to approve (采购谁批), if it is one word."""
    if asked.strengths.isdisjoint(_JUDGES) or len(matter.tokens) != 1:
        return None
    word, tokens = matter.tokens[0], matter.question.tokens
    after = next((t for t in tokens if t.start == word.end), None)
    said = after is not None and after.kind is TokenKind.FILLER and after.text.startswith(_POINTED)
    more = after is not None and after.kind is TokenKind.FILLER and len(after.text) > 1 and not said
    return word if word.text in phrases().transitive | phrases().dealings and not more else None


def narrowed(match: Match, word: str, matter: Matter) -> str:
    """A broad word with the noun that it only modifies in a match's own clause (采购价格); empty where the
    clause has it alone, or with a noun that the question has as well."""
    own = surroundings(matter.lexicon, match.statement, match.right).own
    said = frozenset(t.text for t in matter.question.tokens)
    found, at = "", own.text.find(word)
    while at >= 0:
        noun = _noun_at(at + len(word), own, matter)
        if not noun or noun in said:
            return ""
        found = found or word + noun
        at = own.text.find(word, at + len(word))
    return found


def is_far(match: Match, matter: Matter, asked: Asked) -> bool:
    """Whether a line is two steps away from the one thing that somebody is asked to approve: it is done in
    another way, to a narrower thing of another name (谁审批合同 by 签署战略合作协议)."""
    if asked.strengths.isdisjoint(_JUDGES) or len(matter.tokens) != 1:
        return False
    word, own = matter.tokens[0].text, surroundings(matter.lexicon, match.statement, match.right).own
    if word in match.statement.folded or asked.word in own.text:
        return False
    of_word, groups = matter.lexicon.thesaurus.groups(word), matter.lexicon.thesaurus.groups
    alike = [other for other in own.parts.words if not of_word.isdisjoint(groups(other))]
    return bool(alike) and all(own.narrows(other, "") for other in alike)


def _noun_at(start: int, own: Scope, matter: Matter) -> str:
    """The noun that begins at a place of a clause and makes another thing of the word before it."""
    at = 0
    for word in own.parts.words:
        if at <= start < at + len(word):
            rest = word[start - at :]
            return rest if _is_another_thing(rest, matter) else ""
        at += len(word)
    return ""


def _is_another_thing(word: str, matter: Matter) -> bool:
    table = phrases()
    plain: tuple[Collection[str], ...] = (table.soft, table.filler, table.joining, table.people, table.papers)
    acts = (actions().written, actions().asked, actions().deciding, table.transitive)
    if len(word) == 1:
        return word in _ENDS
    known = any(word in words for words in (*plain, *acts)) or matter.lexicon.thesaurus.is_act(word)
    return word.isalpha() and not known
