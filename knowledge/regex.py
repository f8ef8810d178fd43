"""Regular expressions that are compiled when they are first used: a question needs few of them, and compiling
all takes longer than answering it. What was compiled in an earlier run is taken from there.
"""

import re
from array import array
from importlib import import_module
from typing import TYPE_CHECKING, Any

from knowledge.workings import WORKINGS

_Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # what the engine makes a pattern of

if TYPE_CHECKING:
    regex = re.compile
else:

    class regex:
        """Stands for `re.compile(source, flags)` and becomes it with the first use of its methods."""

        def __init__(self, source: str, flags: int = 0) -> None:
            self._source = source, int(flags)

        def __getattr__(self, name: str) -> Any:
            found = getattr(compiled(*self._source), name)
            setattr(self, name, found)  # from now on as quick as the pattern itself
            return found


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`; sooner where it was compiled in an earlier run. Raises re.error."""
    try:
        found, code, groups, index, names = WORKINGS.recall(
            f"regex {flags} {source}", lambda: _parts(source, flags)
        )
        made: re.Pattern[str] = import_module("_sre").compile(
            source, found, list(array("I", code)), groups, index, names
        )
    except re.error:
        raise
    except Exception:  # another Python may do it in another way
        return re.compile(source, flags)
    return made


def _parts(source: str, flags: int) -> _Parts:
    """What `re.compile` works out and hands to the engine."""
    compiler: Any = import_module("re._compiler")
    parsed = import_module("re._parser").parse(source, flags)
    index: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in index.items():
        names[number] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, index, tuple(names)
