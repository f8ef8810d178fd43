"""What fills a reading, in words: its roles, verb, matter, and the statements that were considered for it."""

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.actions import actions
from knowledge.questions.asked import Asked
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.right_search import Found
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.step import Step
from knowledge.questions.understood import Understood
from knowledge.tables import load_table

_USES = {"fitting": "used", "other": "other", "outside": "outside"}


def slot_texts(slots: Mapping[str, Any]) -> dict[str, str]:
    """The slots of a reading that words can tell."""
    texts = {key: _slot_text(value) for key, value in slots.items()}
    return {key: text for key, text in texts.items() if text}


def statements_considered(understood: Understood, most: int) -> list[dict[str, Any]]:
    """The statements that a reading was matched with, the best first; `use` tells what became of each."""
    kept: dict[tuple[int, int], dict[str, Any]] = {}
    for use, match in _matches(understood.reading.slots):
        kept.setdefault((id(match.statement), id(match.right)), _statement(use, match))
    ranked = sorted(kept.values(), key=lambda told: (told["use"] != "used", -told["score"]))
    return ranked[:most]


def _matches(slots: Mapping[str, Any]) -> Iterator[tuple[str, Match]]:
    """What was found by the search for rights, then what was only looked at."""
    for value in slots.values():
        if isinstance(value, Found):
            for part, use in _USES.items():
                yield from ((use, match) for match in getattr(value, part))
        elif isinstance(value, tuple):
            yield from (("used", match) for match in value if isinstance(match, Match))
    for value in slots.values():
        if isinstance(value, Matter):
            yield from (("passed", match) for match in value.matches())


def _statement(use: str, match: Match) -> dict[str, Any]:
    statement, source = match.statement, match.statement.passage.source
    return {
        "use": use,
        "owner": statement.owner,
        "section": statement.section,
        "strength": actions().names[match.right.strength],
        "holder": _words("superior") if match.right.holder == "" else match.right.holder,
        "quote": statement.passage.quote,
        "document": source.document,
        "line": source.line,
        "score": round(match.score, 3),
        "coverage": round(match.coverage, 3),
        "missing": round(match.missing, 3),
        "denied": match.denied,
    }


def _slot_text(value: object) -> str:
    if isinstance(value, RoleTerm):
        return _term_text(value)
    if isinstance(value, Asked):
        return _asked_text(value)
    if isinstance(value, Matter):
        return value.text
    if isinstance(value, Found):
        counts = {part: len(getattr(value, part)) for part in _USES}
        return _words("found", **counts) if any(counts.values()) else _words("found_nothing")
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return "、".join(value)
    return ""


def _term_text(term: RoleTerm) -> str:
    """集团客户部经理（客户开发主管的上级）; who it is where no way leads there."""
    base = "、".join(term.base)
    if not term.steps:
        return base
    way = "".join(_words("up" if step is Step.UP else "down") for step in term.steps)
    names = "、".join(term.names) or _words("nobody")
    return _words("way", names=names, base=base, way=way)


def _asked_text(asked: Asked) -> str:
    if not asked.word:
        return ""
    strengths = [actions().names[strength] for strength in sorted(asked.strengths, reverse=True)]
    return _words("asked", word=asked.word, strengths="、".join(strengths))


def _words(key: str, /, **slots: object) -> str:
    template: str = load_table("bot", "explanation.toml")["slot_words"][key]
    return template.format(**slots)
