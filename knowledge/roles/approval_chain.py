"""Chains of approval: 经办人→部门经理审核→总经理批准，报董事会备案."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.approval import Step, step_of, words
from knowledge.roles.approval_sentence import find_informed
from knowledge.roles.grades import grades
from knowledge.roles.posts import Posts
from knowledge.text import bare, fold

_TITLE = regex(r"《([^《》]*)》")  # 》 is an arrow in some documents, but not behind 《
_BRACKET = regex(r"[（(]([^（()）]*)[）)]")
_TAIL = regex(r"[,，:：]")
_QUOTES = regex(r"[\"'“”‘’「」『』]")
_DASH = regex(r"\s*(?:[—–－]+|-+|~)\s*")
_RUN = regex(r"[^,，:：;；。\n\"“”「」]+")
_AS = regex(  # 图书重印的流程为, 入住按: how a chain is led in to
    r"(?:按照?|依照?|依次|执行|须经过?|应经过?|[为是]|如下|的?(?:审批|办理|报批|工作|申请|审核)?(?:流程|程序|顺序|步骤|路径)(?:[为是]|如下)?)+$"
)
_LEADS_IN = regex(r"按照?|依照?|执行|须?经过?|由")
_BODY = regex(
    r"^[^的,，]{1,10}?(?:委员会|领导小组|评审会|论证会|办公会|理事会|董事会|评审组|专家组|小组|部|科|处|室)"
)
_LIST = regex(r"[、/]|以及|(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})")
_STARTERS = ("经办", "申请", "本人", "员工", "发起", "提出", "填写", "填报", "用车人", "借款人")
_LONGEST_POST = 12  # characters
_TRAIL = ("签字", "意见", "进行", "后", "并")
_BODIES = ("部", "科", "办公室", "委员会", "领导", "上级", "会")


def has_arrow(sentence: str) -> bool:
    """Whether a sentence draws a chain, be it one of approval or not."""
    return _arrow().search(_TITLE.sub(r"〈\1〉", sentence)) is not None


def drawn(text: str, posts: Posts) -> str:
    """A text with arrows between its steps where it draws them with dashes: 社工接待—主任评估—院长审批."""
    plain = _QUOTES.sub("，", text) if any(_is_dashed(run, posts) for run in _RUN.findall(text)) else text
    return _RUN.sub(lambda run: _DASH.sub("→", run[0]) if _is_dashed(run[0], posts) else run[0], plain)


def without_lead(text: str) -> str:
    """What a chain is about, without the words that lead it in: 图书重印|的流程为."""
    return _AS.sub("", text).strip(" ,，:：")


def _is_dashed(run: str, posts: Posts) -> bool:
    """Whether a stretch is a chain of posts: of three steps or more, or of two that say what is done."""
    parts = [part.strip() for part in _DASH.split(run)]
    done = len(parts) == 2 and (_begins(parts[0]) or all(map(_verb_behind, parts)))
    held = all(_whose(part, posts) or _is_holder(_plain(part, posts), posts) for part in parts[1:])
    return (len(parts) > 2 or done) and held


def _begins(part: str) -> bool:
    """Whether a part of a chain only starts it: 经办人, 采购员提出."""
    return any(word in part for word in _STARTERS) or part.endswith(tuple(words()["steps"]["start"]))


def _whose(part: str, posts: Posts) -> str:
    """The post or body that a part of a chain begins with (报装员 of 报装员受理), empty where none does."""
    known = posts.names.beginning(fold(part))
    if known:
        return part[: len(known)]
    longest = min(len(part), _LONGEST_POST)
    ends = (at for at in range(longest, 1, -1) if posts.looks_like_post(fold(part[:at])))
    body = _BODY.match(part)
    return part[: next(ends, body.end() if body else 0)]


def read_chain(sentence: str, posts: Posts) -> tuple[str, tuple[Step, ...]]:
    """What stands before a chain in its sentence, and the steps; none where a part of it names nobody.

    Whoever only hands in is no step; the last of the others decides where nothing else is said.
    """
    masked = _TITLE.sub(r"〈\1〉", sentence)
    parts = [part.strip(" ,，、。；;") for part in _arrow().split(masked) if part.strip()]
    if len(parts) < 2:
        return "", ()
    *before, parts[0] = _TAIL.split(_led_in(parts[0], posts))
    *parts, last = parts
    last, *behind = _TAIL.split(last)
    proposing = _proposing(parts[0], posts) if parts else []
    steps = [_on_the_way(step) for part in parts for step in _steps(part, posts)]
    final = _steps(last, posts)
    if steps and steps[0].strength is Strength.EXECUTE and not _handles(steps[0].verb):
        steps = steps[1:]  # 采购员询价: whoever prepares the matter
    left_out = sum(not _steps(part, posts) for part in [*parts, last])
    if not (steps or final) or left_out > 1:
        return "", ()
    if all(step.strength is Strength.EXECUTE for step in (*steps, *final)):
        return "", ()
    if final and final[-1].strength is Strength.REVIEW and _stated(last) is None:
        final = [Step(step.who, Strength.DECIDE, "审批") for step in final]
    told = [
        Step(sentence[sentence.find(name) :][: len(name)] if name in sentence else name, Strength.INFORMED, v)
        for clause in behind
        for name, v in find_informed(fold(clause), posts)
    ]
    aside = tuple(words()["sentences"]["aside"])
    about = [clause.strip() for clause in before if not clause.strip().startswith(aside)]
    about = [clause for text in about if (clause := without_lead(text))]
    return "，".join(about), (*proposing, *steps, *final, *told)


def _led_in(part: str, posts: Posts) -> str:
    """The first part of a chain, with a comma for the word that leads it in: 付款|按出纳."""
    for found in _LEADS_IN.finditer(part):
        if found.start() and posts.names.beginning(fold(part[found.end() :])):
            return f"{part[: found.start()]},{part[found.end() :]}"
    return part


def _steps(part: str, posts: Posts) -> list[Step]:
    """The steps of a part of a chain, several where it names several; none for whoever only starts it."""
    if _begins(part):
        return []
    plain, stated = _plain(part, posts), _stated(part)
    names = [name.strip() for name in _LIST.split(plain)]
    if not all(_is_holder(name, posts) for name in names):
        known = _whose(plain, posts)
        names = [known] if known else []
        done = plain[len(known) :].strip()
        if stated is None and done:
            reviews = done.startswith(tuple(words()["sentences"]["review"]))
            stated = Strength.REVIEW if reviews else Strength.EXECUTE, done
    strength, verb = stated or (Strength.REVIEW, "审核")
    return [Step(name, strength, verb) for name in names]


def _proposing(part: str, posts: Posts) -> list[Step]:
    """Whoever proposes by the first part of a chain, where it names a post or body: 采购员提出."""
    verb = next((word for word in words()["steps"]["start"] if part.endswith(word)), "")
    name = part.removesuffix(verb).strip()
    named = bool(verb) and _is_holder(name, posts) and not any(word in name for word in _STARTERS)
    return [Step(name, Strength.DRAFT, verb)] if named else []


def _handles(verb: str) -> bool:
    """Whether a verb takes up a matter, other than to prepare it: 接待咨询, 受理."""
    return verb.startswith(tuple(words()["sentences"]["handle"]))


def _on_the_way(step: Step) -> Step:
    """A step before the last one: whoever signs or agrees there does not decide."""
    open_ = step.verb in words()["sentences"]["open"]
    return Step(step.who, Strength.REVIEW, step.verb) if open_ else step


def _stated(part: str) -> tuple[Strength, str] | None:
    """What a part says that its holder does: 总经理审批, 总经理（审批）."""
    remarks = "".join(_BRACKET.findall(part))
    return step_of(_verb_behind(_BRACKET.sub("", part).strip())) or step_of(remarks)


def _plain(part: str, posts: Posts) -> str:
    """Who stands in a part, without what he does: 部门经理 of 报部门经理审核."""
    text = _BRACKET.sub("", part).strip()
    text = text.removesuffix(_verb_behind(text)).strip()
    lead = next(
        (w for w in sorted(words()["cells"]["lead"], key=len, reverse=True) if text.startswith(w)), ""
    )
    rest = text.removeprefix(lead).strip()
    own = bool(lead) and not _whose(rest, posts) and bool(_whose(text, posts))  # 报装员 hands nothing on
    return text if own else rest


def _verb_behind(text: str) -> str:
    """The verbs that a text ends with, and what may stand between and behind them: 审核签字后."""
    rest = text
    while ending := next((w for w in _endings() if rest.endswith(w) and len(rest) > len(w)), ""):
        rest = rest.removesuffix(ending)
    return text[len(rest) :]


def _is_holder(name: str, posts: Posts) -> bool:
    ends = (*grades().heads, *_BODIES, *words()["sentences"]["bodies"])
    return bare(name).endswith(ends) or posts.is_post(fold(name))


@cache
def _endings() -> Sequence[str]:
    steps = words()["steps"]
    return sorted(
        {*steps["decide"], *steps["review"], *steps["informed"], *_TRAIL}, key=lambda w: (-len(w), w)
    )


@cache
def _arrow() -> re.Pattern[str]:
    return regex(words()["cells"]["arrows"])


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, parted by full stops and semicolons."""
    yield from (found.group().strip() for found in re.finditer(r"[^。；;\n]+", text) if found.group().strip())
