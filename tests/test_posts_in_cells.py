"""Posts that a cell, the cells of a column, or a row of a single cell describe."""

import pytest

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.html import read_html
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading
from knowledge.roles.role import Role


def _table(*rows: str) -> Reading:
    """The reading of a table below a title; `/` breaks a line of a cell, one cell alone spans all columns."""
    width = max(row.count("|") + 1 for row in rows)
    blocks = [Block(Kind.HEADING, "茶饮门店岗位职责", Source("a", 1), 1, quote="茶饮门店岗位职责")]
    for line, row in enumerate(rows, start=2):
        cells = tuple(cell.replace("/", "\n") for cell in row.split("|"))
        spans = (width,) if len(cells) == 1 else (1,) * len(cells)
        text = " | ".join(cells)
        blocks.append(Block(Kind.ROW, text, Source("a", line), cells=cells, spans=spans, table=1, quote=text))
    return read_roles(Document("a", tuple(blocks)))


def _told(role: Role) -> tuple[str, tuple[str, ...], tuple[str, ...], list[str], list[str]]:
    rights = [item.text for listing in role.authorities for item in listing.items]
    return role.name, role.superiors, role.subordinates, [d.title.text for d in role.duties], rights


_MANAGER = ("店长", ("区域督导",), ("值班长",), ["排班", "盘点"], ["退款的审批"])
_LEAD = ("值班长", ("店长",), (), ["交接班"], ["换班"])


@pytest.mark.parametrize(
    "rows",
    [
        (  # a column each, labels inside the cells
            "店长岗位职责|值班长岗位职责",
            "上级：区域督导/下级：值班长|上级：店长/下级：无",
            "岗位职责/1．排班/2．盘点|岗位职责/1．交接班",
            "岗位权限/1．退款的审批|岗位权限/1．换班",
        ),
        (  # all in one cell each
            "店长|值班长",
            "上级：区域督导/下级：值班长/职责：/1、排班/2、盘点/权限：/1、退款的审批"
            "|上级：店长/下级：无/职责：/1、交接班/权限：/1、换班",
        ),
        (  # the name in a row of its own above the form, duties and rights beside each other
            "（1）店长",
            "直接上级|区域督导|直接下级|值班长",
            "序号|岗位职责|岗位权限|考核指标",
            "1|排班|退款的审批|及时率",
            "2|盘点||差错",
            "（2）值班长",
            "直接上级|店长|直接下级|无",
            "序号|岗位职责|岗位权限|考核指标",
            "1|交接班|换班|差错",
        ),
        (  # the post once, beside the rows of its labels and values
            "岗位|项目|内容",
            "店长|直接上级|区域督导",
            "|直接下级|值班长",
            "|岗位职责|1. 排班/2. 盘点",
            "|岗位权限|1. 退款的审批",
            "值班长|直接上级|店长",
            "|直接下级|无",
            "|岗位职责|1. 交接班",
            "|岗位权限|1. 换班",
        ),
        (  # a row each: the post, and all that is said of it
            "店长|上级：区域督导/下级：值班长/职责：/1、排班/2、盘点/权限：/1、退款的审批",
            "值班长|上级：店长/下级：无/职责：/1、交接班/权限：/1、换班",
        ),
    ],
)
def test_posts_are_told_apart(rows: tuple[str, ...]) -> None:
    assert [_told(role) for role in _table(*rows).roles] == [_MANAGER, _LEAD]


def test_an_odd_post_stands_alone_in_its_row() -> None:
    reading = _table(
        "店长|值班长",
        "上级：区域督导/职责：/1、排班|上级：店长/职责：/1、交接班",
        "库管员|",
        "上级：店长/职责：/1、发料|",
    )
    assert [(r.name, r.superiors, len(r.duties)) for r in reading.roles] == [
        ("店长", ("区域督导",), 1),
        ("值班长", ("店长",), 1),
        ("库管员", ("店长",), 1),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("店长|值班长", "李某|张某"),  # who holds the posts
        ("店长|值班长", "排班、盘点|交接班"),  # no labels: nothing says what the cells are
        ("店长|协作事项", "值班长|交接班"),
        ("岗位|项目|内容", "店长|电话|123", "|传真|456", "值班长|电话|789", "|传真|012"),
    ],
)
def test_other_tables_are_no_descriptions(rows: tuple[str, ...]) -> None:
    assert not any(role.duties or role.superiors for role in _table(*rows).roles)


_PAGE = (
    "<h1>理赔中心岗位职责</h1><h2>理赔主管</h2><dl><dt>直接上级</dt><dd>理赔总监</dd>"
    "<dt>岗位职责</dt><dd>分派案件；</dd><dd>复核赔案；</dd></dl>"
    "<h2>查勘员</h2><dl><dt>编制<dd>14人<dt>岗位职责<dd>拍照取证</dl>"
    "<p>上一篇：组织机构　下一篇：理赔流程</p>"
)


def test_a_list_of_definitions() -> None:
    lead, surveyor = read_roles(read_html("a.html", _PAGE)).roles
    assert _told(lead) == ("理赔主管", ("理赔总监",), (), ["分派案件", "复核赔案"], [])
    assert _told(surveyor) == ("查勘员", (), (), ["拍照取证"], [])


def test_a_list_of_definitions_whose_terms_are_posts() -> None:
    page = "".join(
        f"<dt>{name}</dt><dd>上级：{above}</dd><dd>职责：</dd><dd>1、{does}</dd>"
        for name, above, does in (("理赔主管", "理赔总监", "分派案件"), ("查勘员", "理赔主管", "拍照取证"))
    )
    roles = read_roles(read_html("a.html", f"<h1>理赔中心岗位职责</h1><dl>{page}</dl>")).roles
    assert [_told(role)[:4] for role in roles] == [
        ("理赔主管", ("理赔总监",), (), ["分派案件"]),
        ("查勘员", ("理赔主管",), (), ["拍照取证"]),
    ]


def test_a_blank_label_that_ends_like_a_post_heads_nothing() -> None:
    form = (
        "岗位名称|店长",
        "直接上级|区域督导",
        "岗位定员|",
        "工作职责|1、排班/2、盘点",
        "费用权|1、退款的审批",
        "人事权限|1、换班",
    )
    (role,) = _table(*form).roles
    assert _told(role) == ("店长", ("区域督导",), (), ["排班", "盘点"], ["退款的审批", "换班"])
    assert [listing.kind for listing in role.authorities] == ["费用权", "人事权限"]


def test_rows_of_a_single_cell_that_begin_with_a_label() -> None:
    form = (
        "岗位名称|店长|直接上级|区域督导",
        "岗位概要：管好门店。",
        "主要职责与任务",
        "1．排班/2．盘点",
        "工作权限/1．退款的审批/2．换班",
        "协作关系 内部：仓库 外部：供货商",
    )
    (role,) = _table(*form).roles
    assert _told(role) == ("店长", ("区域督导",), (), ["排班", "盘点"], ["退款的审批", "换班"])
    partners = {listing.kind: [item.text for item in listing.items] for listing in role.collaboration}
    assert partners == {"内部": ["仓库"], "外部": ["供货商"]}
