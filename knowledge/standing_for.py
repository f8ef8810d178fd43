"""Whom a step of an approval, or a field for the superior, means for somebody: 部门经理, 所在科室负责人,
分管该科室的副主任."""

from collections.abc import Callable, Iterable, Sequence

from knowledge.actions import actions
from knowledge.post import Post
from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.roles.prose import prose
from knowledge.roles.role import Role
from knowledge.text import bare, fold

_BODY = (
    "(?:部门|科室|中心|事业部|条线|片区|区域|分部|分公司|车间|班组|小组|单位|院系|团队|项目|门店|处室|部室|股室|站所"
    "|科组|车队|年级|教研组)"
)
_WHOSE = regex(
    rf"^(?:申请人|经办人|本人|员工)?的?(?:所在|所属|本|该|其|各|直属|(?:主管|分管)(?:该|本|所在|其)?{_BODY}?的?|分管的?)+"
)
_HEAD_OF_BODY = regex(
    rf"^{_BODY}(?:的)?(?P<head>经理|总监|主任|部长|科长|处长|主管|组长|班长|队长|站长|店长|负责人|领导|长)$"
)
_OF_ASKER = regex("^(?:申请人|经办人|请假人|报销人|当事人|本人|员工|个人|职工)的?")
_IN_CHARGE = regex(
    "^(?:部门|本部门|所在部门|其)?的?(?:分管|主管)的?(?:公司|单位|院|馆|校|厂|店|园|社|所|站|局)?领导$"
)
_ANY_HEAD = ("负责人", "领导", "长")
_MOST_POSTS = 500  # among more, a last word alone tells nothing
_HIGHER = ("总经理", "董事长")


def plain_step(who: str) -> str:
    """A step without the words that say whose it is: 分管该科室的副主任 is a 副主任. `who`: folded."""
    rest = _WHOSE.sub("", who)
    return who if not rest or rest in prose().generic else rest  # 主管人员 are no 人员


def step_above(who: str, line: Sequence[str], members: Sequence[str], home_of: Callable[[str], str]) -> str:
    """Of the superiors of somebody the one that a step means that names none of them: one of a group, his own
    superior, or the head of the department he is in; empty where that is not known.

    `who`: folded; `line`: himself and his superiors, nearest first; `members`: of the group that the step
    names; `home_of`: the department of a role, empty where none is known.
    """
    above = line[1:]
    if members or _OF_ASKER.sub("", who) in actions().own_superior:
        return next((name for name in above if not members or name in members), "")
    home = next(filter(None, map(home_of, line)), "")
    if _IN_CHARGE.match(who):  # above the head of the department
        return next((name for name in above if home and home_of(name) != home), "")
    head = _head_of_body(who)
    if head is None and who not in actions().department_head:
        plain = plain_step(who)  # 分管副馆长 is the 副馆长 above
        ended = plain != who and plain.endswith(grades().heads)
        return next((name for name in above if ended and name.endswith(plain)), "")
    inside = [name for name in above if home and home_of(name) == home]
    if inside and (head is None or head in _ANY_HEAD or who in actions().department_head):
        return inside[-1]
    fitting = [name for name in above if head and name.endswith(head) and not name.endswith(_HIGHER)]
    return next((name for name in fitting if name in inside), next(iter(fitting), ""))


def _head_of_body(who: str) -> str | None:
    """The kind of post where a step names the head of whatever department the asker is in, else None."""
    found = _HEAD_OF_BODY.match(plain_step(who))
    return found["head"] if found else None


def own_head(written: str, by: Role, home: str, near: Sequence[Role]) -> str:
    """The described post that a description means as its superior by 部门经理, 本部门负责人, 科长: the one
    that heads its department; empty where the words mean no such post, or more than one may be it.

    `home`: the bare name of the department; `near`: the posts described in it.
    """
    who = fold(written).strip()
    plain = plain_step(who)
    generic = _head_of_body(who) or ("负责人" if who in actions().department_head else "")
    head = generic or plain.removeprefix(home[-1:] if plain != who else "")  # 本部经理
    if not (generic or head in grades().heads):
        return ""
    tops = [role for role in near if role.name != by.name and _is_top(role, near)]
    called = [role for role in tops if _heads_by_name(bare(role.name), home, head)]
    if not called and generic:
        wanted = grades().heads if head in _ANY_HEAD else (head,)
        called = [role for role in tops if bare(role.name).endswith(wanted) and "副" not in role.name]
    return called[0].name if len(called) == 1 else ""


def _is_top(role: Role, near: Sequence[Role]) -> bool:
    """Whether a description names nobody of its own department as superior."""
    inside = {bare(name) for other in near for name in (other.name, *other.aliases)}
    above = [fold(name).strip() for name in role.superiors]
    return not any(
        bare(name) in inside or _head_of_body(name) or name in actions().department_head for name in above
    )


def _heads_by_name(name: str, home: str, head: str) -> bool:
    """Whether a post is called by its department and a last word: 财务部经理, 财务经理, 财务科长."""
    ends = grades().heads if head in _ANY_HEAD else (head,)
    joined = {f"{home}{head[1:]}"} if head[:1] == home[-1:] else set()
    return name in joined or any(name in (home + end, home[:-1] + end) for end in ends)


def is_head_of_body(who: str, role: str, home: str) -> bool:
    """Whether a role is one of those that 部门经理, 科室负责人 means."""
    head = _head_of_body(who)
    if head is None:
        return False
    named = bool(home) and role.startswith(home)
    return named if head in _ANY_HEAD else role.endswith(head) and not role.endswith(_HIGHER)


def heads_alone(every: Iterable[Post], above: Callable[[str], Sequence[str]]) -> dict[str, str]:
    """What a last word of posts means where it stands alone: the only post with it, or the one above all
    others with it. `above`: the superiors of a post."""
    names = [post.name for post in every if post.described]
    if len(names) > _MOST_POSTS:
        return {}
    found: dict[str, str] = {}
    for head in grades().heads:
        posts = [name for name in names if name.endswith(head) and not name.endswith(f"副{head}")]
        tops = [top for top in posts if all(top == post or top in above(post) for post in posts)]
        if tops and head not in names:
            found[head] = tops[0]
    return found
