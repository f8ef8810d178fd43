"""What a clause says of where a post stands, where it says nothing else: who is above it, whom it leads, how
many hold it.

Each clause of a sentence is looked at by itself and has to match as a whole, so that the order of the clauses
and the words between them do not matter: 站长编制1人，下辖抄表员和电工两个岗位，归口所长管理.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.regex import regex
from knowledge.roles.clause_patterns import CLAUSE, SENTENCE
from knowledge.roles.grades import drops_grade, head_of
from knowledge.roles.labels import Field
from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage, Role
from knowledge.text import bare, fold

_PRONOUNS = ("本岗位", "该岗位", "本岗", "该岗", "本人", "其岗位", "其")
_SHORTEST = 2  # characters of a shorter name
_EACH = ("每", "各")
_AND = regex("[、和与及]")
_BEHIND_NAME = regex(r"(?:\([^()]{1,24}\))?(?:(?:这个|这一|一)?(?:岗位?|职位|职务|职))?的?")
_NUMBER = (
    r"(?P<count>(?:\d+(?:[-~至]\d+)?|[一二两三四五六七八九十]+(?:至[一二三四五六七八九十]+)?)"
    r"\s*(?:个人|[名人个位]))"
)
_TAIL = regex(
    r"\s*(?:等)?(?:共|这)?(?:(?:\d+|[一二两三四五六七八九十]+)[个支]?|各)?(?:类|种)?(?:岗位|工种|职务|职位|人员|队伍|团队|班组|岗|人)?(?:开展工作|工作)?\s*"
)


_OF_PEOPLE = ("带", "手下", "下面")  # words before those whom somebody leads, whatever they are called
_TAIL_WORDS = regex(
    r"(?:等)?(?:(?:\d+|[一二两三四五六七八九十]+)[个支])?(?:岗位|工种|职务|人员|队伍|团队|班组|人)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a clause says: the posts `above` or `below`, that there are none below, or how many hold the post.

    `start`, `end`: where the words for it stand in the folded text.
    """

    start: int
    end: int
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    none: bool = False
    counts: bool = False


def about(role: Role) -> Iterator[Passage]:
    """The words about a post beside its duties."""
    if Field.SUMMARY in role.facts:
        yield role.facts[Field.SUMMARY]
    for listing in role.others:
        yield from listing.items


def standings(text: str, own: Sequence[str], posts: Posts, beside: Sequence[str] = ()) -> Iterator[Standing]:
    """What the clauses of a text say of where the post with the names `own` stands.

    A sentence that has another post as its subject says nothing of this one. `beside`: the other posts that
    its description is about.
    """
    others = sorted(map(fold, beside), key=len, reverse=True)
    folded = fold(text)
    names = sorted({*map(fold, own), *shorter_names(map(fold, own), posts)}, key=len, reverse=True)
    for sentence in SENTENCE.finditer(folded):
        about = True
        for at, (begin, end) in enumerate(_clauses(folded, *sentence.span())):
            named, start = _subject(folded, begin, names)
            if not named and others and (joined := _joined_subject(folded, start, names, others)):
                named, start = joined[0], joined[1]
                about = named
            found = _standing(folded, start, end, names, posts)
            about = named or (
                about and (at > 0 or found is not None or not _of_another(folded, start, posts))
            )
            found = found if about else None
            if found is not None:
                yield found


def _clauses(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence; one that names those whom the one before counts is a part of it: 手下三人，
    分别是切配工、洗碗工和面点师."""
    found: list[tuple[int, int]] = []
    for clause in CLAUSE.finditer(folded, start, end):
        if found and folded.startswith(("分别是", "分别为", "即"), clause.start()):
            found[-1] = (found[-1][0], clause.end())
        else:
            found.append(clause.span())
    return found


def shorter_names(own: Iterable[str], posts: Posts) -> Iterator[str]:
    """The ends of the names that can call the post and are no other one: 营养师 of 膳食营养师."""
    for name in own:
        for short in (name[i:] for i in range(1, len(name) - _SHORTEST + 1)):
            if short not in posts.known and posts.looks_like_post(short) and not drops_grade(short, name):
                yield short


def stands(clause: str, own: Sequence[str], posts: Posts) -> bool:
    """Whether a clause says where a post stands and no more."""
    return any(standings(clause, own, posts))


def is_list_end(folded: str) -> bool:
    """Whether nothing but words for posts (等三个岗位) stands behind a list of them."""
    return _TAIL.fullmatch(folded) is not None


def _standing(folded: str, start: int, end: int, own: Sequence[str], posts: Posts) -> Standing | None:
    text = folded[start:end].rstrip()
    end = start + len(text)
    if count := _count(folded, start, end, own):
        each = folded.startswith(_EACH, start)  # 每店设店长1名 is no number of all
        return Standing(start if each else count.start("count"), count.end(), counts=True)
    if _none().fullmatch(text):
        return Standing(start, end, none=True)
    if above := _above(text, own, posts):
        return Standing(start, end, above=above)
    below = _below(text, posts)
    return Standing(start, end, below=below) if below else None


def _above(text: str, own: Sequence[str], posts: Posts) -> tuple[str, ...]:
    for pattern in _up():
        found = pattern.fullmatch(text)
        name = found["name"].strip() if found else ""
        if not name or name in prose().unnamed or bare(name) in map(bare, own):
            continue
        if posts.is_post(name) or name.endswith(prose().bodies):
            return (name,)
        if several := posts.whole(name):
            return several
    return ()


def _below(text: str, posts: Posts) -> tuple[str, ...]:
    found = _down().match(text)
    listed = posts.read(text, found.end()) if found else None
    if found is None:
        return ()
    if listed is None or not is_list_end(text[listed.end :]):
        people = any(word in found.group() for word in _OF_PEOPLE)
        return posts.among(_TAIL_WORDS.sub("", text[found.end() :]), people)
    sure = found["strong"] or len(listed.names) > 1 or listed.counts[0] or listed.names[0] in posts.known
    return listed.names if sure or len(listed.names[0]) > 2 else ()


def _of_another(folded: str, start: int, posts: Posts) -> bool:
    """Whether a sentence begins with the name of another post: 副站长协助站长，对所长负责."""
    return posts.read(folded, start) is not None


@cache
def _up() -> tuple[re.Pattern[str], ...]:
    return tuple(map(regex, prose().standing_above))


@cache
def _none() -> re.Pattern[str]:
    return regex(prose().standing_none)


@cache
def _down() -> re.Pattern[str]:
    table = prose()
    strong, weak = alternatives(table.strong), alternatives(table.weak)
    return regex(
        rf"\s*(?:[^,]{{1,6}}(?:期间|时)|[^,由被受在对向协参]{{1,4}}(?=带领))?{alternatives(table.before_weak)}{{0,3}}(?:(?P<strong>{strong})|(?P<weak>{weak}))(?:着|了)?"
        rf"(?:{alternatives(table.between)}){{0,3}}"
        rf"(?:{_NUMBER.replace('?P<count>', '?:')}(?:岗位?)?,?(?:分别)?[是为:]+)?"
    )


@cache
def _lead() -> re.Pattern[str]:
    return regex(rf"(?:{alternatives(prose().standing_lead)})*")


@cache
def _counted() -> re.Pattern[str]:
    return regex(rf"{prose().standing_count}{_NUMBER}(?:\([^()]*\))?")


@cache
def _each() -> re.Pattern[str]:
    return regex(
        rf"每个?[^,]{{1,8}}?(?:各|共)?(?:编制|定员|定编|设置|设|配备|配|有)(?:为|是)?{_NUMBER}(?:\([^()]*\))?"
    )


@cache
def _held_by() -> re.Pattern[str]:
    people = "(?:专职|兼职|在编)?(?:人员|员工|职工|职员|同志|专人)?"
    return regex(rf"(?:现|暂|目前)?由{_NUMBER}(?={people}(?:担任|出任|承担|任职)$)")


@cache
def _only() -> re.Pattern[str]:
    return regex(rf"[^,]{{0,6}}?(?:只有|只设|就有|就设|仅有|设有|设|就){_NUMBER}")


@cache
def _set_up() -> re.Pattern[str]:
    return regex(prose().standing_set)


def _subject(folded: str, start: int, own: Sequence[str]) -> tuple[bool, int]:
    """Whether a clause begins with the name of the post or a pronoun, and where its predicate begins: behind
    that and 也, 日常工作."""
    while folded[start : start + 1].isspace():
        start += 1
    name = next((n for n in (*own, *_PRONOUNS) if folded.startswith(n, start)), "")
    at = start + len(name)
    if name and (behind := _BEHIND_NAME.match(folded, at)):
        at = behind.end()
    if name and _AND.match(folded, at):
        return False, start  # the post and another one
    lead = _lead().match(folded, at)
    return bool(name), lead.end() if lead else at


def _joined_subject(
    folded: str, start: int, own: Sequence[str], others: Sequence[str]
) -> tuple[bool, int] | None:
    """Whether a list of the posts of one description that a clause begins with has this one, and where its
    predicate begins: 站长、副站长|各1名."""
    names, at, has = sorted((*own, *others), key=len, reverse=True), start, False
    while name := next((n for n in names if folded.startswith(n, at)), ""):
        has, at = has or name in own, at + len(name)
        joined = _AND.match(folded, at)
        if joined is None:
            break
        at = joined.end()
    lead = _lead().match(folded, at)
    return (has, lead.end() if lead else at) if at > start else None


def _count(folded: str, start: int, end: int, own: Sequence[str]) -> re.Match[str] | None:
    """The number of those who hold the post: 编制1人, 公司设站长1人."""
    if found := _counted().fullmatch(folded, start, end) or _each().fullmatch(folded, start, end):
        return found
    if held := _held_by().match(folded, start, end):
        return held
    if only := _only().match(folded, start, end):  # 店里就一位|店长
        return only if folded[only.end() : end] in own else None
    before = _set_up().match(folded, start, end)
    names = (*own, *filter(None, map(head_of, own)))  # 每店设店长1名 counts the 馆店店长
    name = next((n for n in names if before and folded.startswith(n, before.end())), "")
    return _counted().fullmatch(folded, before.end() + len(name), end) if before and name else None
