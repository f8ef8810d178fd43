"""One conversation per chat: the handbook asked with what was said before. Every channel uses this one."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge import Answer, Context, Handbook
from knowledge.answer import Courtesy
from knowledge.store.draft import Draft
from knowledge.store.kept.asked import count_question
from knowledge.store.kept.conversation import Conversation
from knowledge.store.memory import MemoryStore
from knowledge.store.store import Store

_REMEMBERED = 30 * 60.0  # seconds of silence after which 他 and 那…呢 mean nothing any more


@dataclass(frozen=True, slots=True)
class Turn:
    """A question in a chat, its answer, and what the chat remembers from then on."""

    chat: str
    answer: Answer
    context: Context
    at: float


class Conversations:
    """Answers questions chat by chat; of many chats the one not heard of for longest is forgotten first.

    What was said expires after half an hour of silence; the role that a person said to have stays.
    """

    def __init__(
        self,
        handbook: Handbook,
        store: Store | None = None,
        clock: Callable[[], float] = time.time,
        counts: bool = True,
    ) -> None:
        """`store`: where conversations are kept and, if it `counts`, questions counted; without one they are
        remembered as long as this object, and not counted. `clock`: the time in seconds since 1970."""
        self._handbook = handbook
        self._counts = counts and store is not None
        self._store = store or MemoryStore()
        self._clock = clock

    def context(self, chat: str) -> Context:
        """What is remembered of a chat."""
        kept = self._store.get(Conversation, chat)
        if kept is None or self._clock() - kept.heard < _REMEMBERED:
            return kept.context if kept else Context()
        return Context(me=kept.context.me)

    def ask(self, chat: str, question: str) -> Answer:
        """The answer to a question in a chat, which remembers it."""
        turn = self.turn(chat, question)
        self._store.change(lambda draft: self.keep(draft, turn), lasting=False)
        return turn.answer

    def turn(self, chat: str, question: str, me: tuple[str, ...] = ()) -> Turn:
        """The answer to a question in a chat; nothing is remembered before it is kept. `me`: the roles of the
        person, where the chat knows of none."""
        before = self.context(chat)
        answer, context = self._handbook.ask(question, before if before.me else replace(before, me=me))
        return Turn(chat, answer, context, self._clock())

    def keep(self, draft: Draft, turn: Turn) -> None:
        """Remember a turn, in the change to the store that writes what else comes of it."""
        draft.put(Conversation(turn.chat, turn.context, turn.at))
        if self._counts and not isinstance(turn.answer, Courtesy):
            count_question(draft, turn.answer.question, turn.answer.status, turn.at)

    def use(self, handbook: Handbook) -> None:
        """Answer from another handbook from now on; what was said stays."""
        self._handbook = handbook

    def forget(self, chat: str) -> None:
        """Forget what was said in a chat."""
        self._store.change(lambda draft: draft.remove(Conversation, chat), lasting=False)
