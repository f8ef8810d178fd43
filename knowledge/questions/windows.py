"""The stretches of a question in which a wrong character may be put right."""

from collections.abc import Iterable, Iterator

from knowledge.text import is_chinese

_LONGEST = 10  # characters


def windows(text: str, weak: Iterable[int], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of Chinese characters over one that is unknown (`weak`), longest first; none in which a
    repair would destroy a known word, which `spans` are."""
    size, inside = len(text), {i for start, end in spans for i in range(start + 1, end)}
    edges = [i for i in range(size + 1) if i not in inside]
    unknown, others = [0] * (size + 1), [0] * (size + 1)  # characters of the kind before each place
    found = frozenset(weak)
    for i, character in enumerate(text):
        unknown[i + 1] = unknown[i] + (i in found)
        others[i + 1] = others[i] + (not is_chinese(character))
    for length in range(_LONGEST, 1, -1):
        for start in edges:
            end = start + length
            if (
                end <= size
                and end not in inside
                and unknown[start] < unknown[end]
                and others[start] == others[end]
                and not _destroys(spans, start, end)
            ):
                yield start, end


def _destroys(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a repair would cut through a known word, or swallow one as long as itself."""
    for first, last in spans:
        overlaps = first < end and start < last
        if overlaps and (first < start or last > end or last - first >= max(end - start, 3)):
            return True
    return False
