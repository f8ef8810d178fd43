"""What a right is over, in words that can be asked with: 日常费用报销 of 审批日常费用报销."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.actions import Strength, actions
from knowledge.organization import Organization
from knowledge.regex import regex
from knowledge.roles.statement import Right, Statement
from knowledge.tables import load_table
from knowledge.text import bare, fold, undamaged

_LEAST, _MOST = 4, 26  # characters of a matter that is neither too general nor too long to type
_LEAST_WHOLE = 6  # the same with its verb
_BRACKETS = regex(r"[(（][^)）]*[)）]")
_RIGHT = regex(r"(?:权力|权利|权限|权)$")
_JOINT = regex(r"^\s*(?:[、和与及并或]|以及)")
_HELD = regex(r"(?:享有|具有|拥有|有)?(?:的)?$")
_LEAD_IN = regex(r"^(?:有权|享有|具有|拥有|有)?(?:对于|对|就)?(?=.{4})")
_GOVERNING = ("负责", "组织", "全面负责", "具体负责")


@dataclass(frozen=True, slots=True)
class Matter:
    """A right with those who hold it and its words.

    `clause`: as something that is done (审批日常费用报销); `verb` and `words`: its two halves, both empty
    where they cannot be told apart; `noun`: whether the document writes it as a right by name (预算的审批权).
    """

    statement: Statement
    right: Right
    holders: tuple[str, ...]
    clause: str
    verb: str
    words: str
    noun: bool

    @property
    def telling(self) -> str:
        """The words that tell it from other matters."""
        return self.words or self.clause


def matters(organization: Organization) -> Iterator[Matter]:
    """Every right of a role's duties and authorities that can be asked about fairly."""
    for statement in _own_statements(organization):
        for number, right in enumerate(statement.rights):
            if number and right.strength is Strength.EXECUTE and right.start != statement.rights[0].start:
                continue  # what follows behind a comma leans on what stands before it
            matter = _matter(organization, statement, right)
            if matter is None or not is_fair(matter.clause, matter.telling):
                continue
            if matter.words or len(bare(matter.clause)) >= _LEAST_WHOLE:
                yield matter


def holders(organization: Organization, statement: Statement, right: Right) -> tuple[str, ...]:
    """Who has a right: the owner of the statement, or whom it names."""
    if right.holder is None:
        return (statement.owner,)
    if right.holder == "":
        return tuple(line.superior for line in organization.superiors(statement.owner))
    return (organization.holder_name(right.holder, _slice(statement, right)),)


def is_fair(clause: str, words: str) -> bool:
    """Whether words say enough, and nothing that only their owner's description explains (下级, 本部门)."""
    table = load_table("bot.selftest", "wordings.toml")["unfair"]
    folded = fold(clause)
    return (
        _LEAST <= len(_said(words)) <= _MOST
        and not any(word in folded for word in table["anywhere"])
        and not folded.startswith(tuple(table["at_start"]))
        and not folded.endswith(tuple(table["at_end"]))
    )


def _said(words: str) -> str:
    """What is left of words without those that could stand in any matter."""
    left = bare(words)
    for word in load_table("bot.selftest", "wordings.toml")["unfair"]["general"]:
        left = left.replace(word, "")
    return left


def without_remarks(text: str) -> str:
    """A text without remarks in brackets, marks at its ends and damage: nobody types those."""
    return undamaged(_BRACKETS.sub("", text).strip(" ,，;；、"))


def is_same(matter: Matter, statement: Statement, right: Right) -> bool:
    """Whether a right of the same strength is over the very same: nothing but general words differ."""
    clause = done(without_remarks(_slice(statement, right)), right.verb)
    key = _said(clause)
    decided = right.strength in (Strength.DECIDE, Strength.REVIEW, Strength.DRAFT)
    return key == _said(matter.clause) or (decided and key.replace(right.verb, "") == _said(matter.telling))


def _own_statements(organization: Organization) -> Iterator[Statement]:
    """The statements of duties and authorities: not the overview, nor what else a description has."""
    kept = {
        id(passage)
        for role in organization.described()
        for passages in (
            *(duty.passages() for duty in role.duties),
            *(listing.items for listing in role.authorities),
        )
        for passage in passages
    }
    return (s for s in organization.statements if id(s.passage) in kept)


def _slice(statement: Statement, right: Right) -> str:
    return statement.passage.text[right.start : right.end]


def _matter(organization: Organization, statement: Statement, right: Right) -> Matter | None:
    if right.negated or right.holder is not None or right.limit is not None:
        return None
    owners = holders(organization, statement, right)
    clause = without_remarks(_slice(statement, right))
    if _RIGHT.search(clause):
        verb, words = _of_noun(statement, right, clause)
        return Matter(statement, right, owners, f"{words}的{verb}权", verb, words, True) if words else None
    clause = done(clause, right.verb)
    verb, words = _halves(clause, right)
    return Matter(statement, right, owners, clause, verb, words, False)


def _of_noun(statement: Statement, right: Right, clause: str) -> tuple[str, str]:
    """The verb and the matter of 部门预算的拟定权, or of one of several rights (聘任权和解聘权)."""
    alone = sum(other.start == right.start for other in statement.rights) == 1
    if alone and right.verb and right.strength is not Strength.EXECUTE:
        body = _RIGHT.sub("", clause).removesuffix(right.verb)
    else:
        body, _, own = right.matter.partition(" ")
        if right.strength is not Strength.EXECUTE:
            body += own  # 专员的晋升建议权: what is advised on stands beside the verb
        elif not own:
            return "", ""
    words = _HELD.sub("", _LEAD_IN.sub("", body.strip())).strip()
    return right.verb, words


def done(clause: str, verb: str = "") -> str:
    """A clause without the adverbs before it, and without 负责 where another verb says what is done."""
    before = ""
    while before != clause:
        before = clause
        for word in (*load_table("bot.selftest", "wordings.toml")["unfair"]["adverbs"], *actions().adverbs):
            if clause.startswith(word) and len(clause) > len(word) + _LEAST:
                clause = clause.removeprefix(word)
        for word in _GOVERNING:
            if verb not in ("", word) and clause.startswith(word + verb):
                clause = clause.removeprefix(word)
    return clause


def _halves(clause: str, right: Right) -> tuple[str, str]:
    """The verb at the start of a clause and what it is about; nothing where two verbs share it
    (聘任和解聘, 拟定目标并分解)."""
    words = clause.removeprefix(right.verb)
    if not right.verb or words == clause or _JOINT.match(words) or "并" in words:
        return "", ""
    return right.verb, words.removeprefix("对").strip()
