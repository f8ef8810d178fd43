"""The department that only the title of a document names: 清溪中学总务处岗位职责."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.labels import Field
from knowledge.roles.role import Passage, Role
from knowledge.text import bare, fold

_ORGANIZATION = "公司|集团|医院|学院|学校|中学|小学|大学|幼儿园|酒店|宾馆|饭店|法院|检察院|银行|支行|局|厂|矿"
_TITLE = regex(
    rf"^(?P<organization>.*(?:{_ORGANIZATION}))?(?P<name>[^,;。:()、和及与]{{1,12}}?"
    r"(?:(?<!干)部|科|处|室|车间|队|组|庭|股|中心))"
    r"(?:各级|各类|各|全体|内部|工作|管理|人员|员工|岗位|职位|职务|部门|组织|架构|设置|及|与|和|、)*"
    r"(?:职责|职能|责任|责任制|说明书|说明|手册|规定|制度|汇编|规范|权责|分工|描述|标准|清单|卡|一览表?|表|[\(（].*)+$"
)
_HEADS = regex("主持|负责")
_TITLE_LINES = 2  # the organization may stand above
_WHOLE = "中心"  # may be the organization itself
_ABOVE = ("总经理", "董事长", "厂长", "院长", "校长", "园长", "局长", "总裁", "矿长")  # of the organization


def with_titled_department(roles: Sequence[Role], blocks: Sequence[Block]) -> tuple[Role, ...]:
    """The roles; where none of them states its department, all are of the one that the title names."""
    lines = [b for b in blocks if b.kind in (Kind.TEXT, Kind.HEADING) and b.text.strip()][:_TITLE_LINES]
    title = next((b for b in lines if _TITLE.match(fold(b.text).strip())), None)
    found = _TITLE.match(fold(title.text).strip()) if title is not None else None
    if title is None or found is None or any(_states(role, found["name"]) for role in roles):
        return tuple(roles)
    if found["name"].endswith(_WHOLE) and not found["organization"] and not _is_part(found["name"], roles):
        return tuple(roles)
    text = title.text.strip()[found.start("name") : found.end("name")]
    department = Passage(text, title.quote or title.text, title.source)
    return tuple(_placed(role, department) for role in roles)


def _is_part(name: str, roles: Sequence[Role]) -> bool:
    """Whether a 中心 of which one post has its name is no organization of its own: 零售总监 in 零售中心."""
    stem = bare(name.removesuffix(_WHOLE))
    return any(bare(role.name).startswith(stem) or _states(role, "") for role in roles)


def _states(role: Role, name: str) -> bool:
    """Whether a role states its department, other than by being the head of the one with a name."""
    fact = role.facts.get(Field.DEPARTMENT)
    if fact is None:
        return False
    return bare(fact.text) != bare(name) or _HEADS.search(fold(fact.quote)) is None


def _placed(role: Role, department: Passage) -> Role:
    if role.name.endswith(_ABOVE) or Field.DEPARTMENT in role.blank:
        return role
    return replace(role, facts={Field.DEPARTMENT: department, **role.facts})
