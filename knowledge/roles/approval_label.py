"""What the labels of the columns of an approval matrix mean: a matter, a condition, a note, who begins."""

from functools import cache

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.text import bare, fold

LONGEST_LABEL = 14  # characters
REMARK = regex(r"[（(]([^）)]*)[）)]")
_IMPLIED = ((("天数",), "天"), (("金额", "额度", "限额", "价格", "费用"), "元"))
UNIT = regex(
    r"(?:[（(/:：]|单位\s*[:：]?)\s*(?:单位\s*[:：]?\s*)?(?:人民币)?(?P<unit>万元|千元|元|亿元|天|日|工作日|小时|%|折)\s*[）)]?\s*$"
)


def starts(label: str) -> bool:
    """Whether a label is that of whoever begins: 申请人, 经办部门."""
    return any(word in fold(label) for word in words()["steps"]["start"])


def implied_unit(label: str) -> str:
    """What the numbers below a label count where nothing says so: 元 below 单笔金额, 天 below 请假天数."""
    return next((unit for words_, unit in _IMPLIED if any(word in label for word in words_)), "")


def kind_of_label(label: str) -> str:
    """The kind of column that a label names: a key of the table, or an empty text."""
    whole, name = bare(label), bare(REMARK.sub("", label).split("/")[0]) or bare(label)
    parts = {whole, *map(bare, REMARK.sub("", label).split("/"))}  # 金额档/条件
    for kind, known in _labels().items():
        if not parts.isdisjoint(known):
            return kind
    if len(name) <= LONGEST_LABEL and not UNIT.fullmatch(label):
        for kind in ("condition", "matter"):
            if name.endswith(tuple(words()["columns"][f"{kind}_ends"])):
                return kind
    return ""


@cache
def _labels() -> dict[str, frozenset[str]]:
    table = words()["columns"]
    kinds = ("ordinal", "condition", "matter", "note", "applies", "chain")
    return {kind: frozenset(map(bare, table[kind])) for kind in kinds}
