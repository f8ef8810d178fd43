"""Drawing: lines that fit, and outside strings that stay text."""

from xml.etree import ElementTree

import pytest

from bot.pictures.canvas import LACKING, Canvas, wrap
from bot.pictures.font import font


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("客户开发主管", 60, 3, ["客户开发主管"]),
        ("客户开发主管", 30, 3, ["客户开", "发主管"]),
        ("客户开发主管", 30, 1, ["客户…"]),
        ("客户开发主管", 25, 2, ["客户", "开…"]),
        ("客户、主管", 20, 3, ["客", "户、", "主管"]),
        ("高级Architect经理", 68, 3, ["高级Architect", "经理"]),
        ("高级Architect经理", 50, 3, ["高级", "Architect", "经理"]),
        ("ABCDEFGHIJKLMNOP", 30, 2, None),
        ("客户\n开发\t 主管", 200, 2, ["客户 开发 主管"]),
        ("", 100, 2, [""]),
        ("客户", 1, 5, ["客", "户"]),
    ],
)
def test_wrapping(text: str, width: float, most: int, lines: list[str] | None) -> None:
    wrapped = wrap(text, 10, width, most)
    assert len(wrapped) <= most
    if lines is not None:
        assert wrapped == lines
    assert width < 10 or all(font().width(line, 10) <= width for line in wrapped)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ('<b>&"经理"</b>', '<b>&"经理"</b>'),
        ("]]></text><script>x</script>", "]]></text><script>x</script>"),
        ("经\x00理\x1b[31m\u202e\ufeff\ud800", "经理[31m"),
        ("两行\n一格\t文字", "两行 一格 文字"),
        ("\U0001f680组长", f"{LACKING}组长"),
        ("e\u0301", "é"),
    ],
)
def test_outside_strings_stay_text(text: str, drawn: str) -> None:
    canvas = Canvas(500)
    canvas.text(0, 50, text, 40, "#000000")
    root = ElementTree.fromstring(canvas.svg(100, "#ffffff"))
    assert [element.text for element in root if element.tag.endswith("text")] == [drawn]
    assert len(root) == 2


def test_what_the_font_lacks_is_told() -> None:
    canvas = Canvas(500)
    canvas.text(0, 50, "陶喆和王喆、李镕", 40, "#000000")
    assert list(canvas.lacking) == ["喆", "镕"]
