"""The terminal channel: line by line; for a person who types, with colours."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TextIO

from bot.channels.line_editor import clean, session, visible
from bot.channels.terminal_tour import Tour
from bot.conversation import Conversations
from bot.replies import reading_text, reply_text, wording
from bot.show import organization_text
from bot.teaching import Teaching
from knowledge import Answer, Handbook, KnowledgeError
from knowledge.actions import Strength
from knowledge.answer import AskedBack, NotFound
from knowledge.questions.starters import starters
from knowledge.regex import regex

_CHAT = "terminal"
_LONGEST = 500  # characters of a question; anything longer is a pasted document
_LONGEST_EXAMPLE = 14
_MOST_EXAMPLES = 3
_DETAIL = " " * 8  # what the lines of an explanation begin with that only say more of the one above
# the key of the slash gives 、 or ／ on a Chinese keyboard
_COMMAND = regex(r"(?:[/／]|、(?=[A-Za-z]))(?P<name>[A-Za-z]*)\s*(?P<argument>.*)")
_FAREWELLS = ("退出", "quit", "exit")
_PLAIN, _DIM = "", "ansibrightblack"
_COLOURS = {"answered": "ansigreen", "ambiguous": "ansiyellow", "not_found": "ansired"}

_Fragment = tuple[str, str]  # a style and the text that has it


class Terminal:
    """One conversation over the standard streams."""

    def __init__(self, conversations: Conversations, teaching: Teaching) -> None:
        self._conversations = conversations
        self._teaching = teaching
        self._words = wording()["terminal"]
        self._last: Answer | None = None
        self._tour = Tour()
        self._over = False
        self._commands: dict[str, Callable[[str], None]] = {
            "help": self._help,
            "roles": self._roles,
            "org": self._organization,
            "onboard": self._onboard,
            "explain": self._explain,
            "why": self._why,
            "teach": self._teach,
            "forget": self._forget,
            "clear": self._clear,
            "quit": self._quit,
        }

    @property
    def _handbook(self) -> Handbook:
        return self._teaching.handbook

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
        editor = session(list(self._handbook.organization.roles), [f"/{name}" for name in self._commands])
        while True:
            try:
                line = editor.prompt(self._words["prompt"])
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
        if self._tour.waits and question.isdecimal():
            self._write_page(self._tour.choose(self._handbook, int(question)))
            return
        self._tour.pause()
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
        described = len(self._handbook.organization.described())
        self._say("welcome" if described else "welcome_rules", count=described)
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
        yield from starters(organization)

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

    def _onboard(self, role: str) -> None:
        me = self._conversations.context(_CHAT).me
        self._write_page(self._tour.open(self._handbook, role, me))

    def _write_page(self, lines: Iterable[tuple[bool, str]]) -> None:
        _write([(_DIM if proof else _PLAIN, f"{text}\n") for proof, text in lines])

    def _explain(self, question: str) -> None:
        if not 0 < len(question) <= _LONGEST:
            self._say("explain_what", most=_LONGEST)
            return
        from bot.explanation import explanation_text

        lines = explanation_text(self._handbook, question)
        _write([(_DIM if line.startswith(_DETAIL) else _PLAIN, f"{line}\n") for line in lines])

    def _why(self, _: str) -> None:
        if self._last is None:
            self._say("why_nothing")
            return
        self._say("why" if self._last.evidence else "why_none", reading=reading_text(self._last.reading))
        for number, proof in enumerate(self._last.evidence, 1):
            source = proof.passage.source
            self._say("evidence", number=number, role=proof.role, section=proof.section, quote=proof.quote)
            self._say("place", _DIM, document=source.document, line=source.line)

    def _teach(self, line: str) -> None:
        self._say_lines(lambda: self._teaching.teach([line]) if line else self._teaching.listed())

    def _forget(self, word: str) -> None:
        self._say_lines(lambda: self._teaching.forget(word) if word else self._teaching.listed())

    def _say_lines(self, act: Callable[[], list[str]]) -> None:
        """Say what came of teaching or forgetting; it counts from the next question on."""
        try:
            lines = act()
        except KnowledgeError as error:
            lines = [str(error)]
        self._conversations.use(self._handbook)
        _write([(_PLAIN, f"{line}\n") for line in lines])

    def _clear(self, _: str) -> None:
        self._conversations.forget(_CHAT)
        self._last = None
        self._say("cleared")

    def _quit(self, _: str = "") -> None:
        self._over = True

    def _say(self, key: str, style: str = _PLAIN, **slots: object) -> None:
        _write([(style, self._words[key].format(**slots) + "\n")])


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
    shown = [(style, visible(text)) for style, text in fragments]
    if not _is_terminal(sys.stdout) or os.environ.get("NO_COLOR"):
        print("".join(text for _, text in shown), end="", flush=True)
        return
    from prompt_toolkit import print_formatted_text
    from prompt_toolkit.formatted_text import FormattedText

    print_formatted_text(FormattedText(shown), end="")
