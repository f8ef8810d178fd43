"""What a line implies for a right that somebody is asked to have: enough for a yes, less than it, or none."""

from knowledge.actions import Strength
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.reading import Case
from knowledge.regex import regex
from knowledge.roles.statement import Right
from knowledge.text import bare

_ALONE = regex("一个人|独自|单独|自己一|一人")
_FOR_HIM = regex("[代替帮](?:他|她|其)|代(?:为|批|签|审)|替(?:批|签)")
_STANDS_IN = regex("代[行理为批签审]|代其|顶替")
_TOGETHER = regex("双人|[两二2]人|两名|共同(?:签|到|开|在)|同时(?:在场|到场|签)|会同")
_WITHOUT = regex(
    r"不(?:用|必)?(?:等|经过?|跟|向|问|找|请示|通过)[^,;。?]{0,10}?(?:就|便|直接|而)|不(?:用|必|需要?)(?:问|找|请示|报)"
    r"|(?:能|能够|可以|有权)不[^,;。?能可]{1,10}?(?:就|便)|擅自|私自|先斩后奏|自作主张"
)
_GIVES = regex("权|可(?:以|自|直|先|当)|自行|自主|决定|审批|批准|负责")
BY_HIMSELF = regex("自己|自行|自主|自个儿|说了算|做主|作主|拿主意")
_AT_ONCE = regex("直接(?!上级|下级|领导|管|汇报|负责)")
_SURELY = 0.65  # of what is asked that a line must have for a yes
_LESS = (Strength.TAKE_PART, Strength.ADVISE, Strength.INFORMED, Strength.OVERSEE)


def takes_two(asked: str, line: str) -> bool:
    """Whether a line wants several to be there for what somebody is asked to do alone."""
    return _ALONE.search(asked) is not None and _TOGETHER.search(line) is not None


def for_another(asked: str) -> bool:
    """Whether it is asked if somebody may stand in for another: whose right it is otherwise, is no answer."""
    return _FOR_HIM.search(asked) is not None


def is_stand_in(match: Match) -> bool:
    """Whether a right is one to stand in for another."""
    return _STANDS_IN.search(match.statement.folded, match.right.start, match.right.end) is not None


def waits_for(match: Match, asked: str) -> bool:
    """Whether a line wants another's word for what somebody is asked to do without it: 制定计划,报X批准后执行
    lets nobody carry it out 不等X批准, nor by himself."""
    alone = _WITHOUT.search(asked) or BY_HIMSELF.search(asked) or _AT_ONCE.search(asked)
    handed = [r for r in match.statement.rights if r.holder is not None and not r.limit and not r.performed]
    return (
        alone is not None
        and match.right.holder is None
        and any(r.strength is Strength.DECIDE and r.matter == match.right.matter for r in handed)
    )


def merely_does(match: Match, asked: str) -> bool:
    """Whether a line only says that somebody does something, where it is asked if he may without others."""
    return _WITHOUT.search(asked) is not None and _GIVES.search(match.statement.folded) is None


def is_sure(match: Match, case: Case) -> bool:
    """Whether a line has enough of what is asked for a yes: its words, or a limit in the unit asked with. A
    wrong yes costs money: who decides on 费用支出 does not for that on 采购."""
    limited = any(match.right.limit_in(amount.unit) for amount in case.question.amounts)
    return limited or match.coverage >= _SURELY


def hands_away(match: Match, matter: Matter) -> bool:
    """Whether the line of a right hands on to another just what is to be done: 锁定权,解锁须经X同意."""
    heads = [t.text for t in matter.tokens if t.start in matter.heads and t.text not in match.right.matter]
    line = match.statement.folded
    handed = (r.start for r in match.statement.rights if r.holder is not None and not r.limit)
    before = [line[line.rfind(",", 0, at) + 1 : at] for at in handed]
    return match.right.holder is None and any(head in what for what in before for head in heads)


def says_less(match: Match, case: Case) -> bool:
    """Whether a line that does not give the right asked for implies that it lies elsewhere: it gives a weaker
    one over the same matter, hands it on, or wants another there. Doing something denies no decision on it,
    nor does drawing up a plan deny one on what is planned."""
    right, statement = match.right, match.statement
    if right.strength in _LESS or any(r.holder is not None for r in statement.rights):
        return True
    if right.limit is not None and BY_HIMSELF.search(case.question.raw) and _is_his(right, case):
        return False  # 2万元以内可先买后报: what he does so may be just that
    if right.limit is not None or takes_two(case.question.text, statement.folded):
        return True
    thing = bare(right.matter)[-2:]
    return right.strength in (Strength.DRAFT, Strength.REVIEW) and thing in case.question.text


def _is_his(right: Right, case: Case) -> bool:
    """Whether somebody does a thing within a limit that holds for what is asked."""
    limits = [(right.limit_in(amount.unit), amount) for amount in case.question.amounts]
    held = any(limit is not None and limit.holds(amount) for limit, amount in limits)
    return right.strength is Strength.EXECUTE and right.holder is None and held
