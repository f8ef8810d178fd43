"""An organization chart for a phone: a tree from top to bottom, big type, as many pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.canvas import Pen
from bot.pictures.card import Card, draw_card, make_card
from bot.pictures.picture import Picture, make_sheet
from bot.pictures.sheet import Sheet
from bot.pictures.style import style, words
from bot.pictures.tree import Link, Post, Row, Tree
from knowledge.organization import Organization

_MOST_POSTS, _MOST_NEAR, _MOST_PAGES = 60, 18, 6
_MOST_SUPERIORS = 3  # besides the one above
_MOST_REPEATED = 6  # superiors at the head of a page
_TREE = "　"  # what a line of the text is indented with for each level


@dataclass(frozen=True, slots=True)
class _Place:
    """A row as it is drawn: its box and its left edge; `repeated` from the page before."""

    row: Row
    card: Card
    left: float
    repeated: bool = False


def organization_chart(organization: Organization, name: str = "") -> Picture:
    """The chart of the whole organization, or of what is around a role (a canonical name). A big organization
    is cut to its upper levels, and every cut says how many posts it leaves out."""
    rows, title = _rows(organization, name)
    pages = _pages(rows)
    lacking: dict[str, None] = {}
    drawn = []
    for number, page in enumerate(pages, 1):
        part = words()["page"].format(number=number, count=len(pages)) if len(pages) > 1 else ""
        sheet = Sheet(title, part)
        _draw(sheet, page)
        drawn.append(make_sheet(sheet.canvas, sheet.finish(_legend(page))))
        lacking |= sheet.canvas.lacking
    return Picture(title, tuple(drawn), _text(rows, title), tuple(lacking))


def chart_text(organization: Organization, name: str = "") -> str:
    """What `organization_chart` shows, in words alone."""
    return _text(*_rows(organization, name))


def _rows(organization: Organization, name: str) -> tuple[list[Row], str]:
    """The rows of a chart, no more than its pages hold, and its title."""
    tree = Tree(organization)
    rows = tree.around(name, _MOST_NEAR) if name else tree.whole(_MOST_POSTS)
    title = words()["title_near"].format(role=name) if name else words()["title"]
    pages = _pages(rows)
    if len(pages) > _MOST_PAGES:
        kept = sum(not place.repeated for page in pages[:_MOST_PAGES] for place in page) - 1
        left = sum(row.post is not None for row in rows[kept:])
        rows = [*rows[:kept], Row(0, more=left)]
    return rows, title


def _pages(rows: Sequence[Row]) -> list[list[_Place]]:
    """The rows in their places, page by page; a page that begins below somebody repeats who stands above."""
    step = min(style()["indent"], style()["most_indent"] / max([1, *(row.depth for row in rows)]))
    pages: list[list[_Place]] = [[]]
    line: list[Row] = []
    used = 0.0
    for row in rows:
        line[row.depth :] = [row]
        place = _place(row, step)
        if pages[-1] and used + place.card.height > style()["page_height"]:
            above = [_place(high, step, repeated=True) for high in line[:-1]]
            pages.append(above[-_MOST_REPEATED:])
            used = sum(high.card.height + style()["gap"] for high in pages[-1])
        pages[-1].append(place)
        used += place.card.height + style()["gap"]
    return pages


def _place(row: Row, step: float, repeated: bool = False) -> _Place:
    left = style()["margin"] + row.depth * step
    width = style()["width"] - style()["margin"] - left
    if row.post is None:
        card = make_card("", [_more(row)], width, "plain")
    elif repeated:
        card = make_card(row.post.name, (), width, "repeated", most=1)
    else:
        card = make_card(row.post.name, _facts(row, row.post), width, _look(row, row.post))
    return _Place(row, card, left, repeated)


def _look(row: Row, post: Post) -> str:
    """Which of the looks in the table a post has."""
    if not row.at_home:
        return "again"
    if row.focus:
        return "focus"
    return "plain" if post.described else "mentioned"


def _facts(row: Row, post: Post) -> list[str]:
    """What stands below a name: its department and headcount, and the superiors that the tree cannot show."""
    if not row.at_home:
        return [words()[f"again_{row.link.value}"].format(superior=post.parent)]
    place = [post.department, words()["headcount"].format(count=post.headcount) if post.headcount else ""]
    facts = [words()["between"].join(part for part in place if part)]
    facts += [words()["mentioned"]] if not post.described else []
    facts += [words()["above"].format(superior=post.parent)] if post.parent and not row.under else []
    facts += _superiors("other", post.others)
    facts += _superiors("dotted", [name for name in post.dotted if name != row.under])
    facts += [words()["dotted_only"]] if row.link is Link.DOTTED else []
    return [fact for fact in facts if fact]


def _superiors(key: str, names: Sequence[str]) -> list[str]:
    told = [words()[key].format(superior=name) for name in names[:_MOST_SUPERIORS]]
    left = len(names) - len(told)
    return [*told, *([words()[f"{key}_more"].format(count=left)] if left else [])]


def _more(row: Row) -> str:
    key = f"more_{row.link.value}" if row.under else "more"
    return words()[key].format(count=row.more)


def _draw(sheet: Sheet, page: Sequence[_Place]) -> None:
    """The boxes of a page below one another, each joined to the one it hangs below."""
    edges: dict[int, tuple[float, float]] = {}
    for place in page:
        depth, height = place.row.depth, place.card.height
        top = sheet.take(height)
        if depth - 1 in edges:
            left, bottom = edges[depth - 1]
            x, middle = left + style()["hook"], top + height / 2
            dash = style()["dash"] if place.row.link is Link.DOTTED else 0
            pen = Pen(style()["line"], 4, dash)
            sheet.canvas.line([(x, bottom), (x, middle), (place.left, middle)], pen)
        edges[depth] = place.left, top + height
        width = style()["width"] - style()["margin"] - place.left
        draw_card(sheet.canvas, place.card, place.left, top, width)


def _legend(page: Sequence[_Place]) -> list[str]:
    """What a page has to explain."""
    looks = {place.card.look for place in page}
    dotted = any(place.row.link is Link.DOTTED for place in page)
    told = [words()[f"legend_{look}"] for look in ("mentioned", "again", "repeated") if look in looks]
    return [*told, *([words()["legend_dotted"]] if dotted else [])]


def _text(rows: Sequence[Row], title: str) -> str:
    return "\n".join([title, *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    lead = f"{_TREE * (row.depth - 1)}{words()['branch']}" if row.depth else ""
    if row.post is None:
        return f"{lead}{_more(row)}"
    facts = "；".join(_facts(row, row.post))
    name = words()["focus"].format(role=row.post.name) if row.focus and row.at_home else row.post.name
    return f"{lead}{name}{words()['facts'].format(facts=facts) if facts else ''}"
