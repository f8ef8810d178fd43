"""An invented company of any size, the same for the same seed: roles, reporting lines, duties and rights.

    .venv/bin/python -m benchmarks.company 5000 FOLDER        writes it as Markdown, a file a department

A company grows by divisions (华东医药), each with a general manager and departments (华东医药财务部) of eight
posts. A larger company has more words: each division has products of its own. Names nearly equal (费用主管,
费用高级主管; 华东, 华南), sentences shared across departments, and matters on which several posts of a
department work (one drafts, one reviews, one approves) are there on purpose.
"""

import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from knowledge.text import fold

STATEMENTS = 40  # of a post, duties and rights together
_RIGHTS = 10
_PRODUCTS = 24  # of a division
_TOP = "集团总经理"
_MATTERS = 6  # on a topic of a department, that its posts share


@dataclass(frozen=True)
class Right:
    """To decide on a matter, up to `limit` yuan; above it `above` decides."""

    matter: str
    limit: int
    above: str


@dataclass(frozen=True)
class Post:
    """A post as its description states it; `approves`: what of `rights` is a limit, as data."""

    name: str
    department: str
    superior: str  # empty: none
    subordinates: tuple[str, ...]
    duties: tuple[str, ...]
    rights: tuple[str, ...]
    partners: tuple[str, ...]
    approves: tuple[Right, ...] = ()
    code: str = ""
    headcount: int = 1

    @property
    def statements(self) -> tuple[str, ...]:
        """Duties and rights, `STATEMENTS` of them."""
        return self.duties + self.rights

    def markdown(self) -> str:
        """The description as the section of a document."""
        rows = {
            "岗位名称": self.name,
            "所在部门": self.department,
            "直接上级": self.superior or "无",
            "直接下级": "、".join(self.subordinates) or "无",
            "岗位编制": f"{self.headcount}人",
            "岗位编号": self.code,
        }
        lines = [f"# {self.name}", "", "| 项目 | 内容 |", "|---|---|"]
        lines += [f"| {label} | {value} |" for label, value in rows.items()]
        lines += ["", "## 主要职责", "", *(f"{n}. {text}" for n, text in enumerate(self.duties, 1))]
        lines += ["", "## 工作权限", "", *(f"- {text}" for text in self.rights)]
        lines += ["", "## 工作协作", "", *(f"- {text}" for text in self.partners), ""]
        return "\n".join(lines)


@dataclass(frozen=True)
class Company:
    """All posts, superiors before subordinates."""

    posts: tuple[Post, ...]
    by_name: dict[str, Post] = field(repr=False)

    def statements(self) -> Iterator[str]:
        """The statements of all posts, folded as the bot folds them, with repetitions."""
        return (fold(text) for post in self.posts for text in post.statements)

    def chain(self, name: str) -> list[str]:
        """The superiors of a post, the nearest first."""
        found = []
        while name := self.by_name[name].superior:
            found.append(name)
        return found

    def write(self, folder: Path, posts_per_file: int = 8) -> list[Path]:
        """Writes Markdown files with at most `posts_per_file` posts of one department each; their paths."""
        folder.mkdir(parents=True, exist_ok=True)
        paths: list[Path] = []
        for department, members in groupby(self.posts, key=lambda post: post.department):
            posts = list(members)
            for start in range(0, len(posts), posts_per_file):
                path = folder / f"{len(paths):05}-{department}.md"
                text = "\n".join(post.markdown() for post in posts[start : start + posts_per_file])
                path.write_text(text, "utf-8")
                paths.append(path)
        return paths


def company(roles: int, seed: int = 0) -> Company:
    """A company of so many roles, up to 73,441; a smaller one is the beginning of a larger one."""
    drafts = list(islice(_drafts(seed), roles))
    names = {draft.name for draft in drafts}
    below: dict[str, list[str]] = {}
    for draft in drafts:
        below.setdefault(draft.superior, []).append(draft.name)
    posts = tuple(
        _post(draft, tuple(below.get(draft.name, ())), number, seed) for number, draft in enumerate(drafts, 1)
    )
    assert len(names) == roles, "names must differ"
    return Company(posts, {post.name: post for post in posts})


@dataclass(frozen=True)
class _Draft:
    """A post before it has words: `grade` is a key of the verbs, `topics` what it works on."""

    name: str
    department: str
    superior: str
    grade: str
    area: str
    topics: tuple[str, ...]
    things: tuple[str, ...]
    seed: int


def _drafts(seed: int) -> Iterator[_Draft]:
    words = _words()
    functions = words["functions"]
    matters = tuple(topic for teams in functions.values() for topics in teams.values() for topic in topics)
    yield _Draft(_TOP, "集团总部", "", "head", "集团", matters, ("集团",), seed)
    areas = [(region, industry) for industry in words["industries"] for region in words["regions"]]
    random.Random(seed).shuffle(areas)
    for region, industry in areas:
        area = region + industry
        things = _things(area, words["industries"][industry], seed)
        yield _Draft(f"{area}总经理", f"{area}事业部", _TOP, "head", area, matters, things, seed)
        for function, teams in functions.items():
            yield from _department(area, function, teams, things, seed)


def _department(
    area: str, function: str, teams: dict[str, list[str]], things: tuple[str, ...], seed: int
) -> Iterator[_Draft]:
    home = f"{area}{function}部"
    every = tuple(topic for topics in teams.values() for topic in topics)
    head = f"{area}{function}经理"
    yield _Draft(head, home, f"{area}总经理", "head", area, every, things, seed)
    yield _Draft(f"{area}{function}副经理", home, head, "deputy", area, every, things, seed)
    for number, (team, topics) in enumerate(teams.items()):
        lead = f"{area}{team}{'高级' if number == 0 else ''}主管"
        yield _Draft(lead, home, head, "lead", area, tuple(topics), things, seed)
        if number == 0:  # a name that differs in the grade alone
            yield _Draft(f"{area}{team}主管", home, lead, "lead", area, tuple(topics), things, seed)
        if number < 2:
            yield _Draft(f"{area}{team}专员", home, lead, "staff", area, tuple(topics), things, seed)


def _things(area: str, general: list[str], seed: int) -> tuple[str, ...]:
    """The products of a division: things of its industry, most under coined names of their own."""
    chance = random.Random(f"{seed}:{area}")
    syllables = _words()["syllables"]
    coined = ("".join(chance.sample(syllables, 2)) for _ in range(_PRODUCTS))
    return (*general, *(name + chance.choice(general) for name in coined))


def _post(draft: _Draft, below: tuple[str, ...], number: int, seed: int) -> Post:
    chance = random.Random(f"{seed}:{draft.name}")
    common = _words()["common"]
    limits = _limits(draft, chance) if draft.grade == "head" else ()
    rights = [
        f"审批单笔{right.limit}元以内（含）的{right.matter}"
        + (f"，超过{right.limit}元的报{right.above}审批" if right.above else "")
        for right in limits
    ]
    rights += chance.sample(common["rights"], 3)
    while len(rights) < _RIGHTS:
        text = f"{_object(draft, chance)}的{chance.choice(_KINDS[draft.grade])}"
        rights += [] if text in rights else [text]
    duties = chance.sample(common["duties"], 3)
    while len(duties) < STATEMENTS - _RIGHTS:
        text = _duty(draft, chance)
        duties += [] if text in duties else [text]
    chance.shuffle(duties)
    partners = tuple(
        f"{partner}：{chance.choice(['核对', '商定', '移交', '通报'])}{chance.choice(draft.topics)}"
        for partner in chance.sample(common["partners"], 3)
    )
    code = f"GW-{number:05}"
    headcount = 1 if draft.grade != "staff" else chance.randint(1, 6)
    return Post(
        draft.name,
        draft.department,
        draft.superior,
        below,
        tuple(duties),
        tuple(rights),
        partners,
        limits,
        code,
        headcount,
    )


_KINDS = {
    "head": ["审批权", "决定权", "否决权"],
    "deputy": ["审核权", "复核权", "监督权"],
    "lead": ["拟定权", "建议权", "检查权"],
    "staff": ["建议权", "查阅权", "使用权"],
}


def _limits(draft: _Draft, chance: random.Random) -> tuple[Right, ...]:
    words = _words()
    costs = chance.sample(words["costs"], 3)
    place = draft.department.removesuffix("部") if draft.superior else "集团"
    return tuple(
        Right(f"{place}{cost}", chance.choice(words["amounts"]), draft.superior) for cost in sorted(costs)
    )


def _object(draft: _Draft, chance: random.Random) -> str:
    """What is worked on: mostly what others of the division work on too."""
    topic = chance.choice(draft.topics)
    if chance.random() < 0.8:
        return chance.choice(_shared(draft.area, topic, draft.things, draft.seed))
    return _matter(draft.area, topic, draft.things, chance)


@lru_cache(1024)
def _shared(area: str, topic: str, things: tuple[str, ...], seed: int) -> tuple[str, ...]:
    chance = random.Random(f"{seed}:{area}:{topic}")
    return tuple(_matter(area, topic, things, chance) for _ in range(_MATTERS))


def _matter(area: str, topic: str, things: tuple[str, ...], chance: random.Random) -> str:
    """One in four without a word of the division, as every division might have it."""
    detail = chance.choice(_words()["details"]) if chance.random() < 0.7 else ""
    roll = chance.random()
    if roll < 0.25:
        return topic + detail
    if roll < 0.4:
        return f"{area}{topic}{detail}"
    return f"{chance.choice(things)}{'的' if chance.random() < 0.2 else ''}{topic}{detail}"


def _duty(draft: _Draft, chance: random.Random) -> str:
    words = _words()
    verb = chance.choice(words["verbs"][draft.grade])
    text = verb + _object(draft, chance)
    roll = chance.random()
    if roll < 0.15:
        return chance.choice(words["times"]) + text
    if roll < 0.4:
        return f"{text}，{chance.choice(words['tails'])}"
    if roll < 0.5 and draft.superior and draft.grade != "head":
        return f"{text}，报{draft.superior}审批"
    if roll < 0.6:
        return f"{text}和{chance.choice(draft.topics)}"
    return text


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def main() -> None:
    """Write a company of argv[1] roles into the folder argv[2], argv[3] posts a file (8)."""
    roles, folder, *rest = sys.argv[1:]
    paths = company(int(roles)).write(Path(folder), *map(int, rest))
    print(f"{roles} roles in {len(paths)} files")


if __name__ == "__main__":
    main()
