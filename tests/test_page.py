"""Pages as they are printed: what a cell's lines are where its edge breaks them."""

import pytest

from knowledge.documents.page import Box, Line, cell_text

_SIZE = 10.0


def _cell(texts: list[str], left: float, width: float) -> str:
    """The text of a cell of a `width` whose lines begin at `left`; characters are square."""
    lines = [
        Line(text, Box(left, i * 12.0, left + len(text) * _SIZE, i * 12.0 + _SIZE), _SIZE)
        for i, text in enumerate(texts)
    ]
    return cell_text(lines, Box(0.0, 0.0, width, 100.0))


@pytest.mark.parametrize(
    ("texts", "left", "width", "text"),
    [
        (["速冻车间主任、设备主", "管、冷库主管"], 5.0, 131.0, "速冻车间主任、设备主管、冷库主管"),
        (["速冻车间主任", "设备主管"], 5.0, 131.0, "速冻车间主任\n设备主管"),
        (["1、编制计划并按月报送", "2、检查现场"], 5.0, 111.0, "1、编制计划并按月报送\n2、检查现场"),
        (["审批", "批准"], 45.0, 111.0, "审批\n批准"),  # in the middle of a wide cell
    ],
)
def test_a_line_that_the_edge_breaks_goes_on(texts: list[str], left: float, width: float, text: str) -> None:
    assert _cell(texts, left, width) == text
