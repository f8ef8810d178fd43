"""Who takes a step of an approval: the holders right before a verb, behind words that hand on or alone."""

import re

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.roles.limit import find_limit
from knowledge.roles.posts import Posts
from knowledge.roles.prose import prose
from knowledge.roles.step_words import adverbs, leads

_LIST = regex(r"、|以及|和|及|与|或|/")
_REMARK = regex(r"\([^()]*\)")
_LONGEST_HOLDER = 16
_LONGEST_ACT = 4  # characters of what a holder does besides
_WHICH = ("分管", "主管", "所在", "所属", "本", "该", "其", "相关", "对口", "负责", "各", "归口")
_RANGE_END = regex(
    r"(?:以[上下内外]|[元天日折%件]|小时|工作日)(?:的|者)?(?:\([^()]*\))?(?:的|者)?"
    r"(?=[\u4e00-\u9fff]{2})(?!及?以[上下内外]|之[上下内外间]|左右|范围|的)"
)
GOES_ON = regex(r"^(?:后|并|再|最后|最终|均|须|[、和与及])+")


def find_holders(before: str, posts: Posts, first: bool) -> tuple[list[str], str]:
    """Who stands right before a verb, behind a word that hands on or at the beginning of the clause."""
    plain = before.rstrip()
    while adverb := next((a for a in adverbs() if plain.endswith(a) and len(plain) > len(a)), ""):
        if names_in(plain, posts):
            break
        plain = plain[: -len(adverb)].rstrip()
    whole = names_in(plain, posts)
    if whole and posts.known.issuperset(whole):
        return whole, ""  # 经营副经理审批: 经 hands nothing on
    behind = [
        (lead, names) for lead in leads().finditer(plain) if (names := names_in(plain[lead.end() :], posts))
    ]
    if behind:
        lead, names = next((b for b in reversed(behind) if posts.known.issuperset(b[1])), _outer(behind))
        return names, plain[: lead.start()]
    for lead in reversed([*leads().finditer(plain)]):
        if name := _busy(plain[lead.end() :], posts):
            return [name], plain[: lead.start()]
    for start in (plain, GOES_ON.sub("", plain)):
        if names := names_in(start, posts):
            return names, ""
    if first and (at := _known_end(plain, posts)) is not None:
        return [plain[at:]], plain[:at]
    return _behind_range(plain, posts)


def _behind_range(text: str, posts: Posts) -> tuple[list[str], str]:
    """Who stands right behind the range of a tier: 500元以下科长|批准."""
    for found in _RANGE_END.finditer(text):
        if (names := names_in(text[found.end() :], posts)) and find_limit(text[: found.end()]):
            return names, text[: found.end()]
    return [], ""


def _busy(text: str, posts: Posts) -> str:
    """The holder that a text begins with who does something else before: 店长盘点|核实."""
    if "的" in text or _LIST.search(text):
        return ""
    ends = range(len(text) - 1, max(1, len(text) - 1 - _LONGEST_ACT), -1)
    return next(
        (text[:end] for end in ends if posts.is_post(text[:end]) and is_holder(text[:end], posts)), ""
    )


def _outer(behind: list[tuple[re.Match[str], list[str]]]) -> tuple[re.Match[str], list[str]]:
    """The last word that hands on, but none that begins a name right behind another: 由|经营副经理."""
    at = len(behind) - 1
    while at and behind[at - 1][0].end() == behind[at][0].start():
        at -= 1
    return behind[at]


def _known_end(text: str, posts: Posts) -> int | None:
    """Where a known post begins that a text ends with, behind the matter: 请假报告部门经理|审批."""
    name = posts.names.ending(text, least=3)
    before = text.removesuffix(name)
    return len(before) if name and before and not before.endswith(("副", "总")) else None


def names_in(text: str, posts: Posts) -> list[str]:
    """The holders of a text that is nothing but a list of them; of 班主任与家长核实后 the first."""
    plain = _REMARK.sub("", text).strip()
    parts = [_plain(part.strip(), posts) for part in _LIST.split(plain)]
    if plain and all(is_holder(part, posts) for part in parts):
        return [part for part in parts if part not in words()["sentences"]["nobody"]]
    if plain.endswith("后") and len(plain) <= _LONGEST_HOLDER:
        name = posts.names.beginning(plain)
        return [name] if name else []
    return []


def _plain(part: str, posts: Posts) -> str:
    """A holder without the words that say which one: 分管该科室的副院长."""
    before, _, name = part.rpartition("的")
    return name if before.startswith(_WHICH) and posts.is_post(name) and is_holder(name, posts) else part


def is_holder(name: str, posts: Posts) -> bool:
    """Whether a name is that of somebody who takes steps: a post, a body, a superior."""
    if (
        not 2 <= len(name) <= _LONGEST_HOLDER
        or name[0] in prose().never_first
        or any(c.isdigit() for c in name)
    ):
        return False
    if find_limit(name):  # 一天以内|班长
        return False
    if name in posts.known or name in prose().unnamed or posts.looks_like_post(name):
        return True
    return name in prose().generic or name.endswith(tuple(words()["sentences"]["bodies"]))
