"""Looser names by which lines mean a role: 支持团队主管 for 售后支持主管, 各 Tech Lead for each of them."""

from itertools import pairwise

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.scope import NEARLY, Scope
from knowledge.questions.unit import Unit
from knowledge.regex import regex

_EVERY = (
    "各",
    "所有",
    "全体",
    "各级",
    "各部门",
    "各位",
    "各个",
    "各类",
    "各岗",
    "几位",
    "三位",
    "两位",
    "其他",
    "下属",
    "所属",
)  # before the last words of a role's name
_LOOSE_NAME = regex(
    r"(?P<words>[\u4e00-\u9fff]{2})(?:团队|部门|小组|组|岗位|部|线|类)(?P<head>主管|经理|总监|专员|主任|组长|工程师|负责人)"
)


def loosely_named(unit: Unit, own: Scope, lexicon: Lexicon) -> float:
    """A role is explained by a looser name of its kind (售后支持主管 by 支持团队主管)."""
    for name in unit.names:
        bare_name, starts, last = lexicon.cut_of(name)
        if bare_name in own.text and own.text.count(bare_name) > own.text.count(f"副{bare_name}"):
            return 1.0
        if any(word in own.text for word in lexicon.called(name)):
            return 1.0
        ends = (bare_name[at:] for at in starts if at <= last)
        if any(f"{every}{end}" in own.text for end in ends if end in own.text for every in _EVERY):
            return NEARLY  # 各 Tech Lead
        words = _words(bare_name, starts)
        for found in _LOOSE_NAME.finditer(own.text) if words else ():
            if found["head"] == bare_name[last:] and found["words"] in words[:-1]:
                return NEARLY
    return 0.0


def _words(name: str, starts: frozenset[int]) -> list[str]:
    return [name[a:b] for a, b in pairwise([*sorted(starts), len(name)])]
