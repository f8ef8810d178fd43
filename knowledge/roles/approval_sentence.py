"""The tiers of an approval that one line states: 1天以内由A批准；1天以上3天以内的，经A审核，由B批准."""

from collections.abc import Iterator, Sequence

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import Step, words
from knowledge.roles.limit import find_limit
from knowledge.roles.posts import Posts
from knowledge.roles.step_words import telling, verbs
from knowledge.roles.tier_draft import (
    BESIDES,
    Draft,
    Tier,
    adds,
    is_left_over,
    left_over,
    own_heads,
    share_steps,
)
from knowledge.roles.tier_head import read_head
from knowledge.roles.tier_holders import GOES_ON, find_holders, is_holder, names_in
from knowledge.roles.tier_people import for_each, people_in, share_condition, with_verbs, without_remarks
from knowledge.text import fold

_SENTENCE = regex(r"[^;。\n]+")
_CLAUSE = regex(r"[^,:]+")
_ENDS_CONDITION = ("的", "时", "者")
_SHORT_CASE = 4  # characters: 病假, 事假
_SAME = regex(r"(?:后|并|再|同意后|通过后|、|和|予以|给予)*")  # the same holder goes on: 审核后批准
_ASKED = regex(
    r"(?:须|应|需|要|再|另|由其|一律)*(?P<verb>请示|报请|加签|加报|提请|上报|报(?![告销价案表]))(?P<name>[^,;。的报]{2,12})$"
)
_ALONE = ("直接", "自行", "自主", "当场")
_ACTS_ALONE = regex(
    rf"(?P<verb>(?:{'|'.join(_ALONE)})(?!上级|领导|主管)[^,;。:报向找经由交请]{{2,6}}?|处理|解决|安排|掌握|答复)(?:即可)?$"
)
_BY = regex(r"(?:凭|持|按|根据)[^,;。]{2,8}$")  # 仓管员|凭领料单|直接发放
_PROPOSES = regex(
    r"(?:由|先由|须由)?(?P<name>[^,]{2,12}?)(?:书面)?(?:提出|提交|发起|填写)?(?:书面)?(?:申请|申报|申请单|审批单)"
)
_FORBIDDEN = regex(r"(?:一律)?(?:不得|不能|不可|不准|禁止|严禁)(?:擅自|私自)?(?P<matter>.{2,})")


def read_tiers(
    text: str, posts: Posts, about: bool = False, before: Sequence[tuple[str, str]] = ()
) -> Iterator[Tier]:
    """The tiers that a line states, in order; a matter stated once holds for the tiers behind it.

    `about`: the matter of the line is stated in front of it. `before`: the holders and verbs of the steps
    that stand before the text, which a case of it may go on from (超过1万册的,再报X批准).
    """
    folded = fold(text)
    plain, instead = without_remarks(with_verbs(folded, posts), posts)
    matter, who, others = "", tuple[str, ...](), tuple[str, ...]()
    drafts = list(_drafts(plain, posts))
    for draft, above in zip(drafts, [Draft(), *drafts], strict=False):
        draft.people = people_in(draft.heads, bool(above.people), posts)
        heads, left = own_heads(draft.heads[:-1] if draft.people else draft.heads)
        draft.own, draft.condition, named = read_head(heads, draft.object, posts, bool(matter), about)
        draft.range = left_over(left, draft.limit or above.limit)
        draft.condition = left or draft.condition
        share_condition(draft, above)
        if draft.people:
            others, named = others if above.people else who, draft.people
        elif above.people and not named:
            who = others
        if draft.own or named:
            matter, who = draft.own or matter, named if named or draft.own else who
        draft.matter, draft.applies_to = matter, who
    share_steps(drafts, before)
    for draft in drafts:
        steps = tuple(_steps(draft))
        if any(step.strength >= Strength.REVIEW for step in steps):
            written = tuple(Step(_written(s.who, text, folded), s.strength, s.verb) for s in steps)
            askers = tuple(_written(name, text, folded) for name in draft.applies_to)
            about_, condition = _written(draft.matter, text, folded), _written(draft.condition, text, folded)
            tier = Tier(about_, condition, askers, written, draft.range)
            yield from for_each(tier, instead)


def _written(part: str, text: str, folded: str) -> str:
    """A part of a folded text as the text has it."""
    at = folded.find(part)
    return text[at : at + len(part)].strip() if part and at >= 0 else part


# ── clauses to drafts ────────────────────────────────────────────────────────────────────────────────────


def _drafts(folded: str, posts: Posts) -> Iterator[Draft]:
    for sentence in _SENTENCE.finditer(folded):
        draft = Draft()
        for clause in _CLAUSE.finditer(sentence.group()):
            text = clause.group().strip()
            head, found, rest = _clause(text, posts, draft)
            told = list(find_informed(text, posts))
            begins = bool(draft.found) and _begins_tier(head if found else text, "" if head else rest)
            begins = begins or (bool(found) and (_is_case(head, draft) or _is_another(text, head, draft)))
            if begins:
                yield draft
                draft = Draft(goes_on=True)
            if found:
                draft.heads += [head] if head and not draft.found else []
                draft.object = draft.object or (rest if not draft.found and not draft.heads else "")
                draft.adds = draft.adds or (not draft.found and adds(text, found[0][0]))
                draft.found += found
            elif draft.found and _same_matter(text, draft):
                yield draft
                draft = Draft([text], goes_on=True)
            elif not draft.found and not told:
                besides = BESIDES.fullmatch(text) is not None
                draft.adds = draft.adds or besides
                draft.heads += [] if draft.heads and (besides or _proposes(text, posts)) else [text]
            elif forbidden := _FORBIDDEN.match(text):
                draft.object = draft.object or forbidden["matter"]
            draft.told += told
        if draft.found:
            yield draft


def _proposes(text: str, posts: Posts) -> bool:
    """Whether a clause says no more than who begins: 3000元至2万元的，|车队队长提出申请|，…."""
    found = _PROPOSES.fullmatch(text)
    return found is not None and is_holder(found["name"], posts)


def _begins_tier(head: str, rest: str) -> bool:
    """Whether what stands before the next holder begins a tier of its own: a range, or a case.

    `rest`: what stands behind the verb, where nothing stands before the holder: 店长可批准8折以上折扣.
    """
    case = head.rstrip().endswith(_ENDS_CONDITION) or is_left_over(head.strip())
    return case or find_limit(head or rest) is not None


def _is_case(head: str, draft: Draft) -> bool:
    """Whether what stands before a holder is another case of the matter: 市内出差由A批准,出省出差由B批准."""
    above = draft.heads[-1] if draft.heads and draft.found else ""
    if not above or head == above or head.startswith(tuple(words()["sentences"]["aside"])):
        return False
    least = 1 if len(head) == len(above) <= _SHORT_CASE else 2
    whole = len(above) > least or head.endswith(above)
    return len(head) > least and whole and head[-least:] == above[-least:]


def _is_another(text: str, head: str, draft: Draft) -> bool:
    """Whether a clause hands on a matter of its own, behind one that is decided: 事假由A批准,出差由B批准."""
    table = words()["sentences"]
    decided = bool(draft.found) and draft.found[-1][1] in table["decide"]
    aside = head.startswith(tuple(table["aside"])) or head.endswith(("后", "前")) or GOES_ON.match(head)
    return (
        decided
        and len(head) > 1
        and not aside
        and text.startswith(("由", "均由", "须由", "一律由"), len(head))
    )


def _same_matter(text: str, draft: Draft) -> bool:
    """Whether a clause without holder names a case of the matter before it: 用车由A审批,出市用车,…"""
    matter = draft.heads[0] if len(draft.heads) == 1 else ""
    return len(matter) > 1 and len(text) > len(matter) and text.endswith(matter)


def _clause(text: str, posts: Posts, draft: Draft) -> tuple[str, list[tuple[str, str]], str]:
    """What stands before the first holder, the holders with their verbs, and what the last verb is about."""
    head, found, at, end = "", list[tuple[str, str]](), 0, 0
    for verb in verbs().finditer(text):
        before = text[at : verb.start()]
        holders, left = find_holders(before, posts, first=not found)
        if holders:
            head = left if not found else head
            found += [(name, verb.group()) for name in holders]
            end = verb.end()
        elif found and _SAME.fullmatch(before) and _is_stronger(verb.group(), found[-1][1]):
            taken, end = found[-1][1], verb.end()
            found = [(name, verb.group() if own == taken else own) for name, own in found]
        at = verb.end() if holders or found else at
    if not found:
        return _asked(text, posts) or _alone(text, draft, posts)
    return head.strip(), found, text[end:].strip() if found else ""


def _alone(text: str, draft: Draft, posts: Posts) -> tuple[str, list[tuple[str, str]], str]:
    """Who acts in a range without asking anybody: 200公里以内的,由调度员|直接派车."""
    act = _ACTS_ALONE.search(text)
    names, head = find_holders(_BY.sub("", text[: act.start()]), posts, first=True) if act else ([], "")
    ranged = find_limit(head) or (not draft.found and draft.heads[-1:] and find_limit(draft.heads[-1]))
    return (head.strip(), [(names[0], act["verb"])], "") if act and names and ranged else ("", [], "")


def _asked(text: str, posts: Posts) -> tuple[str, list[tuple[str, str]], str] | None:
    """Who is asked where a range ends: 五千元以上的须请示|区域经理."""
    found = _ASKED.search(text)
    if found is None or not posts.is_post(found["name"]) or not find_limit(text[: found.start()]):
        return None
    return text[: found.start()].strip(), [(found["name"], found["verb"])], ""


def _is_stronger(verb: str, other: str) -> bool:
    decide = words()["sentences"]["decide"]
    return verb in decide and other not in decide


def find_informed(text: str, posts: Posts) -> Iterator[tuple[str, str]]:
    """Who is only informed: 告知人力资源部, 报财务部备案."""
    for pattern in telling():
        for found in pattern.finditer(text):
            for name in names_in(found["name"], posts):
                yield name, found["verb"]


def _steps(draft: Draft) -> Iterator[Step]:
    table = words()["sentences"]
    for i, (name, verb) in enumerate(draft.found):
        if verb in table["start"]:
            continue
        last = all(later == verb for _, later in draft.found[i:])
        if verb in table["open"] or verb in table["settle"]:
            strength = Strength.DECIDE if last else Strength.REVIEW
        elif verb in table["decide"] or verb in table["asked"] or _ACTS_ALONE.match(verb):
            strength = Strength.DECIDE
        else:
            strength = Strength.REVIEW if verb in table["review"] else Strength.EXECUTE
        yield Step(name, strength, verb)
    for name, verb in draft.told:
        if name not in {who for who, _ in draft.found}:
            yield Step(name, Strength.INFORMED, verb)
