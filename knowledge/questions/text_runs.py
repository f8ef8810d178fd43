"""What stands in the texts of documents: words, and runs of neighbouring characters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.questions.phrases import compact
from knowledge.regex import regex
from knowledge.text import bigrams, undamaged

RUN = 3  # characters
LATIN = regex(r"[a-z]{2,}")


@dataclass
class TextRuns:
    """`words` of two characters or more; `pairs`: every two neighbouring characters; `short`: every
    character, and every two neighbouring ones where blanks are left out; `trigrams`: every three, with blanks
    and without them; `latin`: runs of letters."""

    words: set[str]
    pairs: set[str]
    short: set[str]
    trigrams: set[str]
    latin: set[str]

    def __ior__(self, other: "TextRuns") -> "TextRuns":
        """With those of other texts."""
        for own, more in zip(vars(self).values(), vars(other).values(), strict=True):
            own |= more
        return self


def runs_of(sought: Iterable[str], folded: Iterable[str], cut: Callable[[str], list[str]]) -> TextRuns:
    """Those of statements; see Statements."""
    sought, folded = list(sought), list(folded)
    searched = list(map(searchable, sought))
    return TextRuns(
        words_of(sought, cut),
        pairs_of(folded),
        short_runs_of(searched),
        trigrams_of(searched) | trigrams_of(folded),
        latin_of(folded),
    )


def searchable(sought: str) -> str:
    """A text as it is searched: without blanks and known damage."""
    return compact(undamaged(sought))


def words_of(texts: Iterable[str], cut: Callable[[str], list[str]]) -> set[str]:
    """The words of two characters or more."""
    return {word for text in texts for word in cut(text) if len(word) > 1}


def pairs_of(texts: Iterable[str]) -> set[str]:
    """Every two neighbouring characters."""
    return {pair for text in texts for pair in bigrams(text)}


def short_runs_of(texts: Iterable[str]) -> set[str]:
    """Every character, and every two neighbouring ones."""
    texts = list(texts)
    return pairs_of(texts).union(*texts)


def trigrams_of(texts: Iterable[str]) -> set[str]:
    """Every three neighbouring characters."""
    return {text[i : i + RUN] for text in texts for i in range(len(text) - RUN + 1)}


def latin_of(texts: Iterable[str]) -> set[str]:
    """Runs of two letters or more in folded texts."""
    return {word for text in texts for word in LATIN.findall(text)}
