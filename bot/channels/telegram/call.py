"""What is to be sent: a method of the Bot API with its parameters, as a value that can be written down."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """A request to be made.

    `method`: its name in the Bot API, such as `sendMessage`; `picture`: what is drawn and sent with it, if
    anything; `mark`: what the message that comes of it is for, remembered when it has been sent.
    """

    method: str
    params: dict[str, Any] = field(default_factory=dict)
    picture: str = ""
    mark: str = ""

    @property
    def chat(self) -> int | None:
        """The chat in which a message is written or changed; None where it is none."""
        counts = self.method.startswith(("send", "edit")) and self.method != "sendChatAction"
        return self.params.get("chat_id") if counts else None

    def written(self) -> str:
        """The call as text."""
        return json.dumps([self.method, self.params, self.picture, self.mark], ensure_ascii=False)


def read_call(text: str) -> Call:
    """The call that a text holds."""
    return Call(*json.loads(text))
