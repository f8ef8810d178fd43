"""Forms whose text a web page ran together, drawn by a seed, and one that goes on in the next line."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from tests.flattened import Flattened, faults


@pytest.mark.parametrize("seed", range(150))
def test_a_drawn_page_is_read_as_it_is_written(seed: int) -> None:
    page = Flattened(seed)
    assert not faults(page), page.text


_PAGE = """岗位名称泵站站长所属部门泵站岗位编号BZ-1直接上级水务所所长直接下级泵工定员1\
岗位概述管好泵站岗位职责1、编制开机计划
2、按岗位职责要求检查泵工的记录2、登记水位3、联系供电所岗位权限开停机的决定权工作协作供电所、各村委会
岗位名称泵工所属部门泵站岗位编号BZ-2直接上级泵站站长直接下级无定员4\
岗位概述按指令开停机岗位职责1、开停水泵2、记录水位岗位权限无工作协作泵站站长
"""


def test_a_form_goes_on_in_the_next_line() -> None:
    head, keeper = read_roles(read_plain("a.txt", _PAGE)).roles
    tasks = [duty.title.text for duty in head.duties]
    assert tasks == ["编制开机计划", "按岗位职责要求检查泵工的记录", "登记水位", "联系供电所"]
    assert [item.text for listing in head.authorities for item in listing.items] == ["开停机的决定权"]
    assert [item.text for listing in head.collaboration for item in listing.items] == ["供电所", "各村委会"]
    assert head.duties[1].title.source.line == 2
    assert [item.text for listing in keeper.collaboration for item in listing.items] == ["泵站站长"]
