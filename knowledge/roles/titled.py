"""What a title names, and whether the lines below it are the duties of the post that it names."""

from knowledge.roles.grades import grades
from knowledge.roles.headings import post_title
from knowledge.roles.lines import Line
from knowledge.roles.posts import Posts
from knowledge.roles.prose import prose
from knowledge.text import bare, fold

_EVERYBODY = ("各", "全体", "所有")  # a title about these names no post


def says_one_each(lines: list[Line]) -> bool:
    """Whether lines without any number are the duties of the post named above them: each is a sentence."""
    plain = all(line.depth == 0 and line.ended and not line.text.endswith(("：", ":")) for line in lines)
    return plain and len(lines) > 2


def title_name(title: str) -> str:
    """The post that a title names, else the title."""
    return post_title(title) or title.strip()


def names_post(title: str, name: str) -> bool:
    """Whether a title is the name of a post: X岗位职责, or its last word is that of one."""
    if name in prose().unnamed or name.startswith(_EVERYBODY):
        return False
    if post_title(title) is not None or bare(name).endswith(grades().heads) or Posts().is_post(fold(name)):
        return True
    return "、" in name and len(Posts().whole(fold(name).strip())) > 1
