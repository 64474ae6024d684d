"""The longest common subsequence of two long sequences, in time that no input can drive up.

`difflib` finds longest blocks, which reads better, and takes the cube of the length where much is repeated.
This is the bit-parallel method of H. Hyyrö, *Bit-parallel LCS-length computation revisited* (2004): a row of
the table is one integer, so that 10,000 by 10,000 words take 12 MB and a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Sequence


def common_length(old: Sequence[str], new: Sequence[str]) -> int:
    """How many items the two have in common, in order."""
    rows = _rows(old, new)
    return len(old) - rows[-1].bit_count() if rows else 0


def common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The indexes of what they have in common, in order: a longest common subsequence."""
    rows = _rows(old, new)
    pairs: list[tuple[int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if old[i - 1] == new[j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif rows[j - 1] >> (i - 1) & 1:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _rows(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """For each item of `new` a row: bit i is clear where the common length grows from i to i + 1 of `old`."""
    everything = (1 << len(old)) - 1
    places: dict[str, int] = {}
    for index, item in enumerate(old):
        places[item] = places.get(item, 0) | 1 << index
    rows: list[int] = []
    row = everything
    for item in new:
        here = row & places.get(item, 0)
        row = ((row + here) | (row - here)) & everything
        rows.append(row)
    return rows
