"""Whether a short form stands for a full name: 客开主管 for 客户开发主管, 前端TL for 前端 Tech Lead.

A short form takes from each word of the full name its beginning or all of it, in order, and keeps the last
word (主管) whole unless it is Latin or long; or it is the end of the name (财务经理 of 分公司财务经理). It
never has a character that the full name lacks, so that a near miss such as 高级主管 is no short form of 主管.
"""

from collections.abc import Callable

from knowledge.regex import regex
from knowledge.text import has_in_order

_LONG_HEAD = 3
_LEAST_REST = 2  # characters that an ending of a name has before its last word
CHIEF = "总"
_CLIPPED = 1  # characters that are too few for a name broken off
_LATIN = regex(r"[a-z0-9]+")
_TOKENS = regex(r"[a-z0-9]+|[^a-z0-9\s]+")


def word_starts(name: str, cut: Callable[[str], list[str]]) -> tuple[str, frozenset[int], int]:
    """A name without blanks, where its words start in it, and where its last word starts."""
    starts, bare_name, last = set(), "", 0
    for token in _TOKENS.findall(name):
        for word in [token] if _LATIN.fullmatch(token) else cut(token):
            last = len(bare_name)
            starts.add(last)
            bare_name += word
    if len(bare_name) - last >= _LONG_HEAD and not bare_name[last:].isascii():
        starts.add(len(bare_name) - 1)  # 护长 for 护士长
    return bare_name, frozenset(starts), last


def is_ending(short: str, name: str, last: int) -> bool:
    """Whether a short form is the end of a bare name whose last word starts at `last`: 大厅主管 of
    便民服务大厅主管, 副站长 of 水文站副站长; a last word alone (站长) is none."""
    rest = len(short) - (len(name) - last)
    deputy = rest == 1 and short.startswith("副")
    return name.endswith(short) and len(short) < len(name) and (rest >= _LEAST_REST or deputy)


def is_initials(short: str, name: str, starts: frozenset[int]) -> bool:
    """Whether a short form is the first character of each word of a bare name, its last word too (责编 of
    责任编辑): too short to be a name by itself, but one where a description names its neighbours."""
    return len(short) == len(starts) >= 2 and short == "".join(name[at] for at in sorted(starts))


def is_clipped(short: str, name: str, last: int) -> bool:
    """Whether a short form is a bare name broken off inside its last word, which starts at `last`: 总编 of
    总编辑, 经营副院 of 经营副院长, 项目总工 of 项目总工程师."""
    return len(short) > _CLIPPED and name.startswith(short) and last < len(short) < len(name)


def abbreviates(short: str, name: str, starts: frozenset[int], last: int) -> bool:
    """Whether `short` (bare) is a short form of the bare `name` whose words start at `starts`."""
    if not short or len(short) >= len(name):
        return False
    head = name[last:]
    if short.endswith(CHIEF) and head.startswith(CHIEF) and len(head) > 1:  # 财总 for 财务总监
        return abbreviates(short + head[1:], name, starts, last)
    kept = (head,) if len(head) < _LONG_HEAD else (head[-1], head[0])  # 护长 for 护士长, 项负 for 项目负责人
    if not head.isascii() and not short.endswith(kept):
        return False
    if is_ending(short, name, last):
        return True

    ends = _ends(short, name, starts) if has_in_order(name, short) else set()
    if head.isascii():
        return bool(ends)
    return len(name) in ends or (len(head) >= _LONG_HEAD and last + 1 in ends)


def _ends(short: str, name: str, starts: frozenset[int]) -> set[int]:
    """Where in a name its short form may end: each character stands where a word starts, or goes on from the
    one before."""
    ends = set[int]()
    for number, character in enumerate(short):
        least = min(ends) if number else 0
        places = {*ends, *(at for at in starts if at >= least)}
        ends = {at + 1 for at in places if name.startswith(character, at)}
        if not ends:
            break
    return ends
