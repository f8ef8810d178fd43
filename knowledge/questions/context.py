"""What a conversation remembers from one question to the next. A value; the caller keeps it."""

from dataclasses import dataclass, field


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
