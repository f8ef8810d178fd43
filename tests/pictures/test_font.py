"""The font that ships: what it has, how wide it is, and that it draws."""

from importlib.resources import files

import pytest

from bot.pictures.canvas import Canvas
from bot.pictures.font import font
from bot.pictures.picture import make_sheet, png


def test_every_simplified_character_is_there() -> None:
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = {row.decode("gb2312", "ignore") for row in rows} - {""}
    assert len(characters) > 6700
    assert {c for c in characters if not font().has(c)} == set()


@pytest.mark.parametrize("text", ["產品經理", "R&D <3>", "“报销”…—·→〓└", "（１２３）", "Ünïté"])
def test_other_text_of_documents_is_there(text: str) -> None:
    assert [c for c in text if not font().has(c)] == []


@pytest.mark.parametrize(("text", "width"), [("中", 1.0), ("中文，", 3.0), ("", 0.0), ("\U0001f680", 1.0)])
def test_widths(text: str, width: float) -> None:
    assert font().width(text, 10) == pytest.approx(10 * width)


def test_letters_have_widths_of_their_own() -> None:
    assert 0.2 < font().advances["i"] < font().advances["n"] < font().advances["W"] < 1


def test_what_is_written_is_drawn() -> None:
    drawn = set()
    for text in ("", "甲", "乙", "喆"):
        canvas = Canvas(120)
        canvas.text(10, 60, text, 50, "#000000")
        drawn.add(png(make_sheet(canvas, 80)))
    assert len(drawn) == 4


def test_the_licence_comes_along() -> None:
    text = files("bot.pictures").joinpath("font", "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Copyright" in text
