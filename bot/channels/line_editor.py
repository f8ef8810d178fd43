"""The line editor of the terminal channel: history, completion, and what a typed line becomes."""

import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_UNSEEN = {"Cc": " ", "Cf": "", "Cs": ""}  # control characters, direction marks, halves of characters


def clean(line: str) -> str:
    """A line as it can be read and shown: one line, no control characters, no halves of characters."""
    return " ".join(visible(line.replace("\n", " ")).split())


def visible(text: str) -> str:
    """A text without control characters and halves of characters; line breaks stay."""
    return "".join(c if c == "\n" else _UNSEEN.get(unicodedata.category(c), c) for c in text)


def session(names: list[str], commands: list[str]) -> "PromptSession[str]":
    """The line editor; its library is loaded here because a pipe has no use for it."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.history import FileHistory, InMemoryHistory
    from prompt_toolkit.key_binding import KeyBindings

    class Names(Completer):
        """Commands at the start of the line; behind any other text the role names that go on from it."""

        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
            for start, word in completions(document.text_before_cursor, names, commands):
                yield Completion(word, start)

    class Lines(FileHistory):
        """A history that a full disk or half a character cannot stop."""

        def store_string(self, string: str) -> None:
            try:
                super().store_string(clean(string))
            except OSError:
                return

    path = history_file()
    history = Lines(path) if path is not None else InMemoryHistory()
    keys = KeyBindings()
    editor = PromptSession[str](
        history=history, completer=Names(), key_bindings=keys, reserve_space_for_menu=6
    )
    buffer = editor.default_buffer
    keys.add("c-c", filter=Condition(lambda: bool(buffer.text)))(lambda _: buffer.reset())
    return editor


def completions(text: str, names: Sequence[str], commands: Sequence[str]) -> list[tuple[int, str]]:
    """The words that can stand at the end of a text, each with where it starts, counted back from the end."""
    if text.startswith("/") and " " not in text:
        return [(-len(text), command) for command in commands if command.startswith(text)]
    for typed in (text[start:] for start in range(len(text))):
        found = [name for name in names if name.startswith(typed) and name != typed]
        if len(typed) > 1 and typed not in names:
            found += [name for name in names if typed in name and name not in found]
        if found or typed in names:
            return [(-len(typed), name) for name in found]
    return []


def history_file() -> Path | None:
    """Where typed lines are kept, or None where that cannot be written."""
    state = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
    path = Path(state) / "rolebot" / "history"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b"):
            return path
    except OSError:
        return None
