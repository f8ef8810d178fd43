"""Whole questions to an invented company, with their answers: each follows from the company as data.

Every kind of question is asked in equal number, of posts drawn at random (the same for the same seed).
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from benchmarks.company import Company, Post
from knowledge import Answer
from knowledge.pinyin import spelled

_DECIDING = ("审批", "批准", "核准", "决定", "审定", "签发")
_RIGHT = re.compile(r"(?P<matter>.+)的(?P<verb>审批|决定)权")
_END = 3  # characters that matters are looked up by
_HANDED = re.compile(r"(?:每[日周月年]|每季度|定期|及时|按时)?\w{2}([^，和]+)(?:和[^，]+)?，报[^，]+审批")
_FOREIGN = ("登月计划", "火箭发射", "宠物寄养", "股票期权兑现", "海底电缆铺设")
_SOUNDS_ALIKE = str.maketrans("管员理级副费采售库审", "馆圆里及付废彩受裤身")


@dataclass(frozen=True)
class Asked:
    """A question and what answers it: `roles` (in any order), `verdict`, or neither, where it must be refused
    or asked back. `also`: roles that may be named too; `says`: what must be in the reply; `back`: instead
    of asking back, those of `need` may be named, and some of `also`."""

    kind: str
    question: str
    roles: frozenset[str] | None = None
    verdict: bool | None = None
    also: frozenset[str] = frozenset()
    says: str = ""
    back: bool = False
    need: frozenset[str] = frozenset()

    def judge(self, answer: Answer, text: Callable[[Answer], str]) -> str:
        """`right`, `refused` or `wrong`; `text`: the reply in words."""
        if self.roles is None and self.verdict is None and not self.says:
            return "right" if answer.status != "answered" else self._of_all(answer)
        if answer.status != "answered":
            return "refused"
        if self.verdict is not None:
            return "right" if answer.verdict is self.verdict else "wrong"
        if self.says:
            return "right" if self.says in text(answer) else "wrong"
        found = frozenset(answer.roles)
        return (
            "right" if self.roles is not None and self.roles <= found <= self.roles | self.also else "wrong"
        )

    def _of_all(self, answer: Answer) -> str:
        """Instead of asking back, all may be named."""
        found = frozenset(answer.roles)
        return "right" if self.back and self.need <= found <= self.also else "wrong"


@dataclass(frozen=True)
class Questions:
    """Questions to a company."""

    company: Company
    seed: int = 0
    _chance: random.Random = field(default_factory=random.Random, repr=False)

    def of_each_kind(self, count: int) -> list[Asked]:
        """So many questions of each kind that the company is large enough for."""
        self._chance.seed(self.seed)
        found = []
        for kind in (
            self._superior, self._subordinates, self._twice, self._members, self._headcount, self._decides,
            self._has_right, self._lacks_right, self._limit, self._beyond, self._shared, self._shared_at_home,
            self._typo, self._pinyin, self._at_home, self._unknown_post, self._several, self._foreign,
        ):  # fmt: skip
            posts = list(self.company.posts)
            self._chance.shuffle(posts)
            made = (asked for post in posts for asked in kind(post))
            found += [asked for asked, _ in zip(made, range(count), strict=False)]
        self._chance.shuffle(found)
        return found

    def _superior(self, post: Post) -> Iterator[Asked]:
        if post.superior:
            ask = self._chance.choice(["{}的上级是谁", "{}归谁管", "{}向谁汇报"])
            yield Asked("superior", ask.format(post.name), frozenset((post.superior,)))

    def _subordinates(self, post: Post) -> Iterator[Asked]:
        if 0 < len(post.subordinates) < 30:
            ask = self._chance.choice(["{}的下级有哪些", "{}管哪些人"])
            yield Asked("subordinates", ask.format(post.name), frozenset(post.subordinates))

    def _twice(self, post: Post) -> Iterator[Asked]:
        chain = self.company.chain(post.name)
        if len(chain) > 1:
            yield Asked("superior twice", f"{post.name}的上级的上级是谁", frozenset((chain[1],)))

    def _members(self, post: Post) -> Iterator[Asked]:
        members = frozenset(self.at_home[post.department])
        yield Asked("members", f"{post.department}有哪些岗位", members)

    def _headcount(self, post: Post) -> Iterator[Asked]:
        yield Asked("headcount", f"{post.name}的编制是几个人", says=f"{post.headcount}人")

    def _decides(self, post: Post) -> Iterator[Asked]:
        for matter, verb in self._own_matters(post):
            holders = frozenset(self.deciding(matter, (verb,)))
            also = frozenset(self.deciding_more(matter))
            if len(also) < 4:
                yield Asked("who decides", f"谁{verb}{matter}", holders, also=also)
                return

    def _has_right(self, post: Post) -> Iterator[Asked]:
        for matter, verb in self._own_matters(post):
            yield Asked("has the right", f"{post.name}能{verb}{matter}吗", verdict=True)
            return

    def _lacks_right(self, post: Post) -> Iterator[Asked]:
        for matter, verb in self._own_matters(post):
            other = self._chance.choice(self.company.posts)
            if other.name not in self.deciding(matter, _DECIDING):
                yield Asked("lacks the right", f"{other.name}能{verb}{matter}吗", verdict=False)
            return

    def _limit(self, post: Post) -> Iterator[Asked]:
        for right in post.approves[:1]:
            question = f"{right.matter}{max(1, right.limit * 4 // 5)}元谁审批"
            yield Asked("inside a limit", question, frozenset((post.name,)))

    def _beyond(self, post: Post) -> Iterator[Asked]:
        for right in post.approves[:1]:
            if right.above:
                question = f"{right.matter}{right.limit * 2}元谁审批"
                yield Asked("beyond a limit", question, frozenset((right.above,)))

    def _shared(self, post: Post) -> Iterator[Asked]:
        """A right in words that several departments have: each of them, or asked back."""
        for matter, verb in self._matters(post):
            holders = frozenset(self.deciding(matter, _DECIDING))
            if len(holders) > 3:
                need, more = self.deciding(matter, (verb,)), self.deciding_more(matter)
                question = f"谁{verb}{matter}"
                yield Asked("shared wording", question, also=frozenset(more), back=True, need=frozenset(need))
                return

    def _shared_at_home(self, post: Post) -> Iterator[Asked]:
        """The same with the department: whoever has it there."""
        for matter, verb in self._matters(post):
            if len(self.deciding(matter, _DECIDING)) > 3:
                more = self.deciding_more(matter)
                home = frozenset(name for name in more if self._home(name) == post.department)
                need = frozenset(n for n in self.deciding(matter, (verb,)) if n in home)
                yield Asked("shared, with department", f"{post.department}谁{verb}{matter}", need, also=home)
                return

    def _typo(self, post: Post) -> Iterator[Asked]:
        wrong = post.name.translate(_SOUNDS_ALIKE)
        if post.superior and sum(a != b for a, b in zip(wrong, post.name, strict=True)) == 1:
            yield Asked("misspelt", f"{wrong}的上级是谁", frozenset((post.superior,)))

    def _pinyin(self, post: Post) -> Iterator[Asked]:
        if post.superior:
            typed = "".join(syllable for syllable, _ in spelled(f"{post.name}的上级是谁"))
            same = [p.superior for p in self.by_sound[_sound(post.name)]]
            yield Asked("pinyin", typed, frozenset((post.superior,)), also=frozenset(same))

    def _at_home(self, post: Post) -> Iterator[Asked]:
        """A short name that many have, told apart by the department."""
        short = self._short(post)
        if post.superior and short != post.name:
            ask = f"{post.department}的{short}归谁管"
            yield Asked("short, with department", ask, frozenset((post.superior,)))

    def _unknown_post(self, post: Post) -> Iterator[Asked]:
        for old, new in (("专员", "高级专员"), ("经理", "高级经理"), ("主管", "助理主管")):
            name = post.name.removesuffix(old) + new
            if post.name.endswith(old) and "高级" not in post.name and name not in self.company.by_name:
                yield Asked("unknown post", f"{name}的上级是谁")
                return

    def _several(self, post: Post) -> Iterator[Asked]:
        short = self._short(post)
        if sum(self._short(p) == short for p in self.company.posts) > 1 and short != post.name:
            yield Asked("several posts", f"{short}的上级是谁")

    def _foreign(self, post: Post) -> Iterator[Asked]:
        matter = self._chance.choice(_FOREIGN)
        yield Asked("foreign", self._chance.choice([f"谁审批{matter}", f"{post.name}能审批{matter}吗"]))

    def _short(self, post: Post) -> str:
        """The name without the division."""
        head = self.company.by_name.get(f"{post.department[:4]}总经理")
        return post.name.removeprefix(post.department[:4]) if head else post.name

    def _own_matters(self, post: Post) -> Iterator[tuple[str, str]]:
        """What a post alone decides on, in its division's own words, with the verb."""
        yield from (pair for pair in self._matters(post) if self._holder_count(pair[0]) < 3)

    def _matters(self, post: Post) -> Iterator[tuple[str, str]]:
        for text in post.rights:
            found = _RIGHT.fullmatch(text)
            if found:
                yield found["matter"], found["verb"]

    def _holder_count(self, matter: str) -> int:
        return len(self.deciding(matter, _DECIDING))

    def _home(self, name: str) -> str:
        return self.company.by_name[name].department

    def deciding_more(self, matter: str) -> list[str]:
        """Who decides on a matter, or on one that names it and says more (冷链药品的备件标准)."""
        more = self._by_end.get(matter[-_END:], ())
        return [n for m in more if matter in m for n in self.deciding(m, _DECIDING)]

    @cached_property
    def _by_end(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for _, matter in self.by_matter:
            found.setdefault(matter[-_END:], set()).add(matter)
        return found

    def deciding(self, matter: str, verbs: tuple[str, ...]) -> list[str]:
        """Who decides on a matter with one of the verbs, as right or as duty."""
        return [name for verb in verbs for name in self.by_matter.get((verb, matter), ())]

    @cached_property
    def by_matter(self) -> dict[tuple[str, str], list[str]]:
        """Verb and matter → the posts."""
        found: dict[tuple[str, str], list[str]] = {}
        for post in self.company.posts:
            for matter, verb in self._matters(post):
                found.setdefault((verb, matter), []).append(post.name)
            for text in post.duties:
                done = re.match(rf"(?:[每定及按]\w{{1,2}})?({'|'.join(_DECIDING)})([^，和]+)", text)
                if done:
                    found.setdefault((done[1], done[2]), []).append(post.name)
                handed = _HANDED.fullmatch(text)
                for matter in (handed[1], handed[1][2:], handed[1][4:]) if handed else ():
                    if matter:
                        found.setdefault(("审批", matter), []).append(post.superior)
        return found

    @cached_property
    def at_home(self) -> dict[str, list[str]]:
        """Department → its posts."""
        found: dict[str, list[str]] = {}
        for post in self.company.posts:
            found.setdefault(post.department, []).append(post.name)
        return found

    @cached_property
    def by_sound(self) -> dict[str, list[Post]]:
        """The sound of a name → the posts of that sound."""
        found: dict[str, list[Post]] = {}
        for post in self.company.posts:
            found.setdefault(_sound(post.name), []).append(post)
        return found


def _sound(name: str) -> str:
    return "".join(syllable for syllable, _ in spelled(name))
