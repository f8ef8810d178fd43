"""Who stands above, below or beside a role, told by the order of the parts of a question.

A question is cut into clauses and each clause into parts (the role, a noun for a superior, a verb of
leading, a question word …), each of which is a letter; the order of the letters tells what is asked, however
the parts are worded. A clause that holds anything else is a story, which is passed over before the question.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from knowledge.questions.context import Context
from knowledge.questions.mention import RoleMention
from knowledge.questions.parts import Parts, parts_of, shown_with
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.regex import regex
from knowledge.tables import load_table

_FILE = "line_asked.toml"
_ROLE, _OTHER, _PERSON, _TOP = "\x01", "\x02", "\x03", "\x04"
_UP_TO = regex("(?:一直|往上|直|数|说|走|推|追|捋|报|找|列)(?:到|至)$")  # 一直到|总经理
_MARKS = ",;。?!:()\"'[]~…-—→>"
_SURE = 0.95  # how well a role is named at least
_STORY_ASKS = frozenset("HWbwqNQ")
_LIGHT = str.maketrans("", "", "IJY,")
_CONDITION = regex("(?:如果|要是|若是?|假如|万一|涉及|关于|对于|针对|碰到|遇到|除)")
_REPORTED = regex(
    "[^\x01\x02,;。?!谁哪啥]{0,12}?(?:(?<![请想])问|让|叫|要|喊|催)(?:我|俺|咱)(?:们)?(?![的直上顶老领归向跟听属])(?:查|问|找|写|填|列|说|报|统计|整理|画|核对|核实|确认|打听)?(?:一下|下|清楚)?"
)
_OWN_WORDS = regex("(?:我|俺|咱|急|谢|麻烦|帮|请|写|填|画|报|做|排|等|好|莫|别|不要|省得|免得|省|免)")
_OWN_SELF = ("他自己", "她自己")
_TURNED = regex("[HWwqN]J*I?[BVT]+P|[BVT]P[VG]")
_MOST_KEPT = 200  # questions in plain words
_ABSENT = ("deputy", "dotted_superior", "subordinates_far")


@dataclass(frozen=True, slots=True)
class _Clause:
    """The letters of a clause, and where it stands."""

    letters: str
    start: int
    end: int

    @property
    def is_story(self) -> bool:
        """Whether it says anything but what the parts are for."""
        return "X" in self.letters


@dataclass(frozen=True, slots=True)
class _Orders:
    """The parts, and the orders of letters by what they ask."""

    parts: Parts
    orders: dict[str, re.Pattern[str]]


@cache
def _orders() -> _Orders:
    table = load_table(__package__, _FILE)
    askers = str.maketrans(table["askers"])
    orders = {
        name: regex("|".join(f"(?:{_asking(o, askers)})" for o in of)) for name, of in table["orders"].items()
    }
    return _Orders(parts_of(_FILE), orders)


def make_parts_ready() -> None:
    """Makes ready what a question is cut by."""
    _orders().parts.make_ready()


def _asking(order: str, askers: dict[int, str]) -> str:
    """An order with the letters that stand for several question words spelled out; not inside [ ]."""
    return "".join(p if p.startswith("[") else p.translate(askers) for p in re.split(r"(\[[^]]*\])", order))


class _Plain(NamedTuple):
    """What is asked, by its key in the table, and the question in plain words."""

    kind: str
    text: str


def _line_asked(question: Question, context: Context) -> _Plain | None:
    """The question in plain words; None where its parts or their order are not known."""
    roles = [r for r in question.roles if not r.unknown and len(r.names) == 1 and r.quality >= _SURE]
    if not _may_ask(question, roles):
        return None
    tops = [r for r in roles if _UP_TO.search(question.text, 0, r.start)]
    roles = [r for r in roles if r not in tops]
    clauses = [*_clauses(question, roles, tops)]
    asked = _asked(question, clauses)
    if not asked:
        return None
    letters = ",".join(c.letters for c in asked).strip(",")
    named = [r for r in roles if any(c.start <= r.start < c.end for c in asked)]
    if not named:
        named = [r for r in roles if r.start < asked[0].start]
    names = list(dict.fromkeys(r.names[0] for r in named))
    if len(names) == 2 and "P" not in letters:
        return _of_two(letters, _texts(named))
    if len(names) > 1:
        return None
    base = named[0].text if named else _person(question, asked, context)
    if not base:
        return None
    if "R" not in letters and "P" not in letters and "M" not in letters:
        letters = "R" + letters
    if "M" in letters:
        if named:
            return None
        letters = letters.replace("M", "R")
    plain = _of_one(letters, base)
    return plain._replace(text=f"{base}往上的各级上级到{tops[0].text}") if plain and tops else plain


def _may_ask(question: Question, roles: list[RoleMention]) -> bool:
    """Whether it speaks of a role or person at all, and neither of an amount nor of who stands in for him."""
    absent = (m for kind in _ABSENT for m in question.of(kind))
    elsewhere = any(not question.text.startswith("在不在", m.start - 1) for m in absent)
    return bool(roles or question.has("him", "me")) and not question.amounts and not elsewhere


def told_plainly(question: Question, context: Context, speller: Speller) -> Question:
    """The question, in plain words where its parts are known: they are few, and read once."""
    plain = _line_asked(question, context)
    if plain is None:
        return question
    known: dict[str, Question] = question.lexicon.memo.setdefault("told plainly", {})
    if plain.text not in known:
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[plain.text] = told = Question(plain.text, question.lexicon, speller)
        told.plain_of = load_table(__package__, _FILE)["topics"][plain.kind]
    return known[plain.text]


def _texts(named: list[RoleMention]) -> tuple[str, str]:
    one = named[0]
    two = next(r for r in named if r.names != one.names)
    return one.text, two.text


def _person(question: Question, asked: list[_Clause], context: Context) -> str:
    """Whom 我 or 他 means, in the words of the question."""
    letters = "".join(c.letters for c in asked)
    if question.roles or ("M" in letters) == ("P" in letters):
        return ""
    if "M" in letters:
        return "我"
    if not context.question:
        return ""  # nobody was spoken of
    again = question.text.rstrip("?。!").endswith("呢") and _STORY_ASKS.isdisjoint(letters)
    if again or any(word in question.text for word in _OWN_SELF):  # 那他的上级呢 asks the same again
        return ""
    turned = context.topic == "superior" and len(context.subjects) == 1 and _TURNED.search(letters)
    return context.subjects[0] if turned else "他"  # X听谁的, 那谁听他的


def _asked(question: Question, clauses: list[_Clause]) -> list[_Clause]:
    """The clauses that ask, without the story before them and remarks behind; none where another clause may
    change what is asked."""
    clear = [c for c in clauses if not c.is_story and c.letters]
    if not clear:
        return []
    for clause in clauses:
        if not clause.is_story:
            continue
        words = question.text[clause.start : clause.end]
        if not _STORY_ASKS.isdisjoint(clause.letters) or _CONDITION.match(words):
            return []
        if clause.start > clear[0].start and not _OWN_WORDS.match(words):
            if any("a" not in c.letters and c.start > clause.start for c in clear):
                continue
            return []
    told = [c for c in clauses if c.is_story and "R" in c.letters]
    last = max((c.end for c in told), default=0)
    if any("R" in c.letters or "r" in c.letters for c in clear):
        return clear
    return [c for c in clear if c.start >= last] if told else clear


def _clauses(question: Question, roles: list[RoleMention], tops: list[RoleMention]) -> Iterator[_Clause]:
    """The clauses of the question as letters; the first role is R, another r. `tops`: where a line ends."""
    text, first = question.text, roles[0].names if roles else ()
    marks = {r.start: (r.end, _ROLE if r.names == first else _OTHER) for r in roles}
    marks |= {r.start: (r.end, _TOP) for r in tops}
    shown, back = shown_with(text, marks)
    start, letters, at = 0, "", 0
    while at < len(shown):
        told = _REPORTED.match(shown, at) if at == start else None
        at = told.end() if told else at
        if at == len(shown):
            break
        if shown[at] in _MARKS and not shown.startswith(("-1", "-减"), at):
            yield _Clause(letters, back[start], back[at])
            start, letters, at = at + 1, "", at + 1
            continue
        letter, at = _part(shown, at)
        letters += "" if letter == "F" else letter
    yield _Clause(letters, back[start], back[len(shown)])


def _part(shown: str, at: int) -> tuple[str, int]:
    """The letter of the longest part at a place, and where it ends."""
    if shown[at] in (_ROLE, _OTHER):
        return ("R" if shown[at] == _ROLE else "r"), at + 1
    return _orders().parts.longest(shown, at)


def _of_one(letters: str, role: str) -> _Plain | None:
    """What is asked of one role."""
    if re.search("A[JIe]*[qw]", letters) and "C" not in letters:
        return None  # X上面都有谁 may ask for all of them
    merged = _merged(letters)
    if "X" in merged:
        return None
    light = merged.translate(_LIGHT)
    kind = _beside(light) or _whole_line(light) or _ordered(merged)
    plain: dict[str, str] = load_table(__package__, _FILE)["plain"]
    if kind == "subordinates" and "N" in light:
        kind = "subordinate_count"
    return _Plain(kind, f"{role}{plain[kind]}") if kind else None


def _ordered(merged: str) -> str | None:
    """What the order of the letters asks, with less and less of what may stand between."""
    simple = merged.replace("Y", "").replace(",", "")
    ways = [merged, simple, merged.translate(_LIGHT)]
    head, _, tail = merged.rpartition(",")  # …,就是他的上级 says once more what is asked
    if head and re.fullmatch("[RIJe]*[UD]?J*", tail) and not ("U" in head and "U" in tail):
        ways.append(head.translate(_LIGHT))
    if not set("CZpOEr") & set(merged):
        for name, order in _orders().orders.items():
            further = (w.replace("e", "").replace("Q", "") for w in ways if name == "superior_far")
            if any(order.fullmatch(way) for way in (*ways, *further)):
                return name
    return None


def _merged(letters: str) -> str:
    """A place and the noun behind it are one step: 上面那位|领导; 上面 alone is one too. 那个人 behind
    管X的 is no 他, and whom one looks for is whom one asks about."""
    letters = re.sub("GRP", "GRJ", letters).replace("P", "R")
    letters = re.sub("RJ?(?=R)", "", letters)
    letters = re.sub("(?<=R)A(?=e?I?[TB]?[HWbwq]G)", "", letters)  # X上面|是谁管 is one step
    letters = re.sub("(?<=[UDC])([IJ,]*)i", r"\1W", letters).replace("i", "X")  # 上级写的是|什么
    letters = letters.replace("v", "V" if "T" in letters or "K" in letters else "X")
    letters = re.sub("A(?:[JI]*e?E?)*U", "U", letters)
    letters = re.sub("(^|,)T(?=RU)", r"\1", letters)
    letters = re.sub("^[,eE]+|^U,(?=RU)|,e?I?R$", "", letters)
    letters = re.sub("L(?:[JI]*e?E?)*D", "D", letters)
    letters = re.sub("^N,?(?=.*N)", "", letters)
    return letters.replace("A", "U").replace("L", "D")


def _beside(light: str) -> str | None:
    """Those who have the same superior: 和X同一个上级的, X的上级还管谁."""
    asks = any(letter in light for letter in "HWbwqEp") or {*"KZ"} <= set(light)
    if not asks or not set(light) <= set("RZUDGBKTVEeHWbwqOpQ"):
        return None
    if "Q" not in light and (("Z" in light and set("UGDVb") & set(light)) or ("p" in light and "R" in light)):
        return "colleagues"
    led = re.fullmatch("(?:OR[Ee]*)?RU[DGOREe]*Q?(?:[HWbwq][DE]?|(?<=E))", light)
    led = led or re.fullmatch("e?[HWbwq]e*(?:BRUG?|TRUV)e*", light + "e")  # 谁也归X的上级管
    return "colleagues" if led and set("EeO") & set(light) and set("GD") & set(light) else None


def _whole_line(light: str) -> str | None:
    """Everybody above: 一级一级往上, 到顶."""
    known = set(light) <= set("RUCHWbwqBGTVSEe2KN")
    return "chain" if "C" in light and "R" in light and known else None


def _of_two(letters: str, roles: tuple[str, str]) -> _Plain | None:
    """Whether one of two roles stands above the other, or both under the same."""
    merged = _merged(letters)
    whether = "Q" in merged or merged.count("Z") > 1
    if not whether or set(merged) & set("HWbwqNCOS2X"):
        return None
    said = merged.translate(_LIGHT).replace("Q", "").replace("E", "").replace("e", "")
    plain: dict[str, str] = load_table(__package__, _FILE)["plain"]
    if ("Z" in said and set("UGDVB") & set(said)) or re.fullmatch("RK?UrU|RUK?rU", said):
        return _Plain("same_superior", plain["same_superior"].format(*roles))
    said = said.replace("K", "")
    if re.fullmatch("RrUG?|RGr|RDr|rBR[GU]?D?|rTRV|rVT?R|rRD|rRG|rUR", said):
        return _Plain("is_superior", plain["is_superior"].format(*roles))
    if re.fullmatch("RUr|RBr[GU]?D?|RTrV|RVT?r|RrD|RrG|rRUG?|rGR|rDR", said):
        return _Plain("is_superior", plain["is_superior"].format(*reversed(roles)))
    return None
