"""How much the characters of a question need an explanation: content most, question words little."""

from collections.abc import Callable, Collection, Iterable

from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.regex import regex
from knowledge.text import is_word

LIGHT = frozenset([
    "who", "what", "when", "whether", "may", "count", "again", "written", "submit", "me", "him",
    "not", "identity", "path", "relative", "combined", "except", "greeting", "thanks",
    "reporting_verb", "identity_verb", "brief",
])  # fmt: skip
_LIGHT_WEIGHT, _ASIDE_WEIGHT, _BEFORE_WEIGHT = 0.15, 0.05, 0.55
_SOFT_WEIGHT = 0.3
_LATIN_LENGTH = 3.0  # what a longer Latin word weighs, in characters
_LATIN_LEAST = 0.5  # what each of its characters weighs at least, so that it counts as content
_FOR_WHOM_WEIGHT = 0.3
WANTING_WEIGHT = 0.1  # whoever wants something is seldom in the line on it
_HANDS = frozenset("交缴拿取盖办弄")  # what somebody does who asks whom to go to
_TO_WHOM = regex("(?:找|跟|问|去|联系)(?:谁|哪)|谁(?:能|来|会)*(?:处理|管|负责|解决)")
_FOR = ("给", "帮", "替")
_ENTERING = frozenset(("identity_verb",))
_WISHING = ("想", "要", "想要", "打算", "来")
_WISHES = ("要求", "申请", "提出")
_NEW = "新"
_WANTS = regex(
    "(?:自己|又|都|也|今天|现在|急着|坚持|死活)*(?:想|要|来|非|说|闹着?|提出|打算|希望|需要|申请|"
    "(?:的)?[\u4e00-\u9fff]{1,4}(?:丢|坏|忘|不见|找不到))"
)
_BODIES = ("部", "科", "处", "室", "车间", "班组", "中心", "组", "队", "店", "部门")
_BODY_WANTS = regex("(?:又|都|也|今天|现在|急着)*(?:想|打算|希望|准备)")
_UNKNOWN_SINGLE = 1.3  # a word of one unknown character weighs more than its length


def weigh(
    text: str,
    content: Iterable[Token],
    asking: Callable[[int], bool],
    primary: Callable[[int], bool],
    written: Collection[str],
    aside: Collection[int],
) -> list[float]:
    """The weight of each character, 0 for filler. `asking`, `primary`: whether a position lies in a clause
    that asks, in the one with the question word; `written`: the words of the documents; `aside`: where
    tokens start that say only where one is (公司里)."""
    weights = [0.0] * len(text)
    for token in content:
        kinds = phrases().kinds[token.text] if token.kind is TokenKind.PHRASE else frozenset()
        entering = kinds == _ENTERING and any(token.text in word for word in written)  # 员工入职
        light = kinds & LIGHT and token.text not in written and not entering
        weight = _LIGHT_WEIGHT if light else _SOFT_WEIGHT if token.text in phrases().soft else 1.0
        weight = min(weight, _of_people(text, token, asking(token.start)))
        if not asking(token.start) or token.start in aside:
            weight *= _ASIDE_WEIGHT
        elif not primary(token.start):
            weight *= _BEFORE_WEIGHT
        elif token.kind is TokenKind.UNKNOWN and token.end - token.start == 1:
            weight = _UNKNOWN_SINGLE
        if token.text.isascii():
            weight *= max(_LATIN_LEAST, min(1.0, _LATIN_LENGTH / (token.end - token.start)))
        for i in range(token.start, token.end):
            weights[i] = weight if is_word(text[i]) else 0.0
    return weights


def _of_people(text: str, token: Token, asking: bool) -> float:
    """What a token weighs at most: less where it says for whom something is, or who wants it."""
    if is_of_wanting(text, token):
        return WANTING_WEIGHT
    for_whom = token.text in phrases().people and _is_for(text, token)
    hands = token.text in _HANDS and asking and _TO_WHOM.search(text, token.end) is not None
    return _FOR_WHOM_WEIGHT if for_whom or hands else 1.0


def is_of_wanting(text: str, token: Token) -> bool:
    """Whether a token says no more than who wants something, or that he does."""
    return _wants(text, token) or _is_wish(text, token)


def _wants(text: str, token: Token) -> bool:
    """Whether a token says who wants something: 客人|想退房 is about 退房."""
    who = token.text in phrases().outsiders or is_newcomer(token.text)
    if token.text.endswith(_BODIES) and text[max(0, token.start - 1) : token.start] in ("", *",;。"):
        return _BODY_WANTS.match(text, token.end) is not None  # 车间|想添设备
    return who and _WANTS.match(text, token.end) is not None


def is_newcomer(word: str) -> bool:
    """Whether a word is one for people who are new: 新员工."""
    return word[:1] == _NEW and word[1:] in phrases().newcomers


def _is_wish(text: str, token: Token) -> bool:
    """Whether a token is no more than that somebody wants what follows: 客人|要求|免单."""
    before = text[: token.start]
    return token.text in _WISHES and before.endswith((*phrases().outsiders, *_WISHING))


def is_wished(text: str, start: int, word: str) -> bool:
    """Whether a verb says what the asker himself wants to do (想申请补助,找谁), not what somebody has to."""
    return word in _WISHES and text[:start].endswith(_WISHING)


def _is_for(text: str, token: Token) -> bool:
    """Whether a token says for whom something is done: 给客户|优惠, not 给客户的信用额度."""
    return text[token.start - 1 : token.start] in _FOR and not text.startswith("的", token.end)
