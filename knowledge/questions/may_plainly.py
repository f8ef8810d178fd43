"""What is asked of a right, told by which parts a question has: whose, of what, how much, alone, must it be.

The words of the parts stand in `may_parts.toml`; what is left of the question is the matter. A clause
before that has words of its own tells a story.
"""

import re
from dataclasses import dataclass

from knowledge.once import kept
from knowledge.questions.may_parts import Pieces, cut
from knowledge.questions.mention import RoleMention
from knowledge.questions.plain_table import any_word
from knowledge.questions.question import Question
from knowledge.regex import regex
from knowledge.tables import load_table

_SURE = 0.75  # how well a role is named at least
LONGEST = 90  # characters
_INSIDE = frozenset("XJVvDEPLGMSgBbQNZ")  # what a matter may have between its words
_REMARK = regex("(?:我|俺|急|谢|麻烦|帮|请|给句|省得|免得|别|等着|在线|佢|也说不准|心里没底)")
_MAY = ("能", "可", "权", "准", "够", "资格")
_BEFORE = "给到对向以用跟按将把与和"
_SENDS = regex(
    "(?:送|报|递|交|找|给|走|请示|去|往|问|呈|到|上|惊动)(?:[给到去往在向过请]|送|手里)*(?:谁|哪|那个|那位|边个|什么|啥|何)"
)
_BARE = regex("[,;。?!的]")
_PLAIN = regex("(?:由|归|找)?谁(?:来)?(?:审批|批准|批|决定)")
_SAYS = regex("(?:又|还|都|却|就)*(?:说|讲|告诉我|回我|回复)(?!了算)")
_SIGNED = regex("签(?![字子名批核发认下]|个字|个名)")
_OBJECT = ("把", "将", "碰到", "遇到", "个", "一个", "一份", "一件", "一项", "份", "说", "听说", "讲")
_TOLD_TO = ("叫", "让", "喊", "说", "使", "令", "请", "找")
_PAPERS = ("合同", "协议", "书", "单", "证", "函", "票")
_DOUBLED = regex(r"(?P<verb>[^,;。?]{1,2})[不没未唔](?P=verb)|能(?P<may>[^,])不能(?P=may)")
_OWN_DUTY = regex("R[^X]*G[^X]*X")
_SEVERAL = regex("哪[些几]|经过|走完|几个人|依次|审批流程|步骤|顺序|几步")
_MAY_NOT = regex("(?<!能)不(?:能|可以|得|可|准|许)(?![不没])|[没无](?:有[^,]{0,12})?(?:权|资格)")
_LIMIT = regex("审|批|签|权|额")


@dataclass(frozen=True, slots=True)
class Right:
    """The parts of what is asked: letters, the words of the matter, the roles, the amount and the rest."""

    letters: str
    matter: str
    roles: tuple[str, ...]
    amount: str
    rest: str

    def has(self, letters: str) -> bool:
        """Whether it has one of some parts."""
        return not set(letters).isdisjoint(self.letters)


def may_plainly(question: Question) -> str | None:
    """The question in the plainest words; None where its parts or what they ask are not known."""
    if not (question.known_roles or question.amounts) or len(question.text) > LONGEST:
        return None
    for right in rights(question):
        kind = _kind(right, asks_whether(question, right))
        if kind and len(right.matter) > 1 and not _is_signing(right):
            written = in_plain_words(kind, (*right.roles, "")[0], right.matter, right.amount)
            return written if written != question.text.rstrip("?。") else None
    return None


def _is_signing(right: Right) -> bool:
    """Whether a paper is signed, which is more than to approve of it: 签合同."""
    return _SIGNED.search(right.rest) is not None and right.matter.endswith(_PAPERS)


def in_plain_words(kind: str, role: str, matter: str, amount: str = "") -> str:
    """What is asked of a right, as the table has it."""
    plain: str = load_table(__package__, "may_plainly.toml")["plainly"][kind]
    return plain.format(role=role, matter=matter, amount=amount)


@kept
def rights(question: Question) -> tuple[Right, ...]:
    """The question in its parts, as it is read and as it was typed."""
    texts = [question.text]
    for typed, meant in question.repair.words:
        if len(typed) == len(meant):
            texts[1:] = [texts[-1].replace(meant, typed, 1)]
    return tuple(filter(None, (_right(question, text) for text in texts)))


def _right(question: Question, text: str) -> Right | None:
    """The question in its parts; None where a clause that is no story has words besides the matter."""
    sure = [r for r in question.known_roles if len(r.names) == 1 and r.quality >= _SURE]
    clauses = cut(question, {r.start: r.end for r in sure}, text)
    more = [c for c in clauses if c.has_more]
    while len(more) > 1 and _is_remark(question, more[-1], clauses):
        clauses.remove(more.pop())
    own = more.pop() if more else None
    if any(any_word("never").search(text, c.start, c.end) for c in more):
        return None
    asked = [c for c in clauses if c not in more]
    start, end = _matter(question, own, sure) if own else (0, 0)
    if start < 0:
        return None
    letters = ""
    for clause in asked:
        for piece in clause.pieces:
            inside = start <= piece.start < end
            letters += piece.letter if not inside else "X" * (not letters.endswith("X"))
        letters += ","
    named = [r for r in sure if _within(asked, r.start) and not start <= r.start < end]
    amounts = [a for a in question.amounts if _within(asked, a.start)]
    if not amounts and any("A" in c.letters for c in more):
        return None  # what the story tells of so much is what is asked about
    names = tuple(dict.fromkeys(r.names[0] for r in named))
    if len(amounts) > 1 or len(names) > 1:
        return None
    if own and not set(letters) & set("VPA") and start > own.start and text[start - 1] in _BEFORE:
        start -= 1  # 给|塘口工人讲防病课
    amount = question.part(amounts[0].start, amounts[0].end).strip() if amounts else ""
    rest = "".join(text[c.start : c.end] for c in asked)
    matter = question.part(start, end).strip()
    return Right(letters, matter, names, amount, rest.replace(text[start:end], "") if matter else rest)


def _within(clauses: list[Pieces], position: int) -> bool:
    return any(c.start <= position < c.end for c in clauses)


def _is_remark(question: Question, clause: Pieces, clauses: list[Pieces]) -> bool:
    """Whether a clause says something of the asker behind what he asks."""
    asks = any(set(c.letters) & set("WQCV") for c in clauses if c.start < clause.start)
    own = _REMARK.match(question.text, clause.start) is not None
    reported = _SAYS.match(question.text, clause.matter()[1]) is not None  # 组长|说他批不了
    return reported or (own and asks and not set(clause.letters) & set("WQCA"))


def _matter(question: Question, own: Pieces, sure: list[RoleMention]) -> tuple[int, int]:
    """Where the words of the matter begin and end in its clause; -1 where they do not stand together."""
    start, end = own.matter()
    text = question.text
    other = len({r.names for r in sure}) > 1 or question.has("who")  # who may be named, or asked for
    other = other or any(p.letter == "H" for p in own.pieces)
    parts = {r.start for r in sure if other and _is_part(r, text, start, end)}
    for piece in own.pieces:
        if not start <= piece.start < end:
            continue
        told = piece.letter == "J" and text[piece.start : piece.end] in _OBJECT  # 新排的值日里把|…
        handed = piece.letter == "R" and text[: piece.start].endswith(_TOLD_TO)  # 老叫|X|去…
        if told or handed or piece.letter == "S":  # 一点点的|…
            behind = [p for p in own.pieces if p.start >= piece.end and p.letter == "X"]
            start = behind[0].start if behind else end
    inside = {p.letter for p in own.pieces if start <= p.start < end and p.start not in parts}
    start = min([start, *(r.start for r in sure if r.start in parts and text[r.end : start] in ("", "的"))])
    return (start, end) if inside <= _INSIDE and start < end else (-1, -1)


def _is_part(role: RoleMention, text: str, start: int, end: int) -> bool:
    """Whether the name of a role is part of the matter: 养殖场场长|请假."""
    return start <= role.start < end or (role.end <= start and text[role.end : start] in ("", "的"))


def asks_whether(question: Question, right: Right) -> bool:
    """Whether it asks for yes or no."""
    return right.has("Q?") or question.has("whether") or _DOUBLED.search(question.raw) is not None


def _kind(right: Right, whether: bool) -> str:
    """What is asked; nothing where the parts do not say so."""
    has, role = right.has, bool(right.roles)
    if has("TK"):
        return ""  # in place of somebody, or what
    if has("W") or (has("w") and not (role and whether and not has("Y"))):
        if has("S") and not has("AvDCb") and not role:
            return "who" if has("Vw") else ""
        return _path(right) if has("A") and not has("vDCb") else ""
    if not role:
        return ""
    if has("C") or (not whether and _LIMIT.search(right.rest) and re.search("L[J,]*$", right.letters)):
        return "limit_of" if has("VPLNbO") and not has("Av") else ""
    if not whether:
        return ""
    if _is_denied(right) and _MAY_NOT.search(right.rest):
        return ""  # 不能…吗: the usual reading tells of what is denied
    if _is_contrary(right):
        return ("path" if has("A") else "who") if has("VPO") and not has("vE") else ""
    if has("IB"):
        return ("alone_within" if has("A") else "alone") if has("VPBb") else ""
    return _whether(right)


def _is_contrary(right: Right) -> bool:
    """Whether yes would mean no: must he ask, may it go without him, is it beyond him. Who decides on it
    is told instead."""
    return right.has("O") or _is_denied(right) or (right.has("b") and not right.has("IB"))


def _is_denied(right: Right) -> bool:
    """Whether it is asked of what may not be; 没有X批就办不了吗 denies twice."""
    return right.has("N") != right.has("Z")


def _path(right: Right) -> str:
    """Who approves so much; not all who must be asked."""
    if _SEVERAL.search(right.rest):
        return ""
    if right.roles and not right.has("Y"):
        return ""
    sends = _SENDS.search(right.rest) is not None
    if not right.roles and ((not sends and not right.has("VPw")) or (right.has("E") and not right.has("Vw"))):
        return ""
    if _PLAIN.fullmatch(_BARE.sub("", right.rest.replace(right.amount, ""))):
        return ""  # plain enough
    return f"{'path_me' if right.roles else 'path'}{'_via' if sends and not right.has('Vw') else ''}"


def _whether(right: Right) -> str:
    """What is asked of the right of a role."""
    has = right.has
    if has("A"):
        return "can_within" if has("VPMw") and not has("v") else ""
    if has("V") and has("GN"):
        return "must_have"
    if has("v") and has("G"):
        return "must_review" if not has("E") else ""
    if has("VPw"):
        return "can_approve"
    may = any(word in right.rest for word in _MAY)
    if has("v"):
        return "can_review" if may and not has("DEG") else ""
    duty = has("D") or (not may and not has("M") and (has("Eg") or _OWN_DUTY.search(right.letters)))
    return "is_duty" if duty and not has("I") else ""
