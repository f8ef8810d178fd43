"""The fields of invented documents against what is known of them.

    .venv/bin/python -m benchmarks.reading [NAME …]

Each folder of `documents/` holds the papers of one organization, written by people who had not seen the
program, and what they say field by field. Beside what is read now stands what was read when it was first
counted: only that tells anything of documents never seen.
"""

import json
import sys
import tomllib
from pathlib import Path

from benchmarks.organizations import fields
from bot.show import organization_object
from knowledge import Handbook

FOLDER = Path(__file__).parent / "documents"


def main(names: list[str]) -> None:
    """Prints a Markdown table."""
    first = tomllib.loads((FOLDER / "first_sight.toml").read_text("utf-8"))["fields"]
    right = every = 0
    print("| | fields | at first sight |\n|---|---|---|")
    for name in names or sorted(first):
        folder = FOLDER / name
        found = organization_object(Handbook.load([folder / "documents"]).organization)
        of, among = fields(json.loads((folder / "gold.json").read_text("utf-8")), found)
        print(f"| {name} | {of / among:.1%} | {first[name]:.1f}% |", flush=True)
        right, every = right + of, every + among
    print(f"| all | {right / every:.1%} of {every} | |")


if __name__ == "__main__":
    main(sys.argv[1:])
