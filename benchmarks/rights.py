"""Questions of rights, duties and approvals in many people's words, about matters whose answer is known.

    .venv/bin/python -m benchmarks.rights [NAME …] [--failures]

`rights/NAME.jsonl` holds what a writer who had not seen the program thinks people may type: {A} and {B} stand
for posts, {N} and {M} for matters, {D} for what is done, {Q} for an amount. `rights/matters.jsonl` tells for
lines of the organizations of `organizations/` what stands there and what is so. Each phrasing is put with two
of them whose plain question is answered right, so that what fails fails by the way of asking.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.organizations import FOLDER
from benchmarks.phrasings import Reply, filled, report
from bot.conversation import Conversations
from bot.judgement import plain, said
from bot.replies import reply_object
from knowledge import Handbook

FILES = Path(__file__).parent / "rights"
_EACH = 2  # matters that a phrasing is put with
_QUOTED = 40  # characters of a line that an answer must have
_NUMBER = re.compile(r"[\d.]+|[一二三四五六七八九十百千万]+")

Matter = Mapping[str, Any]
Fits = Callable[[Reply], bool]
Drawn = tuple[Matter, dict[str, str], Fits]


@dataclass(frozen=True)
class Kind:
    """A kind of question: how it is asked in plain words, and what it may be asked of."""

    plainly: str
    drawn: Callable[[Matter, Sequence[Matter]], Iterator[Drawn]]
    plain_fits: Callable[[Matter], Fits] | None = None  # where the plain question asks another thing


def _names(roles: Sequence[str], also: Sequence[str] = ()) -> Fits:
    return lambda reply: set(roles) <= set(reply["roles"]) <= {*roles, *also}


def _who_fits(matter: Matter) -> Fits:
    return _names(matter.get("who", ()), matter.get("who_ok", ()))


def _is(verdict: bool) -> Fits:
    return lambda reply: reply["verdict"] is verdict


def _never_yes(reply: Reply) -> bool:
    return reply["verdict"] is not True


def _quotes(text: str) -> Fits:
    return lambda reply: plain(text) in said(dict(reply))


def _who(strength: str, place: str = "N") -> Callable[[Matter, Sequence[Matter]], Iterator[Drawn]]:
    """Who has a right of a strength over a matter, or does something."""

    def drawn(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
        if matter["strength"] == strength and matter.get(place) and matter.get("who"):
            yield matter, {place: matter[place]}, _who_fits(matter)

    return drawn


def _may_goes_on(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if matter["strength"] == "decide" and "N" in matter:
        yield matter, {"N": matter["N"], "A": matter["role"]}, _is(True)


def _may(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    for own in _may_goes_on(matter, every):
        yield own
        if "not" in matter:
            yield matter, {"N": matter["N"], "A": matter["not"]}, _never_yes


def _within(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if matter["strength"] == "decide" and "N" in matter and "limit" in matter:
        for amount, verdict in (("within", True), ("over", False)):
            if amount in matter:
                yield matter, {"N": matter["N"], "A": matter["role"], "Q": matter[amount]}, _is(verdict)


def _alone(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if matter["strength"] == "decide" and "N" in matter and "ask_boss" in matter:
        yield matter, {"N": matter["N"], "A": matter["role"]}, _is(not matter["ask_boss"])


def _alone_goes_on(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    yield from _alone(matter, every) if len(matter.get("who", ())) == 1 else ()


def _limit(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    number = _NUMBER.search(matter.get("limit", ""))
    if matter["strength"] == "decide" and "N" in matter and number:
        yield matter, {"N": matter["N"], "A": matter["role"]}, _quotes(number.group())


def _duty(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if matter["strength"] == "duty" and "D" in matter:
        yield matter, {"D": matter["D"], "A": matter["role"]}, _is(True)
        if "not" in matter:
            yield matter, {"D": matter["D"], "A": matter["not"]}, _never_yes


def _needs(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if matter["strength"] == "decide" and "N" in matter and "limit" not in matter:
        yield matter, {"N": matter["N"], "B": matter["role"]}, _is(True)
        if "not" in matter:
            yield matter, {"N": matter["N"], "B": matter["not"]}, _never_yes


def _path(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    for amount in ("within", "over"):
        path = matter.get(f"path_{amount}")
        if "N" in matter and amount in matter and path:
            places = {"N": matter["N"], "Q": matter[amount]}
            yield matter, places, _names(path[-1:], [*path, *matter.get("who_ok", ())])


def _path_of_asker(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    for own, places, fits in _path(matter, every):
        if "not" in own and own["not"] not in (*own.get("path_within", ()), *own.get("path_over", ())):
            yield own, places | {"A": own["not"]}, fits


def _over(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if all(key in matter for key in ("N", "within", "path_within", "over", "path_over")):
        fits = _names(matter["path_over"][-1:], [*matter["path_over"], *matter.get("who_ok", ())])
        yield matter, {"N": matter["N"], "Q": matter["over"], "first": matter["within"]}, fits


def _own_line(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if matter["strength"] in ("decide", "review", "draft", "propose") and "N" in matter:
        yield matter, {"N": matter["N"], "A": matter["role"]}, _quotes(matter["line"][:_QUOTED])


def _why(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    if matter["strength"] == "decide" and "N" in matter:
        yield matter, {"N": matter["N"]}, _quotes(matter["line"][:_QUOTED])


def _beside(matter: Matter, every: Sequence[Matter]) -> Iterator[Matter]:
    """Other matters of the same organization."""
    return (one for one in every if one["set"] == matter["set"] and one is not matter)


def _next_matter(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    for one in _beside(matter, every) if matter["strength"] == "decide" and "N" in matter else ():
        apart = "N" in one and one["N"] not in matter["N"] and matter["N"] not in one["N"]
        if apart and one["strength"] == "decide" and one.get("who"):
            yield one, {"N": matter["N"], "M": one["N"]}, _who_fits(one)


def _both(matter: Matter, every: Sequence[Matter]) -> Iterator[Drawn]:
    for one in _beside(matter, every) if matter["strength"] == "decide" and "N" in matter else ():
        if one["strength"] == "duty" and "D" in one and one["role"] == matter["role"]:
            yield matter, {"N": matter["N"], "D": one["D"]}, _names([matter["role"]])


KINDS: Mapping[str, Kind] = {
    "who_approves": Kind("谁审批{N}", _who("decide")),
    "who_reviews": Kind("谁审核{N}", _who("review")),
    "who_drafts": Kind("谁拟定{N}", _who("draft")),
    "who_proposes": Kind("谁对{N}有建议权", _who("propose")),
    "who_does": Kind("谁负责{D}", _who("duty", "D")),
    "to_whom": Kind("谁负责{D}", _who("duty", "D")),
    "who_both": Kind("谁审批{N}", _both, lambda matter: lambda reply: True),
    "can_approve": Kind("{A}可以审批{N}吗", _may),
    "can_within": Kind("{A}可以审批{Q}的{N}吗", _within),
    "alone": Kind("{A}可以一个人决定{N}吗", _alone),
    "limit_of": Kind("{A}可以审批多少的{N}", _limit),
    "is_duty": Kind("{A}负责{D}吗", _duty),
    "must_have": Kind("{N}要{B}批准吗", _needs),
    "path": Kind("{Q}的{N}由谁审批", _path),
    "path_me": Kind("我是{A},{Q}的{N}由谁审批", _path_of_asker),
    "strength": Kind("{A}对{N}有什么权限", _own_line),
    "part": Kind("{A}对{N}有什么权限", _own_line),
    "follow_over": Kind("{Q}的{N}由谁审批", _over),
    "follow_matter": Kind("谁审批{M}", _next_matter),
    "follow_alone": Kind("谁审批{N}", _alone_goes_on, _who_fits),
    "follow_can": Kind("{A}可以审批{N}吗", _may_goes_on),
    "follow_why": Kind("谁审批{N}", _why, _who_fits),
}


class Bank:
    """The matters, and a bot for each organization that they are of."""

    def __init__(self) -> None:
        lines = (FILES / "matters.jsonl").read_text("utf-8").splitlines()
        self.matters: list[Matter] = [json.loads(line) for line in lines]
        self._plain: dict[tuple[str, ...], bool] = {}
        self._asked = 0

    @staticmethod
    @cache
    def _bot(name: str) -> Conversations:
        return Conversations(Handbook.load([FOLDER / name / "documents"]))

    def _ask(self, name: str, turns: Sequence[str]) -> Reply:
        self._asked += 1
        for turn in turns:
            reply = reply_object(self._bot(name).ask(str(self._asked), turn))
        return reply

    def _is_plain(self, kind: Kind, matter: Matter, places: Mapping[str, str], fits: Fits) -> bool:
        """Whether the question is answered right in plain words."""
        question = filled(kind.plainly, places)
        key = (matter["set"], question, *places.values())
        if key not in self._plain:
            reply = self._ask(matter["set"], [question])
            right = kind.plain_fits(matter) if kind.plain_fits else fits
            self._plain[key] = reply["status"] == "answered" and right(reply)
        return self._plain[key]

    def put(self, path: Path) -> Iterator[tuple[str, str, list[str], Reply]]:
        """The kind, the outcome, the questions and the last reply of each phrasing of a file."""
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            phrasing, rnd = json.loads(line), random.Random(f"{path.name} {number}")
            kind = KINDS[phrasing["kind"]]
            drawn = [one for matter in self.matters for one in kind.drawn(matter, self.matters)]
            fair = (one for one in rnd.sample(drawn, len(drawn)) if self._is_plain(kind, *one))
            for (matter, places, fits), _ in zip(fair, range(_EACH), strict=False):
                first = places | ({"Q": places["first"]} if "first" in places else {})
                turns = [filled(turn, places if at else first) for at, turn in enumerate(phrasing["ask"])]
                reply = self._ask(matter["set"], turns)
                refused = reply["status"] != "answered" and fits is not _never_yes
                yield phrasing["kind"], "refused" if refused else _outcome(fits, reply), turns, reply


def _outcome(fits: Fits, reply: Reply) -> str:
    return "right" if fits(reply) else "wrong"


def main(arguments: list[str]) -> None:
    """Prints a table for each writer, and each failure where told to."""
    bank = Bank()
    named = [a for a in arguments if not a.startswith("-")]
    for name in named or sorted(p.stem for p in FILES.glob("*.jsonl") if p.stem != "matters"):
        report(name, bank.put(FILES / f"{name}.jsonl"), "--failures" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
