"""What has changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from sejajar.language.subsequence import common

_TOKEN = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text: the same in both where `old == new`, else what stood there and what stands there."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The texts as stretches, in order; the old ones joined are the old text, the new ones the new text.

    Words and figures are compared whole, `1.200` too. A space alone between two changes belongs to them.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[_Stretch] = []
    for stretch in _stretches(before, after):
        if len(found) > 1 and not stretch.same and found[-1].same and before[found[-1].i].isspace():
            space = found[-1]
            if space.k == space.i + 1:
                found.pop()
                # both sides keep the space, so that each joined is still its text
                stretch = stretch._replace(i=found[-1].i, j=found.pop().j)
        found.append(stretch)
    return tuple(Change("".join(before[i:k]), "".join(after[j:m])) for i, k, j, m, _ in found)


class _Stretch(NamedTuple):
    """`before[i:k]` and `after[j:m]`."""

    i: int
    k: int
    j: int
    m: int
    same: bool


_LONG = 40_000
"""Words times words from which `difflib` could take too long."""


def _stretches(before: list[str], after: list[str]) -> Iterator[_Stretch]:
    """What is the same and what is not, by turns."""
    if len(before) * len(after) <= _LONG:
        for tag, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield _Stretch(i, k, j, m, tag == "equal")
        return
    i = j = 0
    for k, m, size in _runs(common(before, after)):
        if (i, j) != (k, m):
            yield _Stretch(i, k, j, m, same=False)
        yield _Stretch(k, k + size, m, m + size, same=True)
        i, j = k + size, m + size
    if (i, j) != (len(before), len(after)):
        yield _Stretch(i, len(before), j, len(after), same=False)


def _runs(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Pairs that follow each other on both sides: where they begin, and how many they are."""
    start = 0
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or pairs[at] != (pairs[at - 1][0] + 1, pairs[at - 1][1] + 1):
            yield *pairs[start], at - start
            start = at


def marked(found: tuple[Change, ...]) -> str:
    """In the way of wdiff: `[-what was-]{+what is+}`."""
    parts = []
    for change in found:
        if change.same:
            parts.append(change.new)
        else:
            parts.append(f"[-{change.old}-]" if change.old else "")
            parts.append(f"{{+{change.new}+}}" if change.new else "")
    return "".join(parts)
