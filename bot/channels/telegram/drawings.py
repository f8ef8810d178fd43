"""Pictures by the words that name them in a written-down call: `chart 岗位`, `path 问题`, and the page."""

from functools import lru_cache

from bot.channels.telegram.shelf import Shelf
from bot.pictures.chart import organization_chart
from bot.pictures.path import path_picture
from bot.pictures.picture import Picture
from bot.pictures.render import png_beside
from knowledge import Handbook

_KEPT = 32  # pictures


def draw(handbook: Handbook, kind: str, subject: str) -> Picture | None:
    """The `chart` of a role (empty: of all), or the `path` that answers a question; None where there is
    none."""
    if kind == "chart":
        return organization_chart(handbook.organization, subject)
    return path_picture(handbook.ask(subject)[0])


def name_picture(kind: str, subject: str, page: int) -> str:
    """The words that name a page of a picture."""
    return f"{kind} {page} {subject}"


_drawn = lru_cache(_KEPT)(draw)


class Drawings:
    """Draws what calls name, from the handbook that is current."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def page(self, name: str) -> bytes | None:
        """The PNG of a page; None where the documents have no such picture any more. To be called in a thread
        of its own, which others do not wait for."""
        kind, page, subject = name.split(" ", 2)
        handbook = self._shelf.handbook
        if kind == "chart" and subject and subject not in handbook.organization.roles:
            return None
        picture = drawn(handbook, kind, subject)
        sheets = picture.sheets if picture is not None else ()
        return png_beside(sheets[int(page)]) if int(page) < len(sheets) else None


def drawn(handbook: Handbook, kind: str, subject: str) -> Picture | None:
    """The same as `draw`; what was drawn lately is not drawn again."""
    return _drawn(handbook, kind, subject)
