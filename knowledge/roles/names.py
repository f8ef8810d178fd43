"""Names of posts as fields write them: lists, remarks in brackets, aliases."""

from dataclasses import dataclass

from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.roles.labels import labels
from knowledge.text import fold

_BRACKET = regex(r"[（(]([^（()）]*)[)）]")
_ALIAS_BREAK = regex(r"\s*[/、,，;；]\s*")
_PADDED_NAME = regex(
    r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff])+"
)  # 司 机, spread to the width of its neighbours
_LONGEST_PERSON = 3  # characters of a person's name
_PADDED = regex(r"\s+")
_COUNT = regex(r"\s*(?:[x×*]?\s*\d+\s*[名人个位]?|[一二三四五六七八九十两]+[名人个位]|若干[名人]?|等.{0,4})$")
_DOTTED_LEAD = regex(r"^(?:虚线)?(?:汇报给?|协调|管理|指导|分管|对接|联系|领导|上级|下级)?\s*[:：]?\s*")
_ENGLISH = regex(r"^(?P<english>[A-Za-z]+(?:[ .&-]+[A-Za-z]+)+)[ /]+(?P<name>[\u4e00-\u9fff]{2,})$")
_ENGLISH_BEHIND = regex(
    r"^(?P<name>[\u4e00-\u9fff]{2,})(?:\s*/\s*|\s+(?=[A-Za-z]+[ .&-]))"
    r"(?P<english>[A-Za-z]+(?:[ .&-]+[A-Za-z]+)*)$"
)
_NO_ALIAS = regex(
    r"^(?:兼|隶属|归属|属于?|直属|定员|编制|定编|向|对|受|归|由|含|包括|包含|下设|分为|分|共|限|各|试行|暂行|代理|\d|[一二三四五六七八九十]+[名人个位]|.*岗位职责|虚线|实线|.*\d{2,})"
)

_PLACE = regex("[\u4e00-\u9fff]+(?:园|店|部|处|科|室|校|院|站|厂|公司|中心|片区|大区|馆|车间|项目|分所)")

_TOLD = regex(
    "领导下|负责(?!人)|汇报|直接上级|直接下级|[上下]级[为是:]|下辖|管辖|(?:直接|^.*[,;])管理|无(?:直接)?(?:下级|下属|上级)|工作[,。;]"
    "|由[^,;。由]{2,16}(?:领导|管理|分管|直管|带领|安排|指挥|调度)|听命于|服从于?|手下[有管带]|带领"
)
_REPORTED = regex(r"[^向]{0,14}向(?P<name>[^向]{2,14}?)(?:报告|汇报)(?:工作)?")  # 重大事项同时向董事会报告


@dataclass(frozen=True, slots=True)
class Named:
    """The names in a field's value: on the reporting line, and by a dotted line."""

    solid: tuple[str, ...]
    dotted: tuple[str, ...]


def split_alias(text: str) -> tuple[str, tuple[str, ...]]:
    """A post's name and the other names in brackets behind it: 产品经理（Product Manager，简称 PM）."""
    name, aliases = text.strip(), list[str]()
    name = _without_person(name)
    both = _ENGLISH.match(name) or _ENGLISH_BEHIND.match(name)
    if both and both["name"].endswith(grades().heads):  # Store Manager 店长, not 前端 Tech Lead
        name, aliases = both["name"], [both["english"]]
    found = _BRACKET.search(name)
    while found and found.start() > 0:
        for alias in _ALIAS_BREAK.split(found[1]):
            plain = alias.strip()
            prefix = labels().alias_prefix.match(fold(plain))
            plain = plain[prefix.end() :].strip() if prefix else plain
            place = not prefix and _PLACE.fullmatch(plain) is not None  # 园长（城南园）, 店长（客服部）
            if plain and not place and not _NO_ALIAS.match(fold(plain)):
                aliases.append(plain)
        name = (name[: found.start()] + name[found.end() :]).strip()
        found = _BRACKET.search(name)
    name = _PADDED.sub("", name) if _PADDED_NAME.fullmatch(name) else name
    held = next((alias for alias in aliases if alias.endswith(grades().heads)), "")
    if held and _is_person(name):  # 张敏（行政主管）
        return held, ()
    return name, tuple(dict.fromkeys(aliases))


def _is_person(text: str) -> bool:
    """Whether a text is as long as the name of a person, begins like one and is no post."""
    known = text[:1] in labels().surnames and 2 <= len(text) <= _LONGEST_PERSON
    return known and not (
        text in grades().before or text.endswith(grades().heads) or text[-1] in "部科处室组"
    )


def _without_person(text: str) -> str:
    """The post of a cell that holds its holder too: 部长 刘建军, 刘建军 部长."""
    words = text.split()
    if len(words) != 2:
        return text
    for post, person in (words, words[::-1]):
        if _is_person(person) and post.endswith(grades().heads):
            return post
    return text


def split_list(text: str) -> list[str]:
    """The members of a list; separators inside brackets do not cut."""
    parts, depth, start = [], 0, 0
    folded = fold(text)
    for i, character in enumerate(folded):
        depth += (character == "(") - (character == ")")
        if depth <= 0 and labels().separators.match(character):
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def in_sentences(text: str) -> bool:
    """Whether the value of a field of relations is told in sentences: 对主任负责,直接管理出纳."""
    return _TOLD.search(fold(text)) is not None


def read_names(text: str) -> Named:
    """The names in the value of a superior or subordinates field; a remark 虚线 makes a dotted line."""
    table = labels()
    solid: list[str] = []
    dotted: list[str] = []
    parts = split_list(text.rstrip("。.；;"))
    guides = [any(remark.strip() in table.guiding for remark in _BRACKET.findall(part)) for part in parts]
    for part, guide in zip(parts, guides, strict=True):
        remarks = _BRACKET.findall(part)
        name = _COUNT.sub("", _BRACKET.sub("", part)).strip()
        name = told["name"] if (told := _REPORTED.fullmatch(name)) else name
        marked = [remark for remark in remarks if any(word in remark for word in table.dotted)]
        bare_mark = any(fold(remark).strip() in table.dotted for remark in marked)
        for remark in marked:
            if not bare_mark and (other := _DOTTED_LEAD.sub("", remark).strip()):
                dotted.append(other)
        if name and not table.is_none(name) and not table.no_names.fullmatch(fold(name)):
            (dotted if bare_mark or (guide and not all(guides)) else solid).append(name)
    return Named(tuple(dict.fromkeys(solid)), tuple(dict.fromkeys(dotted)))
