"""The labels of flattened forms that follow each other, told by what stands once in each of them.

A table holds the usual labels. What else stands at one place of every form, is followed by something else in
each, and is worded like a label (受谁领导, 岗位要旨, 手上的权) is one too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from knowledge.regex import regex
from knowledge.roles.labels import Field, labels
from knowledge.text import bare, fold

_LONG = 4  # characters of a label that is no ordinary word
_SHORTEST, _LONGEST = 3, 8  # characters of such a label
_LEAST_FORMS, _SHARE = 2, 0.7  # that have it
_FLAT = 24  # characters that such a line has at least
_OPENS = regex("(?:岗位|职位|职务)(?:名称|全称|称谓|称呼|名)")
_WORDS = regex("[\u4e00-\u9fff]+")
_BEFORE_COLON = regex(f"[\u4e00-\u9fff]{{{_SHORTEST},}}(?=:)")
_ITEM_ENDS = frozenset("权利力限。;")
_NO_PARTS = (Field.KPI, Field.QUALIFICATION)
_MARKS = frozenset(":(一1① /无")  # what the value of any label may begin with
_IN_HEAD = (Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT, Field.NAME, Field.DEPARTMENT, Field.CODE)
_SPACED = regex("[\u4e00-\u9fff](?: {1,4}[\u4e00-\u9fff]){2}")
_BLANKS = " {0,4}"
_ASPECT = "(?<=[;。:\\s权力利限])[\u4e00-\u9fff]{2,4}?(?:方面|类|事项|权限?)(?=:)"  # of rights: 经费方面：


@dataclass(frozen=True)
class FormLabels:
    """The labels of flattened forms: those of the table, and those that only the document has.

    `sure`: those that stand once in each of several forms of the document; `own`: those that no table has.
    """

    sure: Set[str] = frozenset()
    own: frozenset[tuple[str, Field]] = frozenset()

    def field_of(self, text: str) -> Field | None:
        """The field that a label means."""
        key = bare(text)
        return next((meant for label, meant in self.own if label == key), None) or labels().field_of(text)

    def opened(self, folded: str) -> bool:
        """Whether a text has a label that counts wherever it stands."""
        plain = folded.replace(" ", "")
        own = (label for label, meant in self.own if meant is Field.NAME)
        return any(label in plain for label in (*labels().anywhere, *own))

    def opens(self, label: str) -> bool:
        """Whether a label counts wherever it stands."""
        return label in labels().anywhere or (label, Field.NAME) in self.own

    def pattern(self, folded: str) -> re.Pattern[str]:
        """What finds the labels in a text, those with blanks in them (岗 位 名 称) where it has such."""
        return _pattern(self.own, _SPACED.search(folded) is not None)


@cache
def _pattern(own: frozenset[tuple[str, Field]], spaced: bool) -> re.Pattern[str]:
    table = labels()
    words = {*table.fields, *table.kinds, *table.authority_kinds, *(label for label, _ in own)}
    longest = sorted((w for w in words if len(w) > 1), key=lambda w: (-len(w), w))
    written = (_BLANKS.join(map(re.escape, word)) if spaced else re.escape(word) for word in longest)
    return regex("|".join([table.duty.pattern, *written, _ASPECT]))


NO_FORMS = FormLabels()


def own_labels(texts: Iterable[str]) -> frozenset[tuple[str, Field]]:
    """The labels of the flattened forms in a text that no table has, of fields that have no other there."""
    forms = list(_forms(texts))
    found = {label: meant for form in forms for label, meant in _before_colons(form)}
    if len(forms) >= _LEAST_FORMS:
        found |= dict(_in_each(forms))
    labelled = {meant for meant in set(found.values()) if _has_label(forms, meant)}
    return frozenset((label, meant) for label, meant in found.items() if meant not in labelled)


def _has_label(forms: list[str], meant: Field) -> bool:
    """Whether most forms have a label of the table for a field."""
    usual = [label for label, field in labels().fields.items() if field is meant and len(label) >= _LONG]
    return sum(any(label in form for label in usual) for form in forms) > _SHARE * len(forms)


def _forms(texts: Iterable[str]) -> Iterator[str]:
    """Each flattened form, from the label of the post's name to the next one."""
    form = ""
    for text in texts:
        folded = fold(text).replace(" ", "")
        own = forms_in(folded) if len(folded) >= _FLAT else []
        if not own:
            form += folded if form else ""
            continue
        if form:
            yield form + folded[: folded.find(own[0])]
        *whole, form = own
        yield from whole
    if form:
        yield form


def forms_in(folded: str) -> list[str]:
    """The forms in a line, each from the label of the post's name on."""
    plain = folded.replace(" ", "")
    starts = [found.start() for found in _OPENS.finditer(plain)]
    return [plain[at:end] for at, end in pairwise([*starts, len(plain)])]


def _before_colons(form: str) -> Iterator[tuple[str, Field]]:
    """The longest labels that stand before a colon, and that the table has not."""
    for found in _BEFORE_COLON.finditer(form):
        words = found.group()[-_LONGEST:]
        ends = [words[at:] for at in range(len(words) - _SHORTEST + 1)]
        label = next((label for label in ends if labels().field_of(label) is not None), "")
        if label and _table().isdisjoint(ends) and (meant := _composed(label)):  # not 日常工作|主要职责：
            yield label, meant


def _in_each(forms: list[str]) -> Iterator[tuple[str, Field]]:
    """The labels that stand once in most forms."""
    times = Counter[str]()
    for form in forms:
        times.update(gram for gram, count in _grams(form).items() if count == 1)
    least = max(_LEAST_FORMS, _SHARE * len(forms))
    table = [known for known in _table() if any(known in form for form in forms)]
    often = {
        gram for gram, count in times.items() if count >= least and not any(gram in known for known in table)
    }
    meanings = {gram: meant for gram in often if (meant := _meaning(gram, forms)) is not None}
    composed = [gram for gram in meanings if _composed(gram)]
    for gram, meant in meanings.items():
        if gram not in composed and any(label in gram for label in composed):
            continue
        longer = composed if gram in composed else meanings
        if not any(gram in other and meanings[other] is meant for other in longer if other != gram):
            yield gram, meant


def _table() -> Set[str]:
    return labels().fields.keys() | labels().kinds.keys() | labels().authority_kinds


def _grams(form: str) -> Counter[str]:
    runs = [found.group() for found in _WORDS.finditer(form)]
    sizes = range(_SHORTEST, _LONGEST + 1)
    return Counter(run[at : at + size] for run in runs for size in sizes for at in range(len(run) - size + 1))


def _meaning(gram: str, forms: list[str]) -> Field | None:
    """The field of words that stand in several forms and are no part of a sentence that is in all of them:
    other words go before and behind them, or the end of an item and the number of the next."""
    meant = _composed(gram)
    if meant in _IN_HEAD:
        return meant
    if meant is None and (gram[0] in _ITEM_ENDS or any(known in gram for known in labels().fields)):
        return None
    places = [(form, at, at + len(gram)) for form in forms if (at := form.find(gram)) >= 0]
    table = NO_FORMS.pattern("")
    listed = all(form[end : end + 1] in _MARKS or table.match(form, end) for form, _, end in places)
    behind = listed or len({form[end : end + 1] for form, _, end in places}) >= _LEAST_FORMS
    befores = {form[at - 1 : at] for form, at, _ in places}
    before = len(befores) >= _LEAST_FORMS or befores <= _ITEM_ENDS
    if meant is not None:
        return meant if before or behind else None
    learned = next((field for field, pattern in labels().learned if pattern.search(gram)), None)
    if learned in _NO_PARTS:  # 考核权 is an item
        return None
    lists = learned in (Field.DUTIES, Field.AUTHORITIES)
    return learned if before and (listed if lists else behind) else None


def _composed(words: str) -> Field | None:
    """The field of a label that is put together and that no table has."""
    meant = None if bare(words) in _table() else labels().field_of(words)
    return None if meant is Field.DUTY else meant  # 职责一
