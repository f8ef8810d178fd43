"""Whoever does two things, asked in parts around what they are: X是他做、Y也归他批的是谁, 又X又批Y的岗."""

from collections.abc import Iterator
from itertools import product

from knowledge.questions.question import Question
from knowledge.questions.right_parts import right_table
from knowledge.questions.right_text import STRONG, Cut, RightText
from knowledge.regex import regex

_MARKS = regex(
    "一[边面头手].*一[边面头手]|又.+又|既|同时|兼|两样|两件事|两头|同一个|加上|他.*也|也.*他|还[能要管可得]|并[且有能]|又.*也|也有权"
)
_MOST = 4  # ways to part them


def is_of_both(question: Question) -> bool:
    """Whether it may ask for whoever does two things."""
    return _MARKS.search(question.raw) is not None


def right_both(question: Question) -> Iterator[tuple[str, str]]:
    """The two plain questions that one is made of, in each way to part them."""
    if not is_of_both(question):
        return
    text = RightText(question, further="both")
    rest = text.left
    beside = [cuts[0] for cuts in text.clauses if cuts and cuts[0].start == cuts[0].end]
    if not any(cut.asks for cut in (*rest, *beside)) or not 0 < len(rest) <= 2:
        return
    pairs = [(rest[0], rest[1])] if len(rest) == 2 else _parted(text, rest[0])
    for pair in pairs[:_MOST]:
        kinds = [next(iter(cut.acts), "do") if len(cut.acts) < 2 else "" for cut in pair]
        if all(kinds) and any(kind in STRONG for kind in kinds):
            one, two = (
                right_table()["plain"][kind][-1].format(matter=text.stretch(cut.start, cut.end))
                for kind, cut in zip(kinds, pair, strict=True)
            )
            yield one, two


def _parted(text: RightText, whole: Cut) -> list[tuple[Cut, Cut]]:
    """A clause that tells two things, parted at a word between them."""
    start = min([whole.start, *(p.start for p in whole.parts)])
    end = max([whole.end, *(p.end for p in whole.parts)])
    found = list[tuple[Cut, Cut]]()
    for word, at in product(right_table()["both"]["between"], range(whole.start + 1, whole.end - 1)):
        if text.text.startswith(word, at):
            sides = (text.cuts(start, at), text.cuts(at + len(word), end))
            if all(side and side[0].start < side[0].end for side in sides):
                found.append((sides[0][0], sides[1][0]))
    return found
