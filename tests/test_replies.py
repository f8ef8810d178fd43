"""Replies: the contract's object, and a wording for everything that `knowledge/` may say."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import knowledge
from bot.conversation import Conversations
from bot.replies import error_object, reading_text, reply_object, reply_text, wording
from knowledge.answer import Say

SOURCES = sorted(Path(knowledge.__file__).parent.rglob("*.py"))
QUESTIONS = {
    "谁审批费用报销": "answered",
    "客户开发专员能审批费用报销吗": "answered",
    "客户开发主管的下级是谁": "answered",
    "客户开发专员报销要经过谁审批": "answered",
    "客户开发主管和产品支持主管有什么区别": "answered",
    "集团客户部有哪些职能": "answered",
    "客户开发主管的权限": "answered",
    "售后支持主管跟谁协作": "answered",
    "你好": "answered",
    "谢谢": "answered",
    "主管的职责": "ambiguous",
    "谁负责火箭发射": "not_found",
    "董事长的上级是谁": "not_found",
    "{role}的上级是谁 {0} %s": "not_found",
}
TYPES = {
    "question": str,
    "status": str,
    "intent": str,
    "reading": str,
    "roles": list,
    "verdict": bool | None,
    "text": str,
    "evidence": list,
    "options": list,
    "confidence": float,
}
EVIDENCE_TYPES = {"role": str, "section": str, "quote": str, "document": str, "line": int}


@pytest.mark.parametrize(("question", "status"), QUESTIONS.items())
def test_object_has_the_keys_and_types_of_the_contract(
    conversations: Conversations, question: str, status: str
) -> None:
    reply = reply_object(conversations.ask("", question))
    assert reply.keys() == TYPES.keys()
    assert {key: type(reply[key]) for key, kind in TYPES.items() if not isinstance(reply[key], kind)} == {}
    assert (reply["question"], reply["status"]) == (question, status)
    assert 0 <= reply["confidence"] <= 1
    assert all(isinstance(text, str) for text in [*reply["roles"], *reply["options"]])
    for evidence in reply["evidence"]:
        assert {key: type(value) for key, value in evidence.items()} == EVIDENCE_TYPES
    assert reply["text"]
    assert reply["reading"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_text_leaves_no_blank_unfilled(conversations: Conversations, question: str) -> None:
    reply = reply_object(conversations.ask("", question))
    own = set(re.findall(r"\{.*?\}", question))
    assert set(re.findall(r"\{.*?\}", reply["text"] + reply["reading"])) <= own
    assert "【】" not in reply["reading"]


def test_evidence_quotes_the_line_that_it_names(conversations: Conversations) -> None:
    sample = Path(knowledge.__file__).parent / "sample"
    proofs = [e for question in QUESTIONS for e in reply_object(conversations.ask("", question))["evidence"]]
    assert proofs
    for proof in proofs:
        line = (sample / proof["document"]).read_text("utf-8").splitlines()[proof["line"] - 1]
        assert all(part in line for part in proof["quote"].split(" | ")), proof


def test_text_says_the_answer_its_quote_and_where_it_stands(conversations: Conversations) -> None:
    said, quote, source = reply_text(conversations.ask("", "客户开发主管的上级是谁")).split("\n")
    assert "集团客户部经理" in said
    assert "“直接上级 | 集团客户部经理”" in quote
    assert "04-客户开发主管.md 第7行" in source


def test_options_are_numbered_in_their_order(conversations: Conversations) -> None:
    answer = conversations.ask("", "主管的职责")
    lines = reply_text(answer).split("\n")
    assert len(answer.options) > 1
    assert lines[-1 - len(answer.options) : -1] == [f"{i}) {o}" for i, o in enumerate(answer.options, 1)]


def test_courtesy_claims_nothing(conversations: Conversations) -> None:
    reply = reply_object(conversations.ask("", "你好"))
    assert (reply["roles"], reply["evidence"], reply["verdict"]) == ([], [], None)


def test_error_object_has_the_shape_of_an_answer() -> None:
    error = error_object("问", "错")
    assert error.keys() == TYPES.keys()
    assert (error["question"], error["status"], error["text"]) == ("问", "error", "错")


def test_a_reading_without_a_wording_is_told_as_not_understood() -> None:
    assert reading_text(Say("reading.no_such_topic")) == wording()["reading"]["unknown"]


# every Say in the source against the wording table

COMPUTED = {
    "courtesy.py": ("help", "thanks", "greeting", "objection")
}  # keys that only the running program knows
UNSAID = {("chain", "count")}  # slots that are filled though their wording does not say them


@dataclass(frozen=True)
class Said:
    """A `Say(…)` in the source: where, the keys it may have, the sets of slots it may be given."""

    place: str
    keys: tuple[str, ...]
    given: tuple[frozenset[str], ...]
    literal: bool


@cache
def all_said() -> tuple[Said, ...]:
    return tuple(said for path in SOURCES for said in _said(path))


def _said(path: Path) -> Iterator[Said]:
    tree = ast.parse(path.read_text("utf-8"))
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef):
            continue
        for call in ast.walk(scope):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Say":
                slots = call.args[1] if len(call.args) > 1 else ast.Dict([], [])
                keys = tuple(_keys(call.args[0], scope)) or COMPUTED.get(path.name, ())
                literal = isinstance(call.args[0], ast.Constant) and _is_plain(slots)
                given = tuple(dict.fromkeys(_given(slots, scope, tree)))
                yield Said(f"{path.name}:{call.lineno}", keys, given, literal)


def _keys(key: ast.expr, scope: ast.AST) -> Iterator[str]:
    match key:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _keys(one, scope)
            yield from _keys(other, scope)
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            names = [f"reading.{k}" for k in wording()["reading"]] + list(wording()["say"])
            yield from (name for name in names if name.startswith(start))
        case ast.Name(id=name):
            before = [value for value in _assigned(name, scope) if value.lineno <= key.lineno]
            yield from _keys(max(before, key=lambda value: value.lineno), scope) if before else ()


def _given(slots: ast.expr, scope: ast.AST, tree: ast.AST) -> Iterator[frozenset[str]]:
    match slots:
        case ast.Dict(keys=keys, values=values):
            names = frozenset(str(key.value) for key in keys if isinstance(key, ast.Constant))
            spread = [value for key, value in zip(keys, values, strict=True) if key is None]
            for more in [frozenset.union(*_given(s, scope, tree)) for s in spread] or [frozenset[str]()]:
                yield names | more
        case ast.DictComp(generators=[ast.comprehension(iter=ast.Tuple(elts=names))]):
            yield frozenset(str(name.value) for name in names if isinstance(name, ast.Constant))
        case ast.Name(id=name):  # a parameter is looked up in the functions that may have passed it
            for value in list(_assigned(name, scope)) or list(_assigned(name, tree)):
                yield from _given(value, scope, tree)


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                yield value
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                pairs = zip(targets, values, strict=False)
                yield from (v for t, v in pairs if isinstance(t, ast.Name) and t.id == name)


def _is_plain(slots: ast.expr) -> bool:
    return isinstance(slots, ast.Dict) and None not in slots.keys


def _template(key: str) -> str | None:
    table, _, name = key.rpartition(".") if key.startswith("reading.") else ("say", "", key)
    return wording()[table].get(name)


def _blanks(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


@pytest.mark.parametrize("said", all_said(), ids=lambda said: said.place)
def test_what_is_said_has_a_wording_with_its_slots(said: Said) -> None:
    assert said.keys, "a key that this test cannot read from the source"
    assert said.given, "slots that this test cannot read from the source"
    for key in said.keys:
        template = _template(key)
        assert template is not None, f"no wording for {key!r}"
        if said.literal and (said.given[0] or not key.startswith("reading.")):
            unsaid = {slot for wording_key, slot in UNSAID if wording_key == key}
            assert said.given[0] - unsaid == _blanks(template), key
        elif not key.startswith("reading."):
            assert any(_blanks(template) <= given for given in said.given), key


def test_every_wording_is_said_somewhere() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    texts = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    said = texts | {key for said in all_said() for key in said.keys}
    written = {f"reading.{key}" for key in wording()["reading"]} | set(wording()["say"])
    assert written - said == set()


@pytest.mark.parametrize("table", wording())
def test_blanks_of_wordings_have_names(table: str) -> None:
    assert [text for text in wording()[table].values() if not all(map(str.isidentifier, _blanks(text)))] == []
