"""Whether the amounts at the ends of ranges belong to them, where a document says so once for all of them:
本规定所称“以下”含本数，“以上”不含本数; 各档金额均含本数.

What it says is written into the ranges of its rules, and set in the limits of all other lines, as if each of
them said it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.regex import regex
from knowledge.roles.amount import find_amounts
from knowledge.roles.approval import Approval
from knowledge.roles.limit import Limit
from knowledge.roles.statement import Right, Statement
from knowledge.text import fold

_SAYS = regex(r"(?P<not>不)?(?:包?含|包括)(?:本数|本级|该数|本身|此数|该金额|本金额)")
_CLAUSE = regex(r"[^,;。:]+")
_UPPER = regex("以内|以下|之内|之下|不超过|上限|内")
_LOWER = regex("以上(?!各|所|金额|天数|标准)|之上|以外|下限")
_EVERY = regex("各档|各级|金额|额度|天数|数额|档次|区间|限额|均|都")
_BELOW, _ABOVE = regex(r"(?:以内|以下|之内|之下|内)(?!\()"), regex(r"(?:以上|之上|以外|起)(?!\()")
_TO = regex(r"\s*(?:至|到|-|~)")
_ENDS = ("至", "到", "-", "~")
_STATED = ("超过", "超出", "高于", "低于", "多于", "少于", "大于", "小于", "不足", "不满", "未满", "满")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Whether upper and lower ends belong to their ranges; None where that is not said."""

    upper: bool | None = None
    lower: bool | None = None


NOT_SAID = Bounds()


def bounds_said(texts: Iterable[str]) -> Bounds:
    """What a document says of the ends of all its ranges; nothing where that tells two ranges that meet at an
    amount not apart."""
    said = NOT_SAID
    for text in texts:
        folded = fold(text)
        if _SAYS.search(folded) is None:
            continue
        words = ""
        for clause in _CLAUSE.finditer(folded):
            words += clause.group()
            found = _SAYS.search(clause.group())
            if found is None or find_amounts(clause.group()):  # of one range alone: 1000元以下(不含本数)
                continue
            included, words, about = found["not"] is None, "", words[: -len(clause.group()) + found.start()]
            upper, lower = _UPPER.search(about) is not None, _LOWER.search(about) is not None
            upper |= not lower and included and _EVERY.search(about) is not None
            said = replace(said, upper=included) if upper and said.upper is None else said
            said = replace(said, lower=included) if lower and said.lower is None else said
    return NOT_SAID if said.upper is not None and said.upper == said.lower else said


def with_bounds(approvals: Sequence[Approval], said: Bounds) -> Iterator[Approval]:
    """The approvals of a document with what it says of the ends of their ranges."""
    for approval in approvals:
        written = fold(approval.range or approval.condition)
        marked = _marked(written, said)
        yield replace(approval, range=marked) if marked != written else approval


def bounded(statement: Statement, said: Bounds) -> Statement:
    """A statement with what its document says of the ends of all ranges."""
    if said == NOT_SAID or not any(right.limit for right in statement.rights):
        return statement
    return replace(statement, rights=tuple(_with_ends(right, said) for right in statement.rights))


def _with_ends(right: Right, said: Bounds) -> Right:
    first, further = (limit and _ended(limit, said) for limit in (right.limit, right.further))
    return replace(right, limit=first, further=further)


def _ended(limit: Limit, said: Bounds) -> Limit:
    """A limit with the ends of which its own line does not say whether they belong to it."""
    if said.lower is not None and limit.least is not None and not limit.least_stated:
        limit = replace(limit, least_included=said.lower, least_stated=True)
    if said.upper is not None and limit.most is not None and not limit.most_stated:
        limit = replace(limit, most_included=said.upper, most_stated=True)
    return limit


def _marked(text: str, said: Bounds) -> str:
    """A range with 含 and 不含 at its ends: 2000元以上(不含)至8000元(含)."""
    for amount in reversed(find_amounts(text)):
        before, after = text[: amount.start].rstrip(), text[amount.end :]
        if before.endswith(_STATED) or after.lstrip().startswith(("(含", "(不含")):
            continue
        below, above = _BELOW.match(after), _ABOVE.match(after)
        at = amount.end + (len(below.group()) if below else len(above.group()) if above else 0)
        if below or (above is None and before.endswith(_ENDS)):
            text = _insert(text, at, said.upper)
        elif above or _TO.match(after):
            text = _insert(text, at, said.lower)
    return text


def _insert(text: str, at: int, included: bool | None) -> str:
    mark = {True: "(含)", False: "(不含)", None: ""}[included]
    return text[:at] + mark + text[at:]
