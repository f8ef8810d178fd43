"""Questions: asked of the one conversation, the answer put into Telegram's form."""

import hashlib
import json
from dataclasses import dataclass
from typing import ClassVar

from bot.channels.telegram.buttons import Keyboard
from bot.channels.telegram.case import Case
from bot.channels.telegram.choosing import choose_role
from bot.channels.telegram.house import wording
from bot.channels.telegram.page import Line, pages
from bot.channels.telegram.rates import Rate
from bot.channels.telegram.telling import answer_lines, proof_lines
from bot.conversation import Turn
from knowledge.answer import AskedBack, Courtesy, NotFound
from knowledge.store.kept.person import Person
from knowledge.store.record import Record

_LONGEST = 500  # characters of a question
_MOST_MESSAGES = 2  # of an answer; a longer one is leafed through
_PAGE = 2_000  # UTF-16 units of a page that is leafed through
_WIDEST = 18  # characters that a button shows on a phone
_NEIGHBOURS = ("superior", "subordinates", "duties", "authority", "collaboration")


@dataclass(frozen=True, slots=True)
class Leaves(Record):
    """An answer of many pages. `digest`: of the question; `keyboard`: what is under each page, as JSON."""

    TABLE: ClassVar[str] = "telegram_leaves"
    MOST: ClassVar[int] = 2_000
    digest: str
    texts: tuple[str, ...] = ()
    keyboard: str = "[]"

    @property
    def key(self) -> str:
        """The digest."""
        return self.digest


def ask(case: Case, question: str, *, heading: bool = False) -> None:
    """Answer a question. `heading`: repeat it above the answer, where the chat does not show it."""
    house = case.house
    if len(question) > _LONGEST:
        case.say(case.words("too_long", count=len(question), most=_LONGEST))
        return
    if not allowed(case):
        return
    person = case.draft.get(Person, str(case.person_id)) or Person(str(case.person_id))
    turn = house.conversations.turn(case.conversation, question, person.roles)
    house.conversations.keep(case.draft, turn)
    if turn.context.me and turn.context.me != person.roles:
        case.draft.put(_with_roles(person, turn.context.me))
    house.metrics.questions.labels(turn.answer.status, turn.answer.intent).inc()
    lines = [Line(question, bold=True)] if heading else []
    _reply(case, turn, lines)


def allowed(case: Case) -> bool:
    """Whether the person may ask one more thing now; who asks too much is told so once."""
    now = case.house.clock()
    rate = case.house.rates.ask(case.person_id, now)
    if rate is Rate.FIRST_OVER:
        wait = int(case.house.rates.wait(case.person_id, now)) + 1
        case.say(case.words("too_fast", seconds=wait))
    return rate is Rate.WITHIN


def _with_roles(person: Person, roles: tuple[str, ...]) -> Person:
    return Person(person.person, roles, person.steps, person.started, person.settings)


def _reply(case: Case, turn: Turn, lines: list[Line]) -> None:
    answer = turn.answer
    if case.private and any(say.key == "who_are_you" for say in answer.says):
        choose_role(case, case.words("me_unknown"), "me")
        return
    lines += answer_lines(answer)
    options = answer.options if isinstance(answer, AskedBack | NotFound) else ()
    numbered = any(len(option) > _WIDEST for option in options)
    if options and (numbered or isinstance(answer, NotFound)):
        lines += [] if isinstance(answer, AskedBack) else [Line(case.words("options"))]
    if numbered:
        lines += [Line(case.words("option", number=n, text=text)) for n, text in enumerate(options, 1)]
    lines += proof_lines(answer)
    keyboard = _choices(case, options, numbered) or [*_picture(case, turn), *_neighbours(case, turn)]
    texts = pages(lines)
    if len(texts) > _MOST_MESSAGES:
        texts, keyboard = _leaves(case, turn, lines, keyboard)
    case.calls += case.messages(texts, keyboard)


def _choices(case: Case, options: tuple[str, ...], numbered: bool) -> Keyboard:
    """A button for each thing that can be chosen: its text, or its number where texts are too wide."""
    if not numbered:
        return [[case.button(option, "ask", option)] for option in options]
    shown = [case.button(str(number), "ask", option) for number, option in enumerate(options, 1)]
    return [shown[at : at + 5] for at in range(0, len(shown), 5)]


def _picture(case: Case, turn: Turn) -> Keyboard:
    """The button for the picture of an approval path."""
    answer = turn.answer
    if not answer.intent.startswith("approval") or answer.status != "answered":
        return []
    question = turn.context.question or answer.question
    slots = answer.reading.slots
    if "role" in slots and case.house.shelf.ask(question)[0].says != answer.says:
        # it is drawn without what was said before, such as who asks
        question = case.words("path_question", role=slots["role"], matter=slots["matter"])
    return [[case.button(wording()["buttons"]["draw"], "draw", question)]]


def _neighbours(case: Case, turn: Turn) -> Keyboard:
    """What lies near the answer: the other things that are said of the role it is about; and what people
    think."""
    answer = turn.answer
    if answer.intent == "objection" and turn.context.question:
        return [[case.button(wording()["buttons"]["object"], "bad", turn.context.question)]]
    if isinstance(answer, Courtesy | AskedBack | NotFound):
        return []
    subjects = turn.context.subjects or turn.context.found
    keyboard: Keyboard = []
    for say in answer.says:
        if say.key == "tasks_hint":
            question = wording()["questions"]["tasks"].format(role=say.slots["role"])
            keyboard.append([case.button(wording()["buttons"]["tasks"], "ask", question)])
    if len(subjects) == 1 and subjects[0] in case.house.organization.roles:
        keyboard += role_buttons(case, subjects[0], without=answer.intent)
    labels = wording()["buttons"]
    question = turn.context.question or answer.question
    keyboard.append(
        [case.button(labels["good"], "good", question), case.button(labels["bad"], "bad", question)]
    )
    return keyboard


def role_buttons(case: Case, role: str, without: str = "") -> Keyboard:
    """The buttons of a role's neighbours, three in a row."""
    labels, questions = wording()["buttons"], wording()["questions"]
    shown = [
        case.button(labels[kind], "ask", questions[kind].format(role=role))
        for kind in _NEIGHBOURS
        if kind != without
    ]
    shown.append(case.button(labels["path"], "path", role))
    return [shown[at : at + 3] for at in range(0, len(shown), 3)]


def _leaves(case: Case, turn: Turn, lines: list[Line], keyboard: Keyboard) -> tuple[list[str], Keyboard]:
    """The first page of a long answer, and the keyboard to leaf through it."""
    texts = tuple(pages(lines, _PAGE))
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()[:16]
    leaves = Leaves(digest, texts, json.dumps(keyboard, ensure_ascii=False))
    case.draft.put(leaves)
    return [texts[0]], leaf_keyboard(case, leaves, 0)


def leaf_keyboard(case: Case, leaves: Leaves, number: int) -> Keyboard:
    """The keyboard under a page of a long answer."""
    labels, row = wording()["buttons"], []
    if number > 0:
        row.append(case.button(labels["earlier"], "leaf", f"{leaves.digest} {number - 1}"))
    place = case.words("page", page=number + 1, count=len(leaves.texts))
    row.append(case.button(place, "leaf", f"{leaves.digest} {number}"))
    if number + 1 < len(leaves.texts):
        row.append(case.button(labels["later"], "leaf", f"{leaves.digest} {number + 1}"))
    below: Keyboard = json.loads(leaves.keyboard)
    return [row, *below]


def replied_text(case: Case) -> str:
    """What somebody else wrote, where a message in reply to it does no more than mention the bot."""
    replied = case.message.reply_to_message if case.message else None
    if replied is None or (replied.from_user and replied.from_user.is_bot):
        return ""
    return (replied.text or replied.caption or "").strip()


def addressed(case: Case, text: str) -> str | None:
    """What a message in a group asks the bot; None where it is not meant."""
    message, house = case.message, case.house
    if message is None:
        return None
    replied = message.reply_to_message
    to_bot = replied is not None and replied.from_user is not None and replied.from_user.id == house.bot_id
    name = f"@{house.username}".lower()
    at = text.lower().find(name)
    while at >= 0 and text[at + len(name) : at + len(name) + 1].isalnum():
        at = text.lower().find(name, at + 1)
    if at >= 0:
        return f"{text[:at]} {text[at + len(name) :]}".strip()
    return text if to_bot else None
