"""The organization chart: pages that fit a phone, and the same in words."""

import pytest

from bot.pictures.chart import chart_text, organization_chart
from bot.pictures.picture import png
from bot.pictures.render import png_beside
from knowledge import Handbook
from tests.pictures.posts import broad, organization, post, size


@pytest.mark.parametrize(("posts", "pages"), [(1, 1), (3, 1), (12, 1), (40, 3), (400, 6)])
def test_pages_fit_a_phone(posts: int, pages: int) -> None:
    picture = organization_chart(broad(posts))
    assert len(picture.sheets) == pages
    for page in picture.pngs():
        width, height = size(page)
        assert width == 720
        assert height <= 1700
        assert len(page) < 1_000_000
    assert posts > 60 or all(f"第{n}组组长" in picture.text for n in range(posts))


def test_a_page_is_the_same_from_another_process() -> None:
    sheet = organization_chart(Handbook.sample().organization, "").sheets[0]
    assert png_beside(sheet) == png(sheet)


def test_what_a_cut_leaves_out_is_counted() -> None:
    text = chart_text(broad(400))
    left = [int("".join(filter(str.isdigit, line))) for line in text.split("\n") if "没有画出" in line]
    assert sum(line.count("组组长") for line in text.split("\n")) == 60
    assert sum(left) > 60


def test_around_a_role(handbook: Handbook) -> None:
    picture = organization_chart(handbook.organization, "客户开发主管")
    assert picture.title == "客户开发主管的上下级"
    assert "【客户开发主管】" in picture.text
    assert len(picture.sheets) == 1
    assert picture.text == chart_text(handbook.organization, "客户开发主管")


def test_what_a_tree_cannot_show_is_said() -> None:
    text = chart_text(
        organization(
            post("甲经理", down="司机"),
            post("乙经理", down="司机"),
            post("专员", up="甲经理", dotted="乙经理"),
        )
    )
    assert "专员（虚线上级：乙经理）" in text
    assert "专员（虚线下级，直接上级是甲经理）" in text
    assert "司机（只被提到，没有岗位说明；另一上级：乙经理）" in text


def test_long_and_strange_names() -> None:
    long = "大中华区企业级解决方案与数字化转型" * 6 + "主任"
    picture = organization_chart(organization(post("<b>总&监"), post(long, up="<b>总&监"), post("陶喆经理")))
    assert picture.lacking == ("喆",)
    assert long in picture.text
    assert "陶喆经理" in picture.text
    assert size(picture.pngs()[0])[1] < 1000


def test_a_post_with_many_superiors_stays_small() -> None:
    posts = [post(f"第{n}组组长", down="外聘顾问") for n in range(40)]
    picture = organization_chart(organization(*posts), "外聘顾问")
    assert "另外还有36个上级" in picture.text
    assert [size(page)[1] < 800 for page in picture.pngs()] == [True]


def test_the_same_documents_give_the_same_picture(handbook: Handbook) -> None:
    one, other = (organization_chart(handbook.organization) for _ in range(2))
    assert one == other
    assert one.pngs() == other.pngs()
