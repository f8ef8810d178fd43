"""Relations that a role's own sentences state: 在X的领导下, 对X负责, 向X汇报."""

import re
from collections.abc import Iterable, Iterator

from knowledge.roles.grades import grades
from knowledge.roles.labels import Field, labels
from knowledge.roles.role import Passage, Role
from knowledge.text import bare, fold


def stated_superiors(role: Role) -> Passage | None:
    """The superior that the role's sentences name, quoted by the sentence; None where they name nobody."""
    table = labels()
    for patterns in (table.superior, table.superior_weak):
        for passage in _sentences(role):
            if name := _find(fold(passage.text), passage.text, patterns):
                return Passage(name, passage.quote, passage.source)
    return None


def _sentences(role: Role) -> Iterator[Passage]:
    if Field.SUMMARY in role.facts:
        yield role.facts[Field.SUMMARY]
    for duty in role.duties:
        yield from duty.passages()


def _find(folded: str, text: str, patterns: Iterable[re.Pattern[str]]) -> str | None:
    for pattern in patterns:
        for found in pattern.finditer(folded):
            name = text[found.start("name") : found.end("name")].strip()
            if found["name"].strip() not in labels().unnamed and _looks_like_post(name):
                return name
    return None


def _looks_like_post(name: str) -> bool:
    """Whether a name is that of one post or body: 对客户满意度负责 names none."""
    one = len(name) >= 2 and not any(mark in name for mark in "、和及与")
    return one and bare(name).endswith((*grades().heads, *labels().bodies))
