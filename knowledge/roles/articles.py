"""Posts in articles of a regulation: 第六条 店长在经理领导下工作。店长履行下列职责：, with a list below.

Bodies of an association have such articles too: 理事会的职权是：.

Such an article becomes a heading with its sentence and its list.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import is_department, is_post, label_of, may_be_post, unnumbered
from knowledge.roles.numbering import leading_number
from knowledge.roles.unknown_posts import says_where
from knowledge.text import fold

_HEADS_LIST = regex(
    r"(?:(?<=[。,;])|^)(?:赋予|授予)?(?P<who>[^。,;:]{0,14}?)(?:应当?|须|主要|具体)*(?:履行|承担|行使|享有|负有|从事)?(?:以下|下列|如下|的)?(?:主要|岗位|工作|具体|日常)*"
    r"(?P<what>职责|职能|职权|权限|权力|权利|有权|工作任务|任务|工作内容|工作|负责|协作关系|协作)(?:如下|是|为|包括|有)?:$"
)
_SAYS = regex(
    r"\(|由|在|向|对|协助|接受|服从|受|归|是|主持|履行|行使|享有|承担|全面|负责|为|按|领导|直接|的|应|须"
)
_LONGEST, _LEAST = 14, 2
_HAS_RIGHT = regex("有权|有[^,，;；。]{1,8}权(?=$|[,，;；。])|无[^,，;；。]{1,8}权(?=$|[,，;；。])")
_LISTS_RIGHTS = regex(r"[^,，;；。:：]{0,14}(?:职权|权限|权力|权利)(?:如下|为|是|包括)?[:：](?=.)")
_PURPOSE = "为"  # 为保证履职,|赋予…以下权限：
_DUTIES, _FUNCTIONS, _POWERS, _PARTNERS = "岗位职责", "部门职能", "职权", "工作协作关系"
_OF_POWERS = ("职权", "权限", "权力", "权利", "有权")
_OF_PARTNERS = ("协作关系", "协作")
# 质量管理部部长（以下简称质管部长）: whose articles those about the 质管部长 are
_SHORT = regex(
    r"^(?P<name>[^，,。；;：:（(]{2,16})[（(](?:以下)?(?:简称|称)[“\"]?(?P<short>[^（）()“”\"]{2,10})[”\"]?[）)]"
)
_BODY = regex(r"(?!本)[^,;。:的由在对向]{0,10}(?:大会|理事会|监事会|董事会|常委会|代表会)")


def with_articles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document; where fewer than two of its articles describe posts, just as they are."""
    chapters = list(_chapters(blocks))
    own = frozenset(c for b, c in zip(blocks, chapters, strict=True) if may_be_post(c) and _places(b, c))
    told = [_described(b, c if c in own else "") for b, c in zip(blocks, chapters, strict=True)]
    named = {i: name for i, name in enumerate(told) if name}
    posts = {name for name in named.values() if is_post(name)}
    if len(posts) < _LEAST:
        return list(blocks)
    short = {found["short"]: found["name"] for b in blocks for found in _SHORT.finditer(unnumbered(b.text))}
    return list(_marked(blocks, {i: short.get(name, name) for i, name in named.items()}))


def _marked(blocks: Sequence[Block], named: dict[int, str]) -> Iterator[Block]:
    level, chapter, inside = 1, "", ""  # inside: whose article it is
    described = frozenset(named.values())
    titled = ""  # the post that a section is about, until its first list: 第二节 值班主任
    for i, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            level, chapter, inside = block.level, unnumbered(block.text), ""
            chapter = f"{chapter}规定" if label_of(chapter) else chapter  # 第二章 岗位 is no name of a post
            titled = chapter if is_post(chapter) or chapter in described else ""
            yield block
        elif title := _chapter_of(block):
            titled = title if is_post(title) or title in described else ""
            chapter, inside = title, ""
            yield block
        elif i in named:
            own = _of_chapter(named[i], (inside, titled))
            opened = list(_opened(block, own or named[i], level + 1))
            yield from opened[1:] if own else opened  # duties, then powers of one post
            inside, titled = own or named[i], ""
        elif (titled or inside) and _is_article(block) and (right := _right_of(block)):
            yield replace(block, text=f"{_POWERS}：")
            yield replace(block, text=right)
        elif titled and _is_article(block):
            yield replace(block, text=unnumbered(block.text))  # 第九条 值班主任对经理负责
        elif inside and chapter not in ("", inside) and _is_article(block):
            inside = ""
            yield block.as_heading(level + 1, chapter)
            yield replace(block, text=unnumbered(block.text))  # whose number would count as a post's
        else:
            yield block


def _opened(block: Block, name: str, level: int) -> Iterator[Block]:
    """The heading of an article about a post or a department, what it says, and the label of its list."""
    text = unnumbered(block.text)
    said = _HEADS_LIST.search(fold(text).strip())
    lead = text[: said.start()].rstrip(" ,，;；") if said else ""
    lead = "" if lead.startswith(_PURPOSE) else lead
    yield block.as_heading(level, name)
    if lead and lead != name:
        yield replace(block, text=lead, quote=lead)
    what = said["what"] if said is not None else ""
    label = _FUNCTIONS if is_department(name) else _DUTIES
    label = _POWERS if what in _OF_POWERS else _PARTNERS if what in _OF_PARTNERS else label
    yield replace(block, text=f"{label}：", quote=block.text)


def _right_of(block: Block) -> str:
    """What an article says of the rights of the post of its chapter: 店长有权调换班次; 店长权限：（一）…."""
    text = unnumbered(block.text)
    if listed := _LISTS_RIGHTS.match(text):
        return text[listed.end() :].strip()
    return text if _HAS_RIGHT.search(text) else ""


def _of_chapter(name: str, posts: Iterable[str]) -> str:
    """The post of a chapter that a name in it means: 总经理 in that of 营业部总经理; else empty."""
    return next((post for post in posts if post and post.endswith(name)), "")


def _chapter_of(block: Block) -> str:
    """The title of a chapter in a line without mark-up: 第四章 组织机构; else empty."""
    number = leading_number(block.text) if block.kind is Kind.TEXT else None
    return unnumbered(block.text) if number is not None and number.style == "chapter" else ""


def _is_article(block: Block) -> bool:
    number = leading_number(block.text) if block.kind is Kind.TEXT else None
    return number is not None and number.style == "article"


def _chapters(blocks: Sequence[Block]) -> Iterator[str]:
    """For each block the title of the chapter that it stands in."""
    chapter = ""
    for block in blocks:
        chapter = unnumbered(block.text) if block.kind is Kind.HEADING else _chapter_of(block) or chapter
        yield chapter.strip()


def _places(block: Block, name: str) -> bool:
    """Whether an article says where the post with a name stands: 产品放行人定员一人，对质量总监负责。"""
    return _is_article(block) and says_where(name, unnumbered(block.text))


def _described(block: Block, chapter: str) -> str:
    """The post or department that an article says something of before a list; else empty.

    `chapter`: the post that its chapter is about, whatever the name ends with: 产品放行人.
    """
    if not _is_article(block):
        return ""
    text = unnumbered(block.text).strip()
    folded = fold(text)
    said = _HEADS_LIST.search(folded)
    if said is None:
        return ""
    if chapter and folded.startswith(fold(chapter)) and _SAYS.match(folded, len(chapter)):
        return chapter
    for end in range(2, min(_LONGEST, len(text)) + 1):
        if _SAYS.match(folded, end) and _has_articles(text[:end]):
            return text[:end]
    who = text[said.start("who") : said.end("who")]
    return who if _has_articles(who) else ""


def _has_articles(name: str) -> bool:
    """Whether a name is that of a post, a department or a body."""
    return is_post(name) or is_department(name) or _BODY.fullmatch(name) is not None
