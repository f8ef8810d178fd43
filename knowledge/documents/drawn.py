"""Tables drawn in plain text: cells parted by bars, tabs or wide gaps, row below row."""

from collections.abc import Callable, Collection, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from knowledge.documents.page import ends_line
from knowledge.regex import regex

_BAR = regex(r"[│┃|｜║]")
_BOXED = regex(r"[│┃║]|^\s*[|｜].*[|｜]\s*$")
_RULE = regex(r"^[\s─━═┄┈│┃|｜║+＋\-=_:┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╢╤╧╪╞╡]{3,}$")
_GAP = regex(r"(?: {2,}|[ 　]*　[ 　]*)")
_PIECE = regex(r"\S+(?: \S+)*")
_SENTENCE = regex(r"[。；;，,：:]")
_LEAST_ROWS = 2
_MOST_GROUPS = 2  # lines without parts right below each other inside a table
_LEAST_GAP = 2  # columns of the screen
_NARROW = 3  # columns of the screen: how much less than its cell a line is wide that fills it
_MOST_FURTHER = 4  # columns that the fullest line of a table leaves empty
_LONGEST_GROUP = 20  # characters of a line between the rows that names a group of them


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row of a drawn table: its cells, one alone where a line stands for all columns; `width`: how many
    columns the table has; `boxed`: its cells stand in boxes; `table`: which one. No cells: a rule."""

    cells: tuple[str, ...]
    width: int
    boxed: bool = False
    table: int = 0


def drawn_rows(lines: Sequence[str]) -> dict[int, Drawn]:
    """The rows of the tables that lines draw, by the index of their line."""
    found: dict[int, Drawn] = {}
    for parts, read in ((_is_barred, _by_bars), (_has_tabs, _by_tabs), (_has_gaps, _by_gaps)):
        for run in list(_runs(lines, parts, found)):
            found |= {i: replace(row, table=run[0] + 1) for i, row in read(lines, run).items()}
    return found


def _runs(lines: Sequence[str], parts: Callable[[str], bool], taken: Container[int]) -> Iterator[list[int]]:
    """Stretches of lines that have parts of one kind; a short line between two such ones belongs to them."""
    run: list[int] = []
    for i, line in enumerate(lines):
        plain = line.strip()
        if i in taken or not plain:
            fits = False
        else:
            fits = parts(line) or bool(
                run and _groups(plain) and any(map(parts, lines[i + 1 : i + _MOST_GROUPS + 1]))
            )
        if fits:
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _groups(plain: str) -> bool:
    return len(plain) <= _LONGEST_GROUP and not _SENTENCE.search(plain)


def _is_barred(line: str) -> bool:
    return bool(_BAR.search(line.strip().strip("|｜│┃║"))) or (
        len(line.strip()) > 2 and bool(_RULE.match(line))
    )


def _has_tabs(line: str) -> bool:
    return "\t" in line


def _has_gaps(line: str) -> bool:
    return _GAP.search(line.rstrip()) is not None


def _by_bars(lines: Sequence[str], run: Sequence[int]) -> dict[int, Drawn]:
    """The rows between bars; where rules part them, the lines between two rules are one row."""
    ruled = {i: _RULE.match(lines[i]) is not None for i in run}
    rules, kept = ([i for i in run if ruled[i] is wanted] for wanted in (True, False))
    barred = [lines[i].strip() for i in kept if _BAR.search(lines[i])]
    edges = tuple(all(_BAR.match(line[at]) for line in barred) for at in (0, -1))
    rows = {i: _between_bars(lines[i], *edges) for i in kept}
    widths = {len(cells) for cells in rows.values() if len(cells) > 1}
    boxed = all(_BOXED.search(lines[i]) for i, cells in rows.items() if len(cells) > 1)
    if len(rows) < _LEAST_ROWS or len(widths) != 1:
        return {}
    width = widths.pop()
    boxed = boxed and len(rules) > 1
    if boxed and _is_parted(run, rules):
        rows = _wrapped(run, rows)
    plain = {i: tuple(cell.strip() for cell in cells) for i, cells in rows.items()}
    return {i: Drawn(plain.get(i, ()), width, boxed) for i in run}


def _is_parted(run: Sequence[int], rules: Sequence[int]) -> bool:
    """Whether rules part all rows of a table, and not only its head."""
    return rules[0] == run[0] and rules[-1] == run[-1] and len(rules) > _LEAST_ROWS + 1


def _between_bars(line: str, left: bool, right: bool) -> tuple[str, ...]:
    """The cells of a line; `left`, `right`: whether bars stand at the edges of its table."""
    cells = _BAR.split(line.strip())
    if len(cells) == 1:
        return tuple(cells)
    return tuple(cells[1 if left else 0 : len(cells) - 1 if right else len(cells)])


def _wrapped(run: Sequence[int], rows: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """The rows with the lines between two rules put together, each at its first line."""
    joined: dict[int, tuple[str, ...]] = {}
    first, above = -1, tuple[str, ...]()
    for i in run:
        cells = rows.get(i)
        if cells is None:
            first = -1
        elif first < 0 or len(cells) != len(joined[first]):
            first, joined[i], above = i, cells, cells
        else:
            joined[first] = tuple(map(_below, joined[first], above, cells))
            above = cells
    return joined


def _below(text: str, above: str, below: str) -> str:
    """The text of a cell with its next line; a line that fills the cell goes on in the one below."""
    if not below.strip() or not text.strip():
        return text.rstrip() + below.strip()
    full = _width(above.strip()) + _NARROW > _width(above)
    broken = full and not ends_line(text.rstrip(), below.strip())
    return text.rstrip() + ("" if broken else "\n") + below.strip()


def _width(text: str, wide: str = "WFA") -> int:
    return sum(2 if east_asian_width(c) in wide else 1 for c in text)


def _by_tabs(lines: Sequence[str], run: Sequence[int]) -> dict[int, Drawn]:
    rows = {i: [cell.strip() for cell in lines[i].rstrip("\r\n").split("\t")] for i in run}
    width = max(len(cells) for cells in rows.values())
    if sum(len(cells) > 1 for cells in rows.values()) < _LEAST_ROWS:
        return {}
    return {
        i: Drawn(tuple(cells) if len(cells) == 1 else (*cells, *[""] * (width - len(cells))), width)
        for i, cells in rows.items()
    }


def _by_gaps(lines: Sequence[str], run: Sequence[int]) -> dict[int, Drawn]:
    """The rows whose cells begin below those of the fullest line, or are as many."""
    for wide in ("WFA", "WF"):
        rows = {i: _pieces(lines[i], wide) for i in run}
        starts = _starts(rows.values())
        rows = {i: rows[i] for i in _in_columns(rows, starts)}
        placed = {i: _placed(pieces, starts) for i, pieces in rows.items()}
        if sum(len(pieces) > 1 for pieces in rows.values()) >= _LEAST_ROWS and all(placed.values()):
            return {i: Drawn(cells, len(starts)) for i, cells in placed.items()}
    return {}


def _in_columns(rows: dict[int, list[tuple[int, str]]], starts: Sequence[int]) -> Iterator[int]:
    """The first lines of a run up to one whose single text begins where no column does."""
    for i, pieces in rows.items():
        start = pieces[0][0]
        near = any(abs(start - known) < _LEAST_GAP for known in (0, *starts[1:]))
        if len(pieces) == 1 and not near:
            return
        yield i


def _starts(rows: Collection[Sequence[tuple[int, str]]]) -> list[int]:
    """Where the columns begin: at those of the fullest line, and at few others."""
    fullest = [start for start, _ in max(rows, key=len)]
    further: list[int] = []
    for start in sorted({start for pieces in rows for start, _ in pieces if len(pieces) > 1}):
        if all(abs(start - known) > 1 for known in (*fullest, *further)):
            further.append(start)
    return sorted([*fullest, *further]) if len(further) <= _MOST_FURTHER else fullest


def _pieces(line: str, wide: str) -> list[tuple[int, str]]:
    """The texts of a line with the columns of the screen where they begin."""
    found, column, at = [], 0, 0
    for piece in _PIECE.finditer(line.rstrip()):
        column += _width(line[at : piece.start()], wide)
        found.append((column, piece.group()))
        column += _width(piece.group(), wide)
        at = piece.end()
    return found


def _placed(pieces: Sequence[tuple[int, str]], starts: Sequence[int]) -> tuple[str, ...]:
    """The cells of a row; one alone for a line without gaps, none where pieces stand between columns."""
    if len(pieces) == 1 and pieces[0][0] <= starts[0] + 1:
        return (pieces[0][1],)
    if len(pieces) == len(starts):
        return tuple(text for _, text in pieces)
    cells = [""] * len(starts)
    for start, text in pieces:
        column = min(range(len(starts)), key=lambda i: abs(starts[i] - start))
        if abs(starts[column] - start) > 1 or cells[column]:
            return ()
        cells[column] = text
    return tuple(cells)
