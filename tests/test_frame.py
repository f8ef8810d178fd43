"""The page around a document: what of it goes, and what looks like it and stays."""

import pytest

from knowledge.documents.document import PAGE_BREAK
from knowledge.documents.plain import read_plain


def _content(text: str) -> list[str]:
    return [block.text for block in read_plain("a.txt", text).blocks]


_HEAD = "岗位名称：会计"


@pytest.mark.parametrize(
    "line",
    [
        "第1页 / 共10页",
        "第3页 共8页",
        "第3页，共8页",
        "3 / 8",
        "3/8",
        "- 3 -",
        "某某公司岗位说明书_第3页",
        "内部资料 严禁外传　　第2页 共4页",
        "上传人：张** 文档编号：101 上传时间：2022-06-04 格式：DOC 大小：190KB",
        "编号:308 上传时间:2023-02-18 格式:DOC 页数:4",
        "返回 下载 相关 举报",
        "收藏 举报 分享到微信",
        "首页 > 资料分类 > 管理",
        "首页 | 关于我们 | 组织机构 | 联系方式",
        "上一篇：公司组织机构　下一篇：理赔流程",
        "当前位置：首页 > 制度",
        "[ 字体：大 中 小 ] [ 打印 ] [ 关闭 ]",
        "浏览次数：33",
        "点击查看更多>>",
        "《岗位说明书》由会员分享，可在线阅读，更多相关请在网上搜索。",
        "亲，该文档总共4页，到这儿已超出免费预览范围",
        "京ICP备19009999号",
        "Copyright 2021-2024 example",
        "版权所有：某某网",
        "客服电话：400-0551-7788",
        "https://www.example.com/doc/1.html",
        "网址：www.example.com",
    ],
)
def test_lines_of_frame(line: str) -> None:
    assert _content(f"{_HEAD}\n{line}\n直接上级：财务经理") == [_HEAD, "直接上级：财务经理"]


@pytest.mark.parametrize(
    "line",
    [
        "1、登记客户联系电话，更新档案；",
        "2、登录www.example.com上报数据；",
        "3、办理软件版权所有权登记；",
        "4、受理举报，三日内答复；",
        "5、详见员工手册第12页",
        "6、完成率不低于2/3",
        "7、相关文档的归档管理；",
        "8、下载并核对银行对账单；",
        "人数：3/4 到岗",
        "大小会议的会务安排",
        "岗位人员",
        "12",
    ],
)
def test_content_that_looks_like_frame(line: str) -> None:
    assert _content(f"{_HEAD}\n{line}\n直接上级：财务经理") == [_HEAD, line, "直接上级：财务经理"]


@pytest.mark.parametrize("begin", ["资源描述", "文档简介", "内容简介", "正文内容"])
def test_what_stands_above_the_beginning_goes(begin: str) -> None:
    assert _content(f"会计岗位说明书.doc\n浏览次数：3\n{begin}\n{_HEAD}") == [_HEAD]


def test_a_beginning_without_other_frame_is_a_heading() -> None:
    assert _content(f"图书编辑手册\n内容简介\n{_HEAD}") == ["图书编辑手册", "内容简介", _HEAD]


@pytest.mark.parametrize(
    "end",
    ["展开阅读全文", "相关推荐", "最新文档", "当前位置：首页 > 图纸", "免责声明：本站……", "版权所有：某某网"],
)
def test_what_stands_below_the_end_goes(end: str) -> None:
    assert _content(f"{_HEAD}\n{end}\n护士年终总结") == [_HEAD]


def test_weak_ends_close_only_a_page_with_other_frame() -> None:
    assert _content(f"{_HEAD}\n温馨提示\n按时打卡") == [_HEAD, "温馨提示", "按时打卡"]
    assert _content(f"浏览次数：3\n{_HEAD}\n温馨提示\n按时打卡") == [_HEAD]


def test_bare_numbers_are_pages_where_they_count_up() -> None:
    assert _content("甲\n1\n乙\n2\n丙\n3") == ["甲", "乙", "丙"]
    assert _content("岗位人员\n1\n岗位人员\n1") == ["岗位人员", "1", "岗位人员", "1"]


def test_a_page_number_at_the_end_of_a_long_line_is_cut_off() -> None:
    assert _content("外部各大银行10 / 10") == ["外部各大银行"]
    assert _content("外部各大银行10/10") == ["外部各大银行"]


def test_a_page_number_inside_a_line_becomes_a_break_of_the_same_length() -> None:
    text = "外部护理院校2 / 9护理部岗位说明书 第5页 共9页 2、汇总9 / 9"
    (line,) = _content(text)
    assert line == "外部护理院校" + PAGE_BREAK * 5 + "护理部岗位说明书" + PAGE_BREAK * 9 + "2、汇总"
    assert len(line) == len(text) - len("9 / 9")


def test_a_fraction_is_no_page_number() -> None:
    assert _content("出席人数达2/3以上，得票过1/2的当选") == ["出席人数达2/3以上，得票过1/2的当选"]


def test_the_head_of_every_page_goes() -> None:
    text = "保安岗位说明书\n1、巡查，检查各岗的交\n第1页 共2页\n保安岗位说明书\n接情况；"
    assert _content(text) == ["保安岗位说明书", "1、巡查，检查各岗的交", "接情况；"]


_TITLE = "泵站岗位职责汇编"


@pytest.mark.parametrize("foot", [_TITLE, "泵站 岗位职责汇编 ", "某市水务集团公司 "])
def test_the_title_beside_a_page_number_inside_a_text_goes_too(foot: str) -> None:
    items = [f"{n}.{item}" for n, item in enumerate(("编制开机计划；", "登记水位；", "联系供电所。"), 1)]
    text = "".join(f"{item}{foot}第{page}页 共9页" for page, item in enumerate(items, 2)) + "4.保管钥匙。"
    (_, content) = _content(f"{_TITLE}\n{text}")
    assert content.replace(PAGE_BREAK, "") == "".join(items) + "4.保管钥匙。"


def test_an_item_with_a_page_number_behind_it_is_no_line_of_frame() -> None:
    (_, content) = _content("岗位职责\n2.登记水位，上报数据 第2页 共9页")
    assert content.startswith("2.登记水位，上报数据")
