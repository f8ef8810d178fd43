"""Descriptions in running prose: each sentence says one thing of the post that the heading names, or of
another one that is its subject."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.behind import states_right
from knowledge.roles.lines import Line
from knowledge.roles.posts import Posts
from knowledge.text import fold

_SENTENCE = regex(r"(?:[^。！!（(]|[（(][^（()）]*[)）]|[（(])+[。！!]?")
_PART = regex(r"(?:[^；;（(]|[（(][^（()）]*[)）]|[（(])+[；;]?")
_LIMIT = regex(
    r"\d[\d,.]*\s*(?:元|万|天|日|小时|%|个工作日|人|吨|次)|[一二两三四五六七八九十百半]+(?:天|日|万元|千元|元)|以[上下内]|超过|不足"
)
_LEAD = regex(
    r"^(?:其|他|该岗位?|本岗位?)?(?:的)?(?:主要|具体|岗位|工作|日常|基本)*(?:职责|任务|工作|职能)(?:内容|任务)?(?:有|是|为|包括|如下)?[:：]"
)
_SHORTEST = 4  # characters of a clause that says what a post does
_LONGEST_NAME = 10
_DOES = regex(
    r"(?:要|应|须|需|必须|可以?|不得|每[日天周月季年班次]|负责|按|在|对|由|根据|及时|定期|协助|配合|做好|承担|组织|完成|接受|服从|有权|实行|的(?:职责|任务|工作)是)"
)


def sentences(lines: Sequence[Line]) -> list[Line]:
    """What the lines of running prose say, a line for each sentence or part between semicolons."""
    return [replace(line, text=said, quote=said, depth=1) for line in lines for said in _said(line.text)]


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines are running text: none of them is an item, and some of them have several sentences."""
    return all(line.depth == 0 and not line.strong for line in lines) and any(
        len(list(_said(line.text))) > 1 for line in lines
    )


def told(lines: Iterable[Line], names: Sequence[str]) -> tuple[list[Line], list[Line], list[Line]]:
    """Of the sentences about a post: what it does, what it may decide, and what they say of others.

    `names`: the post's own.
    """
    does, may, others = list[Line](), list[Line](), list[Line]()
    for line in lines:
        (others if _of_other(line.text, names) else may if states_right(line.text) else does).append(line)
    return does, may, others


def _said(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        if not sentence.strip():
            continue
        lead = _LEAD.match(sentence.strip())
        sentence = sentence.strip()[lead.end() :] if lead else sentence.strip()
        parts = [part.strip() for part in _PART.findall(sentence) if part.strip()]
        tiers = sum(_LIMIT.search(fold(part)) is not None for part in parts)
        if tiers > 1 or any(len(part) < _SHORTEST for part in parts):  # 3天以内由A批准；3天以上由B批准
            yield sentence
        else:
            yield from parts


def _of_other(text: str, names: Sequence[str]) -> bool:
    """Whether a sentence has another post as its subject: 招生专员每天回访来访的家长."""
    folded, posts = fold(text).strip(), Posts()
    own = [fold(name) for name in names]
    if any(f"由{name}" in folded or folded.startswith(name) for name in own):
        return False
    for end in range(_LONGEST_NAME, 1, -1):
        subject = folded[:end]
        if posts.looks_like_post(subject):
            return not any(name.endswith(subject) for name in own) and _DOES.match(folded, end) is not None
    return False
