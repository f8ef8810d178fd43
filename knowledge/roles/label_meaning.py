"""What a label that no table has means: what its words say, where what stands there does not say otherwise.

Items that end with 权 are rights, items that begin with verbs of work are duties, names of posts are above
or below the post, names of departments and other houses are partners. Where neither tells, it is unknown.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from knowledge.regex import regex
from knowledge.roles.headings import is_department, is_post
from knowledge.roles.held import does, is_right, speaks_otherwise
from knowledge.roles.label_places import Place
from knowledge.roles.label_relations import holds_names, names_in, relation_labels
from knowledge.roles.labels import Field, labels
from knowledge.text import bare

_MOSTLY, _HALF = 0.7, 0.5
_LEAST = 2  # items of a list of duties
_LONGEST_NAME = 14
_SENTENCE = 8  # characters of what a post is for
_NUMBER = regex(r"\d|[一二三四五六七八九十两]")
_OF_POST = regex("^(?:本?岗位?|职位|角色)(?!.*(?:级|时|地|薪|环境|编|类))|本岗")  # 岗位贡献
_KIND_OF_RIGHTS = regex("[^权]{2,6}(?<!职)权")
_HOUSE = regex(
    "(?:部|科|室|组|处|局|所|站|院|校|厂|店|中心|公司|集团|机构|单位|部门|银行|协会|学会|委员会|政府|街道|社区|大队|支队|派出所|法院|[供客厂]商|商户"
    "|企业|客户|业主|家长|学生|患者|媒体|合作方|供应方|代理|伙伴|事务所|各[^的]{2,8})$"
)


def meanings(places: Mapping[str, Sequence[Place]], known: AbstractSet[Field]) -> dict[str, Field]:
    """The field of each label of a document; `known`: the fields that labels of the table have there."""
    found = {key: field for key, field in relation_labels(places).items() if not labels().field_of(key)}
    for key, at in places.items():
        if key in found or labels().field_of(key) not in (None, Field.TITLE):
            continue
        if Field.AUTHORITIES in known and _KIND_OF_RIGHTS.fullmatch(key):
            continue  # 人事权 beside 工作权限 is a kind of those
        if labels().field_of(key) is Field.TITLE and not (purpose(at) and Field.SUMMARY not in known):
            continue  # 岗位说明 heads a form, or one sentence
        if (field := _by_words(key, at, known)) is not None:
            found[key] = field
    taken = {*known, *found.values()}
    left = {key: at for key, at in places.items() if key not in found and not labels().field_of(key)}
    for field, fits in ((Field.AUTHORITIES, rights), (Field.DUTIES, duties), (Field.SUMMARY, purpose)):
        fitting = [key for key, at in left.items() if not speaks_otherwise(key) and fits(at)]
        if field is Field.SUMMARY and not fitting:
            fitting = [key for key, at in left.items() if _OF_POST.search(key) and sentences(at)]
        sure = fitting if field is Field.AUTHORITIES else fitting[: len(fitting) == 1]
        if field not in taken:
            found |= dict.fromkeys(sure, field)
    if Field.COLLABORATION not in taken and Field.COLLABORATION_KIND not in taken:
        partners = [key for key, at in left.items() if key not in found and houses(at)]
        found |= dict.fromkeys(partners if len(partners) <= _LEAST else [], Field.COLLABORATION)
    return found


def _by_words(key: str, at: Sequence[Place], known: AbstractSet[Field]) -> Field | None:
    """What the words of a label say, where what stands below can be that."""
    field = labels().headings.get(key)
    field = field or next((field for field, pattern in labels().learned if pattern.search(key)), None)
    if field is None or not _allows(field, at):
        field = next(
            (
                f
                for f, pattern in labels().alone
                if pattern.search(key) and (f is Field.COLLABORATION or f not in known) and _allows(f, at)
            ),
            None,
        )
    return field


def _allows(field: Field, at: Sequence[Place]) -> bool:
    """Whether what stands in the places of a label can be of a field."""
    names = holds_names(at)
    match field:
        case Field.SUPERIOR | Field.SUBORDINATES:
            return names
        case Field.HEADCOUNT:
            return all(_NUMBER.search(item) and len(item) < _SENTENCE for p in at for item in p.content)
        case Field.DUTIES:
            return not names and not rights(at) and not houses(at)
        case Field.COLLABORATION:
            return names or houses(at) or not (rights(at) or duties(at))
        case Field.AUTHORITIES | Field.SUMMARY:
            return not names and not houses(at)
        case _:
            return True


def _share(at: Sequence[Place], fits: Callable[[str], bool]) -> float:
    items = [item for place in at for item in place.content]
    return sum(map(fits, items)) / max(len(items), 1)


def houses(at: Sequence[Place]) -> bool:
    """Whether what stands below a label is names of departments, other houses and posts."""
    values = [part for place in at for item in place.content for part in names_in(item.rpartition("：")[2])]
    short = [value for value in values if len(value) <= _LONGEST_NAME]
    of_houses = sum(map(is_house, short))
    named = sum(is_post(value) or is_department(value) for value in short)
    return bool(of_houses) and of_houses + named >= _MOSTLY * len(values)


def is_house(name: str) -> bool:
    """Whether a name ends like that of a department or another house."""
    return _HOUSE.search(bare(name)) is not None


def rights(at: Sequence[Place]) -> bool:
    """Whether rights stand below a label."""
    return _share(at, is_right) >= _MOSTLY


def duties(at: Sequence[Place]) -> bool:
    """Whether lists of work stand below a label."""
    lists = sum(len(place.content) >= _LEAST for place in at) >= _MOSTLY * len(at)
    return lists and _share(at, does) >= _HALF and _share(at, is_right) == 0


def purpose(at: Sequence[Place]) -> bool:
    """Whether one sentence stands below a label that says what a post is for."""
    return sentences(at) and _share(at, does) >= _HALF


def sentences(at: Sequence[Place]) -> bool:
    """Whether one sentence stands below a label that is neither a right nor a list of names."""
    one = all(len(place.content) <= 1 and not place.listed for place in at)
    long = all(len(item) >= _SENTENCE for place in at for item in place.content)
    return one and long and not rights(at) and not houses(at) and not holds_names(at)
