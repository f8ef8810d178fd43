"""What is said, as a phone shows it: short lines, and signs that stand for something on paper put into
words."""

from collections.abc import Iterable
from dataclasses import replace

from bot.channels.telegram.house import wording
from bot.channels.telegram.page import Line
from bot.replies import proof, said
from knowledge.answer import Answer
from knowledge.regex import regex

_BULLET = regex(r"(\s*)- ")
_TWICE = regex(r"([^：]+)：(?=\1)")  # 集团客户部：集团客户部围绕…
_CELL = " | "
_HINT, _QUOTE = "tasks_hint", "quote"
_MOST_OPEN = 3  # quotes in an answer, of which the others are folded up


def answer_lines(answer: Answer) -> list[Line]:
    """The sentences of an answer, a line each; what proves them stands elsewhere."""
    lines: list[Line] = []
    quotes = 0
    for say, text in zip(answer.says, said(answer), strict=True):
        if say.key == _HINT:  # there is a button for what it tells to type
            text = wording()["say"]["tasks_hint"].format(**say.slots)
        made = told(text.split("\n"))
        quotes += say.key == _QUOTE
        lines += [replace(line, folded=True) for line in made] if quotes > _MOST_OPEN else made
    return lines


def told(lines: Iterable[str]) -> list[Line]:
    """Sentences and items of a list, headings bold."""
    return [Line(_plain(text), bold=text.startswith("【") and text.endswith("】")) for text in lines if text]


def proof_lines(answer: Answer) -> list[Line]:
    """What proves an answer, folded up."""
    return folded(proof(answer))


def folded(lines: Iterable[str]) -> list[Line]:
    """Quotes and where they stand, folded up; the cells of a table's row stand beside each other there."""
    return [Line(_row(text), folded=True) for text in lines]


def _plain(text: str) -> str:
    found = _BULLET.match(text)
    if found is None:
        return _TWICE.sub("", text, count=1) if _TWICE.match(text) else text
    return f"{'　' if found[1] else ''}· {text[found.end() :]}"


def _row(text: str) -> str:
    return text.replace(_CELL, "：" if text.count(_CELL) == 1 else "，")
