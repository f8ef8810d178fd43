"""The text of a file of company words: `报账=费用报销` a line, `#` before a remark. Editing it leaves every
other line as it was.

Plain lines, since they have nothing to get wrong: no quotation marks, brackets or commas that a Chinese
keyboard types full width, and a line that is wrong costs no other line. `＝` and `＃` count like `=` and `#`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.documents.document import Source
from knowledge.regex import regex
from knowledge.text import bare

_REMARK = regex(r"(?:^|\s)[#＃].*", re.DOTALL)
_UNSEEN = regex("[\ufeff\u200b-\u200f\u202a-\u202e]")


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that somebody wrote as meaning the same, and where they stand; `source` None: just said."""

    words: tuple[str, ...]
    source: Source | None = None

    @property
    def written(self) -> str:
        """The entry as a line of the file."""
        return "=".join(self.words)

    def has(self, word: str) -> bool:
        """Whether a word is one of the entry's, however it is spelled."""
        return bare(word) in map(bare, self.words)

    def without(self, word: str) -> "Entry | None":
        """The entry without a word; None where fewer than two are left."""
        rest = tuple(w for w in self.words if bare(w) != bare(word))
        return Entry(rest, self.source) if len(rest) > 1 else None


def make_entry(line: str, source: Source | None = None) -> Entry:
    """The entry that a line is, remark left off; whether it makes sense is not asked here."""
    text = _UNSEEN.sub("", _REMARK.sub("", line))
    return Entry(tuple(" ".join(word.split()) for word in re.split("[=＝]+", text)), source)


@dataclass(frozen=True, slots=True)
class WordList:
    """The text of one file, and the name that messages call it by."""

    text: str
    name: str = ""

    @property
    def entries(self) -> list[Entry]:
        """The entries in order, each with its line."""
        return [entry for _, entry in self._lines() if entry is not None]

    def with_entry(self, entry: Entry) -> "WordList":
        """The list with an entry behind all others."""
        end = "" if not self.text or self.text.endswith("\n") else self._line_end
        return WordList(f"{self.text}{end}{entry.written}{self._line_end}", self.name)

    def without(self, word: str) -> "WordList":
        """The list without a word; an entry of which fewer than two words are left goes with it."""
        kept = []
        for line, entry in self._lines():
            if entry is None or not entry.has(word):
                kept.append(line)
                continue
            rest = entry.without(word)
            if rest is not None:
                kept.append(rest.written + line[_length(line) :])
        return WordList("".join(kept), self.name)

    def _lines(self) -> Iterable[tuple[str, Entry | None]]:
        """Every line with its end, and the entry that it holds."""
        for number, line in enumerate(self.text.splitlines(keepends=True), start=1):
            entry = make_entry(line, Source(self.name, number))
            yield line, entry if any(entry.words) else None

    @property
    def _line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"


def _length(line: str) -> int:
    """How much of a line its entry takes; a remark and the line's end stand behind it."""
    return len(_REMARK.sub("", line).rstrip())
