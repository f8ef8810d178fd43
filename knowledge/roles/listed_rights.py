"""Rights, partners and the place of a post among its numbered duties, where nothing else tells its rights.

1、编制计划，有权调整计划。 2、有权拒收次品；有权退货。 3、与销售部保持联系。
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.adding import tell_beside
from knowledge.roles.collaboration import speaks_of_partners
from knowledge.roles.draft import Draft
from knowledge.roles.home_told import belongs
from knowledge.roles.items import STRIPPED, DutyDraft, as_line
from knowledge.roles.labels import Field
from knowledge.roles.lines import Line, Section
from knowledge.roles.posts import Posts
from knowledge.roles.prose import prose
from knowledge.roles.role import Passage
from knowledge.roles.standing import standings
from knowledge.roles.told_duties import cut
from knowledge.roles.told_parts import Parts
from knowledge.roles.told_summary import beside_place
from knowledge.text import fold

_CASE = (
    r"(?:(?:必要|紧急|特殊)(?:时|情况下),?|(?:在|对|遇|凡|如)[^,;。]{2,20}(?:的|时|后|内|下),?"
    r"|[^;。]{2,40}(?:的|时|后|前|内|下|者|期间),)?"
)
_RIGHT = regex(
    rf"\s*{_CASE}(?:也|还|并|且|同时|另)*(?:有权(?!限)|无权|可以?(?:自行|先行|直接|当场|酌情|视情)"
    r"|[享拥具]有[^,;。]{2,}权(?:限|力|利)?(?=$|[,;。])"
    r"|(?:对|就)[^,;。]{2,24}?(?:有|享有|拥有|具有)[^,;。有]{0,8}权(?=$|[,;。]))"
)
_SAYS_WHEN = regex(  # 没有单据的|，有权拒收; 对没有单据的人|，有权拒收
    "(?:的|时|后|前|内|下|者|期间)[,，]?$|^(?:对(?![接账照外内])|遇|凡|如|若|逢|发现|发生)[^,，;；。]+$"
)
_LATER = regex(r"(?<![的时后前内下者间])[,，](?=(?:并|且|同时|必要时|也)*有权(?!限))")
_PAUSE = regex("[,，]")
_LEAST_CLAUSES = 2  # that such items have together
_MOST_PLACES = 3  # items at the beginning of a list that tell where the post stands


def with_rights_apart(draft: Draft) -> None:
    """Put what such items tell of a post where it belongs."""
    names = (draft.name, *draft.aliases)
    if draft.is_department:
        return
    _take_places(draft, names)
    if draft.authorities or Field.AUTHORITIES in draft.facts:
        return
    duties, rights, partners = list[DutyDraft](), list[Line](), list[Line]()
    for duty in draft.duties:
        title = duty.title
        if title and rights and not duty.tasks and not draft.collaboration and speaks_of_partners(title.text):
            partners.append(_line(title))
            continue
        kept, own = _parted(title, names) if title else (None, [])
        tasks = [_parted(task, names) for task in duty.tasks]
        rights += [*own, *(right for _, below in tasks for right in below)]
        left = [task for task, _ in tasks if task is not None]
        if kept or left:
            duties.append(replace(duty, title=kept or title, tasks=left))
    if rights and duties:
        draft.duties = duties
        section = Section(Field.COLLABORATION, "", rights[0].source)
        tell_beside(draft, section, Parts(rights=rights, partners=partners))


def _take_places(draft: Draft, names: Sequence[str]) -> None:
    """Take the items at the beginning of a list that say no more than where the post stands."""
    taken = 0
    for duty in draft.duties[:_MOST_PLACES]:
        if duty.title is None or duty.tasks or beside_place(duty.title.text, names):
            break
        if not _places(duty.title.text, names, leads=bool(taken)):
            break  # 带领保洁员 may be work
        taken += 1
    told = [duty.title.text for duty in draft.duties[:taken] if duty.title]
    clauses = sum(1 + len(_PAUSE.findall(text)) for text in told)
    if clauses >= _LEAST_CLAUSES + (taken == len(draft.duties)):  # 对店长负责 alone is a duty as written
        draft.notes += [duty.title for duty in draft.duties[:taken] if duty.title]
        draft.duties = draft.duties[taken:]


def _places(text: str, names: Sequence[str], leads: bool) -> bool:
    """Whether a sentence says who is above the post, how many hold it or what it belongs to; whom it leads
    (`leads`) behind another such sentence."""
    said = standings(text, names, Posts(names))
    return any(s.above or s.counts or leads for s in said) or belongs(text, tuple(names))


def _parted(passage: Passage, names: Sequence[str]) -> tuple[Passage | None, list[Line]]:
    """An item without the rights in it, None where nothing is left, and the rights."""
    duties, rights, own = list[str](), list[str](), False
    for part in _with_cases(_clauses(passage.text)):
        folded = fold(part).lstrip(" ,;。")
        name = next((name for name in map(fold, names) if folded.startswith(name)), "")
        if _RIGHT.match(folded, len(name)):
            rights.append(part)
            own = True
        elif own and prose().going_on.match(folded):
            rights[-1] += part
        else:
            duties.append(part)
            own = False
    if not rights:
        return passage, []
    left = _piece(passage, "".join(duties))
    return (left if left.text else None), [_line(_piece(passage, right)) for right in rights]


def _with_cases(clauses: Iterable[str]) -> Iterator[str]:
    """The clauses, each with those before it that only say in which case it holds."""
    case = ""
    for clause in clauses:
        case += clause
        if _SAYS_WHEN.search(case.strip(" ,，;；")) is None:
            yield case
            case = ""
    if case:
        yield case


def _clauses(text: str) -> Iterator[str]:
    """The sentences of an item, and the clauses of them that a right of their own begins."""
    for sentence in cut(text):
        start = 0
        for found in _LATER.finditer(sentence):
            yield sentence[start : found.start()]
            start = found.start()
        yield sentence[start:]


def _line(passage: Passage) -> Line:
    return replace(as_line(passage), quote=passage.quote)


def _piece(passage: Passage, text: str) -> Passage:
    plain = text.strip(STRIPPED)
    return Passage(plain, plain if plain in passage.quote else passage.quote, passage.source)
