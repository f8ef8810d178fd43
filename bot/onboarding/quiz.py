"""A short quiz about a role. Each question is decided by one line of its description; the wrong choices come
from the same documents, and none of them could be meant by any line of the role's own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.onboarding.rights import own_statements
from bot.onboarding.words import words
from bot.selftest.item import is_post, lot
from bot.selftest.likeness import Likeness
from bot.selftest.matter import is_fair
from knowledge.abbreviation import abbreviates
from knowledge.answer import Evidence
from knowledge.organization import Organization
from knowledge.roles.role import Passage, Role
from knowledge.text import bare

_MOST_QUESTIONS, _MOST_WRONG, _LEAST_WRONG = 5, 3, 2
_APART = 0.34  # the share of its words that a wrong choice may have in common with a line of the role's own
_LONGEST = 40  # characters of a choice that can be read on a button
_LEAST_LINE = 10  # characters of a line that says enough around its blank
_LINES = 2  # questions with a blank


@dataclass(frozen=True, slots=True)
class Question:
    """`key`: what it is about, the same as long as the documents are; `right`: the number of the right
    choice, from 1; `proof`: the line that decides it."""

    key: str
    text: str
    choices: tuple[str, ...]
    right: int
    proof: Evidence

    @property
    def answer(self) -> str:
        """The right choice."""
        return self.choices[self.right - 1]


def quiz(organization: Organization, role: str) -> tuple[Question, ...]:
    """At most five questions; fewer, or none, where the documents do not carry more. The same documents give
    the same questions."""
    if not organization.role(role).described:
        return ()
    found = list(_questions(organization, role))
    return tuple(found[:_MOST_QUESTIONS])


def _questions(organization: Organization, role: str) -> Iterator[Question]:
    own = organization.role(role)
    duties = [duty.title for duty in own.duties]
    rights = [item for listing in own.authorities for item in listing.items]
    lines = _blank_lines(organization, role)
    yield from _superior(organization, role)
    yield from _listed(organization, role, "duty", duties, lambda other: (d.title for d in other.duties))
    yield from lines[:1]
    yield from _partner(organization, role)
    yield from _listed(
        organization,
        role,
        "right",
        rights,
        lambda other: (item for listing in other.authorities for item in listing.items),
    )
    yield from lines[1:_LINES]


def _superior(organization: Organization, role: str) -> Iterator[Question]:
    """Who the direct superior is, where there is exactly one."""
    lines = organization.superiors(role)
    if len(lines) != 1:
        return
    right = lines[0].superior
    dotted = [line.superior for line in organization.superiors(role, dotted=True)]
    wrong = [name for name in _posts(organization, role) if name not in dotted]
    proof = Evidence(lines[0].stated_by, words()["section_superior"], lines[0].passage)
    yield from _question(organization, role, "superior", right, wrong, proof)


def _posts(organization: Organization, role: str) -> list[str]:
    """The other posts, those around the role first."""
    near = [line.superior for line in organization.chain(role)]
    near += [line.subordinate for line in organization.subordinates(role)]
    near += [line.subordinate for line in organization.colleagues(role)]
    posts = [post.name for post in organization.roles.values() if is_post(post) and post.name != role]
    return sorted(posts, key=lambda name: (name not in near, lot(role, name)))


def _listed(
    organization: Organization,
    role: str,
    key: str,
    own: Sequence[Passage],
    theirs: Callable[[Role], Iterable[Passage]],
) -> Iterator[Question]:
    """Which of several lines stands in the role's own description."""
    fair = [passage for passage in own if _is_fair(passage.text)]
    if not fair:
        return
    right = min(fair, key=lambda passage: lot(role, key, passage.text))
    said = [f"{s.folded} {s.heading}" for s in organization.statements if s.owner == role]
    likeness = Likeness(said)
    others = [post for post in organization.described() if post.name != role]
    lines = {passage.text for post in others for passage in theirs(post) if _is_fair(passage.text)}
    wrong = [line for line in lines if max(likeness.shares(line).values(), default=0.0) < _APART]
    wrong.sort(key=lambda line: (abs(len(line) - len(right.text)) // 4, lot(role, line)))
    yield from _question(
        organization, role, key, right.text, wrong, Evidence(role, words()[f"section_{key}"], right)
    )


def _is_fair(text: str) -> bool:
    return len(text) <= _LONGEST and is_fair(text, text)


def _partner(organization: Organization, role: str) -> Iterator[Question]:
    """Which of several partners stands in the role's description."""
    own = organization.role(role)
    items = [(item, listing.kind) for listing in own.collaboration for item in listing.items]
    named = [(_partner_name(item.text), item, kind) for item, kind in items]
    named = [entry for entry in named if 1 < len(entry[0]) <= _LONGEST // 2]
    if not named:
        return
    right, passage, kind = min(named, key=lambda entry: lot(role, entry[0]))
    said = [bare(text) for text in (*(item.text for item, _ in items), *_texts(organization, role))]
    wrong = [name for name in organization.partners() if 1 < len(name) <= _LONGEST // 2 and name != role]
    wrong = [name for name in wrong if not any(bare(name) in text for text in said)]
    wrong = [name for name in wrong if not any(bare(entry[0]) in bare(name) for entry in named)]
    wrong.sort(key=lambda name: lot(role, name))
    yield from _question(organization, role, "partner", right, wrong, Evidence(role, kind, passage))


def _partner_name(text: str) -> str:
    return text.split("：")[0].split(":")[0].strip()


def _texts(organization: Organization, role: str) -> list[str]:
    return [statement.passage.text for statement in organization.statements if statement.owner == role]


def _blank_lines(organization: Organization, role: str) -> list[Question]:
    """Lines of the role's own that name exactly one other post, with a blank in its place."""
    found: list[Question] = []
    texts = {bare(text) for text in _texts(organization, role)}
    posts = _posts(organization, role)
    for statement in sorted(own_statements(organization, role), key=lambda s: lot(role, s.passage.text)):
        text = statement.passage.text
        named = [name for name in posts if name in text]
        named = [name for name in named if not any(name != other and name in other for other in named)]
        if len(named) != 1 or text.count(named[0]) != 1 or role in text or len(text) > 2 * _LONGEST:
            continue
        before, _, behind = text.partition(named[0])
        if len(bare(before + behind)) < _LEAST_LINE or any(word in before + behind for word in named):
            continue
        wrong = [name for name in posts if bare(before + name + behind) not in texts and name not in text]
        proof = Evidence(role, statement.section, statement.passage)
        line = f"{before}{words()['blank']}{behind}"
        key = f"line{len(found) + 1}"
        found += _question(organization, role, key, named[0], wrong, proof, line)
        if len(found) == _LINES:
            break
    return found


def _question(
    organization: Organization,
    role: str,
    key: str,
    right: str,
    wrong: Iterable[str],
    proof: Evidence,
    line: str = "",
) -> Iterator[Question]:
    """A question with its choices in an order drawn by their words; none where too few wrong ones are
    left."""
    chosen: list[str] = []
    for other in wrong:
        if len(chosen) < _MOST_WRONG and not any(_alike(organization, other, c) for c in (right, *chosen)):
            chosen.append(other)
    if len(chosen) >= _LEAST_WRONG:
        choices = sorted((right, *chosen), key=lambda choice: lot(role, key, choice))
        text = words()[f"ask_{key.rstrip('12')}"].format(role=role, line=line)
        yield Question(key, text, tuple(choices), choices.index(right) + 1, proof)


def _alike(organization: Organization, one: str, other: str) -> bool:
    """Whether two choices could mean the same: one inside the other, or a short form of it."""
    short, long = sorted((bare(one), bare(other)), key=len)
    cuts = organization.naming.cuts()
    return short in long or any(name in cuts and abbreviates(short, *cuts[name]) for name in (one, other))
