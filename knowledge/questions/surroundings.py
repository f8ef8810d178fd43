"""A right's own clause with the texts around it, and how well they explain the words of a question."""

from functools import partial

from knowledge.actions import Strength
from knowledge.grouping import EVERYBODY, MEMBER, NAMED, NOBODY
from knowledge.once import once
from knowledge.questions.decided_on import decided_on
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.phrases import compact
from knowledge.questions.scope import SAME, Scope
from knowledge.questions.texts_around import other_text, owner_text
from knowledge.questions.unit import Unit
from knowledge.roles.joined_topic import told_of
from knowledge.roles.statement import Right, Statement

OTHER_CLAUSE, _HEADING, OWNER, _OWNER_NAME, _BELOW = 0.6, 0.6, 0.85, 0.5, 0.9
_BESIDE_DECISION = 0.3  # what stands around a decision says nothing of what is decided
_MOST_REMEMBERED = 40_000  # surroundings and scopes; some kilobytes each
_FEW_REMEMBERED = 4_000  # of very many statements, which are seldom asked for twice
_MOST_AHEAD = 5_000  # statements; of more it takes too long
_COVERED = {NAMED: 1.0, MEMBER: 0.96, EVERYBODY: 0.85, NOBODY: 0.0}  # by how a rule fits a role
SUBORDINATES = ("直接下级", "所属下级", "下属员工", "直接下属", "下级", "下属")


class Surroundings:
    """A right's own clause and the texts around it, each with the share of its word that counts."""

    def __init__(self, statement: Statement, right: Right, lexicon: Lexicon) -> None:
        self._organization, self._pairs = lexicon.organization, lexicon.pairs
        self._rule = statement if statement.rule else None
        applies = "".join(statement.applies_to) if statement.rule else ""
        self.own = _shared(f"{applies}{right.matter}{right.verb}{decided_on(statement, right)}", lexicon)
        decided_here = right.strength is Strength.DECIDE and (right.holder is None or statement.rule)
        elsewhere = _BESIDE_DECISION if decided_here else OTHER_CLAUSE  # 组织变卖,方案报X批准 tells both
        self.statement = _shared(other_text(statement, right, lexicon), lexicon)
        self._around = [(self.statement, elsewhere)]
        if statement.heading:
            heading = told_of(statement.heading, statement.folded) if statement.rule else statement.heading
            self._around.append((_shared(heading, lexicon), min(_HEADING, elsewhere)))
        if any(word in self.own.text for word in SUBORDINATES):
            self._around.append((_shared("、".join(_below(statement.owner, lexicon)[0]), lexicon), _BELOW))
        self._below = lexicon.thesaurus.groups(SUBORDINATES[-1])
        self._beneath = partial(_below, statement.owner, lexicon)
        self.owner = owner_text(statement, lexicon)
        self.told = self.statement.text + compact(self.owner)
        self._owner = _shared(owner_text(statement, lexicon, organization=False), lexicon, names=True)
        self.known: dict[str, float] = {}  # how well units are explained, by their keys

    @property
    def of_rule(self) -> bool:
        """Whether the right is one of a rule outside any description."""
        return self._rule is not None

    def read_words(self) -> None:
        """Cuts every text into words and groups of meaning."""
        for scope in self.scopes:
            scope.read_words()
        _ = self._characters, self._joined, self._meanings

    def explains(self, unit: Unit) -> float:
        """How well the best of the texts explains a unit."""
        applies = self._applies(unit) if unit.names and self._rule else 0.0
        if not applies and self.is_strange(unit):
            return 0.0
        best = max(applies, self.own.explains(unit, partly=True))
        if best == 1.0:
            return best
        below = unit.text in SUBORDINATES or not unit.groups.isdisjoint(self._below)
        if below and self._names_one_below:
            best = max(best, _BELOW)
        for scope, share in self._around:
            if share > best:
                best = max(best, share * scope.explains(unit))
        share = _OWNER_NAME if unit.names else OWNER
        named = self._owner.explains(unit) if share > best else 0.0
        return max(best, share * named) if named >= SAME else best

    def _applies(self, unit: Unit) -> float:
        """How well a rule covers a role that is named: by its name, its group, or as everybody."""
        if not unit.names or not self._rule:
            return 0.0
        return max(_COVERED[self._organization.fit(self._rule.applies_to, name)] for name in unit.names)

    def is_strange(self, unit: Unit) -> bool:
        """Whether a unit has neither a character nor a meaning in common with any of the texts."""
        if self._may_have(unit) or self._may_mean(unit):
            return False
        below = not (self._below.isdisjoint(unit.groups) and self._below.isdisjoint(unit.wide))
        return not (below and self._names_one_below)

    def _may_have(self, unit: Unit) -> bool:
        """Whether a unit may stand in one of the texts, whole or in part; see `Scope.explains`."""
        word, characters = unit.text, self._characters
        if unit.meant and any(map(characters.issuperset, unit.meant)):
            return True
        if unit.names or len(word) == 1 or characters.isdisjoint(word):
            return not characters.isdisjoint(word)
        if word in self._joined or word in SUBORDINATES:
            return True
        if len(word) == 2:
            return word not in self._pairs
        own = self.own.text
        return characters.issuperset(word) or any(word[i : i + 2] in own for i in range(len(word) - 1))

    def _may_mean(self, unit: Unit) -> bool:
        """Whether a word of the same meaning or of a broader one may stand in one of the texts. Until their
        meanings are known, which takes long, the characters of such words tell."""
        if "_meanings" not in self.__dict__ and not any(map(self._characters.issuperset, unit.kin)):
            return False
        return not (self._meanings.isdisjoint(unit.groups) and self._meanings.isdisjoint(unit.wide))

    @once
    def _joined(self) -> str:
        """The texts, one after the other."""
        return "\n".join(scope.text for scope in self.scopes)

    @once
    def _names_one_below(self) -> bool:
        """Whether the clause names one of the owner's subordinates."""
        return any(name in self.own.text for name in self._beneath()[1])

    @once
    def _characters(self) -> frozenset[str]:
        return frozenset("".join(scope.text for scope in self.scopes))

    @once
    def _meanings(self) -> frozenset[int]:
        return frozenset().union(*(scope.groups for scope in self.scopes))

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The texts."""
        return (self.own, self.statement, self._owner, *(scope for scope, _ in self._around))


def surroundings(lexicon: Lexicon, statement: Statement, right: Right) -> Surroundings:
    """The surroundings of a right; made once."""
    key = (id(statement), id(right))
    kept: tuple[Surroundings, Statement] | None = lexicon.memo.get(key)
    if kept is None:
        large = len(lexicon.organization.statements) > _MOST_AHEAD
        if len(lexicon.memo) > (_FEW_REMEMBERED if large else _MOST_REMEMBERED):
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
