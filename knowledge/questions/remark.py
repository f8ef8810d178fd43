"""What is said of the last answer, and asks nothing of its own (不对, 再说一遍)."""

import re
from functools import cache

from knowledge.tables import load_table


def remarked(kind: str, text: str) -> bool:
    """Whether a text is nothing but a remark of a kind, such as `objection`."""
    return _pattern(kind).search(text) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(load_table(__package__, "phrases.toml")["remark"][kind])
