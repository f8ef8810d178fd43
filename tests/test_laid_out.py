"""The same role set gives the same organization, however its text is laid out."""

import pytest

from tests.laid_out import faults, lay_out


@pytest.mark.parametrize("seed", range(120))
def test_every_field_of_every_layout(seed: int) -> None:
    layout = lay_out(seed)
    assert faults(layout) == [], layout.text
