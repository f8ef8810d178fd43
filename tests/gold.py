"""What an answer must be, as tables of questions state it."""

from collections.abc import Mapping
from typing import Any

from knowledge.answer import Answer


def check(answer: Answer, gold: Mapping[str, Any]) -> None:
    """Asserts what `gold` states: `status` (one or several; by default answered), the set of `roles`, their
    `order`, the `verdict`, and words that evidence `has`."""
    status = gold.get("status", "answered")
    assert answer.status in ((status,) if isinstance(status, str) else status), answer.says
    if "roles" in gold:
        assert sorted(answer.roles) == sorted(gold["roles"]), answer.says
    if "order" in gold:
        assert list(answer.roles) == gold["order"], answer.says
    if "verdict" in gold:
        assert answer.verdict is gold["verdict"], answer.says
    if "has" in gold:
        assert any(gold["has"] in evidence.passage.quote for evidence in answer.evidence), answer.says
