"""The invented company, made as it is read: the same as reading its documents."""

from pathlib import Path

from benchmarks.company import company
from benchmarks.compiled_company import read
from knowledge.documents.reader import read_documents
from knowledge.roles.job_description import read_roles


def test_the_company_is_made_as_the_reader_reads_it(tmp_path: Path) -> None:
    made = company(40)
    documents = read_documents(made.write(tmp_path)).read
    for read_one, made_one in zip(map(read_roles, documents), read(made), strict=True):
        assert made_one == read_one
        for one, other in zip(made_one.roles, read_one.roles, strict=True):
            assert one.named.source == other.named.source
            passages = [(p.quote, p.source) for d in one.duties for p in d.passages()]
            assert passages == [(p.quote, p.source) for d in other.duties for p in d.passages()]
            rights = [(p.quote, p.source) for x in one.authorities for p in x.items]
            assert rights == [(p.quote, p.source) for x in other.authorities for p in x.items]
            assert {f: p.quote for f, p in one.facts.items()} == {f: p.quote for f, p in other.facts.items()}
