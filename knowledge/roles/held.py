"""What a list under an unknown heading holds, told by its items: duties, rights, or nothing that is known."""

import re
from collections.abc import Sequence
from functools import cache

from knowledge.actions import actions
from knowledge.regex import regex
from knowledge.roles.labels import Field
from knowledge.roles.prose import prose
from knowledge.text import fold

_LEAST = 2  # items
_RIGHT = regex(r"(?:权|权限|权力|权利)(?:\([^()]*\))?$|^(?:有权|可以?自行|可直接|有权利)")
_OF_RIGHTS = regex("(?<![产股债版])(?:权|权限|职权|权力|权利)$")
_OF_DUTIES = regex("职责|主责|责任")
_OTHER = regex(
    "要求|资格|条件|标准|考核|指标|待遇|素质|能力|目标|协作|关系|联系|配合|培训|晋升|纪律|注意|禁|风险|附|备注|说明|流程|记录|表单"
    "|工具|环境|时间|经历|学历|知识|设备|薪|福利|地点|守则|规定|制度|审批|须知"
)


def held_field(heading: str, items: Sequence[str]) -> Field | None:
    """Authorities, where every item is one; duties, where most items begin with a verb of work."""
    folded = [fold(item).strip(" ;。") for item in items]
    if folded and _OF_RIGHTS.search(heading):
        return Field.AUTHORITIES
    if folded and not _OTHER.search(heading) and _OF_DUTIES.search(heading):
        return Field.DUTIES
    if len(folded) < _LEAST or _OTHER.search(heading):
        return None
    if all(map(is_right, folded)):
        return Field.AUTHORITIES
    doing = sum(map(does, folded))
    return Field.DUTIES if doing > 1 and doing * 3 >= len(folded) * 2 else None


def is_right(item: str) -> bool:
    """Whether an item is a right: 退货的审批权, 有权停用设备."""
    folded = fold(item).strip(" ;。")
    return any(_RIGHT.search(part) for part in (folded, folded.split(",")[0]))


def speaks_otherwise(heading: str) -> bool:
    """Whether a heading says that a list holds neither duties nor rights: 注意事项, 工作标准."""
    return _OTHER.search(heading) is not None


def does(text: str) -> bool:
    """Whether a text begins with a verb of work, maybe behind a word for when."""
    return _does().match(fold(text)) is not None


@cache
def _does() -> re.Pattern[str]:
    """An item that begins with a verb of work, maybe behind a word for when."""
    verbs = sorted({*actions().written, *prose().working}, key=lambda w: (-len(w), w))
    when = "每[日天周月季年班][^,]{0,6}|定期|及时|按[^,]{1,8}|认真|做好|协助|配合|参与"
    return regex(rf"(?:{when})?(?:{'|'.join(map(re.escape, verbs))})")
