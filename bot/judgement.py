"""The one judge: whether an answer is what a question with a known answer allows."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.gold import Gold
from knowledge.tables import load_table

_TELLING = "%‰+"  # signs that make another value of a number or name


class Outcome(StrEnum):
    """`refused`: it asserted nothing where there is an answer; `wrong`: it asserted what is not so."""

    RIGHT = "right"
    REFUSED = "refused"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """An outcome, and why it is not right."""

    outcome: Outcome
    why: str = ""


def judge(gold: Gold, answer: dict[str, Any]) -> Judgement:
    """The judgement on an answer object."""
    status = answer["status"]
    if status not in gold.status:
        outcome = Outcome.WRONG if status == "answered" else Outcome.REFUSED
        return Judgement(outcome, _why("status", found=_status(status), wanted=listed_statuses(gold.status)))
    if status != "answered":
        return Judgement(Outcome.RIGHT)
    why = _wrong_roles(gold, answer) or _wrong_verdict(gold, answer) or _wrong_words(gold, answer)
    return Judgement(Outcome.WRONG, why) if why else Judgement(Outcome.RIGHT)


def plain(text: str) -> str:
    """Letters, digits, ideographs and signs of value alone, in lower case."""
    return "".join(c for c in text if c.isalnum() or c in _TELLING or unicodedata.category(c) == "Sm").lower()


def said(answer: dict[str, Any]) -> str:
    """What an answer says or quotes, plain."""
    return plain(answer["text"]) + "".join(plain(e["quote"]) for e in answer["evidence"])


def listed_statuses(statuses: Iterable[str]) -> str:
    """Statuses in Chinese."""
    return "、".join(map(_status, statuses))


def _wrong_roles(gold: Gold, answer: dict[str, Any]) -> str:
    if gold.roles is None or gold.kind == "ambiguous":
        return ""
    found = list(dict.fromkeys(answer["roles"]))
    missing = [role for role in gold.roles if role not in found]
    extra = [role for role in found if role not in gold.roles and role not in gold.roles_ok]
    if missing or extra:
        parts = (("missing", missing), ("extra", extra))
        return "".join(_why(key, roles="、".join(roles)) for key, roles in parts if roles)
    if gold.ordered and [role for role in found if role in gold.roles] != list(gold.roles):
        return _why("order", roles="、".join(found))
    return ""


def _wrong_verdict(gold: Gold, answer: dict[str, Any]) -> str:
    if gold.verdict is None or answer["verdict"] is gold.verdict:
        return ""
    return _why("verdict", found=verdict_text(answer["verdict"]), wanted=verdict_text(gold.verdict))


def _wrong_words(gold: Gold, answer: dict[str, Any]) -> str:
    everything, text = said(answer), plain(answer["text"])
    for words in gold.has:
        if not any(plain(part) in everything for part in words.split("|")):
            return _why("lacks", words=words)
    found = next((words for words in gold.lacks if plain(words) in text), None)
    return _why("says", words=found) if found is not None else ""


def verdict_text(verdict: bool | None) -> str:
    """Yes, no or neither in Chinese."""
    key = {True: "yes", False: "no", None: "neither"}[verdict]
    word: str = load_table("bot", "evaluation.toml")["verdict"][key]
    return word


def _status(status: str) -> str:
    word: str = load_table("bot", "evaluation.toml")["status"].get(status, status)
    return word


def _why(key: str, **slots: object) -> str:
    template: str = load_table("bot", "evaluation.toml")["why"][key]
    return template.format(**slots)
