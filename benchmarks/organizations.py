"""Questions to invented organizations, and the fields of their documents, against what is known of them.

    .venv/bin/python -m benchmarks.organizations [NAME …] [--failures]

Each folder of `organizations/` holds the documents of one, written by people who had not seen the program,
some forty questions with their answers, and what the documents say field by field; or further questions about
the documents of another. Beside what comes of them now stands what came of them when they were first counted:
only that tells anything of documents never seen.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.evaluation import Evaluation, evaluate
from bot.gold import read_golds
from bot.judgement import plain
from bot.show import organization_object
from knowledge import Handbook

FOLDER = Path(__file__).parent / "organizations"
_SHORT = ("name", "department", "superior", "headcount", "code", "subordinates")  # what is short is the same
_LISTS = ("duties", "authorities", "collaboration")


def fields(gold: Mapping[str, Any], found: Mapping[str, Any]) -> tuple[int, int]:
    """How many fields of the described roles are right, and how many there are; an item of a list is one."""
    named = {plain(name): role for role in found["roles"] for name in (role["name"], *role["aliases"])}
    right = every = 0
    for role in gold["roles"]:
        read = named.get(plain(role["name"]), {})
        right += sum(_items(role.get(key)) == _items(read.get(key)) for key in _SHORT)
        every += len(_SHORT)
        for key in _LISTS:
            wanted, got = _items(role.get(key)), _items(read.get(key))
            right += sum(any(item in one or one in item for one in got) for item in wanted)
            right += not wanted and not got
            every += max(len(wanted), 1)
    return right, every


def _items(value: Any) -> set[str]:
    """The texts that a value holds, at any depth, plain."""
    return {text for one in _texts(value) if (text := plain(one))}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner) if key != "label" else ()
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _texts(inner)


def measured(name: str, home: str) -> tuple[Evaluation, tuple[int, int]]:
    """What comes of the questions of one folder and of the fields of the documents in another."""
    folder = FOLDER / home
    handbook = Handbook.load([folder / "documents"])
    golds, faults = read_golds((FOLDER / name / "questions.jsonl").read_text("utf-8"), name)
    found = organization_object(handbook.organization)
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return evaluate(handbook, golds, faults), fields(gold, found)


def main(arguments: list[str]) -> None:
    """Prints a Markdown table, and each failure where told to."""
    table = tomllib.loads((FOLDER / "first_sight.toml").read_text("utf-8"))
    first, homes = table["first"], table["of"]
    names = [a for a in arguments if not a.startswith("-")] or sorted(first)
    total, then, right, every = [0, 0, 0], [0, 0, 0], 0, 0
    print("| | right / refused / wrong | at first sight | fields |\n|---|---|---|---|")
    for name in names:
        evaluation, (of, among) = measured(name, homes.get(name, name))
        tally = evaluation.tally
        now = [tally.right, tally.refused, tally.wrong]
        print(f"| {name} | {_line(now)} | {_line(first[name])} | {of / among:.1%} |", flush=True)
        total = [a + b for a, b in zip(total, now, strict=True)]
        then = [a + b for a, b in zip(then, first[name], strict=True)]
        right, every = right + of, every + among
        for trial in evaluation.failures() if "--failures" in arguments else ():
            gold, said = trial.gold, trial.answer["text"].partition("\n")[0]
            print(f"  {trial.judgement.outcome} {gold.id} {' / '.join(gold.ask)}")
            print(f"    {trial.judgement.why} · {said[:100]} · {gold.note[:80]}")
    print(f"| all | {_line(total)} | {_line(then)} | {right / every:.1%} |")


def _line(counts: list[int]) -> str:
    return " / ".join(f"{100 * count / sum(counts):.0f}" for count in counts) + f" of {sum(counts)}"


if __name__ == "__main__":
    main(sys.argv[1:])
