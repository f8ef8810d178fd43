"""The department that a role's own sentences state: 隶属机械科, 在财务部任职, 为检验部负责人."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.clause_patterns import compiled, may_match
from knowledge.roles.labels import Field, labels
from knowledge.roles.role import Passage, Role
from knowledge.roles.staffing import is_rank
from knowledge.roles.standing import about
from knowledge.text import bare, fold

_BELONGS = (  # the last one: 施工员在工程部,每班两人
    r"{start}(?:所属|所在|隶属|归属|任职)(?:部门|科室|单位|处室|车间)?(?:为|是|系|:)(?P<name>[^,;。的]{1,12}(?:(?<!干)部|科|处|室|车间|队|组|中心|[厂库站所场园房馆店]))(?=$|[,;。])",
    r"{start}归(?![档还集口类入位属])(?P<name>[^,;。的]{1,12}(?:(?<!干)部|科|处|室|车间|队|组|中心|[站所房馆]))(?=$|[,;。])",
    r"{start}(?:隶属于?|归属于?|编制在|编入|编在|属于?|[为是系](?=[^,;。]{2,14}负责人(?:$|[,;。])))(?P<name>[^,;。的]{1,12}(?:(?<!干)部|科|处|室|车间|队|组|班|段|中心|学校|分校|药房|门诊|大厅|仓库|食堂|领导层|管理层|经理层|班子|[厂库站所场园房馆店]|(?<![的本])公司))(?=(?:的?负责人)?(?:$|[,;。]))",
    r"{start}(?:在|归)(?P<name>[^,;。的在]{1,12}(?:(?<!干)部|科|处|室|车间|组|队|中心|[站所房馆]))(?=(?:任职|工作|上班|管理|管|领导|编制|(?:共?设|编制|定员|定编|现有|共)[^,;。]{0,4}[0-9一二两三四五六七八九十]+[名人])(?:$|[,;。]))",
    r"{start}设在(?P<name>[^,;。的在]{1,12}(?:(?<!干)部|科|处|室|办|车间|中心|[站所房馆]))(?=$|[,;。])",
    r"{start}(?:是|为|系)(?P<name>[^,;。的派]{1,12}(?:(?<!干)部|科|处|室|车间|中心|组|队|[站所房馆]))的(?:一[个名])?(?:岗位|职位|员工|人员|工作人员)(?=$|[,;。])",
    r"{start}(?:是|为|系)(?P<name>[^,;。的]{1,12}?(?:(?<!干)部|科|处|室|车间|中心))(?=派驻|派往|派到|派出)",
    r"{start}在(?P<name>[^,;。的在]{1,12}(?:(?<!干)部|科|处|室|车间|中心|[站所房馆]))(?=,)",
)
# 社工主管主持社工部工作: the head of the department that his name begins with
_HEADS = (
    r"{start}(?:在[^,;。]{2,16}领导之?下,?)?(?:全面)?(?:主持|负责|主管)(?P<name>(?P<stem>[^,;。的]{2,10}?)(?:(?<!干)部|科|处|室|车间|中心))(?:\([^()]*\))?的?(?:全面|日常|行政)*(?:管理)?(?:工作)?(?=$|[,;。])",
)

_HEAD_OF = regex(r"(?P<name>.{2,12}?(?:(?<!干)部|科|处|室|中心))(?P<rank>.{2,3})")

_HOME_LABELS, _FIRST_CLAUSE = (
    ("隶属", "归属", "所属", "所在"),
    regex(
        "(?!(?:[^,，]{0,4})(?:分管|主管|负责|主持|管理|协助|领导|组织|统管|掌管))[^,，;；。、()（）属归在为是由受对向设定]{2,12}(?=[,，;；。])"
    ),
)
_RANKS = regex(
    "[,;。、](?:无|没有)?(?:直接|行政)?(?:上级|下级|下属|领导|汇报|编制|定员|定编|受|对|向|由|\\d+[名人])"
)
_DONE = regex("领导(?!层)|负责|主持|协助")  # 在馆长领导下负责|办公室


def with_homes_named(roles: Iterable[Role], departments: Iterable[str]) -> Iterator[Role]:
    """The roles, each with the department that its name begins with where that is one of the document's and
    nothing else is said: 保管部主任. `departments`: their names."""
    known = {bare(name): name for name in sorted(departments, key=len, reverse=True)}
    for role in roles:
        name = bare(role.name)
        own = next((known[d] for d in known if name.startswith(d) and _heads(name[len(d) :], d)), "")
        if own and role.named is not None and Field.DEPARTMENT not in role.facts | dict.fromkeys(role.blank):
            home = Passage(own, role.named.quote, role.named.source)
            role = replace(role, facts={**role.facts, Field.DEPARTMENT: home})
        yield role


def named_alone(roles: Sequence[Role], texts: Sequence[str]) -> Iterator[str]:
    """The departments that names of posts begin with and of which a text speaks without those posts:
    会同营运部 tells that of the 营运部部长.
    """
    placed = {bare(role.name) for role in roles if role.department}
    for role in roles:
        found = _HEAD_OF.fullmatch(role.name)
        if found is None or not is_rank(found["rank"]) or bare(role.name) in placed:
            continue
        name = found["name"]
        if any(text.replace(role.name, "").find(name) >= 0 for text in texts if name in text):
            yield name


def _heads(rank: str, department: str) -> bool:
    """Whether a rank is that of who heads a department: 主任, the 院长 of the 兽医院."""
    return is_rank(rank) or rank.removeprefix("副") == f"{department[-1:]}长"


def belongs(text: str, names: tuple[str, ...]) -> bool:
    """Whether a clause says what department a post of the given names belongs to."""
    folded = fold(text)
    if not may_match(_BELONGS, folded):
        return False
    found = (pattern.search(folded) for pattern in compiled(_BELONGS, names))
    return any(match is not None and not _DONE.search(match["name"]) for match in found)


def with_department(role: Role, sentences: Iterable[Passage], names: tuple[str, ...]) -> Role:
    """The department that a sentence says a post belongs to: 本岗位隶属机械科."""
    if home := _labelled(role):
        return replace(role, facts={**role.facts, Field.DEPARTMENT: home})
    for passage in sentences:
        folded = fold(passage.text)
        if may_match(_BELONGS, folded):
            belongs = (pattern.search(folded) for pattern in compiled(_BELONGS, names))
            if found := next((f for f in belongs if f and not _DONE.search(f["name"])), None):
                return _placed(role, passage, found)
        if may_match(_HEADS, folded):
            found = compiled(_HEADS, names)[0].search(folded)
            if found and any(bare(own).startswith(bare(found["stem"])) for own in names):
                return _placed(role, passage, found)
    return role


def _labelled(role: Role) -> Passage | None:
    """The department that is all of the first clause below a label such as 隶属关系."""
    below = [listing.items[0] for listing in role.others if listing.kind.startswith(_HOME_LABELS)]
    for passage in (*below, *about(role)):
        home = home_first(passage.text)
        if home and (passage in below or _RANKS.match(fold(passage.text), len(home))):
            return Passage(home, passage.quote, passage.source)
    return None


def home_first(text: str) -> str:
    """The department that is all of the first clause of a text, empty where it is something else."""
    clause = _FIRST_CLAUSE.match(text)
    own = clause is not None and labels().department_name.fullmatch(fold(clause.group()))
    return clause.group() if clause and own else ""


def _placed(role: Role, passage: Passage, found: re.Match[str]) -> Role:
    name = passage.text[found.start("name") : found.end("name")].strip()
    facts = {**role.facts, Field.DEPARTMENT: Passage(name, passage.quote, passage.source)}
    return replace(role, facts=facts, blank=role.blank - {Field.DEPARTMENT})
