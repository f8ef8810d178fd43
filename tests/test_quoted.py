"""Who has what a question quotes, where the statements are so many that they are searched for it."""

from pathlib import Path

import pytest

from benchmarks.company import company
from knowledge import Handbook
from knowledge.questions.candidates import WIDE
from knowledge.questions.phrases import compact


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder: Path = tmp_path_factory.mktemp("company")
    handbook = Handbook.load(company(55).write(folder))
    assert len(handbook.organization.statements) > WIDE
    return handbook


def test_a_quoted_line_is_found_wherever_it_stands(large: Handbook) -> None:
    for statement in list(large.organization.statements)[::701]:
        words = compact(statement.folded)
        owners = {s.owner for s in large.organization.statements if words in compact(s.folded)}
        answer, _ = large.ask(f"谁的职责里写了“{words}”")
        assert (answer.intent, set(answer.roles)) == ("quoted", owners), words


def test_what_nobody_has_is_not_found(large: Handbook) -> None:
    answer, _ = large.ask("谁的职责里写了“安装月球车天线”")
    assert answer.status == "not_found"
