"""Questions with the answers that they must get, from the library itself."""

from functools import cache

from bot.replies import said
from knowledge import Handbook

_ROLES = (
    "集团客户部经理",
    "客户开发主管",
    "产品支持主管",
    "售后支持主管",
    "客户开发专员",
    "产品支持专员",
    "售后支持专员",
)
_KINDS = ("{role}的上级是谁", "{role}的下级有哪些", "{role}跟谁协作")
QUESTIONS = [kind.format(role=role) for kind in _KINDS for role in _ROLES]


@cache
def answers() -> dict[str, str]:
    """The first line of the answer to each question; no two are alike."""
    handbook = Handbook.sample()
    found = {question: said(handbook.ask(question)[0])[0] for question in QUESTIONS}
    assert len(set(found.values())) == len(found)
    return found


def series(chat: int, length: int, begin: int = 0) -> list[str]:
    """The questions of a chat in order; no two neighbours are alike."""
    return [QUESTIONS[(chat + number) % len(QUESTIONS)] for number in range(begin, begin + length)]


def first_lines(history: list[dict[str, object]]) -> dict[int, list[str]]:
    """What each chat got, in order."""
    got: dict[int, list[str]] = {}
    for message in history:
        got.setdefault(int(str(message["chat"])), []).append(str(message["text"]).split("\n")[0])
    return got
