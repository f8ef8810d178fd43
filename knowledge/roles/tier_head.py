"""What stands before the holders of a tier: the matter, the range in which it holds, and whose it is."""

import re
from collections.abc import Sequence
from functools import cache

from knowledge.regex import regex
from knowledge.roles.amount import find_amounts
from knowledge.roles.approval import words
from knowledge.roles.askers import split_askers
from knowledge.roles.limit import find_limit
from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives

_ENDS_CONDITION = ("的", "时", "者")
_AMONG = regex(r"(?:其中|但是?)[,:]?(?=.)")
_LEFT = regex(r",?(?:一律|均|都|还|另|尚|再|并|须|应|需|要|必须|事先|事前|提前)+$")  # of what hands on
_BEFORE_AMOUNT = regex(r"(?:单|每)一?[台份张程趟户套只本册期车辆箱批人天日单宗项]\s*$|(?:往返|全程)\s*$")
_WHATEVER = regex(  # 不论金额大小, 夜间用车不论远近
    "(?:不论|无论|不管|不分|不限|不计|不受)(?:金额|数额|数量|天数|时间|次数|额度|距离|里程|远近|大小|多少|长短|高低|多寡|的?限制)+"
)
_HOW = "填写|提前|书面|先|事先|凭|持|附|电话|当面|提交|提出"
_ARRANGED = regex(r"(?<=..)(?:按照?|依照?|根据)[^,;。]{2,12}(?:办理|执行|支付)$")  # 付款|按合同约定办理
_DOER = regex(rf"(?<![理自])由(?!于)|(?:必须|须|应|需|要)(?:{_HOW})")


def read_head(
    heads: Sequence[str], about: str, posts: Posts, inherited: bool, stated: bool
) -> tuple[str, str, tuple[str, ...]]:
    """The matter, the condition and the askers of a tier.

    `heads`: the clauses before the first holder; `about`: what stands behind the verb where nothing does;
    `inherited`: an earlier tier of the line has a matter; `stated`: so has what stands in front of the line.
    """
    table = words()["sentences"]
    clauses = [head.strip() for head in heads]
    kept = [h for i, h in enumerate(clauses) if not i or not h.startswith(tuple(table["aside"]))]
    text = ",".join(_before_doer(head) for head in kept).strip(", ") or about
    apart = _AMONG.match(text) if inherited or stated else None
    among = apart is not None or ((inherited or stated) and text.endswith("的"))  # 部门经理的由副总审批
    condition, rest = _condition(text[apart.end() :] if apart else text, posts)
    who, rest = split_askers(rest, posts, among=among)
    if who and not rest and not condition:
        return "", "", who
    rest = rest.strip(" ,的") if not condition else rest.strip(" ,的在")
    if not condition and inherited and rest and text.endswith(_ENDS_CONDITION):
        return "", text, who
    matter = _LEFT.sub("", rest).strip(" ,的")
    return matter or about.strip(" ,的"), condition, who


def _before_doer(head: str) -> str:
    """A head without who prepares the matter and how: 采购计划|由医务员拟定, 离职|应提前申请."""
    found = _DOER.search(head) or _ARRANGED.search(head)
    return head[: found.start()] if found else head


def _condition(text: str, posts: Posts) -> tuple[str, str]:
    """The range that a head states, as written, and what is left of the head."""
    if whatever := _WHATEVER.search(text):
        return whatever.group(), text[: whatever.start()] + text[whatever.end() :]
    limit, amounts = find_limit(text), find_amounts(text)
    if limit is None or not amounts:
        return "", text
    start, end = amounts[0].start, amounts[-1].end
    if text.count("(", start, end) > text.count(")", start, end):
        end = text.find(")", end) + 1 or end
    low = re.search(r"\d+(?:\.\d+)?\s*[百千万]?\s*(?:至|到|-|~)\s*$", text[:start])
    start = low.start() if low else start
    while before := _BEFORE_AMOUNT.search(text[:start]) or _amount_before().search(text[:start]):
        start = before.start()
    while after := _after_amount().match(text, end):
        end = after.end()
    behind = text[end:].lstrip(" ,的")
    behind = "" if posts.names.beginning(behind) and text[:start].strip() else text[end:]
    return text[start:end].strip(" 的"), f"{text[:start]}{behind}"


@cache
def _amount_before() -> re.Pattern[str]:
    return regex(rf"{alternatives(words()['sentences']['amount_before'])}\s*$")


@cache
def _after_amount() -> re.Pattern[str]:
    return regex(rf"\s*(?:{alternatives(words()['sentences']['amount_after'])}|\((?:不?含|包含)[^()]*\))")
