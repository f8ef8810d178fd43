"""The architecture, held by tests: who may import whom, how long a file may be, what the tables may hold."""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from knowledge.health.checkup import checks
from knowledge.health.finding import Check
from knowledge.questions.phrases import phrases
from knowledge.questions.topic import Topic, topics
from knowledge.roles.labels import Field, labels
from knowledge.text import bare

_ROOT = Path(__file__).parents[1]
_SOURCES = sorted(p for package in ("knowledge", "bot") for p in (_ROOT / package).rglob("*.py"))
_TABLES = sorted(p for package in ("knowledge", "bot") for p in (_ROOT / package).rglob("*.toml"))
_MOST_LINES = 320
_LONGER: frozenset[str] = frozenset()

# Names that only documents may bring: those of companies in the sample, seed and question documents.
_COMPANIES = [
    "玛斯特",
    "白玛斯德",
    "驭风",
    "沙河",
    "龙口",
    "杰信",
    "篱竹",
    "恒济",
    "仁和",
    "鸿途",
    "启明星",
    "装配图",
]


def _module(path: Path) -> str:
    parts = path.relative_to(_ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


_MODULES = {_module(path): path for path in _SOURCES}


@cache
def _imports(module: str) -> frozenset[str]:
    """The modules that a module imports anywhere in it; of our own the module itself, not its package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(_MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in _MODULES else node.module for name in names}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "import_module" and node.args:
            target = node.args[0]
            found |= (
                {target.value}
                if isinstance(target, ast.Constant) and isinstance(target.value, str)
                else set()
            )
    return frozenset(found)


def _own(module: str) -> Iterator[str]:
    return (name for name in sorted(_imports(module)) if name in _MODULES)


def _within(module: str, *places: str) -> bool:
    return any(module == place or module.startswith(f"{place}.") for place in places)


def _users(library: str) -> set[str]:
    return {module for module in _MODULES if any(_within(name, library) for name in _imports(module))}


def _rows(modules: dict[str, Path]) -> list[Any]:
    return [pytest.param(module, id=module) for module in modules]


# ── who imports whom ─────────────────────────────────────────────────────────────────────────────────────


def test_knowledge_never_imports_bot() -> None:
    assert not {module for module in _users("bot") if _within(module, "knowledge")}


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("pypinyin", {"knowledge.pinyin"}),
        ("opencc", {"knowledge.text"}),
        ("rapidfuzz", {"knowledge.index.hit", "knowledge.questions.mention", "knowledge.questions.repair"}),
        (
            "numpy",  # for what is stored: a small index does without, and starts at once
            {
                f"knowledge.index.{name}"
                for name in ("file", "joining", "part", "segment", "stacking", "stored")
            }
            | {"knowledge.index.table", "knowledge.index.updating"},
        ),
        ("markdown_it", {"knowledge.documents.markdown"}),
        ("tinydb", {"knowledge.store.snapshot"}),
        ("resvg_py", {"bot.pictures.picture"}),
        ("aiohttp", {"bot.channels.telegram.request", "bot.channels.telegram.endpoint"}),
        ("prometheus_client", {"bot.channels.telegram.metrics"}),
        (
            "telegram",
            {
                "bot.channels.telegram.api",
                "bot.channels.telegram.case",
                "bot.channels.telegram.fetching",
                "bot.channels.telegram.incoming",
                "bot.channels.telegram.polling",
                "bot.channels.telegram.pressing",
                "bot.channels.telegram.reception",
                "bot.channels.telegram.request",
                "bot.channels.telegram.sender",
                "bot.channels.telegram.service",
            },
        ),
    ],
)
def test_a_library_has_one_place(library: str, allowed: set[str]) -> None:
    assert _users(library) <= allowed
    assert _users(library)


@pytest.mark.parametrize(
    ("place", "above"),
    [
        ("knowledge.tables", ("knowledge.documents", "knowledge.roles", "knowledge.questions")),
        ("knowledge.text", ("knowledge.documents", "knowledge.roles", "knowledge.questions")),
        ("knowledge.documents", ("knowledge.roles", "knowledge.organization", "knowledge.questions")),
        (
            "knowledge.roles",
            ("knowledge.organization", "knowledge.naming", "knowledge.index", "knowledge.questions"),
        ),
        ("knowledge.naming", ("knowledge.organization", "knowledge.questions")),
        ("knowledge.organization", ("knowledge.index", "knowledge.questions", "knowledge.handbook")),
        ("knowledge.health", ("knowledge.index", "knowledge.questions", "knowledge.handbook")),
        ("knowledge.organization", ("knowledge.health", "knowledge.conflict")),
        ("knowledge.index", ("knowledge.roles", "knowledge.organization", "knowledge.questions")),
        ("knowledge.questions", ("knowledge.handbook", "knowledge.documents.reader", "knowledge.store")),
        ("knowledge.handbook", ("knowledge.store",)),
        ("knowledge.store", ("knowledge.handbook", "knowledge.documents.reader")),
        (
            "knowledge.store.kept",
            ("knowledge.store.memory", "knowledge.store.embedded", "knowledge.store.address"),
        ),
        ("knowledge.store.store", ("knowledge.store.kept", "knowledge.store.memory")),
        ("knowledge.answer", ("knowledge.questions", "knowledge.organization")),
        ("bot.replies", ("bot.channels", "bot.cli")),
        ("bot.conversation", ("bot.channels", "bot.cli")),
        ("bot.channels", ("bot.cli", "bot.__main__")),
        ("bot.access", ("bot.channels", "bot.cli")),
        ("bot.channels.telegram.keeper", ("bot.channels.telegram.reception", "bot.channels.telegram.desk")),
        ("bot.onboarding", ("bot.channels", "bot.cli", "bot.conversation", "bot.pictures", "bot.measuring")),
        ("bot.pictures", ("bot.channels", "bot.cli", "bot.drawing", "bot.conversation")),
        ("bot.judgement", ("bot.evaluation", "bot.report", "bot.selftest")),
        ("bot.evaluation", ("bot.report", "bot.selftest", "bot.measuring")),
        # what an answer must be is computed from the organization, never by asking the bot
        ("bot.selftest", ("knowledge.questions", "knowledge.handbook", "bot.conversation", "bot.measuring")),
    ],
)
def test_data_flows_one_way(place: str, above: tuple[str, ...]) -> None:
    wrong = {m: n for m in _MODULES if _within(m, place) for n in _own(m) if _within(n, *above)}
    assert wrong == {}
    assert any(_within(module, place) for module in _MODULES)


@pytest.mark.parametrize("module", _rows(_MODULES))
def test_no_circle_of_imports(module: str) -> None:
    seen: set[str] = set()
    ahead = list(_own(module))
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead += _own(name)
    assert module not in seen


def _opening() -> set[str]:
    """The modules of knowledge that open files."""
    opening = {"read_bytes", "open", "read_text", "write_text", "write_bytes", "get_data"}
    wrong = set()
    for module, path in _MODULES.items():
        if not _within(module, "knowledge"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = (
                getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            )
            if name in opening:
                wrong.add(module)
    return wrong


def test_only_the_reader_opens_documents() -> None:
    # the tables and the dictionary of Chinese are files of our own packages, not documents; an archive
    # and a picture is opened in memory; a stored index is made of what was read
    kept = ("knowledge.store", "knowledge.compiled")
    opening = {module for module in _opening() if not _within_any([module], kept)}
    assert opening == {
        "knowledge.documents.file",
        *("knowledge.documents.archive", "knowledge.documents.pdf", "knowledge.documents.scan"),
        "knowledge.tables",
        "knowledge.workings",
        "knowledge.dictionary",
        "knowledge.index.file",
    }


def test_few_parts_of_the_store_touch_the_disk() -> None:
    opening = {module for module in _opening() if _within(module, "knowledge.store")}
    names = ("disk", "embedded", "journal", "lock", "snapshot")
    assert opening == {f"knowledge.store.{name}" for name in names}


def test_knowledge_has_no_clock_and_no_network() -> None:
    libraries = ("time", "datetime", "random", "socket", "urllib", "http", "asyncio", "subprocess")
    found = {m for m in _MODULES if _within(m, "knowledge") and _within_any(_imports(m), libraries)}
    # the one keeps watch over the process that reads documents, the other writes the dates of cells
    assert found == {"knowledge.documents.apart", "knowledge.documents.shown"}


def test_only_the_store_knows_of_threads() -> None:
    assert {
        m for m in _users("threading") if _within(m, "knowledge") and not _within(m, "knowledge.store")
    } == {"knowledge.documents.apart"}  # which keeps watch over a process that hangs


def _within_any(names: frozenset[str], libraries: tuple[str, ...]) -> bool:
    return any(_within(name, *libraries) for name in names)


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("module", _rows(_MODULES))
def test_a_file_is_short(module: str) -> None:
    lines = _MODULES[module].read_text("utf-8").count("\n")
    assert lines < _MOST_LINES or module in _LONGER


@pytest.mark.parametrize("module", _rows(_MODULES))
def test_a_file_says_what_it_is_for(module: str) -> None:
    text = _MODULES[module].read_text("utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_every_check_has_a_file_a_name_and_words_of_its_own() -> None:
    modules = {m.rsplit(".", 1)[1] for m in _MODULES if m.startswith("knowledge.health.checks.")}
    found = checks()
    assert set(found) == modules
    assert all(isinstance(check, Check) and check.kind == kind for kind, check in found.items())
    table = tomllib.loads((_ROOT / "bot" / "health.toml").read_text("utf-8"))["findings"]
    assert set(table) == modules
    assert all(words["what"].keys() == words["check"].keys() for words in table.values())


def test_every_topic_has_a_file_and_a_name_of_its_own() -> None:
    modules = [m for m in _MODULES if m.startswith("knowledge.questions.topics.")]
    found = topics()
    assert len(found) == len(modules)
    assert all(isinstance(topic, Topic) and topic.name == name for name, topic in found.items())
    assert all(topic.needs <= phrases().by_kind.keys() for topic in found.values())


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────


def _lists(value: Any, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a table, by its place there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{name}.{key}".strip("."))
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield name, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _lists(inner, f"{name}[{number}]")


@pytest.mark.parametrize("path", _TABLES, ids=lambda path: path.name)
def test_a_table_holds_no_word_twice(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    twice = {
        name: [word for word, count in Counter(words).items() if count > 1] for name, words in _lists(table)
    }
    assert {name: words for name, words in twice.items() if words} == {}


@pytest.mark.parametrize("path", [*_TABLES, *_SOURCES], ids=lambda path: str(path.relative_to(_ROOT)))
def test_no_company_has_its_own_words(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not [name for name in _COMPANIES if name in text]


def test_a_label_means_one_field() -> None:
    table = tomllib.loads((_ROOT / "knowledge" / "roles" / "labels.toml").read_text("utf-8"))
    meanings = Counter(bare(word) for words in table["labels"].values() for word in set(map(bare, words)))
    assert {word: count for word, count in meanings.items() if count > 1} == {}


def test_every_field_of_the_labels_is_known() -> None:
    table = tomllib.loads((_ROOT / "knowledge" / "roles" / "labels.toml").read_text("utf-8"))
    assert set(table["labels"]) <= set(Field)
    assert set(labels().fields.values()) == {Field(name) for name in table["labels"]}
