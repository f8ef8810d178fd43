"""How far somebody is in learning about a post. A value; whoever leads him through keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

_STEP, _QUIZ = "step.", "quiz."
_SEEN, _RIGHT, _WRONG = "seen", "right", "wrong"


@dataclass(frozen=True, slots=True)
class Progress:
    """`at`: the step that is shown; `seen`: those that are behind; `answers`: the questions of the quiz that
    were answered, with whether rightly; `started`, `finished`: seconds since 1970, 0: not yet."""

    role: str
    at: str = ""
    seen: tuple[str, ...] = ()
    answers: tuple[tuple[str, bool], ...] = ()
    started: float = 0.0
    finished: float = 0.0

    @classmethod
    def of(cls, steps: Mapping[str, str], started: float) -> "Progress | None":
        """What `steps` kept, or None where nothing was begun."""
        if not steps.get("role"):
            return None
        seen = tuple(key.removeprefix(_STEP) for key in steps if key.startswith(_STEP))
        answers = ((k.removeprefix(_QUIZ), v == _RIGHT) for k, v in steps.items() if k.startswith(_QUIZ))
        finished = float(steps.get("finished", 0))
        return cls(steps["role"], steps.get("at", ""), seen, tuple(answers), started, finished)

    def steps(self) -> dict[str, str]:
        """All but the time of the start, as texts under keys: what a store keeps of a person's steps."""
        kept = {"role": self.role, "at": self.at}
        kept |= {f"{_STEP}{step}": _SEEN for step in self.seen}
        kept |= {f"{_QUIZ}{key}": _RIGHT if right else _WRONG for key, right in self.answers}
        return kept | ({"finished": str(self.finished)} if self.finished else {})

    def moved(self, to: str) -> "Progress":
        """At another step; the one left is seen."""
        seen = self.seen if not self.at or self.at in self.seen else (*self.seen, self.at)
        return replace(self, at=to, seen=seen)

    def answered(self, key: str, right: bool) -> "Progress":
        """With a question of the quiz answered; only the first answer counts."""
        known = dict(self.answers)
        known.setdefault(key, right)
        return replace(self, answers=tuple(known.items()))

    def again(self) -> "Progress":
        """With the quiz not yet taken."""
        return replace(self, answers=())
