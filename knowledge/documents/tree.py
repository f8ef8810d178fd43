"""Trees drawn in plain text: 总经理 / ├─ 业务副总 / │  └─ 计调经理. Their lines are items of nested lists."""

from collections.abc import Iterator, Sequence

from knowledge.regex import regex

_BRANCH = regex(r"^(?P<trunk>[\s　│┃|｜]*)(?P<branch>[├└┣┗╠╚]|[+|`\\](?=--|──))[─━═-]*\s*(?P<text>\S.*)$")
_ONLY_TRUNK = regex(r"^[\s　│┃|｜]*$")
_LONGEST_ROOT = 30  # characters
_LEAST = 2  # lines with branches
NO_ITEM = (0, "")


def tree_items(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """The depth (from 1) and the words of each line of a tree, by the index of the line; `NO_ITEM` for a
    line that only draws."""
    found: dict[int, tuple[int, str]] = {}
    for run in _runs(lines):
        root = next((i for i in range(run[0] - 1, -1, -1) if lines[i].strip()), None)
        rooted = root is not None and root not in found and len(lines[root].strip()) <= _LONGEST_ROOT
        if root is not None and rooted:
            found[root] = (1, lines[root].strip())
        open_at: list[int] = []  # the columns of the branches that a line stands below
        for i in range(run[0], run[-1] + 1):
            branch = _BRANCH.match(lines[i])
            if branch is None:
                found[i] = NO_ITEM
                continue
            while open_at and open_at[-1] >= branch.start("branch"):
                open_at.pop()
            open_at.append(branch.start("branch"))
            found[i] = (len(open_at) + rooted, branch["text"].strip())
    return found


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Stretches of lines with branches; a line of nothing but trunks between two of them belongs to them."""
    run: list[int] = []
    for i, line in enumerate([*lines, "end"]):
        if _BRANCH.match(line):
            run.append(i)
        elif not (run and line.strip() and _ONLY_TRUNK.match(line)):
            if len(run) >= _LEAST:
                yield run
            run = []
