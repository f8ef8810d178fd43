"""Posts without headings: each paragraph about one begins with its name and says where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.behind import is_closing
from knowledge.roles.clause_patterns import CLAUSE, SENTENCE
from knowledge.roles.headings import is_chapter, is_post, label_of, post_title
from knowledge.roles.home_told import belongs
from knowledge.roles.numbering import leading_number
from knowledge.roles.posts import Posts
from knowledge.roles.prose import prose
from knowledge.roles.standing import standings
from knowledge.text import bare, fold

_LEAST = 2  # posts that are told of so
_LEAST_SAID = 30  # characters of a description
_LONGEST_NAME, _LONGEST_TITLE = 14, 24  # characters
_PREDICATE = regex("[受由归在对向听属隶是为设共有,]|负责|领导")
_FIRST_CLAUSES = 4  # of which one says where the post stands
_SET_UP = regex(
    r"[^,;。:]{0,10}?(?:共设|设有|设置|设|配备|配有|配|现有|有)(?=[^,;。:、]{2,14}?(?:\d+|[一二两三四五六七八九十]+)[名人个位])"
)
_BEHIND = regex(  # what may stand behind a name that is the subject of a sentence
    r"(?:\([^()]{1,24}\))?(?:(?:这个|这一|一)?(?:岗位?|职位|职务|职)(?!责|能|权|务))?"
    r"(?:[,:]\s*|(?=(?:现|[全本][^,;。]{1,3}?|公司|目前|在编)?(?:共|设|编制|定员|定编|有|配|只|就)?"
    r"(?:为|是|共|有|设|就是)?(?:\d+|[一二两三四五六七八九十]+)[名人个位])"
    r"|(?=[受由归在对向听属隶直管带是为上下手编每也都]|的[任职岗工目主]|主持|负责|统管|全面|服从|接受|行政|业务|没有))"
)
_SETS_UP = regex("设(?![备计施])")  # 生产科设科长一人 names no post before 设
_HELD = regex("(?:为|是|由)(?P<who>[^,;。的]{2,14}?)(?:担任|出任)?(?=$|[,;。])")
_CHAPTER = regex(
    r"\s*(?:关于)?(?P<name>[^,，。；;:：]{2,14}?)(?:如下|规定如下|按下列规定(?:办理|执行))?[:：]"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The post that a paragraph begins to tell of, and where the words about it begin."""

    name: str
    start: int


def with_told_posts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a heading above each such paragraph; just as they are where fewer than two posts are
    told of so. What stands behind them and is about none ends the last description."""
    headed = names_headed(blocks)
    openings = {i: found for i, block in enumerate(blocks) if (found := opening_of(block, headed))}
    named = {bare(found.name) for found in openings.values()}
    if len(named) < _LEAST:
        return list(blocks)
    level = 1 + max((block.level for block in blocks if block.kind is Kind.HEADING), default=0)
    return list(_marked(blocks, openings, level))


def _marked(blocks: Sequence[Block], openings: dict[int, Opening], level: int) -> Iterator[Block]:
    told, here, name, styles = set[str](), False, "", {_style(blocks[i]) for i in openings} - {""}
    for i, block in enumerate(blocks):
        here = here and block.kind in (Kind.TEXT, Kind.ITEM)
        opened = openings.get(i)
        if opened is not None:
            if bare(opened.name) not in told:
                yield block.as_heading(level, opened.name)
            told.add(bare(opened.name))
            here, name = True, opened.name
            yield replace(block, text=block.text[opened.start :].strip(), quote=block.quote or block.text)
        elif here and _style(block) in styles and (own := _own(block, name)):
            yield replace(block, text=own, quote=block.quote or block.text)
        elif here and (chapter := _chapter(block) or ("其他规定" if _style(block) in styles else "")):
            here = False
            yield block.as_heading(1, chapter)
            yield block
        else:
            yield block


def _style(block: Block) -> str:
    """The style of the number that a block begins with, empty where it has none."""
    number = leading_number(block.text) if block.kind is Kind.TEXT else None
    return number.style if number else ""


def _own(block: Block, name: str) -> str:
    """A numbered paragraph without its number, where it goes on with the post of the given name."""
    number = leading_number(block.text)
    text = block.text[number.start :].strip() if number else ""
    return text if text.startswith((name, *prose().pronouns)) else ""


def _heads(block: Block) -> Iterator[str]:
    """The names that a heading or a short line names."""
    text = block.text.strip().rstrip("：:")
    number = leading_number(text)
    plain = (text[number.start :] if number else text).strip()
    if block.kind is Kind.HEADING or (len(plain) <= _LONGEST_TITLE and not plain.endswith(("。", "；"))):
        yield post_title(plain) or plain.split("（")[0].split("(")[0]


def _chapter(block: Block) -> str:
    """The heading of what is about no post, behind the paragraphs about posts; empty for any other line."""
    if block.kind is not Kind.TEXT:
        return ""
    if is_closing(block.text):
        return "附则"
    found = _CHAPTER.match(block.text)
    name = found["name"].strip() if found else ""
    return name if found and name and ("审批" in name or is_chapter(name)) and label_of(name) is None else ""


def names_headed(blocks: Sequence[Block]) -> set[str]:
    """The bare names of what headings and short lines name."""
    return {bare(name) for block in blocks for name in _heads(block)}


def opening_of(block: Block, headed: set[str], least: int = _LEAST_SAID) -> Opening | None:
    """The post of a paragraph, by its first words and what its first sentences say of where it stands.

    `headed`: names that no paragraph opens; `least`: characters of one that does.
    """
    if block.kind is not Kind.TEXT or block.level or len(block.text) < least:
        return None
    number = leading_number(block.text)
    start = number.start if number else 0
    folded = fold(block.text)
    while folded[start : start + 1].isspace():
        start += 1
    if (stop := folded.find("。", start)) > 0:
        titled = folded[start:stop]  # 站长。站长设一名，…; 站长。泵站设一名，…
        if folded.startswith(titled, stop + 1):
            start = stop + 1
        elif len(titled) <= _LONGEST_NAME and _is_name(titled) and bare(titled) not in headed:
            placed = _stands(folded, stop + 1, titled)
            return Opening(block.text[start:stop].strip(), stop + 1) if placed else None
    led = _SET_UP.match(folded, start)
    for at in (led.end(), start) if led else (start,):  # 配载员 is set up by no 配
        if opening := _named_at(block, folded, start, at, headed):
            return opening
    return None


def _named_at(block: Block, folded: str, start: int, at: int, headed: set[str]) -> Opening | None:
    """The post that a paragraph names at a place of its folded text and says at first where it stands."""
    found = (
        (end, _BEHIND.match(folded, end)) for end in range(at + 2, min(at + _LONGEST_NAME, len(folded)) + 1)
    )
    ends = [(end, behind) for end, behind in found if behind and _is_name(folded[at:end])]
    ends = [(end, behind) for end, behind in ends if not _goes_on(folded, at, end, [e for e, _ in ends])]
    for end, behind in ends:
        name = folded[at:end]
        if bare(name) in headed or _is_held(folded, end) or _SETS_UP.search(name, 1):
            return None
        begin = behind.end() if ":" in behind.group() else start
        if _stands(folded, begin, name):
            return Opening(block.text[at:end].strip(), begin)
    return None


def _is_held(folded: str, end: int) -> bool:
    """Whether words before a place of a text are what a post is: 物流部负责人|为物流经理."""
    held = _HELD.match(folded, end)
    return held is not None and folded.endswith("负责人", 0, end) and is_post(held["who"])


def _goes_on(folded: str, at: int, end: int, ends: Sequence[int]) -> bool:
    """Whether a longer name of a post begins with a name, and nothing like a predicate is between both ends:
    no 门卫 of 门卫管理员."""
    return any(e > end and is_post(folded[at:e]) and not _PREDICATE.search(folded, end, e) for e in ends)


def _is_name(name: str) -> bool:
    """Whether words are the name of a post and of one alone."""
    return not any(mark in name for mark in "、和与及(),由") and is_post(name)


def _stands(folded: str, start: int, name: str) -> bool:
    """Whether the first clauses say where the post stands."""
    posts = Posts([name])
    first = SENTENCE.search(folded, start)
    clauses = list(CLAUSE.finditer(folded, first.start(), first.end())) if first else []
    for clause in clauses[:_FIRST_CLAUSES]:
        text = clause.group().strip()
        if any(standings(text, (name,), posts)) or belongs(text, (name,)):
            return True
    return False
