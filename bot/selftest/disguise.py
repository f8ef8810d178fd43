"""A question misspelt as people misspell: wrong characters of the same sound, pinyin, traditional characters,
short names."""

from collections.abc import Iterator

from bot.selftest.item import Item, lot
from knowledge.abbreviation import abbreviates
from knowledge.dictionary import common_characters
from knowledge.organization import Organization
from knowledge.pinyin import homophones, spelled
from knowledge.text import bare, is_chinese, traditional

_LEAST_NAME = 3  # characters of a name or matter in which one wrong one leaves enough
_BODY = range(4, 6)  # characters before the last word of a name that has a short form
_FUNCTION = frozenset(
    "的地得了着过是在有和与及或也都就不没无可会要为以于对由被把给向从到而且其之这那哪谁我你他个一二"
)
_LIKELY = 5  # the most frequent characters of a sound, from which a wrong one is taken


def disguises(item: Item, template: str, organization: Organization) -> Iterator[tuple[str, str]]:
    """The ways of writing a question that change no word of it: (style, question)."""
    question = template.format_map(item.slots)
    typed = _misspelt(item, template, organization)
    if typed and typed != question:
        yield "typo", typed
    blanks, joined = _in_pinyin(question)
    if blanks:
        yield "pinyin", blanks
        yield "pinyin_joined", joined
    changed = traditional(question)
    if changed != question:
        yield "traditional", changed
    short = short_name(item.slots.get("role", ""), organization)
    if short and item.kind != "near_role":
        yield "abbreviation", template.format_map({**item.slots, "role": short})


def short_name(name: str, organization: Organization) -> str:
    """An unambiguous short form of a role's name (客开主管 for 客户开发主管), or nothing."""
    if name not in organization.roles:
        return ""
    full, starts, last = organization.naming.cuts()[name]
    if last not in _BODY or not all(map(is_chinese, full)):
        return ""
    short = "".join(full[i] for i in sorted(starts) if i < last) + full[last:]
    fitting = [other for other, cut in organization.naming.cuts().items() if abbreviates(short, *cut)]
    known = organization.naming.spellings.get(short, [name])
    return short if fitting == [name] and known == [name] else ""


def _misspelt(item: Item, template: str, organization: Organization) -> str:
    """The question with one wrong character of the same sound in one of the slots that may have it."""
    open_slots = [slot for slot in item.garbled if f"{{{slot}}}" in template]
    if not open_slots:
        return ""
    slot = open_slots[lot(template, *item.slots.values()) % len(open_slots)]
    word = _typo(item.slots[slot])
    if not word or bare(word) in organization.naming.spellings:
        return ""
    return template.format_map({**item.slots, slot: word})


def _typo(text: str) -> str:
    places = [i for i, character in enumerate(text) if _wrong(character)]
    if len(text) < _LEAST_NAME or not places:
        return ""
    at = places[lot(text) % len(places)]
    wrong = _wrong(text[at])
    return f"{text[:at]}{wrong[lot(text, at) % len(wrong)]}{text[at + 1 :]}"


def _wrong(character: str) -> tuple[str, ...]:
    """The characters that may be typed for one; a word of grammar would make another sentence."""
    if not is_chinese(character) or character in _FUNCTION:
        return ()
    alike = homophones(character, common_characters())
    return tuple(c for c in alike if c not in _FUNCTION)[:_LIKELY]


def _in_pinyin(question: str) -> tuple[str, str]:
    """A question in pinyin, with blanks and written together; nothing where it has marks or digits."""
    plain = question.rstrip("？?")
    if any(not c.isalnum() and not c.isspace() for c in plain) or any(c.isdigit() for c in plain):
        return "", ""
    words = spelled(plain)
    joined = ""
    for word, latin in words:
        apart = latin and joined and joined[-1] != " "
        joined += f"{' ' if apart else ''}{word}{' ' if latin else ''}"
    return " ".join(word for word, _ in words), joined.strip()
