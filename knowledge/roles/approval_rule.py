"""Rules of approval in sentences and chains: 3天以上由X批准, X审核后报Y审批, 经办人→X→Y."""

import re
from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import Approval, Step, step_of, words
from knowledge.roles.approval_sentence import read_tiers
from knowledge.roles.askers import split_askers
from knowledge.roles.grades import grades
from knowledge.roles.posts import Posts
from knowledge.roles.role import Passage
from knowledge.text import bare, fold

_LEAST_CHAIN = 2  # steps
_LABEL = regex(r"^(?P<label>[^:：,，。;；→>]{2,16})[:：](?P<rest>.+)$", re.DOTALL)
_ORDERED = regex(r"(?:实行|按|依|依照|按照)?(?:以下|下列|如下)[^,;。]{0,10}$")
_STARTERS = ("经办", "申请", "本人", "员工", "发起", "提出", "填写", "填报", "用车人", "借款人")


def read_rule(line: Passage, title: str, topic: str, posts: Posts) -> list[Approval]:
    """The approvals that a line under a heading states; `topic` is what the headings above it are about."""
    return list(_chain(line, title, topic)) or list(_sentences(line, title, topic, posts))


def topic_of(title: str) -> str:
    """What a heading is about: 请假 of 请假审批规定, 物资采购 of 物资采购按以下权限审批."""
    plain = _ORDERED.sub("", fold(title).strip(" :"))
    kept = title.strip()[: len(plain)] if fold(title.strip()).startswith(plain) else plain
    words_ = sorted(words()["sentences"]["general"], key=lambda word: -len(word))
    while word := next((w for w in words_ if kept.endswith(w)), ""):
        kept = kept.removesuffix(word)
    return kept.strip()


def _chain(line: Passage, title: str, topic: str) -> Iterator[Approval]:
    """经办人→部门经理→总经理: reviews, the last one decides."""
    labelled = _LABEL.match(line.text)
    text = labelled["rest"] if labelled else line.text
    parts = [part.strip(" ,，。；;（）()") for part in re.split(words()["cells"]["arrows"], text)]
    if len(parts) <= _LEAST_CHAIN - 1:
        return
    first = re.split("[,，:：]", parts[0])
    before, parts[0] = ("".join(first[:-1]), first[-1]) if len(first) > 1 else ("", parts[0])
    steps = []
    for part in parts:
        step = step_of(part)
        name = _name_in(part)
        if not name or any(word in part for word in _STARTERS):
            continue
        steps.append(Step(name, *(step or (Strength.REVIEW, "审核"))))
    if not steps or (len(steps) < len(parts) - 1):
        return
    last = steps[-1]
    if last.strength is Strength.REVIEW and step_of(parts[-1]) is None:
        steps[-1] = Step(last.who, Strength.DECIDE, "审批")
    matter = " ".join(filter(None, [topic, labelled["label"] if labelled else "", before]))
    yield Approval(title, matter, before, tuple(steps), line)


def _name_in(part: str) -> str:
    """The post in a step of a chain: 部门经理 of 部门经理审核."""
    plain = re.sub(r"[（(][^）)]*[）)]", "", part).strip()
    for kind in ("decide", "review", "informed"):
        for word in words()["steps"][kind]:
            plain = plain.removesuffix(word)
    return (
        plain
        if bare(plain).endswith((*grades().heads, "部", "科", "办公室", "委员会", "领导", "上级", "会"))
        else ""
    )


def _sentences(line: Passage, title: str, topic: str, posts: Posts) -> Iterator[Approval]:
    """The tiers that the sentences of a line state."""
    labelled = _LABEL.match(line.text)
    head = labelled["label"].strip() if labelled else ""
    who, head = split_askers(topic_of(head), posts) if head else ((), "")
    for tier in read_tiers(labelled["rest"] if labelled else line.text, posts):
        about = [part for part in dict.fromkeys((topic, head)) if part and part not in tier.matter]
        matter = " ".join([*about, *([tier.matter] if tier.matter else [])])
        if matter:
            yield Approval(title, matter, tier.condition, tier.steps, line, applies_to=tier.applies_to or who)
