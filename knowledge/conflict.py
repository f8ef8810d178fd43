"""Two descriptions of one role compared: where they say different things."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Answer, Evidence, Say
from knowledge.roles.labels import Field
from knowledge.roles.role import Listing, Passage, Role
from knowledge.text import bare

_FACTS = {
    Field.DEPARTMENT: "所在部门",
    Field.SUPERIOR: "直接上级",
    Field.DOTTED_SUPERIOR: "虚线上级",
    Field.SUBORDINATES: "直接下级",
    Field.HEADCOUNT: "编制",
    Field.CODE: "岗位编号",
    Field.LEVEL: "职级",
    Field.SUMMARY: "职责概述",
}
_MOST_SHOWN = 3  # sentences of each side


@dataclass(frozen=True, slots=True)
class Difference:
    """What two descriptions say differently under a label: what stands in the one only, in the other only."""

    label: str
    one: tuple[Evidence, ...]
    other: tuple[Evidence, ...]

    def evidence(self) -> Iterator[Evidence]:
        """The passages of both sides."""
        yield from self.one
        yield from self.other


def differences(one: Role, other: Role) -> list[Difference]:
    """What two descriptions of a role say differently; a field that only one has contradicts nothing."""
    found = []
    for field, label in _FACTS.items():
        first, second = one.facts.get(field), other.facts.get(field)
        if first is not None and second is not None and bare(first.text) != bare(second.text):
            sides = (Evidence(one.name, label, first),), (Evidence(other.name, label, second),)
            found.append(Difference(label, *sides))
    found += _compared("职责", one.name, _duties(one), _duties(other))
    kinds = {listing.kind: listing for listing in other.authorities}
    for listing in one.authorities:
        if listing.kind in kinds:
            found += _compared(listing.kind, one.name, listing.items, kinds[listing.kind].items)
    found += _compared("协作", one.name, _items(one.collaboration), _items(other.collaboration))
    return found


def _side(evidence: tuple[Evidence, ...]) -> str:
    """The first sentences that only one side has."""
    if not evidence:
        return "没有写"
    shown = "；".join(piece.passage.text for piece in evidence[:_MOST_SHOWN])
    more = "等" if len(evidence) > _MOST_SHOWN else ""
    return f"{shown}{more}（{evidence[0].passage.source.document}）"


def _compared(
    label: str, name: str, ones: Iterable[Passage], others: Iterable[Passage]
) -> Iterator[Difference]:
    """What of two lists stands in one of them only; none where either list is empty."""
    first = {bare(passage.text): passage for passage in ones}
    second = {bare(passage.text): passage for passage in others}
    left = tuple(Evidence(name, label, p) for key, p in first.items() if key not in second)
    right = tuple(Evidence(name, label, p) for key, p in second.items() if key not in first)
    if first and second and (left or right):
        yield Difference(label, left, right)


def _duties(role: Role) -> list[Passage]:
    return [passage for duty in role.duties for passage in duty.passages()]


def _items(listings: Iterable[Listing]) -> list[Passage]:
    return [item for listing in listings for item in listing.items]


class Conflicts:
    """The roles that are described more than once, and what their descriptions contradict each other in."""

    def __init__(self, descriptions: Mapping[str, Sequence[Role]]) -> None:
        """`descriptions`: those of each role, by its name."""
        self._found = {
            name: [difference for other in others for difference in differences(first, other)]
            for name, (first, *others) in descriptions.items()
            if others
        }

    def told(self, answer: Answer) -> Answer:
        """The answer; where it rests on a passage that another description contradicts, it says so and
        quotes that one too."""
        if not self._found or not answer.evidence:
            return answer
        used = {_key(piece) for piece in answer.evidence}
        says: list[Say] = []
        evidence = list(answer.evidence)
        for name in dict.fromkeys(piece.role for piece in answer.evidence):
            for difference in self._found.get(name, ()):
                pieces = list(difference.evidence())
                if not used.isdisjoint(map(_key, pieces)):
                    one, other = _side(difference.one), _side(difference.other)
                    slots = {"role": name, "label": difference.label, "one": one, "other": other}
                    says.append(Say("conflict", slots))
                    shown = (*difference.one[:_MOST_SHOWN], *difference.other[:_MOST_SHOWN])
                    evidence += [piece for piece in shown if _key(piece) not in used]
        return replace(answer, says=(*answer.says, *says), evidence=tuple(evidence)) if says else answer


def _key(piece: Evidence) -> tuple[str, str, str, int]:
    source = piece.passage.source
    return piece.role, piece.passage.text, source.document, source.line
