"""What the counts of a role's own lines are worth, fitted to judged questions (questions.own_lines).

    .venv/bin/python benchmarks/own_lines.py NAME DOCUMENTS QUESTIONS.jsonl [NAME DOCUMENTS …] [--write]

Each question for yes or no is put to its own documents, where the line that its `note` quotes is the one
meant, and some of every other organization's with one of its own roles in place of the role that they name:
there hardly any line is. Each question for the way of an approval is put to the rules of its documents, where
those are meant that have most characters of its `note` and name the same roles, and to those of others.
Organizations are held out in turn to tell what the tables would do. `--write`: replaces own_lines.toml by the
tables fitted to all of them.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from judged import Task, tasks
from scorecard import Numbers, fitted, likelihoods, written

from bot.gold import Gold
from knowledge.answer import NotFound
from knowledge.organization import Organization
from knowledge.questions.context import Context
from knowledge.questions.likeliest import loosely
from knowledge.questions.likely_rule import rules
from knowledge.questions.line_verdict import Ruling, verdict
from knowledge.questions.matter import Matter
from knowledge.questions.may_asked import asked_right, asks_whether, frame_of_right, subject_of
from knowledge.questions.own_lines import is_tier, own_lines, ranked
from knowledge.questions.reading import Case, used
from knowledge.questions.tiers import held_by
from knowledge.questions.topics.approval_steps import matter_of_way
from knowledge.roles.statement import Statement

TABLE = Path(__file__).parent.parent / "knowledge" / "questions" / "own_lines.toml"
_STRANGE, _FOLDS = 60, 10
_WEIGHTS = {"own": 1.0, "strange": 0.25}
_OF_MAY = ("both_prevent", "one_prevents", "grants")  # counts that tell nothing of rules
_LOSING = ("strange_left", "without_unit", "one_prevents")
_SHORTEST = 5  # characters of a quote by which a line is known again
_MOSTLY = 0.6  # of the characters of a note
_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_CLEARLY = 0.15


@dataclass(frozen=True)
class Seen:
    """A line held against a question: whether it is the one meant, and what it says."""

    group: str
    question: str
    kind: str
    refused: bool
    gold: bool | None
    quote: str
    counts: dict[str, float]
    right: bool
    says: bool | None


def observed(
    task: Task, gold: Gold, role: str = "", span: str = "", kind: str = "own"
) -> tuple[list[Seen], str]:
    """The lines that a question is held against, and the words that name its role; `role` in place of the
    `span` where it is a stranger's."""
    text = gold.ask[-1].replace(span, role, 1) if role else gold.ask[-1]
    question = task.handbook.read(text)
    case = loosely(Case(question, task.handbook.organization, Context()))
    subject = subject_of(case) if asks_whether(question) else None
    if subject is None or len(subject.names) != 1:
        return [], ""
    asked = asked_right(question)
    matter = Matter(case.question, used(frame_of_right(case, subject, asked)))
    answer = task.handbook.ask(text)[0]
    refused = isinstance(answer, NotFound) or answer.reading.key == "reading.own_line"
    found = []
    for line in own_lines(matter, subject.names):
        said = verdict(question, asked, subject.names, line.statement, case.organization)
        says = None if said is None else said.ruling is Ruling.YES
        says = None if says and not line.firm else says
        quote = line.statement.passage.quote
        right = kind == "own" and _is_quoted(quote, gold.note)
        found.append(Seen(task.name, text, kind, refused, gold.verdict, quote, line.counts, right, says))
    return found, question.text[subject.start : subject.end]


def _is_quoted(line: str, note: str) -> bool:
    line = _bare(line)
    for part in note.split("‖"):
        for quote in (_bare(part), _bare(re.split("[:：]", part)[-1])):
            if len(quote) >= _SHORTEST and (quote in line or (len(line) >= _SHORTEST and line in quote)):
                return True
    return False


def _bare(text: str) -> str:
    return re.sub(r"[\s,，。;；:：、()（）|]+", "", text).lower()


def all_observed(every: Sequence[Task]) -> Iterator[Seen]:
    """The observations of all organizations: of their own questions, and of those of others."""
    asked = []
    for task in every:
        for gold in task.golds:
            if gold.kind == "yes_no" and gold.verdict is not None and len(gold.ask) == 1:
                seen, span = observed(task, gold)
                yield from seen
                asked += [(task.name, gold, span)] if span and span in gold.ask[-1] else []
    for task in every:
        chance = random.Random(task.name)
        roles = [role.name for role in task.handbook.organization.described()]
        others = [(gold, span) for name, gold, span in asked if name != task.name]
        for gold, span in chance.sample(others, min(_STRANGE, len(others))):
            yield from observed(task, gold, chance.choice(roles), span, "strange")[0]


def of_rules(every: Sequence[Task]) -> Iterator[Seen]:
    """The observations of rules: of the questions of each organization, and of others."""
    ways = [(t.name, g) for t in every for g in t.golds if g.kind == "approval_path" and len(g.ask) == 1]
    for task in every:
        others = [gold for name, gold in ways if name != task.name]
        strangers = random.Random(task.name).sample(others, min(_STRANGE, len(others)))
        for kind, golds in (("own", [g for n, g in ways if n == task.name]), ("strange", strangers)):
            for gold in golds:
                yield from _rules(task, gold, kind)


def _rules(task: Task, gold: Gold, kind: str) -> Iterator[Seen]:
    organization = task.handbook.organization
    case = loosely(Case(task.handbook.read(gold.ask[-1]), organization, Context()))
    matter, answer = matter_of_way(case), task.handbook.ask(gold.ask[-1])[0]
    refused = isinstance(answer, NotFound) or any(say.key == "likely_line" for say in answer.says)
    lines = ranked(matter, rules(matter, organization), (), "rule") if matter.tokens else []
    meant = [one for one in lines if kind == "own" and _is_meant(one.statement, gold, organization)]
    for one in lines:
        right = any(is_tier(one.statement, other.statement) for other in meant)
        quote = one.statement.passage.quote
        yield Seen(task.name, gold.ask[-1], kind, refused, True, quote, one.counts, right, right)


def _is_meant(rule: Statement, gold: Gold, organization: Organization) -> bool:
    steps = dict.fromkeys(n for r in rule.rights for n in held_by(rule, r, organization))
    note, line = {*_bare(gold.note)}, {*_bare(rule.passage.quote)}
    return [*steps] == [*(gold.roles or ())] and len(note & line) > _MOSTLY * len(note)


def report(seen: Sequence[Seen], likely: Numbers) -> Iterator[str]:
    """What would be said at each threshold, as a Markdown table."""
    lines: dict[tuple[str, str, str], list[tuple[float, Seen]]] = {}
    for one, likelihood in zip(seen, likely, strict=True):
        lines.setdefault((one.group, one.kind, one.question), []).append((float(likelihood), one))
    yield "| likely | right | wrong | of refused: right | wrong | of | strangers' yes | no | of |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for least in _THRESHOLDS:
        tally = Counter[str]()
        for (_, kind, _), held in lines.items():
            held.sort(key=lambda pair: -pair[0])
            (top, best), rest = held[0], held[1:]
            said = best.says if top >= least else None
            if any(o.says is not None and o.says != said and top - p < _CLEARLY for p, o in rest):
                said = None
            refused = "refused " if best.refused else ""
            tally[f"{refused}{kind}"] += 1
            if said is not None:
                tally[f"{refused}{kind} {said if kind == 'strange' else said == best.gold}"] += 1
        yield (
            f"| {least} | {tally['own True'] + tally['refused own True']} "
            f"| {tally['own False'] + tally['refused own False']} | {tally['refused own True']} "
            f"| {tally['refused own False']} | {tally['refused own']} | {tally['refused strange True']} "
            f"| {tally['refused strange False']} | {tally['refused strange']} |"
        )


def main(arguments: Sequence[str]) -> None:
    """Prints the figures of organizations held out; writes the points where told to."""
    every = tasks([a for a in arguments if a != "--write"])
    lines = ["# Fitted by benchmarks/own_lines.py: by count, what one of it earns."]
    for table, seen in (("own", [*all_observed(every)]), ("rule", [*of_rules(every)])):
        unused = _OF_MAY if table == "rule" else ()
        names = sorted(name for name in seen[0].counts if name not in unused)
        earning = [name for name in names if name not in _LOSING]
        counts = np.array([[o.counts[name] for name in names] for o in seen])
        tiers = Counter((o.group, o.question, o.kind, o.right) for o in seen if table == "rule")
        right = np.array([float(o.right) for o in seen])
        each = [max(tiers[o.group, o.question, o.kind, o.right], 1) for o in seen]
        weights = np.array([_WEIGHTS[o.kind] for o in seen]) / np.array(each)
        groups = sorted({o.group for o in seen})
        fold = np.array([groups.index(o.group) % _FOLDS for o in seen])
        likely = np.zeros(len(seen))
        for number in range(min(_FOLDS, len(groups))):
            out = fold == number
            points = fitted(names, counts[~out], right[~out], weights[~out], earning)
            likely[out] = likelihoods(counts[out], *points)
        print("\n".join(report(seen, likely)))
        lines += written(table, names, *fitted(names, counts, right, weights, earning))
    text = "\n".join(lines)
    if "--write" in arguments:
        TABLE.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])
