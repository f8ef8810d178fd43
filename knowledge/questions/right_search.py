"""Which statements give a right over a matter, and whether a right is the one asked for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.actions import Strength, actions
from knowledge.questions.asked import LEADING, Asked
from knowledge.questions.case_choice import in_case
from knowledge.questions.excepting import denied_where_taken_back
from knowledge.questions.hands_on import by_doers
from knowledge.questions.loosening import firm
from knowledge.questions.match import NOTHING, Match, best_set, good_enough
from knowledge.questions.matter import Matter
from knowledge.questions.modifying import broad_word, is_far, narrowed
from knowledge.questions.scope import NEARLY
from knowledge.questions.settling import settling
from knowledge.questions.tiers import delegated, due, handed_on, holders, reaches, told_apart
from knowledge.questions.worth_saying import closest_told, meeting_verb, worth_saying
from knowledge.regex import regex
from knowledge.roles.amount import Amount
from knowledge.roles.statement import Right, Statement

LEAST, MOST_MISSING, SPREAD = 0.62, 0.3, 0.09
_DOING = frozenset(
    (Strength.DECIDE, Strength.DRAFT, Strength.LEAD, Strength.EXECUTE, Strength.REVIEW, Strength.OVERSEE)
)
# What counts as the asked strength: each asked one with those that satisfy it.
_SATISFIES = {
    Strength.DECIDE: frozenset((Strength.DECIDE,)),
    Strength.REVIEW: frozenset((Strength.REVIEW,)),
    Strength.DRAFT: frozenset((Strength.DRAFT,)),
    Strength.LEAD: _DOING,
    Strength.EXECUTE: _DOING,
    Strength.OVERSEE: frozenset((Strength.OVERSEE,)),
    Strength.TAKE_PART: frozenset((Strength.TAKE_PART,)),
    Strength.ADVISE: frozenset((Strength.ADVISE,)),
    Strength.INFORMED: frozenset((Strength.INFORMED,)),
    Strength.USE: frozenset((Strength.USE,)),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The rights that answer, those on the same matter that are not the one asked for, and the tiers that
    were passed over because the amount asked about lies outside them. `narrower`: where nothing answers, the
    rights over other things that are named after the one asked about (采购价格), by what each is called."""

    fitting: tuple[Match, ...]
    other: tuple[Match, ...]
    outside: tuple[Match, ...] = ()
    unit_differs: bool = False
    narrower: tuple[tuple[str, Match], ...] = ()


_LOOSE_SPREAD = 0.03
_CLEARLY = 0.05
_CLEARLY_MORE = 0.1
_FURTHER = 0.12  # how much less another tier of the same matter may explain
_DISCOUNT = "折"
_OVER = regex(r"超出?过?(?:权限|额度|限额|标准|范围|预算)|权限(?:以|之)?外")  # whatever no tier holds


def satisfies(asked: Asked, right: Right, statement: Statement) -> bool:
    """Whether a right is of the strength asked for."""
    if right.negated or (
        right.holder is not None
        and not statement.rule
        and asked.strengths.isdisjoint((Strength.DECIDE, Strength.REVIEW))
    ):
        return False  # 提交X审核 says of X nothing but that
    if not asked.strengths:
        return right.strength in _DOING
    if statement.rule and asked.strengths <= LEADING and right.strength >= Strength.DRAFT:
        return False  # whoever approves a recall does not carry it out
    if right.verb and right.verb == asked.word:
        return True
    if Strength.DRAFT in asked.strengths and right.strength is Strength.EXECUTE:
        decided = Strength.DECIDE not in asked.strengths or f"{right.verb}权" in statement.folded
        # 谁写, 谁出 may be met by 出具; 谁拟定 by drafting alone; 谁定 by no line on doing it
        if decided and actions().strength_of(asked.word) is None:
            return True
    if Strength.DECIDE in asked.strengths and right.strength is Strength.EXECUTE:
        named = (asked.word,) if len(asked.word) > 1 else ()
        decides = right.holder is None and right.matter.startswith(tuple(actions().deciding))  # 聘任组长
        return decides or right.verb.endswith(
            (*actions().deciding, *named)
        )  # 聘任权 is a decision, 设计签名权 a signature
    weak = asked.strengths.isdisjoint((Strength.DECIDE, Strength.REVIEW, Strength.DRAFT))
    if (
        weak
        and not statement.rule  # a row names what others do, too
        and len(asked.word) > 1
        and asked.word in statement.folded[right.start : right.end]
        and right.strength in _DOING
    ):
        return True
    return any(right.strength in _SATISFIES[strength] for strength in asked.strengths)


def find_rights(
    matter: Matter,
    asked: Asked,
    amounts: Sequence[Amount],
    statements: Iterable[Statement] | None = None,
    least: float = LEAST,
    keep: Callable[[list[Match]], list[Match]] = list,
) -> Found:
    """The rights over a matter: those asked for, and the others. `keep`: which of the good ones count."""
    matches = _not_denied(_at_home(matter.matches(statements), matter))
    matches = denied_where_taken_back(matches, matter)
    if matter.question.loose:
        who = [m.end for m in matter.question.of("who") if matter.question.primary(m.start)]
        end = who[-1] if who and not asked.word else None
        matches = [m for m in matches if firm(m, matter.tokens, end)]
    good = [m for m in matches if m.coverage >= least]
    asked_for = settling(asked, good, [m for m in good if satisfies(asked, m.right, m.statement)], matter)
    asked_for = [m for m in asked_for if worth_saying(m, matter, asked.of_mere_doing)]
    asked_for = [m for m in asked_for if not is_far(m, matter, asked)]
    if broad := broad_word(matter, asked):
        named = [(narrowed(m, broad.text, matter), m) for m in asked_for]
        asked_for = [m for name, m in named if not name]
        kept = best_set(keep([m for _, m in named]), least, MOST_MISSING, SPREAD)
        if not asked_for and kept:
            return Found((), (), narrower=tuple((name, m) for name, m in named if m in kept))
    spread = _LOOSE_SPREAD if matter.question.loose else SPREAD
    fitting = closest_told(best_set(keep(asked_for), least, MOST_MISSING, spread), matter)
    fitting = by_doers(asked, fitting, matter)
    if not any(m.right.limit for m in fitting) or not amounts:
        fitting = _certain(fitting, matter)
    fitting = in_case(_by_name(meeting_verb(fitting, matter), matter), matter.question.text)
    verbatim = [m for m in fitting if m.right.verb == asked.word]
    # 审核 is another step than 复核, but 审批 none other than 批准
    stepwise = (
        bool(verbatim) and Strength.DECIDE not in asked.strengths and all(m.statement.rule for m in fitting)
    )
    fitting = verbatim if (asked.as_right or stepwise) and verbatim else _literal(fitting, asked)
    strong = good_enough(matches, least, MOST_MISSING)
    unlike = (m for m in strong if not satisfies(asked, m.right, m.statement))
    doing = asked.of_mere_doing and matter.question.has("who")  # nothing far from it is told
    told = [m for m in unlike if not doing or worth_saying(m, matter, doing)]
    other = best_set(told, least, MOST_MISSING, SPREAD)
    fitting = [] if _told_by_others(fitting, other) else fitting
    if not amounts:
        return Found(tuple(fitting), tuple(other))
    amount = amounts[-1]
    fitting = [m._replace(right=due(m, amount)) for m in fitting]
    tiered = [m for m in fitting if m.right.limit is not None]
    if (
        not tiered and amount.unit == _DISCOUNT and not asked.word
    ):  # 谁能打八折: no line on discounts at large
        return Found((), (*fitting, *other))
    if not tiered:
        return Found(tuple(fitting), tuple(other))
    same = [m for m in tiered if m.right.limit_in(amount.unit)]
    reached = [m for m in same if reaches(m, amount)]
    inside = tuple(_certain(told_apart(reached, amount, reached), matter))
    if same and not inside:  # the next tier of the same rule need not say again what is decided
        rules = {(m.statement.owner, m.statement.passage.quote) for m in same if m.statement.rule}
        beside = [m for m in matches if (m.statement.owner, m.statement.passage.quote) in rules]
        beside = [m for m in beside if satisfies(asked, m.right, m.statement) and reaches(m, amount)]
        inside = tuple(m._replace(quality=same[0].quality, coverage=same[0].coverage) for m in beside)
    if same and not inside:  # the tier above may be stated in fewer of the words that were asked with
        wider = _not_denied(_at_home(matter.anywhere.matches(statements), matter))
        further = (m for m in wider if satisfies(asked, m.right, m.statement) and reaches(m, amount))
        inside = tuple(best_set([*further], least - _FURTHER, MOST_MISSING + _FURTHER, SPREAD))
    inside = inside or tuple(handed for m in same for handed in handed_on(m, amount, asked.strengths))
    inside = delegated(inside, tiered, amount, matter.lexicon.organization)
    inside = inside or tuple(m for m in fitting if _OVER.search(m.statement.folded) and not m.right.limit)
    outside = tuple(m for m in tiered if m not in inside)
    return Found(inside, tuple(other), () if inside else outside, not same)


def _told_by_others(fitting: Sequence[Match], other: Sequence[Match]) -> bool:
    """Whether lines that give another right explain every word, and those that give the one asked for leave
    some: 招哪个顾问 is about a right to propose whom to employ, not about one to let them go on leave."""
    whole = max((m.coverage for m in other if m.missing <= NOTHING and not m.right.negated), default=0.0)
    short = all(m.missing > NOTHING for m in fitting)
    return bool(fitting) and short and whole - max(m.coverage for m in fitting) >= _CLEARLY_MORE


def _certain(fitting: list[Match], matter: Matter) -> list[Match]:
    """The matches, but none where words were passed over that may be what tells several roles apart."""
    several = len({name for m in fitting for name in holders(m, matter.lexicon.organization)}) > 1
    doubtful = matter.question.loose and len({m.statement for m in fitting}) > 1
    return [] if several and (doubtful or any(m.relaxed for m in fitting)) else fitting


def _by_name(fitting: list[Match], matter: Matter) -> list[Match]:
    """Of the matches for a right asked for by its name (哪些岗位有考核权) those that name it, if any do."""
    names = [t.text for t in matter.tokens if len(t.text) > 2 and t.text.endswith("权")]
    named = [m for m in fitting if any(name in m.statement.folded for name in names)]
    return named or fitting


def _literal(fitting: list[Match], asked: Asked) -> list[Match]:
    """Of the rights that a mere verb of doing may mean (谁安排测试) those whose line has that very verb; of
    those that 写 may mean the ones to draft."""
    drafted = [m for m in fitting if m.right.strength is Strength.DRAFT and m.coverage >= NEARLY]
    if Strength.DRAFT in asked.strengths and drafted:
        return [m for m in fitting if m.right.strength is not Strength.EXECUTE]
    if len(asked.word) < 2 or asked.is_general or not asked.strengths <= LEADING:
        return fitting
    literal = [m for m in fitting if asked.word in m.statement.folded[m.right.start : m.right.end]]
    best = max((m.coverage for m in fitting), default=0.0)
    return literal if literal and literal[0].coverage >= best - SPREAD else fitting


def _at_home(matches: Sequence[Match], matter: Matter) -> Sequence[Match]:
    """The matches of the organization that the question names, where it names one."""
    asked, posts = matter.question.organizations, matter.lexicon.organization.posts
    if not asked:
        return matches
    owners = {m.statement.owner: posts.get(m.statement.owner) for m in matches}
    return [m for m in matches if (r := owners[m.statement.owner]) is None or r.organization in asked]


def _not_denied(matches: Sequence[Match]) -> Sequence[Match]:
    """The matches without those of a statement that denies the very right (无生产数据库的写权限,变更须…)."""
    denied: dict[Statement, float] = {}
    for match in matches:
        if match.right.negated:
            denied[match.statement] = max(denied.get(match.statement, 0.0), match.coverage)
    if not denied:
        return matches
    return [
        m
        for m in matches
        if m.right.negated
        or m.right.holder is not None
        or denied.get(m.statement, 0.0) < m.coverage - _CLEARLY
    ]
