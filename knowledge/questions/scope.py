"""What may explain the words of a question: the clause that gives a right, and the texts around it."""

import re
from functools import cache, cached_property, lru_cache

from knowledge.actions import Strength
from knowledge.grouping import EVERYBODY, MEMBER, NAMED, NOBODY
from knowledge.questions.borders import Borders
from knowledge.questions.decided_on import decided_on
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.phrases import compact
from knowledge.questions.texts_around import other_text, owner_text
from knowledge.questions.unit import Unit
from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.roles.statement import Right, Statement
from knowledge.text import bigrams, undamaged

SAME, NEARLY, BROADER, TRACE, SINGLE, BEGINS, ENDS = 0.93, 0.82, 0.55, 0.4, 0.6, 0.5, 0.42
SAID = 0.8  # what is written for a spoken word; less than what lets other words be passed over
IN_NOUN = 0.65  # a word that is only the beginning of another one (说明 in 说明书)
IN_NAME = 0.5  # a word that a text has only inside the name of a role (客户开发 in 客户开发专员)
_OTHER_CLAUSE, _HEADING, _OWNER, _OWNER_NAME, _BELOW = 0.6, 0.6, 0.85, 0.5, 0.9
_BESIDE_DECISION = 0.3  # what stands around a decision says nothing of what is decided
_NOUN_ENDS = "书员室长师部科组厂者机店馆"  # last characters that make a noun of its own
_LATIN = regex(r"[a-z0-9+#.]+")
_LONGEST_BY_CHANCE = 3  # characters that two words may make together by chance
_MOST_REMEMBERED = 40_000  # surroundings and scopes; some kilobytes each
_MOST_AHEAD = 5_000  # statements; of more it takes too long
REMEMBERED = 500  # words that a text keeps in mind
_COVERED = {NAMED: 1.0, MEMBER: 0.96, EVERYBODY: 0.85, NOBODY: 0.0}  # by how a rule fits a role
SUBORDINATES = ("直接下级", "所属下级", "下属员工", "直接下属", "下级", "下属")


class Scope:
    """A text that may explain units, with its words and groups of meaning. Compact and without scrape
    damage."""

    def __init__(self, folded: str, lexicon: Lexicon, names: bool = False) -> None:
        """`names`: whether the text is one of names, so that a part of a name explains as a word does."""
        self.text = compact(undamaged(folded))
        self._names = names
        self.parts = lexicon.parts_of(self.text)
        self._apart = self.text if names else self.parts.apart
        self._latin = frozenset(_LATIN.findall(folded)) | frozenset(_LATIN.findall(self.text))
        self._lexicon = lexicon
        self._memo: dict[tuple[str, bool], float] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text."""
        return frozenset(self.parts.words)

    @cached_property
    def long_words(self) -> list[str]:
        """The words of two characters and more."""
        return [word for word in self.words if len(word) > 1]

    @cached_property
    def _short_words(self) -> str:
        """The words of one and two characters, run together."""
        return "".join(word for word in self.words if len(word) < 3)

    @cached_property
    def _borders(self) -> Borders:
        return Borders(self.parts.words)

    def _has(self, word: str) -> bool:
        """Whether a word stands in the text, other than across two others."""
        if word.isascii():
            return word in self._latin
        if self._names or len(word) > _LONGEST_BY_CHANCE:
            return word in self.text
        start, size = self.text.find(word), len(word)
        while start >= 0:
            if not self._borders.torn(start, start + size):
                return True
            start = self.text.find(word, start + size)
        return False

    @cached_property
    def groups(self) -> frozenset[int]:
        """The groups of meaning of its words."""
        return self._meanings[0]

    @cached_property
    def _meanings(self) -> tuple[frozenset[int], frozenset[int]]:
        """The groups of meaning of its words; those of them that cover narrower words."""
        return self.parts.meanings

    def read_words(self) -> None:
        """Cuts the text into words and groups of meaning, once."""
        _ = self.words, self.groups

    @cached_property
    def _kinds_of_posts(self) -> frozenset[str]:
        """The kinds of posts that the text speaks of as such: 对主管、队长、领班的任免."""
        return frozenset(found["kind"] for found in _kinds().finditer(self.text))

    def explains(self, unit: Unit, partly: bool = False) -> float:
        """0 not at all … 1 the same word; `partly`: also by a part of the word."""
        key = (unit.text, partly)
        known = self._memo.get(key)
        if known is None:
            if len(self._memo) >= REMEMBERED:
                self._memo.clear()
            known = self._memo[key] = self._explains(unit, partly)
        return known

    def _explains(self, unit: Unit, partly: bool) -> float:
        word, text = unit.text, self.text
        if not text or not word:
            return 0.0
        if len(word) > 1 and word in text and self._has(word):
            if unit.names:
                return 1.0 if _stands_alone(word, text) else 0.0
            if word not in self._apart:
                return IN_NAME
            return 1.0 if self._names or word in self.words or not self._begins_noun(word) else IN_NOUN
        if unit.names and any(head in self._kinds_of_posts for head in unit.heads):
            return NEARLY
        meant = self._by_meaning(unit)
        if meant or len(word) == 1:
            return meant or self._single(word)
        if unit.wide and not unit.wide.isdisjoint(self._meanings[1]):
            return BROADER
        return self._in_part(word, self._apart if unit.names else self.text) if partly else 0.0

    def _by_meaning(self, unit: Unit) -> float:
        """How much a word is explained by another of the same meaning, or by what is written for it."""
        if not unit.groups.isdisjoint(self.groups):
            return SAME
        if unit.parts and any(one in self.text and two in self.text for one, two in unit.parts):
            return SAME
        said = unit.said and any(word in self.text and self._has(word) for word in unit.said)
        return SAID if said else 0.0

    def _begins_noun(self, word: str) -> bool:
        """Whether a word of two characters only begins another noun here (说明 in 说明书)."""
        nouns = [w for w in self.words if len(w) > 2 and w[-3:-1] == word and w[-1] in _NOUN_ENDS]
        return len(word) == 2 and sum(self.text.count(w) for w in nouns) >= self.text.count(word)

    def _single(self, character: str) -> float:
        """How much a character is explained: as a word, or by a word of two that it begins (车: 车辆)."""
        if character.isascii():
            return 0.0
        if character in self.words:
            return SINGLE
        two = [w for w in self.words if len(w) == 2]
        return max((BEGINS if w[0] == character else ENDS for w in two if character in w), default=0.0)

    def has_word(self, word: str) -> bool:
        """Whether a word of two characters or more stands in the text itself."""
        return len(word) > 1 and word in self._apart and self._has(word)

    def has_beginning(self, character: str) -> bool:
        """Whether the text has a character as a word, or as a part of a word of two."""
        return character in self._short_words

    def _in_part(self, word: str, text: str) -> float:
        """How much of a word a text has where it has neither the word nor a synonym."""
        if word.isascii():
            return 0.0
        if len(word) >= 3:
            if _spread(word).search(text):
                return NEARLY  # 客开组 for 客户开发组
            thesaurus, first = self._lexicon.thesaurus, word[0]
            verb = thesaurus.is_act(first) or bool(thesaurus.groups(first))
            if verb and len(word) == 3 and first not in text:
                return 0.0  # 写合同 is not what a line on keeping 合同 does
            pairs = bigrams(word)
            share = sum(pair in text for pair in pairs) / len(pairs)
            return share * 0.9 if share >= 0.5 else 0.0
        alike = any(len(w) == 2 and (w[0] == word[0] or w[1] == word[1]) for w in self.words)
        return TRACE if alike and word not in self._lexicon.pairs else 0.0


class Surroundings:
    """A right's own clause and the texts around it, each with the share of its word that counts."""

    def __init__(self, statement: Statement, right: Right, lexicon: Lexicon) -> None:
        self._organization = lexicon.organization
        self._rule = statement if statement.rule else None
        applies = "".join(statement.applies_to) if statement.rule else ""
        self.own = _shared(f"{applies}{right.matter}{right.verb}{decided_on(statement, right)}", lexicon)
        decided_here = right.strength is Strength.DECIDE and (right.holder is None or statement.rule)
        elsewhere = _BESIDE_DECISION if decided_here else _OTHER_CLAUSE  # 组织变卖,方案报X批准 tells both
        self.statement = _shared(other_text(statement, right), lexicon)
        self._around = [(self.statement, elsewhere)]
        if statement.heading:
            self._around.append((_shared(statement.heading, lexicon), min(_HEADING, elsewhere)))
        if any(word in self.own.text for word in SUBORDINATES):
            self._around.append((_shared("、".join(_below(statement.owner, lexicon)[0]), lexicon), _BELOW))
        self._below = lexicon.thesaurus.groups(SUBORDINATES[-1])
        self._names_one_below = any(name in self.own.text for name in _below(statement.owner, lexicon)[1])
        self.owner = owner_text(statement, lexicon)
        self.told = self.statement.text + compact(self.owner)
        self._owner = _shared(self.owner, lexicon, names=True)
        self.known: dict[str, float] = {}  # how well units are explained, by their keys

    @property
    def of_rule(self) -> bool:
        """Whether the right is one of a rule outside any description."""
        return self._rule is not None

    def read_words(self) -> None:
        """Cuts every text into words and groups of meaning."""
        for scope in self.scopes:
            scope.read_words()
        _ = self._characters, self._meanings

    def explains(self, unit: Unit) -> float:
        """How well the best of the texts explains a unit."""
        applies = self._applies(unit) if unit.names and self._rule else 0.0
        if not applies and self._strange(unit):
            return 0.0
        best = max(applies, self.own.explains(unit, partly=True))
        if best == 1.0:
            return best
        if self._names_one_below and (unit.text in SUBORDINATES or not unit.groups.isdisjoint(self._below)):
            best = max(best, _BELOW)
        for scope, share in self._around:
            if share > best:
                best = max(best, share * scope.explains(unit))
        share = _OWNER_NAME if unit.names else _OWNER
        named = self._owner.explains(unit) if share > best else 0.0
        return max(best, share * named) if named >= SAME else best

    def _applies(self, unit: Unit) -> float:
        """How well a rule covers a role that is named: by its name, its group, or as everybody."""
        if not unit.names or not self._rule:
            return 0.0
        return max(_COVERED[self._organization.fit(self._rule.applies_to, name)] for name in unit.names)

    def _strange(self, unit: Unit) -> bool:
        """Whether a unit has neither a character nor a meaning in common with any of the texts."""
        if unit.parts or unit.said or not self._characters.isdisjoint(unit.text):
            return False
        return self._meanings.isdisjoint(unit.groups) and self._meanings.isdisjoint(unit.wide)

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset("".join(scope.text for scope in self.scopes))

    @cached_property
    def _meanings(self) -> frozenset[int]:
        below = self._below if self._names_one_below else frozenset()
        return below.union(*(scope.groups for scope in self.scopes))

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The texts."""
        return (self.own, self.statement, self._owner, *(scope for scope, _ in self._around))


def surroundings(lexicon: Lexicon, statement: Statement, right: Right) -> Surroundings:
    """The surroundings of a right; made once."""
    key = (id(statement), id(right))
    kept: tuple[Surroundings, Statement] | None = lexicon.memo.get(key)
    if kept is None:
        if len(lexicon.memo) > _MOST_REMEMBERED:
            lexicon.memo.clear()
        made = Surroundings(statement, right, lexicon)
        kept = lexicon.memo[key] = made, statement  # alive, or its id is reused
    return kept[0]


def read_ahead(lexicon: Lexicon) -> None:
    """Makes the surroundings of every right, with their words, so that the first questions do not wait for
    them."""
    statements = lexicon.organization.statements
    for statement in statements if len(statements) <= _MOST_AHEAD else ():
        for right in statement.rights:
            surroundings(lexicon, statement, right).read_words()


def _stands_alone(name: str, text: str) -> bool:
    """Whether a name stands in a text other than behind 副, which makes it another post."""
    return text.count(name) > text.count(f"副{name}")


def _below(owner: str, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """The names of a role's subordinates, and how texts have them; worked out once."""
    found: tuple[list[str], list[str]] | None = lexicon.memo.get(("below", owner))
    if found is None:
        names = [line.subordinate for line in lexicon.organization.subordinates(owner)]
        found = lexicon.memo["below", owner] = names, [compact(name.lower()) for name in names]
    return found


def _shared(text: str, lexicon: Lexicon, names: bool = False) -> Scope:
    """The scope of a text that several rights have around them; made once."""
    key = ("scope", text, names)
    scope: Scope | None = lexicon.memo.get(key)
    if scope is None:
        scope = lexicon.memo[key] = Scope(text, lexicon, names)
    return scope


@cache
def _kinds() -> re.Pattern[str]:
    heads = "|".join(re.escape(h) for h in grades().heads if len(h) > 1 and not h.isascii())
    return regex(rf"(?:^|(?<=[对各级、及和与的]))(?P<kind>{heads})(?=[、及和与的]|$)")


@lru_cache(maxsize=10_000)
def _spread(word: str) -> re.Pattern[str]:
    return re.compile(".{0,2}".join(map(re.escape, word)))
