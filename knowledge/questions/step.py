"""From a role to the roles next to it."""

from enum import StrEnum


class Step(StrEnum):
    """Up to the superiors of a role, or down to its subordinates."""

    UP = "up"
    DOWN = "down"
