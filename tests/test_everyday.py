"""What employees ask in everyday words, by field of business."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.questions.parted_verb import joined

_FIELDS = tomllib.loads((Path(__file__).parent / "data" / "everyday.toml").read_text("utf-8"))["field"]
_ASKED = [(field["name"], question, post) for field in _FIELDS for question, post in field["asked"]]


@pytest.fixture(scope="module")
def handbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Handbook]:
    """A handbook for each field."""
    folder = tmp_path_factory.mktemp("fields")
    return {field["name"]: _handbook(folder / f"{field['name']}.md", field["lines"]) for field in _FIELDS}


def _handbook(path: Path, lines: Sequence[tuple[str, str]]) -> Handbook:
    text = ""
    for post in dict.fromkeys(post for post, _ in lines):
        duties = "".join(f"{i}. {line}。\n" for i, (of, line) in enumerate(lines, 1) if of == post)
        text += f"# {post}岗位说明书\n\n直接上级：总经理\n\n## 岗位职责\n\n{duties}\n"
    path.write_text(text, "utf-8")
    return Handbook.load([path])


@pytest.mark.parametrize(("field", "question", "post"), _ASKED)
def test_who_answers(handbooks: dict[str, Handbook], field: str, question: str, post: str) -> None:
    answer, _ = handbooks[field].ask(question)
    assert answer.roles == ((post,) if post else ())


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        pytest.param("谁登个记", "谁登记", id="a measure"),
        pytest.param("开了一张票", "开票", id="a number and a measure"),
        pytest.param("报了名的人", "报名的人", id="what is done"),
        pytest.param("批员工的假谁点头", "员工批假谁点头", id="whose it is"),
        pytest.param("谁去摸客户的底", "谁去客户摸底", id="whose it is, behind 谁"),
        pytest.param("考核客户开发专员的工作", "考核客户开发专员的工作", id="inside a longer word"),
        pytest.param("发出去的货要召回", "发出去的货要召回", id="where it went, not whose it is"),
        pytest.param("签了字谁归档", "签了字谁归档", id="what is decided, which is another matter"),
    ],
)
def test_a_parted_verb(asked: str, meant: str) -> None:
    assert joined(asked) == meant


_HOUSE = (
    ("甲组主管", "增值税发票的开具与保管"),
    ("甲组主管", "开具销售业务的出库单"),
    ("乙组主管", "账户的管理、客户的开发与维护"),
    ("乙组主管", "住宿的安排"),
    ("乙组主管", "处理占道经营"),
    ("丙组主管", "负责地毯的清洗"),
)


@pytest.mark.parametrize(
    ("question", "posts"),
    [
        pytest.param("给客户开票找谁", ("甲组主管",), id="verb behind its object"),
        pytest.param("开户头找谁", (), id="neither verb nor object of the other"),
        pytest.param("客人住哪儿谁管", ("乙组主管",), id="a question word inside a word"),
        pytest.param("摆地摊的谁管", ("乙组主管",), id="a word of its own, no typing error for another"),
        pytest.param("地毯谁洗", ("丙组主管",), id="the other word itself"),
    ],
)
def test_how_words_meet(question: str, posts: tuple[str, ...], tmp_path: Path) -> None:
    answer, _ = _handbook(tmp_path / "岗位.md", _HOUSE).ask(question)
    assert answer.roles == posts
