"""Commands as people write them: /name, ／name, /name@bot, with an argument behind."""

import re
from dataclasses import dataclass

from knowledge.regex import regex

_COMMAND = regex(r"[/／](?P<name>[A-Za-z_]+)(?:@(?P<bot>\w+))?(?:\s+(?P<argument>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """`name`: in small letters; `bot`: whom it is for, in small letters, empty for anyone."""

    name: str
    bot: str
    argument: str


def read_command(text: str) -> Command | None:
    """The command that a text is; None where it is none."""
    found = _COMMAND.fullmatch(text.strip())
    if found is None:
        return None
    return Command(found["name"].lower(), (found["bot"] or "").lower(), (found["argument"] or "").strip())
