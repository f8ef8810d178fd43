"""One update being answered: what came, who it is from, and the calls that will answer it."""

from dataclasses import dataclass, field
from typing import Any

from telegram import Chat, Message, Update, User

from bot.channels.telegram.buttons import Button, Keyboard, button, markup
from bot.channels.telegram.call import Call
from bot.channels.telegram.drawings import drawn, name_picture
from bot.channels.telegram.house import House
from bot.channels.telegram.page import CAPTION, Line, pages
from bot.channels.telegram.posted import reply_mark
from bot.channels.telegram.telling import folded
from knowledge.store.draft import Draft


@dataclass(slots=True)
class Case:
    """`draft`: the change in which everything that comes of the update is written; `fetched`: what was
    fetched for it before, by name; `added`: updates of our own that it put into the inbox."""

    house: House
    draft: Draft
    update: Update
    fetched: dict[str, Any] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    added: int = 0

    @property
    def person(self) -> User | None:
        """Who wrote, pressed or typed."""
        return self.update.effective_user

    @property
    def for_a_chat(self) -> bool:
        """Whether somebody writes in the name of a chat, as admins of groups may, or of a channel."""
        return self.message is not None and self.message.sender_chat is not None

    @property
    def person_id(self) -> int:
        """The person's id, or that of the chat in whose name he writes; 0 where there is none."""
        if self.message is not None and self.message.sender_chat is not None:
            return self.message.sender_chat.id
        return self.person.id if self.person else 0

    @property
    def chat(self) -> Chat | None:
        """Where it was."""
        return self.update.effective_chat

    @property
    def private(self) -> bool:
        """Whether it was between the person and the bot alone."""
        return self.chat is not None and self.chat.type == Chat.PRIVATE

    @property
    def message(self) -> Message | None:
        """The message that was written or edited."""
        return self.update.message or self.update.edited_message

    @property
    def thread(self) -> int | None:
        """The topic of a group in which it was, where it has any."""
        query = self.update.callback_query
        message = query.message if query is not None else self.message
        return (
            message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
        )

    @property
    def admin(self) -> bool:
        """Whether the person is an admin."""
        return self.person_id in self.house.settings.admins

    @property
    def conversation(self) -> str:
        """The key of the conversation: the chat, and in a group the person too."""
        chat = self.chat.id if self.chat else 0
        return f"telegram:{chat}" if self.private else f"telegram:{chat}:{self.person_id}"

    def button(self, label: str, action: str, argument: str = "") -> Button:
        """A button of the keyboard under a reply."""
        return button(self.draft, label, action, argument)

    def words(self, key: str, **slots: object) -> str:
        """A wording of this channel."""
        return self.house.words[key].format(**slots)

    def say(self, text: str, keyboard: Keyboard | None = None, prompt: str = "") -> None:
        """Reply with plain text. `prompt`: what an answer to this message would be for."""
        self.write([Line(text)], keyboard or [], prompt=prompt)

    def write(self, lines: list[Line], keyboard: Keyboard, *, prompt: str = "") -> None:
        """Reply with lines, in as many messages as it takes; the keyboard is under the last."""
        for call in self.messages(pages(lines), keyboard, prompt):
            self.calls.append(call)

    def messages(self, texts: list[str], keyboard: Keyboard, prompt: str = "") -> list[Call]:
        """The messages of some HTML texts."""
        made = []
        for number, text in enumerate(texts, 1):
            params: dict[str, Any] = {"chat_id": self.chat.id if self.chat else self.person_id, "text": text}
            params |= {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
            if self.message is not None and not self.private:
                params["reply_parameters"] = {
                    "message_id": self.message.message_id,
                    "allow_sending_without_reply": True,
                }
            if self.thread:
                params["message_thread_id"] = self.thread
            last = number == len(texts)
            shown = {"force_reply": True, "selective": True} if prompt else markup(keyboard)
            if last and shown:
                params["reply_markup"] = shown
            mark = prompt if prompt and last else reply_mark(self.message.message_id) if self.message else ""
            made.append(Call("sendMessage", params, mark=mark))
        return made

    def show(self, kind: str, subject: str, keyboard: Keyboard) -> bool:
        """Send a picture, with the same in words below it; False where there is none."""
        picture = drawn(self.house.shelf.handbook, kind, subject)
        if picture is None:
            return False
        told = folded(text for text in picture.text.split("\n") if text != picture.title)
        below = pages([Line(picture.title, bold=True), *told], CAPTION)
        whole = len(below) == 1
        last = len(picture.sheets) - 1
        for number in range(last + 1):
            title = (
                below[0] if whole and number == last else pages([Line(picture.title, bold=True)], CAPTION)[0]
            )
            shown = keyboard if whole and number == last else []
            (call,) = self.messages([title], shown)
            params = {
                name: value
                for name, value in call.params.items()
                if name not in ("text", "link_preview_options")
            }
            params["caption"] = title
            self.calls.append(Call("sendPhoto", params, name_picture(kind, subject, number), call.mark))
        if not whole:
            self.write(told, keyboard)
        return True

    def edit(self, message: int, text: str, keyboard: Keyboard) -> None:
        """Put a text and keyboard in place of those of a message."""
        params: dict[str, Any] = {"chat_id": self.chat.id if self.chat else 0, "message_id": message}
        params |= {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
        if shown := markup(keyboard):
            params["reply_markup"] = shown
        mark = reply_mark(self.message.message_id) if self.message else ""
        self.calls.append(Call("editMessageText", params, mark=mark))

    def put_in_place(self, before: tuple[int, ...]) -> None:
        """Edit the messages that answered before, instead of writing new ones; what is left of them is
        deleted. Where nothing is answered now, they stay."""
        left, made = list(before), list[Call]()
        for call in self.calls:
            if call.method == "sendMessage" and left:
                fixed = ("reply_parameters", "message_thread_id")  # since they were sent
                params = {name: value for name, value in call.params.items() if name not in fixed}
                call = Call("editMessageText", {**params, "message_id": left.pop(0)}, mark=call.mark)
            made.append(call)
        for message in left if made else ():
            chat = self.chat.id if self.chat else 0
            made.append(Call("deleteMessage", {"chat_id": chat, "message_id": message}))
        self.calls = made

    def acknowledge(self, text: str = "", *, alert: bool = False) -> None:
        """Tell the person that the button worked; `text` appears for a moment, or with `alert` until
        closed."""
        query = self.update.callback_query
        if query is not None:
            said = {"text": text, "show_alert": alert} if text else {}
            self.calls.append(Call("answerCallbackQuery", {"callback_query_id": query.id, **said}))
