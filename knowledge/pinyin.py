"""Pinyin: toneless keys that forgive common confusions. The only pypinyin; loaded when a question needs
it."""

import importlib
import os
import unicodedata
from functools import cache, lru_cache
from itertools import product
from typing import Any

from knowledge.regex import regex

_MOST_READINGS = 2
_TWO_READINGS = frozenset(
    "长行会重调还得都系传单乐率差处分相中应当间谁供更量数种降结教角觉朝曾便着藏"
)  # in daily use
_MOST_KEYS = 4
_LONGEST = 8  # characters of a word whose reading is known
_LATIN = regex(r"[A-Za-z0-9]+")
_TONES = dict.fromkeys(map(ord, "\u0304\u0301\u030c\u0300"))  # the four tone marks, apart from their vowels


def syllable_key(syllable: str) -> str:
    """A syllable with zh/z, ch/c, sh/s, final ng/n and lü/lv made equal."""
    key = syllable.replace("ü", "v")
    if key[:2] in ("zh", "ch", "sh"):
        key = key[0] + key[2:]
    return key[:-1] if key.endswith("ng") and len(key) > 2 else key


@lru_cache(maxsize=20_000)
def readings(character: str) -> tuple[str, ...]:
    """The toneless readings of a character, the most usual first; itself where it has none."""
    found: list[list[str]] = _pypinyin().pinyin(
        character, style=0, heteronym=True, errors=lambda text: [text]
    )
    if not found:
        return (character,)
    return tuple(dict.fromkeys(found[0]))[: _MOST_READINGS if character in _TWO_READINGS else 1]


@lru_cache(maxsize=100_000)
def keys(word: str) -> tuple[tuple[str, ...], ...]:
    """The possible keys of a word, one syllable key a character."""
    options = [tuple(dict.fromkeys(syllable_key(r) for r in readings(c)[:_MOST_READINGS])) for c in word]
    return tuple(product(*options))[:_MOST_KEYS]


@lru_cache(maxsize=100_000)
def spellings(word: str) -> tuple[str, ...]:
    """The exact toneless spellings of a word written together (shenpi)."""
    options = [readings(c)[:_MOST_READINGS] for c in word]
    return tuple("".join(parts).replace("ü", "v") for parts in list(product(*options))[:_MOST_KEYS])


@cache
def syllables() -> frozenset[str]:
    """Every syllable of toneless pinyin."""
    table: dict[int, str] = _pypinyin().pinyin_dict.pinyin_dict
    apart = unicodedata.normalize("NFD", ",".join(table.values()))
    toneless = unicodedata.normalize("NFC", apart.translate(_TONES)).replace("ü", "v")
    return frozenset(s for s in toneless.split(",") if s.isascii() and s.isalpha())


@cache
def homophones(character: str, among: tuple[str, ...]) -> tuple[str, ...]:
    """The characters of the very same toneless sound, in the order of `among`."""
    return tuple(c for c in _by_sound(among).get(readings(character)[0], ()) if c != character)


def spelled(text: str) -> list[tuple[str, bool]]:
    """A text in pinyin as it is typed: a syllable a character, read as the words of the text are (科长
    kezhang, 长期 changqi); Latin words stay, marked True."""
    found: list[tuple[str, bool]] = []
    words = _words()
    start = 0
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        latin = _LATIN.match(text, start)
        if latin:
            found.append((latin.group(), True))
            start = latin.end()
            continue
        end = next((e for e in range(start + _LONGEST, start + 1, -1) if text[start:e] in words), start + 1)
        known = words.get(text[start:end])
        syllables = [s[0] for s in known] if known else [readings(text[start])[0]]
        found += [(_toneless(syllable).replace("ü", "v"), False) for syllable in syllables]
        start = end
    return found


@cache
def _by_sound(among: tuple[str, ...]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for character in among:
        table.setdefault(readings(character)[0], []).append(character)
    return table


def _toneless(syllable: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", syllable).translate(_TONES))


@cache
def _words() -> dict[str, list[list[str]]]:
    """The readings of whole words; only writing pinyin needs them, reading it does not."""
    table: dict[str, list[list[str]]] = importlib.import_module("pypinyin.phrases_dict").phrases_dict
    return table


@cache
def _pypinyin() -> Any:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # the phrase dictionary costs 100 ms and is not used
    import pypinyin
    import pypinyin.pinyin_dict

    return pypinyin
