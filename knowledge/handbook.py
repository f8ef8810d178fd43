"""The handbook: documents in, answers out. The one thing that a program using this package needs."""

from collections.abc import Iterable
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path

from knowledge.answer import Answer
from knowledge.documents.document import Document
from knowledge.documents.reader import read_documents
from knowledge.errors import DocumentError
from knowledge.organization import Organization
from knowledge.questions.context import Context
from knowledge.questions.understand import Mind, Understood
from knowledge.roles.job_description import read_roles


class Handbook:
    """What an organization's documents say, and answers from it."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.organization = Organization(read_roles(document) for document in documents)

    @classmethod
    def load(cls, paths: Iterable[str | Path]) -> "Handbook":
        """The handbook of files and folders. Raises DocumentError, also where no role is found in them."""
        chosen = [Path(path) for path in paths]
        handbook = cls(read_documents(chosen))
        if not handbook.organization.roles and not handbook.organization.departments:
            names = "、".join(path.name for path in chosen)
            raise DocumentError(
                f"在“{names}”里没有读到任何岗位。请检查文档里是否有“岗位名称”“直接上级”“职责”之类的内容。"
            )
        return handbook

    @classmethod
    def sample(cls) -> "Handbook":
        """The sample handbook that ships with the program."""
        with as_file(files("knowledge").joinpath("sample")) as folder:
            return cls.load([folder])

    @cached_property
    def _mind(self) -> Mind:
        return Mind(self.organization)

    def ask(self, question: str, context: Context | None = None) -> tuple[Answer, Context]:
        """The answer to a question, and the context to pass along with the next one of the conversation."""
        return self._mind.answer(question, context or Context())

    def explain(self, question: str, context: Context | None = None) -> list[Understood]:
        """Every reading of a question with its score, best first."""
        return self._mind.readings(question, context or Context())
