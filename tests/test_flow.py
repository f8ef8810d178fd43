"""Printed pages put together: what stands at the edges of nearly all of them is no part of the document."""

from knowledge.documents.flow import flow
from knowledge.documents.page import Box, Line, Page

_HEAD, _FOOT = "长河市图书馆  版本：A/1", "内部文件 不得外传"


_LONG = "按期交付，并且写下记录，不得外传，也不得遗失。"


def _page(*texts: str) -> Page:
    """A small page, on which the first and last line stand far from the edge of the paper."""
    places = [Box(50, 60 + 20 * i, 60 + 9 * len(text), 70 + 20 * i) for i, text in enumerate(texts)]
    return Page(400, 500, 10.0, tuple(Line(text, box, 10.0) for text, box in zip(texts, places, strict=True)))


def _texts(*pages: Page) -> list[str]:
    return [block.text for block in flow("a.pdf", pages).blocks]


def test_lines_at_the_edges_of_all_pages_go() -> None:
    pages = [_page(_HEAD, f"第{n}条 职责。", _LONG, _FOOT) for n in "一二三"]
    assert _texts(*pages) == [text for n in "一二三" for text in (f"第{n}条 职责。", _LONG)]


def test_lines_at_the_edges_of_two_pages_or_inside_them_stay() -> None:
    assert _texts(*[_page(_HEAD, f"职责{n}。", _LONG) for n in "一二"])[0] == _HEAD
    inside = [_page(f"职责{n}。", _HEAD, _LONG, f"完成{n}。") for n in "一二三"]
    assert _texts(*inside).count(_HEAD) == 3
