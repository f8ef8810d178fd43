"""One conversation per chat: the handbook asked with what was said before. Every channel uses this one."""

import time
from collections import OrderedDict
from collections.abc import Callable

from knowledge import Answer, Context, Handbook

_MOST_CHATS = 10_000
_REMEMBERED = 30 * 60.0  # seconds of silence after which 他 and 那…呢 mean nothing any more


class Conversations:
    """Answers questions chat by chat; the chat not heard of for longest is forgotten first.

    What was said expires after half an hour of silence; the role that a person said to have stays.
    """

    def __init__(self, handbook: Handbook, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock`: the time in seconds, from any start."""
        self._handbook = handbook
        self._clock = clock
        self._contexts: OrderedDict[str, tuple[Context, float]] = OrderedDict()

    def context(self, chat: str) -> Context:
        """What is remembered of a chat."""
        context, heard = self._contexts.get(chat, (Context(), 0.0))
        return context if self._clock() - heard < _REMEMBERED else Context(me=context.me)

    def ask(self, chat: str, question: str) -> Answer:
        """The answer to a question in a chat."""
        answer, context = self._handbook.ask(question, self.context(chat))
        self._contexts[chat] = context, self._clock()
        self._contexts.move_to_end(chat)
        if len(self._contexts) > _MOST_CHATS:
            self._contexts.popitem(last=False)
        return answer

    def use(self, handbook: Handbook) -> None:
        """Answer from another handbook from now on; what was said stays."""
        self._handbook = handbook

    def forget(self, chat: str) -> None:
        """Forget what was said in a chat."""
        self._contexts.pop(chat, None)
