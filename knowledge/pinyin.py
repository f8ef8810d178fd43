"""Pinyin: toneless keys that forgive common confusions. The only pypinyin; loaded when a question needs
it."""

import importlib
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import islice, product
from pathlib import Path

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
    known = _table().get(ord(character))
    if known is None:
        return (character,)
    if character not in _TWO_READINGS:
        return (_toneless(known.partition(",")[0]).replace("ü", "v"),)
    toneless = (_toneless(syllable).replace("ü", "v") for syllable in known.split(","))
    return tuple(dict.fromkeys(toneless))[:_MOST_READINGS]


@lru_cache(maxsize=20_000)
def toned(character: str) -> str:
    """The most usual reading of a character with its tone; itself where it has none."""
    return _table().get(ord(character), character).partition(",")[0]


@lru_cache(maxsize=20_000)
def _character_keys(character: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(syllable_key, readings(character)[:_MOST_READINGS])))


@lru_cache(maxsize=100_000)
def keys(word: str) -> tuple[tuple[str, ...], ...]:
    """The possible keys of a word, one syllable key a character."""
    return tuple(islice(product(*map(_character_keys, word)), _MOST_KEYS))


@lru_cache(maxsize=100_000)
def spellings(word: str) -> tuple[str, ...]:
    """The exact toneless spellings of a word written together (shenpi)."""
    return tuple(map("".join, islice(product(*map(readings, word)), _MOST_KEYS)))


@cache
def syllables() -> frozenset[str]:
    """Every syllable of toneless pinyin."""
    apart = unicodedata.normalize("NFD", ",".join(_table().values()))
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
def _table() -> dict[int, str]:
    """The readings of every character, `zhòng,chóng`; without the program around them, which takes several
    times as long to load."""
    package = find_spec("pypinyin")
    assert package is not None  # a dependency that is always there
    assert package.origin is not None
    spec = spec_from_file_location("pinyin_dict", Path(package.origin).with_name("pinyin_dict.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    table: dict[int, str] = module.pinyin_dict
    return table
