"""Plain papers of small organizations: in every layout each field of each post is read as it is written."""

import pytest

from tests.plain_layouts import SUFFIXES, Layout, faults

_SEEDS = range(24)  # of each format


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("seed", _SEEDS)
def test_every_field_of_every_layout(suffix: str, seed: int) -> None:
    layout = Layout(1_000 * SUFFIXES.index(suffix) + seed, suffix=suffix)
    assert faults(layout) == [], layout.chosen


@pytest.mark.parametrize("rules", ["table", "lines", "paragraph"])
@pytest.mark.parametrize("heads", ["heading", "bold", "counted", "plain"])
@pytest.mark.parametrize("rights", ["list", "table", "none"])
def test_rules_below_the_last_post(rules: str, heads: str, rights: str) -> None:
    for suffix, seed in zip(SUFFIXES[:5], (3, 5, 8, 13, 21), strict=True):
        layout = Layout(seed, suffix=suffix, rules=rules, heads=heads, rights=rights, files="one")
        assert faults(layout) == [], layout.chosen
