"""Who leads whom, told of several posts in a paragraph outside their descriptions.

店长由区域经理领导，管理领班和收银员，这两个岗位各设2名。

A clause without a subject is about that of the clause before, or about the posts listed last (各, 均).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.regex import regex
from knowledge.roles.bracketed import bracket_behind
from knowledge.roles.headings import is_department, may_be_post
from knowledge.roles.labels import Field
from knowledge.roles.name_set import NameSet
from knowledge.roles.posts import Posts
from knowledge.roles.relations import superiors_in
from knowledge.roles.role import Passage, Role
from knowledge.roles.staffing import NOT_LED
from knowledge.text import bare, fold

_SENTENCE, _CLAUSE = regex(r"[^。;\n]+"), regex(r"(?:\([^()]*\)|[^,:])+")
_LEADS = regex(
    r"(?:的|下面|手下|底下|之下|以下|下|直接|统一|具体|负责|共|分别|只|仅|主要|日常|还|也|又|另外?)*"
    r"(?:(?:下级|下属|部属|部下)(?:岗位|人员)?(?:为|是|有|包括|:)|设有?|配有?|有|管理|管辖|带领|领导|分管|统管|督导|指挥|主管|辖|管|带)(?:着|了|有|的是)?"
)
_PLACED = regex(r"(?P<place>[^,]{0,12}?)(?:共|只|各|均|统一)?(?:设有?|配备?|配有)")
_NOTHING = regex("")
_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[名人位个]"
_NUMBERED, _JOIN = regex(rf"(?P<name>[^\d]{{2,8}}?)(?P<count>各?{_N})"), regex("、|以及|[和及与]")
_THESE = regex(
    r"(?:这|该|上述|以上)(?:[一二两三四五六七八九十\d]+个?)?(?:个|类|种)?(?:岗位|人员|人|职位)|他们|前者|(?=各|均|都|分别)"
)
_EACH = regex(rf"(?:各|均|都|分别)(?:自|设有?|配备?|有|为|编制|定员)*(?P<count>{_N})(?:编制)?$")
_OWN_COUNT = regex(rf"(?:(?:编制|定员|定编|人数|共|设有?|配备?|有)(?:为|是|共|:)*)?(?P<count>{_N})$")
_ALL = regex("(?:均|都|也|同样|分别|一律|统一|直接)+")
_UPWARDS = regex(
    r"(?:的)?(?:直接|行政|顶头)?(?:上级|上司|领导|主管)(?:岗位)?(?:都|均)?(?:是|为)(?P<is>[^,]{2,14})$"
    r"|(?:直接)?(?:由|归|受|隶属于?|属于?)(?P<by>[^,]{2,12}?)(?:直接|统一|任命|任免|聘任|委派|考核|[并和、])*(?:管理|领导|管辖|指挥|管)?$"
)
# 物流部负责人为物流经理: who is at the head of the department that a paragraph introduces
_HEADED = regex(
    r"(?P<place>[^,]{0,12}?)的?(?:(?:第一)?(?:负责人|主要领导)(?:岗位)?(?:为|是|由)(?P<who>[^,]{2,14}?)(?:担任|出任)?"
    r"|由(?P<by>[^,]{2,14}?)(?:全面)?(?:负责|主持|领导|管理|负责管理)(?:工作)?)$"
)
_BRACKET = regex(r"^\([^()]*\)")
_ANY_PLACE = ("部门", "科室", "单位", "班组")
_OF_PLACE = regex(r"(?:隶属于?|归属于?|属于?|编入|归)(?P<home>[^,]{2,14}?)$")
_OUTSIDE = regex(
    r".{2,}(?:局|委|厅|部|公司|集团|政府|总部|协会|学会|办事处|街道|银行|总行|分行|大学|管委会|总院|总站)$"
)
_PLACES = ("站", "所", "厅", "店", "队", "馆", "库", "房", "园")  # how names of departments end beside others
_LEAST = 2  # described posts that such a paragraph names, where it begins with none


@dataclass
class _Found:
    """What paragraphs tell, by the bare spelling of names."""

    above: dict[str, tuple[str, Passage]] = field(default_factory=dict)
    below: dict[str, tuple[tuple[str, ...], Passage]] = field(default_factory=dict)
    counts: dict[str, Passage] = field(default_factory=dict)
    led: dict[str, tuple[str, Passage]] = field(default_factory=dict)
    homes: dict[str, tuple[str, Passage]] = field(default_factory=dict)


def _heads(folded: str, names: NameSet) -> tuple[str, ...]:
    """The post that a paragraph about a department says at first to be at its head."""
    first = _CLAUSE.match(folded)
    found = _HEADED.match(first.group().strip()) if first else None
    if found is None or not (is_department(found["place"]) or found["place"].endswith(_ANY_PLACE)):
        return ()
    return (_head(found),) if names.beginning(_head(found)) == _head(found) else ()


def _head(found: re.Match[str]) -> str:
    return found["who"] or found["by"]


def with_lines_of_command(roles: Sequence[Role], loose: Iterable[Passage], posts: Posts) -> list[Role]:
    """The roles with what such paragraphs tell of them and nothing else does."""
    names = NameSet(fold(name) for role in roles for name in (role.name, *role.aliases))
    found = _Found()
    for passage in loose:
        folded = fold(passage.text)
        heads = _heads(folded, names)
        placed = _PLACED.match(folded)  # 质检科设|科长一人
        begins = names.beginning(folded) or (placed and names.beginning(folded[placed.end() :]))
        if heads or begins or len(names.within(folded)) >= _LEAST:
            for sentence in _SENTENCE.finditer(folded):
                reading = _Sentence(passage, names, posts, found, heads)
                for clause in _CLAUSE.finditer(sentence.group()):
                    reading.read(clause.group().strip())
    return [_with(role, found) for role in roles]


@dataclass
class _Sentence:
    """A sentence of such a paragraph read clause by clause; `subjects`: of the clause before, `listed`: the
    posts listed last."""

    passage: Passage
    names: NameSet
    posts: Posts
    found: _Found
    subjects: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()

    def read(self, clause: str) -> None:
        """Take one more clause."""
        said, rest = _subjects(clause, self.names, self.posts)
        if not said and (headed := _HEADED.match(clause)) and _head(headed) in self.subjects:
            self._is_of(self.subjects, headed["place"])
            return
        if len(said) == 1:
            beside = bracket_behind(rest, 0)
            self._is_of(said, beside.get(Field.DEPARTMENT, ""))
            if Field.HEADCOUNT in beside:
                self._count(said[0], beside[Field.HEADCOUNT])
            rest = _BRACKET.sub("", rest, count=1)
        self.subjects = said or self.subjects
        these = None if said else _THESE.match(clause)
        about = self.listed if these else self.subjects
        rest = clause[these.end() :] if these else rest
        if said and not rest.strip():
            self.listed = said
        elif not (self._leads(about, rest) or self._counts(about, rest)) and (
            said or not self._lists(clause, _PLACED)
        ):
            self._is_below(about, rest) or self._lists(clause, _NOTHING, counted=True)

    def _leads(self, about: tuple[str, ...], rest: str) -> bool:
        """Whether a clause puts a list of posts below its subject."""
        below = _list(rest, _LEADS, self.posts) if len(about) == 1 else []
        if below:
            self.listed = self._taken(below)
            self.found.below.setdefault(bare(about[0]), (self.listed, self.passage))
            for name in self.listed:
                self.found.led.setdefault(bare(name), (about[0], self.passage))
        return bool(below)

    def _counts(self, about: tuple[str, ...], rest: str) -> bool:
        """Whether a clause says how many hold each of its posts."""
        count = _EACH.match(rest) or _OWN_COUNT.match(rest)
        for name in about if count else ():
            self._count(name, count["count"] if count else "")
        return count is not None

    def _lists(self, clause: str, leads: re.Pattern[str], counted: bool = False) -> bool:
        """Whether a clause lists posts without putting them below one; `counted`: with their numbers."""
        at = leads.match(clause)
        if at is not None and at.end() and NOT_LED.match(clause, at.end() - 1):
            return False
        listed = _list(clause, leads, self.posts)
        if listed and (not counted or any(count for _, count in listed)):
            self.subjects = self.listed = self._taken(listed)
            return True
        return False

    def _is_below(self, about: tuple[str, ...], rest: str) -> bool:
        """Whether a clause puts a post or a department above its subjects."""
        home = _OF_PLACE.match(_ALL.sub("", rest, count=1))
        if about and home and self._is_of(about, home["home"]):
            return True
        above = _superior(_ALL.sub("", rest, count=1), about, self.passage, self.posts) if about else ""
        for name in about if above else ():
            self.found.above.setdefault(bare(name), (above, self.passage))
        return bool(above)

    def _is_of(self, about: tuple[str, ...], place: str) -> bool:
        """Whether posts are of a department, by its name."""
        if not place or not (is_department(place) or place.endswith(_PLACES)):
            return False
        for name in about:
            self.found.homes.setdefault(bare(name), (place, self.passage))
        return True

    def _taken(self, listed: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """The names of a list, their numbers taken notice of: 各 before the last one is about all of them."""
        each = listed[-1][1] if listed[-1][1].startswith("各") else ""
        for name, count in listed:
            if number := (count or each).lstrip("各共约"):
                self._count(name, number)
        return tuple(name for name, _ in listed)

    def _count(self, name: str, number: str) -> None:
        self.found.counts.setdefault(bare(name), replace(self.passage, text=number.strip()))


def _subjects(clause: str, names: NameSet, posts: Posts) -> tuple[tuple[str, ...], str]:
    """The described posts that a clause begins with, and the rest of it."""
    own = names.beginning(clause)
    if not own:
        return (), clause
    several = posts.read(clause, 0)
    if several is not None and len(several.names) > 1 and not any(several.counts) and own in several.names:
        return several.names, clause[several.end :]
    return (own,), clause[len(own) :]


def _list(text: str, leads: re.Pattern[str], posts: Posts) -> list[tuple[str, str]]:
    """The posts with their numbers that are all that stands behind words for leading or staffing."""
    lead = leads.match(text)
    if lead is None:
        return []
    listed = posts.read(text, lead.end())
    if listed is None or listed.partial or text[listed.end :].strip(" 等"):
        counted = [_NUMBERED.fullmatch(part) for part in _JOIN.split(text[lead.end() :])]
        named = [(part["name"], part["count"]) for part in counted if part and may_be_post(part["name"])]
        return named if len(named) == len(counted) else []  # 管理前台接待四名
    return list(zip(listed.names, listed.counts, strict=True))


def _superior(rest: str, about: tuple[str, ...], passage: Passage, posts: Posts) -> str:
    """The post or department that a clause puts above its subjects; empty where it names none."""
    if upwards := _UPWARDS.match(rest):
        who = (upwards["is"] or upwards["by"]).strip()
        return who if posts.is_post(who) or is_department(who) or _OUTSIDE.match(who) else ""
    stated = superiors_in(Passage(rest, passage.quote, passage.source), about, posts)
    return stated[0] if len(stated) == 1 else ""


def _with(role: Role, found: _Found) -> Role:
    keys = [bare(name) for name in (role.name, *role.aliases)]
    facts = dict(role.facts)
    superiors, subordinates = role.superiors, role.subordinates
    home = next((found.homes[key] for key in keys if key in found.homes), None)
    lines = (found.above, found.led, found.homes)  # what is told of a post itself, then of those above it
    above = next((told[key] for told in lines for key in keys if key in told), None)
    if above is not None and not superiors and Field.SUPERIOR not in facts and bare(above[0]) not in keys:
        superiors = (above[0],)
        facts[Field.SUPERIOR] = replace(above[1], text=above[0])
    below = next((found.below[key] for key in keys if key in found.below), None)
    if below is not None and not subordinates and Field.SUBORDINATES not in facts:
        subordinates = below[0]
        facts[Field.SUBORDINATES] = replace(below[1], text="、".join(below[0]))
    if home is not None and above is not home:
        facts.setdefault(Field.DEPARTMENT, replace(home[1], text=home[0]))
    count = next((found.counts[key] for key in keys if key in found.counts), None)
    if count is not None:
        facts.setdefault(Field.HEADCOUNT, count)
    if len(facts) == len(role.facts):
        return role
    blank = role.blank - facts.keys()
    return replace(role, superiors=superiors, subordinates=subordinates, facts=facts, blank=blank)
