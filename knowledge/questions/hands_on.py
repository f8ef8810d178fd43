"""Who does something with his own hands, where a question asks for him by a verb of doing."""

from knowledge.actions import Strength
from knowledge.questions.asked import LEADING, Asked
from knowledge.questions.match import Match

_JUDGES = (Strength.DECIDE, Strength.REVIEW)
_ONLY = ("做", "写", "编", "制作", "做出来")  # whoever approves a plan does not make it
_ANY = ("负责", "管", "管理", "归口", "责任人", "负责的", "own", "owner", "owns", "manage", "抓", "分管")


def by_doers(asked: Asked, matches: list[Match]) -> list[Match]:
    """The matches without those that judge what others do, where it is asked who does it (退房谁办) and one
    does; where it is asked who makes it, in any case."""
    if not asked.word or asked.word in _ANY or not asked.strengths <= LEADING:
        return matches
    doing = [m for m in matches if m.right.strength not in _JUDGES]
    return doing if doing or asked.word in _ONLY else matches
