"""Slips: whether one word is another with a slip of the keys, "Zelinksi" and "Zelinski"."""

from __future__ import annotations

import re
from itertools import zip_longest

PART = re.compile(r"[-’']")
SHORTEST = 4  # letters that a slip is in


def is_slip(a: str, b: str) -> bool:
    """Whether a letter dropped, added, replaced or swapped with its neighbour makes one the other.

    Endings do not count, since they make other words: Austria and Austrian, Ivanov and Ivanova.
    """
    if len(a) < len(b):
        a, b = b, a
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(b))
    if start >= len(a) - 1 or not _in_letters(a, b):
        return False
    if len(a) > len(b):
        return a[start + 1 :] == b[start:]
    if a[start + 1 :] == b[start + 1 :]:
        return a[start].isalpha() and b[start].isalpha() and a[start].lower() != b[start].lower()
    return is_swap(a, b)


def is_swap(a: str, b: str) -> bool:
    """Whether two letters side by side have changed places, and no more: "OCSE" and "OSCE"."""
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return (
        len(a) == len(b)
        and a != b
        and a[start : start + 2] == b[start : start + 2][::-1]
        and a[start + 2 :] == b[start + 2 :]
    )


def _in_letters(a: str, b: str) -> bool:
    """Whether the parts that differ are long enough to tell: "BB-minus" is no slip for "BBB-minus"."""
    if "-" not in a and "’" not in a and "'" not in a:
        return True
    parts = zip_longest(PART.split(a), PART.split(b), fillvalue="")
    return all(len(x) >= SHORTEST and len(y) >= SHORTEST for x, y in parts if x != y)
