"""Items about rights and duties: who has them, whether a role has them, and who has only less."""

from collections.abc import Iterable, Iterator

from bot.selftest.item import NO, REFUSED, Item, lot
from bot.selftest.likeness import Likeness
from bot.selftest.matter import Matter, done, holders, is_fair, is_same, matters
from knowledge.actions import Strength, actions
from knowledge.organization import Organization
from knowledge.regex import regex
from knowledge.roles.statement import Right, Statement
from knowledge.text import bare, fold

_ALIKE, _APART, _UNDECIDED = 0.75, 0.34, 0.5  # shares of a matter's words
_MOST_OWNERS = 3  # what more roles than these do is everybody's (完成上级交办的工作)
_FORMS = {
    Strength.DECIDE: "decide",
    Strength.REVIEW: "review",
    Strength.DRAFT: "draft",
    Strength.LEAD: "lead",
    Strength.OVERSEE: "oversee",
    Strength.TAKE_PART: "part",
    Strength.ADVISE: "part",
    Strength.INFORMED: "part",
    Strength.USE: "part",
}
_DOING = frozenset((
    Strength.DECIDE, Strength.REVIEW, Strength.DRAFT, Strength.LEAD, Strength.OVERSEE, Strength.EXECUTE,
))  # fmt: skip
_DRAFTED = regex(r"^(?:制定|拟定|编制|制订|拟订|起草|编写)(?P<rest>[^、和与及并].+)$")
_DRAFTING = regex(r"^(?P<rest>.+)的(?:制定|拟定|编制|制订|拟订|起草|编写)$")


class RightItems:
    """The items about the rights of one organization."""

    def __init__(self, organization: Organization, most: int) -> None:
        """`most`: how many rights may be asked about."""
        self._organization = organization
        self._every = [(s, right) for s in organization.statements for right in s.rights if not right.negated]
        self._likeness = Likeness([f"{s.folded} {right.matter} {s.heading}" for s, right in self._every])
        drawn = sorted(matters(organization), key=lambda m: lot(m.statement.owner, m.clause))
        self._matters = drawn[:most]

    def items(self) -> Iterator[Item]:
        """Who has each right, whether its owner and another role have it, and to whom it is passed on."""
        for matter in self._matters:
            owners, others = self._owners(matter)
            if len(owners) > _MOST_OWNERS:
                continue
            slots = {"matter": matter.clause, "words": matter.words, "verb": matter.verb}
            note, form = matter.statement.passage.quote, _form(matter)
            named = ("words",) if matter.words else ("matter",)
            yield Item("who_does", f"who_{form}", slots, named, roles=owners, roles_ok=others, note=note)
            own = {**slots, "role": owners[0]}
            yield Item("right_yes", f"may_{form}", own, ("role", *named), verdict=True, note=note)
            stranger = self._stranger(matter, (*owners, *others))
            if stranger:
                slots = {**slots, "role": stranger}
                yield Item("right_no", f"may_{form}", slots, named, NO, verdict=False, note=note)
            yield from self._weaker(matter)
        yield from self._denied()
        yield from self._passed()

    def _alike(self, words: str, least: float) -> Iterator[tuple[Statement, Right]]:
        """The rights that have at least such a share of a matter's words, and name whoever it names."""
        folded = fold(words)
        named = [name for name in map(fold, self._organization.roles) if name in folded]
        for number, share in sorted(self._likeness.shares(words).items()):
            statement, right = self._every[number]
            if share >= least and all(name in statement.folded for name in named):
                yield statement, right

    def _holders(self, pairs: Iterable[tuple[Statement, Right]]) -> tuple[str, ...]:
        found = (name for statement, right in pairs for name in holders(self._organization, statement, right))
        return tuple(dict.fromkeys(found))

    def _owners(self, matter: Matter) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All who have the very same right, and those with one so much alike that naming them is no fault."""
        asked = matter.right.strength
        alike = [pair for pair in self._alike(matter.telling, _ALIKE) if _as_strong(pair[1].strength, asked)]
        same = [
            (statement, right)
            for statement, right in alike
            if right.strength is asked and not statement.is_department and is_same(matter, statement, right)
        ]
        owners = tuple(dict.fromkeys((*matter.holders, *self._holders(same))))
        return owners, tuple(name for name in self._holders(alike) if name not in owners)

    def _stranger(self, matter: Matter, excepted: tuple[str, ...]) -> str:
        """A role with a description that has nothing to do with a matter, or none."""
        close = {
            self._every[number][0]
            for number, share in self._likeness.shares(matter.telling).items()
            if share >= _APART
        }
        owners, text = {s.owner for s in close}, "\n".join(s.passage.text for s in close)
        names = [role.name for role in self._organization.described() if role.name not in excepted]
        strange = [name for name in names if name not in owners and name not in text]
        return min(strange, key=lambda name: lot(matter.clause, name), default="")

    def _weaker(self, matter: Matter) -> Iterator[Item]:
        """Whether one who only drafts, takes part or advises may decide; and who does, where nobody does."""
        words = _object(matter)
        if not words or not is_fair(words, words):
            return
        shares = self._likeness.shares(words)
        close = [self._every[number] for number, share in shares.items() if share >= _UNDECIDED]
        deciding = [pair for pair in close if pair[1].strength is Strength.DECIDE]
        slots = {"role": matter.holders[0], "words": words, "verb": actions().names[Strength.DECIDE]}
        note = matter.statement.passage.quote
        if matter.holders[0] not in self._holders(deciding):
            yield Item("weaker_right", "may_decide", slots, ("role",), NO, verdict=False, note=note)
        if not deciding:
            yield Item("weaker_right", "who_decide", slots, ("words",), REFUSED, note=note)

    def _denied(self) -> Iterator[Item]:
        """Whether a role may do what its description says it may not."""
        for statement in self._organization.statements:
            for right in statement.rights:
                words = _undenied(statement, right)
                if words and is_fair(words, words):
                    slots = {"role": statement.owner, "words": words}
                    form = "may_have" if bare(words).endswith(("权", "权限", "权力")) else "may"
                    note = statement.passage.quote
                    yield Item("right_no", form, slots, ("role",), verdict=False, note=note)

    def _passed(self) -> Iterator[Item]:
        """To whom what a role draws up is handed for a decision or a review."""
        for statement in self._organization.statements:
            for right in statement.rights:
                words = right.matter.strip()
                if right.holder is None or right.limit is not None or not is_fair(words, words):
                    continue
                if words not in statement.folded[: right.start]:
                    continue  # it is not what stands before it that is handed on
                names = self._holders([(statement, right)])
                alike = [pair for pair in self._alike(words, _ALIKE) if pair[1].strength is right.strength]
                others = tuple(name for name in self._holders(alike) if name not in names)
                slots = {"matter": done(words), "verb": right.verb}
                note = statement.passage.quote
                if names:
                    yield Item(
                        "approval", "approval", slots, ("matter",), roles=names, roles_ok=others, note=note
                    )


def _form(matter: Matter) -> str:
    """Which wordings ask for a matter: by the strength of its verb, or as a right by name."""
    if matter.noun:
        return "right"
    form = _FORMS.get(matter.right.strength, "do")
    return form if matter.words or form == "part" else "do"


def _as_strong(strength: Strength, asked: Strength) -> bool:
    """Whether a right may be meant by the words for the asked one: deciding by deciding, doing by any."""
    if asked in (Strength.LEAD, Strength.EXECUTE, Strength.OVERSEE):
        return strength in _DOING
    return strength is asked


def _object(matter: Matter) -> str:
    """What somebody drafts, or takes part or advises in drafting: the thing that could be decided on."""
    if matter.right.strength is Strength.DRAFT:
        return matter.words
    if matter.right.strength in (Strength.TAKE_PART, Strength.ADVISE):
        found = _DRAFTED.match(matter.words) or _DRAFTING.match(matter.words)
        return found["rest"] if found else matter.words if matter.noun else ""
    return ""


def _undenied(statement: Statement, right: Right) -> str:
    """What a denied right denies: 减免费用 of 无权减免费用."""
    if not right.negated:
        return ""
    clause = statement.passage.text[right.start : right.end].strip()
    word = next((word for word in actions().negation if clause.startswith(word)), "")
    return clause.removeprefix(word)
