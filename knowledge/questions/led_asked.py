"""Questions that end in who leads a role that they name: they ask for its superior, and for no approval."""

from knowledge.questions.question import Question
from knowledge.regex import regex

_WHO = "(?:谁|哪位|哪个(?:领导|岗位|人)?|什么人)"
_LED = regex(
    rf"(?:,|他|她|平时|现在|到底|直接|是|都|应该|要|得)*(?:归{_WHO}(?:直接)?(?:管|领导|管理)|[受由]{_WHO}(?:直接)?(?:领导|管理)"
    rf"|听{_WHO}的|(?:汇报|报告)(?:工作)?给{_WHO}|[向对跟]{_WHO}(?:汇报|报告|负责|述职)(?:工作)?"
    rf"|的?(?:直接|顶头)?(?:上级|领导|上司|头儿|老大)是{_WHO})[呀啊呢的吗嘛吧]*[?。!~]*$"
)


def asks_who_leads(question: Question) -> bool:
    """Whether a question ends in a role and who leads it: 品质主管汇报给谁, 库管员归谁管."""
    return any(_LED.match(question.text, role.end) is not None for role in question.known_roles)
