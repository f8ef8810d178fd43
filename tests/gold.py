"""What an answer must be, as tables of questions state it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.answer import Answer


def about(folder: Path, text: str, name: str = "岗位职责.md") -> Conversations:
    """A conversation about one document, put into a folder of its own."""
    (folder / name).write_text(text, encoding="utf-8")
    return Conversations(Handbook.load([folder]))


def check(answer: Answer, gold: Mapping[str, Any]) -> None:
    """Asserts what `gold` states: `status` (one or several; by default answered), the set of `roles`, their
    `order`, the `verdict`, and words that evidence `has` (a string, or several)."""
    status = gold.get("status", "answered")
    assert answer.status in ((status,) if isinstance(status, str) else status), answer.says
    if "roles" in gold:
        assert sorted(answer.roles) == sorted(gold["roles"]), answer.says
    if "order" in gold:
        assert list(answer.roles) == gold["order"], answer.says
    if "verdict" in gold:
        assert answer.verdict is gold["verdict"], answer.says
    if "has" in gold:
        every = [gold["has"]] if isinstance(gold["has"], str) else gold["has"]
        quotes = [evidence.passage.quote for evidence in answer.evidence]
        assert all(any(words in quote for quote in quotes) for words in every), answer.says
