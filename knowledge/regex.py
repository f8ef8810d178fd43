"""Regular expressions that are compiled when they are first used: a question needs few of them, and compiling
all takes longer than answering it."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    regex = re.compile
else:

    class regex:
        """Stands for `re.compile(source, flags)` and becomes it with the first use of its methods."""

        def __init__(self, source: str, flags: int = 0) -> None:
            self._source = source, flags

        def __getattr__(self, name: str) -> Any:
            found = getattr(re.compile(*self._source), name)
            setattr(self, name, found)  # from now on as quick as the pattern itself
            return found
