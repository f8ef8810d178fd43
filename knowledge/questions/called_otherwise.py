"""Roles by another last word than their own: 水电维修员 for 水电维修工, 采购负责人 for 采购主管,
司机 for 驾驶员."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.organization import Organization
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import PlaceMention, RoleMention
from knowledge.regex import may_stand, sifted
from knowledge.roles.grades import grades

_TRADE = sifted(
    r"(?:我是|我做|我干|我在|作为|身为)(?:做|干|搞|一名|一个)?(?P<trade>[^,;。?的]{2,10}?)(?=的|岗|这边|那边|,|。|$)"
)
_TRADE_OF_OTHERS = sifted(  # 搞资料的归谁管
    r"(?:^|[,;。?])(?:那|我们|咱们|公司|单位)?(?:搞|做|弄|管|跑|干)(?P<trade>[^,;。?的谁]{2,6})的"
    r"(?:人|同事|师傅)?(?=归|属于|听|向|上面|上头|领导是|上级|直接)"
)
_TRADE_POST = sifted(  # 调度岗定员几个人, 英语客服的领导是谁
    r"(?:^|[,;。?])(?:那|请问|我们|咱们)?(?P<trade>[^,;。?的谁哪]{2,8}?)"
    r"(?=岗(?!位)|的(?:直接|直属|顶头)?(?:领导|上级|上司|下级|下属|手下|老大)(?!班|力|小组))"
)
_KEEPERS = sifted(
    r"(?P<trade>[库仓宿车料网楼片寝园]管)(?![理控辖家着道网线员事什啥哪谁些点几])"
)  # 库管, 宿管
_KEEPER = "员"
_DOERS = ("员", "工", "师")
_PART = 0.9
_QUALITY = 0.85
_LONGEST, _LEAST = 8, 2  # characters before the last word
_MOST_KEPT = 50_000  # words that are remembered


def _by_trade(text: str, lexicon: Lexicon, taken: set[int]) -> Iterator[RoleMention]:
    """我是后端开发, 我做客户开发的, 搞资料的归谁管: a role's name without its last word."""
    patterns = (p for p in (_TRADE, _TRADE_OF_OTHERS, _TRADE_POST) if may_stand(p, text))
    for said in [found for pattern in patterns for found in pattern.finditer(text)]:
        start, end = said.span("trade")
        fitting = lexicon.organization.naming.trade(text[start:end])
        fitting = fitting or [n for last in _DOERS for n in lexicon.names.get(text[start:end] + last, ())]
        if text.startswith("的", end) and end + 1 in taken:  # 我是车间的操作工
            continue
        if len(fitting) == 1 and not taken.intersection(range(start, end)):
            yield RoleMention(start, end, text[start:end], tuple(fitting), _PART)


def _keepers(text: str, lexicon: Lexicon, taken: set[int]) -> Iterator[RoleMention]:
    """库管 for the one 库管员 or 配件库管员 that there is."""
    for said in _KEEPERS.finditer(text) if may_stand(_KEEPERS, text) else ():
        start, end = said.span()
        fitting = [*lexicon.organization.naming.with_end((said["trade"] + _KEEPER,))]
        if len(fitting) == 1 and not taken.intersection(range(start, end)):
            yield RoleMention(start, end, said["trade"], tuple(fitting), _PART)


def find_called(
    text: str, lexicon: Lexicon, taken: set[int], named: Sequence[PlaceMention]
) -> Iterator[RoleMention]:
    """The roles that a compact question calls otherwise, each the only one that may be meant. `taken`: the
    places of what is named already; `named`: the departments and the like in it."""
    yield from _by_trade(text, lexicon, taken)
    yield from _keepers(text, lexicon, taken)
    departments = {p.end: p for p in named if p.kind == "department"}
    for word in grades().leader:
        for start in _places(text, word):
            end, place = start + len(word), departments.get(start - text.endswith("的", 0, start))
            if place is not None and text.startswith(grades().asked_of, end):
                continue  # the question is just that
            called = list(_with_other_end(text, start, end, grades().leading, lexicon, taken))
            if place is not None and not called:
                tops = tuple(top_of(lexicon.organization, place.name))
                called = [RoleMention(place.start, end, text[place.start : end], tops, _QUALITY)]
            yield from (mention for mention in called if len(mention.names) == 1)
    for word in grades().doers:
        for start in _places(text, word):
            yield from _with_other_end(text, start, start + len(word), grades().doers, lexicon, taken)
    yield from _by_synonym(text, lexicon, taken)


@lru_cache(_MOST_KEPT)
def _is_post(word: str) -> bool:
    """Whether a word of the thesaurus ends as the names of posts do."""
    return word.endswith((*grades().heads, *grades().doers))


def top_of(organization: Organization, department: str) -> list[str]:
    """The roles of a department above which none of it stands; with several, those that lead somebody."""
    members = [role.name for role in organization.members(department)]
    tops = [n for n in members if not any(x.superior in members for x in organization.superiors(n))]
    leading = [n for n in tops if organization.subordinates(n)]
    return tops if len(tops) == 1 else leading if len(leading) == 1 else []


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _with_other_end(
    text: str, at: int, end: int, ends: tuple[str, ...], lexicon: Lexicon, taken: set[int]
) -> Iterator[RoleMention]:
    """The role whose name is what stands before `at` and one of some last words."""
    for start in range(max(0, at - _LONGEST), at - _LEAST + 1):
        if not taken.isdisjoint(range(start, end)):
            continue
        stem = text[start:at]
        names = dict.fromkeys(name for last in ends for name in lexicon.names.get(stem + last, ()))
        if len(names) == 1:
            yield RoleMention(start, end, text[start:end], tuple(names), _QUALITY)
            return


def _by_synonym(text: str, lexicon: Lexicon, taken: set[int]) -> Iterator[RoleMention]:
    """The role whose name ends in another word for a post that the question has, and which no document has;
    what stands before it is the same."""
    for found in lexicon.thesaurus.find(text):
        if not _is_post(found.word) or lexicon.writes(found.word):
            continue
        others = tuple(filter(_is_post, lexicon.thesaurus.members(found.groups)))
        for start in [*range(max(0, found.start - _LONGEST), found.start - _LEAST + 1), found.start]:
            if not taken.isdisjoint(range(start, found.end)):
                continue
            stem = text[start : found.start]
            names = dict.fromkeys(n for other in others for n in lexicon.names.get(stem + other, ()))
            if not stem and not names and found.word not in grades().ordinary:  # 工人 is no 速冻机操作工
                names = dict.fromkeys(lexicon.organization.naming.with_end(others))
            if len(names) == 1:
                yield RoleMention(start, found.end, text[start : found.end], tuple(names), _QUALITY)
                break
