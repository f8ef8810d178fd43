"""What tells cases apart although the words are the same: 升两档 and 升一档, 未到货 and 已到货, 付款 and
拒绝付款, 协议客户 and 非协议客户."""

from dataclasses import dataclass

from knowledge.regex import regex

_COUNTED = regex("(?P<count>[一二两三四五六七八九十]+|[0-9]+)(?P<of>档|星级?|等级|类|桌|层)")
_NOT_YET = regex("(?:还没有?|尚未|并未|没有?|未)(?P<of>[\u4e00-\u9fff]{2})")
_REFUSED = regex("拒绝(?P<of>[\u4e00-\u9fff]{2})|拒(?P<one>[付收签发载])")
_RECEIVED = regex("接受[^,;。]{0,6}?(?P<of>培训|教育|考核|检查|监督|指导|审计|培养)")
_REFUSING = regex("[拒退挡卡撵赶]|不[让给收要签发予接准许合放付]|说不|打回|否决|叫停|阻|拦|制止")
_NON = regex("(?<![除并是无莫])非(?P<of>[\u4e00-\u9fff]{2})")
_ORDINARY = regex(
    "(?:一般|普通|常规)的?(?=[\u4e00-\u9fff]{2})(?!谁|由|是|归|都|要|找|得|会|怎|哪|应|需|在|情况|来说|多)"
)
_GRAVE = regex("重大|重要|特别|特殊|大额|疑难")
_OUTSIDE = regex("外单位|外部|外来|外借|[院校厂县市省境国园馆店]外|出[县市省境国](?![口台纳])")
_INSIDE = regex("内部|[院校厂县市省境国园馆店]内|本[院校厂县市省馆店](?!职)|本单位")
_ACROSS = regex("跨(?P<of>[\u4e00-\u9fff]{2})")
_EXCEPTED = regex(
    "除[了去开]?(?P<what>[^,;。]{2,14}?)(?:以外|之外|外)|(?P<end>[\u4e00-\u9fff]{2})(?:以外|之外|除外)"
)
_ALREADY = regex("已经?(?P<of>[\u4e00-\u9fff]{2})")
_SPECIAL = frozenset("拒非外跨接")  # where neither side has one of them, nothing tells cases apart by it


@dataclass(frozen=True, slots=True)
class CaseAsked:
    """What a question says of the case it is about. `whether`: whether it asks if somebody may do it."""

    text: str
    whether: bool
    counts: bool
    stands: bool
    refuses: bool
    ordinary: bool
    outside: bool
    inside: bool
    plain: bool  # says nothing of any case

    @classmethod
    def of(cls, text: str, whether: bool) -> "CaseAsked":
        """The case in the text of a question."""
        stands = _NOT_YET.search(text) is not None or _ALREADY.search(text) is not None
        counts = _COUNTED.search(text) is not None
        ordinary = _ORDINARY.search(text) is not None and _GRAVE.search(text) is None
        outside, inside = _OUTSIDE.search(text) is not None, _INSIDE.search(text) is not None
        plain = not (counts or stands or ordinary or outside or inside or not _SPECIAL.isdisjoint(text))
        refuses = _REFUSING.search(text) is not None
        return cls(text, whether, counts, stands, refuses, ordinary, outside, inside, plain)

    def is_other(self, clause: str) -> bool:
        """Whether a clause has the same words for another case."""
        if self.plain and _SPECIAL.isdisjoint(clause):
            return False
        return (
            (self.counts and self._counts_otherwise(clause))
            or (self.stands and self._stands_otherwise(clause))
            or (not self.refuses and self._refuses_otherwise(clause))
            or self._names_the_rest(clause)
            or _excepts(clause, self.text)
            or _excepts(self.text, clause)
            or self._receives(clause)
            or self._elsewhere(clause)
            or (self.ordinary and _GRAVE.search(clause) is not None and _ORDINARY.search(clause) is None)
        )

    def _counts_otherwise(self, clause: str) -> bool:
        """Whether a clause speaks of another number of the same things than the question does."""
        for found in _COUNTED.finditer(self.text):
            same = [m["count"] for m in _COUNTED.finditer(clause) if m["of"] == found["of"]]
            if same and found["count"] not in same:
                return True
        return False

    def _stands_otherwise(self, clause: str) -> bool:
        """Whether a clause speaks of what is done where the question has what is not, or the other way."""
        for one, other in ((_NOT_YET, _ALREADY), (_ALREADY, _NOT_YET)):
            said = {m["of"] for m in one.finditer(self.text)}
            if said & {m["of"] for m in other.finditer(clause)} - {m["of"] for m in one.finditer(clause)}:
                return True
        return False

    def _refuses_otherwise(self, clause: str) -> bool:
        """Whether a clause is about turning down what the question asks to be done."""
        if "拒" not in clause:
            return False
        return self.whether or any((m["of"] or m["one"]) in self.text for m in _REFUSED.finditer(clause))

    def _names_the_rest(self, clause: str) -> bool:
        """Whether a clause is about 非协议客户 where the question is about 协议客户, or the other way."""
        return any(
            (m["of"] in other and f"非{m['of']}" not in other)
            for one, other in ((clause, self.text), (self.text, clause))
            if "非" in one
            for m in _NON.finditer(one)
        )

    def _receives(self, clause: str) -> bool:
        """Whether a clause is about getting what the question asks to be given: 接受培训."""
        if "接受" not in clause or "接受" in self.text or "参加" in self.text:
            return False
        return any(m["of"] in self.text for m in _RECEIVED.finditer(clause))

    def _elsewhere(self, clause: str) -> bool:
        """Whether a clause speaks of what is inside and the question of outside, or the other way round."""
        if self.outside != self.inside:
            one, other = (_OUTSIDE, _INSIDE) if self.outside else (_INSIDE, _OUTSIDE)
            if other.search(clause) and not one.search(clause):
                return True
        if "跨" not in clause and "跨" not in self.text:
            return False
        return any(
            f"{within}{found['of']}" in other
            for one, other in ((self.text, clause), (clause, self.text))
            for found in _ACROSS.finditer(one)
            for within in ("同一", "本")
        )


def _excepts(one: str, other: str) -> bool:
    """Whether one text leaves out what the other one is about: 选定主角以外的角色."""
    if "外" not in one:
        return False
    found = [m["what"] or m["end"] for m in _EXCEPTED.finditer(one)]
    return any(what in other for what in found) and _EXCEPTED.search(other) is None
