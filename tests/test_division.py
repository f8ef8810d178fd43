"""Running prose that divides the work of a department and says who stands below whom, drawn at random."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field

_TOP, _HEAD = "生产副总", "印务部部长"
_POSTS = {  # superior, how many, what they do
    "印前主管": (_HEAD, 1, "排定每天的拼版计划，检查菲林质量"),
    "制版员": ("印前主管", 3, "按工单晒版，保管晒版设备"),
    "仓管员": (_HEAD, 2, "办理纸张入库，盘点库存"),
    "质检员": (_HEAD, 2, "抽检印张，登记废品"),
}
_BELOW = {_HEAD: ("印前主管", "仓管员", "质检员"), "印前主管": ("制版员",)}
_NAMED = (
    "{names}{all}在{up}的领导下开展工作",
    "{names}{all}对{up}负责",
    "{names}{all}归{up}管理",
    "{names}接受{up}领导",
)
_LISTED = (
    "{up}下面有{names}",
    "{up}手下有{names}",
    "{up}管着{names}",
    "{up}直接管理{names}",
    "{up}分管{names}",
)


class Prose:
    """A text in a form drawn by a seed; `counted`: it says how many hold a post."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._one, self._word = self._pick(True, False), self._pick("人", "名")
        self._and, self._all = self._pick("、", "和", "及"), self._pick("", "均")
        self._form, does = self._pick(*_NAMED, *_LISTED), self._pick("负责", "主要负责", "，负责")
        self.counted = self._pick(True, False)
        lines = ["印务部工作分工"]
        if self.counted:
            counts = self._pick("，", "、").join(
                f"{name}{n}{self._word}" for name, (_, n, _) in _POSTS.items()
            )
            lines += [f"印务部设{_HEAD}1{self._word}，下设{counts}。"]
        relations = [f"{_HEAD}对{_TOP}负责", *(self._relation(up, names) for up, names in _BELOW.items())]
        works = [f"{name}{does}{done}" for name, (_, _, done) in _POSTS.items()]
        if self._one:
            lines += ["。".join(relations) + "。", "；".join(works) + "。"]
        else:
            lines += [f"{line}。" for line in relations]
            lines += ["部门分工如下：", *(f"{i}、{work}。" for i, work in enumerate(works, start=1))]
        self.text = "\n".join([*lines, "本分工自发布之日起执行。"])

    def _pick(self, *of: Any) -> Any:
        return self._random.choice(of)

    def _relation(self, up: str, names: tuple[str, ...]) -> str:
        several = len(names) > 1
        listed = f"{'、'.join(names[:-1])}{self._and}{names[-1]}" if several else names[0]
        return str(self._form.format(up=up, names=listed, all=self._all if several else ""))


@pytest.mark.parametrize("seed", range(40))
def test_any_prose_gives_the_same_organization(seed: int) -> None:
    drawn = Prose(seed)
    organization = Organization([read_roles(read_plain("分工.txt", drawn.text))])
    assert set(organization.roles) == {_TOP, _HEAD, *_POSTS}
    assert [line.superior for line in organization.superiors(_HEAD)] == [_TOP]
    for name, (superior, number, done) in _POSTS.items():
        role = organization.roles[name]
        assert [line.superior for line in organization.superiors(name)] == [superior]
        assert [duty.title.text.removeprefix("主要").removeprefix("负责") for duty in role.duties] == [done]
        told = role.facts.get(Field.HEADCOUNT)
        assert (told.text if told else None) == (f"{number}{drawn._word}" if drawn.counted else None)


def _described(text: str) -> Iterator[str]:
    return (role.name for role in read_roles(read_plain("规定.txt", text)).roles)


@pytest.mark.parametrize(
    "text",
    [
        "设备管理规定\n设备部负责设备的维修；财务部负责设备的核算；使用部门负责设备的保养。",
        "值班规定\n值班经理负责当日的巡查。保安员负责夜间的门禁管理。",
        "用车规定\n司机负责车辆的清洁。车辆外出须登记。行政主管负责派车。会计负责核算油费。",
    ],
)
def test_rules_that_only_name_posts_describe_none(text: str) -> None:
    assert list(_described(text)) == []
