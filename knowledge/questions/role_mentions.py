"""Which roles, departments and partners a question names: exactly, by alias, by short form, nearly."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from knowledge.actions import actions
from knowledge.questions.called_otherwise import find_called, top_of
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import PlaceMention, RoleMention
from knowledge.questions.phrases import phrases
from knowledge.questions.turned_names import turned_names
from knowledge.regex import regex
from knowledge.roles.grades import grades

_EXACT, _SHORT, _PART = 1.0, 0.95, 0.9
_LATIN_RUN = regex("[0-9A-Za-z]{2,}")
_LONGEST_HEAD = 5  # characters
_MATTER = 4  # characters of a matter that may stand right before the name of whoever has to do with it
_AMOUNT = regex(r"[\d一二两三四五六七八九十百千万半][折元块天日%]")  # 八折|店长
_BODIES = frozenset("部组科处室")
_REACH = 12  # characters that a short form may have before its last word
_STRONG = frozenset(
    "们的了着是在有和与跟同及或要会得把被由给向对为从到于以让叫就都也还又再才只呢啊呀吧嘛哦么吗不没谁您你我他她这那其、,;。?!:()\"'[]·/"
)

_BEFORE_VERB = (
    *"谁来能不没要去会位由新刚",
    *("负责", "一个人", "自己", "单独", "直接", "独自", "自行", "有权", "可以", "岗位", "范围内"),
    *("临时", "随时", "及时", "统一", "当场", "全权"),
)  # what a verb may stand behind

_JOINING = tuple("和与及或、")


def boundary(text: str, at: int, breaks: frozenset[int]) -> bool:
    """Whether a word may begin or end between `at`-1 and `at`: never inside a Latin word or a number."""
    return at in breaks or at not in inner_places(text)


@lru_cache(maxsize=500)
def inner_places(text: str) -> frozenset[int]:
    """The places inside the Latin words and numbers of a text."""
    return frozenset(
        at for found in _LATIN_RUN.finditer(text) for at in range(found.start() + 1, found.end())
    )


def find_roles(
    text: str, breaks: frozenset[int], lexicon: Lexicon, named: Sequence[PlaceMention]
) -> list[RoleMention]:
    """The roles that a compact question names, in order and apart. No short form is sought in the places that
    it names, and no role that begins the name of a department (总经理 of 总经理办公室)."""
    places = {i for p in named for i in range(p.start, p.end)}
    longer = {i: p.end for p in named if p.kind == "department" for i in range(p.start, p.end)}
    exact = [m for m in _exact(text, breaks, lexicon) if longer.get(m.start, 0) <= m.end]
    taken = {i for mention in exact for i in range(mention.start, mention.end)}
    ends = [0, *(mention.end for mention in exact)]
    found = []
    for mention, end in zip(exact, ends, strict=False):
        blank = max((at for at in breaks if at <= mention.start), default=0)
        found.append(_guard(text, mention, lexicon, max(end, blank)))
    taken |= {i for mention in found for i in range(mention.start, mention.end)}
    for mention in _out_of_places(text, breaks, lexicon, places - taken):
        taken.update(range(mention.start, mention.end))
        found.append(mention)
    for mention in find_called(text, lexicon, taken, named):
        if taken.isdisjoint(range(mention.start, mention.end)):
            taken.update(range(mention.start, mention.end))
            found.append(mention)
    found += _by_head(text, breaks, lexicon, taken | places)
    found = [_told_apart(text, m, lexicon) for m in found]
    if all(m.unknown for m in found):
        found = [_guard(text, m, lexicon, 0) for m in turned_names(text, lexicon)] or found
    return sorted(found, key=lambda mention: mention.start)


def _told_apart(text: str, mention: RoleMention, lexicon: Lexicon) -> RoleMention:
    """A name of several roles, with the department in front that tells whose it is: 华东财务部的|费用主管."""
    alone = mention.text in grades().heads  # 维修服务部的|经理
    if alone and text[mention.start - 1 : mention.start] in _BODIES:
        for start in range(max(0, mention.start - lexicon.longest_name), mention.start - 1):
            called = lexicon.names.get(text[start : mention.start - 1] + mention.text, ())
            home = lexicon.places.get(text[start : mention.start])
            tops = top_of(lexicon.organization, home[1]) if len(called) == 1 and home is not None else []
            if tops and tops == [*called]:  # 客服部经理 is the 客服经理 who leads it
                return RoleMention(start, mention.end, text[start : mention.end], called, _SHORT)
    if mention.unknown or (len(mention.names) < 2 and not alone):
        return mention
    end = mention.start - text.endswith("的", 0, mention.start)
    for start in range(max(0, end - lexicon.longest_name), end - 1):
        place = lexicon.places.get(text[start:end])
        if place is not None and place[0] in ("department", "partner"):
            whole, names = text[start : mention.end], lexicon.organization.called_in(mention.text, place[1])
            if names:
                return RoleMention(start, mention.end, whole, names, _SHORT)
            if alone:
                return RoleMention(start, mention.end, whole, mention.names, 0.0, unknown=True)
    return mention


def find_places(text: str, breaks: frozenset[int], lexicon: Lexicon, taken: set[int]) -> list[PlaceMention]:
    """The departments, functions and partners that a question names, outside the roles it names."""
    found: list[PlaceMention] = []
    behind = 0
    for start in lexicon.places.starts(text):
        for end, place in lexicon.places.at(text, start) if start >= behind else ():
            fits = boundary(text, start, breaks) and boundary(text, end, breaks)
            if end > start + 1 and fits and not taken.intersection(range(start, end)):
                found.append(PlaceMention(place[0], start, end, place[1]))
                behind = end
                break
    return found


def _exact(text: str, breaks: frozenset[int], lexicon: Lexicon) -> Iterator[RoleMention]:
    behind = 0
    for start in lexicon.names.starts(text):
        for end, names in lexicon.names.at(text, start) if start >= behind else ():
            if names and boundary(text, start, breaks) and boundary(text, end, breaks):
                yield RoleMention(start, end, text[start:end], names, _EXACT)
                behind = end
                break


def _guard(text: str, mention: RoleMention, lexicon: Lexicon, begin: int) -> RoleMention:
    """The mention, or the unknown role it is part of: 高级X, 副X, X助理, a name that goes on to the left, and
    a company's word that goes on to the right (客开|专员, 客开|部). The mention before it ends at `begin`."""
    table = grades()
    before, after = text[begin : mention.start], text[mention.end :]
    lead = next((g for g in table.before if before.endswith(g)), "")
    tail = next((g for g in table.after if after.startswith(g)), "")
    if not tail and mention.text in lexicon.organization.words.roles:
        tail = _head_behind(mention.text, after, lexicon) or _body(after)
    if not lead and mention.text in lexicon.heads:
        lead = _attached(before, lexicon)
        if len(lead) >= _MATTER and lexicon.writes(lead) and after.startswith(grades().acts):
            lead = ""  # 应急演习|水手|要参与吗
    if not lead and not tail:
        return mention
    start, end = mention.start - len(lead), mention.end + len(tail)
    whole = text[start:end]
    fitting = _fitting(whole, lexicon)
    if fitting:
        return RoleMention(start, end, whole, fitting, _SHORT)
    return RoleMention(start, end, whole, mention.names, 0.0, unknown=True)


def _head_behind(word: str, after: str, lexicon: Lexicon) -> str:
    """What makes the name of another post of a word: all of a post's last word (客开|专员) or the rest of one
    that it begins (王总|监)."""
    for head in lexicon.heads:
        for at in range(len(head)):
            if after.startswith(head[at:]) and word.endswith(head[:at]):
                return head[at:]
    return ""


def _body(after: str) -> str:
    """The character that makes a team or department of what stands before it, unless it begins a word
    (部下)."""
    table = phrases()
    begins = any(after[:n] in table.kinds or after[:n] in table.filler for n in range(2, 5))
    return after[:1] if after[:1] in _BODIES and not begins else ""


def _out_of_places(
    text: str, breaks: frozenset[int], lexicon: Lexicon, places: set[int]
) -> Iterator[RoleMention]:
    """Short forms that begin with the name of a department: 财务科长 for 财务科科长, where 财务科 is one."""
    for start in (at for at in sorted(places) if at - 1 not in places):
        stop = next(at for at in range(start, len(text) + 1) if at not in places)
        for end in range(stop + 1, min(len(text), stop + _LONGEST_HEAD) + 1):
            names = _fitting(text[start:end], lexicon) if text.endswith(lexicon.heads, start, end) else ()
            if len(names) == 1 and boundary(text, end, breaks):
                yield RoleMention(start, end, text[start:end], names, _SHORT)
                break


def _by_head(text: str, breaks: frozenset[int], lexicon: Lexicon, taken: set[int]) -> Iterator[RoleMention]:
    """Short forms: a last word of post names (主管) with what stands before it."""
    for head in lexicon.heads_in(text):
        start = text.find(head)
        while start >= 0:
            end = start + len(head)
            clear = not taken.intersection(range(start, end))
            if (
                clear
                and not _in_phrase(text, start, end)
                and not _in_word(text, start, end, lexicon)
                and boundary(text, start, breaks)
                and boundary(text, end, breaks)
            ):
                mention = _short_form(text, start, end, breaks, lexicon, taken)
                if mention:
                    taken.update(range(mention.start, mention.end))
                    yield mention
            start = text.find(head, start + 1)


def _in_word(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a last word of names only begins a word of the documents: 律师费, 会计准则."""
    return any(text[start : end + more] in lexicon.words for more in (1, 2) if end + more <= len(text))


def _in_phrase(text: str, start: int, end: int) -> bool:
    """Whether a last word of names is the end of a phrase that asks (上级主管, 哪位主管)."""
    kinds = phrases().kinds
    return any(
        kinds.get(text[begin:end], frozenset()) & {"superior", "who"}
        for begin in range(max(0, start - 4), start)
    )


def _short_form(
    text: str, start: int, end: int, breaks: frozenset[int], lexicon: Lexicon, taken: set[int]
) -> RoleMention | None:
    if any(text[end:].startswith(suffix) for suffix in grades().after):
        return RoleMention(start, end, text[start:end], (), 0.0, unknown=True)
    left = _reach(text, start, breaks, taken)
    for begin in range(left, start + 1):
        if not boundary(text, begin, breaks):
            continue
        names = _fitting(text[begin:end], lexicon)
        if not names:
            continue
        rest = _attached(text[left:begin], lexicon) or _verb_first(text, left, begin, end)
        if rest:
            return RoleMention(
                begin - len(rest), end, text[begin - len(rest) : end], names, 0.0, unknown=True
            )
        whole = begin < start
        if not whole and left == start > 0 and start - 1 in taken:
            return RoleMention(begin, end, text[begin:end], names, 0.0, unknown=True)  # 市场部|经理
        return RoleMention(begin, end, text[begin:end], names, _SHORT if whole and len(names) == 1 else _PART)
    rest = _attached(text[left:start], lexicon)
    if rest and text[start:end] in grades().ordinary:
        return None  # 客人投诉前台 names no post
    if rest:
        return RoleMention(start - len(rest), end, text[start - len(rest) : end], (), 0.0, unknown=True)
    if text[start:end] in grades().ordinary:
        return None
    return RoleMention(start, end, text[start:end], (), 0.0, unknown=True)


def _reach(text: str, start: int, breaks: frozenset[int], taken: set[int]) -> int:
    """How far to the left a short form may begin."""
    left = start
    while (
        left > 0
        and left not in breaks
        and start - left < _REACH
        and left - 1 not in taken
        and text[left - 1] not in _STRONG
        and not (left > 1 and _AMOUNT.match(text, left - 2))
    ):
        left -= 1
    return left


def _attached(before: str, lexicon: Lexicon) -> str:
    """The content word that stands right before a name and would make it another one (销售|总监), or
    nothing."""
    piece = before
    for i in range(len(before) - 1, -1, -1):
        if before[i] in _STRONG:
            piece = before[i + 1 :]
            break
    if not piece:
        return ""
    kept, table = "", phrases()
    for word in reversed(lexicon.segmenter.cut(piece)):
        at = len(piece) - len(kept) - len(word)
        if word in grades().verbs and not kept and _subject_ends(before[: len(before) - len(piece) + at]):
            return ""
        if (
            len(word) > 1
            and word in grades().verbs
            and _subject_ends(before[: len(before) - len(piece) + at])
        ):
            break
        action = "action" in table.kinds.get(word, ()) and len(word) > 1
        if not action and (word in table.filler or word in table.kinds):
            break
        kept = word + kept
    return "" if kept in table.kinds else kept


def _verb_first(text: str, left: int, begin: int, end: int) -> str:
    """A verb with which a question begins, before nothing but a last word of names: 审计|主管 is no 主管."""
    verb = text[left:begin] if text[begin:end] in grades().heads and left == 0 else ""
    return verb if len(verb) > 1 and "action" in phrases().kinds.get(verb, ()) else ""


def _subject_ends(before: str) -> bool:
    """Whether a verb may follow: 谁|考核主管, 负责|培训专员, 录用和|辞退主管."""
    joined = before[-1:] in _JOINING and before[:-1].endswith(tuple(v for v in grades().verbs if len(v) > 1))
    return not before or joined or before.endswith((*_verbs(), *_BEFORE_VERB))


@cache
def _verbs() -> tuple[str, ...]:
    """The verbs of rights and duties, two characters and more."""
    return tuple(verb for verb in actions().asked if len(verb) > 1)


def _fitting(short: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The roles that a short form may mean, in the order of the documents."""
    if short in lexicon.names:
        return lexicon.names[short]
    return tuple(lexicon.organization.naming.called(short))
