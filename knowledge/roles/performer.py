"""Who does what a clause says, where that is not the owner of the line: 门店卫生由店员负责, 由副主任代行."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.posts import Posts
from knowledge.roles.statement import Right, Statement

BY = regex(r"(?<![理自事])由(?!于|此)")  # before whoever does something
_CALLS = regex(r"(?:报请?|通知|联系)(?![告送表废接])")  # who is called: 报维保中心抢修
_LONGEST = 12  # characters of a name
_CASE = regex(r"(?:^|[,;。])(?P<case>[^,;。]{2,}),$")
_GOES_ON = regex(
    "处[置理罚分境于以]|部[署分件位]|科[学目技研]|室[内外]|组[织成装建合]"
)  # words that end no name
_BODIES = ("部", "科", "处", "室", "委员会", "小组", "中心")


def with_performers(statement: Statement) -> Statement:
    """The statement with the rights of clauses that say 由X… or 报X抢修 given to X."""
    if not BY.search(statement.folded) and not _CALLS.search(statement.folded):
        return statement
    rights = tuple(_performed(right, statement) for right in statement.rights)
    return replace(statement, rights=rights)


def handed_on(statements: Iterable[Statement]) -> Iterator[Statement]:
    """What lines about one role say that others do, as rules."""
    for statement in statements:
        rights = tuple(right for right in statement.rights if right.performed)
        if rights:
            yield replace(statement, rights=rights, rule=True)


def _performed(right: Right, statement: Statement) -> Right:
    if right.holder is not None:
        return right
    clause = statement.folded[right.start : right.end]
    calls = right.strength is Strength.EXECUTE and not right.verb
    found = BY.search(clause) or (_CALLS.search(clause) if calls else None)
    who = performer(clause[found.end() :]) if found else ""
    if not found or not who:
        return right
    before, rest = clause[: found.start()].strip(), clause[found.end() + len(who) :]
    case = _CASE.search(statement.folded[: right.start]) if not before else None
    what = f"{before or (case['case'] if case else '')} {rest}".strip()
    if statement.owner.endswith(who):
        return replace(right, matter=what)
    return replace(right, matter=what, holder=who, performed=True)


def performer(text: str) -> str:
    """The post or body that a folded text begins with, before what it does; empty where there is none."""
    posts = Posts()
    for end in range(2, min(_LONGEST, len(text) - 1) + 1):
        if posts.looks_like_post(text[:end]) or _is_body(text, end):
            while more := next((m for m in (1, 2) if _longer_post(text, end + m, posts)), 0):
                end += more
            return text[:end] if len(text) > end and text[end] not in "的、和及与或" else ""
    return ""


def _is_body(text: str, end: int) -> bool:
    """Whether the text up to `end` is the name of a department: not 有资质的单位处|置废液."""
    name = text[:end]
    whole = name.endswith(_BODIES) and _GOES_ON.match(text, end - 1) is None
    return end > 2 and whole and "的" not in name


def _longer_post(text: str, end: int, posts: Posts) -> bool:
    """Whether the text up to `end` is the name of a post."""
    return end <= len(text) and posts.looks_like_post(text[:end])
