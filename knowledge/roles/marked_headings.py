"""Headings told by those around them: of posts, of rules of approval, of the duties of a post."""

from collections.abc import Sequence

from knowledge.documents.document import Block, Kind
from knowledge.roles.grades import drops_grade
from knowledge.roles.headings import heading_field, is_post, post_title, unnumbered
from knowledge.roles.labels import Field
from knowledge.roles.lines import Section
from knowledge.roles.numbering import Numbered, leading_number
from knowledge.roles.openings import title_of


def heads_rules(block: Block, sections: Sequence[Section]) -> bool:
    """Whether a heading above the one of the post described last, or counted on from it, has rules of
    approval: 第三章 审批事项, ## 九、审批权限 behind ## 八、会计."""
    number = leading_number(block.text)
    chapter = number is not None and number.style == "chapter"
    posts = (s for s in reversed(sections) if s.field is Field.HEADING and is_post(title_of(s)))
    post = next(posts, None)
    if post is None or not (chapter or "审" in block.text):
        return False
    beside = block.level == post.level and _counts_on(number, leading_number(post.quote))
    return 0 < block.level < post.level or beside


def _counts_on(number: Numbered | None, above: Numbered | None) -> bool:
    """Whether a number is the next one of those above it."""
    if number is None or above is None or number.number is None or above.number is None:
        return False
    return (number.style, number.number) == (above.style, above.number + 1)


def heads_posts(block: Block, after: Block | None) -> bool:
    """Whether a heading such as 岗位职责 stands above headings that are names of posts."""
    if after is None or after.kind is not Kind.HEADING or after.level <= block.level:
        return False
    below = unnumbered(after.text)
    return is_post(below) or post_title(below) is not None


def short_title(plain: str, sections: Sequence[Section]) -> str:
    """The label behind a short name of the post: 职责 of 队长的职责： below 机务队队长; else empty."""
    post = post_title(plain) if plain.endswith((":", "：")) else None
    above = sections[-1] if sections and sections[-1].field is Field.HEADING else None
    if post is None or above is None:
        return ""
    own = title_of(above)
    short = own != post and own.endswith(post) and not drops_grade(post, own)
    label = plain[len(post) :].removeprefix("的").rstrip(":： ")
    return label if short and heading_field(label) is not None else ""
