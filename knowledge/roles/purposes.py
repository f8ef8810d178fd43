"""Where a description tells what its post is for: in a sentence with its name, behind a label for one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.roles.labels import Field
from knowledge.roles.lines import Section
from knowledge.roles.prose import prose
from knowledge.text import fold

_LONGEST = 6  # characters before the name: 设置|站长
_POST = "本岗位"
_LEAST = 6  # characters of what a post is for
_PAPER = "书"  # 岗位说明书：KZ-01 is a number of the paper
_HEADS = (Field.NAME, Field.HEADING)


def with_purposes(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections; a label that heads forms elsewhere, with a sentence behind it among the fields of a post
    that has no other summary, heads its summary: 岗位说明：管好粮库."""
    named = told = False
    for i, section in enumerate(sections):
        if section.field in _HEADS:
            own = takewhile(lambda after: after.field not in _HEADS, sections[i + 1 :])
            named, told = section.field is Field.NAME, any(s.field is Field.SUMMARY for s in own)
        purpose = section.field is Field.TITLE and named and not told and _is_sentence(section)
        yield replace(section, field=Field.SUMMARY) if purpose else section


def _is_sentence(section: Section) -> bool:
    one = section.level == 0 and len(section.lines) == 1 and not section.lines[0].depth
    return one and len(section.value) >= _LEAST and not section.label.endswith(_PAPER)


def set_up_for(folded: str, names: Sequence[str], start: int = 0, end: int | None = None) -> int:
    """Where a folded sentence that names the post before says what it is for: 设立站长的目的是|…; else 0."""
    sentence = folded[start:end]
    for name in sorted(map(fold, names), key=len, reverse=True):
        if 0 < sentence.find(name) <= _LONGEST:
            found = prose().purpose.match(sentence.replace(name, _POST, 1))
            return start + found.end() + len(name) - len(_POST) if found else 0
    return 0
