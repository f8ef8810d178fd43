"""With whom a role works together, and which roles work together with somebody."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.contacts import contacts_told
from knowledge.questions.dealings import dealing_with
from knowledge.questions.matter import Matter
from knowledge.questions.mention import PlaceMention
from knowledge.questions.phrases import compact
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, not_found, statement_evidence, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.sides import INSIDE, OUTSIDE, asked_side, listings_of, side_spans
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.role import Listing, Passage

_LIGHT = (
    "who",
    "what",
    "written",
    "again",
    "relative",
    "identity",
    "me",
    "him",
    "count",
    "may",
    "whether",
    "submit",
    "department",
    "inside",
    "outside",
    "all",
)
_POSTS = ("岗位", "岗", "职位", "职务", "角色", "谁", "人", "位", "主管", "同事")  # 哪些岗位, not 哪些部门
_BETWEEN = regex("[、,，;；和与及]")
_TURNS = ("找", "跟", "和", "与", "同", "对", "联系", "去")


def propose(case: Case) -> Iterator[Reading]:
    """Words for working together with a role, with a partner, or with both (whether)."""
    question = case.question
    if not question.has("collaboration"):
        yield from _purpose(case)
        return
    frame = merge(case.explain_kinds("collaboration"), case.explain_kinds(*_LIGHT))
    frame = merge(frame, case.explain(*side_spans(question)))
    terms = [t for t in case.subjects if t.names and (t.end or not question.places)]
    places = [p for p in question.places if p.kind in ("partner", "department")]
    spots = case.explain(*((p.start, p.end) for p in places))
    matter = Matter(question, used(merge(frame, *(case.explain(t) for t in terms))))
    if question.has("who", "all") and (not terms or _asks_partners_of(case, terms)) and (matter or terms):
        partners = [p.name for p in places] or [t.names[0] for t in terms]
        found = _who(case, partners, matter if not partners else None)
        if found:
            owners = {name for name, _, _ in found}
            named = _named_in(
                case,
                [i.text for n in owners for x in case.organization.role(n).collaboration for i in x.items],
            )
            everything = merge(
                frame, spots, named, *(case.explain(t) for t in terms), *([] if places else [found[0][2]])
            )
            yield Reading(
                "collaboration", everything, 1.0, {"found": found, "partner": partners or [matter.text]}
            )
    if terms:
        term = terms[0]
        with_whom = [p.name for p in places] + [t.names[0] for t in terms[1:]]
        whether = question.has("whether") and bool(with_whom)
        explained = merge(frame, *(case.explain(t) for t in terms), spots)
        slots = {"term": term, "with": with_whom if whether else [], "about": _about(case)}
        if slots["about"]:
            explained = merge(explained, case.explain_kinds("duties", "tasks", "chain"))
        yield Reading("collaboration", explained, 0.99, slots)


def _purpose(case: Case) -> Iterator[Reading]:
    """A role, a partner that it turns to, and words for what it does there (X找财务部干什么)."""
    question = case.question
    turned = [p for p in _partners(case) if _turns_to(question, p.start)] if _asks_what(question) else []
    aside = {p.start for p in turned}
    terms = [t for t in case.subjects if t.names and t.end and t.start not in aside] if turned else []
    if len(terms) == 1:
        words = case.explain_kinds("duties", "tasks", *_LIGHT)
        explained = merge(words, case.explain(terms[0], *((p.start, p.end) for p in turned)))
        yield Reading("collaboration", explained, 0.98, {"term": terms[0], "with": [], "about": _about(case)})


def _about(case: Case) -> list[str]:
    """The partners of whom it is asked what a role does with them (跟行业协会联系做什么)."""
    return [p.name for p in _partners(case)] if _asks_what(case.question) else []


def _asks_what(question: Question) -> bool:
    """Whether it is asked what is done, not who does it."""
    return question.has("duties", "tasks", "what") and not question.has("whether", "who")


def _partners(case: Case) -> list[PlaceMention]:
    """The departments and partners of the question, and the roles behind a word for turning to them
    (X跟Y对接什么)."""
    question = case.question
    turned = [r for r in question.known_roles[1:] if _turns_to(question, r.start) and len(r.names) == 1]
    roles = [PlaceMention("partner", r.start, r.end, r.names[0]) for r in turned]
    return [*(p for p in question.places if p.kind in ("partner", "department")), *roles]


def _turns_to(question: Question, at: int) -> bool:
    return question.text[:at].endswith(_TURNS)


def _named_in(case: Case, partners: list[str]) -> dict[int, float]:
    """The words of the question that stand in the names of partners (银行 in 各大银行)."""
    tokens = [
        t for t in case.question.content() if len(t.text) > 1 and any(t.text in compact(p) for p in partners)
    ]
    return case.explain(*((t.start, t.end) for t in tokens))


def _asks_partners_of(case: Case, terms: list[RoleTerm]) -> bool:
    """哪些岗位要跟X对接: the question word comes before the role."""
    who = min((m.start for kind in ("who", "all") for m in case.question.of(kind)), default=-1)
    return 0 <= who < terms[0].start


def _who(
    case: Case, partners: list[str], matter: Matter | None
) -> list[tuple[str, Evidence, dict[int, float]]]:
    """The roles whose lists name one of the partners: (role, evidence, what it explains)."""
    found: list[tuple[str, Evidence, dict[int, float]]] = []
    partners = _called(case, partners)
    words = [*partners, *(t.text for t in (matter.tokens if matter else ()))]
    for role in case.organization.working_with(words):
        for listing in role.collaboration:
            for item in listing.items:
                name = compact(item.text)
                if partners and any(p in name for p in partners):
                    found.append((role.name, Evidence(role.name, listing.kind, item), {}))
                elif matter is not None and (explained := _explains(matter, name)):
                    found.append((role.name, Evidence(role.name, listing.kind, item), explained))
    known = {name for name, _, _ in found}
    for statement in dealing_with(partners, case.lexicon) if found and partners else ():
        if statement.owner not in known:
            found.append((statement.owner, statement_evidence(statement), {}))
    return found


def _called(case: Case, partners: list[str]) -> list[str]:
    """All that partners may be called in a list, without blanks."""
    return [compact(word) for name in partners for word in case.organization.called(name)]


def _explains(matter: Matter, name: str) -> dict[int, float]:
    text = matter.question.text
    words = [
        t
        for t in matter.tokens
        if t.text in name or (len(t.text) > 1 and name.removeprefix("各大").removeprefix("各") in t.text)
    ]
    weight = sum(matter.weights.get(i, 0.0) for t in words for i in range(t.start, t.end))
    total = sum(matter.weights.values()) or 1.0
    return (
        {i: 1.0 for t in words for i in range(t.start, t.end) if text[i].isalnum()}
        if weight / total > 0.6
        else {}
    )


def answer(case: Case, reading: Reading) -> Answer:
    """The partners by kind; or the roles that name the partner; or whether they do."""
    if "found" in reading.slots:
        return _answer_who(case, reading)
    term: RoleTerm = reading.slots["term"]
    if term.several and not term.steps:
        return which_role(case, reading, term)
    name = term.names[0]
    role = case.organization.role(name)
    understood = Say("reading.collaboration", {"role": name})
    if not role.collaboration and not reading.slots["with"] and not reading.slots.get("about"):
        told = contacts_told(role, asked_side(case.question))
        if told:
            return _answer_told(case, reading, name, told, understood)
    if not role.collaboration:
        return unsaid(case, reading, name, Say("collaboration_unknown", {"role": name}), understood)
    if reading.slots["with"]:
        return _answer_whether(case, reading, name, reading.slots["with"], understood)
    listings = _chosen(case, role.collaboration)
    if reading.slots.get("about"):
        partners = _called(case, reading.slots["about"])
        kept = [replace(x, items=tuple(i for i in x.items if _names(i, partners))) for x in listings]
        listings = [x for x in kept if x.items]
    if not listings:
        return not_found(case, reading, [Say("collaboration_unknown", {"role": name})], understood)
    says, evidence = [Say("collaboration", {"role": name})], []
    for listing in listings:
        says.append(Say("heading", {"text": listing.kind}))
        says += [Say("bullet", {"text": item.text}) for item in listing.items]
        evidence += [Evidence(name, listing.kind, item) for item in listing.items]
    return answered(case, reading, says, evidence, _posts(case, listings), understood)


def _posts(case: Case, listings: list[Listing]) -> tuple[str, ...]:
    """The partners as roles, where posts are asked for and each of the partners is one."""
    asked = [m.text for m in case.question.of("who") if m.text.endswith(_POSTS)]
    names = [
        compact(part) for x in listings for i in x.items for part in _BETWEEN.split(i.text) if part.strip()
    ]
    found = [[n for end, n in case.lexicon.names.at(name, 0) if end == len(name)] for name in names]
    plain = [n[0][0] for n in found if len(n) == 1 and len(n[0]) == 1]
    return tuple(dict.fromkeys(plain)) if asked and len(plain) == len(names) else ()


def _answer_told(case: Case, reading: Reading, name: str, told: list[Listing], understood: Say) -> Answer:
    """The sentences that say with whom a role is in contact, where no list does."""
    says, evidence = [Say("collaboration_told", {"role": name})], list[Evidence]()
    for listing in told:
        says += [Say("bullet", {"text": item.text}) for item in listing.items]
        evidence += [Evidence(name, listing.kind, item) for item in listing.items]
    return answered(case, reading, says, evidence, (), understood)


def _chosen(case: Case, listings: tuple[Listing, ...]) -> list[Listing]:
    """The kinds asked for: inside or outside, and of the inside ones the one named (集团, 部门)."""
    question = case.question
    side = asked_side(question)
    if not side:
        return list(listings)
    chosen = listings_of(side, listings)
    if not any(listings_of(told, listings) for told in (INSIDE, OUTSIDE)):
        return list(listings)  # the document tells no sides apart
    for level in ("部门", "集团", "公司"):
        named = [x for x in chosen if level in x.kind]
        words = [m.text for kind in ("inside", "outside") for m in question.of(kind)]
        if named and any(level in word for word in words):
            return named
    return chosen


def _names(item: Passage, partners: list[str]) -> bool:
    return any(p in compact(item.text) for p in partners)


def _answer_who(case: Case, reading: Reading) -> Answer:
    found: list[tuple[str, Evidence, dict[int, float]]] = reading.slots["found"]
    partner = listed(reading.slots["partner"])
    roles = list(dict.fromkeys(name for name, _, _ in found))
    says = [Say("collaborators", {"partner": partner, "roles": listed(roles)})]
    return answered(
        case,
        reading,
        says,
        [e for _, e, _ in found],
        roles,
        Say("reading.collaborators", {"partner": partner}),
    )


def _answer_whether(case: Case, reading: Reading, name: str, partners: list[str], understood: Say) -> Answer:
    role = case.organization.role(name)
    hits: list[tuple[str, Passage]] = [
        (x.kind, item)
        for x in role.collaboration
        for item in x.items
        if any(p in compact(item.text) for p in _called(case, partners))
    ]
    slots = {"role": name, "partner": listed(partners)}
    if hits:
        evidence = [Evidence(name, kind, item) for kind, item in hits]
        return answered(case, reading, [Say("collaborates", slots)], evidence, (), understood, verdict=True)
    every = [Evidence(name, x.kind, item) for x in role.collaboration for item in x.items]
    return answered(case, reading, [Say("collaborates_not", slots)], every, (), understood, verdict=False)


TOPIC = Topic("collaboration", propose, answer)
