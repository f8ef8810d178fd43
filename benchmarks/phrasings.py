"""Plain questions about posts in many people's words, put to organizations whose fields are known.

    .venv/bin/python -m benchmarks.phrasings [NAME …] [--failures]

`phrasings/NAME.jsonl` holds what a writer who had not seen the program thinks people may type: {A} and {B}
stand for posts, {D} for a department. Each is put once, to one of several organizations of `organizations/`
that is drawn by its place in the file, and judged by what `gold.json` says of the post drawn.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.organizations import FOLDER
from bot.conversation import Conversations
from bot.judgement import plain
from bot.replies import reply_object
from knowledge import Handbook

PHRASINGS = Path(__file__).parent / "phrasings"
_HOMES = ("GC", "GD", "GG", "GH", "GA", "ED", "EH")  # whose fields are read whole
_DUTIES, _RIGHTS = 3, 2  # that an answer must have at least
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")

Post = Mapping[str, Any]
Reply = Mapping[str, Any]
Fits = Callable[[Reply], bool]


@dataclass(frozen=True)
class Drawn:
    """What stands for the places of a phrasing, and whether a reply is right."""

    places: Mapping[str, str]
    fits: Fits


@dataclass(frozen=True)
class Home:
    """An organization with a bot of its own and what its documents say of each post."""

    name: str
    conversations: Conversations
    posts: Mapping[str, Post]


def homes() -> list[Home]:
    """The organizations that questions are put to."""
    found = []
    for name in _HOMES:
        gold = json.loads((FOLDER / name / "gold.json").read_text("utf-8"))
        handbook = Handbook.load([FOLDER / name / "documents"])
        found.append(Home(name, Conversations(handbook), {post["name"]: post for post in gold["roles"]}))
    return found


def _texts(value: Any) -> list[str]:
    """The texts a value holds, but the tasks of a duty that has a title."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        titled = value.get("title") or (value.get("tasks") or [""])[0]
        return [titled] if "tasks" in value else [t for inner in value.values() for t in _texts(inner)]
    return [text for inner in value or () for text in _texts(inner)]


def _said(reply: Reply) -> str:
    return plain(reply["text"]) + "".join(plain(one["quote"]) for one in reply["evidence"])


def _has(*wanted: str) -> Fits:
    return lambda reply: all(plain(text) in _said(reply) for text in wanted)


def _names(roles: set[str]) -> Fits:
    return lambda reply: set(reply["roles"]) == roles


def _tells(number: str) -> Fits:
    return lambda reply: number.translate(_DIGITS) in _said(reply).translate(_DIGITS)


def _number(text: str) -> str:
    digits = "".join(c if c.isdigit() else " " for c in text.translate(_DIGITS)).split()
    return digits[0] if digits else ""


def drawn(kind: str, posts: Mapping[str, Post], rnd: random.Random) -> Drawn | None:
    """A post, or two, that a question of a kind can be asked about; None where there is none."""
    judge = _JUDGES[kind.removeprefix("follow_").removeprefix("me_")]
    order = rnd.sample([*posts.values()], len(posts))
    for post in order:
        others = [one for one in order if one is not post and one.get("superior") and post.get("superior")]
        fits = judge(post, others, posts)
        if fits is None:
            continue
        places = {
            "A": post["name"],
            "B": others[0]["name"] if others else "",
            "D": post.get("department") or "",
        }
        return Drawn(
            places | ({"A": post["superior"], "B": post["name"]} if kind == "is_superior" else {}), fits
        )
    return None


def _superior(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return _names({post["superior"]}) if post.get("superior") else None


def _superior_of_superior(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    line = _line(post, posts)
    return _names({line[1]}) if len(line) > 1 else None


def _chain(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    line = _line(post, posts)
    return _names({*line}) if len(line) > 1 else None


def _is_superior(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return (lambda reply: reply["verdict"] is True) if post.get("superior") in posts else None


def _same_superior(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    same = bool(others) and others[0]["superior"] == post["superior"]
    return (lambda reply: reply["verdict"] is same) if others else None


def _colleagues(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    above = post.get("superior")
    beside = {one["name"] for one in others if one["superior"] == above}
    beside |= {*_texts(posts[above].get("subordinates"))} - {post["name"]} if above in posts else set()
    return _names(beside) if beside else None


def _subordinates(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    reports = _texts(post.get("subordinates"))
    return _names({*reports}) if reports else None


def _subordinate_count(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    reports = _texts(post.get("subordinates"))
    return _tells(str(len(reports))) if reports else None


def _duties(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    duties = _texts(post.get("duties"))
    return _has(*duties[:_DUTIES]) if len(duties) >= _DUTIES else None


def _authority(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    rights = _texts(post.get("authorities"))
    return _has(*rights[:_RIGHTS]) if len(rights) >= _RIGHTS else None


def _summary(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return _has(post["summary"]) if post.get("summary") else None


def _department(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return _has(post["department"]) if post.get("department") else None


def _headcount(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    number = _number(post.get("headcount") or "")
    return _tells(number) if number else None


def _collaboration(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    partners = _texts(post.get("collaboration"))
    return _has(partners[0]) if partners else None


def _posts_of_department(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    home = post.get("department")
    wanted = {name for name, one in posts.items() if one.get("department") == home}
    return (lambda reply: wanted <= set(reply["roles"])) if home else None


def _all_posts(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return lambda reply: set(posts) <= set(reply["roles"])


def _all_departments(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return _has(*{home for one in posts.values() if (home := one.get("department"))})


def _compare(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return (lambda reply: reply["intent"].startswith("compare")) if others else None


def _other(post: Post, others: Sequence[Post], posts: Mapping[str, Post]) -> Fits | None:
    return (lambda reply: others[0]["name"] in reply["text"] + reply["reading"]) if others else None


_JUDGES: Mapping[str, Callable[[Post, Sequence[Post], Mapping[str, Post]], Fits | None]] = {
    "superior": _superior,
    "superior2": _superior_of_superior,
    "chain": _chain,
    "is_superior": _is_superior,
    "same_superior": _same_superior,
    "colleagues": _colleagues,
    "subordinates": _subordinates,
    "subordinate_count": _subordinate_count,
    "duties": _duties,
    "authority": _authority,
    "summary": _summary,
    "department": _department,
    "headcount": _headcount,
    "collaboration": _collaboration,
    "dept_posts": _posts_of_department,
    "all_posts": _all_posts,
    "all_depts": _all_departments,
    "compare": _compare,
    "other": _other,
}


def _line(post: Post, posts: Mapping[str, Post]) -> list[str]:
    """The superiors of a post up to the top."""
    line: list[str] = []
    above = post.get("superior")
    while above and above not in line:
        line.append(above)
        above = posts[above].get("superior") if above in posts else None
    return line


def put(path: Path, every: Sequence[Home]) -> Iterator[tuple[str, str, list[str], Reply]]:
    """The kind, the outcome, the questions and the last reply of each phrasing of a file."""
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        phrasing, rnd = json.loads(line), random.Random(f"{path.name} {number}")
        kind = phrasing["kind"]
        for home in rnd.sample(every, len(every)):
            if (chosen := drawn(kind, home.posts, rnd)) is not None:
                break
        else:
            continue
        asked = [filled(turn, chosen.places) for turn in phrasing["ask"]]
        for question in asked:
            reply = reply_object(home.conversations.ask(f"{path.name} {number}", question))
        answered = reply["status"] == "answered"
        yield kind, "refused" if not answered else "right" if chosen.fits(reply) else "wrong", asked, reply


def filled(turn: str, places: Mapping[str, str]) -> str:
    """A phrasing with what stands for its places."""
    for mark, name in places.items():
        turn = turn.replace(f"{{{mark}}}", name)
    return turn


def report(name: str, every: Iterable[tuple[str, str, list[str], Reply]], failures: bool) -> None:
    """Prints the table of a writer, and each failure where told to. `every`: see `put`."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, outcome, asked, reply in every:
        counts[kind][outcome] += 1
        if outcome != "right" and failures:
            first = reply["text"].partition("\n")[0]
            print(f"  {outcome} {kind} {' / '.join(asked)} · {reply['reading']} · {first[:80]}")
    print(f"\n| {name} | right | refused | wrong | of |\n|---|---|---|---|---|")
    for kind, tally in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        among = sum(tally.values())
        shares = " | ".join(f"{100 * tally[o] / among:.0f} %" for o in ("right", "refused", "wrong"))
        print(f"| {kind} | {shares} | {among} |", flush=True)


def main(arguments: list[str]) -> None:
    """Prints a table for each writer, and each failure where told to."""
    every = homes()
    named = [a for a in arguments if not a.startswith("-")]
    for name in named or sorted(p.stem for p in PHRASINGS.glob("*.jsonl")):
        report(name, put(PHRASINGS / f"{name}.jsonl", every), "--failures" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
