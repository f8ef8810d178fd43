"""Rules of approval as sentences, lists and chains, in forms drawn at random."""

import random
from collections.abc import Iterator
from typing import Any

from tests.drawn_matrices import MATTERS, RANGES, Matter, Tier

_NUMBERS = "一二三四五六七八九"
_OUTER = ("{n}、", "{c}、", "（{c}）", "第{c}条 ", "", "{n}.")
_INNER = ("（{n}）", "①", "", "{n}）")
_HOW = ("经{r}{v}，报{d}{w}", "由{r}{v}后报{d}{w}", "须经{r}{v}，由{d}{w}", "由{r}{v}，{d}{w}")
_PLAIN = [name for name, written in RANGES.items() if not written[3]]


class Rules:
    """A paper of rules in a form drawn by a seed; `proposes`: whether it says who proposes."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._below, self._between, self._above, _ = RANGES[self._pick(*_PLAIN)]
        self._outer, self._inner = self._pick(*_OUTER), self._pick(*_INNER)
        self._end = self._pick("。", "；")
        self._decide, self._review = self._pick("审批", "批准", "核准"), self._pick("审核", "复核")
        self._how = self._pick(*_HOW)
        self._arrow = self._pick("→", "->", "—", "－")
        self._behind, self._apart = self._pick("", "的"), self._pick("；", "。")
        self.form = self._pick("lines", "sentence", "chains")
        self.proposes = self.form == "chains" and self._pick(True, False)
        title = self._pick("甲公司审批权限规定", "财务审批制度")
        self.text = "\n".join([title, *self._lines(), "本规定自发布之日起施行。"])

    def _pick(self, *of: Any) -> Any:
        return self._random.choice(of)

    def _lines(self) -> Iterator[str]:
        for number, matter in enumerate(MATTERS, start=1):
            outer = self._outer.format(n=number, c=_NUMBERS[number - 1])
            tiers = [f"{self._range(tier)}{self._done(tier)}" for tier in matter.tiers]
            if self.form == "sentence" or len(tiers) == 1:
                yield f"{outer}{matter.name}{self._lead(matter)}{self._apart.join(tiers)}。"
                continue
            yield f"{outer}{matter.name}{self._pick('：', '审批权限：', '的审批按以下权限：')}"
            for n, tier in enumerate(tiers, start=1):
                yield f"{self._inner.replace('①', '①②③'[n - 1]).format(n=n)}{tier}{self._end}"

    def _lead(self, matter: Matter) -> str:
        return "：" if self.form == "chains" or len(matter.tiers) > 1 else "，"

    def _range(self, tier: Tier) -> str:
        if tier.least is None and tier.most is None:
            return ""
        middle = "：" if self.form == "chains" else "，"
        if tier.least is not None and tier.most is not None:
            return f"{self._between(tier.least, tier.most)}{self._behind}{middle}"
        if tier.most is not None:
            return f"{self._below(tier.most)}{self._behind}{middle}"
        return f"{self._above(tier.least or 0)}{self._behind}{middle}"

    def _done(self, tier: Tier) -> str:
        if self.form == "chains":
            first = f"{tier.proposes}提出" if self.proposes else "经办人申请"
            return self._arrow.join([first, *tier.review, f"{tier.decides}{self._decide}"])
        if not tier.review:
            return f"由{tier.decides}{self._decide}"
        names = "、".join(tier.review)
        return str(self._how.format(r=names, v=self._review, d=tier.decides, w=self._decide))
