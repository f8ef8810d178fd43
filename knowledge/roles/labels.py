"""The table of labels, ready for look-up."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product

from knowledge.regex import regex
from knowledge.tables import load_table
from knowledge.text import bare, fold

_LONGEST_COMPOSED = 12  # characters
_ENGLISH = regex(  # that stands before or behind the Chinese label
    r"^[A-Za-z][A-Za-z '&-]*[ /|（(]+(?=[\u4e00-\u9fff]{2})"
    r"|(?<=[\u4e00-\u9fff]{2})[ /|]+[A-Za-z][A-Za-z '&-]*$"
)


class Field(StrEnum):
    """What a labelled part of a document holds."""

    NAME = "name"
    ALIAS = "alias"
    DEPARTMENT = "department"
    SUPERIOR = "superior"
    DOTTED_SUPERIOR = "dotted_superior"
    SUBORDINATES = "subordinates"
    HEADCOUNT = "headcount"
    CODE = "code"
    LEVEL = "level"
    SUMMARY = "summary"
    DUTIES = "duties"
    DUTY = "duty"
    DUTY_TITLE = "duty_title"
    TASKS = "tasks"
    AUTHORITIES = "authorities"
    AUTHORITY_KIND = "authority_kind"
    COLLABORATION = "collaboration"
    COLLABORATION_KIND = "collaboration_kind"
    QUALIFICATION = "qualification"
    KPI = "kpi"
    DEPARTMENT_NAME = "department_name"
    DEPARTMENT_OVERVIEW = "department_overview"
    FUNCTIONS = "functions"
    TITLE = "title"
    NEUTRAL = "neutral"
    NOTE = "note"
    HEADING = "heading"
    APPROVALS = "approvals"
    OTHER = "other"


@dataclass(frozen=True)
class Labels:
    """Labels by their bare spelling, `headings` those that are labels only alone; patterns of headings.

    `composed`: how labels are put together that no list has, a group for each field; `learned`: how they end,
    where only the document tells that they are labels; `alone`: the same of those that no text runs on from;
    `parts`: which of their words may speak for a field in a table; `kind_strength`: which words in the name
    of a kind of rights say how strong they are; `unwritten`, `elsewhere`: what stands where nothing is told,
    and what says that duties are told elsewhere.
    """

    fields: dict[str, Field]
    composed: re.Pattern[str]
    headings: dict[str, Field]
    learned: tuple[tuple[Field, re.Pattern[str]], ...]
    alone: tuple[tuple[Field, re.Pattern[str]], ...]
    parts: tuple[tuple[Field, re.Pattern[str]], ...]
    kind_strength: tuple[tuple[str, re.Pattern[str]], ...]
    kinds: dict[str, str]
    sides: re.Pattern[str]
    authority_kinds: frozenset[str]
    anywhere: frozenset[str]
    head: frozenset[Field]
    duty: re.Pattern[str]
    role_title: re.Pattern[str]
    post_title: re.Pattern[str]
    department_title: re.Pattern[str]
    ordinal_title: re.Pattern[str]
    department_name: re.Pattern[str]
    department_posts: re.Pattern[str]
    company_title: re.Pattern[str]
    shared: re.Pattern[str]
    chapter_title: re.Pattern[str]
    department_in_name: re.Pattern[str]
    column_ends: tuple[str, ...]
    kind_columns: frozenset[str]
    limit_columns: frozenset[str]
    papers: tuple[str, ...]
    totals: frozenset[str]
    none_values: frozenset[str]
    separators: re.Pattern[str]
    dotted: tuple[str, ...]
    guiding: frozenset[str]
    solid: tuple[str, ...]
    alias_prefix: re.Pattern[str]
    no_names: re.Pattern[str]
    unwritten: re.Pattern[str]
    elsewhere: re.Pattern[str]
    deputies: re.Pattern[str]
    surnames: str

    def field_of(self, text: str) -> Field | None:
        """The field that a label means, or None where the text is no label."""
        key = bare(text)
        if found := self.fields.get(key):
            return found
        if key in self.kinds:
            return Field.COLLABORATION_KIND
        if self.duty.fullmatch(fold(text).strip()):
            return Field.DUTY
        if (chinese := _ENGLISH.sub("", text.strip()).rstrip("）)")) != text.strip():
            return self.field_of(chinese)  # Reports to 汇报对象
        if not 2 <= len(key) <= _LONGEST_COMPOSED:
            return None
        composed = self.composed.fullmatch(key)
        return Field(composed.lastgroup) if composed and composed.lastgroup else None

    def is_none(self, text: str) -> bool:
        """Whether a value states that there is none (无, -, /)."""
        return fold(text).strip().rstrip(".。") in self.none_values


@cache
def labels() -> Labels:
    """The one table of labels."""
    table = load_table(__package__, "labels.toml")
    patterns, values = table["patterns"], table["values"]
    kinds = {
        bare(s): kind for kind, spellings in table["collaboration_kinds"].items() for s in (kind, *spellings)
    }
    within = table["collaboration_places"]
    for place, side, word in product(within["places"], within["sides"], within["words"]):
        kinds.setdefault(bare(f"{place}{side}{word}"), f"{place}{side}")
    prefixes = "|".join(sorted(map(re.escape, values["alias_prefix"]), key=len, reverse=True))
    return Labels(
        fields={bare(label): Field(field) for field, words in table["labels"].items() for label in words},
        composed=regex("|".join(f"(?P<{of}>{pattern})" for of, pattern in table["composed"].items())),
        headings={bare(label): Field(field) for field, words in table["headings"].items() for label in words},
        learned=tuple((Field(field), regex(pattern)) for field, pattern in table["learned"].items()),
        alone=tuple((Field(field), regex(pattern)) for field, pattern in table["alone"].items()),
        parts=tuple((Field(field), regex(pattern)) for field, pattern in table["parts"].items()),
        kind_strength=tuple((name, regex(pattern)) for name, pattern in table["kind_strength"].items()),
        kinds=kinds,
        sides=regex(within["alone"].replace("PLACES", "|".join(within["places"]))),
        authority_kinds=frozenset(map(bare, table["authority_kinds"]["words"])),
        anywhere=frozenset(map(bare, table["running"]["anywhere"])),
        head=frozenset(map(Field, table["running"]["head"])),
        duty=regex(patterns["duty"]),
        role_title=regex(patterns["role_title"]),
        post_title=regex(patterns["post_title"]),
        department_title=regex(patterns["department_title"]),
        ordinal_title=regex(patterns["ordinal_title"]),
        department_name=regex(patterns["department_name"]),
        department_posts=regex(patterns["department_posts"]),
        department_in_name=regex(patterns["department_in_name"]),
        company_title=regex(patterns["company_title"]),
        shared=regex(patterns["shared"]),
        chapter_title=regex(patterns["chapter_title"]),
        column_ends=tuple(table["tables"]["column_ends"]),
        kind_columns=frozenset(table["tables"]["kind_columns"]),
        limit_columns=frozenset(table["tables"]["limit_columns"]),
        papers=tuple(table["tables"]["papers"]),
        totals=frozenset(table["tables"]["totals"]),
        none_values=frozenset(map(fold, values["none"])),
        separators=regex(values["separators"]),
        dotted=tuple(values["dotted"]),
        guiding=frozenset(values["guiding"]),
        solid=tuple(values["solid"]),
        alias_prefix=regex(rf"^(?:{prefixes})\s*:?\s*"),
        no_names=regex(values["no_names"]),
        unwritten=regex(values["unwritten"]),
        elsewhere=regex(values["elsewhere"]),
        deputies=regex(values["deputies"]),
        surnames=values["surnames"],
    )
