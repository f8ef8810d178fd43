"""Documents in question and answer: 问：店长归谁管？ / 答：归区域经理管。

A question about a post becomes the label of what it asks for, its answer the value or list behind it; any
other question is the heading of its answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import is_department, is_post, post_title, unnumbered, unwrapped
from knowledge.roles.labels import Field, labels
from knowledge.roles.posts import Posts
from knowledge.tables import load_table
from knowledge.text import bare, fold

_QUESTION = regex(r"^(?:\d{1,3}[、.．]\s*)?(?:问题?|[QqＱ])\s*\d{0,3}\s*[:：.、]\s*(?P<said>.+)$")
_ANSWER = regex(r"^(?:答案?|[AaＡ])\s*\d{0,3}\s*[:：.、]\s*(?P<said>.*)$")
_CLAUSE = regex(r"[,，;；。]")
_PARTS = regex(r"[?？;；,，]|(?<=人)和|以及")
_ABOUT = regex(
    r"(?:这个|这|的)?(?:岗位|岗|职位)?(?:的|是|都|主要|一共|平时|平常|日常|具体|要|应该|有没有|有无|有|可以|能|每天|直接|共)*$"
)
_LEAST = 3  # questions
_SHORT = (Field.SUPERIOR, Field.SUBORDINATES, Field.DEPARTMENT, Field.HEADCOUNT)


@dataclass(frozen=True)
class _Table:
    asked: dict[Field, re.Pattern[str]]
    labels: dict[Field, str]
    values: dict[Field, re.Pattern[str]]
    none: re.Pattern[str]


def with_answers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document; just as they are where fewer than three questions have answers there."""
    asked = {i: found["said"] for i, block in enumerate(blocks) if (found := _question(blocks, i))}
    return list(_Answers(blocks, asked).told()) if len(asked) >= _LEAST else list(blocks)


def _question(blocks: Sequence[Block], i: int) -> re.Match[str] | None:
    found = _QUESTION.match(blocks[i].text.strip()) if blocks[i].kind is not Kind.ROW else None
    after = blocks[i + 1] if found and i + 1 < len(blocks) else None
    return found if after is not None and _ANSWER.match(after.text.strip()) else None


class _Answers:
    def __init__(self, blocks: Sequence[Block], asked: dict[int, str]) -> None:
        self._blocks, self._asked = blocks, asked
        self._about = ""  # whom the last questions were about
        levels = [block.level for block in blocks if block.kind is Kind.HEADING]
        self._level = 1 + max(levels, default=0)

    def told(self) -> Iterator[Block]:
        fields: list[Field] = []
        for i, block in enumerate(self._blocks):
            answer = _ANSWER.match(block.text.strip()) if block.kind is not Kind.ROW else None
            if i in self._asked:
                fields, name = self._understood(self._asked[i])
                yield from self._heading(block, name, self._asked[i], known=bool(fields))
            elif i + 1 in self._asked and _subject(block.text):
                continue  # 【店长】 above the questions about it, which become its heading
            elif answer is not None and i - 1 in self._asked:
                yield from self._answer(self._blocks[i - 1], block, answer["said"].strip(), fields)
            else:
                yield block

    def _heading(self, block: Block, name: str, question: str, known: bool) -> Iterator[Block]:
        if not known or not name:
            self._about = ""
            yield self._line(block, question).as_heading(self._level)
        elif bare(name) != bare(self._about):
            self._about = name
            yield replace(self._line(block, name), quote=block.quote).as_heading(self._level)

    def _understood(self, question: str) -> tuple[list[Field], str]:
        """The fields that a question asks for, in their order, and the post or department it is about."""
        folded, first = fold(question).strip(), len(question)
        fields: list[Field] = []
        for part in _PARTS.split(folded):
            found = [(m.start(), field) for field, p in _table().asked.items() if (m := p.search(part))]
            if found:
                fields.append(min(found, key=lambda one: one[0])[1])
                first = min(first, folded.find(part) + min(found)[0])
        name = _ABOUT.sub("", folded[:first].strip())
        name = question.strip()[: len(name)]
        if not name or name in ("他", "她", "该岗位", "本岗位"):
            name = self._about
        if is_department(name) and fields == [Field.DUTIES]:
            return [Field.FUNCTIONS], name
        known = is_post(name) or (bool(name) and bare(name) == bare(self._about))
        return (fields, name) if known and not is_department(name) else ([], "")

    def _answer(self, question: Block, block: Block, said: str, fields: list[Field]) -> Iterator[Block]:
        long = [field for field in fields if field not in _SHORT]
        if len(fields) == 1 and long:
            label = f"{_table().labels[long[0]]}："
            yield self._line(block, f"{label}{said}") if said else self._line(question, label)
            return
        clauses = [clause.strip() for clause in _CLAUSE.split(said) if clause.strip()]
        for field, clause in zip(fields, clauses, strict=False):
            if value := _value(field, clause):
                yield replace(self._line(block, f"{_table().labels[field]}：{value}"), quote=block.quote)
        if said and (not fields or len(clauses) != len(fields) or not all(map(_value, fields, clauses))):
            yield self._line(block, said)

    def _line(self, block: Block, text: str) -> Block:
        return replace(block, kind=Kind.TEXT, level=0, number=None, strong="", text=text)


def _subject(text: str) -> str:
    """The post that a line names and no more; empty for any other."""
    plain = unnumbered(unwrapped(text)).rstrip("：: ")
    return plain if is_post(plain) else post_title(plain) or ""


def _value(field: Field, clause: str) -> str:
    """What a clause of an answer gives for a field; empty where it is not of its kind."""
    pattern = _table().values.get(field)
    folded = fold(clause).strip()
    if field is Field.SUBORDINATES and _table().none.match(folded):
        return "无"
    found = pattern.search(folded) if pattern else None
    value = clause.strip()[found.start("value") : found.end("value")] if found else ""
    if field in (Field.SUPERIOR, Field.SUBORDINATES) and not Posts().whole(fold(value)):
        return ""
    if field is Field.DEPARTMENT and labels().department_name.fullmatch(fold(value)) is None:
        return ""
    return value


@cache
def _table() -> _Table:
    table = load_table(__package__, "answered.toml")
    values = dict(table["values"])
    none = regex(values.pop("none"))
    return _Table(
        asked={Field(field): regex(pattern) for field, pattern in table["asked"].items()},
        labels={Field(field): label for field, label in table["labels"].items()},
        values={Field(field): regex(pattern) for field, pattern in values.items()},
        none=none,
    )
