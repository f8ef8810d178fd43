"""The reception: what came, whether the person may ask, and who answers it. Every handler is registered here,
in the order in which it is tried."""

import json
import logging
from collections.abc import Callable
from typing import Any

from telegram import Message

from bot.access import Access
from bot.channels.telegram import asking, commands, greeting, inline, membership, pressing, prompts
from bot.channels.telegram.call import Call
from bot.channels.telegram.case import Case
from bot.channels.telegram.command import Command, read_command
from bot.channels.telegram.example import example
from bot.channels.telegram.house import House
from bot.channels.telegram.incoming import read_update
from bot.channels.telegram.keeper import documents, notices
from bot.channels.telegram.posted import purpose_of, replies_to
from knowledge.errors import KnowledgeError, StoreError
from knowledge.store.draft import Draft
from knowledge.store.kept.update import Update as Received

_EDITED = ("ask", "role", "org", "path", "me", "compare")  # commands that are done again when they are edited
# what Telegram tells of a chat in a message of its own
_EVENTS = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "users_shared",
    "chat_shared",
    "proximity_alert_triggered",
    "video_chat_started",
    "video_chat_ended",
)
_LOG = logging.getLogger(__name__)


class Reception:
    """Answers updates; what comes of one is in the calls and in the draft, whole or not at all."""

    def __init__(self, house: House) -> None:
        settings = house.settings
        self._house = house
        self.access = Access(settings.everyone, settings.members, settings.admins, settings.groups)

    def answer(self, draft: Draft, received: Received, fetched: dict[str, Any]) -> tuple[list[Call], int]:
        """The calls that answer an update, and how many updates of our own it made. Raises StoreError."""
        raw = json.loads(received.payload)
        if notices.NOTICE in raw:
            return notices.notice_calls(draft, raw[notices.NOTICE]), 0
        before, counted = dict(draft.changes), len(draft.tallies)
        update = read_update(raw)
        if update is None:
            self._house.metrics.errors.inc()
            return [], 0
        case = Case(self._house, draft, update, fetched)
        try:
            self._handle(case)
        except StoreError:
            raise
        except KnowledgeError as error:
            case.calls = []
            case.acknowledge()
            case.say(str(error))
        except Exception:
            # whatever is wrong with one message must not hold up those behind it
            _LOG.exception("update not handled", extra={"update": received.id})
            self._house.metrics.errors.inc()
            draft.changes.clear()
            draft.changes.update(before)
            del draft.tallies[counted:]
            case.calls, case.added = [], 0
            case.acknowledge()
            if case.chat is not None and case.update.my_chat_member is None:
                case.say(case.words("failed"))
        return case.calls, case.added

    def _handle(self, case: Case) -> None:
        update = case.update
        if update.my_chat_member is not None:
            if self.may_ask(case):
                greeting.greet_group(case)
            return
        if case.person is None or (case.person.is_bot and not case.for_a_chat):
            return
        if update.inline_query is not None:
            inline.answer(case, may_ask=self.may_ask(case))
        elif not self.may_ask(case):
            self._house.metrics.denied.inc()
            membership.stranger(case)
        elif update.callback_query is not None:
            pressing.answer(case)
        elif case.message is not None and self._own(case.message):
            return
        elif update.edited_message is not None:
            self._edited(case)
        elif update.message is not None:
            self._written(case)

    def _own(self, message: Message) -> bool:
        """Whether it is an answer of the bot that somebody chose as he typed, or a post of a channel that
        Telegram put into its group."""
        chosen = message.via_bot is not None and message.via_bot.id == self._house.bot_id
        return chosen or bool(message.is_automatic_forward)

    def may_ask(self, case: Case) -> bool:
        """Whether the person may ask here."""
        chat = case.chat.id if case.chat else 0
        if self.access.allows(case.draft, case.person_id, chat):
            return True
        return bool(case.fetched.get("in_group")) and not self.access.barred(case.draft, case.person_id)

    def _written(self, case: Case) -> None:
        message = case.message
        assert message is not None
        text = (message.text or message.caption or "").strip()
        command = read_command(text)
        if command is not None:
            self._command(case, command)
        elif message.reply_to_message is not None and (purpose := self._purpose(case)):
            prompts.answer(case, purpose, text)
        elif message.document is not None and case.private:
            documents.received(case)
        elif case.private:
            self._asked(case, text)
        elif (question := asking.addressed(case, text)) is not None:
            self._asked(case, question or asking.replied_text(case))

    def _asked(self, case: Case, text: str) -> None:
        if text:
            asking.ask(case, text)
        elif case.message is not None and case.message.text:
            username = case.house.username
            case.say(case.words("mention_what", username=username, example=example(case)))
        elif not any(getattr(case.message, event, None) for event in _EVENTS):
            case.say(case.words("text_only", example=example(case)))

    def _purpose(self, case: Case) -> str:
        message = case.message
        replied = message.reply_to_message if message else None
        if message is None or replied is None:
            return ""
        return purpose_of(case.draft, message.chat.id, replied.message_id)

    def _command(self, case: Case, command: Command) -> None:
        if not self._mine(command):
            return
        run: Callable[[Case, str], None] | None = commands.COMMANDS.get(command.name)
        if command.name in commands.PRIVATE_ONLY and not case.private:
            case.say(case.words("private_only"))
        elif run is not None:
            run(case, command.argument)
        elif case.private:
            case.say(case.words("unknown_command", command=command.name))

    def _mine(self, command: Command) -> bool:
        return command.bot in ("", self._house.username.lower())

    def _edited(self, case: Case) -> None:
        """Answer an edited message in place of what it was."""
        message = case.message
        if message is None or not (text := (message.text or message.caption or "").strip()):
            return
        command = read_command(text)
        if command is not None:
            if command.name in _EDITED:
                self._command(case, command)
        elif message.reply_to_message is not None and (purpose := self._purpose(case)):
            prompts.answer(case, purpose, text)
        elif message.document is not None:
            return
        elif question := text if case.private else asking.addressed(case, text):
            asking.ask(case, question)
        case.put_in_place(replies_to(case.draft, message.chat.id, message.message_id))
