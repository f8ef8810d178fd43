"""The way of a matter from an asker up to whoever decides it: 我报销要找谁, X的计划要经过谁."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.actions import Strength, actions
from knowledge.answer import Answer, Say
from knowledge.questions.asked import Asked, asked_verb
from knowledge.questions.asker import applying
from knowledge.questions.led_asked import asks_who_leads
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import (
    answered,
    listed,
    not_found,
    reporting_evidence,
    statement_evidence,
    which_role,
)
from knowledge.questions.right_search import Found, find_rights
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.tiers import holders
from knowledge.questions.topic import Topic
from knowledge.questions.topics import approval_steps
from knowledge.questions.topics.who_does import quoted, weaker_says

_LIGHT = (
    "who",
    "submit",
    "path",
    "me",
    "identity",
    "again",
    "may",
    "superior",
    "whether",
    "chain",
    "him",
    "what",
    "count",
    "relative",
    "written",
)
_KNOWN = 0.9  # how sure it is that somebody who said his role asks for himself
_DOERS = ("归谁", "归", "由谁")  # 归谁考核 asks who does it, not where it goes
_APPROVES = frozenset((Strength.DECIDE, Strength.REVIEW))
_DECIDES = Asked("审批", 0, 0, frozenset((Strength.DECIDE,)))
_REVIEWS = Asked("审核", 0, 0, frozenset((Strength.REVIEW,)))

_LONGEST_NAME = 12  # characters


def propose(case: Case) -> Iterator[Reading]:
    """An asker, a matter, and words for handing it up or for the way it takes."""
    question = case.question
    if question.negated or asks_who_leads(question):
        return
    checks = any(question.primary(m.start) for m in question.of("whether"))
    if checks and not any(question.primary(m.start) for kind in ("who", "what") for m in question.of(kind)):
        return  # whether somebody may is no question of the way
    verb = asked_verb(question)
    handed = any(m.text not in _DOERS for m in question.of("submit"))
    if not (handed or question.has("path", "chain") or (question.has("who") and verb.strengths & _APPROVES)):
        return
    asker = _asker(case)
    if asker is None and (handed or question.has("path")):
        asker = _known(case)
    asks = (
        question.has("path")
        or handed
        or (
            question.has("chain")
            and asker is not None
            and (_mine(case, asker) or bool(verb.strengths & _APPROVES))
        )
        or (
            question.has("who")
            and bool(verb.strengths & _APPROVES)
            and asker is not None
            and _mine(case, asker)
        )
    )
    if asker is None or not asks:
        return
    whole = question.has("path", "chain") or len(_approving(question)) > 1
    asked = verb if verb.strengths & _APPROVES and not whole else _DECIDES
    verbs = [m for m in question.of("action") if question.asking(m.start) or m.text == verb.word]
    frame = merge(case.explain(asker), case.explain_kinds(*_LIGHT), case.explain(*verbs))
    matter = Matter(question, used(frame))
    if not matter or (matter.only_names and not verb.strengths & _APPROVES):
        return
    who = asker.base[0] if len(asker.base) == 1 else ""
    approving = replace(asked, strengths=asked.strengths & _APPROVES)
    found = find_rights(
        matter,
        approving,
        question.amounts,
        keep=lambda good: applying(good, who, case.organization),
    )
    if own := _naming(who, found, matter, approving):
        found = replace(found, fitting=own)
    if not found.fitting and (whole or not verb.strengths & _APPROVES):
        reviewed = find_rights(matter, _REVIEWS, question.amounts)
        found = reviewed if reviewed.fitting else found
    best = found.fitting or found.other
    if best:
        explained = merge(frame, best[0].quality, case.explain(*((a.start, a.end) for a in question.amounts)))
        prior = 1.0 if found.fitting else 0.9
        yield Reading(
            "approval_path",
            explained,
            prior,
            {"asker": asker, "found": found, "matter": matter, "asked": asked},
        )


def _naming(who: str, found: Found, matter: Matter, asked: Asked) -> tuple[Match, ...]:
    """The lines that name the asker's post as whose matter it is, where all found name other posts alone:
    审批主管的请假 rather than 审批专员超过3天的请假."""
    if (
        not who
        or not found.fitting
        or any(_is_of(m, who) or not _names_posts(m, matter) for m in found.fitting)
    ):
        return ()
    wider = find_rights(matter, asked, [])
    return tuple(m for m in wider.fitting if _is_of(m, who))


def _is_of(match: Match, who: str) -> bool:
    text = match.statement.folded
    return who in text.replace(f"报{who}", "").replace(f"由{who}", "")


def _names_posts(match: Match, matter: Matter) -> bool:
    """Whether a line names posts that the documents have."""
    text, names = match.statement.folded, matter.lexicon.names
    return any(1 < end - at <= _LONGEST_NAME for at in names.starts(text) for end, _ in names.at(text, at))


def _approving(question: Question) -> set[str]:
    """The verbs of reviewing and deciding that the question has."""
    verbs = (m.text for m in question.of("action") if question.asking(m.start))
    return {verb for verb in verbs if actions().asked[verb] & _APPROVES}


def _asker(case: Case) -> RoleTerm | None:
    """Who hands the matter in: 我, or the first role named."""
    plain = [t for t in case.subjects if not t.steps and not (t.end and case.question.is_done(t.start))]
    own = [t for t in plain if t.person == "me"]
    chosen = (
        own
        or [t for t in plain if t.end and t.person != "him"]
        or [t for t in plain if t.person == "him" and t.end]
    )
    if chosen:
        return chosen[0]
    return next((t for t in case.terms if not t.steps and t.end), None)


def _known(case: Case) -> RoleTerm | None:
    """The asker by what he said before, where the question names nobody."""
    if len(case.me) != 1 or case.question.roles:
        return None
    return RoleTerm(case.me, case.me, (), (), 0, 0, _KNOWN, "me")


def _mine(case: Case, asker: RoleTerm) -> bool:
    return asker.person == "me" or bool(case.me and asker.base == case.me)


def answer(case: Case, reading: Reading) -> Answer:
    """Every superior from the asker up to the role that the documents name for the matter."""
    asker: RoleTerm = reading.slots["asker"]
    found: Found = reading.slots["found"]
    matter: Matter = reading.slots["matter"]
    if asker.several:
        return which_role(case, reading, asker)
    name, organization = asker.base[0], case.organization
    ruled = tuple(m for m in found.fitting if approval_steps.has_steps(m.statement))
    if ruled:  # the steps that the rule names, not the line of superiors
        slots = {"found": Found(ruled, ()), "matter": matter, "asker": name}
        return approval_steps.answer(case, replace(reading, slots=slots))
    chain = organization.chain(name)
    line = [step.superior for step in chain]
    understood = Say(
        "reading.approval_path", {"role": name, "matter": matter.text, "verb": reading.slots["asked"].word}
    )
    deciders = list(dict.fromkeys(n for m in found.fitting for n in holders(m, organization)))
    above = [n for n in deciders if n in line]
    if above:  # what is said of other posts is beside it
        own = [m for m in found.fitting if m.statement.rule or m.statement.owner in {name, *line}]
        found = replace(found, fitting=tuple(own) or found.fitting)
    evidence = [statement_evidence(m.statement) for m in found.fitting]
    if above:
        last = max(line.index(n) for n in above) if len(found.fitting) == 1 else line.index(above[0])
        steps = line[: last + 1]
        named = [s for s in steps if s in above]
        says = [Say("path", {"role": name, "matter": matter.text, "steps": " → ".join(steps)})]
        says.append(Say("path_named", {"roles": listed(named)}))
        if rest := [s for s in steps if s not in named]:
            says.append(Say("path_line", {"roles": listed(rest)}))
        says += quoted(found.fitting, case)
        return answered(
            case, reading, says, [*evidence, *reporting_evidence(chain[: last + 1])], steps, understood
        )
    if deciders and name not in deciders:
        says = [
            Say("path_outside", {"role": name, "matter": matter.text, "roles": listed(deciders)}),
            *quoted(found.fitting, case),
        ]
        return answered(case, reading, says, evidence, deciders, understood)
    if deciders:
        says = [Say("path_self", {"role": name, "matter": matter.text}), *quoted(found.fitting, case)]
        return not_found(case, reading, says, understood, evidence)
    says = [Say("path_unknown", {"matter": matter.text})]
    if line:
        says.append(Say("path_only_line", {"role": name, "steps": " → ".join(line)}))
    says += weaker_says(list(found.other), case)
    refused = not_found(case, reading, says, understood, reporting_evidence(chain))
    return approval_steps.by_likely_rule(case, refused)


TOPIC = Topic("approval_path", propose, answer, loosely=True)
