"""Clauses that say in which range something holds, and matters that have one of their own."""

from knowledge.regex import regex
from knowledge.roles.amount import MEASURES
from knowledge.roles.limit import Limit, find_limit

_RANGE_WORD = regex(
    r"\d[\d,.']*|[一二三四五六七八九十百千万亿两半]+|天数|元|个?工作日|天|日|%|折|成|人民币|美元|欧元|港币|"
    + MEASURES
    + r"|不?(?:得|可)?(?:超过|超出|高于|低于|少于|多于|大于|小于)|不足|不满|满|超"
    r"|以内|以下|以上|之内|之上|以外|之间|介于|内|起|及|至|到|或|[-~—–≥≤<>]|\([^)]*\)|、"
    r"|/[次人天月年笔项单票件批]|(?:单|每|同)一?[笔次票项人件批月年天单日宗台份张程趟户套只本册期车辆箱亩]|往返|全程|部分|其中|累计|连续|一次性?|合计"
    r"|金额|总额|数额|价款|额度|时间|天数|折扣|比例|幅度|在|为|达到?|且|但|而|则|如|若|凡|对于?"
    r"|(?<![a-z])[amnqtx](?![a-z])"  # A≤5000元
)
_FIRST = regex(r"(?P<range>[^,;。:由报经须应]+)")
REVIEWED = regex(r"(?:审核|复核|初审|审查|签字|确认|同意)后?$")  # 低于九折的审核后报X审批


def is_range(text: str) -> bool:
    """Whether a folded clause says nothing but in which range something holds: 超过5000元的."""
    rest = _RANGE_WORD.sub("", REVIEWED.sub("", text.strip()))
    return rest != text.strip() and not rest.strip(" 的者时") and find_limit(text) is not None


def without_range(text: str) -> str:
    """A folded text without what says in which range it holds: 抢修费用 of 单次500元以上的抢修费用."""
    return _RANGE_WORD.sub("", text).replace(" ", "")


def opens_with_range(text: str) -> bool:
    """Whether a folded line begins with a range that its first clause or verb ends: 3天以上的,由X批准."""
    head = _FIRST.match(text)
    return head is not None and is_range(head["range"])


def named_cases(matter: str) -> tuple[tuple[str, Limit | None], ...]:
    """The matters of a list each of which has a range of its own that ends nowhere; empty where it is no such
    list: 超过3万元的支出、超过30%的减免."""
    found = [(part, find_limit(part)) for part in matter.split("、")]
    whole = all(limit is not None and limit.most is None for _, limit in found)
    return tuple(found) if whole else ()
