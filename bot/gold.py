"""Questions with known answers, one JSON object a line: what a test or an organization writes to measure the
bot."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from knowledge.tables import load_table

STATUSES = ("answered", "ambiguous", "not_found")
_LISTS = ("status", "roles", "roles_ok", "has", "lacks")


@dataclass(frozen=True, slots=True)
class Gold:
    """A question with what its answer must be.

    `ask`: the turns of a chat, the last one counts; `status`: those that will do; `roles`: the exact set,
    None where no set of roles is the answer; `roles_ok`: further roles that may be in it; `ordered`: whether
    the order counts; `verdict`: of a yes-no question; `has`, `lacks`: phrases that must be, or must not be,
    in the reply ("a|b": either); `note`: the line that proves it.
    """

    id: str
    ask: tuple[str, ...]
    kind: str = "other"
    style: str = "plain"
    status: tuple[str, ...] = ("answered",)
    roles: tuple[str, ...] | None = None
    roles_ok: tuple[str, ...] = ()
    ordered: bool = False
    verdict: bool | None = None
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is no question: where it stands and what is wrong with it, in words."""

    file: str
    line: int
    message: str


def gold_object(gold: Gold) -> dict[str, Any]:
    """The question as one line of a file has it."""
    return asdict(gold)


def read_golds(text: str, file: str) -> tuple[list[Gold], list[Fault]]:
    """The questions in the text of a file, and the lines that are none."""
    golds, faults = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            golds.append(_gold(line, number))
        except _NotAGoldError as wrong:
            faults.append(Fault(file, number, str(wrong)))
    return golds, faults


class _NotAGoldError(ValueError):
    """What is wrong with a line, in Chinese."""

    def __init__(self, key: str, /, **slots: object) -> None:
        super().__init__(load_table("bot", "evaluation.toml")["fault"][key].format(**slots))


def _gold(line: str, number: int) -> Gold:
    try:
        written = json.loads(line)
    except ValueError as error:
        raise _NotAGoldError("json") from error
    if not isinstance(written, dict):
        raise _NotAGoldError("object")
    lists = {key: _texts(written, key) for key in _LISTS}
    status = lists["status"] or STATUSES[:1]
    unknown = [word for word in status if word not in STATUSES]
    if unknown:
        raise _NotAGoldError("status", found=unknown[0], known="、".join(STATUSES))
    for key in ("ordered", "verdict"):
        if written.get(key) is not None and not isinstance(written[key], bool):
            raise _NotAGoldError("truth", key=key)
    return Gold(
        id=str(written.get("id") or number),
        ask=_turns(written),
        kind=str(written.get("kind") or "other"),
        style=str(written.get("style") or "plain"),
        status=status,
        roles=lists["roles"],
        roles_ok=lists["roles_ok"] or (),
        ordered=bool(written.get("ordered")),
        verdict=written.get("verdict"),
        has=lists["has"] or (),
        lacks=lists["lacks"] or (),
        note=str(written.get("note") or ""),
    )


def _turns(written: dict[str, Any]) -> tuple[str, ...]:
    """The turns of the chat; a single one may stand without a list."""
    ask = written.get("ask")
    turns = [ask] if isinstance(ask, str) else ask
    if not isinstance(turns, list) or not turns or not _all_texts(turns) or not turns[-1].strip():
        raise _NotAGoldError("ask")
    return tuple(turns)


def _texts(written: dict[str, Any], key: str) -> tuple[str, ...] | None:
    value = written.get(key)
    if value is None:
        return None
    if not isinstance(value, list) or not _all_texts(value):
        raise _NotAGoldError("list", key=key)
    return tuple(value)


def _all_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)
