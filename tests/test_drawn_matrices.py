"""Approval matrices and rules in layouts drawn at random: each tells the same steps of the same matters."""

from collections.abc import Collection, Sequence

import pytest

from knowledge.actions import Strength
from knowledge.documents.document import Document
from knowledge.documents.excel import read_excel
from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.documents.word import read_word
from knowledge.roles.amount import Amount
from knowledge.roles.approval import Approval
from knowledge.roles.job_description import read_roles
from tests.drawn_matrices import MATTERS, Drawn, Tier
from tests.drawn_rules import Rules

_SEEDS = range(100)
_STRENGTHS = {Strength.REVIEW: "review", Strength.DECIDE: "decides", Strength.INFORMED: "told"}


def _read(drawn: Drawn) -> Document:
    if drawn.name.endswith((".md", ".txt")):
        read = read_markdown if drawn.format == "md" else read_plain
        return read(drawn.name, drawn.data.decode())
    return (read_excel if drawn.format == "xlsx" else read_word)(drawn.name, drawn.data)


def _holds(approval: Approval, tier: Tier) -> bool:
    return approval.limit is None or approval.limit.holds(Amount(tier.inside, "元", 0, 0))


def _told(approvals: list[Approval]) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {"proposes": set(), "review": set(), "decides": set(), "told": set()}
    for approval in approvals:
        told["proposes"].update(approval.applies_to)
        for step in approval.steps:
            told[_STRENGTHS.get(step.strength, "proposes")].add(step.who)
    return told


def _assert_told(approvals: Sequence[Approval], keys: Collection[str]) -> None:
    assert all(any(matter.name in a.matter for matter in MATTERS) for a in approvals)
    for matter in MATTERS:
        for tier in matter.tiers:
            told = _told([a for a in approvals if matter.name in a.matter and _holds(a, tier)])
            expected = {
                "proposes": {tier.proposes},
                "review": set(tier.review),
                "decides": {tier.decides},
                "told": set(tier.told),
            }
            assert told == {key: names if key in keys else set() for key, names in expected.items()}


@pytest.mark.parametrize("seed", _SEEDS)
def test_any_layout_gives_the_same_steps(seed: int) -> None:
    drawn = Drawn(seed)
    reading = read_roles(_read(drawn))
    assert reading.roles == ()
    _assert_told(reading.approvals, drawn.told)


@pytest.mark.parametrize("seed", _SEEDS)
def test_any_form_of_rules_gives_the_same_steps(seed: int) -> None:
    rules = Rules(seed)
    reading = read_roles(read_plain("规定.txt", rules.text))
    assert reading.roles == ()
    _assert_told(reading.approvals, ("review", "decides", *(["proposes"] if rules.proposes else [])))
