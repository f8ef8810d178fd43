"""Documents in question and answer."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading


def _reading(text: str) -> Reading:
    return read_roles(read_plain("问答.txt", text))


_TEXT = """果园岗位问答

问：果园场长属于哪个部门？一共几个人？
答：属于生产部，1人。
问：果园场长归谁管？手下管谁？
答：归理事长管，手下管植保员、采收组长。
问：果园场长主要做什么？
答：
1、制定采收计划；
2、核定工价；
问：果园场长有什么权限？
答：农资采购的审批权；临时工的录用权。
问：植保员的上级是谁？
答：果园场长。
问：植保员有没有下级？
答：没有下级。
问：植保员平时干什么？
答：
1、配药、施药；
2、保管药库钥匙。
问：请假找谁批？
答：3天以内由果园场长批准，3天以上由理事长批准。
"""


@pytest.mark.parametrize(
    "text",
    [
        _TEXT,
        _TEXT.replace("问：", "Q：").replace("答：", "A："),
        _TEXT.replace("问：果园场长属于", "【果园场长】\n问：果园场长属于").replace(
            "问：植保员的上级", "【植保员】\n问：植保员的上级"
        ),
        _TEXT.replace("问：果园场长有什么", "问：他有什么"),
    ],
)
def test_questions_are_labels(text: str) -> None:
    head, guard = _reading(text).roles
    assert (head.name, head.department, head.text(Field.HEADCOUNT)) == ("果园场长", "生产部", "1人")
    assert (head.superiors, head.subordinates) == (("理事长",), ("植保员", "采收组长"))
    assert [d.title.text for d in head.duties] == ["制定采收计划", "核定工价"]
    assert [i.text for i in head.authorities[0].items] == ["农资采购的审批权", "临时工的录用权"]
    assert (guard.name, guard.superiors) == ("植保员", ("果园场长",))
    assert Field.SUBORDINATES in guard.none
    assert [d.title.text for d in guard.duties] == ["配药、施药", "保管药库钥匙"]


def test_other_questions_are_no_posts() -> None:
    text = (
        "问：怎么报销？\n答：贴票后交会计。\n问：几点关门？\n答：22点。\n问：店长能带家属吗？\n答：不能。\n"
    )
    assert not [role for role in _reading(text).roles if role.duties or role.authorities]


def test_two_questions_are_no_such_document() -> None:
    reading = _reading("店长岗位职责\n1、问：顾客需要什么\n2、答：顾客的询问\n3、排班\n")
    assert [len(role.duties) for role in reading.roles] == [3]
