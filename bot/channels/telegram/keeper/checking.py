"""What is wrong in the documents that are answered from."""

from bot.channels.telegram.case import Case
from bot.channels.telegram.house import House, wording
from bot.channels.telegram.keeper.preview import health_of
from bot.channels.telegram.page import Line
from bot.health import Health, grouped, place, quoted, severity_name, to_check, what
from knowledge import Handbook
from knowledge.documents.document import Document
from knowledge.store.kept.library import current_version, documents_of

_MOST, _MOST_QUOTES, _MOST_UNPLACED = 12, 3, 20


def check(case: Case, _: str) -> None:
    """Say what is wrong in the documents: what contradicts, what is missing, what was not understood."""
    words = wording()["keeper"]
    ahead = case.fetched.get("ahead")
    health = ahead if isinstance(ahead, Health) else examine(case.house)
    lines = [Line(health.headline, bold=True)]
    shown = 0
    for severity, kinds in grouped(health.findings):
        lines.append(Line(words["severity"].format(name=severity_name(severity)), bold=True))
        for finding in (finding for _, findings in kinds for finding in findings):
            shown += 1
            if shown > _MOST:
                break
            lines.append(Line(words["finding"].format(number=shown, text=what(finding))))
            for piece in finding.evidence[:_MOST_QUOTES]:
                lines.append(Line(f"{quoted(piece)} {place(piece)}", folded=True))
            lines.append(Line(to_check(finding), folded=True))
    if len(health.findings) > _MOST:
        lines.append(Line(words["and_more"].format(count=len(health.findings) - _MOST)))
    found = [passage for reading in case.house.organization.readings for passage in reading.unplaced]
    if found:
        lines.append(Line(words["unplaced"].format(count=len(found)), bold=True))
    for passage in found[:_MOST_UNPLACED]:
        source = passage.source
        text = words["check_line"].format(document=source.document, line=source.line, text=passage.text[:80])
        lines.append(Line(text, folded=True))
    case.write(lines, [])


def examine(house: House, _: str = "") -> Health:
    """What is wrong in the documents. It takes seconds where there are many."""
    return health_of(_documents(house))


def _documents(house: House) -> list[Document]:
    """The documents that are answered from."""
    given = house.settings.documents
    if given:
        return list(Handbook.load(given, keep=True).documents)
    kept = documents_of(house.store, current_version(house.store))
    return kept or list(Handbook.sample(keep=True).documents)
