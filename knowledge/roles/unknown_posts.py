"""Headings that are names of posts which end like none: 舞台监督, 导播, told by what stands below them."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.roles.headings import is_post, label_and_value, label_of, may_be_post, unnumbered
from knowledge.roles.labels import Field
from knowledge.roles.lines import Section
from knowledge.roles.posts import Posts
from knowledge.roles.relations import states_superior
from knowledge.roles.standing import standings
from knowledge.text import bare, fold

_OF_POSTS = (Field.NAME, Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT, Field.DEPARTMENT, Field.LEVEL)
_PARTS = (Field.SUMMARY, Field.TITLE, Field.NEUTRAL)  # labels above a paragraph about the post


def ranked(name: str, text: str) -> bool:
    """Whether a line below a name says where a post of that name stands: by the label of a field, or in a
    sentence (导播对主任负责)."""
    label, value = label_and_value(text) or (text, "")
    if label_of(label) in _OF_POSTS or states_superior(text, name):
        return True
    return says_where(name, value if label_of(label) in _PARTS else text)


def says_where(name: str, text: str) -> bool:
    """Whether a paragraph begins with a name and says where a post of that name stands."""
    begins = fold(text).strip().startswith(fold(name))
    return begins and may_be_post(name) and any(standings(text, (name,), Posts()))


def is_next_form(name: str, label: str, sections: Sequence[Section]) -> bool:
    """Whether what may be a post stands above the label that each form of the posts above begins with."""
    return may_be_post(name) and label_of(label) is not Field.NAME and bare(label) in _first_labels(sections)


def _first_labels(sections: Sequence[Section]) -> set[str]:
    """The labels that stand right below the names of posts."""
    named = ((a, b) for a, b in pairwise(sections) if a.field is Field.HEADING and not a.lines)
    return {bare(below.label) for above, below in named if is_post(unnumbered(above.label)) and below.label}
