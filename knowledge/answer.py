"""What an answer is: facts without mark-up. How it is worded is the channel's business (`bot/wording.toml`).

Answer
├── Answered     asserts; cannot be made without evidence
├── AskedBack    ambiguous: options to choose from
├── NotFound     the documents do not say; asserts nothing
└── Courtesy     a greeting, thanks or a question about the bot itself; asserts nothing
"""

from dataclasses import dataclass, field
from typing import ClassVar

from knowledge.roles.role import Passage

NAMED = "岗位名称"  # the section of evidence that only shows where a role is named


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line of a document: whose it is, under which heading, its words, and where it stands."""

    role: str
    section: str
    passage: Passage

    @property
    def quote(self) -> str:
        """The words as the document has them."""
        return self.passage.quote


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence of a reply: the key of its wording, and what fills its blanks."""

    key: str
    slots: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the bot has to say to a question.

    `intent`: the kind of question it was taken for; `reading`: that understanding; `roles`: the role names
    that are the answer; `verdict`: of a yes-no question; `confidence`: 0..1.
    """

    status: ClassVar[str]
    question: str
    intent: str
    reading: Say
    says: tuple[Say, ...]
    roles: tuple[str, ...] = ()
    verdict: bool | None = None
    evidence: tuple[Evidence, ...] = ()
    options: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Answered(Answer):
    """An answer that the evidence supports."""

    status: ClassVar[str] = "answered"

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"no evidence for the answer to {self.question!r}")


@dataclass(frozen=True, kw_only=True)
class AskedBack(Answer):
    """A question back, with at least two options."""

    status: ClassVar[str] = "ambiguous"


@dataclass(frozen=True, kw_only=True)
class NotFound(Answer):
    """The documents do not say; `options` are the nearest things that can be asked."""

    status: ClassVar[str] = "not_found"


@dataclass(frozen=True, kw_only=True)
class Courtesy(Answer):
    """A friendly word that claims nothing about roles."""

    status: ClassVar[str] = "answered"
