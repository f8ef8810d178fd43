"""Clauses that deny a right or forbid something: 无审批权, 不得由一人兼任, but not 无证作业的制止权."""

from knowledge.actions import actions
from knowledge.regex import regex

_LONGEST_LACKED = 8  # characters of what is lacked (无健康证)
_FORBIDS = regex(
    r"^(?:(?!未经|没有|无|擅自|私自|除|非|非经|拒绝|制止|阻止|举报|查处|处理|处罚).)*(?:不得|严禁|禁止|不准|不允许)"
    r"(?!超过|超出|低于|少于|高于|迟于|晚于|早于|大于|小于|多于|短于|擅自|私自|以任何)"
)  # 会计和出纳不得由一人兼任


def denies(clause: str) -> bool:
    """Whether a folded clause denies what it tells of."""
    lacks = clause.startswith("无") and any(word in clause[1:_LONGEST_LACKED] for word in actions().lacking)
    prevents = lacks and _prevents(clause.rstrip(" 力利限").removesuffix("权"))
    return (clause.startswith(actions().negation) and not prevents) or _FORBIDS.search(clause) is not None


def _prevents(clause: str) -> bool:
    """Whether a clause ends with a right to prevent, or with that and what it prevents (拒绝入库)."""
    preventing = actions().preventing
    return clause.endswith(preventing) or clause.rpartition("的")[2].startswith(preventing)
