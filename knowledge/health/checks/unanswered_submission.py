"""A matter handed up for approval to a role whose own description says nothing of it: perhaps nobody
approves it."""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.answer import NAMED, Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.matter import matter_of, words
from knowledge.health.records import Records, stated
from knowledge.text import bare, bigrams
from knowledge.thesaurus import general_thesaurus

_STRENGTHS = (Strength.DECIDE, Strength.REVIEW)


def find(records: Records) -> Iterator[Finding]:
    """A finding for each such statement; also where it goes to a superior whom nobody names."""
    organization = records.organization
    rights: dict[str, frozenset[str | int] | None] = {}
    for statement in organization.statements:
        if statement.rule or statement.is_department:
            continue
        handed = [
            r
            for r in statement.rights
            if r.holder is not None and not r.performed and r.strength in _STRENGTHS and r.matter
        ]
        for right in handed[:1]:
            name = records.holder(statement, right)
            role = organization.roles.get(name)
            matter = matter_of(right, records.home(statement.owner))
            slots = {"role": statement.owner, "holder": name, "matter": matter}
            if not name:
                yield Finding(
                    "unanswered_submission",
                    Severity.MEDIUM,
                    (statement.owner,),
                    (stated(statement),),
                    slots,
                    "nobody",
                )
            elif role is not None and role.described and name != statement.owner:
                if name not in rights:
                    rights[name] = _decided(records, name)
                known = rights[name]
                if known is not None and known.isdisjoint(_features(matter)):
                    evidence = (stated(statement), Evidence(name, NAMED, role.named))
                    yield Finding(
                        "unanswered_submission", Severity.LOW, (statement.owner, name), evidence, slots
                    )


def _decided(records: Records, name: str) -> frozenset[str | int] | None:
    """What the texts are about in which a role decides or reviews; None where that is everything."""
    texts = [
        f"{s.heading}{s.folded}"
        for s in records.statements_of.get(name, ())
        if any(r.strength in _STRENGTHS or not r.verb for r in s.rights)
    ]
    if any(word in text for text in texts for word in words()["everything"]["words"]):
        return None
    return frozenset(feature for text in texts for feature in _features(bare(text)))


def _features(text: str) -> Iterator[str | int]:
    """The pairs of characters of a bare text, and the groups of meaning of its words, broader ones too."""
    yield from bigrams(text)
    thesaurus = general_thesaurus()
    for occurrence in thesaurus.find(text):
        yield from occurrence.groups
        yield from thesaurus.broader(occurrence.groups)


CHECK = Check("unanswered_submission", find)
