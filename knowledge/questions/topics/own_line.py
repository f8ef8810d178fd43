"""Whether a role may do something, told by the one of its own lines that is likeliest meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.answer import Answer, Say
from knowledge.questions.asked import Asked
from knowledge.questions.implying import for_another
from knowledge.questions.likeliest import loosely
from knowledge.questions.line_verdict import Ruling, Verdict, verdict
from knowledge.questions.matter import Matter
from knowledge.questions.may_asked import asked_right, asks_whether, frame_of_right, subject_of
from knowledge.questions.other_case import in_other_case
from knowledge.questions.own_lines import OwnLine, own_lines
from knowledge.questions.reading import Case, Reading, used
from knowledge.questions.reply import answered, footnotes, listed, statement_evidence
from knowledge.questions.topic import Topic
from knowledge.regex import regex

_LEAST_YES, _LEAST_NO = 0.3, 0.05  # how likely the line is at least; a wrong yes costs more
_CLEARLY, _TWICE = 0.15, 0.5  # how much likelier than any that says the opposite, and as a share
_DENIES = regex("(?<!有)无权|(?<!有)没有?权(?!限)|不(?:可以|得|能)(?!不|自己吗)")
_ASKING = regex("能不能|可不可以|有没有权")
_LEAST_SCORE, _MOST_SCORE = 0.62, 0.78


@dataclass(frozen=True, slots=True)
class Told:
    """The line that is likeliest meant, and what it says."""

    line: OwnLine
    verdict: Verdict


def last(case: Case) -> Iterator[Reading]:
    """The reading that one line of a role is meant, where that is sure enough."""
    question = case.question
    denies = _DENIES.search(_ASKING.sub("", question.raw)) is not None
    if not asks_whether(question) or denies or for_another(question.raw):
        return
    case = loosely(case)
    subject = subject_of(case)
    if subject is None or len(subject.names) != 1 or subject.several:
        return
    asked = asked_right(question)
    matter = Matter(case.question, used(frame_of_right(case, subject, asked)))
    told = _told(own_lines(matter, subject.names), asked, subject.names, matter, case)
    if told is not None:
        likely = told.line.likelihood
        score = _LEAST_SCORE + (_MOST_SCORE - _LEAST_SCORE) * likely
        slots = {"told": told, "matter": matter, "names": subject.names, "asked": asked}
        yield Reading("own_line", {}, slots=slots, score=score)


def _told(
    lines: Sequence[OwnLine], asked: Asked, names: Sequence[str], matter: Matter, case: Case
) -> Told | None:
    """The likeliest line that says yes or no, where none about as likely says the opposite."""
    if not lines or lines[0].likelihood < _LEAST_NO:
        return None
    question, organization = matter.question, case.organization
    said = [(line, verdict(question, asked, names, line.statement, organization)) for line in lines]
    said = [(line, v) for line, v in said if v is None or v.ruling is not Ruling.YES or _fits(line, matter)]
    if not said:
        return None
    best, ruled = said[0]
    if ruled is None or best.likelihood < (_LEAST_YES if ruled.ruling is Ruling.YES else _LEAST_NO):
        return None
    clear = min(_CLEARLY, _TWICE * best.likelihood)
    near = (v for line, v in said[1:] if best.likelihood - line.likelihood < clear)
    if any(v is None or (v.ruling is Ruling.YES) != (ruled.ruling is Ruling.YES) for v in near):
        return None
    return Told(best, ruled)


def _fits(line: OwnLine, matter: Matter) -> bool:
    """Whether a line may say yes: it has what is asked, and is not made for another case."""
    return line.firm and not (line.match is not None and in_other_case(line.match, matter))


def answer(case: Case, reading: Reading) -> Answer:
    """Yes or no with the line, and that it is the likeliest one."""
    told: Told = reading.slots["told"]
    names, asked, matter = reading.slots["names"], reading.slots["asked"], reading.slots["matter"]
    slots = {"role": listed(names), "verb": asked.word, "matter": matter.text}
    ruling, statement = told.verdict.ruling, told.line.statement
    key = "right_yes" if ruling is Ruling.YES else "right_beyond" if ruling is Ruling.BEYOND else "right_no"
    says = [Say(key, slots)]
    others = [name for name in told.verdict.others if name not in names]
    if others:
        says.append(Say("right_elsewhere", {"roles": listed(others)}))
    own = {"role": statement.owner, "section": statement.section, "quote": statement.passage.quote}
    says += [Say("likely_line"), Say("quote_rule" if statement.section == statement.owner else "quote", own)]
    if ruling is Ruling.YES and any(right.limit for right in statement.rights):
        says.append(Say("right_limited"))
    noted, notes = footnotes([statement])
    return answered(
        case,
        reading,
        [*says, *noted],
        [statement_evidence(statement), *notes],
        names if ruling is Ruling.YES else others,
        Say("reading.own_line", slots),
        verdict=ruling is Ruling.YES,
    )


def instead(case: Case, refused: Answer) -> Answer:
    """The answer by the likeliest line in place of a refusal, if there is one."""
    reading = next(last(case), None)
    return refused if reading is None else answer(case, reading)


TOPIC = Topic("own_line", lambda _: (), answer, last=last, of_roles=True, needs=frozenset(("whether", "may")))
