"""One section for several posts (前台接待员、收费员岗位职责; 机械部/仪电部主管): a role for each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.grades import grades, head_of
from knowledge.roles.labels import Field
from knowledge.roles.posts import Posts
from knowledge.roles.role import Duty, Listing, Passage, Role
from knowledge.roles.staffing import staff_listed
from knowledge.text import bare, fold

_SEPARATE = regex(r"[、/,]")
_JOINED = regex(r"[及和与]")
_BRACKETED = regex(r"^[(（](?P<grade>[^()（）]{1,2})[)）](?P<name>.{2,})$")
_PLACED = regex(
    r"(?P<place>.{1,12}(?:(?<!干)部|科|室|处|中心|站|所|院|厅|店|队|班|组|厂|车间|馆|局|庭|园|校))(?P<head>.{2,3})$"
)
_AFTER_NAME = regex(
    r"\s*(?:的?(?:职责|岗位职责|工作职责|主要职责|权限|工作权限|工作)?\s*[:：]|负责|主要负责|承担|应|须"
    r"|对|按|每[日天周月季年班]|在|协助|参与|做好|根据|定期|及时|不得|必须)"
)
_BOTH = ("均", "都", "分别", "两岗", "互为")


def divide(role: Role, others: Iterable[str]) -> list[Role]:
    """The roles that a description is about; itself where it is one.

    `others`: names that the rest of the document mentions. Names joined by 及 are two posts only where the
    document speaks of one of them alone; else they are one post, known by either name.
    """
    headed = {duty.title.text.rstrip(":：") for duty in role.duties if duty.tasks}
    written = _names(role.name, Posts(headed))
    names = _in_full(written)
    if len(names) < 2:
        return [role]
    if (
        not _SEPARATE.search(role.name)
        and "(" not in fold(role.name)
        and not _speaks_apart(role, names, set(others))
    ):
        parts = [name for name in names if bare(name) != bare(role.name)]
        return [replace(role, aliases=(*role.aliases, *parts))]
    pairs = list(zip(names, written, strict=True))
    rests = [[n for pair in pairs if pair[0] != name for n in dict.fromkeys(pair)] for name in names]
    return [
        replace(_part(role, name, rest), aliases=(short,) if short != name else ())
        for (name, short), rest in zip(pairs, rests, strict=True)
    ]


def _names(text: str, posts: Posts) -> tuple[str, ...]:
    """The posts of a title; one where it is no list of them."""
    if found := _BRACKETED.match(text.strip()):
        if fold(found["grade"]) in grades().before:
            return found["name"], found["grade"] + found["name"]
        return (text,)
    folded = fold(text)
    if not (_SEPARATE.search(folded) or _JOINED.search(folded)) or "(" in folded:
        return (text,)
    if "/" in folded and _is_post(folded.split("/")[0]) and not _alike(folded.split("/")):
        return (text,)  # 学习管理师/学管师: one post under two names
    names = posts.whole(folded.replace("/", "、").replace(",", "、"))
    return tuple(_as_written(name, text) for name in names) or (text,)


def _in_full(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names with the place that only the first one has: 采编部主任、副主任 are both of 采编部."""
    found = _PLACED.match(names[0])
    if found is None:
        return names
    head = bare(found["head"])
    same = [bare(name).removeprefix("副").removeprefix("助理") == head for name in names[1:]]
    return (names[0], *(found["place"] + n if s else n for n, s in zip(names[1:], same, strict=True)))


def _alike(names: list[str]) -> bool:
    """Whether names differ in nothing but the words before the last one, equally long: 早班厨师/晚班厨师."""
    heads = {head_of(name) for name in names}
    return len(heads) == 1 and "" not in heads and len({len(name) for name in names}) == 1


def _is_post(name: str) -> bool:
    return Posts().looks_like_post(name)


def _speaks_apart(role: Role, names: Iterable[str], others: set[str]) -> bool:
    for name in names:
        if bare(name) in others:
            return True
        if any(_belongs(passage.text, name) for duty in role.duties for passage in duty.passages()):
            return True
    return any(word in p.text for duty in role.duties for p in duty.passages() for word in _BOTH)


def _part(role: Role, name: str, rest: list[str]) -> Role:
    """The role of one of the names: what is said of the others alone is left out."""
    return replace(
        role,
        name=name,
        named=replace(role.named, text=name),
        aliases=(),
        facts=_own_facts(role.facts, name),
        duties=tuple(_own_duties(role.duties, name, rest)),
        authorities=tuple(_own_lists(role.authorities, name, rest)),
        collaboration=tuple(_own_lists(role.collaboration, name, rest)),
        others=tuple(_own_lists(role.others, name, rest)),
    )


def _own_facts(facts: dict[Field, Passage], name: str) -> dict[Field, Passage]:
    """The short fields; of numbers of each post (焊工4人，电工3人) that of this one."""
    count = facts.get(Field.HEADCOUNT)
    own = [s.count for s in staff_listed(count) if bare(s.name) == bare(name)] if count else []
    return {**facts, Field.HEADCOUNT: own[0]} if own else facts


def _own_duties(duties: Iterable[Duty], name: str, rest: list[str]) -> Iterator[Duty]:
    for duty in duties:
        heads = (duty.title.text, duty.label)
        if duty.tasks and any(_is_name(head, name) for head in heads):
            yield from map(Duty, duty.tasks)
        elif not any(
            _is_name(head, other) or _of_other(head, name, [other]) for head in heads for other in rest
        ):
            tasks = tuple(task for task in duty.tasks if not _of_other(task.text, name, rest))
            yield replace(duty, tasks=tasks)


def _own_lists(listings: Iterable[Listing], name: str, rest: list[str]) -> Iterator[Listing]:
    for listing in listings:
        if any(fold(listing.kind).startswith(fold(other)) for other in rest):
            continue
        items = tuple(i for i in listing.items if not _of_other(i.text, name, rest))
        if items:
            yield replace(listing, items=items)


def _is_name(text: str, name: str) -> bool:
    """Whether a heading is the name of a post: 收费员, 收费员的职责."""
    key, own = bare(text), bare(name)
    return key == own or (key.startswith(own) and key.removeprefix(own).lstrip("的") in _HEADS)


_HEADS = ("职责", "岗位职责", "工作职责", "主要职责", "岗位", "工作内容", "工作", "部分", "岗")


def _of_other(text: str, name: str, rest: list[str]) -> bool:
    """Whether a line speaks of one of the others and not of this post too."""
    own = name if name in text else ""
    short = next((name[-n:] for n in (4, 3) if name[-n:] in text and name[-n:] not in "".join(rest)), "")
    return any(_belongs(text, other) for other in rest) and not (own or short)


def _belongs(text: str, name: str) -> bool:
    """Whether a line speaks of one post alone: 收费员：收取费用, 收费员负责收取费用."""
    folded, own = fold(text).lstrip(), fold(name)
    return folded.startswith(own) and (_AFTER_NAME.match(folded, len(own)) is not None or folded == own)


def _as_written(name: str, text: str) -> str:
    at = fold(text).find(name)
    return text[at : at + len(name)].strip() if at >= 0 else name
