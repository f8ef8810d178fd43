"""The order of the steps that columns of posts in an approval matrix give: by number, strength and rank."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.actions import Strength
from knowledge.roles.approval import Step, words
from knowledge.roles.approval_cell import Entry
from knowledge.text import bare

_DECIDE, _REVIEW = (Strength.DECIDE, "审批"), (Strength.REVIEW, "审核")
_PLACES = {Strength.DRAFT: 0, Strength.REVIEW: 1, Strength.DECIDE: 2, Strength.INFORMED: 4}
_LAST = 3  # the place of who decides where several are only ticked


def in_order(found: Sequence[tuple[Entry, int]], posts: Sequence[str]) -> list[Entry]:
    """The entries by the numbers in their cells; else who proposes, who reviews, who decides and who is told,
    each of them as the columns stand, from the lowest post to the highest.

    `posts`: the posts of the columns. Of several who are only ticked the last decides, or the one that ranks
    highest where the columns do not ascend; the others review.
    """
    if any(number for _, number in found):
        last = max(number for _, number in found) + 1
        entries = [entry for entry, _ in sorted(found, key=lambda pair: pair[1] or _without(pair[0], last))]
    else:
        entries = [entry for entry, _ in found]
        entries = entries[::-1] if _descends(posts) and not any(e.condition for e in entries) else entries
        ticked = [entry.step.who for entry in entries if _is_tick(entry)]
        first = "" if _ascends(posts) else _highest(ticked)
        entries.sort(
            key=lambda e: _LAST if _is_tick(e) and e.step.who == first else _PLACES.get(e.step.strength, 1)
        )
    ticks = [entry for entry in entries if _is_tick(entry)]
    return [replace(e, step=Step(e.step.who, *_REVIEW)) if e in ticks[:-1] else e for e in entries]


def _is_tick(entry: Entry) -> bool:
    return entry.step == Step(entry.step.who, *_DECIDE) and not entry.condition


def _without(entry: Entry, last: int) -> int:
    """The place of a step without a number among steps that have one."""
    return last if entry.step.strength <= Strength.INFORMED else 0


def _ascends(posts: Sequence[str]) -> bool:
    """Whether the columns go from the lowest post to the highest, those of unknown rank among them."""
    ranks = [_rank(post) for post in posts]
    known = [rank for rank in ranks if rank < len(words()["cells"]["ranks"])]
    return len(known) > 1 and known == sorted(known, reverse=True) and ranks[-1] == min(ranks)


def _highest(names: Sequence[str]) -> str:
    """The last of those that rank highest by their last words; empty where none has a rank."""
    ranks = [_rank(name) for name in names]
    best = min(ranks, default=len(words()["cells"]["ranks"]))
    known = best < len(words()["cells"]["ranks"])
    return [name for name, rank in zip(names, ranks, strict=True) if rank == best][-1] if known else ""


def _rank(name: str) -> int:
    """How high a post ranks, 0 the highest: by the longest of the endings that it has."""
    ranks: list[list[str]] = words()["cells"]["ranks"]
    fitting = [
        (-len(end), rank) for rank, ends in enumerate(ranks) for end in ends if bare(name).endswith(end)
    ]
    return min(fitting)[1] if fitting else len(ranks)


def _descends(posts: Sequence[str]) -> bool:
    """Whether the columns begin with the highest post."""
    top = words()["cells"]["top"]
    return posts[0] in top and posts[-1] not in top
