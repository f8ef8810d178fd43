"""Answers in words: facts filled into the wording table, as plain text and as the contract's JSON object."""

from collections.abc import Iterable
from typing import Any

from knowledge.answer import NAMED, Answer, AskedBack, Courtesy, Evidence, NotFound, Say
from knowledge.tables import load_table

_LISTS = frozenset(
    ("duties", "tasks", "authority", "money_authority", "count", "collaboration", "department")
)
_MOST_QUOTES, _MOST_SOURCES, _FEW_LINES = 6, 4, 3


def reply_text(answer: Answer) -> str:
    """The whole reply as plain text: what is said, the lines that support it, where they stand, what to ask
    next."""
    lines = [*said(answer), *proof(answer)]
    if isinstance(answer, AskedBack | NotFound) and answer.options:
        lines += _options(answer)
    return "\n".join(line for line in lines if line)


def said(answer: Answer) -> list[str]:
    """What is said, a sentence or item a line."""
    return [_say(say) for say in answer.says]


def proof(answer: Answer) -> list[str]:
    """The lines that support what is said, and where they stand."""
    return [] if isinstance(answer, Courtesy) else [*_quotes(answer), *_sources(answer.evidence)]


def reply_object(answer: Answer) -> dict[str, Any]:
    """The answer as the contract's object."""
    return {
        "question": answer.question,
        "status": answer.status,
        "intent": answer.intent,
        "reading": reading_text(answer.reading),
        "roles": list(answer.roles),
        "verdict": answer.verdict,
        "text": reply_text(answer),
        "evidence": [_evidence(e) for e in answer.evidence],
        "options": list(answer.options),
        "confidence": answer.confidence,
    }


def reading_text(reading: Say) -> str:
    """How the question was understood, as a sentence."""
    key = reading.key.removeprefix("reading.")
    template: str = wording()["reading"].get(key, wording()["reading"]["unknown"])
    return template.format_map(_Blanks(reading.slots)).strip()


def error_object(question: str, message: str) -> dict[str, Any]:
    """The object for a line that could not be read."""
    return {
        "question": question,
        "status": "error",
        "intent": "error",
        "reading": "",
        "roles": [],
        "verdict": None,
        "text": message,
        "evidence": [],
        "options": [],
        "confidence": 0.0,
    }


def wording() -> dict[str, dict[str, str]]:
    """The wording table."""
    return load_table("bot", "wording.toml")


class _Blanks(dict[str, str]):
    """Slots of a reading; one that is not filled stays empty, since a refusal may name only the kind of
    question."""

    def __missing__(self, key: str) -> str:
        return ""


def _say(say: Say) -> str:
    return wording()["say"][say.key].format(**say.slots)


def _quotes(answer: Answer) -> list[str]:
    """The quotes that the sentences do not carry yet."""
    if answer.intent in _LISTS:
        return []  # what is listed is quoted already
    said = "\n".join(slot for say in answer.says for slot in say.slots.values())
    fresh = dict.fromkeys(
        (e.role, e.section, e.quote) for e in answer.evidence if e.quote not in said and e.section != NAMED
    )
    template = wording()["say"]["quote"]
    shown = [template.format(role=role, section=section, quote=quote) for role, section, quote in fresh]
    return shown[:_MOST_QUOTES]


def _sources(evidence: Iterable[Evidence]) -> list[str]:
    """Where the evidence stands: each document once, with its line or the lines from first to last."""
    table = wording()["reply"]
    lines: dict[str, set[int]] = {}
    for piece in evidence:
        lines.setdefault(piece.passage.source.document, set()).add(piece.passage.source.line)
    if not lines:
        return []
    places = [
        table["line"].format(document=document, line=_span(numbers)) for document, numbers in lines.items()
    ]
    shown = places[:_MOST_SOURCES] + (
        [table["more"].format(count=len(places))] if len(places) > _MOST_SOURCES else []
    )
    return [table["source"].format(sources="；".join(shown))]


def _span(numbers: set[int]) -> str:
    listed = sorted(numbers)
    return "、".join(map(str, listed)) if len(listed) <= _FEW_LINES else f"{listed[0]}–{listed[-1]}"


def _options(answer: Answer) -> list[str]:
    table = wording()["reply"]
    lines = [] if isinstance(answer, AskedBack) else [table["options"]]
    lines += [table["option"].format(number=i, text=text) for i, text in enumerate(answer.options, 1)]
    return [*lines, table["choose"]]


def _evidence(evidence: Evidence) -> dict[str, Any]:
    source = evidence.passage.source
    where = {"document": source.document, "line": source.line}
    return {"role": evidence.role, "section": evidence.section, "quote": evidence.quote, **where}
