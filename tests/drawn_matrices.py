"""Approval matrices in layouts drawn at random: real files with what they say, matter by matter."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.drawn_tables import Part, excel_file, word_file
from tests.drawn_texts import bars, boxes, gaps, tabs, text

POSTS = (
    "采购员",
    "法务专员",
    "采购部经理",
    "财务部经理",
    "生产副总",
    "总经理",
    "档案室",
)  # upward, then aside
_MARKS = {  # how a cell says who proposes, reviews, decides and is told, and the line that explains it
    "verbs": ("提出", "审核", "审批", "知会", ""),
    "other verbs": ("申请", "会签", "批准", "备案", ""),
    "symbols": ("△", "○", "●", "☆", "注：△提出 ○审核 ●审批 ☆知会"),
    "letters": ("T", "S", "P", "Z", "说明：T—提出，S—审核，P—批准，Z—知会"),
    "usual letters": ("R", "C", "A", "I", ""),
    "explained in English": (
        *("R", "C", "A", "I"),
        "R（Responsible）负责提出；A（Accountable）审批；C（Consulted）会签；I（Informed）知会",
    ),
    "characters": ("提", "审", "批", "知", ""),
}
_STEPS = (
    ("提出", "审核", "审批", "知会"),
    ("申请人", "复核人", "批准人", "备案"),
    ("发起", "会签", "核准", "抄送"),
)
RANGES: dict[str, tuple[Callable[[int], str], Callable[[int, int], str], Callable[[int], str], str]] = {
    "plain": ("{}元以下".format, "{}元-{}元".format, "{}元以上".format, ""),
    "included": ("{}元（含）以下".format, "{}元至{}元（含）".format, "{}元以上".format, ""),
    "signs": ("≤{}元".format, "{}元<金额≤{}元".format, ">{}元".format, ""),
    "letter": ("A≤{}元".format, "{}元＜A≤{}元".format, "A＞{}元".format, ""),
    "words": ("不超过{}元".format, "超过{}元不超过{}元".format, "超过{}元".format, ""),
    "thousands": (
        *(lambda n: f"{n // 1000}千以内", lambda a, b: f"{a // 1000}千-{b // 10000}万"),
        *(lambda n: f">{n // 10000}万", ""),
    ),
    "commas": ("{:,}元以下".format, "{:,}元-{:,}元".format, "{:,}元以上".format, ""),
    "unit elsewhere": (
        *(lambda n: f"{n / 10000:g}以下", lambda a, b: f"{a / 10000:g}-{b / 10000:g}"),
        *(lambda n: f"{n / 10000:g}以上", "万元"),
    ),
}


@dataclass(frozen=True)
class Tier:
    """A range in 元 (None: no end), an amount inside it, and who takes which step."""

    least: int | None
    most: int | None
    inside: int
    proposes: str
    review: tuple[str, ...]
    decides: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matter:
    """What has to be approved: its group, its name and its tiers, one where it has none."""

    group: str
    name: str
    tiers: tuple[Tier, ...]


def _alone(proposes: str, review: tuple[str, ...], decides: str, told: tuple[str, ...] = ()) -> tuple[Tier]:
    return (Tier(None, None, 0, proposes, review, decides, told),)


MATTERS = (
    Matter(
        *("采购", "原材料采购"),
        (
            Tier(None, 5000, 3000, "采购员", ("法务专员",), "采购部经理"),
            Tier(5000, 20000, 9000, "采购员", ("采购部经理",), "财务部经理", ("档案室",)),
            Tier(20000, None, 50000, "采购员", ("法务专员", "财务部经理"), "生产副总", ("档案室",)),
        ),
    ),
    Matter("采购", "供应商准入", _alone("采购员", ("采购部经理",), "生产副总")),
    Matter(
        *("资金", "对外付款"),
        (
            Tier(None, 5000, 3000, "采购部经理", (), "财务部经理"),
            Tier(5000, 20000, 9000, "采购部经理", ("财务部经理",), "生产副总"),
            Tier(20000, None, 50000, "采购部经理", ("财务部经理", "生产副总"), "总经理"),
        ),
    ),
    Matter("资金", "年度预算", _alone("财务部经理", ("生产副总",), "总经理", ("档案室",))),
)


class Drawn:
    """A matrix in a layout drawn by a seed.

    `told`: which of proposes, review, decides and told the layout says. `data`, `name`: of the file.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._none = self._pick("", "/", "—", "无")
        self._below, self._between, self._above, self._unit = RANGES[self._pick(*RANGES)]
        self._group, self._where = self._pick("no", "column", "rows"), self._pick("column", "rows")
        self._where = "column" if self._unit else self._where
        self._lines: list[str] = []
        self.told = ("proposes", "review", "decides", "told")
        layouts = {"posts": self._posts, "steps": self._steps, "chain": self._chain, "ranges": self._ranges}
        self.layout = self._pick(*layouts)
        rows = self._rows(*layouts[self.layout]())
        above = [f"单位：{self._unit}"] if self._unit else []
        self.format = self._pick("xlsx", "docx", "md", "tabs", "bars", "boxes", "gaps")
        self.name = f"审批权限表.{self.format if self.format in ('xlsx', 'docx', 'md') else 'txt'}"
        parts: list[Part] = ["甲公司审批权限表", *above, rows, *self._lines, "注：本表自发布之日起执行。"]
        files = {"xlsx": excel_file, "docx": word_file, "md": _markdown}
        typed = {"tabs": tabs, "bars": bars, "boxes": boxes, "gaps": gaps}
        self.data = files[self.format](parts) if self.format in files else text(parts, typed[self.format])

    def _pick(self, *of: Any) -> Any:
        return self._random.choice(of)

    def _rows(self, columns: list[str], cells: Callable[[Matter, Tier | None], list[str]]) -> list[list[str]]:
        """The table: its head of one row or two, and a row for each tier, or each matter."""
        by_matter, in_column = self.layout == "ranges", self._where == "column"
        head = [
            "序号",
            *(["类别"] if self._group == "column" else []),
            self._pick("审批事项", "业务事项", "项目"),
        ]
        head += ["金额"] if in_column and not by_matter else []
        width = len(head) + len(columns)
        rows = [[*head, *columns]]
        if self.layout in ("posts", "steps") and self._pick(True, False):
            over = "审批人" if self.layout == "posts" else "审批流程"
            rows = [[*head, over, *[""] * (len(columns) - 1)], [*("^" for _ in head), *columns]]
        above = ""
        for number, matter in enumerate(MATTERS, start=1):
            if self._group == "rows" and matter.group != above:
                rows += [[f"{matter.group}类", *[""] * (width - 1)]]
            lead = [str(number), *([matter.group] if self._group == "column" else [])]
            tiers: tuple[Tier | None, ...] = (None,) if by_matter else matter.tiers
            apart = not in_column and len(tiers) > 1
            if apart:
                rows += [[*lead, matter.name, *[" "] * len(columns)]]
            for at, tier in enumerate(tiers):
                said = self._range(tier) if tier else ""
                merged = ["^"] * len(lead) if at or apart else lead
                own = [said if apart else "^" if at else matter.name]
                own += [said or self._none or " "] if in_column and not by_matter else []
                rows += [[*merged, *own, *(cell or self._none or " " for cell in cells(matter, tier))]]
            above = matter.group
        return rows

    def _range(self, tier: Tier) -> str:
        if tier.least is not None and tier.most is not None:
            return self._between(tier.least, tier.most)
        if tier.most is not None:
            return self._below(tier.most)
        return self._above(tier.least) if tier.least is not None else ""

    def _posts(self) -> tuple[list[str], Callable[[Matter, Tier | None], list[str]]]:
        """A column for each post, whose cells say which step is its own."""
        *marks, legend = _MARKS[self._pick(*_MARKS)]
        self._lines = [legend] if legend else []
        posts = list(POSTS) if self._pick(True, False) else [*POSTS[::-1]]

        def cells(_: Matter, tier: Tier | None) -> list[str]:
            assert tier is not None
            steps = {name: marks[3] for name in tier.told} | {name: marks[1] for name in tier.review}
            steps |= {tier.proposes: marks[0], tier.decides: marks[2]}
            return [steps.get(post, "") for post in posts]

        return posts, cells

    def _steps(self) -> tuple[list[str], Callable[[Matter, Tier | None], list[str]]]:
        """A column for each step, whose cells name who takes it."""
        sep = self._pick("、", "/")

        def cells(_: Matter, tier: Tier | None) -> list[str]:
            assert tier is not None
            return [tier.proposes, sep.join(tier.review), tier.decides, sep.join(tier.told)]

        return list(self._pick(*_STEPS)), cells

    def _chain(self) -> tuple[list[str], Callable[[Matter, Tier | None], list[str]]]:
        """A column that draws the way."""
        self.told = ("proposes", "review", "decides")
        arrow, verbs = self._pick("→", "->", "—", "－"), self._pick(("", ""), ("审核", "审批"))

        def cells(_: Matter, tier: Tier | None) -> list[str]:
            assert tier is not None
            review = (f"{name}{verbs[0]}" for name in tier.review)
            return [arrow.join([f"{tier.proposes}提出", *review, f"{tier.decides}{verbs[1]}"])]

        return [self._pick("审批流程", "流程", "审批程序")], cells

    def _ranges(self) -> tuple[list[str], Callable[[Matter, Tier | None], list[str]]]:
        """A column for each range, whose cells say who decides there."""
        self.told = ("decides",)
        ranges = [self._range(tier) for tier in MATTERS[0].tiers]

        def cells(matter: Matter, _: Tier | None) -> list[str]:
            deciding = [tier.decides for tier in matter.tiers]
            return deciding if len(deciding) > 1 else deciding * len(ranges)

        return ranges, cells


def _markdown(parts: list[Part]) -> bytes:
    return "\n\n".join("\n".join(_lines(part)) for part in parts).encode()


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, str):
        yield part
        return
    for number, row in enumerate(part):
        yield f"| {' | '.join('' if text == '^' else text for text in row)} |"
        if not number:
            yield "|---" * len(row) + "|"
