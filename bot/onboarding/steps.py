"""The steps of the onboarding: each asks the handbook about the role and keeps the lines that answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.onboarding.page import Block
from bot.onboarding.rights import handed_blocks, right_blocks
from bot.onboarding.words import table, words
from bot.replies import proof, said
from knowledge import Answer, Handbook
from knowledge.answer import Answered
from knowledge.organization import Organization

QUIZ, SUMMARY = "quiz", "summary"
_LEFT_OUT = frozenset(("quote", "other_right"))  # sentences that repeat the proof, or lead away
_LINES = {"rights": right_blocks, "handed": handed_blocks}  # the lines of its own that a step may show


def step_keys() -> tuple[str, ...]:
    """The steps in order; the last is the summary."""
    return tuple(step["key"] for step in table()["steps"])


def step_title(key: str) -> str:
    """What a step is about."""
    title: str = _step(key)["title"]
    return title


def chart_of(key: str, role: str) -> str:
    """The role whose chart goes with a step, or nothing."""
    return role if _step(key).get("chart") else ""


def step_blocks(handbook: Handbook, role: str, key: str) -> tuple[Block, ...]:
    """What the documents say of a role for a step; the quiz and the summary have nothing here."""
    step = _step(key)
    asked = [block for question in step.get("ask", ()) for block in _asked(handbook, role, question)]
    lines = _LINES.get(step.get("lines", ""))
    return tuple(_fresh((*(lines(handbook.organization, role) if lines else ()), *asked)))


def silences(handbook: Handbook, role: str) -> tuple[str, ...]:
    """What the documents do not say of a role, in a word or two each."""
    blocks = (block for key in step_keys() for block in step_blocks(handbook, role, key))
    return tuple(dict.fromkeys(block.silent for block in blocks if block.silent))


def _fresh(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without those that say only what was said before."""
    told: set[str] = set()
    for block in blocks:
        if not told.issuperset(block.lines):
            yield block
        told.update(block.lines)


def _step(key: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(step for step in table()["steps"] if step["key"] == key)
    return found


def _asked(handbook: Handbook, role: str, asked: Mapping[str, Any]) -> Iterator[Block]:
    """The first answer to several wordings of one question, else that the documents are silent."""
    for wording in asked["ask"]:
        answer, _ = handbook.ask(wording.format(role=role))
        if not isinstance(answer, Answered):
            continue
        if not asked.get("approval") or _is_about(answer, role, handbook.organization):
            short = replace(answer, says=tuple(say for say in answer.says if say.key not in _LEFT_OUT))
            yield Block(tuple(said(short)), tuple(proof(short)))
            return
    if not asked.get("optional"):
        key = "silent_approval" if asked.get("approval") else "silent"
        line = words()[key].format(role=role, what=asked["silent"])
        yield Block((line,), silent=asked["silent"])


def _is_about(answer: Answer, role: str, organization: Organization) -> bool:
    """Whether an answer about an approval is about this role: no step is below it or is it, and each line
    that proves it names the role, or nobody but those who act in it."""
    if not answer.roles or {role, *_below(organization, role)} & set(answer.roles):
        return False
    for piece in answer.evidence:
        named = set(_named(organization.roles, piece.quote))
        if role not in named and named - {*answer.roles, piece.role}:
            return False
    return True


def _below(organization: Organization, role: str) -> set[str]:
    found: set[str] = set()
    ahead = [role]
    while ahead:
        for line in organization.subordinates(ahead.pop()):
            if line.subordinate not in found:
                found.add(line.subordinate)
                ahead.append(line.subordinate)
    return found


def _named(names: Iterable[str], text: str) -> list[str]:
    """The roles that a text names; a name inside a longer one that stands there is not meant."""
    found = [name for name in names if name in text]
    return [name for name in found if not any(name != other and name in other for other in found)]
