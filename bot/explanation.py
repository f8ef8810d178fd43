"""How a question is understood, laid open: as data, and as text for a terminal of eighty columns."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from bot.explanation_slots import slot_texts, statements_considered
from bot.replies import reading_text, reply_text
from bot.table import wrapped
from knowledge import Answer, Handbook
from knowledge.questions.mention import RoleMention
from knowledge.questions.question import Question
from knowledge.questions.understood import Understood
from knowledge.tables import load_table
from knowledge.text import fold

_COLUMNS = 80
_MOST_READINGS, _MOST_STATEMENTS = 6, 6
_NEXT_TO = 2  # characters between two changes that are told as one
_SHORT = 0.95  # the quality of a role that is named by a short form


def explanation_object(handbook: Handbook, question: str) -> dict[str, Any]:
    """All that is made of a question, in a conversation in which nothing has been said."""
    found = handbook.explain(question)
    read = found[0].case.question if found else handbook.read(question)
    answer = handbook.ask(question)[0]
    parts = answer.reading.slots.get("questions", "")
    return {
        "question": question,
        "read_as": read.part(0),
        "changes": _changes(question, read),
        "clauses": [{"text": read.part(c.start, c.end), "asks": c.asks} for c in read.clauses],
        "tokens": [{"text": t.text, "kind": str(t.kind)} for t in read.tokens],
        "mentions": _mentions(read),
        "readings": [_reading(handbook, understood) for understood in _different(found)],
        "statements": statements_considered(found[0], _MOST_STATEMENTS) if found else [],
        "answer": _conclusion(answer),
        "parts": [
            explanation_object(handbook, part) for part in parts.split("；") if part and part != question
        ],
    }


def explanation_text(handbook: Handbook, question: str) -> list[str]:
    """The same as lines of at most eighty columns."""
    return list(_text(explanation_object(handbook, question)))


def _changes(question: str, read: Question) -> list[dict[str, str]]:
    """What was read otherwise than it was typed; blanks, width and case apart."""
    typed, text = "".join(question.split()), read.text
    spans: list[tuple[int, int, int, int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, typed, text, autojunk=False).get_opcodes():
        if kind == "equal" or typed[a:b].lower() == text[c:d]:
            continue
        if spans and a - spans[-1][1] <= _NEXT_TO:  # what has only moved is one change
            a, c = spans[-1][0], spans[-1][2]
            spans.pop()
        spans.append((a, b, c, d))
    changes = [{"typed": typed[a:b], "read": text[c:d]} for a, b, c, d in spans]
    return [change for change in changes if any(map(str.isalnum, "".join(change.values())))]


def _mentions(read: Question) -> dict[str, Any]:
    phrases: dict[str, list[str]] = {}
    for kind, mentions in sorted(read.mentions.items()):
        words = [mention.text for mention in mentions if mention.text]
        phrases.update({kind: list(dict.fromkeys(words))} if words else {})
    return {
        "roles": [
            {"text": read.part(m.start, m.end).strip(), "names": list(m.names), "how": _how(m, read)}
            for m in read.roles
        ],
        "places": [{"text": p.name, "kind": p.kind} for p in read.places],
        "phrases": phrases,
        "amounts": [
            {"text": read.text[a.start : a.end], "value": round(a.value, 2), "unit": a.unit}
            for a in read.amounts
        ],
    }


def _how(mention: RoleMention, read: Question) -> str:
    """How a role was recognized: exact, alias, short, part (of several names), unknown; and +repaired."""
    if mention.unknown:
        how = "unknown"
    elif mention.quality < _SHORT or len(mention.names) > 1:
        how = "part"
    elif mention.quality < 1:
        how = "short"
    else:
        how = "exact" if mention.text == "".join(fold(mention.names[0]).split()) else "alias"
    repaired = not read.repair.changed.isdisjoint(range(mention.start, mention.end))
    return f"{how}+repaired" if repaired else how


def _different(found: Iterable[Understood]) -> list[Understood]:
    """The best reading of each topic and score, best first."""
    kept: dict[tuple[str, float], Understood] = {}
    for understood in found:
        kept.setdefault((understood.reading.topic, round(understood.reading.score, 2)), understood)
    return list(kept.values())[:_MOST_READINGS]


def _reading(handbook: Handbook, understood: Understood) -> dict[str, Any]:
    case, reading = understood.case, understood.reading
    answer = handbook.answer_of(understood)
    return {
        "topic": reading.topic,
        "score": round(reading.score, 2),
        "reading": reading_text(answer.reading),
        "status": answer.status,
        "slots": slot_texts(reading.slots),
        "left_over": case.left_over(reading),
        **({"read_as": case.question.part(0)} if case.context.question else {}),
    }


def _conclusion(answer: Answer) -> dict[str, Any]:
    return {
        "status": answer.status,
        "reading": reading_text(answer.reading),
        "roles": list(answer.roles),
        "verdict": answer.verdict,
        "text": reply_text(answer).partition("\n")[0],
        "confidence": answer.confidence,
    }


def _text(told: Mapping[str, Any]) -> Iterator[str]:
    """The lines of an explanation, and of those of its parts."""
    yield from _field("question", told["question"])
    yield from _field("read_as", told["read_as"])
    changes = [_words("line", "change", **change) for change in told["changes"]]
    yield from _field("changes", "；".join(changes))
    clauses = [_words("line", "asks" if c["asks"] else "aside", text=c["text"]) for c in told["clauses"]]
    yield from _field("clauses", "".join(clauses) if len(clauses) > 1 else "")
    tokens = [
        _words("line", "token", text=t["text"], kind=_name("tokens", t["kind"])) for t in told["tokens"]
    ]
    yield from _field("tokens", " ".join(tokens))
    mentions = told["mentions"]
    yield from _field("roles", "；".join(map(_role_text, mentions["roles"])))
    places = [
        _words("line", "place", text=p["text"], kind=_name("places", p["kind"])) for p in mentions["places"]
    ]
    yield from _field("places", "；".join(places))
    kinds = [
        _words("line", "phrase", kind=_name("kinds", kind), words="、".join(words))
        for kind, words in mentions["phrases"].items()
    ]
    yield from _field("phrases", "；".join(kinds))
    yield from _field("amounts", "；".join(_words("line", "amount", **a) for a in mentions["amounts"]))
    yield from _readings(told["readings"])
    yield from _statements(told["statements"])
    yield from _field("answer", _answer_text(told["answer"]))
    if told["parts"]:
        yield _words("title", "parts")
    for part in told["parts"]:
        yield ""
        yield from _text(part)


def _readings(readings: list[dict[str, Any]]) -> Iterator[str]:
    yield _words("title", "readings" if readings else "no_readings")
    for reading in readings:
        slots = {"score": f"{reading['score']:.2f}", "reading": reading["reading"], "topic": reading["topic"]}
        yield from _indented(_words("line", "reading", **slots), 2, 8)
        filled = [
            _words("line", "slot", name=_name("slots", key), text=text)
            for key, text in reading["slots"].items()
            if text
        ]
        yield from _indented("；".join(filled), 8, 8)
        if reading["left_over"]:
            yield from _indented(_words("line", "left_over", words="、".join(reading["left_over"])), 8, 8)


def _statements(statements: list[dict[str, Any]]) -> Iterator[str]:
    if statements:
        yield _words("title", "statements")
    for s in statements:
        slots = {key: f"{s[key]:.2f}" for key in ("score", "coverage", "missing")}
        denied = _words("line", "denied") if s["denied"] else ""
        use = _name("uses", s["use"])
        holder = _words("line", "holder", holder=s["holder"]) if s["holder"] else ""
        whose = {"owner": s["owner"], "section": s["section"], "strength": s["strength"], "holder": holder}
        yield from _indented(_words("line", "statement", use=use, denied=denied, **whose, **slots), 2, 8)
        yield from _indented(
            _words("line", "quote", **{k: s[k] for k in ("quote", "document", "line")}), 8, 8
        )


def _role_text(role: Mapping[str, Any]) -> str:
    how, _, repaired = role["how"].partition("+")
    names = "、".join(role["names"]) or _words("slot_words", "nobody")
    manner = _name("matched", how) + (_name("matched", repaired) if repaired else "")
    key = "role_unknown" if how == "unknown" else "role"
    return _words("line", key, text=role["text"], names=names, how=manner)


def _answer_text(answer: Mapping[str, Any]) -> str:
    slots = {"reading": answer["reading"], "confidence": f"{answer['confidence']:.2f}"}
    return _words("line", "answer", result=_name("statuses", answer["status"]), text=answer["text"], **slots)


def _field(key: str, text: str) -> Iterator[str]:
    """A title with its text beside it; nothing where there is no text."""
    if text:
        yield from _indented(_words("line", "field", title=_words("title", key), text=text), 0, 6)


def _indented(text: str, first: int, rest: int) -> list[str]:
    return wrapped(" " * first + text, _COLUMNS, " " * rest) if text else []


def _words(section: str, key: str, /, **slots: object) -> str:
    template: str = load_table("bot", "explanation.toml")[section][key]
    return template.format(**slots)


def _name(section: str, key: str) -> str:
    """The Chinese name of a key; the key itself where it has none."""
    name: str = load_table("bot", "explanation.toml")[section].get(key, key)
    return name
