"""Two spellings of one text made equal, without moving a character.

Every function here that returns a text of the same length keeps positions: character i of the result is
character i of the input, so a span found in the folded text can be quoted from the original.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from knowledge.regex import needed, regex, sifted
from knowledge.tables import load_table

_PUNCTUATION = str.maketrans("「」『』，；：！？（）［］【】“”‘’　 \t—–～", '"""",;:!?()[][]""\'\'   --~')
_WIDE = regex("[\uff00-\uffef]")
_ALSO_SIMPLIFIED = dict.fromkeys(map(ord, "啰镕喆祎"))  # in daily use, but not in gb2312
_LINE, _LINES = 200, 4096  # characters of a line whose folded form is kept, and how many are
_IDEOGRAPHS = regex("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
CHINESE_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}


_GROUPING = regex(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")  # the comma of 1,000


def fold(text: str) -> str:
    """Full width to half width, traditional to simplified, upper case to lower; the length stays the same.

    A comma that groups the digits of a number (1,000) becomes an apostrophe: it ends no clause.
    """
    return _fold_line(text) if len(text) <= _LINE else _fold(text)


def _fold(text: str) -> str:
    folded = text.translate(_PUNCTUATION)
    if "," in folded:
        folded = _GROUPING.sub("'", folded)
    if not folded.isascii():
        folded = "".join(map(_fold_character, folded)) if _WIDE.search(folded) else folded
        folded = _simplify(folded)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded


_fold_line = lru_cache(_LINES)(_fold)  # reading asks a dozen times for the same line


def is_chinese(character: str) -> bool:
    """Whether the character is a Chinese ideograph."""
    return "\u4e00" <= character <= "\u9fff"


def is_word(character: str) -> bool:
    """Whether the character carries meaning: an ideograph, letter or digit."""
    return character.isalnum()


def bare(text: str) -> str:
    """The folded text without blanks and punctuation, for comparing names and labels."""
    return "".join(filter(str.isalnum, fold(text)))


def bigrams(text: str) -> list[str]:
    """The pairs of neighbouring characters of `text`, in order; a single character is its own pair."""
    return [text[i : i + 2] for i in range(len(text) - 1)] or ([text] if text else [])


def undamaged(folded: str) -> str:
    """A folded text with known scrape damage put right, for matching; its length may change."""
    for pattern, replacement, needs in _damage():
        if not needs or not needs.isdisjoint(folded):
            folded = pattern.sub(replacement, folded)
    return folded


def traditional(text: str) -> str:
    """A text in the traditional characters that are typed in daily use."""
    written: str = _converter("s2tw").convert(text)
    return written


def parse_number(text: str) -> int | None:
    """A whole number in Arabic or Chinese digits up to 99 (十二, 二十, 3), or None."""
    if text.isdecimal():
        return int(text)
    if not text or any(c not in CHINESE_DIGITS and c != "十" for c in text):
        return None
    tens, ten, ones = text.partition("十")
    if not ten:
        return CHINESE_DIGITS[text] if len(text) == 1 else None
    return (CHINESE_DIGITS.get(tens, 1) if tens else 1) * 10 + (CHINESE_DIGITS.get(ones, 0) if ones else 0)


def _fold_character(character: str) -> str:
    if "①" <= character <= "⑳":
        return character  # ①5天 is no 15天
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _simplify(text: str) -> str:
    if _is_simplified(text) or _is_simplified("".join(_IDEOGRAPHS.findall(text)).translate(_ALSO_SIMPLIFIED)):
        return text  # the common case, and opencc stays unloaded
    simplified: str = _converter("t2s").convert(text)
    return simplified if len(simplified) == len(text) else "".join(map(_simplify_character, text))


def _is_simplified(text: str) -> bool:
    """Whether a text has no characters but those of a set in which only simplified ones are."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _simplify_character(character: str) -> str:
    simplified: str = _converter("t2s").convert(character)
    return simplified if len(simplified) == 1 else character


@cache
def _damage() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """The patterns of damage, what they are replaced by, and what a text must have for them."""
    table = load_table("knowledge", "damage.toml")["repairs"]
    return tuple((made, new, needed(made)) for made, new in ((sifted(source), new) for source, new in table))


@cache
def _converter(way: str) -> Any:
    import opencc

    return opencc.OpenCC(way)


def has_in_order(text: str, characters: str) -> bool:
    """Whether a text has some characters in their order, whatever stands between them."""
    rest = iter(text)
    return all(character in rest for character in characters)
