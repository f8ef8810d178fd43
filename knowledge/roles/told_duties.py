"""Duties without numbers or label: the lines or sentences that say, below its name, what a post does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.behind import relates, states_right
from knowledge.roles.held import does
from knowledge.roles.lines import Line
from knowledge.roles.own_rights import each_apart, rights_told
from knowledge.roles.posts import Posts
from knowledge.roles.prose import prose
from knowledge.roles.relations import states_superior
from knowledge.text import fold

_LEAST_SAID = 6  # characters of a line without an end mark
_SHORTEST = 4  # characters of a clause that says what somebody does
_ENDS = "。；;"
_OPEN, _CLOSE = "（(“《「【", "）)”》」】"
_LONGEST_NAME = 10
_MOST_PARAGRAPHS = 3  # of sentences that are duties each
_RIGHTS = regex(r"(?:[^；;。、]{2,}(?:权|权限|权力|权利)(?:[；;。、]|$)\s*){2,}")
_IS_RIGHT = regex("(?:权|权限|权力|权利)。?$|^有权")
_OWN_MATTER = regex(r"[^,，;；。]{2,16}的(?![由报经须应可])[^,，;；。]{2,}有权")  # 三百元以内的补偿有权决定
_LEAST = 2  # duties that are told so


def clauses(line: Line) -> list[Line]:
    """The sentences of a line, and what semicolons part, one that goes on with the one before joined to it;
    of a sentence that counts (主要有两项：一是…；二是…) what it counts."""
    text = line.text
    counted = prose().counted.search(fold(text))
    if counted is not None:
        text = text[counted.end() :]
    parts: list[str] = []
    for part in cut(text):
        if parts and (len(part) < _SHORTEST or _goes_on(part)):
            parts[-1] += part
        else:
            parts.append(part)
    parts = [part.strip() for part in parts if part.strip()]
    if len(parts) < _LEAST:
        return [line]
    return [replace(line, text=_uncounted(part), quote=part, strong="", depth=1) for part in parts]


def _goes_on(part: str) -> bool:
    """Whether a clause goes on with the one before: 超过的报经理, no right over a matter of its own."""
    return prose().going_on.match(fold(part)) is not None and _OWN_MATTER.match(part) is None


def told_duties(lines: Sequence[Line], name: str, titled: bool = False) -> tuple[list[Line], list[Line]]:
    """What lines below the name of a post say besides its duties, and the duties; no duties where they are
    fewer than two. A sentence that says where the post stands is none; below a title of duties (`titled`) it
    is one where it says more: 对店长负责，管好厨房."""
    said = [clause for line in lines for clause in clauses(line)]
    placed = [
        clause
        for clause in said
        if relates(clause.text) or (not titled and states_superior(clause.text, name))
    ]
    duties = [replace(clause, depth=1) for clause in said if clause not in placed]
    if len(duties) < _LEAST or any(line.depth for line in lines):
        return list(lines), []
    return placed, duties


def told_functions(lines: Sequence[Line], name: str) -> tuple[list[Line], list[Line]]:
    """What paragraphs below the name of a department say of it before its work, and its work: the sentences
    from the first that begins with what it does. No work where they are fewer than two, or where a paragraph
    begins with the name: that tells of the department as a whole."""
    said = [clause for line in lines for clause in clauses(line)]
    first = next((i for i, clause in enumerate(said) if does(clause.text)), len(said))
    if len(said) - first < _LEAST or any(line.text.startswith(name) for line in lines):
        return list(lines), []
    return said[:first], [replace(clause, depth=1) for clause in said[first:]]


def by_kind(lines: Iterable[Line], names: Sequence[str]) -> tuple[list[Line], list[Line], list[Line]]:
    """Of sentences about a post: what it does, what it may decide, and what they say of others.

    `names`: the post's own.
    """
    doing, may, others = list[Line](), list[Line](), list[Line]()
    for line in (part for whole in lines for part in each_apart(whole, names)):
        if rights := list(rights_told(line, names)):
            may += rights
        elif _of_other(line.text, names):
            others.append(line)
        else:
            (may if states_right(line.text) else doing).append(line)
    return doing, may, others


def _of_other(text: str, names: Sequence[str]) -> bool:
    """Whether a sentence has another post as its subject: 招生专员每天回访来访的家长."""
    folded, posts, own = fold(text).strip(), Posts(), [fold(name) for name in names]
    if any(f"由{name}" in folded or folded.startswith(name) for name in own):
        return False
    for end in range(_LONGEST_NAME, 1, -1):
        subject = folded[:end]
        if posts.looks_like_post(subject):
            return not any(n.endswith(subject) for n in own) and bool(prose().does.match(folded, end))
    return False


def speak(lines: Iterable[Line]) -> bool:
    """Whether lines behind a table say what somebody does: 工作地点 and 展厅二楼 do not."""
    return all(len(line.text) >= _LEAST_SAID or line.ended for line in lines)


def run_together(lines: Iterable[Line]) -> list[Line]:
    """The lines of a list of duties; unnumbered paragraphs of several sentences are cut into them."""
    kept = list(lines)
    few = len(kept) <= _MOST_PARAGRAPHS and not any(line.depth or line.style for line in kept)
    several = len(kept) == 1 or all(len(list(cut(line.text.strip(), "。"))) > 2 for line in kept)
    return [clause for line in kept for clause in clauses(line)] if few and several else kept


def apart(lines: Iterable[Line]) -> list[Line]:
    """The lines of a list of rights; a paragraph is cut into what its marks part: 排班权；调价权."""
    found = list[Line]()
    for line in lines:
        if line.depth or line.style:
            parts = [part for part in re.split(r"[；;]\s*", line.text) if part]
            each = len(parts) > 1 and all(map(_IS_RIGHT.search, parts))  # 1.排班权；调价权
            found += [replace(line, text=part, quote=part) for part in parts] if each else [line]
        elif _RIGHTS.fullmatch(line.text):
            found += [
                replace(line, text=part, quote=part) for part in re.split(r"[；;。、]\s*", line.text) if part
            ]
        else:
            found += [replace(part, depth=0) for part in clauses(line)]
    return found


def _uncounted(clause: str) -> str:
    """A clause without its count (一是…) and without the words above a list (其主要任务是：…)."""
    found = prose().count.match(clause) or prose().lead.match(fold(clause))
    return clause[found.end() :] if found else clause


def cut(text: str, ends: str = _ENDS) -> Iterator[str]:
    """The pieces of a text that end with one of the marks outside any bracket."""
    start = depth = 0
    for at, mark in enumerate(text):
        depth += (mark in _OPEN) - (mark in _CLOSE)
        if mark in ends and depth <= 0:
            yield text[start : at + 1]
            start, depth = at + 1, 0
    yield text[start:]
