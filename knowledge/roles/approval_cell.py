"""The cell of an approval matrix: who takes which step, and up to which limit where the cell says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.actions import Strength, actions
from knowledge.regex import regex
from knowledge.roles.approval import STRENGTHS, Step, step_of, words
from knowledge.roles.footnote import split_marks
from knowledge.roles.grades import grades
from knowledge.roles.limit import find_limit
from knowledge.roles.ranges import is_range
from knowledge.text import bare, fold

_LONGEST_NAME = 20  # characters
_REMARK = regex(r"[（(【\[]([^）)】\]]*)[）)】\]]")
_DASH = regex(r"\s*(?:[—–－─]+|-+|~|～)\s*")
_COUNTED = regex(r"^\s*(?:[①-⑳]|\d{1,2}[.、)）:：]|[（(]\d{1,2}[）)])\s*")
RANK = regex(r"(?:第[一二三四五六\d]|[一二三四五六])(?:级|步|轮|审)(?:审|人|节点)?")  # 第一级, 二审
_LABEL = regex(r"^(?P<label>[^:：]+)[:：](?P<rest>.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """A step with the range for which a cell or column states it, empty where it always holds."""

    step: Step
    condition: str = ""


def read_cell(text: str, strength: Strength, verb: str) -> list[Entry]:
    """The steps that a cell under a step of this strength and verb names, in order.

    甲、乙: both; 甲→乙: one after the other, only the last with the column's own right; 甲审核,乙审批: each
    with his own; 5000元以下甲;5000元以上乙: each in his range.
    """
    parts = _links(text)
    if len(parts) > 1 and parts[0].strip() in words()["sentences"]["nobody"]:
        parts = parts[1:]  # 经办人→店长: who only begins
    found: list[Entry] = []
    for number, part in enumerate(parts, start=1):
        own = (strength, verb)
        if number < len(parts) and strength is Strength.DECIDE:
            own = (Strength.REVIEW, "审核")
        found += _part(part, *own)
    return found


def _links(text: str) -> list[str]:
    """The links of a chain; dashes part them where each link is somebody's: 店长审核－总经理审批."""
    links = [part for part in re.split(words()["cells"]["arrows"], text) if part.strip()]
    dashed = [part.strip() for part in _DASH.split(text) if part.strip()]
    if len(links) == 1 and len(dashed) > 1 and all(is_name(own_step(part)[0]) for part in dashed):
        return dashed
    return links


def is_none(text: str) -> bool:
    """Whether a cell says that there is no such step, or says nothing."""
    return text.strip() in words()["cells"]["none"]


def is_name(text: str) -> bool:
    """Whether a text ends as the names of posts, departments and bodies do."""
    plain = bare(_REMARK.sub("", text))
    return plain.endswith((*grades().heads, *words()["cells"]["bodies"]))


def own_step(text: str) -> tuple[str, Strength | None, str]:
    """The name in 部门经理审批 with the strength and verb behind it; no verb where there is none."""
    plain = text.strip(" ：:。")
    for kind, strength in STRENGTHS:
        for word in words()["steps"][kind]:
            if plain.endswith(word) and not _is_name_with(plain, word):
                return plain.removesuffix(word), strength, word
    return plain, None, ""


def _is_name_with(plain: str, word: str) -> bool:
    """Whether a verb at the end is the last part of a longer one that comes later in the table."""
    return any(
        plain.endswith(other) and len(other) > len(word)
        for kind, _ in STRENGTHS
        for other in words()["steps"][kind]
    )


def _part(text: str, strength: Strength, verb: str) -> Iterator[Entry]:
    """The steps of one link of a chain."""
    general = ""
    for clause in _clauses(text):
        ranged, names = _ranged(clause)
        general = ranged or general
        waiting: list[tuple[str, str]] = []
        for part in _names(names):
            own, rest = _in_brackets(part)
            name, how, what = own_step(rest)
            clean = _clean(name)
            waiting += [(clean, own or general)] if clean else []
            if what:  # 甲、乙会签: the verb behind the last is that of all
                kept, waiting = waiting, []
                how = how or Strength.DRAFT
                nobody = words()["sentences"]["nobody"] if how is Strength.DRAFT else ()
                yield from (
                    Entry(Step(who, how, what), condition) for who, condition in kept if who not in nobody
                )
        yield from (Entry(Step(who, strength, verb), condition) for who, condition in waiting)


def _clauses(text: str) -> list[str]:
    """The clauses of a cell; a line break inside a name joins."""
    found: list[str] = []
    for line in text.split("\n"):
        plain = line.strip()
        if (
            found
            and plain
            and not _stands_alone(found[-1])
            and not found[-1].endswith(("、", "，", ",", "；", ";"))
        ):
            found[-1] += plain
        elif plain:
            found.append(plain)
    return [clause for line in found for clause in re.split("[;；。]", line) if clause.strip()]


def _stands_alone(line: str) -> bool:
    return is_name(line) or bool(own_step(line)[2]) or find_limit(line) is not None


def _ranged(clause: str) -> tuple[str, str]:
    """The range that a clause begins with, and the rest: 5000元以下:甲, 5000元以下由甲."""
    if find_limit(_REMARK.sub("", clause)) is None:
        return "", clause
    if (found := _LABEL.match(clause)) and find_limit(found["label"]):
        return found["label"].strip(), found["rest"]
    for end in range(len(clause) - 1, 2, -1):  # the longest beginning that is nothing but a range
        if is_range(fold(clause[:end])):
            return clause[:end].rstrip("的者由 "), clause[end:]
    return "", clause


def _in_brackets(name: str) -> tuple[str, str]:
    """The range in brackets behind a name, and the name: 甲(5000元以下)."""
    for remark in _REMARK.finditer(name):
        if find_limit(remark[1]):
            return remark[1].strip(), name[: remark.start()] + name[remark.end() :]
    return "", name


def _names(text: str) -> list[str]:
    """The names of a list; 和 cuts only between two that end as names do."""
    found = []
    table = words()["cells"]
    for part in (p for link in _split(table["passing"], text) for p in _split(table["separators"], link)):
        pieces = [p for p in _split(table["joining"], part) if p.strip()]
        several = len(pieces) > 1 and all(is_name(own_step(_clean(p))[0] or p) for p in pieces)
        found += pieces if several else [part]
    return found


def _split(pattern: str, text: str) -> list[str]:
    """Cut at a separator that stands outside brackets."""
    masked = _REMARK.sub(lambda m: "\0" * len(m[0]), text)
    parts, start = [], 0
    for found in re.finditer(pattern, masked):
        parts.append(text[start : found.start()])
        start = found.end()
    return [*parts, text[start:]]


def _clean(text: str) -> str:
    """A name without count, remark, mark of a footnote and the words around it; empty where it is none."""
    name, _ = split_marks(_COUNTED.sub("", text.strip()))
    name = _REMARK.sub("", name).strip(" ：:;；。的")
    name = _stripped(name)
    if is_none(name) or len(name) > _LONGEST_NAME or re.search(words()["cells"]["no_name"], fold(name)):
        return ""
    return "" if re.fullmatch(words()["cells"]["marks"], fold(name)) else name


def _stripped(name: str) -> str:
    for lead in sorted(words()["cells"]["lead"], key=len, reverse=True):
        word = actions().lead_in_words.get(lead[-1])  # 交付总监
        if word is not None and re.match(word, fold(name.removeprefix(lead))):
            continue
        if name.startswith(lead) and len(name) - len(lead) > 1:
            name = name.removeprefix(lead)
            break
    for trail in words()["cells"]["trail"]:
        if name.endswith(trail) and len(name) > len(trail) + 1 and not is_name(name):
            name = name.removesuffix(trail)
    return name


def last_decides(columns: Iterable[Sequence[Entry]]) -> list[Entry]:
    """The steps of several columns: where more than one decides, only the last does, the others review."""
    kept = [list(entries) for entries in columns]
    deciding = [i for i, entries in enumerate(kept) if any(_decides(e) for e in entries)]
    last = deciding[-1] if deciding else -1
    return [_ranked(e, i < last) if _decides(e) else e for i, found in enumerate(kept) for e in found]


def decided_by_rank(columns: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    """The steps of columns that are only counted, 一审 and 二审: the last decides where none does."""
    kept = [list(entries) for entries in columns]
    counted = [i for i, entries in enumerate(kept) if any(_is_counted(e) for e in entries)]
    if counted and not any(_decides(e) for entries in kept for e in entries):
        last = counted[-1]
        kept[last] = [_ranked(e, before=False) if _is_counted(e) else e for e in kept[last]]
    return kept


def _is_counted(entry: Entry) -> bool:
    return entry.step.strength is Strength.REVIEW and RANK.match(entry.step.verb) is not None


def _decides(entry: Entry) -> bool:
    return entry.step.strength is Strength.DECIDE


def _ranked(entry: Entry, before: bool) -> Entry:
    if before:
        return _with(entry, Strength.REVIEW, entry.step.verb)
    return _with(entry, Strength.DECIDE, _plain(entry.step.verb))


def _with(entry: Entry, strength: Strength, verb: str) -> Entry:
    return replace(entry, step=Step(entry.step.who, strength, verb))


def _plain(verb: str) -> str:
    """审批 of 三级审批, which decides when nothing comes after it."""
    found = step_of(verb)
    return found[1] if found else verb
