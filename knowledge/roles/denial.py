"""Clauses that deny a right or forbid something: 无审批权, 不得由一人兼任, but not 无证作业的制止权."""

from knowledge.actions import actions
from knowledge.regex import regex
from knowledge.text import fold

_FORBIDS = regex(
    r"^(?:(?!未经|没有|有权|无|擅自|私自|除|非|非经|拒绝|制止|阻止|举报|查处|处理|处罚).)*(?:不得|严禁|禁止|不准|不允许)"
    r"(?!超过|超出|低于|少于|高于|迟于|晚于|早于|大于|小于|多于|短于|擅自|私自|以任何)"
)  # 会计和出纳不得由一人兼任

_ASKS_FIRST = regex(
    r"(?:哪些|什么|有些)?(?:事情?|东西)?(?:(?:必须|一定要|要|得|须|需要?)[^,;。]{0,8}(?:请示|上报|报批|报备|商量|商议|讨论|打招呼"
    r"|通气|点头|签字|同意|征求意见|过会|上会|问过?)|(?:自己|本人)?(?:不能|不可以?|不得|不许|不准|无权)[^,;。]{0,6}(?:拍板|做主|说了算|拿主意|决定|定|批)"
    r"|自己(?:定|做主|决定|拍板|做)不了)"
)
_KIND_OF = regex(r"^不[^,;。的]{1,14}的[^,;。]+?由")  # 不参与评审的项目由X决定: which ones, no denial
_LACKS_RIGHT = regex(
    r"^[^,;。的对凡如若]{2,12}(?:无权(?!限)|没有(?:[^,;。]{0,24}的)?权(?:[力利限]|$))"
)  # 园长没有减免学费的权力: whoever has it not is named before
_RIGHT = regex(r"的(?:直接|当场|现场|有权)?(?P<right>[^的]{1,14}?)权(?:[力利限])?\s*$")
_CASE = regex(r"(?:没有|无|未|不)[^,;。]*(?:的|者)\s*")  # 没有提货单的,有权拒绝出库: when, no denial
_LACKS = regex(r"(?:无|没有|未持|未带)(?P<what>[^,;。]{1,14})$")
_REFUSES, _TO_WHOM = ("拒", "扣留"), ("对", "任何", "直接", "单独")
_PAPERS = regex(r"[证单票卡章牌函表书据照]")  # 无派车单车辆: what is missing is a paper


def denies(clause: str) -> bool:
    """Whether a folded clause denies what it tells of."""
    denied = clause.startswith(actions().negation) and not _prevents(clause) and not _KIND_OF.match(clause)
    if denied and _CASE.fullmatch(clause):
        return False
    return denied or _LACKS_RIGHT.match(clause) is not None or _FORBIDS.search(clause) is not None


def asks_first(label: str) -> bool:
    """Whether a label heads what a post may not decide alone: 要先请示的, 不能自己定的, 需商量的事."""
    return _ASKS_FIRST.match(fold(label).strip()) is not None


def _prevents(clause: str) -> bool:
    """Whether a clause grants the right to stop what lacks something: 无检验单物料的拒绝入库权."""
    table = actions()
    lacks = clause.startswith("无") and clause.startswith(table.lacking, 1)
    if lacks and clause.rstrip(" 力利限").removesuffix("权").endswith(table.preventing):
        return True
    right = _RIGHT.search(clause)
    missing = _LACKS.match(clause[: right.start()]) if right else None
    if right is None or missing is None or not right["right"].startswith(table.preventing):
        return False
    refuses = right["right"].startswith(_REFUSES) and not missing["what"].startswith(_TO_WHOM)
    lacking = missing["what"].startswith(table.lacking) or _PAPERS.search(missing["what"]) is not None
    return refuses or lacking
