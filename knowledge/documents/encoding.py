"""The text in bytes of any encoding: UTF-8, UTF-16, GB18030, or a mixture of the first and the last."""

import codecs
from collections import Counter
from collections.abc import Iterator

from knowledge.documents.problem import problem

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_MOST_GARBLED = 0.02  # of the lines that are not ASCII, what may be neither UTF-8 nor GB18030


def decode(data: bytes, name: str) -> str:
    """The text of the document `name`; what cannot be decoded in it is U+FFFD. Raises DocumentError where it
    is no text."""
    if data[:2] in _UTF16:
        return _checked(data[2:].decode(_UTF16[data[:2]], "replace"), name)
    if b"\x00" in data:
        return _checked(data.decode(_utf16_without_mark(data, name), "replace"), name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _by_lines(data.removeprefix(codecs.BOM_UTF8), name)


def _utf16_without_mark(data: bytes, name: str) -> str:
    """The byte order of UTF-16: the zero bytes of its line ends and letters stand all at one side. Raises
    DocumentError where they do not."""
    sample = data[: 1 << 16]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    order = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(order, "replace")
    usual = sum(sign.isascii() or _is_chinese(sign) for sign in text)
    if len(data) % 2 or min(odd, even) > max(odd, even) * 0.05 or usual < len(text) * 0.9:
        raise problem("encoding", name)
    return order


def _checked(text: str, name: str) -> str:
    """The text if it is one. Raises DocumentError for what is mostly characters that no text has."""
    strange = sum(count for sign, count in Counter(text).items() if _strange(sign))
    if strange > max(2, len(text) * _MOST_GARBLED):
        raise problem("encoding", name)
    return text


def _strange(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or (sign < " " and sign not in "\t\n\r\f\v\x1a")


def _by_lines(data: bytes, name: str) -> str:
    """Text that is not all UTF-8: GB18030, or lines of both as programs paste them together, or damaged."""
    lines = data.splitlines(keepends=True)
    texts = list(map(_line, lines))
    worded = sum(not line.isascii() for line in lines)
    garbled = sum("\ufffd" in text for text in texts)
    if garbled > max(1, worded * _MOST_GARBLED):
        raise problem("encoding", name)
    return _checked("".join(texts), name)


def _line(line: bytes) -> str:
    """A line of either encoding. GB18030 takes most of UTF-8 for other characters, whereas bytes of GB18030
    hardly ever make a Chinese character of UTF-8: so Chinese in UTF-8 decides."""
    if line.isascii():
        return line.decode("ascii")
    as_utf8 = line.decode("utf-8", "replace")
    if sum(map(_is_chinese, as_utf8)) > as_utf8.count("\ufffd"):
        return as_utf8
    try:
        return line.decode("gb18030")
    except UnicodeDecodeError:
        return as_utf8 if "\ufffd" not in as_utf8 else line.decode("gb18030", "replace")


def _is_chinese(sign: str) -> bool:
    return "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"


def garbled_lines(text: str) -> Iterator[int]:
    """The lines (from 1) in which something could not be decoded."""
    return (number for number, line in enumerate(text.splitlines(), start=1) if "\ufffd" in line)
