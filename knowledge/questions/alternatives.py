"""The alternatives of a pattern in the order that makes the longest one count."""


def longest_first(source: str) -> str:
    """The alternatives of a pattern, the longest first: 的话 before 的."""
    found, depth = [""], 0
    for character in source:
        depth += (character in "([") - (character in ")]")
        if character == "|" and not depth:
            found.append("")
        else:
            found[-1] += character
    return "|".join(sorted(found, key=len, reverse=True))
