"""The side of partners: those inside an organization, and those outside of it."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.questions.question import Question
from knowledge.regex import regex
from knowledge.roles.role import Listing, Passage
from knowledge.text import fold

INSIDE, OUTSIDE = "内", "外"
_PLACES = "公司|集团|企业|单位|学校|医院|酒店|部门|中心|[院馆社厂店校园所行局站司]"
_IN = "里头|里面|里边|内部|之内|以内|内|里"
_OUT = "外头|外面|外边|外部|之外|以外|外"
_ASKED = regex(
    rf"(?:在|对)?(?:咱|我们|我|本|自己)?(?P<place>{_PLACES})(?:(?P<inside>{_IN})|(?P<outside>{_OUT}))(?:的|头)?"
)
_OFFICES = regex(r"衙门|政府部门|外单位")  # none of them is a part of the organization
_TOO = regex(r"(?<=[门位人岗方])(?:和|及|与|以及|还有|、)(?:对|在)?$")  # 跟哪些部门和外面的单位: both sides
_OF_ITEM = regex(
    rf"(?:在)?(?:(?:对|主要|{_PLACES})?(?:内(?:部)?|(?P<outside>外(?:部)?)))"
    r"(?=主要|须|应|需|经常|日常|[,:、]|与|和|跟|同|向|联系|联络|配合|协作|沟通|协调|对接|代表|是)"
)


def asked_side(question: Question) -> str:
    """The side that a question asks for, empty where it asks for both or for none."""
    said = _sides(question)
    sides = {side for _, side in said}
    both = any(_TOO.search(question.text[:start]) for start, _ in said)
    return "" if both or len(sides) != 1 else sides.pop()


def side_spans(question: Question) -> list[tuple[int, int]]:
    """Where a question says on which side of its place somebody is: 社外, 学校里头, 衙门."""
    found = [*_ASKED.finditer(question.text), *_OFFICES.finditer(question.text)]
    spans = [found.span() for found in found]
    roles = [range(r.start, r.end) for r in question.known_roles]
    return [(s, e) for s, e in spans if not any(i in role for role in roles for i in range(s, e))]


def _sides(question: Question) -> list[tuple[int, str]]:
    """The sides that a question says, by their places."""
    kinds = ((INSIDE, "inside"), (OUTSIDE, "outside"))
    sides = [(m.start, side) for side, kind in kinds for m in question.of(kind)]
    for start, end in side_spans(question):
        found = _ASKED.match(question.text, start, end)
        sides.append((start, INSIDE if found and found["inside"] else OUTSIDE))
    return sides


def listings_of(side: str, listings: Iterable[Listing]) -> list[Listing]:
    """The lists of one side, of a list of both the items of that side."""
    chosen = []
    for listing in listings:
        items = listing.items if side in listing.kind else tuple(_items_of(side, listing.items))
        if items:
            chosen.append(replace(listing, items=items))
    return chosen


def _items_of(side: str, items: Iterable[Passage]) -> Iterable[Passage]:
    """The items of a side: those that say so (对外联系A), and those that go on behind one."""
    now = ""
    for item in items:
        now = side_of(item.text) or now
        if now == side:
            yield item


def side_of(text: str) -> str:
    """The side that a piece of text begins with, empty where it says none."""
    found = _OF_ITEM.match(fold(text).strip())
    if found is None:
        return ""
    return OUTSIDE if found["outside"] else INSIDE
