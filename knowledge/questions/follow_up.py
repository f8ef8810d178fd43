"""Follow-ups: the last question with one part replaced (那产品支持主管呢, 那谁来审核, 要是五千呢)."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.questions.asked import NO_VERB, Asked, asked_verb, is_embedded
from knowledge.questions.context import Context
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.limit_follow_up import of_limit
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question
from knowledge.questions.remark import remarked
from knowledge.questions.repair import Speller
from knowledge.regex import regex
from knowledge.tables import load_table

_SURE = 0.9
_LONGEST_WHY = 10  # characters of a mere 依据是什么
_LONGEST = 22  # characters; a longer question stands for itself
_NOUNS = ("稿", "单子", "表格", "初稿", "草稿")  # fillers that name a thing behind another word
_COUNTED = regex("(?P<count>[一二两三四五六七八九十]+|[0-9]+)(?P<of>级|类|等|档|星|层|期)")
_RELATION = regex(
    "(?:那|那么|平时|直接|都|是)*(?:向|跟|给|对|归|由|听|受|被|在)(?:谁|哪个领导|哪个岗位|哪位)(?:的)?"
    "(?:汇报|负责|管|领导|直管|指挥|话)?(?:工作)?[呢啊呀的]*[?。]?"
)
_PAPER = regex("的?(?:意见|建议|申请|初稿|草案|方案|请求|初步意见)$")
_OVER = regex(
    "超(?:了|出|过|额|支|标)?了?|多了|不止"
    "|(?:涨|加|升|提|改|变|换|降|减|翻|增|增加|调|追加|提高|减少)(?:到|成|为|至)(?:了)?"
)
_NOT = regex("不(?:是|由|归|让|能|可以|让|找)")
_INSTEAD = ("换",)  # 换X, said of another role
_LEADS = ("那么", "那", "要是", "如果是", "如果", "换成", "改成", "还有", "再", "假如", "和", "以及")
_TAILS = ("呢", "的呢", "又如何", "怎么样", "呀", "啊", "吗", "?", "。", "!")


def follow_ups(question: Question, context: Context, lexicon: Lexicon, speller: Speller) -> Iterator[str]:
    """The questions that a short question may stand for, given the last one."""
    if not context.question or len(question.text) > _LONGEST:
        return
    why = question.has("why") and not question.roles and len(question.text) <= _LONGEST_WHY
    if why or remarked("again", question.text):
        yield context.question
        return
    last = Question(context.question, lexicon, speller)
    if question.has("me") and context.me and last.known_roles and not _asks(question):  # 那我的呢
        old = last.known_roles[-1]
        yield _replaced(last, old.start, old.end, context.me[0])
    for replaced in _REPLACED:
        yield from replaced(question, last)


def may_go_on(question: Question, score: float) -> bool:
    """Whether a question may go on with the last one: its own best reading scores little, or it says so, or
    it has no words to be about anything."""
    return score < _SURE or question.has("again", "why") or not has_content(question)


def corrected(question: Question, context: Context, lexicon: Lexicon, speller: Speller) -> list[str]:
    """What a correction makes of the last question (不是客户开发,是产品支持), or what is asked of nothing but
    its limit (超过了找谁); nothing where it is neither."""
    found = next(filter(None, (p.search(question.text) for p in _corrections())), None)
    if found is None or not context.question:
        return [*of_limit(question, context, lexicon, speller)]
    old, new = found.groupdict().get("old") or "", found["new"].strip(",。!?呢啊呀的")
    last, meant = Question(context.question, lexicon, speller), Question(new, lexicon, speller)
    if old and old in last.text:
        return [last.text.replace(old, new, 1)]
    if _asks(meant) and has_content(meant):
        return [new]
    resolved: list[str] = []
    for replaced in (_amount, _role, _place, _side, _verb, _matter):
        resolved += replaced(meant, last)
    if _asks(meant) and not meant.known_roles and last.known_roles:  # 我问的是下级
        resolved.append(f"{last.known_roles[-1].text}的{new}")
    return list(dict.fromkeys(resolved))


def _why_not(question: Question, last: Question) -> Iterator[str]:
    """谁决定引入 → 为什么不是采购主管决定: whether he may."""
    asked = last.of("who")
    if question.has("why") and len(question.known_roles) == 1 and asked and _NOT.search(question.text):
        role = question.known_roles[0].text
        yield f"{_replaced(last, asked[0].start, asked[0].end, f'{role}能').rstrip('?!')}吗"


def _amount(question: Question, last: Question) -> Iterator[str]:
    """要是八百呢; with another matter too: 报销三千谁批 → 那采购八百呢; 赔付方案谁拟 → 赔六千的话谁批."""
    if not question.amounts:
        return
    new = question.amounts[-1]
    said = question.text[new.start : new.end]
    if not last.amounts:
        verb = asked_verb(question).word
        own = [t for t in _matter_words(question) if t.text not in last.text]
        if verb and question.has("who") and not question.known_roles and not own:
            yield f"{_PAPER.sub('', _matter_of(last))}{said}谁{verb}"
        return
    old = last.amounts[-1]
    told = [t for t in _matter_words(question) if t.text not in last.text and not _OVER.fullmatch(t.text)]
    other = "".join(t.text for t in told)
    words = [t for t in _matter_words(last) if t.end <= old.start or t.start >= old.end]
    if other and _asks(question) and not question.known_roles:
        return  # 3万的备件采购谁批 asks of a matter of its own
    if not other or question.known_roles:
        yield _replaced(last, old.start, old.end, said)
    elif words and words[-1].end <= old.start:
        lead, between = last.part(0, words[0].start), last.part(words[-1].end, old.start)
        yield f"{lead}{other}{between}{said}{last.part(old.end)}"


def _counted(question: Question, last: Question) -> Iterator[str]:
    """三级客流控制谁启动 → 那一级的呢."""
    new, old = _COUNTED.search(question.text), _COUNTED.search(last.text)
    if new and old and new["of"] == old["of"] and new["count"] != old["count"] and not question.known_roles:
        yield _replaced(last, old.start(), old.end(), new.group())


def _role(question: Question, last: Question) -> Iterator[str]:
    """那产品支持主管呢; also after a question that named no role (那他的上级呢, 那下级呢)."""
    if not question.known_roles or _asks(question) or _says_more(question, last):
        return
    new, old = question.known_roles[-1].text, last.known_roles or last.of("him")
    agent = [r for r in last.known_roles if any(r.end == m.start for m in last.of("may"))]
    if agent:  # 甲能批乙的假吗 → 那丙呢
        yield _replaced(last, agent[0].start, agent[0].end, new)
    elif old:
        yield _replaced(last, old[-1].start, old[-1].end, new)
    elif last.has("again") or not has_content(last):  # 编制几个人 went on with a role too
        yield f"{new}的{_core(last.text)}"


def _of_him(question: Question, last: Question) -> Iterator[str]:
    """向谁汇报呢, 归谁管: all of a relation but whose."""
    if question.roles or question.has("him", "me") or not _RELATION.fullmatch(question.text):
        return
    if len(last.known_roles) == 1:
        yield f"{last.known_roles[0].text}{_core(question.text)}"


def _when(question: Question, last: Question) -> Iterator[str]:
    """消防演练谁组织 → 多久搞一次."""
    if (
        question.has("when")
        and not question.roles
        and not question.has("him", "who")
        and not has_content(question)
    ):
        yield f"{_matter_of(last)}{_core(question.text)}"


def _place(question: Question, last: Question) -> Iterator[str]:
    """那信息管理呢."""
    if question.places and last.places and not _asks(question):
        yield _replaced(last, last.places[-1].start, last.places[-1].end, question.places[-1].name)


def _asker(question: Question, last: Question) -> Iterator[str]:
    """谁有决定权 → 售后支持主管也有吗."""
    asked = last.of("who")
    if (
        question.known_roles
        and question.has("whether")
        and asked
        and not has_content(question, TokenKind.ROLE)
    ):
        role = question.known_roles[-1].text
        yield f"{_replaced(last, asked[0].start, asked[0].end, role).rstrip('?!')}吗"


def _side(question: Question, last: Question) -> Iterator[str]:
    """集团内部… → 集团外部呢."""
    new, old = ([m for kind in ("inside", "outside") for m in q.of(kind)] for q in (question, last))
    if new and old:
        yield _replaced(last, old[0].start, old[0].end, new[0].text)
    with_whom = last.of("collaboration")
    if new and not old and with_whom and not has_content(question):  # 跟哪些部门协作 → 那对外的呢
        at = with_whom[-1].start
        yield _replaced(last, at, at, new[0].text)


def _verb(question: Question, last: Question) -> Iterator[str]:
    """谁编写 → 那谁来审核."""
    verb, old = asked_verb(question), asked_verb(last)
    asks = question.has("who", "submit", "whether", "again")
    if question.has("him", "me") and question.has("who") and not question.has("whether"):
        return  # 那他归谁领导 and 我带谁 ask of him and of me, not of the matter
    if verb.word and not old.word and question.has("who") and not has_content(question):
        yield f"{_matter_of(last)}谁{verb.word}"
        if _PAPER.search(_matter_of(last)):  # 转正的意见谁提 → 那谁审批 is about 转正
            yield f"{_PAPER.sub('', _matter_of(last))}谁{verb.word}"
    same = bool(question.amounts) and verb.strengths == old.strengths  # 超过2000又是谁来批
    if verb.word and old.word and asks and not has_content(question) and not same:
        yield _replaced(last, old.start, old.end, verb.word)
        yield f"{_matter_of(last)}{_core(question.text)}"


def _added(question: Question, last: Question) -> Iterator[str]:
    """采购合同谁起草 → 那最后谁签署: one word is asked of the matter before."""
    words = [t for t in question.content() if t.kind in (TokenKind.WORD, TokenKind.UNKNOWN)]
    if question.has("again") and question.has("who", "whether") and not question.roles and len(words) == 1:
        yield f"{_matter_of(last)}{_core(question.text)}"


def _matter(question: Question, last: Question) -> Iterator[str]:
    """采购价谁定 → 那销售价呢."""
    amounts = question.amounts and last.amounts  # both replaced, by `_amount`
    if not question.known_roles and not _asks(question) and has_content(question) and not amounts:
        yield from _matter_replaced(last, _core(question.text))


_REPLACED = (
    *(_why_not, _amount, _counted, _of_him, _when, _role, _place),
    *(_asker, _side, _verb, _added, _matter),
)  # in the order in which they are tried


def _core(text: str) -> str:
    for lead in _LEADS:
        if text.startswith(lead) and len(text) > len(lead):
            text = text[len(lead) :].lstrip(",")
            break
    changed = True
    while changed:
        changed = False
        for tail in _TAILS:
            if text.endswith(tail) and len(text) > len(tail):
                text, changed = text[: -len(tail)], True
    return text


def _asks(question: Question) -> bool:
    """Whether the question asks something of its own."""
    return question.has(
        "who", "what", "count", "superior", "subordinates", "duties", "authority", "collaboration"
    ) or bool(_verb_of(question).word)


def _verb_of(question: Question) -> Asked:
    """The verb that a follow-up asks with; none where it is a piece of what it is about (封面|设计|稿)."""
    verbs = [m for m in question.of("action") if not is_embedded(question, m)]
    return asked_verb(question) if verbs else NO_VERB


def has_content(question: Question, *beside: TokenKind) -> bool:
    """Whether the question has words of its own to ask about, beside tokens of some kinds."""
    kinds = {TokenKind.WORD, TokenKind.UNKNOWN, TokenKind.ROLE, TokenKind.PLACE} - set(beside)
    handed = {m.start for m in question.of("submit")}  # 编好以后|报|谁批准
    return any(t.kind in kinds and t.start not in handed for t in question.content())


def _says_more(question: Question, last: Question) -> bool:
    """Whether the question has words beside a role that the last one had not (产品支持专员的工资)."""
    words = [t for t in question.content() if t.kind in (TokenKind.WORD, TokenKind.UNKNOWN)]
    more = any(t.text not in last.text and t.text not in _INSTEAD for t in words)
    return more or question.has("qualification")


def _matter_of(last: Question) -> str:
    """The last question without its question words and verb: 测试用例."""
    verb = asked_verb(last)
    drop = {i for kind in ("who", "submit", "whether") for m in last.of(kind) for i in range(m.start, m.end)}
    drop |= set(range(verb.start, verb.end))
    if not verb.word and last.of("who"):  # 请领单由谁填写: the last word is what is done with the matter
        tail = [t for t in last.content() if t.start >= last.of("who")[-1].end]
        drop |= set(range(tail[0].start, tail[0].end)) if len(tail) == 1 else set()
    return "".join(c for i, c in enumerate(last.text) if i not in drop and c not in "?!。,是由来的")


def _matter_replaced(last: Question, new: str) -> Iterator[str]:
    """The last question with its matter, or one word of it, replaced."""
    tokens = _matter_words(last)
    if not tokens:
        return
    yield _replaced(last, tokens[0].start, tokens[-1].end, new)
    for token in tokens if len(tokens) > 1 else ():
        if len(token.text) == len(new):
            yield _replaced(last, token.start, token.end, new)


def _matter_words(last: Question) -> list[Token]:
    """The words that say what a question is about, without the verb that it asks with; with a verb or a
    filler that is a piece of them (页面|设计|稿)."""
    verb, found = asked_verb(last), list[Token]()
    actions = {m.start for m in last.of("action")}
    for token in last.tokens:
        word = token.kind in (TokenKind.WORD, TokenKind.UNKNOWN, TokenKind.PLACE)
        piece = bool(found) and found[-1].end == token.start
        piece = piece and (token.start in actions or token.text in _NOUNS)
        if (word or piece) and not verb.start <= token.start < max(verb.end, verb.start):
            found.append(token)
    return found


def _replaced(last: Question, start: int, end: int, new: str) -> str:
    return f"{last.part(0, start)}{new}{last.part(end)}"


@cache
def _corrections() -> tuple[re.Pattern[str], ...]:
    return tuple(map(regex, load_table(__package__, "phrases.toml")["correction"]["patterns"]))
