"""Matters that are approved like others: 病假的审批权限与事假相同, 婚假参照年休假执行."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.regex import regex
from knowledge.roles.approval import Approval
from knowledge.roles.role import Passage
from knowledge.text import fold

_ABOUT = "(?:的?(?:审批|批准|报批|签批|审核|办理|请假)*(?:权限|流程|程序|手续|办法|方式|规定|标准))"
_SAME = regex(
    rf"(?P<new>[^,;。:]{{0,12}}?){_ABOUT}?(?:与|同|和|跟|参照|比照|按照?|依照)(?P<old>[^,;。:]{{2,12}}?){_ABOUT}?"
    r"(?:的规定)?(?:相同|一致|一样|执行|办理|审批|处理)"
)
_NAMES_APPROVAL = regex("审批|批准|报批|签批|审核|权限|流程|程序|手续|参照|比照")


@dataclass(frozen=True)
class Same:
    """A matter, the one that it is approved like, the line that says so, and the heading above that line."""

    new: str
    old: str
    line: Passage
    title: str


def read_same(line: Passage, title: str, topic: str) -> Same | None:
    """What a line says so; `topic`: what the headings above it are about."""
    folded = fold(line.text).strip().rstrip("。;")
    found = _SAME.fullmatch(folded)
    if found is None or not _NAMES_APPROVAL.search(folded):
        return None
    new = found["new"].strip() or topic
    return Same(new, found["old"].strip(), line, title) if new else None


def approved_alike(approvals: Sequence[Approval], told: Sequence[Same]) -> Iterator[Approval]:
    """The approvals of the matters that are approved like others, as those are; the line that says so is
    their footnote."""
    for same in told:
        alike = [a for a in approvals if fold(a.matter) == same.old]
        alike = alike or [a for a in approvals if fold(a.matter).endswith(same.old)]
        if len({a.matter for a in alike}) != 1:
            continue  # none, or nothing tells which
        for approval in alike:
            yield replace(
                approval, matter=same.new, title=same.title, footnotes=(*approval.footnotes, same.line)
            )
