"""Numbers of posts in sentences: 管理处定员43人：项目经理1人，客服主管1人; 设班长2名."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.regex import regex
from knowledge.roles.names import split_list
from knowledge.roles.posts import Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.role import Passage
from knowledge.text import fold

_NUMBER = r"(?P<count>(?:\d+|[一二两三四五六七八九十]+)(?:[-~至](?:\d+|[一二三四五六七八九十]+))?\s*[名人])"
_CALLED = r"(?:\((?:以下|下)?(?:简称|又称|也称|即)[^()]*\))?"
_ENTRY = regex(rf"(?P<name>[^,;。:、()\d\s]{{2,14}}?){_CALLED}\s*(?:各)?\(?{_NUMBER}\)?(?=$|[,;。、()和及])")
_ONLY = regex(rf"^(?P<name>[^,;。:、()\d\s]{{2,14}}?)\s*\(\s*{_NUMBER}[^()]*\)$")
_PLACE = regex(
    r"^(?:第[^条]{1,4}条\s*)?(?![每各本该所])(?P<name>[^,;。:、()\d\s]{1,12}?(?:(?<!干)部|科|室|处|中心|站|所|车间|班|组|队|厅|馆|办))"
    r"\s*(?::|(?=(?:主要|全面)?(?:负责(?!人)|承担|牵头|共|定员|编制|现有|隶属|设[^备施计])))"
)
_OUR = regex("^[我本全](?:校|院|公司|厂|局|所|站|馆|店|园|社|行|集团)?(?=.{2,})")
_RANK = regex("副?(?:部长|科长|室主任|处长|主任|站长|所长|班长|组长|队长|干事|主管|经理|组员|科员|领班)")
NOT_LED = regex("配[送电菜料件药气货音镜载方]|设[计备]|管[道家网片]")  # begin like words for staffing
_FIXED = ("定员", "定编", "编制", "满编")  # 理赔部定员8人 is the number of a department
_NUMBERED = regex(rf"^(?P<name>[^,;。:、()\d\s]{{2,14}}?)\s*[x×*]?\s*\(?{_NUMBER}\)?$")
_EACH_PLACE = regex(r"(?:每个?|各)(?P<place>[^,;。:、()\d\s]{2,10}?)(?:设有?|配备?|各设|有)(?=.{2})")
_LEAST = 2  # entries that make a list of posts with numbers


@dataclass(frozen=True, slots=True)
class Staffed:
    """A post with its number, and the department whose list of posts it stands in, if any."""

    name: str
    count: Passage
    department: Passage | None = None


def find_staffing(passage: Passage, posts: Posts) -> Iterator[Staffed]:
    """The posts and their numbers that a sentence states."""
    text, folded = passage.text, fold(passage.text)
    if (only := _ONLY.match(folded)) and posts.is_post(only["name"].strip()):  # 3.社会救助岗（2人）
        yield Staffed(text[: only.end("name")].strip(), _count(text, only, passage))
        return
    placed = _PLACE.match(folded)
    place = _OUR.sub("", text[placed.start("name") : placed.end("name")]) if placed else ""
    department = Passage(place, passage.quote, passage.source) if place else None
    for sentence in re.finditer(r"[^;。]+", folded):
        entries = list(_ENTRY.finditer(folded, sentence.start(), sentence.end()))
        named = [(m, *_name(m["name"], posts, len(entries) >= _LEAST, bool(place))) for m in entries]
        found = [(m, name, led) for m, name, led in named if name]
        if len(found) < _LEAST and not any(led for _, _, led in found):
            continue
        for match, name, _ in found:
            at = match.start() + match["name"].rfind(name)
            full = text[at : at + len(name)].strip()
            if place and name not in posts.known and _RANK.fullmatch(name):
                short = place[:-1] + full  # 总务处设主任1人: the 总务主任 that is described below
                full = short if fold(short) in posts.known else place + full
            elif own := _with_place(match["name"], name, posts):
                full = own
            yield Staffed(
                full, _count(text, match, passage, each=match["name"].strip()[:1] == "每"), department
            )


def _with_place(text: str, rank: str, posts: Posts) -> str:
    """The post of which a sentence tells place and rank: 每个营业厅设主任一人 counts the 营业厅主任."""
    found = _EACH_PLACE.match(text.strip()) if _RANK.fullmatch(rank) else None
    name = f"{found['place']}{rank}" if found else ""
    return name if name in posts.known else ""


def is_rank(name: str) -> bool:
    """Whether a name tells a rank and not of what: 科长, 副主任."""
    return _RANK.fullmatch(fold(name).strip()) is not None


def staff_listed(passage: Passage) -> Iterator[Staffed]:
    """The numbers behind the names of a field that lists posts: 驾驶员（6名）、修理工2名."""
    for part in split_list(passage.text):
        if found := _NUMBERED.match(fold(part)):
            count = part[found.start("count") : found.end("count")].strip()
            name = part[: found.end("name")].strip()
            yield Staffed(name, Passage(count, passage.quote, passage.source))


def _count(text: str, found: re.Match[str], passage: Passage, each: bool = False) -> Passage:
    """The number as the text has it; with what stands before it where that is the number of `each` place."""
    start = found.start("name" if each else "count")  # 每店设店长1人
    return Passage(text[start : found.end("count")].strip(), passage.quote, passage.source)


def _name(text: str, posts: Posts, listed: bool, placed: bool) -> tuple[str, bool]:
    """The post before a number, and whether a word for staffing leads it: 设班长2名; empty where none.

    `placed`: the sentence tells of which department, so that a rank will do: 结算中心…设主管1人.
    """
    text = text.strip()
    if fold(text) in posts.known:  # 图书管理员 is no 员 that is led
        return text, False
    led = _lead().match(text)
    led = (
        None if led is not None and (led.end() == len(text) or NOT_LED.match(text)) else led
    )  # 大厅主管 ends in a word for leading
    name = text[led.end() :].strip() if led else text
    if led and (again := _again().match(name)):
        name = name[again.end() :].strip()  # 仓库主管|下面有|仓管员
    if led and len(name) < _LEAST and posts.is_post(text):
        return text, False  # 仓管员 leads no 员
    if not name or name in prose().headcount or name in prose().generic or name.endswith(_FIXED):
        return "", False
    short = led is not None and len(name) == _LEAST and name.endswith(prose().suffixes)  # 站内设泵工三人
    short = short and name not in prose().generic
    if posts.is_post(name) or short or (placed and led is not None and _RANK.fullmatch(name)):
        return name, led is not None
    inner = posts.names.ending(name, least=2)
    return (
        (inner, False)
        if listed and inner and not name[: -len(inner)].endswith(("副", "总", "助理"))
        else ("", False)
    )


@cache
def _again() -> re.Pattern[str]:
    return regex(rf"{alternatives(prose().headcount_leads)}(?:有|了|着)?(?=.{{2}})")


@cache
def _lead() -> re.Pattern[str]:
    leads = (*prose().headcount_leads, *prose().strong, *prose().weak)
    return regex(rf"(?:.{{0,10}}?)(?:{alternatives(leads)})(?:有|了|着|共|为|是)?")
