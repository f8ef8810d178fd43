"""Kinds and shapes of words that tell which clause of a question asks, and what it needs."""

from knowledge.regex import regex

RELATED = regex(
    "(?:归|由|向|受|对|听)谁|谁(?:管|领导|带)(?:着|的)?他?[?呢啊]?$|(?:管|带|领导)谁"
)  # asks of a role by itself
WHOLE_RELATION = regex(
    "(?:归|由|受|听)谁的?(?:管|领导|带|指挥|话)|(?:向|对|给|跟)谁(?:汇报|负责|报告)|谁(?:管|领导|带)(?:着|的)?他?[?呢啊]*$"
)  # needs no clause before it to be a question
HANDLED = regex(
    "[,、]?(?:[这那](?:件|个|种)?(?:事儿?|事情|活儿?|一?块儿?|摊子?)|一般|平时|到底|应该|应|该|又|都|是|具体)*"
    "(?:[归由是]?(?:谁|哪位|哪个岗位?|哪个人|哪个部门)(?:来|在|去|能|可以|会|给)*(?:管|处理|办|负责|解决|弄|跟)(?:的|呀|呢|啊|吗)*)[?。!]?"
)  # 业主要投诉,这事谁管: of what stands before it
NEXT_STEP = regex(
    "(?:.{1,3}(?:完|好)了?|之后|以后|然后|接着|再|又|最后|最终)(?:之后|以后|后|再|又|就|是|由|给|归|让|要)*谁"
)  # 填完谁批 goes on with the same matter
_THIS = "[这那]一?(?:项|块儿?|摊子?|{more}|类|档子?|件|方面)(?:的?(?:职责|工作|事情?|活儿?|业务|任务))?"
THIS_DUTY = regex(_THIS.format(more="条"))  # 巡店这项职责
POINTED = regex(_THIS.format(more="桩") + "(?:[上里])?[,;:]?$")  # a clause that only says what is asked about
FRAME = frozenset(
    (
        "action",
        "chain",
        "all",
        "tasks",
        "compare",
        "further",
        "when",
        "head",
        "common",
        "stepwise",
        "levels",
        "structure",
        "draw",
        "higher",
        "further_down",
    )
)  # kinds that ask, and need a matter
ASKING_PLAINLY = ("who", "what", "when", "whether", "path")
ASKING = ("who", "what", "when", "whether", "count", "path")
NEVER_ASIDE = frozenset(
    (
        "superior", "subordinates", "colleagues", "common", "chain", "duties", "tasks", "summary",
        "authority", "collaboration", "headcount", "department", "compare", "relation", "person",
        "negation", "except", "when", "count", "leaf", "top", "described", "undescribed", "why",
        "head", "function_of", "superior_far", "subordinates_far", "whole_below", "structure", "levels",
    )
)  # fmt: skip
BOUNDS = ("超过", "少于", "低于", "高于", "多于", "大于", "小于")  # 不能超过多少 denies nothing
