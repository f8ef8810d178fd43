"""Asking back which of the things is meant that are named after the one asked about: 采购价格, 采购合同."""

from collections.abc import Sequence

from knowledge.answer import Answer, Say
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.reading import Case, Reading
from knowledge.questions.reply import ask_back, not_found, statement_evidence

_MOST = 5  # things to choose from


def ask_which(
    case: Case, reading: Reading, named: Sequence[tuple[str, Match]], says: Sequence[Say], understood: Say
) -> Answer:
    """The things to choose from, each with a match; where there is but one, that nothing is said of what was
    asked about (`says`), and what is said of that thing."""
    matter: Matter = reading.slots["matter"]
    word = matter.asked_tokens[0]
    before, behind = case.question.part(0, word.start), case.question.part(word.end)
    options = [before + name + behind for name in dict.fromkeys(name for name, _ in named)]
    if len(options) > 1:
        return ask_back(case, reading, options[:_MOST], understood, Say("ask_back.narrower"))
    statement = named[0][1].statement
    told = Say("other_matter", {"role": statement.owner, "quote": statement.passage.quote})
    return not_found(case, reading, [*says, told], understood, [statement_evidence(statement)], options)
