"""Work that sentences divide between posts, each a description: 会计负责记账，编制报表；出纳负责收付款项."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.numbering import leading_number
from knowledge.roles.posts import Posts
from knowledge.text import fold

_LEAST = 3  # posts among which work is divided
_BEHIND = "附则"  # what stands behind the last of the sentences
_NEAR = 6  # lines above that may say that it is
_SENTENCE = regex(r"[^。；;]+[。；;]*")
_DOES = regex(
    r"^(?P<name>[^,;。:、()\s]{2,14}?),?(?:主要|具体|全面|专门|还)?(?:负责(?!人|制)|承担)(?P<done>[^;。]{4,})[;。]*$"
)
_DIVIDED = regex(r"分工|岗位职责|工作职责|职责如下|岗位设置")


@dataclass(frozen=True, slots=True)
class _Work:
    """What a sentence says that a post does: the place of its block, its name and the words behind it."""

    at: int
    name: str
    done: str
    quote: str


def with_division(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a heading for each post among which sentences right below each other divide the work;
    just as they are where fewer than three posts are named, or two where the lines above do not say so."""
    taken: dict[int, list[_Work]] = {}
    run: list[_Work] = []
    for i, block in enumerate([*blocks, None]):
        works = list(_works(i, block)) if block is not None else []
        if works:
            run += works
            continue
        if _divides(run, blocks):
            for work in run:
                taken.setdefault(work.at, []).append(work)
        run = []
    return list(_marked(blocks, taken)) if taken else list(blocks)


def _works(at: int, block: Block) -> Iterator[_Work]:
    """What the sentences of a block say that posts do; nothing where one of them says something else."""
    if block.kind is not Kind.TEXT or block.cells:
        return
    number = leading_number(block.text)
    text = block.text[number.start :] if number else block.text
    found: list[_Work] = []
    for sentence in _SENTENCE.finditer(text.strip()):
        match = _DOES.match(fold(sentence.group()).strip())
        if match is None and found and _goes_on(sentence.group(), found[-1]):
            last = found[-1]
            done, quote = sentence.group().strip().rstrip("。；; "), f"{last.quote}{sentence.group().strip()}"
            found[-1] = replace(last, done=f"{last.done}；{done}", quote=quote)
            continue
        if match is None or not Posts().looks_like_post(match["name"]):
            return
        written = sentence.group().strip()
        name = written[: match.end("name")].strip()
        done = written[match.end("name") :].lstrip("，, ").rstrip("。；; ")
        found.append(_Work(at, name, done, written))
    yield from found


def _goes_on(part: str, above: _Work) -> bool:
    """Whether a part behind a semicolon says more of the same post: it names nobody who is responsible."""
    return above.quote.endswith(("；", ";")) and not any(word in part for word in ("负责", "承担"))


def _divides(run: Sequence[_Work], blocks: Sequence[Block]) -> bool:
    if len({work.name for work in run}) < len(run) or len(run) < _LEAST - 1:
        return False
    above = blocks[max(0, run[0].at - _NEAR) : run[0].at]
    return len(run) >= _LEAST or any(_DIVIDED.search(block.text) for block in above)


def _marked(blocks: Sequence[Block], taken: dict[int, list[_Work]]) -> Iterator[Block]:
    for i, block in enumerate(blocks):
        for work in taken.get(i, ()):
            yield replace(block.as_heading(3, work.name), quote=work.quote)
            yield replace(block, text="岗位职责：", quote=work.quote)
            yield replace(block, text=f"1、{work.done}。", quote=work.quote)
        if i in taken:
            continue
        if i - 1 in taken and block.kind is Kind.TEXT and leading_number(block.text) is None:
            yield replace(block.as_heading(3, _BEHIND), quote=block.text)  # it is said of no post
        yield block
