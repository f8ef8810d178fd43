"""What a post is for, where sentences tell that beside its place: 店长在经理领导下主持全店工作。编制1人."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.regex import regex
from knowledge.roles.clause_patterns import CLAUSE, SENTENCE
from knowledge.roles.headings import label_of
from knowledge.roles.held import does
from knowledge.roles.home_told import home_first
from knowledge.roles.labels import Field
from knowledge.roles.led_by import led_by
from knowledge.roles.posts import Listed, Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.purposes import set_up_for
from knowledge.roles.role import Listing, Passage, Role
from knowledge.roles.standing import is_list_end, shorter_names, stands
from knowledge.text import fold

_KEPT = 64  # patterns of roles read last
_BELOW = regex(
    r"(?:行政上|业务上|工作上)?(?:在[^,;。]{2,20}?的?(?:直接|统一|具体|正确|集中)*(?:领导|带领|指导|管理|指挥|安排|调度)"
    r"(?:[、和与][^,;。]{2,20}?(?:领导|指导|监督|协助|支持))?之?下,?(?:开展工作|工作)?|由[^,;。]{2,16}直接领导,)"
)
_ANSWERS = regex(
    r"[^,;]{0,14}?(?:对|向)(?P<name>[^,;]{2,24}?)(?:直接|全面)?(?:负责|汇报|报告)(?:并(?:报告|汇报))?(?:工作)?"
)
_LEADS = regex(
    r"(?:并|还|另|直接|负责|全面|统一)*(?:带领|带着|指导|督导|管理|领导|管着|下辖|下设|下属|手下有|下面有)(?:着|了|本[班组队部店])?"
)
_RULES = regex(
    r"不在|外出|请假|休假|出差|离岗|病假|不得|有权|无权|必须|每[日天周月季年]"
)  # what a remark says beside
_NO_NAME = ("本岗", "该岗")
_IS = ("是", "为", "系")
_LEAST = 4  # characters of what a post is for
_NOTES = "说明"


def with_told_summary(roles: Iterable[Role]) -> Iterator[Role]:
    """The roles; a summary in running prose holds no more than what the post is for, what else it tells is a
    remark. A post without one has it from a paragraph that tells its place."""
    roles = list(roles)
    posts = Posts(name for role in roles for name in (role.name, *role.aliases, *role.subordinates))
    for role in roles:
        names = (role.name, *role.aliases)
        names = (*names, *shorter_names(map(fold, names), posts))
        told = role.facts.get(Field.SUMMARY)
        if told is not None and _is_told(told.text, names, posts):
            summary, rest = _parted(told, names, posts)
            facts = dict(role.facts)
            del facts[Field.SUMMARY]
            if summary is not None:
                facts[Field.SUMMARY] = summary
            role = replace(role, facts=facts, others=_with_notes(role.others, rest))
            if summary is None and (other := _elsewhere(role, names, posts)):
                role = replace(role, facts={**facts, Field.SUMMARY: other})
            yield role
        elif told is None and (summary := _elsewhere(role, names, posts)):
            yield replace(role, facts={**role.facts, Field.SUMMARY: summary})
        else:
            yield role


def _elsewhere(role: Role, names: Sequence[str], posts: Posts) -> Passage | None:
    """What the post is for, by a paragraph under a heading that no table has."""
    for listing in role.others:
        if listing.kind != _NOTES and label_of(listing.kind) is not None:
            continue
        items = listing.items if listing.kind == _NOTES else listing.items[:1]
        lines = {item.source.line for item in items if _is_told(item.text, names, posts)}
        for item in sorted(items, key=lambda item: not _says_purpose(item.text, names)):
            if item.source.line not in lines or _RULES.search(fold(item.text)):
                continue
            if summary := _parted(item, names, posts)[0]:
                return summary
    return None


def _is_told(text: str, names: Sequence[str], posts: Posts) -> bool:
    """Whether a text speaks of the post as somebody else would: it begins with its name, or names it behind a
    clause about its place, or has a sentence of its own about that."""
    folded = fold(text).strip()
    if _subject(tuple(names)).match(folded) or _says_purpose(folded, names):
        return True
    sentences = [[c.strip() for c in CLAUSE.findall(s) if c.strip()] for s in SENTENCE.findall(folded)]
    first = next((sentence[0] for sentence in sentences if sentence), "")
    if home_first(folded) and all(_relates(c, names, posts) for s in sentences for c in s):
        return True  # 营运部，直接上级为店长
    if any(fold(name) in folded for name in names) and _relates(first, names, posts):
        return True  # 公司设店长一人，主持全店工作
    return len(sentences) > 1 and any(s and all(_relates(c, names, posts) for c in s) for s in sentences)


def _parted(told: Passage, names: Sequence[str], posts: Posts) -> tuple[Passage | None, list[Passage]]:
    """What a text says that the post is for, and its other sentences."""
    folded, summary, rest = fold(told.text), None, list[Passage]()
    stated = {at: led for at in _sentences(folded) if (led := _stated(folded, at, names))}
    for at in _sentences(folded):
        written = told.text[slice(*at)].strip()
        if not written:
            continue
        start, end = 0, 0
        if stated:
            start, end = (stated[at], at[1]) if at in stated else (0, 0)
        elif summary is None:
            start, end = _purpose(folded, *at, names, posts)
        text = told.text[start:end].strip(" ，,")
        if len(text) >= _LEAST and summary is None:
            summary = Passage(text, written, told.source)
        else:
            rest.append(Passage(written, written, told.source))
    return summary, rest


def _sentences(folded: str) -> list[tuple[int, int]]:
    return [found.span() for found in SENTENCE.finditer(folded)]


def _says_purpose(text: str, names: Sequence[str]) -> bool:
    folded = fold(text)
    return any(_stated(folded, at, names) for at in _sentences(folded))


def _stated(folded: str, sentence: tuple[int, int], names: Sequence[str]) -> int:
    """Where a sentence says what the post is for, behind words for that: 设岗目的是…; else 0."""
    start, end = sentence
    while start < end and folded[start].isspace():
        start += 1
    subject = _subject(tuple(names)).match(folded, start, end)
    led = prose().purpose.match(folded, start, end)
    if led is None and subject is not None:
        led = prose().purpose.match(folded, subject.end(), end)
    return led.end() if led else set_up_for(folded, names, start, end)


def _purpose(folded: str, start: int, end: int, names: Sequence[str], posts: Posts) -> tuple[int, int]:
    """Where the clauses of a sentence begin and end that say more than where the post stands."""
    subject = _subject(tuple(names)).match(folded, start, end)
    at = subject.end() if subject else start
    at = start if subject and folded.startswith(_IS, at) else at
    spans = [(c.start(), c.end()) for c in CLAUSE.finditer(folded, at, end) if c.group().strip()]
    while spans and _relates(folded[spans[0][0] : spans[0][1]].strip(), names, posts):
        spans.pop(0)
    while spans and _relates(folded[spans[-1][0] : spans[-1][1]].strip(), names, posts):
        spans.pop()
    while len(spans) > 1 and _led(folded[spans[-1][0] : spans[-1][1]].strip(), posts):
        spans.pop()
    if not spans:
        return 0, 0
    told = spans[0][0] == at and not f"{folded[:start]}{folded[spans[-1][1] :]}".strip(" 。;,")
    whole = told and subject is not None and not subject.group().strip().startswith(_NO_NAME)
    at = spans[0][0]
    below = _BELOW.match(folded, at, spans[0][1])
    if whole and below is None:  # 站长管好全站: nothing else is told
        at = start
    return (below.end() if below else at), spans[-1][1]


def beside_place(text: str, names: Sequence[str]) -> str:
    """The clauses of a sentence that say more than where the post stands, as written; all of one that goes on
    behind whom it works below: 在站长领导下管好油库."""
    folded = fold(text)
    start, end = _purpose(folded, 0, len(folded.rstrip("。;")), names, Posts(names))
    whole = folded.startswith("在") and end
    return text.rstrip(" 。；;") if whole else text[start:end].strip(" ，,")


def _relates(clause: str, names: Sequence[str], posts: Posts) -> bool:
    """Whether a clause says no more than where a post stands, whom it leads or how many hold it."""
    subject = _subject(tuple(names)).match(clause)
    plain = (clause[subject.end() :] if subject else clause).strip()
    if not plain or _places().fullmatch(plain) or home_first(f"{plain},"):
        return True
    if not subject and not does(plain) and posts.read(plain, 0) is not None:
        return True  # 保安员20人、班长1人; 保洁员对班长负责
    if answers := _ANSWERS.fullmatch(plain):
        return _is_above(answers["name"], posts)
    if prose().relating.fullmatch(plain):
        return True
    if (below := _BELOW.match(plain)) and below.end() == len(plain):
        return True
    if stands(plain, names, posts) or any(led_by(plain, tuple(names), posts)):
        return True
    listed = _led(plain, posts)
    if listed is not None and is_list_end(plain[listed.end :]):
        return True
    leads = _LEADS.match(plain)
    return leads is not None and bool(posts.among(plain[leads.end() :], people=True))


def _led(clause: str, posts: Posts) -> Listed | None:
    """The posts that a clause begins with leading: 带领会计、出纳按章理财."""
    leads = _LEADS.match(clause)
    return posts.read(clause, leads.end()) if leads else None


def _is_above(name: str, posts: Posts) -> bool:
    """Whether somebody answers to what a clause names: 对经理负责, not 对库存的安全负责."""
    return posts.is_post(name) or bool(posts.whole(name)) or name.endswith(prose().bodies)


@lru_cache(_KEPT)
def _subject(names: tuple[str, ...]) -> re.Pattern[str]:
    """The name of the post at the beginning of a sentence, its other name in brackets behind it."""
    own = alternatives([*map(fold, names), "本岗位", "本岗", "该岗位"])
    return re.compile(
        rf"\s*{own}(?:\([^()]{{1,20}}\))?(?:(?:这个|这一|一)(?:岗位?|职位|职务|职))?(?![、和与及])"
    )


@lru_cache(1)
def _places() -> re.Pattern[str]:
    return regex("|".join(prose().placing))


def _with_notes(others: tuple[Listing, ...], rest: list[Passage]) -> tuple[Listing, ...]:
    if not rest:
        return others
    own = next((listing for listing in others if listing.kind == _NOTES), Listing(_NOTES, ()))
    kept = tuple(listing for listing in others if listing is not own)
    return (*kept, Listing(_NOTES, (*rest, *own.items)))
