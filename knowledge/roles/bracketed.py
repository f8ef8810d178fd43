"""Where a post stands, told right beside its name: 店长（营运部，编制1人）对经理负责; 营运部店长设1人."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.headings import is_department
from knowledge.roles.labels import Field
from knowledge.roles.role import Passage, Role
from knowledge.text import fold

_BRACKET = regex(r"\((?P<inner>[^()]{2,24})\)")
_PART = regex(r"[^,;、/\s]+")
_COUNT = regex(
    r"(?:编制|定员|定编|共|配备?|设)?(?:为|:)?(?P<count>(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[名人])"
)
_LONGEST = 12  # characters of a department's name
_STAFF = regex(
    r"(?:共|各)?(?:设有?|配备?|编制|定员|有)?(?:为)?(?P<count>(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[名人])(?=$|[,;。])"
)
_SET_UP = regex("(?:共|只)?(?:设有?|设置|配备?)$")
_HOME = regex(r"(?:隶属于?|归属于?|属于?|所属(?:部门)?:?|所在(?:部门)?:?)?(?P<home>.+)")


def with_bracketed(role: Role, sentences: Iterable[Passage], names: Iterable[str]) -> Role:
    """The role with the number and the department that stand so and that nothing else tells."""
    own = sorted(map(fold, names), key=len, reverse=True)
    for passage in sentences:
        folded = fold(passage.text)
        name = next((name for name in own if folded.startswith(f"{name}(")), "")
        texts = bracket_behind(folded, len(name)) if name else {}
        facts = {of: Passage(text, passage.quote, passage.source) for of, text in texts.items()}
        facts |= _before(passage, folded, own)
        if facts:
            return replace(role, facts={**facts, **role.facts}, blank=role.blank - facts.keys())
    return role


def bracket_behind(folded: str, at: int) -> dict[Field, str]:
    """The number and the department in brackets at a place of a text."""
    found = _BRACKET.match(folded, at)
    texts = dict[Field, str]()
    for part in _PART.findall(found["inner"]) if found else ():
        count, home = _COUNT.fullmatch(part), _HOME.fullmatch(part)
        if count is not None:
            texts[Field.HEADCOUNT] = count["count"]
        elif home is not None and is_department(home["home"]):
            texts[Field.DEPARTMENT] = home["home"]
    return texts


def _before(passage: Passage, folded: str, own: Iterable[str]) -> dict[Field, Passage]:
    """The department right before the name of the post and the number behind it: 营运部|店长|设1人."""
    for name in own:
        at = folded.find(name, 2)
        home = _SET_UP.sub("", folded[:at]) if 0 < at <= _LONGEST else ""
        count = _STAFF.match(folded, at + len(name)) if is_department(home) else None
        if count is not None:
            texts = {Field.DEPARTMENT: home, Field.HEADCOUNT: count["count"]}
            return {field: Passage(text, passage.quote, passage.source) for field, text in texts.items()}
    return {}
