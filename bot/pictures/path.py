"""An approval path for a phone: who hands in, then each step in order, then the lines that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.pictures.canvas import Pen
from bot.pictures.card import Card, draw_card, make_card
from bot.pictures.picture import Picture, make_sheet
from bot.pictures.sheet import Sheet
from bot.pictures.style import style, words
from bot.replies import reply_text
from knowledge.answer import Answer, Answered, Say

_ARROW, _LIST = " → ", "、"  # how the sentences of an answer join steps, and names
_MOST_STEPS, _MOST_FLOWS, _MOST_QUOTES, _QUOTE_LINES = 8, 6, 4, 4


@dataclass(frozen=True, slots=True)
class Step:
    """A box of a path: a name, what it is there for, and which of the looks in the table it has."""

    name: str
    role: str
    look: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Steps in order, with the words of the rule that states them where a rule does."""

    steps: tuple[Step, ...]
    rule: str = ""


def path_picture(answer: Answer) -> Picture | None:
    """The picture of an answer that tells an approval path (`Picture.text` is its reply); None for any other
    answer."""
    if not isinstance(answer, Answered):
        return None
    flows = list(_flows(answer.says))
    if not flows:
        return None
    matter = next(say.slots["matter"] for say in answer.says if "matter" in say.slots)
    title = words()["path_title"].format(matter=matter)
    sheets = [Sheet(title)]
    for flow in flows[:_MOST_FLOWS]:
        if flow is not flows[0]:
            sheets[-1].take(style()["gap"])
            if sheets[-1].used + _height(flow) > style()["page_height"]:
                sheets.append(Sheet(title))
        _draw(sheets[-1], flow)
    if len(flows) > _MOST_FLOWS:
        sheets[-1].note(words()["path_more_rules"].format(count=len(flows) - _MOST_FLOWS))
    for note in [] if any(flow.rule for flow in flows) else _quotes(answer):
        sheets[-1].note(note, _QUOTE_LINES)
    drawn = tuple(make_sheet(sheet.canvas, sheet.finish(())) for sheet in sheets)
    lacking = dict.fromkeys(character for sheet in sheets for character in sheet.canvas.lacking)
    return Picture(title, drawn, reply_text(answer), tuple(lacking))


def _flows(says: Sequence[Say]) -> Iterator[Flow]:
    """The paths that the sentences of an answer tell: one up a line of superiors, or one for each rule."""
    told = {say.key: say.slots for say in says}
    if "path" in told:
        named = told["path_named"]["roles"].split(_LIST)
        steps = told["path"]["steps"].split(_ARROW)
        yield Flow((_asker(told["path"]["role"]), *_numbered(steps, named)))
    elif "path_outside" in told:
        slots = told["path_outside"]
        outside = (Step(name, words()["path_outside"], "plain") for name in slots["roles"].split(_LIST))
        yield Flow((_asker(slots["role"]), *outside))
    for number, say in enumerate(says):
        if say.key == "approval_tier":
            steps = say.slots["steps"].split(_ARROW)
            informed = [after for after in says[number + 1 : number + 2] if after.key == "approval_informed"]
            known = [name for after in informed for name in after.slots["roles"].split(_LIST)]
            last = (Step(name, words()["path_informed"], "again") for name in known)
            yield Flow((*_numbered(steps, steps, "path_ruled"), *last), say.slots["quote"])


def _asker(name: str) -> Step:
    return Step(name, words()["path_asker"], "mentioned")


def _numbered(names: Sequence[str], named: Sequence[str], key: str = "path_named") -> Iterator[Step]:
    """The steps, each with its number and with whether the documents name it for the matter; `key`: of the
    words that say so."""
    for number, name in enumerate(names, 1):
        known = name in named
        parts = [words()["path_step"].format(number=number), words()[key if known else "path_line"]]
        yield Step(name, words()["between"].join(parts), "focus" if known else "plain")


def _draw(sheet: Sheet, flow: Flow) -> None:
    """The boxes below one another, with an arrow from each to the next; no more than a page holds."""
    if flow.rule:
        sheet.note(words()["path_rule"].format(quote=flow.rule), _QUOTE_LINES)
    left = len(flow.steps) - _MOST_STEPS
    shown = flow.steps if left <= 0 else (*flow.steps[: _MOST_STEPS - 1], flow.steps[-1])
    for number, step in enumerate(shown):
        if number:
            top = sheet.take(style()["arrow"] - style()["gap"]) - style()["gap"]
            middle, bottom = style()["width"] / 2, top + style()["arrow"]
            if step.look == "again":  # who is told takes no step
                sheet.canvas.line([(middle, top), (middle, bottom)], Pen(style()["line"], 4, style()["dash"]))
            else:
                sheet.canvas.arrow(middle, top, bottom, Pen(style()["line"], 4))
        if left > 0 and number == _MOST_STEPS - 1:
            sheet.note(words()["path_more_steps"].format(count=left))
        card = _card(step)
        draw_card(sheet.canvas, card, style()["margin"], sheet.take(card.height), sheet.inner)


def _card(step: Step) -> Card:
    return make_card(step.name, [step.role], style()["width"] - 2 * style()["margin"], step.look)


def _height(flow: Flow) -> float:
    rule = _QUOTE_LINES * style()["note_line"] if flow.rule else 0
    return float(rule + sum(_card(step).height + style()["arrow"] for step in flow.steps[:_MOST_STEPS]))


def _quotes(answer: Answer) -> list[str]:
    """The lines of the documents that prove a path, those first that say who decides."""
    lines = [say for say in answer.says if say.key == "quote"]
    quotes = [(say.slots["role"], say.slots["quote"]) for say in lines]
    quotes += [(proof.role, proof.quote) for proof in answer.evidence]
    unique = list(dict.fromkeys(quotes))
    shown = [words()["path_quote"].format(role=role, quote=quote) for role, quote in unique[:_MOST_QUOTES]]
    left = len(unique) - len(shown)
    return [*shown, *([words()["path_more"].format(count=left)] if left else [])]
