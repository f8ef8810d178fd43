"""Tables as people draw them in plain text: with tabs, bars, boxes or gaps."""

from collections.abc import Callable, Iterator, Sequence

Rows = Sequence[Sequence[str]]


def text(parts: Sequence[Sequence[Sequence[str]] | str], draw: Callable[[Rows], Iterator[str]]) -> bytes:
    """Lines and tables as one text, the tables drawn in one way; "^" and " " are blank cells (see `fill`)."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, str):
            lines.append(part)
        else:
            lines += draw([["" if cell == "^" else cell.strip() for cell in row] for row in part])
            lines.append("")
    return "\n".join(lines).encode()


def tabs(rows: Rows) -> Iterator[str]:
    """Cells with tabs between them; what stands on several lines in one."""
    return ("\t".join(_flat(cell) for cell in row) for row in rows)


def bars(rows: Rows) -> Iterator[str]:
    """Cells between bars."""
    return (f"| {' | '.join(_flat(cell) for cell in row)} |" for row in rows)


def gaps(rows: Rows) -> Iterator[str]:
    """Cells that stand below each other, with nothing but blanks between them."""
    flat = [[_flat(cell) for cell in row] for row in rows]
    widths = _widths([[[cell] for cell in row] for row in flat])
    return ("  ".join(map(_padded, row, widths)).rstrip() for row in flat)


def boxes(rows: Rows) -> Iterator[str]:
    """Cells in boxes, of several lines where they have them."""
    split = [[cell.split("\n") for cell in row] for row in rows]
    widths = _widths(split)
    rules = [f"{a}{b.join('─' * width for width in widths)}{c}" for a, b, c in ("┌┬┐", "├┼┤", "└┴┘")]
    for number, row in enumerate(split):
        yield rules[bool(number)]
        for line in range(max(map(len, row))):
            cells = (cell[line] if line < len(cell) else "" for cell in row)
            yield f"│{'│'.join(map(_padded, cells, widths))}│"
    yield rules[-1]


def _flat(cell: str) -> str:
    return cell.replace("\n", "")


def _widths(rows: Sequence[Sequence[Sequence[str]]]) -> list[int]:
    return [max(2, *(_width(line) for row in rows for line in row[i])) for i in range(len(rows[0]))]


def _width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
