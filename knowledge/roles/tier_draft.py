"""Drafts of the tiers that a line states, and the steps that tiers have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.regex import regex
from knowledge.roles.approval import Step, words
from knowledge.roles.limit import Limit, find_limit

_ADDS = regex(
    r"(?:(?:还|另|尚)(?:须|应|需|要|得)"
    r"|(?:还|再|另|尚|加|并)(?:须|应|需|要|得|行)?(?:再|另|加)?(?:上报|报请|报送|呈报|呈送|报|提交|提请|呈|送|请|经|由))$"
)
_BEYOND = regex(
    r"(?:如|若|凡|对)?(?:(?:超过|超出|高于|大于|超)(?:此|该|上述|这一|以上)?(?:金额|额度|限额|标准|数额|权限|范围|天数|期限|数)?"
    r"|及?以上|其余|其他|更多|更大|更长)(?:的|者|部分|金额|时|情况)*"
)
BESIDES = regex(  # 在上述审批基础上,由X批准
    "在?(?:上述|以上|前述|前款|此|该)(?:审批|审核|批准|签批|签字|流程|程序|手续|规定)*的?(?:基础上?|前提下?|之上|之?后)"
)
_DOER = regex(r"由(?!于)|跟|找")
_MATTER = regex(r"[^\d一二两三四五六七八九十百半超不满]*")
_BENEATH = regex(
    r"(?:如|若|凡)?(?:(?:低于|不足|不满|少于|小于)(?:此|该|上述)?(?:金额|额度|限额|标准|数)?|以[下内]|其余)(?:的|者|部分|时)*"
)


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier: its matter and condition, whose matter it is, and the steps in order; `range`: where it holds
    by what the tiers beside it say."""

    matter: str
    condition: str
    applies_to: tuple[str, ...]
    steps: tuple[Step, ...]
    range: str = ""


@dataclass
class Draft:
    """A tier as its clauses tell it.

    `heads`: the clauses before the holders; `found`: the holders with their verbs, `told`: who is informed;
    `object`: what the verb is about. `adds`: its holders come after those of the tier above; `goes_on`: it
    stands in the sentence of the tier above. `own`: the matter that its heads name, `matter`: the one that
    holds for it; `range`: where it holds by what the tiers beside it say. `people`: whose case alone it is,
    of several that stand side by side.
    """

    heads: list[str] = field(default_factory=list)
    found: list[tuple[str, str]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    object: str = ""
    adds: bool = False
    goes_on: bool = False
    own: str = ""
    matter: str = ""
    condition: str = ""
    applies_to: tuple[str, ...] = ()
    range: str = ""
    people: tuple[str, ...] = ()

    @property
    def limit(self) -> Limit | None:
        """The range that its condition sets."""
        return find_limit(self.condition) if self.condition else None

    def has(self, *kinds: str) -> bool:
        """Whether one of its verbs is of one of the kinds of the table."""
        table = words()["sentences"]
        return any(verb in table[kind] for kind in kinds for _, verb in self.found)


def adds(clause: str, holder: str) -> bool:
    """Whether a clause puts its first holder behind those named before: 再报X批准, 还须经X审核."""
    return _ADDS.search(clause[: clause.find(holder)].rstrip()) is not None


def share_steps(drafts: Sequence[Draft], before: Sequence[tuple[str, str]] = ()) -> None:
    """Gives the drafts of a line the steps that they share with others.

    先由A复核,再按金额签批:1000元以内由B审批,… : A comes first in every tier. 由A批准;超过3天的,再报B批准:
    the second tier is A, then B. `before`: the steps that stand before all drafts.
    """
    shared: list[tuple[str, str]] = []
    above = list(before)
    for draft, after in zip(drafts, [*drafts[1:], None], strict=False):
        tier = draft.limit is not None and not draft.own
        if shared and tier:
            draft.found = _joined(shared, draft.found)
        elif draft.found:
            shared = draft.found if after is not None and _opens(draft, after) else []
        if above and (draft.adds or _repeats(draft, above[-1])):
            draft.found = _joined(above, draft.found)
        above = draft.found or above
        if shared is draft.found:
            draft.found = []
        elif draft.found and draft.limit is None and after is not None and after.limit is not None:
            draft.range = "" if after.own and not after.adds else below(after.limit)


def below(limit: Limit) -> str:
    """What lies below a range that has no upper end, in words; empty where it has one."""
    if limit.least is None or limit.most is not None:
        return ""
    return f"{limit.least:f}{limit.unit}以下({'不含' if limit.least_included else '含'})"


def is_left_over(text: str) -> bool:
    """Whether a text names what a limit above it leaves: 超过部分, 其余."""
    return bool(_BEYOND.fullmatch(text) or _BENEATH.fullmatch(text))


def own_heads(heads: Sequence[str]) -> tuple[Sequence[str], str]:
    """The clauses before a holder that are about its tier, and the last of them where it names what a limit
    leaves. A range before it of which somebody else does something is no part of the tier."""
    if heads and is_left_over(heads[-1]):
        return heads[:-1], heads[-1]
    ranged = [find_limit(head) is not None for head in heads]
    kept = [
        _MATTER.match(head)[0] if at < len(heads) - 1 and ranged[at] and _DOER.search(head) else head  # type: ignore[index]
        for at, head in enumerate(heads)
    ]
    return (kept, "") if any(ranged[-1:]) else (heads, "")


def left_over(said: str, limit: Limit | None) -> str:
    """The range that the limit of the tier above leaves: 5万元以下由…,超过的报…."""
    if limit is not None and limit.unit == "折" and limit.most is None and _BEYOND.fullmatch(said):
        return below(limit)  # 九折以内由…,超过的报…
    if limit is None or limit.least is not None or limit.most is None or not _BEYOND.fullmatch(said):
        return below(limit) if limit is not None and _BENEATH.fullmatch(said) else ""
    return f"{limit.most:f}{limit.unit}以上({'不含' if limit.most_included else '含'})"


def _opens(draft: Draft, after: Draft) -> bool:
    """Whether a draft only reviews, whatever the amount, and the tiers behind it say who decides."""
    if draft.limit is not None or after.limit is None or after.own or draft.has("decide"):
        return False
    return after.goes_on or not draft.has("open")


def _repeats(draft: Draft, last: tuple[str, str]) -> bool:
    """Whether a draft begins with the decision of the tier above: 经总编辑批准后还须报社长签批."""
    decides = last[1] in words()["sentences"]["decide"]
    return decides and len(draft.found) > 1 and draft.found[0] == last


def _joined(first: Sequence[tuple[str, str]], then: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Holders with their verbs, those of `first` that `then` does not name before it."""
    names = {name for name, _ in then}
    return [*(pair for pair in first if pair[0] not in names), *then]
