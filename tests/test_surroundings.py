"""What stands around a right: units passed over by their characters are those that nothing explains."""

import tomllib
from pathlib import Path

from knowledge import Handbook
from knowledge.questions.surroundings import surroundings
from knowledge.questions.unit import units_of

_QUESTIONS = Path(__file__).parent / "data" / "handbook_questions.toml"


def test_no_text_explains_what_is_strange_to_all() -> None:
    handbook = Handbook.sample()
    rights = [(s, r) for s in handbook.organization.statements for r in s.rights]
    passed = held = 0
    for gold in tomllib.loads(_QUESTIONS.read_text("utf-8"))["question"]:
        question = handbook.read(gold["ask"][-1])
        names = {(role.start, role.end): role.names for role in question.known_roles}
        places = frozenset(range(len(question.text)))
        for unit in units_of(question, question.content(), places, names):
            for statement, right in rights:
                around = surroundings(question.lexicon, statement, right)
                held += 1
                if around.is_strange(unit):
                    passed += 1
                    assert not any(scope.explains(unit) for scope in around.scopes), unit
                    assert not around.own.explains(unit, partly=True), unit
    assert held > passed > held / 2
