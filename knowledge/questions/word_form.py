"""What no company word may be, whatever the documents say: a word that questions are read by, or no word."""

from collections.abc import Collection, Iterable

from knowledge.actions import Strength, actions
from knowledge.errors import WordError
from knowledge.questions.phrases import compact, phrases
from knowledge.roles.grades import grades
from knowledge.text import bare, is_chinese

_LONGEST = 16  # characters
_ASKING = ("who", "what", "when", "whether", "count", "why", "may", "person")
_RELATIONS = (
    "superior", "dotted_superior", "superior_far", "subordinates", "colleagues", "managing", "reporting_verb",
    "chain", "relation", "top", "leaf", "further",
)  # fmt: skip
_INSIDE = ("who", "what", "whether")  # what may not even be a part of a word
_TELLING = frozenset("谁啥吗")  # of these the single characters that count
_STRENGTHS = (
    Strength.DECIDE,
    Strength.REVIEW,
    Strength.DRAFT,
    Strength.OVERSEE,
    Strength.TAKE_PART,
    Strength.ADVISE,
)


def check_form(words: Collection[str], written: Collection[str], roles: Collection[str]) -> None:
    """Raises WordError where an entry's words are none that can be taught. `written`: the names of the
    documents among them, which may look as they do; `roles`: those that name roles."""
    if len(words) < 2 or not all(words):
        raise WordError("请写成“报账=费用报销”这样：等号两边各写一个词。")
    if len(set(map(bare, words))) < len(words):
        raise WordError(f"“{'='.join(words)}”里有同一个词写了两次。")
    for word in words:
        if word not in roles:
            _check_use(word)
        if word not in written:
            _check_spelling(word)


def _check_spelling(word: str) -> None:
    plain = compact(word)
    if not plain.isalnum():
        raise WordError(f"“{word}”里有标点或符号。请只写词本身，几个词之间用等号隔开。")
    if len(plain) == 1:
        raise WordError(f"“{word}”只有一个字，在别的词里到处都有，容易听错。请写两个字以上的词。")
    if len(plain) > _LONGEST:
        raise WordError(f"“{word}”有{len(plain)}个字，太长了(最多{_LONGEST}个)。请只写一个词，不要写一句话。")
    if plain.isdecimal():
        raise WordError(f"“{word}”是数字，不是词。")


def _check_use(word: str) -> None:
    """Raises WordError for a word of the tables by which questions are read."""
    plain, table = compact(word), phrases()
    kinds = table.kinds.get(plain, frozenset())
    use = ""
    if "action" in kinds:
        use = "表示权力大小的动词"
    elif not kinds.isdisjoint(_RELATIONS):
        use = "表示上下级关系的词"
    elif not kinds.isdisjoint(_ASKING):
        use = "提问用的词"
    elif plain in table.filler or plain in table.soft:
        use = "到处都会用到的虚词或套话"
    elif plain in grades().heads or plain in grades().before or plain in grades().after:
        use = "许多岗位名称都有的词"
    elif kinds:
        use = "用来听懂问题的词"
    if use:
        raise WordError(f"“{word}”是{use}，给它别的意思，许多问题就会听错。")
    asking = [p for kind in _INSIDE for p in table.by_kind[kind] if p in plain and all(map(is_chinese, p))]
    asking = [p for p in asking if len(p) > 1 or p in _TELLING]
    if asking:
        raise WordError(f"“{word}”里有提问用的“{asking[0]}”，会听错问题。请只写词本身。")


def check_verb(word: str) -> None:
    """Raises WordError where a word has a verb in it by which rights are asked for."""
    verb = max((v for v in _verbs(word) if actions().written[v] >= Strength.REVIEW), key=len, default="")
    if verb:
        raise WordError(f"“{word}”里有表示权力大小的“{verb}”，会听错问题。请只写事情本身，不带“{verb}”。")


def _verbs(word: str) -> list[str]:
    return [v for v, s in actions().written.items() if s in _STRENGTHS and len(v) > 1 and v in word]


def check_strengths(words: Iterable[str]) -> None:
    """Raises WordError where words have verbs of different strength in them: 费用审批=费用审核."""
    seen: list[tuple[str, str, frozenset[Strength]]] = []
    for word in words:
        verbs = _verbs(word)
        if not verbs:
            continue
        verb = max(verbs, key=len)
        strengths = frozenset(actions().written[v] for v in verbs)
        for other, other_verb, other_strengths in seen:
            if strengths.isdisjoint(other_strengths):
                raise WordError(
                    f"“{word}”和“{other}”不能是一个意思：“{verb}”和“{other_verb}”的权力大小不同。"
                )
        seen.append((word, verb, strengths))


def is_post(word: str) -> bool:
    """Whether a word is built like the name of a post: its last word is that of posts, and not only that."""
    plain = bare(word)
    heads = (h for h in grades().heads if h not in grades().ordinary)
    return any(plain.endswith(head) and plain != head for head in heads)
