"""One conversation per chat: the handbook asked with what was said before. Every channel uses this one."""

from collections import OrderedDict

from knowledge import Answer, Context, Handbook

_MOST_CHATS = 10_000


class Conversations:
    """Answers questions chat by chat; the chat not heard of for longest is forgotten first."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._contexts: OrderedDict[str, Context] = OrderedDict()

    def ask(self, chat: str, question: str) -> Answer:
        """The answer to a question in a chat."""
        answer, context = self._handbook.ask(question, self._contexts.get(chat))
        self._contexts[chat] = context
        self._contexts.move_to_end(chat)
        if len(self._contexts) > _MOST_CHATS:
            self._contexts.popitem(last=False)
        return answer

    def forget(self, chat: str) -> None:
        """Forget what was said in a chat."""
        self._contexts.pop(chat, None)
