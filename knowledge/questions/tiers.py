"""Who holds a right, and whose limit an amount falls under."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.questions.match import Match
from knowledge.regex import regex
from knowledge.roles.amount import Amount
from knowledge.roles.grades import grades
from knowledge.roles.limit import Limit, apart
from knowledge.roles.ranges import without_range
from knowledge.roles.statement import Right, Statement
from knowledge.text import bare

_DOES_OR_DECIDES = frozenset((Strength.DECIDE, Strength.LEAD, Strength.EXECUTE))
_CAPS = regex(
    r"\s*(?:但|且)?(?:(?:单|每|一)[次笔项人户天日月][^,;。]{0,8}?(?:不超过|不得超过|最高|以内|限)"
    r"|(?:最[高低多少]|不得?(?:超过|低于|高于|少于))(?:为|是|打)?[\d一二三四五六七八九])"
)

_ALIKE = 1 / 3  # of the pairs of characters: 员工请假 and 抢修工、巡线员请假


def holders(match: Match, organization: Organization) -> list[str]:
    """The roles that have a right: the owner of the statement, or whoever the statement hands it to."""
    return held_by(match.statement, match.right, organization)


def held_by(statement: Statement, right: Right, organization: Organization) -> list[str]:
    """The roles that have a right of a statement."""
    if right.holder is None:
        body = statement.owner in organization.posts or statement.is_department
        return [statement.owner] if body or not statement.rule else []  # no heading holds a right
    if right.holder == "":
        return [line.superior for line in organization.superiors(statement.owner)]
    name = organization.holder_name(right.holder, statement.passage.text[right.start : right.end])
    post = organization.posts.get(name)
    if post is not None and post.described:
        return [name]
    if statement.owner in organization.posts:  # 提交部门经理审核 in a post's own description
        name = organization.step_for(name, statement.owner)
    return [_in_short(name, statement.owner, organization)]


def _in_short(name: str, owner: str, organization: Organization) -> str:
    """The post that a line names by its last word alone (报主任审定): the nearest above its owner; in a rule
    the only one, or the one above all others. Else the name."""
    if bare(name) not in grades().heads:
        return name
    if owner in organization.posts:
        above = (line.superior for line in organization.chain(owner))
        return next((post for post in above if _ends_with(post, name)), name)
    return organization.heads_alone.get(name, name)


def _ends_with(post: str, head: str) -> bool:
    return post.endswith(head) and not post.endswith(f"副{head}")


def handed_on(match: Match, amount: Amount, asked: frozenset[Strength]) -> Iterator[Match]:
    """The rights that the line of a match hands on to others for an amount (超出的报X审批), where it is asked
    who does or decides it."""
    for right in match.statement.rights if asked <= _DOES_OR_DECIDES else ():
        handed = match._replace(right=right)
        if right.holder is not None and reaches(handed, amount):
            yield handed


def delegated(
    inside: tuple[Match, ...], tiered: Sequence[Match], amount: Amount, organization: Organization
) -> tuple[Match, ...]:
    """The rights of a tier without those that lie with somebody else: of whoever gets only what is beyond
    another's limit, and of whoever's own limit does not reach so far."""
    kept = []
    for match in inside:
        names = holders(match, organization)
        short = match.right.holder is not None and any(
            m.right.holder is None and m.statement.owner in names and reaches(m, amount) is False
            for m in tiered
        )
        passed = match.right.holder is None and any(
            other is not match
            and other.right.holder is None
            and any(
                r.holder is not None
                and organization.holder_name(r.holder, other.statement.passage.text) in names
                for r in other.statement.rights
            )
            for other in inside
        )
        if not short and not passed:
            kept.append(match)
    return tuple(kept) or inside


def told_apart(matches: Sequence[Match], amount: Amount, beside: Sequence[Match]) -> list[Match]:
    """The matches without those whose range begins or ends at the amount where one `beside`, on the same
    matter, ends or begins and has it: 5000元以内(含) of one line leaves 5000元以上 of another no 5000元."""
    return [m for m in matches if not any(_takes_end(other, m, amount) for other in beside)]


def _takes_end(other: Match, match: Match, amount: Amount) -> bool:
    """Whether the amount where two ranges meet belongs to the other one."""
    limit, theirs = match.right.limit_in(amount.unit), other.right.limit_in(amount.unit)
    if limit is None or theirs is None or not (limit.holds(amount) and theirs.holds(amount)):
        return False
    return not apart(limit, theirs).holds(amount) and _on_one_matter(match, other)


def _on_one_matter(match: Match, other: Match) -> bool:
    """Whether two rights are over things called alike, their ranges aside."""
    one, two = (_pairs(without_range(m.right.matter)) for m in (match, other))
    return len(one & two) >= _ALIKE * min(len(one), len(two))


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def due(match: Match, amount: Amount) -> Right:
    """The right that a line gives for an amount: the one of a match, what the line hands on where the amount
    is too much (审批方案,损失超过5000元的报X审批), or what it keeps where it is not."""
    right, unit = match.right, amount.unit
    same = [r for r in match.statement.rights if r.strength is right.strength and not r.negated]
    handed = [r for r in same if r.holder is not None and r.limit_in(unit) is not None]
    kept = [r for r in same if r.holder is None and r.limit is None]
    if right in kept:
        over = (r for r in handed if (limit := r.limit_in(unit)) and limit.holds(amount))
        return next(over, None) or _capped(match, unit)
    limit = right.limit_in(unit)
    beyond_it = right in handed and limit is not None and not limit.holds(amount) and _is_over(limit)
    return kept[0] if beyond_it and len(handed) == len(kept) == 1 else right


def _capped(match: Match, unit: str) -> Right:
    """The right of a match with the limit that the next clause sets to it: 处罚权,单次处罚不超过2000元;
    打折的决定权,最低九折."""
    folded = match.statement.folded
    caps = (r for r in match.statement.rights if r.holder is None and r.start > match.right.start)
    told = (r.limit_in(unit) for r in caps if _CAPS.match(folded, r.start))
    return replace(match.right, limit=next(filter(None, told), None))


def _is_over(limit: Limit) -> bool:
    """Whether a limit says only from where on."""
    return limit.least is not None and limit.most is None


def reaches(match: Match, amount: Amount) -> bool | None:
    """Whether a limit holds for an amount; None where it has none of that unit."""
    limit = match.right.limit_in(amount.unit)
    return limit.holds(amount) if limit else None
