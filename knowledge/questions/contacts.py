"""What sentences of a role say of those whom it is in contact with, where it has no list of partners."""

from collections.abc import Iterator

from knowledge.questions.sides import side_of
from knowledge.regex import regex
from knowledge.roles.labels import Field
from knowledge.roles.role import Listing, Passage, Role
from knowledge.text import fold

_VERBS = "联系|沟通|协调|对接|协作|配合|合作|往来|衔接|联络|打交道"
_WITH = regex(
    rf"(?:与|和|同|跟|向)(?P<whom>[^,;。:]{{2,40}}?)(?:等)?(?:保持|进行|做好|建立|有)?(?:着)?"
    rf"(?:密切|日常|业务|工作|经常)?的?(?:工作)?(?:{_VERBS})"
)
_OUTWARD = regex(r"(?:对外|对内|外部|内部)[,:]?(?:负责)?(?:联系|联络|对接|配合|代表)[^,;。:]{2,}")
_LISTED = regex(r"(?:工作|业务|日常)?(?:往来|来往|协作|联系对象|打交道)(?:对象|单位|部门)?[:：]")
_TOGETHER = regex(
    r"(?:协助|配合|会同|联合|协同|陪同)(?!好|做好|工作)[^,;。:]{2,}"
    r"|(?:与|和|同|跟)[^,;。:]{2,14}?(?:双人|共同|一同|一起|联合|互相|相互|两人|双方)"
)
_CUT = regex(r"[^,;。:]+")


def contacts_told(role: Role, side: str = "") -> list[Listing]:
    """The sentences of a role that say with whom it is in contact, under the headings they stand under;
    with `side` those that say that they are of that side."""
    found = [(kind, passage) for kind, passage in _passages(role) if _tells(passage.text)]
    names = tuple(fold(name) for name in (role.name, *role.aliases))
    chosen = [(kind, p) for kind, p in found if not side or side in _sides(p.text, names)]
    return [Listing(kind, (passage,)) for kind, passage in dict.fromkeys(chosen)]


def _passages(role: Role) -> Iterator[tuple[str, Passage]]:
    if Field.SUMMARY in role.facts:
        yield "概述", role.facts[Field.SUMMARY]
    for duty in role.duties:
        for passage in duty.passages():
            yield "职责", passage
    for listing in (*role.authorities, *role.others):
        for item in listing.items:
            yield listing.kind, item


def _tells(text: str) -> bool:
    folded = fold(text)
    return any(pattern.search(folded) for pattern in (_WITH, _OUTWARD, _LISTED, _TOGETHER))


def _sides(text: str, names: tuple[str, ...]) -> set[str]:
    """The sides that the clauses of a sentence say, behind one of the names of the role too."""
    sides = set()
    for found in _CUT.finditer(fold(text)):
        clause = found.group().strip()
        own = max((len(name) for name in names if clause.startswith(name)), default=0)
        sides.add(side_of(clause[own:]))
    return sides - {""}
