"""Understanding documents about roles, and questions about them. Pure: no network, no clock.

Data flows one way:

    file → Document → Role, Department → Organization → Index
    question → mentions → readings → the best reading → Answer

    from knowledge import Handbook
    answer, context = Handbook.load(["handbook/"]).ask("谁审批费用报销")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.answer import Answer
    from knowledge.errors import KnowledgeError, WordError
    from knowledge.handbook import Handbook
    from knowledge.questions.context import Context
    from knowledge.roles.role import Role
else:
    _PLACES = {
        "Answer": "knowledge.answer",
        "Context": "knowledge.questions.context",
        "Handbook": "knowledge.handbook",
        "KnowledgeError": "knowledge.errors",
        "Role": "knowledge.roles.role",
        "WordError": "knowledge.errors",
    }

    def __getattr__(name: str) -> object:
        """What the package offers, imported when it is asked for: `generated` has to come before it."""
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_PLACES[name]), name)
        return found


__all__ = ["Answer", "Context", "Handbook", "KnowledgeError", "Role", "WordError"]
