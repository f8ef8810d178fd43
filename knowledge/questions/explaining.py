"""How well a right explains the words of a question, each by itself; worked out once."""

from knowledge.actions import Strength, actions
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.loose_name import loosely_named
from knowledge.questions.scope import REMEMBERED, SAME
from knowledge.questions.surroundings import Surroundings
from knowledge.questions.unit import Unit
from knowledge.roles.statement import Right


def explained(unit: Unit, right: Right, around: Surroundings, lexicon: Lexicon) -> float:
    """How well a unit is explained by a right and what stands around it: 0 not at all … 1 the same word."""
    known = around.known.get(unit.key)
    if known is None:
        known = around.explains(unit)
        if known < 1.0:
            known = max(known, _as_verb(unit, right))
            if unit.names:
                known = max(known, loosely_named(unit, around.own, lexicon))
        if len(around.known) >= REMEMBERED:
            around.known.clear()
        around.known[unit.key] = known
    return known


def _as_verb(unit: Unit, right: Right) -> float:
    """A verb of the strength that the right has is explained by it (建立 by 制定)."""
    asked = actions().asked.get(unit.text)
    if not asked:
        return 0.0
    if right.verb in actions().settling and unit.text not in actions().settling:
        return 0.0  # whoever fixes a plan does not design it
    return SAME if right.strength > Strength.LEAD and right.strength in asked else 0.0
