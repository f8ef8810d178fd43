"""How strong a right is that a clause or the name of a right gives, by its verbs."""

import re

from knowledge.actions import Strength, actions
from knowledge.regex import regex
from knowledge.roles.passing import written_verbs

_PROPOSED = regex(r"提出?[^,;。]{0,16}?(?:建议|意见)(?:和措施|和方案)?[。\s]*$")  # 提出调价建议
_WEAK = (Strength.TAKE_PART, Strength.ADVISE, Strength.OVERSEE, Strength.INFORMED, Strength.USE)
_NAMED_AFTER = ("权限", "流程", "程序", "手续", "单据", "意见", "表")  # 按审批权限表执行 decides nothing
_GRANTED = regex(r"(?:可以|有权)(?P<what>(?:(?!可以|有权).)*)$")
_BY_ITSELF = regex(r"自(?:行|主)[^,;。的]{2,4}$")


def noun_strength(verb: str) -> tuple[Strength, str]:
    """The strength of 审批权, 参与制定权, 奖惩建议权: the weakest word in it counts."""
    found = [(m.group(), actions().written[m.group()]) for m in written_verbs().finditer(verb)]
    weak = [pair for pair in found if pair[1] in _WEAK]
    if weak:
        return weak[-1][1], weak[-1][0]
    if found:
        return found[-1][1], found[-1][0]
    return Strength.EXECUTE, ""


def limited_strength(text: str) -> tuple[Strength, str]:
    """The strength of a clause with a limit: what one may do alone up to it one decides on (自行安排)."""
    strength, verb = verb_strength(text)
    own = _BY_ITSELF.search(text) if strength is Strength.EXECUTE else None
    return (Strength.DECIDE, own.group()) if own else (strength, verb)


def verb_strength(text: str) -> tuple[Strength, str]:
    """The strength of a clause: its first verb of authority governs; 负责 and 组织 leave it to the next."""
    lead = ""
    if _PROPOSED.search(text):
        return Strength.ADVISE, "建议"
    for found in written_verbs().finditer(text):
        verb, strength = found.group(), actions().written[found.group()]
        attributive = text[found.end() : found.end() + 1] == "的" and found.end() + 1 < len(text)
        if attributive or text.startswith(_NAMED_AFTER, found.end()):
            continue
        if strength is Strength.LEAD:
            lead = lead or verb
            continue
        if strength in _WEAK and _closes(text, found):
            return strength, verb
        if strength in _WEAK and not _governs(text[: found.start()], lead):
            continue  # 检查 or 建议 deep inside is what is done, not how strongly
        return strength, verb
    return (Strength.LEAD, lead) if lead else (Strength.EXECUTE, "")


def _closes(text: str, found: re.Match[str]) -> bool:
    """Whether a weak verb ends a clause about somebody's matter: 对专员的聘任可以提出建议. In
    有权退回资料不全的申请 it is what something is done to."""
    granted = _GRANTED.search(text, 0, found.start())
    about = text.lstrip().startswith(("对", "就")) or (granted is not None and "的" not in granted["what"])
    return about and found.end() >= len(text.rstrip("。;, "))


def _governs(before: str, lead: str) -> bool:
    """Whether nothing but 负责 and adverbs stands before a weak verb."""
    rest = before.strip().replace(lead, "", 1)
    while adverb := next((a for a in actions().adverbs if rest.startswith(a)), ""):
        rest = rest[len(adverb) :]
    return not rest.strip()
