"""Characters that are typed for one another since they look alike."""

from functools import cache

from knowledge.tables import load_table


@cache
def lookalikes() -> dict[str, str]:
    """Each character with those that look like it."""
    table: dict[str, str] = {}
    for row in load_table("knowledge", "lookalikes.toml")["sets"]:
        for character in row:
            table[character] = table.get(character, "") + row.replace(character, "")
    return table
