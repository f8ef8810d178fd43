"""Documents counted by decimals throughout, as the manuals of a standard are: 3 / 3.1 / 3.1.1 / 3.1.1.1.

The numbers tell what stands below what: posts, their groups and labels become headings as deep as their
numbers. Several numbers in one line are lines of their own, a label that a blank parts from its value gets
a colon, and a line without number goes on with the one above it that cannot end there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    NO_LABELS,
    SHORT,
    heading_field,
    is_post,
    is_title,
    label_and_value,
    label_of,
    post_title,
    unnumbered,
)
from knowledge.roles.labels import Field
from knowledge.roles.lines import make_line

_NUMBER = regex(
    r"\s*(?P<n>\d{1,2}(?:\.\d{1,2}){0,4})(?P<mark>[.、．]?)(?P<gap>[ \u3000\t]*)(?=[^\s\d.、．%])"
)
_INSIDE = regex(
    r"(?:[ \u3000\t]+|(?<=[；;。]))(?=\d{1,2}(?:\.\d{1,2}){1,4}[.、．]?[ \u3000\t]*[\u4e00-\u9fff])"
)
_BLANK = regex(r"(?P<label>[^,，。；;:：\s]{2,10})[ \u3000\t]+(?=\S)")
_LEAST, _LEAST_DEPTH, _LEAST_POSTS = (
    8,
    3,
    2,
)  # numbers of a document that is counted so, how deep, and of posts
_LEAST_LABELS = 2  # chapters of one post's description that are labels
_MOST_STEP = 2  # by which a number goes beyond the one before, where one was forgotten
_MOST_LINES = 3  # that a value has below its label
_BASIC, _REMARK = "基本情况", "附注"  # labels of chapters that are about no field of a post
_VALUED = (*SHORT, Field.NAME)  # labels whose value may stand on the next line
_POST = "岗位"  # behind the name of a post: 2 会计岗位

_Number = tuple[int, ...]


@dataclass(frozen=True)
class _Counted:
    """A line, the decimal number it begins with (empty where it has none), and its words behind it."""

    block: Block
    number: _Number = ()
    words: str = ""


def with_decimals(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document; where it is not counted so, just as they are."""
    lines = list(_counted([part for block in blocks for part in _parted(block)]))
    numbers = [line.number for line in lines if len(line.number) > 1]
    if len(numbers) < _LEAST or (max(map(len, numbers)) < _LEAST_DEPTH and not _heads_posts(lines)):
        return list(blocks)
    lines = list(_joined(lines))
    marked = any(line.block.kind is Kind.HEADING for line in lines[_first(lines) :])
    posts = {line.number for line, below in pairwise(lines) if _is_post(line) and _is_below(below, line)}
    if marked or len(posts) < _LEAST_POSTS:
        title = None if marked else _title(lines)
        return [_plain(line) for line in lines] if title is None else list(_of_one_post(lines, title))
    above = {number[:depth] for number in posts for depth in range(1, len(number))}
    headed = posts | above
    return [
        _heading(line)
        if _heads(line, after, headed)
        else _labelled(line, _BASIC)
        if len(line.number) > 1 and _has_fields(line, after)
        else _plain(line)
        for line, after in _followed(lines)
    ]


def _heads_posts(lines: Sequence[_Counted]) -> bool:
    """Whether the chapters of a document are posts: 2 会计 / 2.1 …."""
    return sum(_is_post(line) and _is_below(below, line) for line, below in pairwise(lines)) >= _LEAST_POSTS


def _first(lines: Sequence[_Counted]) -> int:
    return next(i for i, line in enumerate(lines) if line.number)


def _title(lines: Sequence[_Counted]) -> int | None:
    """The line above the first number that is the title of one post, where labels are chapters below it."""
    chapters = [line for line in lines if len(line.number) == 1]
    labelled = sum(heading_field(line.words) not in NO_LABELS for line in chapters)
    titles = [
        i for i, line in enumerate(lines[: _first(lines)]) if is_post(post_title(line.block.text) or "")
    ]
    return titles[-1] if titles and labelled >= _LEAST_LABELS else None


def _of_one_post(lines: Sequence[_Counted], title: int) -> Iterator[Block]:
    """The lines of one post's description: its chapters are headings, those before the first label remarks or
    the label of short fields."""
    begun = False
    for i, line in enumerate(lines):
        begun |= len(line.number) == 1 and heading_field(line.words) not in NO_LABELS
        if i == title:
            yield line.block.as_heading(1)
        elif len(line.number) != 1:
            yield _plain(line)
        elif begun:
            yield line.block.as_heading(2, line.words)
        else:
            below = lines[i + 1] if i + 1 < len(lines) else None
            yield _labelled(line, _BASIC if _has_fields(line, below) else _REMARK)


def _followed(lines: Sequence[_Counted]) -> Iterator[tuple[_Counted, _Counted | None]]:
    """Each line with the next one that has a number."""
    numbered = [i for i, line in enumerate(lines) if line.number]
    for i, line in enumerate(lines):
        yield line, next((lines[n] for n in numbered if n > i), None)


def _parted(block: Block) -> Iterator[Block]:
    """The numbers of a line in lines of their own: 4.1.1 岗位名称：会计    4.1.2 定员：2人."""
    found = _NUMBER.match(block.text) if block.kind is Kind.TEXT else None
    own = _value(found["n"]) if found else ()
    start = 0
    for gap in _INSIDE.finditer(block.text) if len(own) > 1 else ():
        further = _NUMBER.match(block.text, gap.end())
        number = _value(further["n"]) if further else ()
        if number[:-1] == own[:-1] and number[-1] - own[-1] in (1, _MOST_STEP):
            yield _piece(block, block.text[start : gap.start()])
            start, own = gap.end(), number
    yield _piece(block, block.text[start:]) if start else block


def _piece(block: Block, text: str) -> Block:
    return replace(block, text=text.strip(), quote=text.strip(), cells=(), spans=(), table=0)


def _value(number: str) -> _Number:
    return tuple(map(int, number.split(".")))


def _counted(blocks: Sequence[Block]) -> Iterator[_Counted]:
    """The lines with the numbers that go on from those before: 3 and 4 in a list of its own do not."""
    last: _Number = ()
    listed = 0
    matches = [_NUMBER.match(b.text) if b.kind is Kind.TEXT and not b.level else None for b in blocks]
    deeper = [_value(found["n"]) if found and "." in found["n"] else () for found in matches]
    for i, (block, found) in enumerate(zip(blocks, matches, strict=True)):
        number = _value(found["n"]) if found else ()
        if found and len(number) == 1:
            heads = next((n for n in deeper[i + 1 :] if n), ())[:1] == number
            counted = found["mark"] and not heads and (number[0] == listed + 1 or not _goes_on(number, last))
            listed = number[0] if counted else 0
            number = () if counted or not (found["mark"] or found["gap"]) else number
        if found and number and _goes_on(number, last):
            last = number
            yield _Counted(block, number, block.text[found.end() :].strip())
        else:
            yield _Counted(block)


def _goes_on(number: _Number, last: _Number) -> bool:
    """Whether a number is the next one at some depth, the same again, or the first below the last."""
    depth = len(number)
    if depth > len(last):
        return number[: len(last)] == last and all(n == 1 for n in number[len(last) :])
    return number[:-1] == last[: depth - 1] and 0 <= number[-1] - last[depth - 1] <= _MOST_STEP


def _joined(lines: Sequence[_Counted]) -> Iterator[_Counted]:
    """The lines, those without number joined to the one above that cannot end, or that is a label alone."""
    held: _Counted | None = None
    taken = 0
    for line in lines:
        alone = len(list(filter(None, line.block.cells))) <= 1  # a value below its label, set in
        free = line.block.kind is Kind.TEXT and not line.number and alone
        if held is not None and free and taken < _MOST_LINES and _takes(held, line.block):
            label = label_of(held.words) in _VALUED
            before = f"{held.words.rstrip(':： ')}：" if label else held.words
            words = before + line.block.text
            quote = f"{held.block.quote or held.block.text}\n{line.block.quote or line.block.text}"
            head = held.block.text.removesuffix(held.words)
            block = replace(held.block, text=head + words, quote=quote, cells=(), spans=())
            held = replace(held, block=block, words=words)
            taken += 1
            continue
        if held is not None:
            yield held
        held, taken = line, 0
    if held is not None:
        yield held


def _takes(held: _Counted, below: Block) -> bool:
    """Whether a line without number goes on with the one above it."""
    if not held.number or not held.words:
        return False
    if label_of(held.words) in _VALUED:
        return label_and_value(below.text) is None and label_of(below.text) is None
    return make_line(held.words, held.block.source).unfinished


def _is_post(line: _Counted) -> bool:
    return bool(line.number) and _post(line.words) != ""


def _post(words: str) -> str:
    """The heading of a post: its title, or its name without the word for post behind it."""
    name = words.removesuffix(_POST)
    if is_post(name):
        return name
    title = post_title(words)
    return words if title is not None and is_title(words) else ""


def _is_below(line: _Counted, above: _Counted) -> bool:
    return bool(line.number) and line.number[:-1] == above.number


def _heads(line: _Counted, after: _Counted | None, headed: set[_Number]) -> bool:
    """Whether a line is a heading: of a post, of a group of them, a chapter, or a label with a list below."""
    if not line.number or line.block.kind is not Kind.TEXT:
        return False
    if line.number in headed or len(line.number) == 1:
        return True
    below = after is not None and len(after.number) > len(line.number)
    return below and heading_field(line.words) not in (None, Field.NOTE)


def _has_fields(line: _Counted, below: _Counted | None) -> bool:
    """Whether a line only parts a form: a short field with its label is the first below it."""
    if not line.number or below is None or below.number[:-1] != line.number or label_of(line.words) in SHORT:
        return False
    found = label_and_value(below.words) or label_and_value(unnumbered(_plain(below).text))
    return found is not None and label_of(found[0]) in SHORT


def _labelled(line: _Counted, label: str) -> Block:
    return replace(line.block, text=label, quote=line.block.quote or line.block.text)


def _heading(line: _Counted) -> Block:
    quote = line.block.quote or line.block.text
    return replace(line.block, text=_post(line.words) or line.words, quote=quote).as_heading(len(line.number))


def _plain(line: _Counted) -> Block:
    """The line; a label that a blank parts from its value gets a colon, a number that it parts a point."""
    found = _BLANK.match(line.words)
    if len(line.number) == 1:
        return replace(
            line.block, text=f"{line.number[0]}. {line.words}", quote=line.block.quote or line.block.text
        )
    field = label_of(found["label"]) if found else None
    if found is None or not line.number or field in NO_LABELS or field not in SHORT:
        return line.block
    text = f"{found['label']}：{line.words[found.end() :]}"
    return replace(line.block, text=text, quote=line.block.quote or line.block.text, cells=(), spans=())
