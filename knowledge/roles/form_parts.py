"""Headings that only part the form of a post: 岗位说明, 基本情况, 日常安排."""

from knowledge.roles.draft import Draft
from knowledge.roles.headings import is_chapter, is_post, post_title
from knowledge.roles.lines import Section
from knowledge.roles.unknown_posts import says_where


def is_fresh(draft: Draft | None) -> bool:
    """Whether nothing is said yet of the post under construction, if there is one."""
    return draft is None or not (draft.lines or draft.facts or draft.duties or draft.authorities)


def parts_form(draft: Draft, section: Section) -> bool:
    """Whether a heading below a post with its short fields parts its form: 日常安排 below 直接上级：…."""
    named = post_title(section.label) or section.label
    other = is_post(named) or is_chapter(section.label) or section.closing
    return bool(draft.facts) and is_post(draft.name) and 0 < draft.level < section.level and not other


def parts_post(title: Section | None, section: Section) -> bool:
    """Whether a heading only parts the form of the post that the heading above it (`title`) names."""
    if title is None or not 0 < title.level < section.level or section.closing:
        return False
    told = bool(section.lines) and says_where(title.label, section.lines[0].text)
    post = is_post(title.label) or told
    return post and not is_post(section.label) and post_title(section.label) is None
