"""Names of roles to look up: by their spelling, by a short form, by all but their last word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from knowledge.abbreviation import abbreviates, word_starts
from knowledge.characters import Characters
from knowledge.regex import regex
from knowledge.roles.grades import drops_grade, head_of, spelled
from knowledge.text import bare, fold

_HANDS_ON = ("经", "由", "报", "交", "送")
MOST_CALLED = 60  # roles that one short form may mean
_TWO = regex(r"[a-z0-9]+|[\u4e00-\u9fff]{1,2}|[^\s]")

Cut = tuple[str, frozenset[int], int]


class NameIndex:
    """The names and aliases of roles."""

    def __init__(
        self,
        spellings: Mapping[str, Sequence[str]],
        numbered: Sequence[str],
        aliases: Mapping[str, Sequence[str]],
        trades: Mapping[str, Sequence[str]],
        having: Characters,
        having_aliases: Characters,
    ) -> None:
        """`spellings`: bare spelling → the roles it names, two where an alias is shared (PM); `numbered`: the
        names in the order of the documents; `aliases`: of each name that has any; `trades`: the beginning of
        a name, without its last word → the names; `having`, `having_aliases`: the characters of names and of
        aliases, by the numbers of the names."""
        self.spellings, self.numbered, self.aliases, self.trades = spellings, numbered, aliases, trades
        self.having, self.having_aliases = having, having_aliases
        self.inferred: dict[str, dict[str, str]] = {}

    def cuts(self) -> dict[str, Cut]:
        """Each role's name with the places where its words start."""
        return {name: cut_of(name) for name in self.numbered}

    def fitting(self, short: str) -> list[str]:
        """The roles of whose names a bare text is a short form, in the order of the documents."""
        return list(self._abbreviated(short))

    def meant(self, holder: str) -> Sequence[str]:
        """The roles that a holder's folded name means: as written, with its last word in full, or behind a
        word that hands on (经|理赔部经理 where 经理 was read)."""
        names = self.spellings.get(bare(holder), ()) or self.spellings.get(spelled(holder), ())
        if not names and holder.startswith(_HANDS_ON):
            names = self.spellings.get(bare(holder[1:]), ())
        return names

    def could_mean(self, written: str) -> bool:
        """Whether a name is that of a role, or a short form of one."""
        return bool(self.meant(fold(written)) or self.fitting(bare(written)))

    def called(self, short: str) -> list[str]:
        """The roles of whose names or aliases a bare text is a short form, in the order of the documents; of
        very many the first ones."""
        if not self.aliases:
            return list(islice(self._abbreviated(short), MOST_CALLED))
        numbers = {*self.having.all_of(short), *self.having_aliases.all_of(short)}
        names = (self.numbered[number] for number in sorted(numbers))
        return list(islice((name for name in names if self.fits(short, name)), MOST_CALLED))

    def with_end(self, ends: Iterable[str]) -> Iterator[str]:
        """The names that end in one of some folded texts: those that have its characters are looked at."""
        for end in ends:
            names = map(self.numbered.__getitem__, self.having.all_of(end))
            yield from (name for name in names if name.endswith(end))

    def trade(self, words: str) -> Sequence[str]:
        """The roles whose names are the given words and a last word."""
        return self.trades.get(words, ())

    def _abbreviated(self, short: str) -> Iterator[str]:
        """The names that a bare text may be a short form of, in the order of the documents: those that have
        all of its characters are looked at, not every name."""
        for name in map(self.numbered.__getitem__, self.having.all_of(short)):
            if abbreviates(short, *cut_of(name)) and not drops_grade(short, _bare(name)):
                yield name

    def fits(self, short: str, name: str) -> bool:
        """Whether a bare text is a short form of a role's name or alias."""
        names = (name, *self.aliases.get(name, ()))
        return any(abbreviates(short, *cut_of(one)) for one in names) and not drops_grade(short, _bare(name))


_bare = lru_cache(maxsize=50_000)(bare)  # of names, which are asked for again and again


@lru_cache(maxsize=50_000)
def cut_of(name: str) -> Cut:
    """A name with the places where its words start."""
    return word_starts(fold(name), cut_name)


def cut_name(text: str) -> list[str]:
    """The words of a folded post name: its head (主管) and before it words of two characters (客户|开发)."""
    head = head_of(text)
    if not head and text.endswith(tuple("员长师工")) and len(text) > 2:
        head = text[-3:] if len(text) > 4 else text[-1]  # 调查员 of 人伤调查员
    body = text[: len(text) - len(head)] if head else text
    return [*_TWO.findall(body), *([head] if head else [])]
