"""Paragraphs that tell where a post stands, drawn by a seed; and what single clauses of one tell."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.posts import Posts
from knowledge.roles.standing import standings
from tests.told_places import Paper, faults


@pytest.mark.parametrize("seed", range(150))
def test_a_drawn_paragraph_is_read_as_it_is_written(seed: int) -> None:
    paper = Paper(seed)
    assert not faults(paper), paper.text


@pytest.mark.parametrize(
    ("clause", "above", "below", "none", "counts"),
    [
        ("站长归口所长管理", ("所长",), (), False, False),
        ("接受所长的领导和考核", ("所长",), (), False, False),
        ("本岗位直接受所长领导", ("所长",), (), False, False),
        ("站长管着抄表员和电工两个岗位", (), ("抄表员", "电工"), False, False),
        ("站长（又称老站长）下设抄表员、电工", (), ("抄表员", "电工"), False, False),
        ("不带下属", (), (), True, False),
        ("公司设站长2 人", (), (), False, True),
        ("站长编制为2人（白班、夜班各1人）", (), (), False, True),
        ("副站长对所长负责", (), (), False, False),
        ("对用水安全负责", (), (), False, False),
        ("每班设抄表员2人", (), (), False, False),
        ("每个水厂设站长1名", (), (), False, True),
    ],
)
def test_what_a_clause_tells(
    clause: str, above: tuple[str, ...], below: tuple[str, ...], none: bool, counts: bool
) -> None:
    found = list(standings(clause, ("站长",), Posts(["所长"])))
    said = [(s.above, s.below, s.none, s.counts) for s in found]
    assert said == ([(above, below, none, counts)] if above or below or none or counts else [])


def test_a_post_known_by_what_stands_below_it() -> None:
    text = (
        "剧团团长\n岗位说明：\n剧团团长对局长负责。\n岗位职责：\n1.确定剧目。\n2.签订合同。\n\n"
        "舞台监督\n岗位说明：\n舞台监督设一人，归剧团团长管理。\n岗位职责：\n1.编排装台计划。\n2.记录事故。\n"
    )
    roles = read_roles(read_plain("手册.txt", text)).roles
    assert [(role.name, role.superiors) for role in roles] == [
        ("剧团团长", ("局长",)),
        ("舞台监督", ("剧团团长",)),
    ]


@pytest.mark.parametrize(
    ("own", "beside", "above", "counted"),
    [("站长", "副站长", ("所长",), True), ("副站长", "站长", ("站长",), True)],
)
def test_two_posts_of_one_description(own: str, beside: str, above: tuple[str, ...], counted: bool) -> None:
    text = "站长对所长负责；副站长协助站长工作，对站长负责。站长、副站长各1名。"
    found = list(standings(text, (own,), Posts(["所长"]), (beside,)))
    assert [s.above for s in found if s.above] == [above]
    assert any(s.counts for s in found) == counted
