"""The matter of an approval matrix that has no column for it: what stands above the table says it.

二、费用报销 / | 单笔金额 | 审核 | 审批 |; the label of the column may: | 请假天数 | 审批 |. A
sentence between heading and table may say whose matter it is: 采购员提出申请,按金额逐级办理:.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.roles.approval_rule import topic_of
from knowledge.roles.askers import split_askers
from knowledge.roles.headings import is_post, label_of, unnumbered, unwrapped
from knowledge.roles.lines import Section
from knowledge.roles.posts import Posts
from knowledge.text import fold

_LONGEST = 16  # characters of a matter
_INNER_MARK = regex(r"[,;。:!?]")
_REMARK = regex(r"[（(【\[][^）)】\]]*[）)】\]]|[（(].*$")
_TABLE = regex(  # 附表1 …, 附:…
    r"^(?:附(?:件|录|表)?|表|图表)\s*[\d一二三四五六七八九十-]*\s*[:：.、]\s*"
    r"|^(?:附?表|附件)\s*[\d一二三四五六七八九十]+\s*"
)
_RULES = regex("(?:审批|批准|报批|签批|权限|规定|制度|办法|细则|流程)(?:一览|明细)?表?$")
_NO_PEOPLE = ("部门", "科室", "岗位", "级", "以上")
_PROPOSES = regex(r"^由?(?P<who>[^,;。:]{2,10}?)(?:提出|发起|提交|填写|填报|填制)(?:书面)?(?:申请)?")
_MORE_ENDS = ("时间", "数量", "次数", "里程", "距离")  # of the labels of columns of ranges


@dataclass(frozen=True)
class Above:
    """What stands above a table: the lines right above it, the headings from the nearest up, the document."""

    before: str = ""
    headings: Sequence[str] = ()
    document: str = ""

    def about(self, own: str, labels: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """What the table is about, and whose matter that is: as its title row `own` says, the nearest line or
        heading above it that names a matter, the `labels` of its columns, or the name of the document where
        that is one of rules."""
        lines = [line for line in reversed(self.before.split("\n")) if heads_table(line)]
        named = [self.document] if _RULES.search(self.document) else []
        titles = [
            *map(matter_of, [own, *lines, *self.headings]),
            *map(matter_in, labels),
            *map(matter_of, named),
        ]
        matter = next(filter(None, titles), "")
        who, rest = _askers(matter)
        return (rest, who) if who else (matter, self._applicants())

    def heading(self, own: str) -> str:
        """What the title row or the nearest heading says, nothing where that names no matter."""
        return matter_of(own or next(iter(self.headings), ""))

    def _applicants(self) -> tuple[str, ...]:
        """Whose matter the sentences right above the table are about, by how one of them begins."""
        for line in self.before.split("\n"):
            first, mark, _ = fold(line).partition(",")
            who, _ = _askers(first) if mark or line.rstrip().endswith((":", "：")) else ((), "")
            if who:
                return tuple(_written(name, line) for name in who)
        return ()


NOTHING_ABOVE = Above()


class Trail:
    """The headings above a place in a document."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []

    def add(self, section: Section) -> None:
        """Take a heading; it closes those that are as deep."""
        self._headings = [kept for kept in self._headings if kept[0] < section.level]
        self._headings.append((section.level, section.label.strip()))

    @property
    def last(self) -> str:
        """The nearest heading."""
        return self._headings[-1][1] if self._headings else ""

    @property
    def all(self) -> list[str]:
        """All of them, from the nearest up."""
        return [text for _, text in reversed(self._headings)]


def heads_table(line: str) -> bool:
    """Whether a line may be the title of the table below it: a few words, no sentence."""
    plain = _TABLE.sub("", unnumbered(unwrapped(line)).strip()).rstrip(":：")
    return 1 < len(plain) <= 2 * _LONGEST and not _INNER_MARK.search(fold(_REMARK.sub("", plain)))


def names_matter(line: str) -> bool:
    """Whether a line is such a title that says what the table is about."""
    return heads_table(line) and bool(matter_of(line))


def matter_in(label: str) -> str:
    """The matter that the label of a column of ranges names: 请假 of 请假天数, nothing of 单笔金额."""
    plain, table = _REMARK.sub("", label).replace("\n", "").strip(), words()
    ends = sorted((*table["columns"]["condition_ends"], *_MORE_ENDS), key=lambda word: -len(word))
    plain = plain.removesuffix(next((word for word in ends if plain.endswith(word)), ""))
    before = sorted(table["sentences"]["amount_before"], key=lambda word: -len(word))
    while word := next((word for word in before if plain.startswith(word)), ""):
        plain = plain.removeprefix(word)
    return plain if len(plain) > 1 and plain not in table["columns"]["condition"] else ""


def matter_of(title: str) -> str:
    """What a heading is about, without its number, remarks and the words for a table of approvals."""
    plain = unnumbered(unwrapped(_REMARK.sub("", title.strip()))).strip().rstrip(":：")
    matter = topic_of(_TABLE.sub("", plain))
    return matter if len(matter) <= _LONGEST and label_of(matter) is None and not is_post(matter) else ""


def _askers(text: str) -> tuple[tuple[str, ...], str]:
    """Whose matter a text names, and the matter; nobody where it names no people (部门采购)."""
    said = _PROPOSES.sub(r"\g<who>申请", fold(text))
    who, about = split_askers(said, Posts())
    return (
        (who, about) if who and about and not any(name.endswith(_NO_PEOPLE) for name in who) else ((), text)
    )


def _written(name: str, line: str) -> str:
    """A name of a folded line as the line has it."""
    at = fold(line).find(name)
    return line[at : at + len(name)] if at >= 0 else name
