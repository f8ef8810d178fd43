"""Names of posts inside sentences: whether words are one, and lists of them (客服主管、领班和专员)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.actions import actions
from knowledge.regex import regex
from knowledge.roles.grades import grades, head_of
from knowledge.roles.name_set import NameSet
from knowledge.roles.prose import alternatives, prose
from knowledge.text import fold

_SHORTEST, _LONGEST = 2, 14  # characters of a name
_JOIN = regex(r"\s*(?:、|以及|和|及|与|或|/)\s*")
_MARK = regex(r"[,;。:、()!?\s]")
_STOP = regex(r"[,;。:、()!?\n]|$")
_NUMBER = (
    r"(?:共|各|约)?(?:\d+|[一二两三四五六七八九十]+|若干)(?:至(?:\d+|[一二三四五六七八九十]+))?[名人个位支类]"
)
_COUNT = regex(rf"\s*(?:\({_NUMBER}\)|{_NUMBER}|若干(?![名人个]))")
_LONGEST_PART, _SHORT_PART = 8, 5  # characters of a name in a list, of one whose last word is not known
_NO_NAME = regex(
    r"[\d,;。:()的]|(?:(?<!干)部|科|室|组|处|中心|车间|班|店|库|厂|站|所|院|馆|园|校|社|公司|项目|网点)$|工作|管理$"
)
_COUNT_BEFORE = regex(r"(?:\d+|[一二两三四五六七八九十]{1,2})[名位]")  # 三位分园园长
_REMARK = regex(r"\s*\([^()]*\)")
_LATIN = regex(r"[a-z][a-z0-9 +#.&-]{0,15}[a-z0-9+#]")
_OF_ONE_PLACE = regex(  # 市海洋与渔业局局长 is one post
    r"[^、/和与及或]+(?<![部局科处室委院所站队长任])[与和][^、/和与及或]{1,6}(?:局|部|委|科|处|室|办|中心|院)副?(?:局长|部长|主任|科长|处长|院长)"
)
_MODAL = (
    "不得",
    "不能",
    "不可",
    "不准",
    "严禁",
    "可以",
    "可",
    "应",
    "必须",
    "须",
    "有权",
    "无权",
    "均",
    "都",
    "一律",
)
_PLACE = regex(r"(?:(?<!干)部|科|室|组|处|中心|车间|班)$")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of posts in a folded text: the names as (start, end, name), and where the list ends.

    A name that shares the tail of a later one (咨询 of 咨询、教学部主管) is completed. `partial`: something
    that is no post was joined to it. `counts`: what number stands behind a name.
    """

    names: tuple[str, ...]
    start: int
    end: int
    partial: bool
    counts: tuple[str, ...]


class Posts:
    """The names of posts that a document knows, and the words that look like one."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        """`known`: names of posts and groups, in any spelling."""
        self.names = NameSet(fold(name).strip() for name in known)
        self.known = self.names.names
        self._alike: dict[str, list[str]] = {}  # by the characters that a name begins with
        for name in sorted(self.known, key=lambda name: (len(name), name)):
            self._alike.setdefault(name[:_SHORTEST], []).append(name)

    def is_post(self, text: str) -> bool:
        """Whether a folded text is the name of one post."""
        name = text.strip()
        return name in self.known or self.looks_like_post(name)

    def looks_like_post(self, name: str) -> bool:
        """Whether a folded text ends like a post, and is no word for anybody."""
        if not _SHORTEST <= len(name) <= _LONGEST or name[0] in prose().never_first:
            return False
        if name in prose().generic or name in prose().unnamed or _MARK.search(name):
            return False
        if _JOIN.search(name) and not _OF_ONE_PLACE.fullmatch(name):
            return False
        own = name.endswith(grades().heads)
        return own or (len(name) > _SHORTEST and name.endswith(prose().suffixes) and not _generic(name))

    def read(self, folded: str, at: int) -> Listed | None:
        """The list of posts that begins at a place of a folded text; None where none does."""
        start, stems, names, counts, partial = at, list[str](), list[str](), list[str](), False
        end = at
        while True:
            before = _COUNT_BEFORE.match(folded, at)  # 带领两名招生专员
            at = before.end() if before else at
            found = self._name(folded, at, several=bool(names))
            if found is None:
                stem = _STOP.search(folded, at)
                text = folded[at : _next(folded, at, stem)]
                if not 2 <= len(text) <= 4 or not _JOIN.match(folded, at + len(text)):
                    partial = True
                    break
                stems.append(text)
                at += len(text)
            else:
                name = folded[found[0] : found[1]]
                if stems and names and names[-1] in grades().ordinary and names[-1] not in self.known:
                    stems.insert(0, names.pop())  # 客服、工程、保洁部主管
                    counts.pop()
                shared = list(self._completed(stems, name))
                if len(shared) < len(stems):
                    return None
                names += [*shared, name]
                counted = _COUNT.match(folded, found[1])
                number = counted or before
                counts += [*[""] * len(stems), number.group().strip(" ()") if number else ""]
                stems, at = [], found[1]
                at = counted.end() if counted else at
                remark = _REMARK.match(folded, at)
                at = end = remark.end() if remark else at
            joined = _JOIN.match(folded, at)
            if joined is None or joined.end() >= len(folded):
                break
            at = joined.end()
        if stems or not names:
            return None
        return Listed(tuple(names), start, end, partial, tuple(counts))

    def whole(self, folded: str) -> tuple[str, ...]:
        """The posts of a text that is nothing but a list of them; empty where it is not."""
        found = self.read(folded, 0)
        if found is None or found.partial or folded[found.end :].strip(" 等。;,"):
            return ()
        return found.names

    def among(self, folded: str, people: bool = False) -> tuple[str, ...]:
        """The members of a text that is nothing but a list of short names, half of which look like posts
        (舞台监督、布景师和放映员) or stand behind a word for leading `people`. Empty where it is none."""
        parts = [_COUNT.sub("", part).strip() for part in _JOIN.split(folded.strip(" 。;,"))]
        short = all(_SHORTEST <= len(p) <= _LONGEST_PART and not _NO_NAME.search(p) for p in parts)
        alike = sum(map(self.is_post, parts))
        unknown = [part for part in parts if not self.is_post(part)]
        short = short and not any(p.startswith(grades().heads) or len(p) > _SHORT_PART for p in unknown)
        alike += people and not any(map(_generic, parts)) and len(parts)
        return tuple(parts) if short and len(parts) > 1 and 2 * alike >= len(parts) else ()

    def _name(self, folded: str, at: int, several: bool) -> tuple[int, int] | None:
        """Where the name begins and ends that stands at a place, past 本班 and 所属.
        Behind others (`several`) whatever is done may follow: 带领会计和出纳核算…
        """
        for start in (at, *self._past_own(folded, at)):
            known = self.names.beginning(folded, start)
            if known and self._ends(folded, start + len(known), several):
                return start, start + len(known)
        latin = _LATIN.match(folded, at)
        if latin and self._ends(folded, latin.end(), several):
            return at, latin.end()
        starts = [*self._past_own(folded, at), at]
        for start in starts[:1]:
            for end in range(start + _SHORTEST, min(start + _LONGEST, len(folded)) + 1):
                if self.looks_like_post(folded[start:end]) and self._ends(folded, end, several):
                    return start, (several and self._whole_piece(folded, start, end)) or end
        return None

    def _whole_piece(self, folded: str, start: int, end: int) -> int:
        """Where a longer name ends that fills its piece of a list, if one does: 前台|接待员; else 0."""
        whole = _next(folded, start, _STOP.search(folded, start))
        return whole if whole > end and self.looks_like_post(folded[start:whole]) else 0

    def _past_own(self, folded: str, at: int) -> Iterator[int]:
        for word in prose().own:
            if folded.startswith(word, at):
                yield at + len(word) + folded.startswith("的", at + len(word))

    def _ends(self, folded: str, end: int, several: bool) -> bool:
        """Whether a name may end here: at a mark, before the next one, a number, or what they do."""
        rest = folded[end:]
        if _STOP.match(rest) or _JOIN.match(rest) or _COUNT.match(rest) or rest.startswith(("等", " ")):
            return True
        if several and rest.startswith(_MODAL):  # 收银员和理货员|不得…
            return True
        return rest.startswith(prose().followers) or (several and _done().match(rest) is not None)

    def _completed(self, stems: list[str], name: str) -> Iterator[str]:
        """The names of which only the beginning is written, with the tail of the name behind them."""
        head = head_of(name)
        place = _PLACE.search(name.removesuffix(head), 1) if head else None
        for stem in stems:
            alike = self._alike.get(stem[:_SHORTEST], []) if head else []
            known = next((n for n in alike if n.startswith(stem) and n.endswith(head)), "")
            if known:
                yield known
            elif place and not _PLACE.search(stem):
                yield stem + place.group() + head
            elif place:
                yield stem + head


def _generic(name: str) -> bool:
    return any(name.endswith(word) for word in prose().generic if len(word) > 1)


@cache
def _done() -> re.Pattern[str]:
    """A verb of work."""
    return regex(alternatives((*actions().written, *prose().working)))


def _next(folded: str, at: int, stop: re.Match[str] | None) -> int:
    """Where a piece of a list ends: at a mark or the next joining word."""
    joined = _JOIN.search(folded, at)
    ends = [m.start() for m in (stop, joined) if m is not None]
    return min(ends, default=len(folded))
