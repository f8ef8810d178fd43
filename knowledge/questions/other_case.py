"""Rights to prevent something that a line gives in one case, and questions about another one.

手续不全的有权拒付 lets nobody refuse where 手续齐全."""

from knowledge.actions import actions
from knowledge.questions.match import EXPLAINED, Match
from knowledge.questions.matter import Matter
from knowledge.regex import regex

_LACKS = regex(
    r"(?:没有|没|无|未|缺少?)(?P<what>[\u4e00-\u9fff]{1,6}?)(?=[的者时,;]|$)|不(?P<state>[\u4e00-\u9fff]{1,2})"
)
_ASKS = regex("能不能|可不可以|是不是|行不行|可以不|要不要|有没有权|有没有")
_DENIES = regex("[不没未无缺丢少差忘非漏拒]")
_PREVENTS = ("不予", "不准", "不让", "不许", "停")
_GOOD, _BAD = ("合格", "达标"), regex("不行|不好|[很太真]差|有问题|[没不]过关|马虎|糊弄")
_LEAST = 2  # characters by which a missing thing is known again
_CLAUSE = regex("[,;。?、]")


def in_other_case(match: Match, matter: Matter) -> bool:
    """Whether a line lets its owner prevent something where a thing is missing or bad, and the question says
    that it is not, or tells of something else."""
    line = match.statement.folded
    if not any(word in line for word in (*actions().preventing, *_PREVENTS)):
        return False
    lacking = [(found["what"] or found["state"], found["what"] is None) for found in _LACKS.finditer(line)]
    lacking = [(what, state) for what, state in lacking if what and not what.startswith("得")]
    if not lacking:
        return False
    clauses = [_ASKS.sub("", clause) for clause in _CLAUSE.split(matter.question.text)]
    for what, state in lacking:
        shortest = 1 if state or len(what) == 1 else _LEAST
        for size in range(len(what), shortest - 1, -1):
            told = [clause for clause in clauses if what[:size] in clause]
            if told:
                return not any(_DENIES.search(_without_verb(clause)) for clause in told)
    if any(state and what in _GOOD for what, state in lacking) and any(map(_BAD.search, clauses)):
        return False  # 做得不行 is 不合格
    before = matter.beside or [i for i in matter.positions if not matter.question.asking(i)]
    beside = [match.quality.get(i, 0.0) for i in before]
    return bool(beside) and max(beside) < EXPLAINED


def _without_verb(clause: str) -> str:
    """A clause without the word for preventing, which denies nothing else in it."""
    for word in actions().preventing:
        clause = clause.replace(word, "")
    return clause
