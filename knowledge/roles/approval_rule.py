"""Rules of approval in sentences and chains: 3天以上由X批准, X审核后报Y审批, 经办人→X→Y."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import Approval, Step, words
from knowledge.roles.approval_chain import drawn, has_arrow, read_chain, sentences, without_lead
from knowledge.roles.approval_sentence import read_tiers
from knowledge.roles.askers import split_askers
from knowledge.roles.headings import is_department
from knowledge.roles.joined_topic import told_of
from knowledge.roles.posts import Posts
from knowledge.roles.ranges import is_range
from knowledge.roles.role import Passage
from knowledge.roles.tier_draft import below
from knowledge.roles.tier_holders import is_holder
from knowledge.text import fold

_LABEL = regex(r"^(?P<label>[^:：,，。;；→>]{2,16})[:：](?P<rest>.+)$", re.DOTALL)
_BRACKETED = regex(r"^\s*[【〖](?P<label>[^】〗:：]{2,14})[】〗]\s*[:：]?(?P<rest>.+)$", re.DOTALL)
_TOPIC = regex(  # 经费开支。单笔…: what an article is about stands in front as a sentence
    r"^(?P<label>(?![^。]*(?:负责|不得|必须|应当|禁止|批准|审批|执行))[^:：,，。;；→>\d]{2,8})。(?P<rest>.+)$",
    re.DOTALL,
)
_BASED = regex(  # 门店零售以标价为准。…: what the sentences behind it are about
    r"^(?P<label>[^:：,，。;；→>\d]{2,10}?)(?:统一|一律|均|都|按|应)?[以按][^,，。;；]{2,14}(?:为准|执行|计价)[。;；](?P<rest>.+)$",
    re.DOTALL,
)
_GRADED = regex(  # 费用报销|按单笔金额分级
    r"(?<=..)按照?[^,;。]{0,4}(?:金额|天数|额度|数额|时长|次数|等级|里程)(?:大小|多少|高低)?(?:逐级|分级|分档|分别)?(?:审批|办理|批准)?$"
)
_JOINS = regex(r"(?<=[\u4e00-\u9fff])[与和及、]\s*$")  # 审批与|签批管理办法
_SIGNED = regex(  # 编制:行政部 审核:店长: who made the paper
    r"\s*(?:编制|编写|编者|拟制|拟稿|拟定|起草|制定|制表|编号|版本|校对|主编)(?:人|部门|单位|者)?\s*[:：]\s*[^:：,，;；。→]{0,20}"
    r"(?:\s(?:[^\s:：,，;；。]{2,5})\s*[:：][^:：,，;；。→]{0,20})+"
)
_APPROVES = regex("审批|批准|审核|权限|签批|报批|核准")
_ENDS = regex("[;。]")
_RANGED = regex(
    r"(?P<range>[^;。]{2,30}?)(?:的?[,:]|(?<=[上下内外)])的?由?)\s*(?:由|报)?(?P<who>[^,;。:\d]{2,12})"
)
_LEADS_IN = ("为", "是", "如下", "按", "按照")  # last words of a label that only leads a chain in
_SAYS = regex(r"^(?:以下|下列|下面|如下)[^,;]*[,;:]")  # 以下几件事问得多,单列出来: names no matter
_ORDERED = regex(r"(?:实行|按|依|依照|按照)?(?:以下|下列|如下)[^,;。]{0,10}$")


def read_rule(line: Passage, title: str, topic: str, posts: Posts) -> list[Approval]:
    """The approvals that a line under a heading states; `topic` is what the headings above it are about."""
    if _SIGNED.fullmatch(line.text):
        return []
    text = drawn(line.text, posts)
    if has_arrow(text):
        return list(_chains(line, text, title, topic, posts))
    label, rest = _labelled(line.text)
    if is_range(fold(label)):  # 5000元以下：由A批准
        label, rest = "", f"{label}，{rest}"
    found = list(_sentences(line, rest, label, title, topic, posts))
    said = "" if found else _with_verb(rest, _APPROVES.search(f"{title}{label}") is not None, posts)
    return list(_sentences(line, said, label, title, topic, posts)) if said else found


def _with_verb(text: str, approves: bool, posts: Posts) -> str:
    """A text of ranges with a post behind each, with the verb that it leaves out: 5000元以下:店长;…;
    empty where it is none. `approves`: what stands above says what is listed."""
    parts = [part for part in _ENDS.split(fold(text)) if part.strip()]
    pairs = [_RANGED.fullmatch(part.strip()) for part in parts]
    tiers = [
        (p["range"], p["who"]) for p in pairs if p and is_range(p["range"]) and is_holder(p["who"], posts)
    ]
    sure = len(tiers) == len(parts) and len(tiers) > (0 if approves else 1)
    return "".join(f"{ranged},由{who}审批;" for ranged, who in tiers) if sure else ""


def topic_of(title: str) -> str:
    """What a heading is about: 请假 of 请假审批规定, 物资采购 of 物资采购按以下权限审批."""
    if _SAYS.search(fold(title)):
        return ""
    plain = _GRADED.sub("", _ORDERED.sub("", fold(title).strip(" :")))
    kept = title.strip()[: len(plain)] if fold(title.strip()).startswith(plain) else plain
    words_ = sorted(words()["sentences"]["general"], key=lambda word: -len(word))
    while word := next((w for w in words_ if kept.endswith(w)), ""):
        kept = _JOINS.sub("", kept.removesuffix(word))
    return "" if is_department(kept) else kept.strip()  # 总务科审批规定 names no matter


def _chains(line: Passage, text: str, title: str, topic: str, posts: Posts) -> Iterator[Approval]:
    """经办人→部门经理→总经理: reviews, the last one decides. What is no chain in the line is a sentence, and
    may be a case of it that goes on: 超过1万册的,再报X批准. `text`: of the line, with its arrows."""
    label, rest = _labelled(text)
    label = without_lead(label) if label.endswith(_LEADS_IN) else label
    ranged, label = (label, "") if is_range(fold(label)) else ("", label)
    plain, found = list[str](), list[Approval]()
    for sentence in sentences(rest):
        if not has_arrow(sentence):
            plain.append(sentence)
            continue
        before, steps = read_chain(sentence, posts)
        if steps:
            matter = " ".join(filter(None, [topic, label, before]))
            found.append(Approval(title, matter, " ".join(filter(None, [ranged, before])), steps, line))
    proposing = [s for s in found[-1].steps if s.strength is Strength.DRAFT] if found else []
    steps = tuple(s for s in found[-1].steps if s not in proposing) if found else ()
    more = list(_sentences(line, "；".join(plain), label, title, topic, posts, steps))
    case = next((a for a in more if steps and a.limit and a.steps[: len(steps)] == steps), None)
    more = [replace(a, steps=(*proposing, *a.steps)) if a.steps[: len(steps)] == steps else a for a in more]
    if case is not None and case.limit and found[-1].limit is None:
        found[-1] = replace(found[-1], range=below(case.limit))
    yield from (*found, *more)


def has_label(text: str) -> bool:
    """Whether a line says first what it is about: 采购：5万元以下由…."""
    return bool((label := _labelled(text)[0]) and not is_range(fold(label)))


def _labelled(text: str) -> tuple[str, str]:
    """The label that a line begins with, and the rest of it."""
    found = _BRACKETED.match(text) or _LABEL.match(text) or _TOPIC.match(text) or _BASED.match(text)
    whole = found is not None and fold(found["label"]).count("(") == fold(found["label"]).count(")")
    return (found["label"], found["rest"]) if found and whole else ("", text)


def _sentences(
    line: Passage, text: str, label: str, title: str, topic: str, posts: Posts, before: Sequence[Step] = ()
) -> Iterator[Approval]:
    """The tiers that the sentences of a line state; `text` is what stands behind its label, `before` are the
    steps of what stands before it."""
    head, topic = label.strip(), told_of(topic, f"{label}{text}")
    who, head = split_askers(topic_of(head), posts) if head else ((), "")
    for tier in read_tiers(text, posts, bool(topic or head), [(fold(s.who), s.verb) for s in before]):
        case = head if not before or head[-2:] != tier.matter[-2:] else ""  # 一般选题…; 重大题材的选题…
        about = [part for part in dict.fromkeys((topic, case)) if part and part not in tier.matter]
        matter = " ".join([*about, *([tier.matter] if tier.matter else [])])
        if matter:
            yield Approval(
                title, matter, tier.condition, tier.steps, line, "", tier.applies_to or who, tier.range
            )
