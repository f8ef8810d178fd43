"""What a conversation remembers from one question to the next. A value; the caller keeps it."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Context:
    """`me`: the role that the person said to have; `question`: the last question with its follow-ups
    resolved;
    `subjects`: the roles it was about; `found`: the roles that answered it; `topic`: its kind; `options`:
    offered
    choices, to be taken by number."""

    me: tuple[str, ...] = ()
    question: str = ""
    subjects: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    topic: str = ""
    options: tuple[str, ...] = field(default=())

    def followed_by(self, part: "Context") -> "Context":
        """The conversation after a part of a question; a part that nothing answered leaves no question."""
        unchanged = replace(part, question="", options=()) == replace(self, question="", options=())
        return replace(part, question=self.question) if unchanged else part
