"""Questions that end in who leads a role that they name: they ask for its superior, and for no approval."""

from knowledge.once import kept
from knowledge.questions.question import Question
from knowledge.regex import regex

_WHO = "(?:谁|哪位|哪个(?:领导|岗位|人)?|什么人)"
_SAID = "(?:,|他|她|平时|现在|到底|直接|是|都|应该|要|得)*"
_END = "[呀啊呢的吗嘛吧]*[?。!~]*$"
_REPORTS = rf"(?:汇报|报告)(?:工作)?给{_WHO}|[向对跟]{_WHO}(?:汇报|报告|负责|述职)(?:工作)?"
_LEADS = (
    rf"归{_WHO}(?:直接)?(?:管|领导|管理)|[受由]{_WHO}(?:直接)?(?:领导|管理)|听{_WHO}的"
    rf"|的?(?:直接|顶头)?(?:上级|领导|上司|头儿|老大)是{_WHO}"
)
_REPORTING = regex(rf"{_SAID}(?:{_REPORTS}){_END}")
_LED = regex(rf"{_SAID}(?:{_LEADS}|{_REPORTS}){_END}")


@kept
def asks_who_leads(question: Question) -> bool:
    """Whether a question ends in a role and who leads it: 品质主管汇报给谁, 库管员归谁管."""
    return any(_LED.match(question.text, role.end) is not None for role in question.known_roles)


def asks_whom_to_report_to(question: Question) -> bool:
    """Whether it ends in a role and whom that reports to."""
    return any(_REPORTING.match(question.text, role.end) is not None for role in question.known_roles)


def asks_who_is_at_the_head(question: Question) -> bool:
    """Whether a word for leading stands behind who does so: 销售部由谁分管, not 销售部管哪些人."""
    who, leading = (min((m.start for m in question.of(kind)), default=-1) for kind in ("who", "managing"))
    return 0 <= who < leading and not question.has("what", "count", "summary", "all", "subordinates")


def asks_whom_one_leads(question: Question, kind: str) -> bool:
    """Whether words for leading stand behind those of a kind for whoever is at the head: 部门一把手直接带的是
    哪几个岗位."""
    head = max((m.end for m in question.of(kind)), default=-1)
    leading = (m.start for name in ("managing", "subordinates") for m in question.of(name))
    return head >= 0 and any(start >= head for start in leading)
