"""An invented company as what was read of its documents, and compiled: to measure answers without reading
tens of thousands of files first. It is what the reader makes of `Company.write`; a test compares the two.

    .venv/bin/python -m benchmarks.compiled_company 50000 FOLDER
"""

import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.company import Company, Post, company
from knowledge.compiled.manifest import is_whole
from knowledge.compiled.shelf import FileShelf
from knowledge.compiled.writing import write_compiled
from knowledge.documents.document import Source
from knowledge.organization import Organization
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading
from knowledge.roles.role import Duty, Listing, Passage, Role

_FIRST_ROW = 4  # lines from the heading of a post to the row of its name


def compiled(roles: int, folder: Path) -> str:
    """The key of a company of so many roles that is compiled in a folder, now or before."""
    key = f"company {roles}"
    if not is_whole(folder, key):
        began = time.perf_counter()

        def told(part: str) -> None:
            print(f"{time.perf_counter() - began:8.1f} s  {part}", file=sys.stderr, flush=True)

        def organization() -> Organization:
            return Organization(read(company(roles)), shelf=FileShelf(folder.parent))

        told("the company")
        write_compiled(folder, organization, key, told)
        told("done")
    return key


def read(made: Company, posts_per_file: int = 8) -> Iterator[Reading]:
    """What the documents say that `made.write` writes."""
    files = 0
    for department, members in groupby(made.posts, key=lambda post: post.department):
        posts = list(members)
        for start in range(0, len(posts), posts_per_file):
            name, line, roles = f"{files:05}-{department}.md", 1, []
            for post in posts[start : start + posts_per_file]:
                roles.append(_role(post, name, line))
                line += post.markdown().count("\n") + 1
            files += 1
            yield Reading(name, tuple(roles), (), (), (), ())


def _role(post: Post, document: str, line: int) -> Role:
    rows = {
        Field.NAME: ("岗位名称", post.name),
        Field.DEPARTMENT: ("所在部门", post.department),
        Field.SUPERIOR: ("直接上级", post.superior or "无"),
        Field.SUBORDINATES: ("直接下级", "、".join(post.subordinates) or "无"),
        Field.HEADCOUNT: ("岗位编制", f"{post.headcount}人"),
        Field.CODE: ("岗位编号", post.code),
    }
    at = line + _FIRST_ROW
    facts = {
        field: Passage(value, f"{label} | {value}", Source(document, at + row))
        for row, (field, (label, value)) in enumerate(rows.items())
    }
    none = {Field.SUPERIOR: not post.superior, Field.SUBORDINATES: not post.subordinates}
    at += len(rows) + 3
    duties = _passages(post.duties, document, at)
    at += len(duties) + 3
    rights = _passages(post.rights, document, at)
    at += len(rights) + 3
    partners = _passages(post.partners, document, at)
    return Role(
        post.name,
        facts.pop(Field.NAME),
        superiors=(post.superior,) if post.superior else (),
        subordinates=post.subordinates,
        facts=facts,
        none=frozenset(field for field, is_none in none.items() if is_none),
        duties=tuple(map(Duty, duties)),
        authorities=(Listing("工作权限", rights),),
        collaboration=(Listing("工作协作", partners),),
    )


def _passages(texts: tuple[str, ...], document: str, line: int) -> tuple[Passage, ...]:
    return tuple(Passage(text, text, Source(document, line + n)) for n, text in enumerate(texts))


def main() -> None:
    """Compile a company of argv[1] roles into the folder argv[2]."""
    compiled(int(sys.argv[1]), Path(sys.argv[2]))


if __name__ == "__main__":
    main()
