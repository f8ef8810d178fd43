"""What the words of a question mention: the phrases of the tables in it, by place, longest first."""

from collections.abc import Iterator, Sequence

from knowledge.questions.mention import Mention, RoleMention, Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.role_mentions import inner_places

_WHOLE = ("superior_far", "subordinates_far", "whole_below", "structure")
_CHOICE = ("还是", "或者", "或是")
_RIGHTS = ("权", "权力", "权利", "权限")
_INNER = frozenset(("who", "what"))  # kinds that count inside a longer phrase too (归谁)


def find_mentions(
    text: str, tokens: Sequence[Token], roles: Sequence[RoleMention], breaks: frozenset[int]
) -> Iterator[Mention]:
    """Every mention of a phrase that stands as a word of its own, none inside the name of a role."""
    table = phrases()
    inside = {i for role in roles for i in range(role.start + 1, role.end)}
    edges = {edge for token in tokens for edge in (token.start, token.end)}
    edges |= {
        t.end - len(w) for t in tokens if t.text.endswith(_RIGHTS) for w in _RIGHTS if t.text.endswith(w)
    }
    within = {i for t in tokens if t.kind is TokenKind.PHRASE for i in range(t.start, t.end)}
    torn = inner_places(text) - breaks
    for start in table.places.starts(text):
        if start in torn:
            continue
        for end, kinds in table.places.at(text, start):
            stands = (start in edges and end in edges) or (
                (end - start > 1 or kinds & _INNER) and within.issuperset(range(start, end))
            )
            if not stands or end in torn or not inside.isdisjoint(range(start, end)):
                continue
            if not ("negation" in kinds and text.endswith(_CHOICE, 0, start)):  # 用还是不用 denies nothing
                for kind in sorted(kinds):
                    yield Mention(kind, start, end, text[start:end])


def without_parts(mentions: dict[str, list[Mention]], tokens: Sequence[Token]) -> dict[str, list[Mention]]:
    """The mentions by kind; 上上级 is a way of its own, so that nothing in it is mentioned by itself."""
    starts, ends = {t.start for t in tokens}, {t.end for t in tokens}
    whole = [m for kind in _WHOLE for m in mentions.get(kind, ()) if m.start in starts and m.end in ends]
    if not whole:
        return mentions
    inner = {(i, j) for m in whole for i in range(m.start, m.end) for j in range(i + 1, m.end + 1)}
    kept = {
        kind: [m for m in found if kind in _WHOLE or (m.start, m.end) not in inner]
        for kind, found in mentions.items()
    }
    return {kind: found for kind, found in kept.items() if found}
