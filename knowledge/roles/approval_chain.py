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
_LIST = regex(r"[、/]|以及|(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})")
_STARTERS = ("经办", "申请", "本人", "员工", "发起", "提出", "填写", "填报", "用车人", "借款人")
_TRAIL = ("签字", "意见", "进行", "后", "并")
_VERB = 2  # characters
_BODIES = ("部", "科", "办公室", "委员会", "领导", "上级", "会")


def has_arrow(sentence: str) -> bool:
    """Whether a sentence draws a chain, be it one of approval or not."""
    return _arrow().search(_TITLE.sub(r"〈\1〉", sentence)) is not None


def read_chain(sentence: str, posts: Posts) -> tuple[str, tuple[Step, ...]]:
    """What stands before a chain in its sentence, and the steps; none where a part of it names nobody.

    Whoever only hands in is no step; the last of the others decides where nothing else is said.
    """
    masked = _TITLE.sub(r"〈\1〉", sentence)
    parts = [part.strip(" ,，、。；;") for part in _arrow().split(masked) if part.strip()]
    if len(parts) < 2:
        return "", ()
    *before, parts[0] = _TAIL.split(parts[0])
    *parts, last = parts
    last, *behind = _TAIL.split(last)
    steps = [_on_the_way(step) for part in parts for step in _steps(part, posts)]
    final = _steps(last, posts)
    left_out = sum(not _steps(part, posts) for part in [*parts, last])
    if not (steps or final) or left_out > 1:
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
    return "，".join(about), (*steps, *final, *told)


def _steps(part: str, posts: Posts) -> list[Step]:
    """The steps of a part of a chain, several where it names several; none for whoever only starts it."""
    if any(word in part for word in _STARTERS) or part.endswith(tuple(words()["steps"]["start"])):
        return []
    strength, verb = _stated(part) or (Strength.REVIEW, "审核")
    plain = _plain(part)
    names = [name.strip() for name in _LIST.split(plain)]
    if not all(_is_holder(name, posts) for name in names):
        known = posts.names.beginning(fold(plain))
        doing = (
            plain[:-_VERB] if _is_body(plain[:-_VERB]) else ""
        )  # 论证会论证: a body with a verb of its own
        names = [plain[: len(known)]] if known else [doing] if doing else []
    return [Step(name, strength, verb) for name in names]


def _is_body(name: str) -> bool:
    return len(name) > _VERB and name.endswith("会")


def _on_the_way(step: Step) -> Step:
    """A step before the last one: whoever signs or agrees there does not decide."""
    open_ = step.verb in words()["sentences"]["open"]
    return Step(step.who, Strength.REVIEW, step.verb) if open_ else step


def _stated(part: str) -> tuple[Strength, str] | None:
    """What a part says that its holder does: 总经理审批, 总经理（审批）."""
    remarks = "".join(_BRACKET.findall(part))
    return step_of(_verb_behind(_BRACKET.sub("", part).strip())) or step_of(remarks)


def _plain(part: str) -> str:
    """Who stands in a part, without what he does: 部门经理 of 报部门经理审核."""
    text = _BRACKET.sub("", part).strip()
    text = text.removesuffix(_verb_behind(text)).strip()
    lead = next(
        (w for w in sorted(words()["cells"]["lead"], key=len, reverse=True) if text.startswith(w)), ""
    )
    return text.removeprefix(lead).strip()


def _verb_behind(text: str) -> str:
    """The verbs that a text ends with, and what may stand between and behind them: 审核签字后."""
    rest = text
    while ending := next((w for w in _endings() if rest.endswith(w) and len(rest) > len(w)), ""):
        rest = rest.removesuffix(ending)
    return text[len(rest) :]


def _is_holder(name: str, posts: Posts) -> bool:
    return bare(name).endswith((*grades().heads, *_BODIES)) or posts.is_post(fold(name))


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
