"""Rules of approval in sentences and chains: 3天以上由X批准, X审核后报Y审批, 经办人→X→Y."""

import re
from collections.abc import Iterator

from knowledge.actions import Strength, actions
from knowledge.roles.approval import Approval, Step, step_of, words
from knowledge.roles.grades import grades
from knowledge.roles.role import Passage
from knowledge.roles.statement import Right, make_statement
from knowledge.text import bare, fold

_LEAST_CHAIN = 2  # steps
_SENTENCE = re.compile(r"[^;；。\n]+")
_LABEL = re.compile(r"^(?P<label>[^:：,，。;；→>]{2,16})[:：](?P<rest>.+)$", re.DOTALL)
_STARTERS = ("经办", "申请", "本人", "员工", "发起", "提出", "填写", "填报", "用车人", "借款人")


def read_rules(lines: list[Passage], title: str) -> tuple[list[Approval], list[Passage]]:
    """The approvals that lines under a heading state, and the lines that state none."""
    approvals: list[Approval] = []
    left: list[Passage] = []
    topic = _topic(title)
    for line in lines:
        found = list(_chain(line, title, topic)) or list(_sentences(line, title, topic))
        approvals += found
        left += [] if found else [line]
    return approvals, left


def _topic(title: str) -> str:
    """What a heading is about: 请假 of 请假审批规定."""
    plain = title.strip()
    while word := next((w for w in _GENERAL if plain.endswith(w) and len(plain) > len(w)), ""):
        plain = plain.removesuffix(word)
    return plain


_GENERAL = (
    "规定",
    "制度",
    "流程",
    "办法",
    "审批",
    "权限",
    "细则",
    "管理",
    "说明",
    "要求",
    "程序",
    "一览",
    "表",
)


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


def _sentences(line: Passage, title: str, topic: str) -> Iterator[Approval]:
    """The rights that the sentences of a line hand to somebody, as approvals: those of one range together."""
    labelled = _LABEL.match(line.text)
    head = labelled["label"].strip() if labelled else ""
    about = " ".join(dict.fromkeys(filter(None, [topic, head])))
    for sentence in _SENTENCE.finditer(labelled["rest"] if labelled else line.text):
        text = sentence.group().strip()
        statement = make_statement(title, title, Passage(text, text, line.source))
        groups: dict[tuple[str, str], list[Step]] = {}
        for right in sorted(statement.rights, key=lambda r: _place(statement.folded, r)):
            who = _subject(right.matter) if right.holder is None else right.holder
            if right.negated or who is None or right.strength < Strength.REVIEW:
                continue
            condition = _range_of(statement.folded, right.start)
            matter = right.matter.removeprefix(who) if right.holder is None else right.matter
            groups.setdefault((matter.strip(), condition), []).append(
                Step(_as_written(text, statement.folded, who), right.strength, right.verb)
            )
        for (matter, condition), steps in groups.items():
            yield Approval(title, f"{about} {matter}".strip(), condition, tuple(steps), line)


def _place(folded: str, right: Right) -> int:
    """Where the holder of a right stands: the steps of an approval come in the order of the sentence."""
    return folded.find(right.holder, right.start) if right.holder else right.start


def _range_of(folded: str, at: int) -> str:
    """The clause before or around a right that says in which range it holds."""
    start = 1 + max(folded.rfind(mark, 0, at) for mark in ";。")
    clauses = folded[start:].split(",")
    taken, kept = 0, ""
    for clause in clauses:
        if any(c.isdigit() or c in "一二三四五六七八九十百千万" for c in clause):
            kept = clause
        taken += len(clause) + 1
        if start + taken > at:
            break
    return kept


def _subject(matter: str) -> str | None:
    """The post that a clause begins with: 店长审批请假."""
    found = _acts().match(matter)
    return found["who"] if found and bare(found["who"]).endswith(grades().heads) else None


def _acts() -> re.Pattern[str]:
    verbs = "|".join(actions().passed_rights)
    return re.compile(rf"(?P<who>[^,;。0-9]{{2,12}}?)(?:负责|有权)?(?:{verbs})")


def _as_written(text: str, folded: str, who: str) -> str:
    at = folded.find(who)
    return text[at : at + len(who)].strip() if at >= 0 and len(fold(text)) == len(folded) else who
