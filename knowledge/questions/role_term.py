"""Roles as a question points at them: by name, as 我 or 他, and by way of others (X的上级的上级)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.once import kept
from knowledge.organization import Organization
from knowledge.questions.context import Context
from knowledge.questions.mention import Mention
from knowledge.questions.question import Question
from knowledge.questions.step import Step
from knowledge.questions.way import way_at
from knowledge.regex import regex
from knowledge.reporting import Reporting

_IDENTITY_REACH = 12
_INTRODUCE = ("superior", "subordinates", "chain", "common_superior", "colleagues")  # topics that name a role
PLACES = ("上面", "上头", "上边", "下面", "底下", "手下", "下边", "手底下", "下头")
_MOST_ABOVE = 8  # steps up to somebody of a title
_ANY_SUPERIOR = ("主管",)  # a title that is said of whoever is above one
_BY = ("归", "由", "受", "被", "听", "服从")
_LEADING = regex(
    "(?:自己|本人|又|还|都|直接|平时|手上|具体)*(?:管|带|领导|管理|分管)(?:着|了)?(?:谁|哪|什么人|几个)"
)
_BESIDE_ME = regex("(?:^|[,;。!])(?:我|俺|本人|咱|在下),?$")
_ALONE = regex("(?:一枚|一名|一个|这边)?(?:[,;。!]|$)")
_ON_POST = regex("(?:这个?)?(?:岗位?|位置|位子)(?:上|干|做|工作|$|[,;。!])")
_OWN = ("自己", "本人", "自个儿", "自身")
_VERBAL = regex("(?:的(?:有|是)?|[着了]|有)?(?:哪|谁|什么|岗位|人|几个|多少)")


@dataclass(frozen=True, slots=True)
class RoleTerm:
    """The roles `names` reached from `base` by `steps`, the passages that show it, and where the words stand.

    `names` is empty where the documents do not state the way. `person`: 我 or 他 rather than a name.
    `several`: the words fit more than one role.
    """

    base: tuple[str, ...]
    names: tuple[str, ...]
    steps: tuple[Step, ...]
    path: tuple[Reporting, ...]
    start: int
    end: int
    quality: float
    person: str = ""
    base_end: int = 0

    @property
    def several(self) -> bool:
        """Whether the words fit more than one role."""
        return len(self.base) > 1


@kept
def identity(question: Question) -> tuple[str, ...]:
    """The role that the asker says to have (我是客户开发专员), else nothing."""
    for mention in question.of("identity"):
        near = [
            role
            for role in question.known_roles
            if 0 <= role.start - mention.end <= _IDENTITY_REACH
            and not any(mark in question.text[mention.end : role.start] for mark in ",;。?!")
        ]
        if near:  # 我是前台这边的收费员 names the last one
            whose = question.text[near[0].end : near[-1].start].endswith("的")
            return near[-1].names if whose else near[0].names
    for role in question.known_roles:
        if _presented(question, role.start, role.end):
            return role.names
        verb = next((m for m in question.of("identity_verb") if m.end == role.start), None)
        if (
            verb
            and (question.has("me") or not question.asking(role.start))
            and not question.has("whether")
            and _mine(question, role.start)
        ):
            return role.names
    return ()


def _presented(question: Question, start: int, end: int) -> bool:
    """Whether a role stands beside the asker and nothing else does: 我,X,…; 在X岗上."""
    if _BESIDE_ME.search(question.text[:start]) and _ALONE.match(question.text, end):
        return True
    on_post = question.text.endswith("在", 0, start) and _ON_POST.match(question.text, end) is not None
    return on_post and not question.has("who", "what", "count", "him")


def _mine(question: Question, at: int) -> bool:
    """Whether the clause before a position speaks of the asker: 我 in it, or nobody else."""
    clause = next((c for c in question.clauses if c.start <= at < c.end), None)
    if clause is None:
        return False
    mine = any(clause.start <= m.start < at for m in question.of("me"))
    asked = any(
        clause.start <= m.start < clause.end
        for kind in ("who", "what", "superior", "subordinates")
        for m in question.of(kind)
    )
    return mine or (not asked and not clause.asks)


def role_terms(question: Question, organization: Organization, context: Context) -> list[RoleTerm]:
    """Every role term of the question, the longest of each base last."""
    terms: list[RoleTerm] = []
    if any(name not in organization.roles for name in context.found):  # a body
        context = replace(context, found=tuple(n for n in context.found if n in organization.roles))
    for base in _bases(question, context, organization):
        terms += _extend(base, question, organization)
    titles = {i for t in terms for i in range(t.base_end, t.end)}  # X的主管 is no 主管 besides X
    return [t for t in terms if t.person or not t.end or t.start not in titles]


def _bases(question: Question, context: Context, organization: Organization) -> Iterator[RoleTerm]:
    """The terms before any step: names, 我, 他, and nothing at all where the conversation has a subject."""
    said = identity(question)
    for role in question.known_roles:
        yield _base(role.names, role.start, role.end, role.quality)
    yield from _asker(question, said or context.me)
    him = said or context.subjects or (context.found if len(context.found) == 1 else ())
    if question.known_roles and not said:
        first = question.known_roles[0]
        for mention in question.of("him"):
            if first.end <= mention.start and not question.primary(first.start):
                yield _base(first.names, mention.start, mention.end, 0.95, "him")
            elif mention.end <= first.start and him:
                meant = _meant(mention, question, context, organization) or him
                yield _base(meant, mention.start, mention.end, 0.95, "him")
        return
    for mention in question.of("him"):
        meant = said or _meant(mention, question, context, organization) or him
        if meant:
            yield _base(meant, mention.start, mention.end, 0.95, "him")
    if him and not said and not question.has("me", "him") and not question.roles:
        yield _base(him, 0, 0, 0.9, "him")


def _asker(question: Question, me: tuple[str, ...]) -> Iterator[RoleTerm]:
    """我, where it is known what the asker is."""
    for mention in question.of("me") if me else ():
        if not any(i.start <= mention.start < i.end for i in question.of("identity")):
            yield _base(me, mention.start, mention.end, 0.97, "me")


def _meant(
    mention: Mention, question: Question, context: Context, organization: Organization
) -> tuple[str, ...]:
    """Whom 他 means after an answer that named somebody: that role, unless the same is asked of the first
    one (X的上级是谁, 那他的下级呢), who leads somebody."""
    found = context.found
    if len(found) != 1 or context.topic not in _INTRODUCE:
        return ()
    if context.subjects and question.text.startswith(_OWN, mention.end):
        return () if context.topic == "subordinates" or _LEADING.match(question.text, mention.end) else found
    parallel = question.has("superior", "subordinates") and question.text.rstrip("?。!").endswith("呢")
    leading = _LEADING.match(question.text, mention.end) is not None
    below = leading or question.has("subordinates", "headcount")
    down = context.topic == "superior" and below  # 他下面带着谁
    leads = not context.subjects or any(map(organization.subordinates, context.subjects))
    first = leads or not organization.subordinates(found[0])  # 他手下有谁 is not asked of whoever has nobody
    bare = not organization.role(found[0]).described and question.has("duties", "department", "headcount")
    back = parallel or bare or (down and first)
    return () if back and context.subjects else found


def _base(names: tuple[str, ...], start: int, end: int, quality: float, person: str = "") -> RoleTerm:
    return RoleTerm(names, names, (), (), start, end, quality, person, end)


def _extend(term: RoleTerm, question: Question, organization: Organization) -> Iterator[RoleTerm]:
    """The term, and how it goes on: X, X的上级, X的上级的上级."""
    yield term
    at = term.end or max((m.end for m in question.of("again") if m.start == 0), default=0)  # 那下级呢
    if question.text[at : at + 2] == "岗位":
        at += 2
    if term.end and any(m.start == at and len(m.text) == 1 for m in question.of("him")):
        at += 1  # X他领导
    start = at + 1 if question.text[at : at + 1] in ("的", "'") else at
    further = _far(term, at, start, question, organization) or _near(term, at, start, question, organization)
    if further is not None:
        yield from _extend(further, question, organization)


def _far(
    term: RoleTerm, at: int, start: int, question: Question, organization: Organization
) -> RoleTerm | None:
    """The term gone on by words for several steps, by a title, or by 再往上. Its words may begin at `at`, and
    behind 的 at `start`."""
    for name, step in (("superior_far", Step.UP), ("subordinates_far", Step.DOWN)):
        far = next((m for m in question.of(name) if m.start in (start, at)), None)
        if far is not None:
            return _steps(term, step, 2, far.end, organization)
    way = way_at(question.text, start) or way_at(question.text, at)
    if way is not None and term.base:
        return _steps(term, way.step, way.count, way.end, organization)
    titled = _titled(replace(term, end=start), question, organization)
    if titled is not None:
        return titled
    for name, step in (("further", Step.UP), ("further_down", Step.DOWN)):
        more = next((m for m in question.of(name) if m.start in (start, at)), None)
        if more is not None and term.end and _on_the_way(question, more):
            return _steps(term, step, 1, more.end, organization)
    return None


def _near(
    term: RoleTerm, at: int, start: int, question: Question, organization: Organization
) -> RoleTerm | None:
    """The term gone on by one step: a noun for a superior or subordinate that is no verb."""
    for step, kind in ((Step.UP, "superior"), (Step.DOWN, "subordinates")):
        found = next((m for m in question.of(kind) if m.start in (start, at)), None)
        if found is None:
            plain = question.text[start : start + 2] == "直接"
            found = next((m for m in question.of(kind) if plain and m.start == start + 2), None)
        if found is not None and start == at and (is_verb(question, found) or _is_passive(question, term)):
            return None
        if found is not None and start == at and term.steps and term.steps[-1] is not step:
            return None  # X的上级下级 asks for both
        if found is not None:
            return _steps(term, step, 1, _one_step(question, found), organization)
    return None


def _steps(term: RoleTerm, step: Step, count: int, end: int, organization: Organization) -> RoleTerm:
    for _ in range(count):
        term = walk(term, step, organization)
    return replace(term, end=end)


def _titled(term: RoleTerm, question: Question, organization: Organization) -> RoleTerm | None:
    """The superior by his title: X的主管 is the nearest one above X who is called so, and, where nobody is,
    whoever is right above him, as far as the title is one for any superior."""
    parts = (r for r in question.known_roles if len(r.names) > 1 or r.quality < 1)
    group = next((r for r in parts if r.start == term.end), None)
    if group is None or term.end == term.base_end or not question.text.startswith("的", term.end - 1):
        return None
    above = up = walk(replace(term, end=group.end), Step.UP, organization)
    for _ in range(_MOST_ABOVE):
        if not up.names or set(up.names) <= set(group.names):
            break
        up = walk(up, Step.UP, organization)
    if up.names and set(up.names) <= set(group.names):
        return up
    return above if above.names and group.text in _ANY_SUPERIOR else None


def _on_the_way(question: Question, further: Mention) -> bool:
    """Whether 再往上 asks for the next one above, not for all of them (再往上都有谁)."""
    return not question.text.startswith(("都", "依次", "一直", "到", "逐", "一级", "一层"), further.end)


def is_verb(question: Question, mention: Mention) -> bool:
    """Whether a word for a superior is a verb: X直接领导的有哪些, X领导谁."""
    return mention.text.endswith(("领导", "管理")) and _VERBAL.match(question.text, mention.end) is not None


def _is_passive(question: Question, term: RoleTerm) -> bool:
    """Whether a role is the one by whom somebody is led: 谁归X领导."""
    return bool(term.end) and not term.steps and question.text.endswith(_BY, 0, term.start)


def steps_before(question: Question, at: int) -> int:
    """How many times 上级 is said before a role that stands behind it: two of 上级的上级 X."""
    count, end = 0, at
    while found := next((m for m in question.of("superior") if m.end == end), None):
        count, end = count + 1, found.start - question.text[: found.start].endswith("的")
    return count


def _one_step(question: Question, found: Mention) -> int:
    """Where one step ends that is told by a place and a noun (手下的组员)."""
    start = found.end + question.text.startswith("的", found.end)
    nouns = [m.end for m in question.of(found.kind) if m.start == start and m.text not in PLACES]
    return nouns[0] if found.text in PLACES and nouns else found.end


def walk(term: RoleTerm, step: Step, organization: Organization) -> RoleTerm:
    """The term one step further."""
    lines: list[Reporting] = []
    for name in term.names:
        lines += organization.superiors(name) if step is Step.UP else organization.subordinates(name)
    names = tuple(dict.fromkeys(line.superior if step is Step.UP else line.subordinate for line in lines))
    return replace(term, names=names, steps=(*term.steps, step), path=(*term.path, *lines))


def with_own_role(question: Question, me: tuple[str, ...]) -> str:
    """A question about what is the asker's own (我的绩效谁评) with the one role that he has; empty where it
    is none, or says which role that is."""
    mine = next((m for m in question.of("me") if question.text.startswith("的", m.end)), None)
    if mine is None or len(me) != 1 or identity(question):
        return ""
    return f"{question.part(0, mine.start)}{me[0]}{question.part(mine.end)}"
