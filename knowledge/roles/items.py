"""Lines to duties and lists: which line is an item, which stands below another, which names a list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.regex import regex
from knowledge.roles.collaboration import told_apart
from knowledge.roles.grades import grades
from knowledge.roles.labels import labels
from knowledge.roles.lines import END_MARKS, Line, Section
from knowledge.roles.names import split_list
from knowledge.roles.numbering import leading_number
from knowledge.roles.role import Duty, Listing, Passage
from knowledge.text import bare, is_word

STRIPPED = END_MARKS + "，,、 "
_LONGEST_PARTNER = 16  # characters; a longer piece between commas is part of a sentence
_LONGEST_SUB_LABEL = 12
_LED = regex(r"^(?:主要(?:是|为|有|包括)|[是为])(?=[\u4e00-\u9fff]{2})")  # 对内主要是财务部
_WITH = regex(r"[与同跟和向][^，,；;。：:]{2,}[、，,]")  # 与仓管员办理领用、退还: no list of names
_OTHERS = regex(r"^[^、]{2,8}、[^、]{2,8}等[^、]{3,}$")  # 税务、海关等主管机关
_INNER_MARK = regex(r"[，,。；;：:]")
PARTNERS_TOLD = regex(  # 检测室主任与农业农村局保持联系
    r"(?P<who>[^与和跟同，,；;。：:]{2,16})(?:与|和|跟|同)(?P<whom>[^，,；;。：:]+?)"
    r"(?:之间)?(?:保持|建立|进行|开展|做好)?(?:密切|日常|工作|业务|经常)*(?:联系|联络|沟通|协作|对接|往来|协调)[。；;\s]*"
)


@dataclass
class ListingDraft:
    """A list under a label, growing."""

    kind: str
    items: list[Passage] = field(default_factory=list)


@dataclass
class DutyDraft:
    """A duty, growing."""

    title: Passage | None
    label: str = ""
    tasks: list[Passage] = field(default_factory=list)


def says_none(text: str) -> bool:
    """Whether a text is a word or mark for nothing, in brackets or not."""
    return labels().is_none(text.strip("（）() "))


def passage(line: Line) -> Passage:
    """A line as a passage: its text without end mark."""
    text = line.text.strip().rstrip(STRIPPED)
    return Passage(text, (line.quote or text).strip().rstrip(STRIPPED), line.source)


def as_line(passage: Passage) -> Line:
    """A passage as a line again."""
    return Line(passage.text, passage.source)


def passages(lines: Iterable[Line]) -> list[Passage]:
    """The lines that hold a word as passages."""
    return [passage(line) for line in lines if _has_word(line.text)]


def add_items(duties: list[DutyDraft], section: Section) -> None:
    """A line that is an item is a duty, the lines below it are its tasks."""
    lines = [line for line in section.lines if _has_word(line.text)]
    shallow = max(1, min((line.depth for line in lines), default=0))
    under = titled = False
    for line, after in pairwise([*lines, None]):
        if line is None:
            continue
        if line.depth == 0:
            under = _is_sub_label(line, after)
        title = _is_title(line, after)
        below = line.depth > shallow or (under and line.depth > 0) or titled
        titled = titled or title
        if duties and below and not title:
            duties[-1].tasks.append(passage(line))
        else:
            duties.append(_duty(line))


def _is_title(line: Line, after: Line | None) -> bool:
    """Whether a bold line stands above lines of its own depth, which are its tasks."""
    return after is not None and _is_bold(line) and not _is_bold(after) and after.depth == line.depth


def _is_bold(line: Line) -> bool:
    """Whether a line is bold from end to end: a title of the lines below."""
    return bool(line.strong) and line.text.strip().rstrip("：:") == line.strong.strip().rstrip("：:")


def _duty(line: Line) -> DutyDraft:
    """A duty; bold words before its statement are its label."""
    label, text = line.strong.strip().rstrip("：:"), line.text.strip()
    rest = text[len(line.strong) :].lstrip("：: ") if line.strong and text.startswith(line.strong) else ""
    if label and rest:
        return DutyDraft(passage(replace(line, text=rest, quote=rest)), label)
    return DutyDraft(passage(line))


def add_listings(
    listings: list[ListingDraft], section: Section, read: Callable[[list[Line]], list[Passage]]
) -> None:
    """Take the lines of a section as a list, or as several where some of them name those below."""
    kind = labels().kinds.get(bare(section.label), section.label)
    current = listings[-1] if listings and listings[-1].kind == kind else ListingDraft(kind)
    listings += [] if listings and current is listings[-1] else [current]
    lines = [line for line in section.lines if _has_word(line.text)]
    lines = lines or [line for line in section.lines[:1] if labels().is_none(line.text)]
    for line, after in pairwise([*lines, None]):
        if line is None:
            continue
        below = after.depth if after else 0
        if (line.depth == 1 and below > 1) or (line.depth == 0 and _is_sub_label(line, after)):
            current = ListingDraft(line.text.strip().rstrip("：: "))
            listings.append(current)
        else:
            current.items += read([line])


def rights_of(lines: Iterable[Line]) -> list[Passage]:
    """The lines that hold a word; a single mark for none where there is nothing else."""
    kept = list(lines)
    return passages(kept) or [passage(line) for line in kept[:1] if labels().is_none(line.text)]


def _is_sub_label(line: Line, after: Line | None) -> bool:
    """Whether an unnumbered line names the items below it: short, and a list begins behind it."""
    if after is None or after.number != 1:
        return False
    text = line.text.strip()
    return text.endswith(("：", ":")) or (len(text) <= _LONGEST_SUB_LABEL and not _INNER_MARK.search(text))


def partners(lines: Iterable[Line]) -> list[Passage]:
    """The partners that lines name: a list of names is cut apart, a sentence or `partner：matter` is kept."""
    found: list[Passage] = []
    for line in lines:
        for text in told_apart(line.text.strip().lstrip("—–-").rstrip(STRIPPED)):
            named = _partners(_LED.sub("", text.rstrip(STRIPPED)))
            found += [Passage(part, part, line.source) for part in named if _has_word(part)]
    return found


def _partners(text: str) -> list[str]:
    """The names of a list, or all of a text that is none."""
    parts = split_list(text)
    told = PARTNERS_TOLD.fullmatch(text)
    named = told is not None and bare(told["who"]).endswith(grades().heads)  # 检测室主任与A、B保持联系
    whole = any(mark in text for mark in "：:") or any(len(part) > _LONGEST_PARTNER for part in parts)
    return [text] if whole or named or _WITH.match(text) or _OTHERS.search(text) else parts


def _has_word(text: str) -> bool:
    return any(map(is_word, text))


def finished_duties(drafts: Iterable[DutyDraft]) -> tuple[Duty, ...]:
    """The duties that say something; one with tasks alone is stated by its label."""
    duties = []
    for draft in drafts:
        title = draft.title
        if title is None and draft.tasks:
            title = Passage(draft.label, draft.label, draft.tasks[0].source)
        duties += [Duty(title, tuple(draft.tasks), draft.label)] if title else []
    return tuple(duties)


def finished_functions(drafts: Iterable[DutyDraft]) -> tuple[Duty, ...]:
    """The functions of a department; the words that one is labelled with name it (素材管理：接收素材)."""
    functions = []
    for duty in finished_duties(drafts):
        named = duty.label and leading_number(f"{duty.label}、") is None and duty.label != duty.title.text
        if named and not duty.tasks and not labels().field_of(duty.label):
            title = Passage(duty.label, duty.title.quote, duty.title.source)
            functions.append(Duty(title, (duty.title,), duty.label))
        else:
            functions.append(duty)
    return tuple(functions)


def finished_listings(drafts: Sequence[ListingDraft]) -> tuple[Listing, ...]:
    """The lists that have items, those of one kind joined."""
    merged: dict[str, list[Passage]] = {}
    for draft in drafts:
        if draft.items:
            merged.setdefault(draft.kind, []).extend(draft.items)
    return tuple(Listing(kind, tuple(items)) for kind, items in merged.items())
