"""Who does, decides, reviews, drafts … a matter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.actions import Strength
from knowledge.answer import Answer, Say
from knowledge.questions.asked import Asked, asked_verb, leading_verbs
from knowledge.questions.asker import applying, asker_of, instead, meant
from knowledge.questions.asking_frame import LIGHT, asks_body, frame_of, of_posts
from knowledge.questions.led_asked import asks_whom_to_report_to
from knowledge.questions.likeliest import is_doubtful, likeliest
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.naming_which import ask_which
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, ask_back, footnotes, listed, not_found, statement_evidence
from knowledge.questions.right_search import Found, find_rights
from knowledge.questions.role_term import identity
from knowledge.questions.shared_wording import departments_sharing
from knowledge.questions.staff import staff_asked
from knowledge.questions.telling_time import TELLS_TIME
from knowledge.questions.telling_whom import asks_whom
from knowledge.questions.thin import lacks_object, only_decides, passes_over_told, says_too_little
from knowledge.questions.tiers import holders
from knowledge.questions.topic import Topic
from knowledge.questions.watching import doing, only_watched
from knowledge.regex import regex
from knowledge.roles.grades import grades

_ASPECTS = ("superior", "subordinates", "duties", "authority", "collaboration", "headcount", "summary")
_WEAKER_SHOWN = 3
_RUNS_ON = 2  # characters behind a name that stand there in the line too: 馆长办公会 is a thing, no person
_ELSEWHERE = 0.6
_OWN = 0.9  # what the own words of a right explain at least
_AWAY = ("不在", "外出", "出差", "休假", "请假", "缺席")
_LED = regex(
    "(?:平时|现在)?(?:(?P<of>归谁管|归谁领导)|向谁汇报|向谁负责|对谁负责|听谁的|的?(?:直接)?(?:上级|领导)是谁)"
)
_ABOVE = regex("[\u4e00-\u9fff]{2}的(?:直接)?(?:上级|上司|下级|下属)(?:是谁|是哪|有谁|有哪些|都有)")
_TWICE_UP = regex(
    "(?:领导|上级|上司|主管|老大|老板)的(?:直接)?(?:领导|上级|上司|主管|老大|老板)"
)  # asks of X
_WRITTEN = regex(
    "(?:职责|说明|权限|描述|说明书|任务)(?:书|表)?(?:里面?|中|上)?(?:都)?(?:有)?(?:写到|写了|写有|写着|提到|写明|列了|涉及|包含|含有)"
)
WRITTEN = Asked(  # whose description has it, however strong
    "写到", 0, 0, frozenset((Strength.LEAD, Strength.TAKE_PART, Strength.ADVISE, Strength.INFORMED))
)
_DEALS = regex("联系|联络|沟通|协调|对接|往来|接洽|洽谈|衔接")
_LED_WHO = regex("[由归是请该要得]+(?=谁|哪)")
_GENERAL = (Strength.LEAD, Strength.EXECUTE)


def propose(case: Case) -> Iterator[Reading]:
    """A question word for people with a matter that statements explain; a verb of authority with a matter."""
    if _asks_for_people(case):
        yield from _by_verb(case, asked_verb(case.question))


def last(case: Case) -> Iterator[Reading]:
    """The reading that one line is meant, though the question says it in other words."""
    if not _asks_for_people(case) or not case.question.has("who") or case.question.has("whether"):
        return
    for reading in likeliest(case):
        if not any(_own(case, match) for match in reading.slots["found"].fitting):
            yield reading


def _asks_for_people(case: Case) -> bool:
    """Whether a question may ask who does something."""
    question = case.question
    if question.negated or staff_asked(question) or asks_whom_to_report_to(question):
        return False
    if not question.has("who", "submit") and not (
        question.has("action") and not question.has("whether", "what", "count", "when")
    ):
        return False
    far = any(len(term.steps) > 1 for term in case.subjects) or _TWICE_UP.search(question.text) is not None
    if far or _asks_whether(case) or _asks_stand_in(question) or _asks_of_stranger(question):
        return False
    if (question.has("path") and not question.has("who")) or asks_whom(question):
        return False  # neither 定好以后要经过哪几步 nor 要通知谁 asks who does it
    if question.has("me") and not case.me and question.has("superior", "subordinates", "colleagues"):
        return False  # 我领导是谁 asks of somebody whom the conversation does not know
    return not (question.has("him") and not case.subjects and question.has(*_ASPECTS))


def _by_verb(case: Case, asked: Asked) -> Iterator[Reading]:
    """The readings of the verb that is asked with, and of others that it may be."""
    question = case.question
    frame = frame_of(case)
    verb = case.explain((asked.start, asked.end)) if asked.word else {}
    if _WRITTEN.search(question.text) is not None:
        yield from _read(case, merge(frame, case.explain_kinds("duties")), WRITTEN, 0.99)
    yield from _read(case, merge(frame, verb), asked, 0.97)
    if asked.as_right:  # 谁有知情权: the right itself is what the lines are asked for
        yield from _read(case, frame, asked, 0.93)
    if any(case.lexicon.thesaurus.groups(m.text) for m in question.of("written")):  # 文件谁传
        named = case.explain_kinds(*(kind for kind in LIGHT if kind != "written"))
        yield from _read(case, merge(named, verb), asked, 0.96)
    leading = [m for m in leading_verbs(question) if len(m.text) > 1 and m.start != asked.start]
    if leading:
        yield from _read(case, merge(frame, verb, case.explain(*leading)), asked, 0.95)
    if asked.word and asked.strongest == Strength.LEAD and len(asked.word) > 1:
        yield from _read(case, frame, Asked("", 0, 0, frozenset()), 0.9)


def _asks_stand_in(question: Question) -> bool:
    """Whether it asks who stands in for somebody whom no document names: 老总不在,找谁签字."""
    return not question.known_roles and any(m.text.startswith(_AWAY) for m in question.of("deputy"))


def _asks_of_stranger(question: Question) -> bool:
    """Whether it asks who leads somebody whom no document names (鱼病治员归谁管): that is no matter."""
    posts = (*grades().heads, *grades().doers)
    if _ABOVE.search(question.text) is not None and not question.known_roles:
        return True  # whose superior is asked for is somebody, whatever he is called
    for found in _LED.finditer(question.text):
        word = next((t for t in question.tokens if t.end == found.start()), None)
        unknown = word is not None and word.kind in (TokenKind.WORD, TokenKind.UNKNOWN)
        if word is not None and unknown and word.text.endswith(posts):
            return found["of"] is None or word.text not in question.lexicon.words
    return False


def _asks_whether(case: Case) -> bool:
    """Whether the last clause asks if a role may, and 哪家 stands before it: 挑哪家店,组长自己说了算吗."""
    question = case.question
    last = question.clauses[-1]
    inside = {k for k in ("whether", "may", "who") if any(m.start >= last.start for m in question.of(k))}
    return inside == {"whether", "may"} and any(r.start >= last.start for r in question.known_roles)


def _read(case: Case, frame: dict[int, float], asked: Asked, prior: float) -> Iterator[Reading]:
    matter = Matter(case.question, used(frame))
    if not matter or (matter.only_names and (asked.strongest or Strength.LEAD) in _GENERAL):
        return
    if (asked.of_mere_doing and says_too_little(matter)) or only_decides(matter):
        return
    if matter.asks_of_roles(bool(asked.word)):
        return  # X的职责是谁定的: no line tells that
    asker = asker_of(case)
    found = find_rights(
        matter,
        asked,
        case.question.amounts,
        keep=lambda good: _of_group(case, of_posts(case.question, applying(good, asker, case.organization))),
    )
    decisive = matter.decisive if not asked.word else []
    if lacks_object(matter, asked.start, asked.end):  # 样机到了,谁去跟进: what it is about stands before
        kept = tuple(m for m in found.fitting if not passes_over_told(m, matter))
        found = replace(found, fitting=kept)
    fitting = (m for m in found.fitting if not _own(case, m) and _decides(m, decisive))
    found = doing(replace(found, fitting=tuple(fitting)), matter, asked)
    found = _by_kind(found, bool(asks_body(case.question)))
    best = found.fitting or found.outside or found.other or tuple(m for _, m in found.narrower)
    if best:
        scored = prior if found.fitting or found.outside else prior * 0.93
        explained = merge(frame, best[0].quality, _amount_words(case), _places(case, best[0]))
        if TELLS_TIME.search(best[0].statement.folded):  # 谁带教,带多久: the line says both
            explained = merge(explained, case.explain_kinds("when"))
        if _DEALS.search(best[0].statement.folded):  # 跟配送公司打交道的是谁
            explained = merge(explained, case.explain_kinds("collaboration"))
        yield Reading("who_does", explained, scored, {"matter": matter, "asked": asked, "found": found})


def _of_group(case: Case, good: list[Match]) -> list[Match]:
    """The matches of the roles asked among (哪几个主管), where any of them has one."""
    names = {n for r in case.question.known_roles if r.start in case.asked_groups for n in r.names}
    return [m for m in good if not names.isdisjoint(holders(m, case.organization))] or good


def _decides(match: Match, decisive: list[Token]) -> bool:
    """Whether a right's own words have the verb of the question that is a decision by itself (聘任)."""
    return all(match.quality.get(i, 1.0) > _OWN for t in decisive for i in range(t.start, t.end))


def _own(case: Case, match: Match) -> bool:
    """Whether a right would be held by the one role that the question names: nobody asks who does that."""
    roles = [role for role in case.question.known_roles if role.start not in case.asked_groups]
    said = identity(case.question)
    named = [role for role in roles if case.question.asking(role.start)]
    named = named or [role for role in roles if role.names != said]  # 那个风险经理,行政上听谁的
    if len(named) != 1 or not set(holders(match, case.organization)) <= set(named[0].names):
        return False
    whole = case.question.text[named[0].start : named[0].end + _RUNS_ON]
    return len(whole) < named[0].end - named[0].start + _RUNS_ON or whole not in match.statement.folded


def _amount_words(case: Case) -> dict[int, float]:
    return case.explain(*((a.start, a.end) for a in case.question.amounts))


def _places(case: Case, match: Match) -> dict[int, float]:
    """The departments that a match leaves out of account: where the matter arises, not what it is."""
    places = [p for p in case.question.places if p.start not in match.quality]
    return case.explain(*((p.start, p.end) for p in places), quality=_ELSEWHERE) if match.quality else {}


def _by_kind(found: Found, departments: bool) -> Found:
    """What was found for the roles; for the departments where one is asked for, or no role does it."""
    wanted = tuple(m for m in found.fitting if m.statement.is_department == departments)
    return replace(found, fitting=wanted or found.fitting)


def answer(case: Case, reading: Reading) -> Answer:
    """Every role of which a statement says so; weaker rights are named as what they are."""
    asked: Asked = reading.slots["asked"]
    found: Found = reading.slots["found"]
    matter: Matter = reading.slots["matter"]
    topic = _topic_text(matter, asked)
    verb = asked.word or "负责"
    likely = "likelihood" in reading.slots
    understood = Say("reading.likely") if likely else Say("reading.who_does", {"verb": verb, "matter": topic})
    if not found.fitting:
        return _nobody(case, reading, found, verb, topic, understood)
    if not likely and is_doubtful(found.fitting, matter, asked):
        says = [Say("doubtful", {"verb": verb, "matter": topic}), *quoted(found.fitting, case)]
        return not_found(
            case, reading, says, understood, [statement_evidence(m.statement) for m in found.fitting]
        )
    homes = departments_sharing(matter, case.organization)
    if homes:
        return ask_back(case, reading, [home + case.question.part(0) for home in homes], understood)
    says, roles, evidence = [], [], []
    asker = asker_of(case)
    for match in _meant(found.fitting, asker, case):
        names = meant(holders(match, case.organization), match, asker, case.organization)
        if not names:
            continue
        new = [name for name in names if name not in roles]
        roles += new
        evidence.append(statement_evidence(match.statement))
    if only_watched(found, matter):  # 督促收款 is not 负责收款
        says.append(Say("who_watches", {"verb": verb, "matter": topic}))
        verb = found.fitting[0].right.verb
    key = "likely_who" if likely else "who_writes" if asked is WRITTEN else "who_does"
    says.append(Say(key, {"verb": verb, "matter": topic, "roles": listed(roles)}))
    noted, notes = footnotes(m.statement for m in found.fitting)
    says += [*quoted(found.fitting, case), *noted]
    evidence += notes if evidence else []
    told = {m.statement for m in found.fitting}
    weaker = [m for m in found.other if m.statement.owner not in roles and m.statement not in told]
    if asked.strongest in (Strength.DECIDE, Strength.REVIEW) and weaker:
        says += weaker_says(weaker, case)
    if not evidence or not roles:
        return _nobody(case, reading, found, verb, topic, understood)
    return answered(case, reading, says, evidence, roles, understood)


def _meant(matches: Sequence[Match], asker: str, case: Case) -> list[Match]:
    """The matches without those of a rule (由A或B批准) that are not meant for the asker."""
    rules = [m for m in matches if m.statement.rule]
    kept: list[Match] = [m for m in matches if not m.statement.rule]
    for statement in dict.fromkeys(m.statement for m in rules):
        steps = instead([m for m in rules if m.statement is statement], asker, case.organization)
        kept += [m for step in steps for m in step]
    return [m for m in matches if m in kept]


def quoted(matches: tuple[Match, ...], case: Case) -> list[Say]:
    """Each statement once, as the document has it."""
    says: dict[tuple[str, str], Say] = {}
    for match in matches:
        statement = match.statement
        slots = {"role": statement.owner, "section": statement.section, "quote": statement.passage.quote}
        own = Say("quote_rule" if statement.section == statement.owner else "quote", slots)
        says.setdefault((statement.owner, statement.passage.quote), own)
    return list(says.values())


def weaker_says(matches: list[Match], case: Case) -> list[Say]:
    """Rights on the same matter that are not the one asked for, each with the line that gives it."""
    says: list[Say] = []
    for match in matches[:_WEAKER_SHOWN]:
        slots = {
            "role": listed(holders(match, case.organization)) or match.statement.owner,
            "quote": match.statement.passage.quote,
        }
        say = Say("negated_right" if match.right.negated else "other_right", slots)
        says += [say] if say not in says else []
    return says


def _nobody(case: Case, reading: Reading, found: Found, verb: str, topic: str, understood: Say) -> Answer:
    if found.outside:
        says = [Say("outside_tiers_unit" if found.unit_differs else "outside_tiers", {"matter": topic})]
        says += quoted(found.outside, case)
        return not_found(
            case, reading, says, understood, [statement_evidence(m.statement) for m in found.outside]
        )
    says = [Say("nobody_does", {"verb": verb, "matter": topic})]
    if found.narrower:
        return ask_which(case, reading, found.narrower, says, understood)
    says += weaker_says(list(found.other), case)
    evidence = [statement_evidence(m.statement) for m in found.other[:_WEAKER_SHOWN]]
    return not_found(case, reading, says, understood, evidence)


def _topic_text(matter: Matter, asked: Asked) -> str:
    """The matter as it was asked, without the question word and the verb between its words."""
    question = matter.question
    asking = [t for t in matter.tokens if question.asking(t.start)] or matter.tokens
    if not asking:
        return ""
    led = [found.span() for found in _LED_WHO.finditer(question.text)]  # 由|谁
    drop = {i for start, end in (*led, (asked.start, asked.end)) for i in range(start, end)}
    drop -= {i for t in asking for i in range(t.start, t.end)}
    drop |= {i for kind in ("who", "submit") for m in question.of(kind) for i in range(m.start, m.end)}
    span = range(asking[0].start, asking[-1].end)
    return "".join(question.text[i] for i in span if i not in drop)


TOPIC = Topic(
    "who_does", propose, answer, last=last, loosely=True, needs=frozenset(("who", "submit", "action"))
)
