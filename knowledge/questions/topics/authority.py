"""What a role may decide: its authorities, all or of one kind, or those of one strength (能审批什么)."""

from collections.abc import Iterator

from knowledge.actions import Strength, actions
from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.asked import asked_verb
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, field_evidence, listed, statement_evidence, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.tiers import held_by
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.labels import Field, labels
from knowledge.roles.role import Listing, Role
from knowledge.text import bare

_LIGHT = ("what", "may", "written", "again", "relative", "identity", "me", "him", "count", "who")
_DECIDING = frozenset((Strength.DECIDE, Strength.REVIEW))
_GIVEN = regex(
    "有权|权(?:力|利|限)?(?=$|[、,;。])|(?:^|(?<=[,;。时]))(?:可以?|能够|得以)(?!能|见|靠|行|疑)(?:自行|直接|先行|当场)?"
)
_PART = 2  # characters that a kind and a question share (人事权, 人事方面)


def propose(case: Case) -> Iterator[Reading]:
    """A role with words for authority, the name of a kind, or a verb of authority with 什么."""
    question = case.question
    kinds = [p for p in question.places if p.kind == "authority"]
    if not kinds and not question.has("authority", "what", "count"):
        return
    asked = asked_verb(question)
    strong = bool(asked.strengths) and asked.strengths.isdisjoint(
        (Strength.LEAD, Strength.EXECUTE, Strength.USE, Strength.INFORMED)
    )
    for term in case.subjects[:1]:
        if not term.names:
            continue
        frame = merge(case.explain(term), case.explain_kinds(*_LIGHT))
        words = merge(case.explain_kinds("authority"), case.explain(*((k.start, k.end) for k in kinds)))
        if question.has("authority") or kinds:
            chosen, spots = _kinds(case, term)
            if kinds and not chosen:  # other kinds are no answer
                chosen = tuple(dict.fromkeys(k.name for k in kinds))
            explained = merge(frame, words, spots)
            slots = {
                "term": term,
                "kinds": chosen,
                "strengths": frozenset(),
                "decides": _of_decisions(question),
            }
            yield Reading("authority", explained, 1.0, slots)
        people = any(m.text.endswith(("人", "名", "位")) for m in question.of("count"))  # 编了多少人
        counted = people or any(
            m.start <= asked.start < m.end for m in question.of("headcount")
        )  # 编制是多少
        whether = any(question.primary(m.start) for m in question.of("whether"))  # 多少钱他说了算吗
        what = question.has("what", "count") and not question.has("who") and not whether
        if strong and not counted and term.end and what:
            spoken = asked.word not in actions().written and Strength.DECIDE in asked.strengths
            of_what = case.explain_kinds("duties", "path")  # 可以批准哪些事, 哪些事要经过他批准
            explained = merge(frame, words, of_what, case.explain((asked.start, asked.end)))
            yield Reading(
                "authority",
                explained,
                0.98,
                {
                    "term": term,
                    "kinds": (),
                    "strengths": frozenset() if spoken else asked.strengths,  # 能自己做主的: all he may
                    "verb": asked.word,
                    "decides": spoken,
                    "final": True,
                },
            )


def _kinds(case: Case, term: RoleTerm) -> tuple[tuple[str, ...], dict[int, float]]:
    """The kinds of authority that the question names, by their name or what it begins with (财务上 →
    财务权)."""
    text, chosen = case.question.text, []
    spots: dict[int, float] = {}
    taken = {i for t in case.subjects for i in range(t.start, t.end)}
    for name in term.names:
        for listing in case.organization.role(name).authorities:
            stem = bare(listing.kind).removesuffix("限").removesuffix("权")
            at = text.find(stem)
            while at >= 0 and (at in taken or len(stem) < _PART):
                at = text.find(stem, at + 1) if len(stem) >= _PART else -1
            if at >= 0:
                chosen.append(listing.kind)
                spots = merge(spots, case.explain((at, at + len(stem))))
                continue
            groups = case.lexicon.thesaurus.groups(stem)
            for word in case.question.synonyms:
                if groups & word.groups:
                    chosen.append(listing.kind)
                    spots = merge(spots, case.explain((word.start, word.end)))
    return tuple(dict.fromkeys(chosen)), spots


def answer(case: Case, reading: Reading) -> Answer:
    """The authorities under their headings, as the document has them."""
    term: RoleTerm = reading.slots["term"]
    if term.several and not term.steps:
        return which_role(case, reading, term)
    says: list[Say] = []
    evidence: list[Evidence] = []
    understood = Say(
        "reading.authority", {"role": listed(term.names), "kind": listed(reading.slots["kinds"])}
    )
    for name in term.names:
        role = case.organization.role(name)
        if reading.slots["strengths"]:
            more, proof = _of_strength(
                case, role, reading.slots["strengths"], "rights_of", reading.slots["verb"]
            )
        else:
            more, proof = _listed(role, reading.slots["kinds"])
            if not reading.slots["kinds"]:
                further, why = _further(case, role, reading.slots["decides"])
                more, proof = [*more, *further], [*proof, *why]
        says += more
        evidence += proof
    if evidence:
        return answered(case, reading, says, evidence, (), understood)
    name = term.names[0]
    role = case.organization.role(name)
    if Field.AUTHORITIES in role.none and not reading.slots["strengths"]:
        value = role.facts[Field.AUTHORITIES].text.strip("（）()")
        says = [Say("fact_none", {"role": name, "label": "权限", "value": value})]
        proof = [field_evidence(role, Field.AUTHORITIES, "权限")]
        return answered(case, reading, says, proof, (), understood)
    return unsaid(case, reading, name, Say("authority_unknown", {"role": name}), understood)


def _listed(role: Role, kinds: tuple[str, ...]) -> tuple[list[Say], list[Evidence]]:
    chosen: list[Listing] = [x for x in role.authorities if not kinds or x.kind in kinds]
    if not chosen:
        return [], []
    count = sum(not labels().is_none(item.text) for x in chosen for item in x.items)
    says = [Say("authority", {"role": role.name, "count": str(count)})]
    evidence = []
    for listing in chosen:
        says.append(Say("heading", {"text": listing.kind}))
        if all(labels().is_none(item.text) for item in listing.items):
            says.append(Say("authority_none", {"quote": listing.items[0].quote}))
        else:
            says += [
                Say("item", {"number": str(i), "text": item.quote}) for i, item in enumerate(listing.items, 1)
            ]
        evidence += [Evidence(role.name, listing.kind, item) for item in listing.items]
    return says, evidence


def _of_decisions(question: Question) -> bool:
    """Whether it asks for what somebody decides: 能批什么, 可以决定哪些."""
    said = [m.text for m in question.of("authority")]
    verbs = [verb for verb, strengths in actions().asked.items() if Strength.DECIDE in strengths]
    return any(verb in text for text in said for verb in verbs)


def _further(case: Case, role: Role, decides: bool) -> tuple[list[Say], list[Evidence]]:
    """What is said outside a list of rights: that a role decides, where that was asked, or where it has no
    such list, what it decides and reviews."""
    strengths = frozenset((Strength.DECIDE,)) if decides else _DECIDING
    if Field.AUTHORITIES in role.none and not decides:
        return [], []
    if role.authorities:
        return _of_strength(case, role, strengths, "rights_besides") if decides else ([], [])
    return _of_strength(case, role, strengths, "rights_scattered")


def _of_strength(
    case: Case, role: Role, strengths: frozenset[Strength], key: str, verb: str = ""
) -> tuple[list[Say], list[Evidence]]:
    """The lines that give a role rights of some strengths, its own and those that hand it one."""
    told = {i.quote for x in role.authorities for i in x.items} if key == "rights_besides" else set()
    found = [
        s
        for s in case.organization.statements.about((role.name,))
        if s.passage.quote not in told
        and any(
            (
                r.strength in strengths
                or (key == "rights_scattered" and _GIVEN.search(s.folded, r.start, r.end))
            )
            and not r.negated
            and role.name in held_by(s, r, case.organization)
            for r in s.rights
        )
    ]
    if not found:
        return [], []
    lines = dict.fromkeys(s.passage.quote for s in found)  # the tiers of a rule share one line
    slots = {"role": role.name, "verb": verb, "count": str(len(lines))}
    besides = "rights_besides" if role.authorities else "rights_scattered"
    says = [Say("rights_of", slots) if verb else Say(besides, slots)]
    says += [Say("item", {"number": str(i), "text": quote}) for i, quote in enumerate(lines, 1)]
    return says, [statement_evidence(s) for s in found]


TOPIC = Topic("authority", propose, answer, of_roles=True)
