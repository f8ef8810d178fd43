"""What searches statements: ours, and what else could. Each is built into a folder, then opened from it."""

import pickle
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import bm25s
import tantivy
from rapidfuzz import fuzz, process

from knowledge.index.features import features
from knowledge.index.hit import rescored
from knowledge.index.stored import StoredIndex, build_index, open_index

_FOUND = 10
_RESCORED = 50
Words = list[str]
Search = Callable[[str, Words], int | None]  # a question and its words → the number of the best text


class Engine(Protocol):
    """`build` writes what `open` reads."""

    slow: bool  # takes a sample of the questions

    def build(self, folder: Path, corpus: "Corpus") -> None: ...

    def open(self, folder: Path) -> Search: ...


class Corpus:
    """Statements with repetitions, the distinct ones among them, and their words."""

    def __init__(self, statements: list[str], texts: list[str], cuts: list[Words]) -> None:
        self.statements, self.texts, self.cuts = statements, texts, cuts


class Ours:
    """The index on disk, over all statements, forty a document."""

    slow = False

    def build(self, folder: Path, corpus: Corpus) -> None:
        words = dict(zip(corpus.texts, corpus.cuts, strict=True))
        every = corpus.statements
        build_index(folder, {str(n): every[n : n + 40] for n in range(0, len(every), 40)}, words.__getitem__)

    def open(self, folder: Path) -> Search:
        asked: dict[str, Words] = {}
        index = open_index(folder, asked.__getitem__)
        assert isinstance(index, StoredIndex)

        def search(question: str, words: Words) -> int | None:
            asked[question] = words  # cut beforehand, as for the others
            hits = index.search(question, limit=_FOUND)
            return hits[0].number if hits else None

        return search


class Tantivy:
    """tantivy over words, or over words and bigrams with the best fifty compared letter by letter."""

    slow = False

    def __init__(self, bigrams: bool) -> None:
        self._bigrams = bigrams

    def _terms(self, words: Words) -> Words:
        if self._bigrams:
            return list(features(words))
        return [word for word in words if any(map(str.isalnum, word))]

    @staticmethod
    def _schema() -> Any:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
        builder.add_integer_field("number", stored=True, fast=True)
        return builder.build()

    def build(self, folder: Path, corpus: Corpus) -> None:
        index = tantivy.Index(self._schema(), path=str(folder))
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for number, words in enumerate(corpus.cuts):
            writer.add_document(tantivy.Document(body=" ".join(self._terms(words)), number=number))
        writer.commit()
        writer.wait_merging_threads()
        if self._bigrams:
            _keep(folder / "texts.pickle", corpus.texts)

    def open(self, folder: Path) -> Search:
        index = tantivy.Index(self._schema(), path=str(folder))
        schema, searcher = index.schema, index.searcher()
        texts: Sequence[str] = _kept(folder / "texts.pickle") if self._bigrams else ()
        limit = _RESCORED if self._bigrams else _FOUND

        def search(question: str, words: Words) -> int | None:
            terms = [tantivy.Query.term_query(schema, "body", term) for term in self._terms(words)]
            if not terms:
                return None
            query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
            hits = searcher.search(query, limit, count=False).hits
            found = [(score, searcher.doc(address)["number"][0]) for score, address in hits]
            if not found:
                return None
            if not self._bigrams:
                return int(found[0][1])
            best = found[0][0]
            numbers = [n for _, n in found]
            scores = rescored(question, [texts[n] for n in numbers], [score / best for score, _ in found])
            return int(max(zip(scores, numbers, strict=True), key=lambda one: (one[0], -one[1]))[1])

        return search


class Bm25s:
    """bm25s over words, compiled by numba."""

    slow = False

    def build(self, folder: Path, corpus: Corpus) -> None:
        index = bm25s.BM25(backend="numba")
        index.index(corpus.cuts, show_progress=False)
        index.save(str(folder))

    def open(self, folder: Path) -> Search:
        index = bm25s.BM25.load(str(folder), mmap=True)
        index.backend = "numba"
        index.activate_numba_scorer()

        def search(question: str, words: Words) -> int | None:
            known = [word for word in words if word in index.vocab_dict]
            if not known:
                return None
            found, _ = index.retrieve([known], k=_FOUND, show_progress=False, n_threads=1)
            return int(found[0][0])

        return search


class Trigrams:
    """SQLite FTS5 over every three neighbouring characters."""

    slow = True

    def build(self, folder: Path, corpus: Corpus) -> None:
        with sqlite3.connect(folder / "texts.sqlite") as connection:
            connection.execute("create virtual table statement using fts5(text, tokenize='trigram')")
            connection.executemany(
                "insert into statement(rowid, text) values (?, ?)", enumerate(corpus.texts)
            )
            connection.execute("insert into statement(statement) values ('optimize')")

    def open(self, folder: Path) -> Search:
        connection = sqlite3.connect(folder / "texts.sqlite")

        def search(question: str, words: Words) -> int | None:
            clean = question.replace('"', "")
            query = " OR ".join(f'"{clean[i : i + 3]}"' for i in range(len(clean) - 2))
            statement = "select rowid from statement where statement match ? order by rank limit 10"
            found = connection.execute(statement, (query,)).fetchone() if query else None
            return int(found[0]) if found else None

        return search


class Fuzzy:
    """rapidfuzz alone: the best WRatio over all."""

    slow = True

    def build(self, folder: Path, corpus: Corpus) -> None:
        _keep(folder / "texts.pickle", corpus.texts)

    def open(self, folder: Path) -> Search:
        texts: list[str] = _kept(folder / "texts.pickle")

        def search(question: str, words: Words) -> int | None:
            found = process.extractOne(question, texts, scorer=fuzz.WRatio)
            return int(found[2]) if found else None

        return search


ENGINES: dict[str, Engine] = {
    "rolebot": Ours(),
    "tantivy, words": Tantivy(bigrams=False),
    "tantivy, words + bigrams, rescored": Tantivy(bigrams=True),
    "bm25s, numba": Bm25s(),
    "SQLite FTS5, trigrams": Trigrams(),
    "rapidfuzz WRatio": Fuzzy(),
}


def _keep(path: Path, what: Any) -> None:
    path.write_bytes(pickle.dumps(what))


def _kept(path: Path) -> Any:
    return pickle.loads(path.read_bytes())
