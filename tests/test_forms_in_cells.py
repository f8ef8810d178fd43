"""Forms whose cells hold labels with their values, drawn by a seed."""

import pytest

from tests.forms_in_cells import Form, faults


@pytest.mark.parametrize("seed", range(100))
def test_a_drawn_form_is_read_as_it_is_written(seed: int) -> None:
    form = Form(seed)
    assert not faults(form), form.text
