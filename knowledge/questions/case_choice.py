"""Which of the cases of one rule a question means by its very words: 跨区域 of 同一区域 and 跨区域."""

from collections.abc import Sequence

from knowledge.questions.match import Match
from knowledge.questions.phrases import compact

_LEAST = 2  # characters of a case that a question has to have


def in_case(matches: Sequence[Match], text: str) -> list[Match]:
    """The matches without the other cases of a rule of which the question names one. `text`: of the
    question."""
    asked = compact(text)
    named: dict[tuple[str, str], set[str]] = {}
    for match in matches:
        if match.statement.rule and (case := _case(match)) and case in asked:
            named.setdefault(_rule(match), set()).add(case)
    if not named:
        return [*matches]
    longest = {rule: max(cases, key=len) for rule, cases in named.items()}
    return [m for m in matches if _rule(m) not in longest or _case(m) in ("", longest[_rule(m)])]


def _rule(match: Match) -> tuple[str, str]:
    """What the cases of one rule have in common: a row's matter, or the line."""
    passage = match.statement.passage
    row = "|" in passage.quote
    return match.statement.owner, match.statement.heading if row else passage.quote


def _case(match: Match) -> str:
    """The case that a right is given for: the condition of a row, else the matter of a line without the
    heading above it. Empty where it is a range."""
    heading = match.statement.heading
    row = "|" in match.statement.passage.quote
    case = match.right.matter.removeprefix(heading) if row else heading.rpartition(" ")[2]
    case = compact(case)
    return case if len(case) >= _LEAST and match.right.limit is None else ""
