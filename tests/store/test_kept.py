"""What is kept: members, questions, feedback, versions of documents, and so on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import Context, Handbook
from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.reader import read_document
from knowledge.store.draft import Draft
from knowledge.store.kept import library
from knowledge.store.kept.asked import Asked, AskedOn, count_question, most_asked, unanswered
from knowledge.store.kept.audit import Audit, note
from knowledge.store.kept.conversation import Conversation
from knowledge.store.kept.counter import next_number
from knowledge.store.kept.feedback import Feedback
from knowledge.store.kept.library import Original, Version
from knowledge.store.kept.member import Invite, Member, join
from knowledge.store.kept.person import Person
from knowledge.store.kept.words import ONLY, Words
from knowledge.store.record import Record
from knowledge.store.store import Store

NOW = 1_900_000_000.0
SAMPLE = Path(library.__file__).parents[2] / "sample"


def put(store: Store, *records: Record) -> None:
    store.change(lambda draft: [draft.put(record) for record in records])


@pytest.mark.parametrize(
    "record",
    [
        Member("7", "小王", NOW, "admin", True),
        Invite("abc", "admin", NOW, 5, NOW + 60),
        Person("7", ("客户开发专员",), {"上级": "done"}, NOW, {"语言": "中文"}),
        Conversation("-100", Context(("甲",), "谁审批", ("乙",), ("丙",), "who_does", ("一", "二")), NOW),
        Conversation("1"),
        Feedback(3, "1", "7", "问", "答", False, "不对", NOW, True),
        Feedback(4),
        Asked("谁审批费用报销", {"answered": 2}, "answered", 1.5, 2.5),
        Audit(1, "admin", "import", "换了文档", NOW),
        Words("报账=费用报销\n# 备注\n"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_is_put_is_got(store: Store, record: Record) -> None:
    put(store, record)
    assert store.get(type(record), record.key) == record


# ── members ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("invite", "before", "person", "code", "joins", "left"),
    [
        (Invite("a"), None, "7", "a", True, None),
        (Invite("a", left=2), None, "7", "a", True, 1),
        (Invite("a", until=NOW + 1), None, "7", "a", True, None),
        (Invite("a", until=NOW), None, "7", "a", False, 1),
        (Invite("a", left=0), None, "7", "a", False, 0),
        (Invite("a"), None, "7", "b", False, 1),
        (Invite("a"), Member("7"), "7", "a", True, 1),
        (Invite("a"), Member("7", barred=True), "7", "a", False, 1),
    ],
)
def test_an_invitation(
    store: Store,
    invite: Invite,
    before: Member | None,
    person: str,
    code: str,
    joins: bool,
    left: int | None,
) -> None:
    put(store, invite, *([before] if before else []))
    joined = store.change(lambda draft: join(draft, code, person, "小王", NOW))
    assert (joined is not None) is joins
    kept = store.get(Invite, "a")
    assert (kept.left if kept else None) == left
    if joins and before is None:
        assert store.get(Member, person) == Member(person, "小王", NOW, "a")


# ── questions ────────────────────────────────────────────────────────────────────────────────────────────


def ask(store: Store, *questions: tuple[str, str, float]) -> None:
    for wording, outcome, at in questions:
        store.change(lambda draft, w=wording, o=outcome, a=at: count_question(draft, w, o, a), lasting=False)


def test_questions_are_counted_by_wording_and_outcome(store: Store) -> None:
    ask(
        store,
        ("谁审批费用报销", "answered", NOW),
        ("谁审批 费用报销？", "answered", NOW + 5),
        ("几点下班", "not_found", NOW + 1),
        ("火箭谁管", "not_found", NOW + 2),
        ("火箭谁管", "not_found", NOW - 90_000),
        ("年假几天", "not_found", NOW + 3),
        ("年假几天", "answered", NOW + 4),
    )
    assert [(asked.wording, asked.times) for asked in unanswered(store)] == [("火箭谁管", 2), ("几点下班", 1)]
    first = next(asked for asked in most_asked(store) if asked.wording == "谁审批费用报销")
    assert first == Asked("谁审批费用报销", {"answered": 2}, "answered", NOW, NOW + 5)
    assert {on.day: on.counts for on in store.all(AskedOn)} == {
        21990: {"answered": 3, "not_found": 3},
        21989: {"not_found": 1},
    }


@pytest.mark.parametrize("wording", ["", " ", "？", "长" * 5000, "💡", "\ud800"])
def test_odd_questions_are_counted(store: Store, wording: str) -> None:
    ask(store, (wording, "not_found", NOW), (wording, "not_found", NOW))
    assert [asked.times for asked in unanswered(store)] == [2]
    assert len(unanswered(store)[0].wording) <= 200


def test_notes_of_changes_are_numbered(store: Store) -> None:
    for by in ("甲", "乙"):
        store.change(lambda draft, by=by: note(draft, by, "teach", "报账=费用报销", NOW))
    assert [(entry.number, entry.by) for entry in store.all(Audit)] == [(1, "甲"), (2, "乙")]
    assert store.change(lambda draft: next_number(draft, Feedback)) == 1


# ── documents ────────────────────────────────────────────────────────────────────────────────────────────


def original(name: str, text: str) -> Original:
    source = Source(name, 1)
    cells = Block(Kind.ROW, text, source, cells=("岗位", text), continued=frozenset({1}), table=1, quote=text)
    item = Block(Kind.ITEM, text, source, level=2, number=3, strong=text, continues=True)
    return Original(Document(name, (cells, item), frame=(item,)), text.encode())


def imported(store: Store, *originals: Original) -> Version:
    version = store.change(lambda draft: library.import_version(draft, originals, "admin", NOW, "换了"))
    assert version is not None
    return version


def documents(store: Store) -> list[Document]:
    return library.documents_of(store, library.current_version(store))


def test_nothing_imported(store: Store) -> None:
    assert library.current_version(store) is None
    assert documents(store) == []
    assert store.change(library.go_back) is None


def test_documents_are_kept_as_they_were_read(store: Store) -> None:
    originals = [Original(read_document(path), path.read_bytes()) for path in sorted(SAMPLE.glob("*.md"))]
    version = imported(store, *originals)
    assert version == Version(1, version.list, len(originals), "admin", NOW, "换了")
    assert library.current_version(store) == version
    assert library.originals_of(store, library.filed(store, version)) == originals
    kept, read = Handbook(documents(store)), Handbook.sample()
    assert kept.ask("谁审批费用报销") == read.ask("谁审批费用报销")
    blocks = [block.quote for document in documents(store) for block in document.blocks]
    assert blocks == [block.quote for one in originals for block in one.document.blocks]


def test_earlier_versions_can_be_gone_back_to(store: Store) -> None:
    texts = ["甲", "乙", "丙"]
    for text in texts:
        imported(store, original("a.md", text))
    for text in ("乙", "甲"):
        assert store.change(library.go_back) is not None
        assert documents(store) == [original("a.md", text).document]
    assert store.change(library.go_back) is None
    assert documents(store) == [original("a.md", "甲").document]
    assert store.change(lambda draft: library.go_back(draft, 3)) is not None
    assert documents(store) == [original("a.md", "丙").document]
    assert store.change(lambda draft: library.go_back(draft, 9)) is None
    store.change(library.go_back)
    assert imported(store, original("a.md", "丁")).number == 4
    assert [version.number for version in library.versions(store)] == [1, 2, 3, 4]


def test_an_import_that_was_overtaken_changes_nothing(store: Store) -> None:
    imported(store, original("a.md", "甲"))

    def late(instead_of: int) -> Version | None:
        new = [original("a.md", "乙")]
        return store.change(lambda draft: library.import_version(draft, new, "", NOW, "", instead_of))

    assert late(0) is None
    assert documents(store) == [original("a.md", "甲").document]
    assert late(1) is not None
    assert documents(store) == [original("a.md", "乙").document]


def test_old_versions_go_with_their_files(store: Store) -> None:
    same = original("b.md", "同")
    for number in range(library.MOST_VERSIONS + 5):
        imported(store, original("a.md", f"第{number}版"), same)
    assert [v.number for v in library.versions(store)] == list(range(6, library.MOST_VERSIONS + 6))
    assert len(store.digests()) == 3 * library.MOST_VERSIONS + 2
    assert library.originals_of(store, library.filed(store, library.versions(store)[0]))[1] == same


def test_documents_last(reopen: Callable[[], Store]) -> None:
    with reopen() as store:
        imported(store, original("a.md", "甲"))
    with reopen() as store:
        assert documents(store) == [original("a.md", "甲").document]
        assert store.get(Words, ONLY) is None


def test_an_import_that_fails_changes_nothing(store: Store) -> None:
    imported(store, original("a.md", "甲"))
    before = store.digests()

    def work(draft: Draft) -> None:
        library.import_version(draft, [original("a.md", "乙")], "admin", NOW, "")
        raise LookupError

    with pytest.raises(LookupError):
        store.change(work)
    assert documents(store) == [original("a.md", "甲").document]
    assert store.digests() == before
