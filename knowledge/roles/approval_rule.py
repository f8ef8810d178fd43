"""Rules of approval in sentences and chains: 3天以上由X批准, X审核后报Y审批, 经办人→X→Y."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import Approval, Step, words
from knowledge.roles.approval_chain import has_arrow, read_chain, sentences
from knowledge.roles.approval_sentence import Tier, read_tiers
from knowledge.roles.askers import split_askers
from knowledge.roles.limit import find_limit
from knowledge.roles.posts import Posts
from knowledge.roles.role import Passage
from knowledge.text import fold

_LABEL = regex(r"^(?P<label>[^:：,，。;；→>]{2,16})[:：](?P<rest>.+)$", re.DOTALL)
_TOPIC = regex(  # 经费开支。单笔…: what an article is about stands in front as a sentence
    r"^(?P<label>(?![^。]*(?:负责|不得|必须|应当|禁止|批准|审批|执行))[^:：,，。;；→>\d]{2,8})。(?P<rest>.+)$",
    re.DOTALL,
)
_FURTHER = regex("(?:再|还[须需应要]?)(?:报|由|经|送)")
_ORDERED = regex(r"(?:实行|按|依|依照|按照)?(?:以下|下列|如下)[^,;。]{0,10}$")


def read_rule(line: Passage, title: str, topic: str, posts: Posts) -> list[Approval]:
    """The approvals that a line under a heading states; `topic` is what the headings above it are about."""
    if has_arrow(line.text):
        return list(_chains(line, title, topic, posts))
    label, text = _labelled(line.text)
    return list(_sentences(line, text, label, title, topic, posts))


def topic_of(title: str) -> str:
    """What a heading is about: 请假 of 请假审批规定, 物资采购 of 物资采购按以下权限审批."""
    plain = _ORDERED.sub("", fold(title).strip(" :"))
    kept = title.strip()[: len(plain)] if fold(title.strip()).startswith(plain) else plain
    words_ = sorted(words()["sentences"]["general"], key=lambda word: -len(word))
    while word := next((w for w in words_ if kept.endswith(w)), ""):
        kept = kept.removesuffix(word)
    return kept.strip()


def _chains(line: Passage, title: str, topic: str, posts: Posts) -> Iterator[Approval]:
    """经办人→部门经理→总经理: reviews, the last one decides. What is no chain in the line is a sentence."""
    label, text = _labelled(line.text)
    plain, before_all = [], tuple[Step, ...]()
    for sentence in sentences(text):
        if not has_arrow(sentence):
            plain.append(sentence)
            continue
        before, steps = read_chain(sentence, posts)
        if steps:
            before_all = steps
            matter = " ".join(filter(None, [topic, label, before]))
            yield Approval(title, matter, before, steps, line)
    yield from _sentences(line, "；".join(plain), label, title, topic, posts, before_all)


def _labelled(text: str) -> tuple[str, str]:
    """The label that a line begins with, and the rest of it."""
    found = _LABEL.match(text) or _TOPIC.match(text)
    return (found["label"], found["rest"]) if found else ("", text)


def _sentences(
    line: Passage,
    text: str,
    label: str,
    title: str,
    topic: str,
    posts: Posts,
    base: tuple[Step, ...] = (),
) -> Iterator[Approval]:
    """The tiers that the sentences of a line state; `text` is what stands behind its label, `base` the steps
    of the chain before them, which 再报X批准 goes on."""
    head = label.strip()
    who, head = split_askers(topic_of(head), posts) if head else ((), "")
    further = base if _FURTHER.search(text) else ()
    for tier, steps in _led(read_tiers(text, posts, about=bool(topic or head)), further):
        about = [part for part in dict.fromkeys((topic, head)) if part and part not in tier.matter]
        matter = " ".join([*about, *([tier.matter] if tier.matter else [])])
        if matter:
            yield Approval(title, matter, tier.condition, steps, line, applies_to=tier.applies_to or who)


def _led(tiers: Iterable[Tier], base: tuple[Step, ...]) -> Iterator[tuple[Tier, tuple[Step, ...]]]:
    """The tiers, each with its steps and those that lead to all of them: 会计审核后,1万元以下由A批."""
    every, first = [*tiers], base
    for tier, behind in zip_longest(every, every[1:]):
        reviews = all(step.strength <= Strength.REVIEW for step in tier.steps)
        tiered = behind is not None and behind.matter == tier.matter and find_limit(behind.condition)
        if reviews and tiered and find_limit(tier.condition) is None:
            first = (*first, *tier.steps)
            continue
        own = {step.who for step in tier.steps}
        yield tier, (*(step for step in first if step.who not in own), *tier.steps)
