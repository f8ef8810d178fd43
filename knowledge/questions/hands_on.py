"""Who does something with his own hands, where a question asks for him by a verb of doing."""

from knowledge.actions import Strength
from knowledge.questions.asked import LEADING, Asked
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.surroundings import surroundings

_JUDGES = (Strength.DECIDE, Strength.REVIEW)
_HANDED, _OWN = ("提交", "提出", "填写", "填报", "上交", "上报"), ("本人", "自己", "个人", "自身")
_ONLY = ("做", "写", "编", "制作", "做出来")  # whoever approves a plan does not make it
_ANY = ("负责", "管", "管理", "归口", "责任人", "负责的", "own", "owner", "owns", "manage", "抓", "分管")


def by_doers(asked: Asked, matches: list[Match], matter: Matter) -> list[Match]:
    """The matches without those that judge what others do, where it is asked who does it (退房谁办) and one
    does; where it is asked who makes it, in any case. Where no such verb is asked with, without those that
    judge only one kind of it (批准延迟退房), and without whoever only hands it in."""
    if not asked.strengths <= LEADING:
        return matches
    matches = [m for m in matches if not _hands_in(m)] or matches
    doing = [m for m in matches if m.right.strength not in _JUDGES]
    if not asked.word or asked.word in _ANY:
        return [m for m in matches if m in doing or not _of_one_kind(m, matter)] if doing else matches
    return doing if doing or asked.word in _ONLY else matches


def _hands_in(match: Match) -> bool:
    """Whether a right is to hand in what concerns its owner alone (提交本人的报销单据)."""
    clause = match.right.matter
    return clause.startswith(_HANDED) and any(word in clause for word in _OWN)


def _of_one_kind(match: Match, matter: Matter) -> bool:
    """Whether the head of what is asked has a noun before it in the match that says of which kind it is."""
    own = surroundings(matter.lexicon, match.statement, match.right).own
    heads = (t.text for t in matter.tokens if t.start in matter.heads)
    return any(own.narrows(head, matter.text) for head in heads)
