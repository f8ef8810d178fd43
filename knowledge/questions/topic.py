"""A kind of question: how it is recognized and how it is answered. Each has a file of its own in
`topics/`."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from knowledge.answer import Answer
from knowledge.questions.reading import Case, Reading


@dataclass(frozen=True)
class Topic:
    """`propose` gives the readings that a case allows; `answer` answers one of them from the organization."""

    name: str
    propose: Callable[[Case], Iterable[Reading]]
    answer: Callable[[Case, Reading], Answer]


@cache
def topics() -> dict[str, Topic]:
    """Every topic: one in each module of `knowledge.questions.topics`, by name, in order of file name."""
    package = importlib.import_module("knowledge.questions.topics")
    found = {}
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        topic: Topic = importlib.import_module(f"{package.__name__}.{module.name}").TOPIC
        found[topic.name] = topic
    return found
