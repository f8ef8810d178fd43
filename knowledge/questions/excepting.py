"""What a line takes back of what it grants: …除外, 除…外, 不含…, and what it hands on in its next clause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.scope import BROADER, CLEAR, SAME, Scope
from knowledge.questions.unit import make_unit
from knowledge.regex import regex
from knowledge.roles.amount import Amount
from knowledge.roles.limit import Limit, find_limits
from knowledge.roles.statement import Right, Statement

_EXCEPT = regex(
    r"(?:^|[,;。(])\s*(?:但|其中|不过|而)?是?(?P<ending>[^,;。()]{2,}?)的?(?:情形|情况)?除外"
    r"|除(?![了此])(?P<beginning>[^,;。()]{2,}?)(?:以|之)?外(?![包聘部出来地语卖借国联购币])(?!,?(?:还|也|同时|另|均|都))"
    r"|(?:^|[,;。(])\s*(?P<otherwise>[^,;。()]{2,12}?)按照?[^,;。()]{2,14}(?:规定|制度|办法)(?:办理?|执行)"
    r"|(?:不包括|不包含|不含)(?P<without>[^,;。()]{2,})"
)
_MUST = regex(r"\s*(?:都|均)?(?:[须需应由]|必须|要)")
_SHORTEST = 2  # characters of what is handed on
_RECORDS = regex("[\u4e00-\u9fff]{2,4}(?:情况|记录|台账|档案|名单)")  # 登记用印情况 allows no 用印
_NUMBERS_ONLY = regex(r"^[\d.万千百元块以内上下含\s税]+$")


@dataclass(frozen=True, slots=True)
class _Exception:
    """What is taken back: its scope, and the limits that it tells."""

    scope: Scope
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a right's statement takes back, and the scope of the rest with the right itself."""

    exceptions: tuple[_Exception, ...]
    rest: Scope | None


def denied_where_taken_back(matches: Iterable[Match], matter: Matter) -> list[Match]:
    """The matches; those whose lines take back what is asked about as denials of it."""
    return [m._replace(right=replace(m.right, negated=True)) if taken_back(m, matter) else m for m in matches]


def taken_back(match: Match, matter: Matter) -> bool:
    """Whether what is asked about is what the line takes back of the right: 危险品放行 where 除危险品外,货物
    放行 is granted; 改航次 where a line grants 调整权 and hands 涉及航次变更的 on."""
    if _is_condition(match):
        return True
    told = _told(match.statement, match.right, matter.lexicon)
    if not told.exceptions or told.rest is None:
        return False
    amounts = matter.question.amounts
    return any(_is_meant(exception, told.rest, matter, amounts) for exception in told.exceptions)


def _is_condition(match: Match) -> bool:
    """Whether a right is only what the line hands on: 涉及航次变更的|须报X批准, 减免罚金|须经X同意."""
    right, folded = match.right, match.statement.folded
    if right.holder is not None or right.verb:
        return False
    handed = (r for r in match.statement.rights if r.holder is not None and not r.limit)
    if not any(r.matter.strip() == right.matter.strip() for r in handed):
        return False
    ends = folded[right.start : right.end].rstrip().endswith("的")
    return ends or _MUST.match(folded, right.end) is not None


def _is_meant(exception: _Exception, rest: Scope, matter: Matter, amounts: list[Amount]) -> bool:
    for limit in exception.limits:
        told = [a for a in amounts if a.unit == limit.unit]
        if told:
            return limit.holds(told[-1])
    kinds = (TokenKind.WORD, TokenKind.ROLE)
    words = (t for t in matter.asked_tokens if t.kind in kinds and len(t.text) > 1)
    names = {r.start: r.names for r in matter.question.known_roles}
    thesaurus = matter.lexicon.thesaurus
    units = [make_unit(thesaurus, t.start, t.end, t.text, names=names.get(t.start, ())) for t in words]
    dealt = (u for u in units if u.text[-2:] in phrases().transitive and len(u.text) > 3)  # 设备|采购
    units += [make_unit(thesaurus, u.start, u.end - 2, u.text[:-2]) for u in dealt]
    return any(_rather(exception.scope.explains(u), rest.explains(u)) for u in units)


def _rather(taken: float, left: float) -> bool:
    """Whether a word is clearly explained by what is taken back rather than by what is left."""
    return (taken >= SAME and left < SAME) or (taken >= CLEAR and left < BROADER)


def _told(statement: Statement, right: Right, lexicon: Lexicon) -> _Told:
    """What a right's statement takes back; worked out once."""
    key = ("taken back", id(statement), id(right))
    kept: tuple[_Told, Statement] | None = lexicon.memo.get(key)
    if kept is None:
        kept = lexicon.memo[key] = _read(statement, right, lexicon), statement  # alive, or its id is reused
    return kept[0]


def _read(statement: Statement, right: Right, lexicon: Lexicon) -> _Told:
    folded = statement.folded
    spans = [*_excepted(folded), *_handed_on(statement, right)]
    if not spans:
        return _Told((), None)
    rest = "".join(c for i, c in enumerate(folded) if not any(start <= i < end for start, end in spans))
    rest = _RECORDS.sub("", rest)
    texts = [folded[start:end] for start, end in spans]
    exceptions = (_Exception(Scope(text, lexicon), tuple(find_limits(text))) for text in texts)
    return _Told(tuple(exceptions), Scope(rest, lexicon))


def _excepted(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that say what is not granted."""
    for found in _EXCEPT.finditer(folded):
        name = found.lastgroup or "ending"
        if not _NUMBERS_ONLY.match(found[name]):
            yield found.span(name)


def _handed_on(statement: Statement, right: Right) -> Iterator[tuple[int, int]]:
    """Where the clauses behind a right tell what its owner hands on."""
    if statement.rule or right.holder is not None:
        return
    for other in statement.rights:
        if other.holder is None or other.limit:
            continue
        start = max(statement.folded.rfind(mark, 0, other.start + 1) for mark in ",;。(") + 1
        case, apart = other.matter.strip(), not start <= right.start < other.end
        at = statement.folded.find(case, start, other.end) if case and apart else -1
        if at >= 0:
            yield at, at + len(case)
        elif apart and other.start - start >= _SHORTEST:  # 用印|须经X批准
            yield start, other.start
