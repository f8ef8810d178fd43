"""The terminal channel: line by line; for a person who types, with history, completion, colours."""

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bot.conversation import Conversations
from bot.replies import reading_text, reply_text, wording
from bot.show import organization_text
from knowledge import Answer, Handbook
from knowledge.actions import Strength
from knowledge.answer import AskedBack, NotFound

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_CHAT = "terminal"
_LONGEST = 500  # characters of a question; anything longer is a pasted document
_LONGEST_EXAMPLE = 14
_MOST_EXAMPLES, _MOST_READINGS = 3, 8
# the key of the slash gives 、 or ／ on a Chinese keyboard
_COMMAND = re.compile(r"(?:[/／]|、(?=[A-Za-z]))(?P<name>[A-Za-z]*)\s*(?P<argument>.*)")
_FAREWELLS = ("退出", "quit", "exit")
_PLAIN, _DIM = "", "ansibrightblack"
_COLOURS = {"answered": "ansigreen", "ambiguous": "ansiyellow", "not_found": "ansired"}
_UNSEEN = {"Cc": " ", "Cf": "", "Cs": ""}  # control characters, direction marks, halves of characters

_Fragment = tuple[str, str]  # a style and the text that has it


class Terminal:
    """One conversation over the standard streams."""

    def __init__(self, conversations: Conversations, handbook: Handbook) -> None:
        self._conversations = conversations
        self._handbook = handbook
        self._words = wording()["terminal"]
        self._last: Answer | None = None
        self._over = False
        self._commands: dict[str, Callable[[str], None]] = {
            "help": self._help,
            "roles": self._roles,
            "org": self._organization,
            "explain": self._explain,
            "why": self._why,
            "clear": self._clear,
            "quit": self._quit,
        }

    def run(self) -> int:
        """Talk until the input ends or the person leaves; the result is the exit code."""
        typing = _is_terminal(sys.stdin) and _is_terminal(sys.stdout)
        if typing:
            self._welcome()
        for line in self._typed() if typing else self._piped():
            try:
                self._take(line)
            except KeyboardInterrupt:
                if not typing:
                    raise
            if self._over:
                break
            if line:
                _write([(_PLAIN, "\n")])
        if typing:
            self._say("farewell")
        return 0

    def _typed(self) -> Iterator[str]:
        """The lines a person types, until Ctrl-D. Ctrl-C clears the line; twice, it tells how to leave."""
        session = _session(list(self._handbook.organization.roles), [f"/{name}" for name in self._commands])
        while True:
            try:
                line = session.prompt(self._words["prompt"])
            except KeyboardInterrupt:
                self._say("leave")
                continue
            except EOFError:
                return
            yield clean(line)

    def _piped(self) -> Iterator[str]:
        """The lines of a file or pipe, each repeated so that the output reads as a conversation."""
        for line in map(clean, sys.stdin or ()):
            if line:
                _write([(_DIM, f"{self._words['prompt']}{line}\n")])
            yield line

    def _take(self, line: str) -> None:
        """Do what a line asks for: a command, a farewell or a question."""
        command = _COMMAND.fullmatch(line)
        if command is not None:
            run = self._commands.get(command["name"].lower())
            if run is None:
                self._say("unknown_command", command=line.split()[0][:_LONGEST_EXAMPLE])
            else:
                run(command["argument"])
        elif line.lower() in _FAREWELLS:
            self._quit()
        elif len(line) > _LONGEST:
            self._say("too_long", count=len(line), most=_LONGEST)
        elif line:
            self._ask(line)

    def _ask(self, question: str) -> None:
        offered = _offered(self._last)
        if offered and question.isdecimal() and not 1 <= int(question) <= offered:
            self._say("no_such_choice", most=offered)
            return
        self._last = answer = self._conversations.ask(_CHAT, question)
        proof = (_lead(wording()["say"]["quote"]), _lead(wording()["reply"]["source"]))
        fragments: list[_Fragment] = [(_COLOURS[answer.status], self._words[f"mark.{answer.status}"])]
        for line in reply_text(answer).split("\n"):
            fragments.append((_DIM if line.startswith(proof) else _PLAIN, f"{line}\n"))
        _write(fragments)

    def _welcome(self) -> None:
        examples = list(islice(self._examples(), _MOST_EXAMPLES))
        self._say("welcome", count=len(self._handbook.organization.described()))
        _write([(_PLAIN, self._words["example"].format(question=question) + "\n") for question in examples])
        self._say("welcome_end")
        _write([(_PLAIN, "\n")])

    def _examples(self) -> Iterator[str]:
        """Questions that the handbook answers."""
        for question in dict.fromkeys(self._candidates()):
            if self._handbook.ask(question)[0].status == "answered":
                yield question

    def _candidates(self) -> Iterator[str]:
        """Questions about the first role that fits each, then about any role or department."""
        organization = self._handbook.organization
        described = organization.described()
        below = [role.name for role in described if organization.superiors(role.name)]
        working = [role.name for role in described if role.duties]
        deciding = (
            right.matter
            for statement in organization.statements
            for right in statement.rights
            if right.strength is Strength.DECIDE and right.verb and right.holder is None and not right.limit
            if right.matter.startswith(right.verb) and len(right.matter) <= _LONGEST_EXAMPLE
        )
        yield from (self._words["example.superior"].format(role=name) for name in below[-1:])
        yield from (self._words["example.who"].format(matter=matter) for matter in islice(deciding, 1))
        yield from (self._words["example.duties"].format(role=name) for name in working)
        yield from (self._words["example.superior"].format(role=name) for name in below)
        yield from (self._words["example.department"].format(department=d) for d in organization.departments)

    def _help(self, _: str) -> None:
        self._say("help")
        _write([(_PLAIN, f"  {'/' + name:<10}{self._words[f'help.{name}']}\n") for name in self._commands])
        self._say("help_end")

    def _roles(self, _: str) -> None:
        departments: dict[str, list[str]] = {}
        for role in self._handbook.organization.roles.values():
            place = role.department or self._words["no_department"]
            key = place if role.described else self._words["mentioned"]
            departments.setdefault(key, []).append(role.name)
        for department, names in departments.items():
            self._say("roles", department=department, roles="、".join(names))

    def _organization(self, _: str) -> None:
        _write([(_PLAIN, organization_text(self._handbook.organization) + "\n")])

    def _explain(self, question: str) -> None:
        if not 0 < len(question) <= _LONGEST:
            self._say("explain_what", most=_LONGEST)
            return
        readings = self._handbook.explain(question)[:_MOST_READINGS]
        self._say("explain" if readings else "explain_none", question=question)
        for understood in readings:
            case, reading = understood.case, understood.reading
            left = case.left_over(reading)
            rest = self._words["left_over"].format(words="、".join(left)) if left else ""
            _write([(_PLAIN, f"  {reading.score:5.2f}  {reading.topic:<14}"), (_DIM, f"{rest}\n")])

    def _why(self, _: str) -> None:
        if self._last is None:
            self._say("why_nothing")
            return
        self._say("why" if self._last.evidence else "why_none", reading=reading_text(self._last.reading))
        for number, proof in enumerate(self._last.evidence, 1):
            source = proof.passage.source
            self._say("evidence", number=number, role=proof.role, section=proof.section, quote=proof.quote)
            self._say("place", _DIM, document=source.document, line=source.line)

    def _clear(self, _: str) -> None:
        self._conversations.forget(_CHAT)
        self._last = None
        self._say("cleared")

    def _quit(self, _: str = "") -> None:
        self._over = True

    def _say(self, key: str, style: str = _PLAIN, **slots: object) -> None:
        _write([(style, self._words[key].format(**slots) + "\n")])


def clean(line: str) -> str:
    """A line as it can be read and shown: one line, no control characters, no halves of characters."""
    return " ".join(_visible(line.replace("\n", " ")).split())


def _visible(text: str) -> str:
    return "".join(c if c == "\n" else _UNSEEN.get(unicodedata.category(c), c) for c in text)


def _lead(template: str) -> str:
    """What a wording starts with before its first blank."""
    return template.partition("{")[0]


def _offered(answer: Answer | None) -> int:
    """How many numbered choices an answer offers."""
    return len(answer.options) if isinstance(answer, AskedBack | NotFound) else 0


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _write(fragments: Iterable[_Fragment]) -> None:
    """Write text, in its colours where the output is a terminal and nobody declined them."""
    visible = [(style, _visible(text)) for style, text in fragments]
    if not _is_terminal(sys.stdout) or os.environ.get("NO_COLOR"):
        print("".join(text for _, text in visible), end="", flush=True)
        return
    from prompt_toolkit import print_formatted_text
    from prompt_toolkit.formatted_text import FormattedText

    print_formatted_text(FormattedText(visible), end="")


def _session(names: list[str], commands: list[str]) -> "PromptSession[str]":
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
    session = PromptSession[str](
        history=history, completer=Names(), key_bindings=keys, reserve_space_for_menu=6
    )
    buffer = session.default_buffer
    keys.add("c-c", filter=Condition(lambda: bool(buffer.text)))(lambda _: buffer.reset())
    return session


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
