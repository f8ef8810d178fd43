"""Where the description of a post begins, and in which department it stands."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading


def _read(text: str, markdown: bool = False) -> Reading:
    return read_roles((read_markdown if markdown else read_plain)("文件", text))


def _duties(reading: Reading) -> dict[str, list[str]]:
    return {role.name: [duty.title.text for duty in role.duties] for role in reading.roles}


def test_duties_without_numbers() -> None:
    text = (
        "理发店各岗位职责\n\n店长职责：\n管好店面。\n安排班次。\n处理投诉。\n\n"
        "洗头工职责：\n对店长负责，给客人洗头。\n清洗毛巾。\n打扫地面。\n\n注意事项：\n上班不得饮酒；\n损坏工具照价赔偿。\n"
    )
    reading = _read(text)
    assert _duties(reading) == {
        "店长": ["管好店面", "安排班次", "处理投诉"],
        "洗头工": ["对店长负责，给客人洗头", "清洗毛巾", "打扫地面"],
    }
    assert reading.roles[1].superiors == ("店长",)


def test_a_paragraph_for_each_post() -> None:
    text = (
        "第二机务段工作人员职责\n\n"
        "段长：在局长的领导下，主持全段工作；签发工作票；召开例会。\n\n"
        "检车员：在段长的领导下，检查车辆；填写检车记录；上报故障。检车员一职由技术员兼任。\n\n"
        "以上职责自印发之日起执行。\n\n第二机务段办公室\n2018年3月6日\n"
    )
    reading = _read(text)
    assert _duties(reading) == {
        "段长": ["在局长的领导下，主持全段工作", "签发工作票", "召开例会"],
        "检车员": ["在段长的领导下，检查车辆", "填写检车记录", "上报故障"],
    }
    assert [role.superiors for role in reading.roles] == [("局长",), ("段长",)]


@pytest.mark.parametrize(
    "title",
    ["向阳小学岗位职责", "县汽车站工作人员岗位职责", "第二医院护理人员岗位职责", "康乐养老服务中心岗位职责"],
)
@pytest.mark.parametrize("remark", ["（2019年修订）\n\n", "*2022年修订*\n\n", ""])
def test_a_title_about_a_place_is_no_post(title: str, remark: str) -> None:
    text = (
        f"# {title}\n\n{remark}## 组长\n\n职责：\n1. 排班\n2. 点名\n\n## 组员\n\n职责：\n1. 值班\n2. 登记\n"
    )
    assert list(_duties(_read(text, markdown=True))) == ["组长", "组员"]


def test_labels_with_a_line_drawn_to_their_values() -> None:
    form = "【{name}】\n上级领导 —— {above}\n下级人员 —— {below}\n定员 —— 4\n工作内容\n◎ 上料\n◎ 清机\n\n"
    text = "光明印刷厂岗位说明\n\n" + form.format(name="胶印机长", above="车间主任", below="二手、学徒")
    reading = _read(text + form.format(name="打样员", above="车间主任", below="无"))
    assert _duties(reading) == {"胶印机长": ["上料", "清机"], "打样员": ["上料", "清机"]}
    assert [role.superiors for role in reading.roles] == [("车间主任",), ("车间主任",)]
    assert [role.subordinates for role in reading.roles] == [("二手", "学徒"), ()]


@pytest.mark.parametrize("line", ["上级 = 店长", "上级…店长", "上级 -- 店长", "上级 → 店长", "上级：店长"])
def test_what_parts_a_label_and_its_value(line: str) -> None:
    (role,) = _read(f"岗位名称：收银员\n{line}\n岗位职责：\n1、收款。\n").roles
    assert role.superiors == ("店长",)


@pytest.mark.parametrize("line", ["1、上级-下级沟通顺畅。", "1、上传下达。"])
def test_a_line_inside_a_sentence_parts_nothing(line: str) -> None:
    (role,) = _read(f"岗位名称：收银员\n岗位职责：\n{line}\n").roles
    assert role.superiors == ()
    assert len(role.duties) == 1


def test_articles_of_one_post_and_of_two() -> None:
    text = (
        "第一章 总则\n第一条 制定本办法。\n第二章 职责\n第二条 台长\n（一）主持工作。\n（二）签发节目。\n"
        "第三条 播音员、录音员\n（一）播音员对台长负责，播报新闻。\n（二）录音员按时录音。\n"
        "（三）爱护设备。\n"
    )
    assert _duties(_read(text)) == {
        "台长": ["主持工作", "签发节目"],
        "播音员": ["播音员对台长负责，播报新闻", "爱护设备"],
        "录音员": ["录音员按时录音", "爱护设备"],
    }


def test_people_with_duties_of_their_own_are_a_post() -> None:
    assert _duties(_read("保洁人员岗位职责\n1、清扫楼道。\n2、清运垃圾。\n")) == {
        "保洁人员": ["清扫楼道", "清运垃圾"]
    }


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "一、编务室\n（一）编务主任\n1、在社长领导下工作。\n2、排版。\n（二）校对员\n1、校对。\n2、归档。\n"
            "二、发行科\n（一）投递员\n1、投递。\n2、收订。\n",
            False,
        ),
        (
            "## 编务室\n\n### 编务主任\n\n职责：\n1. 排版\n\n### 校对员\n\n职责：\n1. 校对\n\n"
            "## 发行科\n\n### 投递员\n\n职责：\n1. 投递\n",
            True,
        ),
    ],
)
def test_posts_below_the_heading_of_their_department(text: str, markdown: bool) -> None:
    departments = {role.name: role.department for role in _read(text, markdown).roles}
    assert departments == {"编务主任": "编务室", "校对员": "编务室", "投递员": "发行科"}


def test_a_post_beside_the_heading_of_a_department_is_not_in_it() -> None:
    text = "## 编务室\n\n### 校对员\n\n职责：\n1. 校对\n\n## 门卫\n\n职责：\n1. 看门\n"
    assert [role.department for role in _read(text, markdown=True).roles] == ["编务室", ""]


def test_counted_titles_below_a_list() -> None:
    text = (
        "行业协会组织架构及秘书处职责\n一、组织架构\n协会设会长1人，秘书长1人。\n"
        "二、秘书长职责\n（一）主持日常工作；\n（二）召集会议。\n三、干事职责\n（一）收发文件；\n（二）催收会费。\n"
    )
    assert _duties(_read(text)) == {"秘书长": ["主持日常工作", "召集会议"], "干事": ["收发文件", "催收会费"]}


def test_a_counted_line_for_each_post_with_its_items_in_it() -> None:
    text = (
        "剧组岗位职责\n\n一、制片主任：对制片人负责。1.编制拍摄计划；2.审批2000元以内的支出。\n"
        "二、剧务：在制片主任领导下工作。1.安排食宿；2.办理通告单。\n三、场记：1.记录镜头；2.向导演负责。\n\n"
        "报销：剧务填单→制片主任审核→制片人批准。\n"
    )
    reading = _read(text)
    assert _duties(reading) == {
        "制片主任": ["对制片人负责", "编制拍摄计划", "审批2000元以内的支出"],
        "剧务": ["在制片主任领导下工作", "安排食宿", "办理通告单"],
        "场记": ["记录镜头", "向导演负责"],
    }
    assert [role.superiors for role in reading.roles] == [("制片人",), ("制片主任",), ("导演",)]
    assert [[step.who for step in approval.steps] for approval in reading.approvals] == [
        ["剧务", "制片主任", "制片人"]
    ]


@pytest.mark.parametrize(
    ("label", "value", "names"),
    [
        ("管理", "操作员、巡检工", ("操作员", "巡检工")),
        ("带领", "巡检工", ("巡检工",)),
        ("管理", "设备台账", ()),
        ("管理", "巡检工的排班", ()),
    ],
)
def test_a_word_for_leading_as_a_label(label: str, value: str, names: tuple[str, ...]) -> None:
    text = f"## 中控主任\n\n- 上级：生产副总\n- {label}：{value}\n- 编制：1\n\n**职责**\n\n1. 制定规程\n"
    (role,) = _read(text, markdown=True).roles
    assert role.subordinates == names


def test_ranks_below_departments_that_a_sentence_describes() -> None:
    text = (
        "公交公司岗位责任制\n一、调度室\n调度室负责线路的调度；负责运力的调配。全室12人，其中主任1人、调度员10人。\n"
        "（一）主任\n1、对经理负责。\n2、审批改线方案。\n（二）调度员\n1、在主任领导下发车。\n2、处理突发情况。\n"
        "二、票务室\n（一）主任\n1、对财务总监负责。\n2、审核票款报表。\n"
        "（二）点钞员\n1、服从主任领导，清点票款。\n2、登记。\n"
        "三、费用审批\n1、车辆维修由调度室主任批准。\n"
    )
    organization = Organization([_read(text)])
    above = {name: [line.superior for line in organization.superiors(name)] for name in organization.roles}
    assert above == {
        "调度室主任": ["经理"],
        "调度员": ["调度室主任"],
        "票务室主任": ["财务总监"],
        "点钞员": ["票务室主任"],
        "经理": [],
        "财务总监": [],
    }
    assert [role.department for role in organization.described()] == ["调度室", "调度室", "票务室", "票务室"]
    assert [approval.steps[0].who for approval in organization.approvals] == ["调度室主任"]


def test_a_paragraph_behind_the_number_of_a_post() -> None:
    text = (
        "枫林小学德育处工作分工\n\n"
        "德育主任（1人）：由分管副校长领导，主持工作。负责制订计划；组织升旗；指导家访。\n\n"
        "辅导员（2人）：在德育主任领导下，负责少先队工作。组织入队仪式；管理广播站；编排活动课。\n\n"
        "心理教师（1人）：归德育主任管理。开设心理课；接待咨询；开展培训。\n"
    )
    reading = _read(text)
    assert _duties(reading) == {
        "德育主任": ["负责制订计划", "组织升旗", "指导家访"],
        "辅导员": ["组织入队仪式", "管理广播站", "编排活动课"],
        "心理教师": ["开设心理课", "接待咨询", "开展培训"],
    }
    assert [role.superiors for role in reading.roles] == [("分管副校长",), ("德育主任",), ("德育主任",)]
    assert [role.department for role in reading.roles] == ["德育处"] * 3


def test_a_remark_between_the_name_of_a_post_and_its_title() -> None:
    reading = _read(
        "药师职责\n一、审核处方。\n二、发药。\n\n安全员（兼）职责\n一、由药师兼任。\n二、组织演练。\n"
    )
    assert [role.name for role in reading.roles] == ["药师", "安全员"]


def test_the_name_of_a_post_in_brackets_opens_its_description() -> None:
    reading = _read("中队岗位\n\n【中队长】\n主持中队全面工作。\n1. 组织巡查；\n2. 签发文书；\n")
    assert _duties(reading) == {"中队长": ["组织巡查", "签发文书"]}
