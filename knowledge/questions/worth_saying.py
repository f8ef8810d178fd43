"""When a match of a matter is strong enough to be said: its head words must be met in the right itself."""

from knowledge.actions import Strength, actions
from knowledge.once import kept
from knowledge.questions.match import EXPLAINED, Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.modifying import narrowed
from knowledge.questions.scope import BROADER, SAID, SAME, TRACE
from knowledge.questions.surroundings import OTHER_CLAUSE, OWNER

_LESS = (Strength.ADVISE, Strength.TAKE_PART)
_TOLD = 0.5  # the weight of what was told before the question that tells matches apart


def worth_saying(match: Match, matter: Matter, mere_doing: bool) -> bool:
    """Whether a match may answer. `mere_doing`: whether no more is asked than who does something."""
    if mere_doing and (
        _looks_alike(match, matter) or _only_tells(match, matter) or _of_another_thing(match, matter)
    ):
        return False
    return _of_step(match, matter) and _meets_told(match, matter)


def closest_told(matches: list[Match], matter: Matter) -> list[Match]:
    """Of matches that answer alike those which also have what was told before the question (平台介入了,这种
    纠纷归谁), if some have it and others have nothing of it."""
    told = [sum(matter.weights[i] for i in matter.beside if m.quality.get(i, 0.0) >= SAME) for m in matches]
    closest = [m for m, weight in zip(matches, told, strict=True) if weight > 0.0]
    of_roles = any(not m.statement.is_department for m in matches)
    if not told or max(told) < _TOLD or (of_roles and all(m.statement.is_department for m in closest)):
        return matches
    return closest


def meeting_verb(matches: list[Match], matter: Matter) -> list[Match]:
    """Of matches those in whose own clause the word behind 谁 is met (谁招服务员), or the verb right before
    the object (招服务员的是谁), if it is in any."""
    acts = matter.lexicon.thesaurus.is_act
    verbs = _behind_who(matter) or {t.start for t in matter.tokens if t.end in matter.heads and acts(t.text)}
    met = [m for m in matches if all(m.quality.get(i, 1.0) >= SAID for i in verbs)]
    return met or matches


def _of_step(match: Match, matter: Matter) -> bool:
    """Whether the verb behind 谁 is not only that of another step (…由甲审核,乙发放: 谁发放), or of a clause
    that gives less (考核专员,并对其淘汰提出建议: 谁换掉专员)."""
    met = [match.quality.get(i, 1.0) for i in _behind_who(matter)]
    if match.statement.rule and match.right.holder:
        return all(quality != OTHER_CLAUSE for quality in met)
    less = any(right.strength in _LESS for right in match.statement.rights if right is not match.right)
    return not less or match.right.strength in _LESS or all(quality > OTHER_CLAUSE for quality in met)


def _meets_told(match: Match, matter: Matter) -> bool:
    """Whether a match has the last word of what was told, where the clause that asks has none (客户要取货,
    该找谁)."""
    return all(match.quality.get(at, 1.0) >= EXPLAINED for at in _told(matter))


@kept
def _told(matter: Matter) -> list[int]:
    """Where such words stand."""
    asks_who = matter.question.has("who") and not matter.question.amounts
    return [at for at in matter.heads if asks_who and not matter.question.primary(at)]


def _of_another_thing(match: Match, matter: Matter) -> bool:
    """Whether a word is left unexplained, and the line has what it is about only before another noun
    (产品出了毛病谁修 by 维护产品资料)."""
    asked = _things(matter)
    met = [t for t in asked if match.quality.get(t.start, 0.0) >= EXPLAINED]
    return len(met) < len(asked) and any(narrowed(match, t.text, matter) for t in met)


def _only_tells(match: Match, matter: Matter) -> bool:
    """Whether a right is only to tell of what the question asks to be done (介绍价格与优惠: 谁能降价)."""
    clause, asked = match.right.matter, matter.question.text
    if not matter.question.has("may"):
        return False
    return any(w in clause and w not in asked for w in actions().telling)


def _looks_alike(match: Match, matter: Matter) -> bool:
    """Whether what is asked about is explained by no more than a word that looks like it (签证 by 签约) or,
    where no verb is met, a broader one (投诉 by 客户服务); a word of no dictionary may be typed wrong."""
    quality, verbs = match.quality, _behind_who(matter)
    met = any(quality.get(i, 0.0) >= SAME for i in verbs)
    least = [min(quality.get(i, 1.0) for i in range(t.start, t.end)) for t in _objects(matter)]
    named = bool(least) and max(least) == OWNER and not met  # 开发 in 开发主管 says what he is called
    return named or any(0.0 < q <= (TRACE if met else BROADER) for q in least)


@kept
def _things(matter: Matter) -> list[Token]:
    """The words of two characters and more of the clauses that ask."""
    return [t for t in matter.asked_tokens if t.kind is TokenKind.WORD and len(t.text) > 1]


@kept
def _objects(matter: Matter) -> list[Token]:
    """The head words of the clause that asks which are objects and words of a dictionary."""
    knows, plain = matter.lexicon.segmenter.knows, matter.heads - _behind_who(matter)
    plain |= {t.start for t in matter.tokens if len(t.text) > 2}  # 谁|开发票
    objects = (t for t in matter.tokens if t.start in matter.heads & plain and knows(t.text))
    return [t for t in objects if matter.question.primary(t.start)]


@kept
def _behind_who(matter: Matter) -> frozenset[int]:
    """The heads that stand behind 谁."""
    who = min((m.end for m in matter.question.of("who") if matter.question.primary(m.start)), default=-1)
    return frozenset(i for i in matter.heads if i >= who >= 0)
