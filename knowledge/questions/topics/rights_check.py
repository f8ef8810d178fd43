"""Whether a role has a right, does a thing or is obliged to it: yes, no, or the documents do not say."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.actions import Strength
from knowledge.answer import Answer, NotFound, Say
from knowledge.questions.asked import Asked, leading_verbs
from knowledge.questions.held_rights import weighed
from knowledge.questions.holding import holds
from knowledge.questions.implying import for_another, is_stand_in, is_sure, says_less
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.may_asked import (
    again_asked,
    asked_right,
    asks_whether,
    frame_of_right,
    subject_of,
)
from knowledge.questions.naming_which import ask_which
from knowledge.questions.own_limits import own_limits
from knowledge.questions.own_lines import lines_about
from knowledge.questions.own_rights import allowing, by_limit, is_case, own_rights, spends
from knowledge.questions.passing_over import absent_positions
from knowledge.questions.preventing import granting
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, not_found, statement_evidence, which_role
from knowledge.questions.right_search import Found, find_rights
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.scope import TRACE
from knowledge.questions.thin import passes_over_told
from knowledge.questions.tiers import held_by, holders, reaches, told_apart
from knowledge.questions.topic import Topic
from knowledge.questions.topics import own_line
from knowledge.questions.topics.who_does import quoted, weaker_says
from knowledge.questions.watching import doers
from knowledge.roles.amount import Amount

_JUDGED = tuple("批签审准核")  # first characters of verbs for papers


def propose(case: Case) -> Iterator[Reading]:
    """A role, a word that asks whether, and a matter."""
    question = case.question
    if question.negated or not asks_whether(question):
        return
    subject = subject_of(case)
    if subject is None or not subject.names:
        return
    asked = asked_right(question)
    frame = merge(
        frame_of_right(case, subject, asked),
        case.explain(*again_asked(question, asked)),
        case.explain(*(m for m in leading_verbs(question) if m.start == asked.end)),  # 负责|主持
    )
    matter = Matter(question, used(frame))
    if not matter or (matter.only_names and (asked.strongest or Strength.LEAD) <= Strength.LEAD):
        return
    if matter.only_names and asked.word[:1] in _JUDGED:  # 专员能找总经理签字吗: nobody signs a post
        return
    statements = lines_about(matter, subject.names)
    own = own_rights(matter, asked, statements)
    limited = () if own.fitting else by_limit(matter, asked, statements)
    if limited:
        own = replace(own, fitting=limited)
        passed = dict.fromkeys(absent_positions(matter.tokens, case.lexicon), TRACE)
        frame = merge(frame, passed, case.explain_kinds("outside"))
    everyone = find_rights(matter, asked, question.amounts)
    # 稿子不过关,编辑有权退吗: who else may send something back is no answer
    others = tuple(
        m
        for m in everyone.fitting
        if not (passes_over_told(m, matter) or m.statement.is_department or is_case(m))
    )
    everyone = replace(everyone, fitting=allowing(others) if spends(question, asked) else others)
    best = [*own.fitting[:1], *own.other[:1], *everyone.fitting[:1], *(m for _, m in everyone.narrower[:1])]
    if best:
        match = max(best, key=lambda m: m.coverage)
        explained = merge(frame, match.quality, case.explain(*((a.start, a.end) for a in question.amounts)))
        slots = {"subject": subject, "asked": asked, "matter": matter, "own": own, "everyone": everyone}
        yield Reading("rights_check", explained, 0.99, slots)


def answer(case: Case, reading: Reading) -> Answer:
    """Yes with the line that gives the right; no with the line that gives less, or gives it to another; where
    that is not certain, what the likeliest of the role's own lines says."""
    found = _answer(case, reading)
    everyone: Found = reading.slots["everyone"]
    refused = isinstance(found, NotFound) and not everyone.narrower
    return own_line.instead(case, found) if refused else found


def _answer(case: Case, reading: Reading) -> Answer:
    subject: RoleTerm = reading.slots["subject"]
    asked: Asked = reading.slots["asked"]
    own: Found = reading.slots["own"]
    everyone: Found = reading.slots["everyone"]
    matter: Matter = reading.slots["matter"]
    if subject.several and not subject.steps:
        return which_role(case, reading, subject)
    organization, names = case.organization, subject.names
    slots = {"role": listed(names), "verb": asked.word or "", "matter": matter.text}
    understood = Say("reading.rights_check", slots)
    others = [r.names[0] for r in case.question.known_roles if not set(r.names) & set(names)]
    his = {
        id(m): holds(m, names, others, organization) for m in (*own.fitting, *own.other, *everyone.fitting)
    }
    own, everyone = granting(own, case.question), granting(everyone, case.question)
    held = weighed(own, everyone, his, asked, matter)
    fitting = list(held.fitting)
    amounts = case.question.amounts  # 50万以上不得代批 denies nothing below it
    denied = [m for m in own.other if m.right.negated and (m.right.holder is None or his[id(m)])]
    negated = [m for m in denied if not (amounts and reaches(m, amounts[-1]) is False)]
    stands_in = for_another(case.question.text)
    negated = [m for m in negated if stands_in or not is_stand_in(m)]
    if stands_in and any(is_stand_in(m) for m in negated):
        fitting = []  # 不得代行贷款审批权 says more of standing in than a limit of his own
    if fitting and not any(is_sure(m, case) for m in fitting):
        if not any(is_sure(m, case) for m in negated):
            return not_found(case, reading, [Say("right_unknown", slots)], understood)
        fitting = []  # what a line denies outright is no matter of doubt
    if fitting and not (negated and max(m.score for m in negated) >= max(m.score for m in fitting)):
        return _yes(case, reading, fitting, slots, understood)
    if stands_in and others and not negated:  # whose right it is, is no answer
        return not_found(case, reading, [Say("right_unknown", slots)], understood)
    theirs = doers([m for m in everyone.fitting if not his[id(m)] and is_sure(m, case)], matter, asked)
    if held.doubtful and not negated:  # what he decides on may be just that
        says = [Say("right_perhaps", slots), *quoted(held.doubtful, case)]
        evidence = [statement_evidence(m.statement) for m in held.doubtful]
        return not_found(case, reading, says, understood, evidence)
    passed = [m for m in own.fitting if m not in fitting and not m.statement.rule and m not in held.waiting]
    elsewhere = [*passed, *theirs] if not negated or theirs else []
    weaker = [m for m in own.other if not m.right.negated and is_sure(m, case)]
    less = [*negated, *held.waiting, *weaker]
    if negated or held.waiting or elsewhere or any(says_less(m, case) for m in weaker):
        return _no(case, reading, less, elsewhere, slots, understood)
    if everyone.narrower:
        return ask_which(case, reading, everyone.narrower, [Say("right_unknown", slots)], understood)
    return not_found(case, reading, [Say("right_unknown", slots)], understood)


def _no(
    case: Case,
    reading: Reading,
    less: list[Match],
    elsewhere: list[Match],
    slots: dict[str, str],
    understood: Say,
) -> Answer:
    """No, with what the role is denied or has instead (`less`), and whoever has the right (`elsewhere`)."""
    names = reading.slots["subject"].names
    says, roles = [Say("right_no", slots), *weaker_says(less, case)], list[str]()
    for match in elsewhere:
        roles += [n for n in holders(match, case.organization) if n not in names]
    if roles:
        matter = {k: slots[k] for k in ("verb", "matter")}
        says.append(Say("right_elsewhere", {"roles": listed(dict.fromkeys(roles)), **matter}))
        says += quoted(tuple(elsewhere), case)
    evidence = [statement_evidence(m.statement) for m in (*less, *elsewhere)]
    return answered(case, reading, says, evidence, roles, understood, verdict=False)


def _beyond(match: Match, amount: Amount, case: Case) -> Iterator[str]:
    """Whom a line hands an amount on to that is too much for its owner: 超出部分报X批准."""
    for right in match.statement.rights:
        limit = right.limit_in(amount.unit)
        if right.holder is not None and limit and limit.holds(amount):
            yield from held_by(match.statement, right, case.organization)


def _nearer_limits(reading: Reading, fitting: list[Match], amount: Amount) -> list[Match]:
    """The limits of a role's own lines that are passed and are closer to the question than what says yes:
    养护工请假1天以内的,养护队长可以准假 counts for more than 请假3天以内由直接上级批准."""
    own: Found = reading.slots["own"]
    best = max(m.coverage for m in fitting)
    named = reading.slots["subject"].names
    mine = (m for m in own.other if m.right.holder is None and m.statement.owner in named)
    return [m for m in mine if m.coverage > best and reaches(m, amount) is False and not m.right.negated]


def _yes(
    case: Case, reading: Reading, fitting: list[Match], slots: dict[str, str], understood: Say
) -> Answer:
    amounts = case.question.amounts
    limits = [m for m in fitting if m.right.limit]
    if amounts and limits:
        everyone: Found = reading.slots["everyone"]
        inside = [m for m in limits if reaches(m, amounts[-1])]
        inside = told_apart(inside, amounts[-1], everyone.fitting)
        lines = case.organization.statements.of(*reading.slots["subject"].names)
        own = own_limits(reading.slots["matter"], limits, lines, amounts[-1].unit)
        short = [m for m in own if reaches(m, amounts[-1]) is False]
        short = short or _nearer_limits(reading, fitting, amounts[-1])
        if short:  # X's own limit counts for more than 超过2000元的报X审批 in another's line
            inside, limits = [], short
        if not inside and for_another(case.question.text):
            return not_found(case, reading, [Say("right_unknown", slots)], understood)
        if not inside:
            able = [n for m in everyone.fitting for n in holders(m, case.organization)]
            able += [n for m in limits for n in _beyond(m, amounts[-1], case)]
            able = list(dict.fromkeys(able))
            able = [name for name in able if name not in reading.slots["subject"].names]
            says = [Say("right_beyond", slots), *quoted(tuple(limits), case)]
            if able:
                says += [Say("right_elsewhere", {"roles": listed(able)}), *quoted(everyone.fitting, case)]
            return answered(
                case,
                reading,
                says,
                [statement_evidence(m.statement) for m in (*limits, *everyone.fitting)],
                able,
                understood,
                verdict=False,
            )
        fitting = inside
    says = [Say("right_yes", slots), *quoted(tuple(fitting), case)]
    if (limits and not amounts) or any(m.right.further for m in limits):
        says.append(Say("right_limited"))
    roles = [n for m in fitting for n in holders(m, case.organization)]
    return answered(
        case,
        reading,
        says,
        [statement_evidence(m.statement) for m in fitting],
        roles,
        understood,
        verdict=True,
    )


TOPIC = Topic(
    "rights_check", propose, answer, loosely=True, of_roles=True, needs=frozenset(("whether", "may"))
)
