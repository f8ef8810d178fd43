"""For HR: who has finished the onboarding, who is where."""

from collections.abc import Iterable

from bot.onboarding.progress import Progress
from bot.onboarding.steps import SUMMARY, step_keys, step_title
from bot.onboarding.tour import score, seen_steps
from bot.onboarding.words import words


def roster_lines(people: Iterable[tuple[str, Progress]]) -> list[str]:
    """A line for each person (name and progress): those who have finished, the first of them first, then the
    others, the longest under way first. Names are put in as they are; they may hold anything."""
    known = sorted(people, key=lambda pair: (not pair[1].finished, pair[1].finished or pair[1].started))
    if not known:
        return [words()["roster_empty"]]
    finished = sum(bool(progress.finished) for _, progress in known)
    head = words()["roster"].format(count=len(known), finished=finished)
    return [head, *(_line(name, progress) for name, progress in known)]


def _line(name: str, progress: Progress) -> str:
    right, asked = score(progress)
    if progress.finished:
        key = "roster_done" if asked else "roster_done_no_quiz"
        return words()[key].format(name=name, role=progress.role, right=right, asked=asked)
    step = progress.at if progress.at in step_keys() else SUMMARY
    return words()["roster_going"].format(
        name=name,
        role=progress.role,
        seen=seen_steps(progress),
        count=len(step_keys()) - 1,
        step=step_title(step),
    )
