"""The handbook: documents in, answers out. The one thing that a program using this package needs."""

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.answer import Answer
from knowledge.company_words import NO_WORDS, CompanyWords, Meaning
from knowledge.conflict import Conflicts
from knowledge.errors import DocumentError
from knowledge.organization import Organization
from knowledge.questions.context import Context
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.questions.topic import topics
from knowledge.questions.understand import Mind
from knowledge.questions.understood import Understood
from knowledge.word_list import Entry, make_entry

if TYPE_CHECKING:  # what answers from a compiled form needs nothing that reads documents
    from knowledge.compiled.opening import Folder
    from knowledge.documents.document import Document, Unread
    from knowledge.questions.teacher import Teacher


class Handbook:
    """What an organization's documents say, and answers from it."""

    def __init__(
        self, documents: Iterable["Document"], entries: Iterable[Entry] = (), newest_wins: bool = False
    ) -> None:
        """`entries`: the company's own words; those that would do harm are not used (`words.refusals`).

        `newest_wins`: whether of several descriptions of one role only that in the newest file counts.
        """
        plain = _organization(documents, newest_wins) if documents != () else None
        self._read: Callable[[], Organization] = lambda: plain or _organization((), newest_wins)
        self._entries = tuple(entries)
        self._compiled: Folder | None = None
        self._asked: Mind | None = None
        self.documents: tuple[Document, ...] = ()
        self._unread: tuple[Unread, ...] = ()

    @classmethod
    def load(
        cls,
        paths: Iterable[str | Path],
        words: str | Path | None = None,
        keep: bool = False,
        newest_wins: bool = False,
    ) -> "Handbook":
        """The handbook of files and folders, with the company's words in the file `words`, by default those
        in `words.txt` among the documents or beside them.

        A file that cannot be read stands in `unread` and the others are used. Raises DocumentError for a path
        that does not exist, where nothing can be read, and where no role, department or rule is found.

        `keep`: whether the documents themselves stay in `documents`, for what is checked in them;
        `newest_wins`: whether of several descriptions of one role only that in the newest file counts.
        """
        from knowledge.documents.own_words import word_files
        from knowledge.documents.reader import read_documents, read_words

        chosen = [Path(path) for path in paths]
        lists = word_files(chosen) if words is None else [Path(words)]
        entries = [entry for file in lists for entry in read_words(file).entries]
        documents = read_documents(chosen, lists)
        handbook = cls(documents.read, entries, newest_wins)
        handbook.documents = documents.read if keep else ()
        handbook._unread = documents.unread
        if not handbook.organization.says_anything:
            names = "、".join(path.name for path in chosen)
            nothing = (
                f"在“{names}”里没有读到任何岗位、部门或审批规定。"
                "请检查文档里是否有“岗位名称”“直接上级”“职责”之类的内容。"
            )
            raise DocumentError("\n".join([nothing, *(file.reason for file in documents.unread)]))
        return handbook

    @classmethod
    def sample(cls, words: str | Path | None = None, keep: bool = False) -> "Handbook":
        """The sample handbook that ships with the program, with the company's words in a file."""
        from importlib.resources import as_file, files

        with as_file(files("knowledge").joinpath("sample")) as folder:
            return cls.load([folder], words, keep)

    @classmethod
    def of(cls, organization: Organization, entries: Iterable[Entry] = ()) -> "Handbook":
        """The handbook of what documents say, read without the company's words, and those words."""
        handbook = cls((), entries)
        handbook._read = lambda: organization
        return handbook

    @classmethod
    def compiled(
        cls,
        folder: Path,
        key: str,
        documents: Callable[[], Iterable["Document"]],
        entries: Iterable[Entry] = (),
        newest_wins: bool = False,
    ) -> "Handbook | None":
        """The handbook that `compile` wrote into a folder; None where the folder holds none of that `key`,
        or a damaged one. A `key` says all that it was made of: the documents, the words, and the program
        (`knowledge.compiled.manifest.program`). `documents`: read only where they are needed; `entries`,
        `newest_wins`: as it was made with."""
        from knowledge.compiled.manifest import is_whole
        from knowledge.compiled.opening import Folder  # what answers from documents needs none of it

        if not is_whole(folder, key):
            return None
        handbook = cls((), entries)
        handbook._read = cache(lambda: _organization(documents(), newest_wins))
        handbook._compiled = Folder(folder)
        return handbook

    def compile(self, folder: Path, key: str, told: Callable[[str], None] = lambda _: None) -> None:
        """Write the handbook into a folder, so that it is opened in no time however large it is. `key`: what
        tells it from others there; `told`: hears of each part. Raises OSError."""
        from knowledge.compiled.writing import write_compiled  # what answers needs none of it

        write_compiled(folder, lambda: self.organization, key, told)

    def keep(self, folder: Path, key: str) -> bool:
        """Write into a folder what was worked out to answer so far, for `compiled` to open, where the folder
        does not have it; whether anything was written. For what is small: it takes a tenth of a second.
        Raises OSError."""
        if self._asked is None:
            return False
        lexicon, speller = self._asked.lexicon, self._asked.speller
        if self._compiled is not None:
            from knowledge.compiled.opening import has_more

            if not has_more(self._compiled, lexicon, speller):
                return False
        from knowledge.compiled.writing import write_lightly

        write_lightly(folder, lexicon, speller, key)
        return True

    @cached_property
    def organization(self) -> Organization:
        """What the documents say, with the company's words."""
        if self._compiled is not None:
            from knowledge.compiled.opening import KeptOrganization

            return KeptOrganization(self._compiled, self._with_words)
        return self._with_words()

    @property
    def _plain(self) -> Organization:
        """What the documents say, without the company's words."""
        return self._read()

    def _with_words(self) -> Organization:
        words = self._teacher().learn(self._entries) if self._entries else NO_WORDS
        return Organization(self._plain.readings, words) if words.entries else self._plain

    def _teacher(self) -> "Teacher":
        from knowledge.questions.teacher import Teacher

        return Teacher(self._plain)

    @property
    def unread(self) -> "tuple[Unread, ...]":
        """The files, and parts of files, that were not read, and why."""
        return self._unread

    @property
    def words(self) -> CompanyWords:
        """The company's words: what they mean, and those that are not used."""
        return self.organization.words

    def meaning(self, line: str) -> Meaning:
        """What `报账=费用报销` would mean. Raises WordError, saying why it cannot be taught."""
        teacher = self._teacher()
        teacher.learn(self._entries)
        return teacher.teach(make_entry(line))

    def taught(self, line: str) -> "Handbook":
        """The handbook that knows `报账=费用报销` too. Raises WordError, saying why it cannot be taught."""
        self.meaning(line)
        return self.with_words([*self._entries, make_entry(line)])

    def forgetting(self, word: str) -> "Handbook":
        """The handbook without one of the company's words."""
        kept = (entry.without(word) if entry.has(word) else entry for entry in self._entries)
        return self.with_words(entry for entry in kept if entry is not None)

    def with_words(self, entries: Iterable[Entry]) -> "Handbook":
        """The handbook of the same documents with other company words."""
        other = Handbook((), entries)
        other._read, other._unread = self._read, self._unread
        return other

    @cached_property
    def _conflicts(self) -> Conflicts:
        return Conflicts(self.organization.descriptions)

    @cached_property
    def _mind(self) -> Mind:
        mind = self._new_mind()
        mind.prepare()
        return mind

    def _new_mind(self) -> Mind:
        if self._compiled is not None:
            from knowledge.compiled.opening import KeptLexicon, KeptSpeller

            kept = KeptLexicon(self._compiled, self.organization)
            return Mind(kept, KeptSpeller(self._compiled, kept))
        lexicon = Lexicon(self.organization)
        return Mind(lexicon, Speller(lexicon))

    def prepare(self) -> None:
        """Makes ready what questions need, so that the first one is answered as quickly as any."""
        _ = self._mind

    def ask(self, question: str, context: Context | None = None) -> tuple[Answer, Context]:
        """The answer to a question, and the context to pass along with the next one of the conversation."""
        answer, after = self._mind.answer(question, context or Context())
        return self._conflicts.told(answer), after

    def ask_once(self, question: str) -> Answer:
        """The answer to a single question, soonest: nothing is made ready for further ones."""
        self._asked = self._new_mind()
        answer, _ = self._asked.answer(question, Context())
        return self._conflicts.told(answer)

    def read(self, question: str) -> Question:
        """A question as it is read: put right, cut, with what it mentions and which of its clauses ask."""
        return Question(question, self._mind.lexicon, self._mind.speller)

    def answer_of(self, understood: Understood) -> Answer:
        """What one reading of a question answers, whether it is the best one or not."""
        return topics()[understood.reading.topic].answer(understood.case, understood.reading)

    def explain(self, question: str, context: Context | None = None) -> list[Understood]:
        """Every reading of a question with its score, best first."""
        return self._mind.readings(question, context or Context())


def _organization(documents: Iterable["Document"], newest_wins: bool) -> Organization:
    from knowledge.newest import newest
    from knowledge.readings import readings_of

    return Organization(newest(documents) if newest_wins else readings_of(documents))
