"""Posts that sentences of a description put below its own post: 会计由财务经理直接带, 装卸工归库管管理."""

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.regex import regex
from knowledge.roles.clause_patterns import CLAUSE_START
from knowledge.roles.grades import drops_grade, grades, head_of
from knowledge.roles.posts import Listed, Posts
from knowledge.roles.prose import alternatives, prose
from knowledge.text import fold

_KEPT = 64  # patterns of roles read last
_COUNT = regex(r"(?:共|各)?(?:\d+|[一二两三四五六七八九十]+)[人名](?=$|[、和与及])")
_TOGETHER = regex(r"等?(?:共|这)?(?:\d+|[一二两三四五六七八九十]+)个?(?:岗位|工种|职务|岗|人)$")
_STAFFED = regex(r"[^、]{0,12}?(?:配备有?|配有|下设|内设|设(?![计备施])有?|共有|现有)")
_INSIDE = regex("^[^、,]{1,3}里的(?=.{2})")  # 站里的社工
_OF_EACH = regex("^(?:每个?|各)[^、,的]{1,6}的(?=.{2})")  # 各分店的店长
_WORK = "的(?:日常|各项|全部|具体|业务)*工作"  # what is led is their work: 会计的工作由主任安排
_ARRANGED = "(?:安排|调度|指挥|布置|领导|管理|分管|负责|主管)"
_HOW = "(?:直接|统一|具体|负责|日常)*"


def led_by(folded: str, own: tuple[str, ...], posts: Posts) -> Iterator[Listed]:
    """The lists of posts that a folded sentence puts below the post with the names `own`."""
    if not any(word in folded for word in "由归在向对受服是"):
        return
    for led in _pattern(own, _ranks(own, posts)).finditer(folded):
        listed = _TOGETHER.sub("", _COUNT.sub("", led["names"])).removesuffix("等")
        listed = _OF_EACH.sub("", _INSIDE.sub("", listed))
        if listed.split("、")[0] not in posts.known and (staffed := _STAFFED.match(listed)):
            listed = listed[staffed.end() :]  # 部内设文员一人、会计二人，均由经理管理
        if names := posts.whole(listed) or posts.among(listed, people=True):
            yield Listed(names, led.start("names"), led.end("names"), False, ("",) * len(names))


def _ranks(own: tuple[str, ...], posts: Posts) -> tuple[str, ...]:
    """What the post is called for short in its own description: 站长 is the 奶站站长, unless another post is
    called so."""
    heads = {head_of(name) for name in map(fold, own)}
    short = (h for h in heads if len(h) > 1 and h not in posts.known and h not in prose().unnamed)
    ranks = [h for h in short if not any(drops_grade(h, name) for name in own)]
    ends = [(fold(name), full, end) for name in own for full, end in grades().short.items()]
    ranks += [name.removesuffix(full) + end for name, full, end in ends if name.endswith(full)]  # 勘察总工
    return tuple(sorted(ranks))


@lru_cache(_KEPT)
def _pattern(own: tuple[str, ...], ranks: tuple[str, ...]) -> re.Pattern[str]:
    """会计、出纳均由财务经理直接领导; 各班班主任由其直接领导; 测量员在项目总工的直接领导下工作."""
    names = alternatives([*map(fold, own), *ranks, "本岗位", "其"])
    led = rf"(?:由|归口?|受|接受|服从){names}的?{_HOW}(?:领导|管理|分管|管辖|直管|带领|带|管)(?=$|[,;。])"
    are = rf"(?:是|为){names}的?(?:直接|直属)?(?:下属|下级)(?=$|[,;。])"
    work = rf"{_WORK}(?:均|都|统一)?由{names}{_HOW}{_ARRANGED}(?=$|[,;。])"
    below = rf"在{names}的?{_HOW}(?:领导|带领)之?下"
    answers = rf"(?:向|对){names}{_HOW}(?:负责(?!人)|汇报|报告)(?:工作)?(?=$|[,;。])"
    any_of = f"{led}|{work}|{are}|{below}|{answers}"
    counted = rf"(?<=[人名]),(?={any_of})|,(?=(?:均|都|全部|统一)+(?:{any_of}))"  # 专员3人,对经理负责
    return re.compile(
        rf"{CLAUSE_START}(?P<names>[^,;。:]{{2,60}}?)(?:{counted})?(?:均|都|须|应|直接|统一)*(?:{any_of})"
    )
