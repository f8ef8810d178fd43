"""The company's words, taught in the chat; they lie in the store and count from the next question on."""

from difflib import SequenceMatcher

from bot.channels.telegram.case import Case
from bot.channels.telegram.house import House, wording
from bot.teaching import Teaching
from knowledge.errors import KnowledgeError
from knowledge.store.draft import Draft
from knowledge.store.kept.audit import note
from knowledge.store.kept.words import ONLY, Words
from knowledge.word_list import WordList

_MOST_NAMES = 3
_LEAST_LIKE = 0.3
_LONGEST_MATTER = 8


class DraftWords:
    """The words in the store, as a change sees them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.path = wording()["keeper"]["words"]

    def read(self) -> WordList:
        """What is kept."""
        kept = self._draft.get(Words, ONLY)
        return WordList(kept.text if kept else "", self.path)

    def write(self, words: WordList) -> None:
        """Keep this instead."""
        self._draft.put(Words(words.text))


def teach(case: Case, line: str) -> None:
    """Take in `报账=费用报销`, or list what was taught; `-报账` takes it out."""
    teaching = Teaching(case.house.shelf.handbook, [DraftWords(case.draft)])
    forget = line.lstrip().startswith("-")
    try:
        if forget:
            said = teaching.forget(line.strip()[1:].strip())
        else:
            said = teaching.teach([line]) if line.strip() else _listed(teaching)
    except KnowledgeError as error:
        case.say(str(error))
        return
    if line.strip():
        note(
            case.draft, str(case.person_id), "forget" if forget else "teach", line.strip(), case.house.clock()
        )
    case.say("\n".join(said))


def _listed(teaching: Teaching) -> list[str]:
    words = teaching.handbook.words
    said = teaching.listed() if words.meanings or words.refusals else []
    return [*said, wording()["keeper"]["teach_how"]]


def ask_word(case: Case, word: str) -> None:
    """Ask what a word means."""
    case.say(wording()["keeper"]["word_means"].format(word=word), prompt=f"word {word}")


def told_word(case: Case, word: str, text: str) -> None:
    """Take the reply to that."""
    teach(case, text if "=" in text or "＝" in text else f"{word}={text}")


def fitting_names(house: House, word: str) -> list[str]:
    """What of the documents a word may stand for, the likest first; only what it can be taught as."""
    organization = house.organization
    matters = [
        right.matter.removeprefix(right.verb or "")
        for statement in organization.statements
        for right in statement.rights
    ]
    known = [
        *organization.roles,
        *organization.department_names(),
        *(m for m in matters if len(m) <= _LONGEST_MATTER),
    ]
    scored = [
        (SequenceMatcher(None, word, name).ratio(), name) for name in dict.fromkeys(known) if len(name) > 1
    ]
    fitting: list[str] = []
    for score, name in sorted(scored, key=lambda pair: -pair[0]):
        if score < _LEAST_LIKE or len(fitting) == _MOST_NAMES:
            break
        if _teachable(house, f"{word}={name}"):
            fitting.append(name)
    return fitting


def _teachable(house: House, line: str) -> bool:
    try:
        return not house.shelf.handbook.meaning(line).known
    except KnowledgeError:
        return False
