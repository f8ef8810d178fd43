"""Understanding documents about roles, and questions about them. Pure: no network, no clock.

Data flows one way:

    file → Document → Role, Department → Organization → Index
    question → mentions → readings → the best reading → Answer

    from knowledge import Handbook
    answer, context = Handbook.load(["handbook/"]).ask("谁审批费用报销")
"""

from knowledge.answer import Answer
from knowledge.errors import KnowledgeError, WordError
from knowledge.handbook import Handbook
from knowledge.questions.context import Context
from knowledge.roles.role import Role

__all__ = ["Answer", "Context", "Handbook", "KnowledgeError", "Role", "WordError"]
