"""Shapes of question in which word order decides who is above whom (谁管X, X管谁)."""

from collections.abc import Iterator

from knowledge.questions.phrases import ANOTHER, ASIDE, ROLE, WHO, phrases
from knowledge.questions.reading import Case
from knowledge.questions.role_term import RoleTerm, identity
from knowledge.regex import may_stand

_PLACES = ("部门", "团队", "科室", "哪个组", "哪个中心", "哪个科", "哪部门", "什么组", "哪个部", "哪个车间")


def shaped(case: Case, name: str, further: bool = False) -> Iterator[tuple[RoleTerm, dict[int, float]]]:
    """For each subject term, the best fit of the shapes `name`: the term and the positions explained.
    `further`: of those too that go on by way of others (X的上级|归谁管)."""
    for term in case.subjects:
        if term.end and (further or not term.steps):
            explained = fit(case, name, term)
            if explained:
                yield term, explained


def fit(case: Case, name: str, term: RoleTerm, other: RoleTerm | None = None) -> dict[int, float]:
    """The positions that the best fitting shape explains; `other` stands where a question word would."""
    marks = {term.start: (term.end, ROLE), **({other.start: (other.end, WHO)} if other else {})}
    if not term.person and term.base == identity(case.question):  # 我是X,我的领导是谁 asks of 我
        own = (m for m in case.question.of("me") if m.start >= term.end)
        marks |= {m.start: (m.end, ASIDE) for m in own if m.start not in marks}
    key = tuple(marks.items())
    if key not in case.skeletons:
        case.skeletons[key] = skeleton_of(case, marks)
    skeleton, back = case.skeletons[key]
    best: dict[int, float] = {}
    for pattern in phrases().shapes[name]:
        for found in pattern.finditer(skeleton) if may_stand(pattern, skeleton) else ():
            if other is not None and WHO not in found.group():
                continue
            explained = case.explain(term, *([other] if other else []))
            for group in range(1, pattern.groups + 1):
                for i in range(back[found.start(group)], back[found.end(group)]):
                    explained.setdefault(i, 1.0)
            if len(explained) > len(best):
                best = explained
    return best


def skeleton_of(case: Case, marks: dict[int, tuple[int, str]]) -> tuple[str, list[int]]:
    """The question with marked spans and question words as one character each; where each character stood."""
    question = case.question
    spans = dict(marks)
    related = {m.start for kind in ("superior", "subordinates") for m in question.of(kind)}
    for role in question.known_roles:  # 主管 has no 管 in it
        taken = any(start < role.end and role.start < end for start, (end, _) in marks.items())
        if not taken and related.isdisjoint(range(role.start, role.end)):
            spans[role.start] = (role.end, ANOTHER)
    asked = [*question.of("who"), *question.of("department")]
    places = {mention.start for mention in asked if mention.text.endswith(_PLACES)}
    for mention in question.of("who"):
        if mention.start in places:
            continue  # 属于哪个部门 asks for no post
        if not any(start <= mention.start < end for start, (end, _) in marks.items()):
            end, _ = spans.get(mention.start, (0, ""))
            if mention.end > end:
                spans[mention.start] = (mention.end, WHO)
    skeleton, back, at = "", [], 0
    while at < len(question.text):
        end, mark = spans.get(at, (at + 1, question.text[at]))
        skeleton += mark
        back.append(at)
        at = end
    return skeleton, [*back, len(question.text)]
