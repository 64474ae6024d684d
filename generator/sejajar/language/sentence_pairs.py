"""Which sentences of a text are which of its translation: once for pages, checks and whoever asks.

Every way to lay the two side by side in order is weighed (Gale and Church 1993, with words, names and figures
beside lengths, as for paragraphs), one or two sentences against one or two. Where a second way is nearly as
likely, or something has no counterpart, nothing is said: a wrong pair is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from functools import cache, lru_cache
from math import exp, inf, log

from sejajar.language.evidence import Evidence, added
from sejajar.language.lexicon import ENGLISH, INDONESIAN
from sejajar.language.reading import read
from sejajar.language.sentence_ends import pieces
from sejajar.model import Edition

Ends = tuple[tuple[int, int], ...]
"""Where each pair of sentences ends, in the Indonesian and in the English: `((54, 61), (120, 130))`."""

SURE = 0.95
"""How likely each pair of the way that is taken must be."""
_LEAST_EVIDENCE = -1.0
"""What words and lengths must say for a pair, in natural logarithms."""
_MOST = 24
"""Sentences of a text that is still aligned: a paragraph has no more."""
_ASTRAY = 2
"""How many sentences a translation may be before or behind its share of the text."""
_PRIOR = {
    (1, 1): log(0.89),
    (1, 2): log(0.04),
    (2, 1): log(0.04),
    (2, 2): log(0.01),
    (1, 0): log(0.01),
    (0, 1): log(0.01),
}
"""How often each number of sentences answers another; Gale and Church, table 5."""

_Bead = tuple[int, int, int, int]
"""First and end of the Indonesian sentences, first and end of the English ones."""


@lru_cache(maxsize=5_000)  # both editions of a page ask for the same
def sentence_pairs(indonesian: str, english: str) -> Ends:
    """The pairs of sentences of two plain texts, or nothing where there is but one or one is not sure.

    They cover both texts: a pair begins where the one before it ends, white space included.
    """
    ours, theirs = pieces(indonesian, quotations=False), pieces(english, quotations=False)
    if not (1 < len(ours) <= _MOST and 1 < len(theirs) <= _MOST):
        return ()
    weighed = _Lattice([indonesian[a:b].strip() for a, b in ours], [english[a:b].strip() for a, b in theirs])
    beads = weighed.sure()
    return tuple((ours[bead[1] - 1][1], theirs[bead[3] - 1][1]) for bead in beads) if len(beads) > 1 else ()


_FIGURE = re.compile(r"\d")


def _figures(text: str, language: Edition) -> Sequence[frozenset[Hashable]]:
    """Those in digits: numbers in words are words of the dictionary."""
    if not _FIGURE.search(text):
        return ()
    lexicon = INDONESIAN if language == "id" else ENGLISH
    return [frozenset(figure.values) for figure in read(text, lexicon) if figure.weight > 0]


class _Lattice:
    """All ways to lay two rows of sentences side by side, and how likely each step is."""

    def __init__(self, ours: Sequence[str], theirs: Sequence[str]) -> None:
        self._size = len(ours), len(theirs)
        self._evidence = Evidence(ours, theirs, _figures)
        self._words = cache(self._evidence.words)

    def _says(self, bead: _Bead) -> float:
        i, j, a, b = bead
        if i == j or a == b:
            return 0.0
        return sum(self._words(at, a, b) for at in range(i, j)) + self._evidence.length(range(i, j), a, b)

    def _beads(self, i: int, a: int) -> Iterator[tuple[_Bead, float]]:
        n, m = self._size
        for (more, other), prior in _PRIOR.items():
            j, b = i + more, a + other
            if j <= n and b <= m and abs(j * m - b * n) <= _ASTRAY * max(n, m):
                bead = i, j, a, b
                yield bead, prior + self._says(bead)

    def sure(self) -> Sequence[_Bead]:
        """The likeliest way if each of its steps is likely by itself (forward and backward), else nothing."""
        n, m = self._size
        forward = {(0, 0): 0.0}
        best: dict[tuple[int, int], tuple[float, _Bead | None]] = {(0, 0): (0.0, None)}
        steps: list[tuple[_Bead, float]] = []
        for i in range(n + 1):
            for a in range(m + 1):
                if (i, a) not in forward:
                    continue
                for bead, score in self._beads(i, a):
                    end = bead[1], bead[3]
                    forward[end] = added(forward.get(end, -inf), forward[i, a] + score)
                    reached = best[i, a][0] + score
                    if end not in best or reached > best[end][0]:
                        best[end] = reached, bead
                    steps.append((bead, score))
        backward = {(n, m): 0.0}
        for bead, score in reversed(steps):
            start = bead[0], bead[2]
            rest = backward.get((bead[1], bead[3]), -inf)
            backward[start] = added(backward.get(start, -inf), score + rest)
        scores = dict(steps)
        total = forward[n, m]
        path: list[_Bead] = []
        at = n, m
        while bead_here := best[at][1]:
            i, j, a, b = bead_here
            likely = exp(forward[i, a] + scores[bead_here] + backward[j, b] - total)
            if i == j or a == b or likely < SURE or self._says(bead_here) < _LEAST_EVIDENCE:
                return ()
            path.append(bead_here)
            at = i, a
        return path[::-1]
