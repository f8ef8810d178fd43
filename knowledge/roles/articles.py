"""Posts in articles of a regulation: 第六条 店长在经理领导下工作。店长履行下列职责：, with a list below.

Bodies of an association have such articles too: 理事会的职权是：.

Such an article becomes a heading with its sentence and its list.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.behind import is_closing
from knowledge.roles.headings import is_department, is_post, label_of, may_be_post, unnumbered
from knowledge.roles.numbering import leading_number
from knowledge.roles.prose import prose
from knowledge.roles.told_posts import names_headed, opening_of
from knowledge.roles.unknown_posts import says_where
from knowledge.text import bare, fold

_HEADS_LIST = regex(
    r"(?:(?<=[。,;])|^)(?:赋予|授予)?(?P<who>[^。,;:]{0,14}?)(?:应当?|须|主要|具体)*(?:履行|承担|行使|享有|负有|从事)?(?:以下|下列|如下|的)?(?:主要|岗位|工作|具体|日常)*"
    r"(?P<what>(?:职责|工作|任务)(?:[和与及、]|以及)(?:主要|工作|岗位)*(?:权限|职权|权力|权利)|职责|职能|职权|权限|权力|权利|有权|工作任务|任务|工作内容|工作|负责|协作关系|协作)(?:如下|是|为|包括|有)?:$"
)
_SAYS = regex(
    r"\(|由|在|向|对|协助|接受|服从|受|归|是|主持|履行|行使|享有|承担|全面|负责|为|按|领导|直接|的|应|须"
)
_LONGEST, _LEAST, _LEAST_SAID = 14, 2, 10  # characters, posts, characters of an article about one
_OTHERS = "其他规定"  # the chapter of articles about no post
_HAS_RIGHT = regex("有权|有[^,，;；。]{1,8}权(?=$|[,，;；。])|无[^,，;；。]{1,8}权(?=$|[,，;；。])")
_LISTS_RIGHTS = regex(r"[^,，;；。:：]{0,14}(?:职权|权限|权力|权利)(?:如下|为|是|包括)?[:：](?=.)")
_TITLED = regex(r"[（(【\[](?P<name>[^()（）【】\[\]]{2,14})[】\])）]\s*(?=(?P=name))")
_COUNTED = regex(r"[（(](?:编制|定员|共)?(?P<count>\d{1,3}[人名])[)）]\s*[。:：,，]?\s*(?=.)")
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
    plain, blocks = blocks, [_untitled(block) for block in blocks]
    chapters = list(_chapters(blocks))
    own = frozenset(c for b, c in zip(blocks, chapters, strict=True) if may_be_post(c) and _places(b, c))
    told = [_described(b, c if c in own else "") for b, c in zip(blocks, chapters, strict=True)]
    named = {i: name for i, name in enumerate(told) if name}
    named |= _placed(blocks, set(named.values()))
    posts = {name for name in named.values() if is_post(name)}
    if len(posts) < _LEAST:
        return list(plain)
    about = {i: _about(block, posts) for i, block in enumerate(blocks) if i not in named}
    short = {found["short"]: found["name"] for b in blocks for found in _SHORT.finditer(unnumbered(b.text))}
    marker = _Marker({i: short.get(name, name) for i, name in named.items()}, about)
    return [made for i, block in enumerate(blocks) for made in marker.block(i, block)]


def _untitled(block: Block) -> Block:
    """An article without the name in brackets that its sentence begins with again: （店长）店长一人…."""
    found = _TITLED.match(unnumbered(block.text)) if _is_article(block) else None
    if found is None or not is_post(found["name"]):
        return block
    before = block.text[: block.text.find(found.group())]
    text = f"{before}{unnumbered(block.text)[found.end() :]}"
    return replace(block, text=text, quote=block.quote or block.text)


def _placed(blocks: Sequence[Block], listed: set[str]) -> dict[int, str]:
    """The posts of articles that say at first where one stands, with a list of their own below them or in
    another article: 第五条 店长一人，对经理负责，领导店员。"""
    headed, found = names_headed([b for b in blocks if not _is_article(b)]), dict[int, str]()
    titled = ""  # the chapter that they stand in
    for i, (block, after) in enumerate(pairwise(blocks)):
        if chapter := _chapter_of(block) or (block.text if block.kind is Kind.HEADING else ""):
            titled = unnumbered(chapter).strip()
        opened = opening_of(block, headed - {bare(titled)}, _LEAST_SAID) if _is_article(block) else None
        if opened is None or not is_post(opened.name) or _sets_up(block, opened.name, listed):
            continue
        below = after.kind is not Kind.HEADING and not _is_article(after) and not _chapter_of(after)
        if opened.name in (*listed, titled) or (below and not is_closing(after.text)):
            found[i] = opened.name
    return found


def _sets_up(block: Block, name: str, listed: Collection[str]) -> bool:
    """Whether an article says that a department has a post that another one describes: 生产科设科长1人."""
    before, _, _ = unnumbered(block.text).partition(name)
    return name in listed and "设" in before


def _about(block: Block, posts: Iterable[str]) -> str:
    """The post that an article goes on with: 店长的联系对象为…; empty where it begins with none."""
    text = unnumbered(block.text) if _is_article(block) else ""
    own = max((post for post in posts if text.startswith(post)), key=len, default="")
    return own if own and _SAYS.match(fold(text), len(own)) else ""


class _Marker:
    """Goes through the blocks; `inside`: whose article it is in, `titled`: the post that a section is about,
    until its first list (第二节 值班主任)."""

    def __init__(self, named: dict[int, str], about: dict[int, str]) -> None:
        self._named, self._about = named, about
        self._described = frozenset(named.values())
        self._level, self._chapter, self._inside, self._titled = 1, "", "", ""

    def block(self, at: int, block: Block) -> Iterator[Block]:
        """The blocks that one becomes."""
        if block.kind is Kind.HEADING:
            self._level, title = block.level, unnumbered(block.text)
            self._opens(f"{title}规定" if label_of(title) else title)  # 第二章 岗位 is no name of a post
            yield block
        elif title := _chapter_of(block):
            self._opens(title)
            yield block
        elif at in self._named:
            name = self._named[at]
            own = _of_chapter(name, (self._inside, self._titled))
            opened = list(_opened(block, own or name, self._level + 1))
            yield from opened[1:] if own else opened  # duties, then powers of one post
            self._inside, self._titled = own or name, ""
        elif _is_article(block):
            yield from self._article(block, self._about.get(at, ""))
        else:
            yield block

    def _opens(self, chapter: str) -> None:
        self._chapter, self._inside = chapter, ""
        self._titled = chapter if is_post(chapter) or chapter in self._described else ""

    def _article(self, block: Block, about: str) -> Iterator[Block]:
        """An article that heads no list: about the post of its chapter, of the one before, or about none."""
        plain = replace(block, text=unnumbered(block.text), quote=block.quote or block.text)
        if (self._titled or self._inside) and (right := _right_of(block)):
            yield replace(block, text=f"{_POWERS}：")
            yield replace(block, text=right)
        elif about and not self._titled and about != self._inside:
            self._inside = about
            yield from _opened(block, about, self._level + 1)
        elif self._inside and not about and _goes_on(block):
            yield from list(_opened(block, self._inside, self._level + 1))[1:]
        elif self._titled or about or self._inside == self._chapter != "":
            yield plain  # 第九条 值班主任对经理负责
        elif self._inside:
            self._inside = ""
            yield block.as_heading(self._level + 1, self._chapter or _OTHERS)
            yield plain if self._chapter else block  # whose number would count as a post's
        else:
            yield block


def _goes_on(block: Block) -> bool:
    """Whether an article is about the post of the one before without its name: 其主要职责是：."""
    text = fold(unnumbered(block.text)).strip()
    said = _HEADS_LIST.match(text)
    return text.startswith(prose().pronouns) or (said is not None and not said["who"])


def _opened(block: Block, name: str, level: int) -> Iterator[Block]:
    """The heading of an article about a post or a department, what it says, and the label of its list."""
    text = unnumbered(block.text)
    yield block.as_heading(level, name)
    if counted := _COUNTED.match(text, len(name) if text.startswith(name) else len(text)):
        yield replace(block, text=f"编制：{counted['count']}", quote=text[: counted.end()])
        text = text[counted.end() :]
    said = _HEADS_LIST.search(fold(text).strip())
    if said is None:
        yield replace(block, text=text, quote=block.quote or block.text)
        return
    lead = text[: said.start()].rstrip(" ,，;；")
    if lead and lead != name and not lead.startswith(_PURPOSE):
        yield replace(block, text=lead, quote=lead)
    what = said["what"]
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
