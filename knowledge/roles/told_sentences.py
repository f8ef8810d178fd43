"""What a single sentence about a post tells: its place, what it is for, its rights, partners, its work."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto

from knowledge.regex import regex
from knowledge.roles.behind import is_closing, relates
from knowledge.roles.clause_patterns import CLAUSE
from knowledge.roles.collaboration import speaks_of_partners
from knowledge.roles.headings import is_post
from knowledge.roles.held import does
from knowledge.roles.home_told import belongs
from knowledge.roles.led_by import led_by
from knowledge.roles.lines import Line
from knowledge.roles.own_rights import is_own, rights_told
from knowledge.roles.posts import Posts
from knowledge.roles.prose import prose
from knowledge.roles.purposes import set_up_for
from knowledge.roles.relations import states_superior
from knowledge.roles.standing import standings
from knowledge.roles.told_duties import by_kind, cut
from knowledge.text import fold

_PURPOSE = regex(
    r"\s*(?:的)?(?:首要|主要|根本|核心|基本|中心|总的|全部|总)?(?:任务|职责|目的|宗旨|使命|目标|作用|价值|本分|本职|天职)(?:就是|是|在于|为)(?![:一])(?:要)?"
)
_RIGHT = regex(
    r"\s*(?:必要时|紧急时|紧急情况下|遇[^,;。]{2,14}?,?|在[^,;。]{2,24},)?(?:[他她其]|本岗位?|该岗位?)?(?:也|还|并|且|同时|另外|此外|,)*"
    r"(?:有权(?!限)|无权|可以|可(?=自行|先行?|直接|当场|随时|临时|视情|酌情|单独|代表)|能够?(?=自行|直接|当场)|享有|拥有[^,;。]{2,}权|[只仅]有[^,;。有]{1,8}权)"
    r"|[^;。]{0,30}?(?:对|就)[^;。]{2,24}?(?:有|享有|拥有|具有)[^,;。有]{0,6}权(?:$|[,;。])"
    r"|[^;。]{2,40}?(?:由|归)(?:[他她其]|本岗位?|该岗位?|本人)(?:自行|直接|一人)?(?:决定|批准|审批|审定|做主|说了算|拍板|定|批)"
    r"|[^;。]{2,30}?(?:的|时|后|前),(?:[^,;。]{0,14}?)(?:有权(?!限)|无权|可以|可(?=自行|先行?|直接|当场|随时|临时))"
    r"|[^;。]{2,30}?(?:须|需|应|要|得|必须)?经(?:过)?(?:[他她其]|本岗位?|该岗位?)(?:本人)?(?:同意|批准|审批|审核|签字|认可|点头)"
    r"|[^;。]{2,30}?(?:[他她其]|本岗位?|该岗位?)(?:可以|有权(?!限)|无权|能(?=自|直|当))"
    r"|[^;。]{2,30}?由(?:[他她其]|本岗位?|该岗位?)提出[^,;。]{0,8}(?:方案|意见|建议|人选|名单)"
    r"|[^;。]{2,40}?[,,]?(?:[他她其])(?:说了算|可以?做主|能做主|可以?拍板|就能定|就可以?定)"
)
_NEXT_RIGHT = regex(
    r"(?<![的时者后前下况内上间)）])[,，](?:也|还|并|且|同时|但)?"
    r"(?=有权(?!限)|无权[^,，;；。]{5}|可以|可自行|可直接|对[^,，;；。]{2,20}(?:有|享有)[^,，;；。有]{0,6}权)"
    r"|[;；](?=[^;；。]*(?:有权(?!限)|无权|可以|可(?:自行|直接|先)|由其|权(?:$|[;；。])))"
)
_GIVES = regex("权|可|由[^,;。]{2,16}(?:批准|审批|决定|审定|签批|核准)")
_MAY = regex("(?:也|还|均|都)?(?:有权|无权|可以|可|对)")
_DECIDED = regex(r"由(?P<who>[^,;。由]{2,16}?)(?:审批|批准|审定|核准|签批|审核)")
_AWAY = regex(
    "不在岗?(?:位)?(?:时|期间)|外出时|请假时|(?:请假|外出|休假|出差|离岗)(?:期间|时)?,?[^,;。]{0,4}由"
)


class Told(Enum):
    """What a sentence tells."""

    PLACE = auto()
    SUMMARY = auto()
    PURPOSE = auto()
    RIGHT = auto()
    PARTNERS = auto()
    OTHER = auto()
    WORK = auto()
    APART = auto()


def sentences(line: Line) -> Iterator[Line]:
    """The sentences of a paragraph."""
    parts = [part for part in cut(line.text, "。！!") if part.strip()]
    if len(parts) == 1:
        yield line
        return
    for part in parts:
        yield replace(line, text=part.strip(), quote=part.strip(), strong="")


def subject_end(folded: str, names: Sequence[str]) -> int:
    """Where the subject of a sentence ends that is the post: its name, with another one in brackets, or a
    pronoun; 0 where it has another or none."""
    longest = min(max(map(len, names), default=0), len(folded))
    short = (end for end in range(longest, 1, -1) if is_own(folded[:end], names))
    own = next((word for word in prose().pronouns if folded.startswith(word)), "")
    end = next(short, len(own))
    if not end or folded.startswith(("、", "和", "与", "及", "它"), end):
        return 0
    behind = _BRACKET.match(folded, end)
    return behind.end() if behind else end


_SUMS_UP = regex(
    r"(?:主要|全面)*(?:主持|统管|总揽|统领|统筹|掌管|把握)|全面(?:负责|管理|领导)"
    r"|(?:就?是|为)[^,;。]{2,30}(?:负责人|责任人|总[^,;。的]{1,3}|人)(?:$|[,。])"
    r"|(?:负责|对)[^,;。]{2,20}(?:全面|总体|全部)(?:管理|工作|事务|责任)|[^;。]{2,40}负(?:总|全面|第一)责"
    r"|把好[^;。]{2,20}关|负责[^;。,]{2,30},(?:保证|确保|让|使)"
)
_IS = regex("(?:就?是|系|作为)(?!否)[^;。]{2,}")
_TOPIC = regex(
    r"(?:在)?(?P<what>权限|权力|职权|配合|协作|协调|联系|联络|往来|协同|合作|沟通)(?:方面|关系)?上?,"
)
_BRACKET = regex(r"\([^()]{1,24}\)")


def purpose(text: str, names: Sequence[str]) -> int:
    """Where a sentence says what the post is for: 站长的任务是|管好全站; else 0."""
    folded = fold(text)
    if ";" in folded.rstrip(";。"):
        return 0
    start = subject_end(folded, names)
    for pattern in (_PURPOSE, prose().purpose):
        if found := pattern.match(folded, start) or pattern.match(folded):
            return found.end()
    return set_up_for(folded, names)


def sums_up(text: str, names: Sequence[str]) -> bool:
    """Whether a sentence says of the post as a whole what it does: 站长主持全站工作, 对安全负总责."""
    folded = fold(text)
    start = subject_end(folded, names)
    named = start and not folded.startswith(prose().pronouns)
    told = _SUMS_UP.match(folded, start) or (named and _IS.match(folded, start))
    return bool(told) and ";" not in folded


def places(text: str, names: Sequence[str], anywhere: bool = False) -> bool:
    """Whether the first or most clauses of a sentence say where the post stands, or one (`anywhere`)."""
    if relates(text):
        return True
    clauses_of = [clause.group() for clause in CLAUSE.finditer(fold(text).strip().rstrip("。;"))]
    placed = [_places(clause, names) for clause in clauses_of]
    return any(placed) if anywhere else any(placed[:1]) or 2 * sum(placed) > len(placed)


def _places(clause: str, names: Sequence[str]) -> bool:
    if any(states_superior(clause, name) for name in names) or belongs(clause, tuple(names)):
        return True
    own, posts = tuple(names), Posts(map(fold, names))
    return any(standings(clause, own, posts)) or any(led_by(clause, own, posts))


def kind_of_sentence(line: Line, names: Sequence[str]) -> Told:
    """What a sentence tells of the post with the given names."""
    text, folded = line.text, fold(line.text)
    if topic := _TOPIC.match(folded):  # 在权限上，…
        return Told.RIGHT if "权" in topic["what"] else Told.PARTNERS
    works = folded.startswith("负责", subject_end(folded, names))
    told = (
        (Told.APART, is_closing(text)),
        (Told.PURPOSE, purpose(text, names)),
        (Told.PARTNERS, not works and speaks_of_partners(text)),
        (Told.OTHER, "由" in folded and _AWAY.search(folded)),
        (Told.RIGHT, tells_right(line, names)),
        (Told.PLACE, places(text, names)),
        (Told.SUMMARY, sums_up(text, names)),
    )
    if kind := next((kind for kind, tells in told if tells), None):
        return kind
    doing, may, _ = by_kind([line], names)
    if may or not doing:
        return Told.RIGHT if may else Told.OTHER
    return Told.APART if _is_decided_by_others(text, names) else Told.WORK


def _is_decided_by_others(text: str, names: Sequence[str]) -> bool:
    """Whether a sentence tells who else decides a matter, and nothing of the post."""
    folded = fold(text)
    if any(fold(name) in folded for name in names) or does(text):
        return False
    decided = [found["who"] for found in _DECIDED.finditer(folded)]
    return any(is_post(who) or who.endswith(prose().bodies) for who in decided)


def tells_right(line: Line, names: Sequence[str]) -> bool:
    """Whether a sentence tells what the post may decide."""
    folded = fold(line.text)
    start = subject_end(folded, names)
    return any(rights_told(line, names)) or bool(_RIGHT.match(folded, start))


def rights_in(line: Line) -> Iterator[Line]:
    """The rights of a sentence, each apart: 有权停机，有权调班; no case is one (2000元以内的，可自行决定).
    The pronoun of the first means nothing there: 他|可以停机，可以调班."""
    parts, start = list[str](), 0
    for found in (*_NEXT_RIGHT.finditer(line.text), None):
        if found and _GIVES.search(line.text, start, found.start()) is None:
            continue
        text = line.text[start : found.start() if found else len(line.text)].strip()
        parts += [text] if text else []
        start = found.end() if found else start
    for i, text in enumerate(parts):
        end = subject_end(fold(text), ()) if len(parts) > 1 and not i else 0
        own = text[end:] if _MAY.match(text, end) else text
        yield replace(line, text=own, quote=text if len(parts) > 1 else line.quote or text, depth=0)
