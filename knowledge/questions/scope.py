"""What may explain the words of a question: the clause that gives a right, and the texts around it."""

import re
from functools import cache

from knowledge.once import once
from knowledge.questions.borders import Borders
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.narrowing import Narrowing
from knowledge.questions.phrases import compact, phrases
from knowledge.questions.unit import Unit
from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.text import bigrams, undamaged

SAME, NEARLY, BROADER, TRACE, SINGLE, BEGINS, ENDS = 0.93, 0.82, 0.55, 0.4, 0.6, 0.5, 0.42
SAID = 0.8  # what is written for a spoken verb of one character; it lets no other words be passed over
CLEAR = 0.83  # what is written for a spoken word of several; farther from SAME than what counts as equal
IN_NOUN = 0.65  # a word that is only the beginning of another one (说明 in 说明书)
IN_NAME = 0.5  # a word that a text has only inside the name of a role (客户开发 in 客户开发专员)
_NOUN_ENDS = "书员室长师部科组厂者机店馆"  # last characters that make a noun of its own
_LATIN = regex(r"[a-z0-9+#.]+")
_LONGEST_BY_CHANCE = 3  # characters that two words may make together by chance
_APART = 2  # characters
_TWO_WORDS, _VERB = 4, 2  # characters of two words written as one, and of a verb
_BETWEEN = regex(
    "[^,;:。、和与及]{0,6}|[^,;:。]{0,9}的[^,;:。]{0,9}"
)  # what may stand between verb and object
REMEMBERED = 500  # words that a text keeps in mind


class Scope:
    """A text that may explain units, with its words and groups of meaning. Compact and without scrape
    damage."""

    def __init__(self, folded: str, lexicon: Lexicon, names: bool = False) -> None:
        """`names`: whether the text is one of names, so that a part of a name explains as a word does."""
        self.text = compact(undamaged(folded))
        self._names = names
        self.parts = lexicon.parts_of(self.text)
        self._apart = self.text if names else self.parts.apart
        self._latin = frozenset(_LATIN.findall(folded)) | frozenset(_LATIN.findall(self.text))
        self._lexicon = lexicon
        self._memo: dict[tuple[str, bool], float] = {}

    @once
    def words(self) -> frozenset[str]:
        """The words of the text."""
        return frozenset(self.parts.words)

    @once
    def _characters(self) -> frozenset[str]:
        return frozenset(self.text)

    @once
    def long_words(self) -> list[str]:
        """The words of two characters and more."""
        return [word for word in self.words if len(word) > 1]

    @once
    def _short_words(self) -> str:
        """The words of one and two characters, run together."""
        return "".join(word for word in self.words if len(word) < 3)

    @once
    def _borders(self) -> Borders:
        return Borders(self.parts.words)

    def _has(self, word: str) -> bool:
        """Whether a word stands in the text, other than across two others."""
        if word.isascii():
            return word in self._latin
        if self._names or len(word) > _LONGEST_BY_CHANCE:
            return word in self.text
        start, size = self.text.find(word), len(word)
        while start >= 0:
            if not self._borders.torn(start, start + size):
                return True
            start = self.text.find(word, start + size)
        return False

    @once
    def groups(self) -> frozenset[int]:
        """The groups of meaning of its words."""
        return self._meanings[0]

    @once
    def _meanings(self) -> tuple[frozenset[int], frozenset[int]]:
        """The groups of meaning of its words; those of them that cover narrower words."""
        return self.parts.meanings

    def read_words(self) -> None:
        """Cuts the text into words and groups of meaning, once."""
        _ = self.words, self.groups

    @once
    def _kinds_of_posts(self) -> frozenset[str]:
        """The kinds of posts that the text speaks of as such: 对主管、队长、领班的任免."""
        return frozenset(found["kind"] for found in _kinds().finditer(self.text))

    def explains(self, unit: Unit, partly: bool = False) -> float:
        """0 not at all … 1 the same word; `partly`: also by a part of the word."""
        key = (unit.text, partly)
        known = self._memo.get(key)
        if known is None:
            if len(self._memo) >= REMEMBERED:
                self._memo.clear()
            known = self._memo[key] = self._explains(unit, partly)
        return known

    def _explains(self, unit: Unit, partly: bool) -> float:
        word, text = unit.text, self.text
        if not text or not word:
            return 0.0
        if self._characters.isdisjoint(word):  # only another word of the same meaning may be there
            meant = self._by_meaning(unit)
            wide = len(word) > 1 and not self._meanings[1].isdisjoint(unit.wide)
            return meant or (BROADER if wide else 0.0)
        if word in phrases().fields and self._in_other_field(word):
            return 0.0
        if len(word) > 1 and word in text and self._has(word):
            if unit.names:
                return 1.0 if _stands_alone(word, text) else 0.0
            if word not in self._apart:
                return IN_NAME
            return 1.0 if self._names or word in self.words or not self._begins_noun(word) else IN_NOUN
        if unit.names and any(head in text and head in self._kinds_of_posts for head in unit.heads):
            return NEARLY
        meant = self._by_meaning(unit)
        if meant or len(word) == 1:
            return meant or self._single(word)
        if unit.wide and not unit.wide.isdisjoint(self._meanings[1]) and not self._has_sibling(word):
            return BROADER
        return self._in_part(unit, self._apart if unit.names else self.text) if partly else 0.0

    def _by_meaning(self, unit: Unit) -> float:
        """How much a word is explained by another of the same meaning, or by what is written for it."""
        if not unit.groups.isdisjoint(self.groups):
            return SAME
        if unit.parts and any(one in self.text and two in self.text for one, two in unit.parts):
            return SAME
        if unit.said and any(self._says(word) for word in unit.said):
            return CLEAR if len(unit.text) > 1 else SAID
        return 0.0

    def _says(self, word: str) -> bool:
        """Whether the text has a word, or the two that one of four characters and more is made of, as verb
        and object (发票的开具 and 开具增值税发票 for 开具发票, 劳保用品的发放 for 劳保用品发放)."""
        if word in self.text:
            return self._has(word)
        if len(word) < _TWO_WORDS or word.isascii():
            return False
        ends = {_VERB, len(word) - _VERB}
        return any(_belong(word[:at], word[at:], self.text) for at in ends)

    def _in_other_field(self, word: str) -> bool:
        """Whether a word stands only behind words that make another field of it (资金安全 is no 安全)."""
        fields = phrases().fields[word]
        starts = [i for i in range(len(self.text)) if self.text.startswith(word, i)]
        return bool(starts) and all(self.text[:i].endswith(fields) for i in starts)

    def _has_sibling(self, word: str) -> bool:
        """Whether the text has a word for another kind of the same (运输合同 for 劳动合同), or the verb in it
        with another object (采购蔬菜 for 采购药品)."""
        verbs = (verb for verb in phrases().transitive if verb in word and verb != word)
        if any(self._narrowing.has_object(verb) for verb in verbs):
            return True
        cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
        return any(self.narrows(head, kind) and not self._knows(kind) for kind, head in cuts)

    def _knows(self, word: str) -> bool:
        """Whether the text has a word of the same meaning or of a broader one."""
        thesaurus = self._lexicon.thesaurus
        groups = thesaurus.groups(word)
        return not self.groups.isdisjoint(groups | thesaurus.broader(groups))

    def is_of_other(self, word: str, kind: str) -> bool:
        """Whether the text has a word only as one of another kind, or a verb with an object of its own."""
        return self.narrows(word, kind) or (word in phrases().transitive and self._narrowing.has_object(word))

    def narrows(self, word: str, kind: str) -> bool:
        """Whether the text has a word only behind a noun that says of which kind, and of another than `kind`:
        they have no character in common."""
        starts = [i for i in range(len(self.text)) if self.text.startswith(word, i)]
        nouns = [self._narrowing.noun_before(i) for i in starts]
        return bool(nouns) and all(noun and set(noun).isdisjoint(kind) for noun in nouns)

    @once
    def _narrowing(self) -> Narrowing:
        return Narrowing(self.parts.words)

    def _begins_noun(self, word: str) -> bool:
        """Whether a word of two characters only begins another noun here (说明 in 说明书)."""
        if len(word) != 2:
            return False
        nouns = [w for w in self._nouns if w[-3:-1] == word]
        return sum(self.text.count(w) for w in nouns) >= self.text.count(word)

    @once
    def _nouns(self) -> list[str]:
        return [w for w in self.words if len(w) > 2 and w[-1] in _NOUN_ENDS]

    def _single(self, character: str) -> float:
        """How much a character is explained: as a word, or by a word of two that it begins (车: 车辆)."""
        if character.isascii():
            return 0.0
        if character in self.words:
            return SINGLE
        two = [w for w in self.words if len(w) == 2]
        return max((BEGINS if w[0] == character else ENDS for w in two if character in w), default=0.0)

    def has_word(self, word: str) -> bool:
        """Whether a word of two characters or more stands in the text itself."""
        return len(word) > 1 and word in self._apart and self._has(word)

    def has_beginning(self, character: str) -> bool:
        """Whether the text has a character as a word, or as a part of a word of two."""
        return character in self._short_words

    def _in_part(self, unit: Unit, text: str) -> float:
        """How much of a word a text has where it has neither the word nor a synonym."""
        word = unit.text
        if word.isascii():
            return 0.0
        if len(word) >= 3:
            if _spread(word, text):
                return NEARLY  # 客开组 for 客户开发组
            thesaurus, first = self._lexicon.thesaurus, word[0]
            verb = thesaurus.is_act(first) or bool(thesaurus.groups(first))
            if verb and len(word) == 3 and first not in text:
                return 0.0  # 写合同 is not what a line on keeping 合同 does
            knows = self._lexicon.segmenter.knows
            if unit.groups and len(word) > 3 and knows(word[:2]) and word[:2] not in text:
                return 0.0  # 离职手续 is a word of its own, and no 入职手续
            pairs = bigrams(word)
            share = sum(pair in text for pair in pairs) / len(pairs)
            return share * 0.9 if share >= 0.5 else 0.0
        alike = any(len(w) == 2 and (w[0] == word[0] or w[1] == word[1]) for w in self.words)
        return TRACE if alike and word not in self._lexicon.pairs else 0.0


def _stands_alone(name: str, text: str) -> bool:
    """Whether a name stands in a text other than behind 副, which makes it another post."""
    return text.count(name) > text.count(f"副{name}")


@cache
def _kinds() -> re.Pattern[str]:
    heads = "|".join(re.escape(h) for h in grades().heads if len(h) > 1 and not h.isascii())
    return regex(rf"(?:^|(?<=[对各级、及和与的]))(?P<kind>{heads})(?=[、及和与的]|$)")


def _spread(word: str, text: str) -> bool:
    """Whether a text has the characters of a word in their order, at most two others between one and the
    next."""
    ends, at = [], text.find(word[0])
    while at >= 0:
        ends.append(at)
        at = text.find(word[0], at + 1)
    for character in word[1:]:
        near = {at for end in ends for at in range(end + 1, end + _APART + 2)}
        ends = [at for at in near if text[at : at + 1] == character]
    return bool(ends)


def _belong(one: str, two: str, text: str) -> bool:
    """Whether two words stand in a text as a verb and its object, in either order."""
    for first, second in ((one, two), (two, one)):
        start = text.find(first)
        at = text.find(second, start + len(first)) if start >= 0 else -1
        if at >= 0 and _BETWEEN.fullmatch(text, start + len(first), at):
            return True
    return False
