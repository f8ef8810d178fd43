"""Inline queries: roles and answers as somebody types in any chat."""

import hashlib
from typing import Any

from bot.channels.telegram.call import Call
from bot.channels.telegram.case import Case
from bot.channels.telegram.house import wording
from bot.channels.telegram.page import Line, pages
from bot.channels.telegram.telling import answer_lines, proof_lines
from knowledge import Answer
from knowledge.text import bare

_A_PAGE = 20
_CACHED = 60  # seconds
_LONGEST = 256


def answer(case: Case, may_ask: bool) -> None:
    """Answer what was typed so far. Nothing is remembered of it, and nothing counted."""
    query = case.update.inline_query
    if query is None:
        return
    params: dict[str, Any] = {"inline_query_id": query.id, "is_personal": True, "cache_time": _CACHED}
    if not may_ask:
        params |= {"results": [], "cache_time": 0, "button": _door(case.words("inline_denied"))}
        case.calls.append(Call("answerInlineQuery", params))
        return
    text = query.query.strip()[:_LONGEST]
    at = int(query.offset) if query.offset.isdecimal() else 0
    names = _names(case, text)
    results = [_role(case, name) for name in names[at : at + _A_PAGE]]
    if at == 0 and text:
        results = [*_answered(case, text), *results][: _A_PAGE + 1]
    params["results"] = [result for result in results if result]
    params["next_offset"] = str(at + _A_PAGE) if len(names) > at + _A_PAGE else ""
    if not results:
        params["button"] = _door(case.words("inline_none" if text else "inline_ask"))
    case.calls.append(Call("answerInlineQuery", params))


def _door(text: str) -> dict[str, str]:
    return {"text": text, "start_parameter": "inline"}


def _names(case: Case, text: str) -> list[str]:
    """The roles whose names have the text in them, or are in it; all of them for no text."""
    wanted = bare(text)
    names = [role.name for role in case.house.organization.described()]
    fitting = [name for name in names if wanted in bare(name)]
    return fitting or [name for name in names if bare(name) in wanted]


def _answered(case: Case, text: str) -> list[dict[str, Any]]:
    found, _ = case.house.shelf.ask(text)
    return [_article("a", text, found)] if found.status == "answered" and found.evidence else []


def _role(case: Case, name: str) -> dict[str, Any]:
    found, _ = case.house.shelf.ask(wording()["questions"]["duties"].format(role=name))
    if found.status != "answered":
        found, _ = case.house.shelf.ask(name)
    return _article("r", name, found)


def _article(kind: str, title: str, found: Answer) -> dict[str, Any]:
    lines = answer_lines(found)
    text = pages([Line(title, bold=True), *lines, *proof_lines(found)])[0]
    digest = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:32]
    return {
        "type": "article",
        "id": f"{kind}{digest}",
        "title": title,
        "description": " ".join(line.text for line in lines)[:120],
        "input_message_content": {
            "message_text": text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        },
    }
