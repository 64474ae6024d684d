"""An Indonesian text and its English, aligned paragraph by paragraph.

Every way to lay the two side by side in order is weighed (Gale and Church 1993, with words, names and figures
beside lengths), and a pair is believed as far as the ways that hold it outweigh the others. A wrong pair is
worse than a gap.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, inf, log
from typing import NamedTuple

from sejajar.language.evidence import Evidence, FigureReader, added, rising
from sejajar.model import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, heading, key point or title of either text."""

    text: str
    line: int
    kind: Kind | None = Kind.PARAGRAPH
    """None for an English line whose form does not tell."""
    number: int | None = None
    """A heading's."""


@dataclass(frozen=True, slots=True)
class Match:
    """The English of one Indonesian unit."""

    source: int
    english: str
    targets: tuple[int, ...]
    """The English units that it is, or is a part of."""
    sure: bool
    """Nothing else is likely, and the two were paired whole."""
    moved: bool = False
    """It stands elsewhere in the English."""
    part: bool = False
    """Of one English paragraph only some sentences, or several paragraphs put together."""


@dataclass(frozen=True, slots=True)
class Alignment:
    matches: tuple[Match, ...]
    """In the order of their Indonesian."""
    left: tuple[tuple[int, str], ...]
    """(English unit, text) of what belongs to no Indonesian unit; the text may be a part of the unit's."""


BELIEVED = 0.9
"""How likely a pair must be to be made."""
CERTAIN = 0.995
_LEAST_EVIDENCE, _GOOD_EVIDENCE = 0.0, 1.0
"""What words must say for a pair to be made, and for nobody to be asked: place alone makes none."""
_ODD_LENGTH = -0.5
"""From here on what the lengths say against a pair is set against what its words say for it."""
_MOVED_EVIDENCE, _MOVED_MARGIN = 6.0, 4.0

_WHOLE = log(0.9)
_SKIPPED_SOURCE, _SKIPPED_TARGET, _SKIPPED_SENTENCE = log(0.02), log(0.02), log(0.005)
_BEGUN, _WITHIN, _ENDED = log(0.012), log(0.05), log(0.6)
"""A part of an English paragraph: its first, a middle, its last."""
_JOINED = (log(0.02), log(0.003))
"""Two and three English paragraphs for one."""
_TWO_IN_ONE, _CROSSED = log(0.005), log(0.003)

_LONGEST_PART = 8
"""Sentences."""
_FREE = 3000
"""Up to so many pairs of units and sentences all is compared with all; beyond, what is near the anchors."""
_BAND = 24

_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bProf\.)(?<!\bGen\.)(?<!\bSen\.)(?<!\bRep\.)"
    r"(?<!\bNo\.)(?<!\b[A-Z]\.)[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])"
)


def sentences(text: str) -> list[str]:
    """Rather too many than too few: sentences are only the places where a paragraph may be cut."""
    found, start = [], 0
    for gap in _SENTENCE_END.finditer(text):
        found.append(text[start : gap.end()].strip())
        start = gap.end()
    return [*found, text[start:].strip()]


class _Step(NamedTuple):
    sources: int
    """How many Indonesian units it goes on by: 0, 1 or 2."""
    end: int
    """The sentence after it."""
    score: float
    pairs: tuple[tuple[int, int, int], ...] = ()
    """(source, first sentence, end)."""


class _Lattice:
    """All steps that an alignment may take, and how likely each is."""

    def __init__(self, sources: Sequence[Unit], targets: Sequence[Unit], read_figures: FigureReader) -> None:
        self.sources, self.targets = sources, targets
        cut = [sentences(unit.text) for unit in targets]
        self.sentences = [sentence for parts in cut for sentence in parts]
        self.starts = [0, *accumulate(len(parts) for parts in cut)]
        self.evidence = Evidence([unit.text for unit in sources], self.sentences, read_figures)
        self._bounds = self._near_anchors()

    def unit_at(self, sentence: int) -> int:
        return bisect_right(self.starts, sentence) - 1

    def fit(self, source: int, first: int, end: int) -> float:
        """What words, lengths and structure say for a pair."""
        return self.evidence.both((source,), first, end) + _structure(
            self.sources[source], self.targets[self.unit_at(first)]
        )

    def speaks(self, source: int, first: int, end: int) -> float:
        """What speaks for a pair but for its place."""
        odd = self.evidence.length((source,), first, end) - _ODD_LENGTH
        alike = _structure(self.sources[source], self.targets[self.unit_at(first)])
        return self.evidence.words(source, first, end) + min(0.0, odd) + max(0.0, alike)

    def _near_anchors(self) -> list[tuple[int, int]]:
        """For each number of sources gone by, the first and last sentence that may come next."""
        n, m = len(self.sources), len(self.sentences)
        if n * m <= _FREE:
            return [(0, m)] * (n + 1)
        anchors = [(0, 0), *rising(self.evidence.anchors()), (n, m)]
        bounds = []
        at = 0
        for i in range(n + 1):
            while at + 1 < len(anchors) - 1 and anchors[at + 1][0] <= i:
                at += 1
            (i0, a0), (i1, a1) = anchors[at], anchors[at + 1]
            expected = a0 + (a1 - a0) * (i - i0) // max(i1 - i0, 1)
            bounds.append((max(0, expected - _BAND), min(m, expected + _BAND)))
        return [(0, bounds[0][1]), *bounds[1:-1], (bounds[-1][0], m)]

    def steps(self, i: int, a: int) -> Iterator[_Step]:
        n, m = len(self.sources), len(self.sentences)
        if i < n:
            yield _Step(1, a, _SKIPPED_SOURCE)
        if a == m:
            return
        unit = self.unit_at(a)
        start, end = self.starts[unit], self.starts[unit + 1]
        if a == start:
            yield _Step(0, end, _SKIPPED_TARGET)
        if end - start > 1:
            yield _Step(0, a + 1, _SKIPPED_SENTENCE)
        if i < n:
            for b in {*range(a + 1, min(end, a + _LONGEST_PART) + 1), end}:
                yield _Step(1, b, _prior(a == start, b == end) + self.fit(i, a, b), ((i, a, b),))
        if a > start:
            return
        for more, prior in enumerate(_JOINED, 2):
            if i < n and unit + more < len(self.starts):
                b = self.starts[unit + more]
                yield _Step(1, b, prior + self.fit(i, a, b), ((i, a, b),))
        if i + 1 < n:
            yield _Step(2, end, _TWO_IN_ONE + self.evidence.both((i, i + 1), a, end))
            if unit + 2 < len(self.starts):
                last = self.starts[unit + 2]
                crossed = self.fit(i, end, last) + self.fit(i + 1, a, end)
                yield _Step(2, last, _CROSSED + crossed, ((i, end, last), (i + 1, a, end)))

    def likelihoods(self) -> dict[tuple[int, int, int], float]:
        """How likely each pair is, over all alignments (forward and backward)."""
        n, m = len(self.sources), len(self.sentences)
        forward = [defaultdict(lambda: -inf) for _ in range(n + 1)]  # type: ignore[var-annotated]
        forward[0][0] = 0.0
        steps: dict[tuple[int, int], list[_Step]] = {}
        for i in range(n + 1):
            low, high = self._bounds[i]
            for a in range(low, high + 1):
                here = forward[i].get(a, -inf)
                if here == -inf:
                    continue
                steps[i, a] = [step for step in self.steps(i, a) if self._allows(i + step.sources, step.end)]
                for step in steps[i, a]:
                    row = forward[i + step.sources]
                    row[step.end] = added(row[step.end], here + step.score)
        total = forward[n][m]
        backward: dict[tuple[int, int], float] = {(n, m): 0.0}
        found: dict[tuple[int, int, int], float] = defaultdict(float)
        for (i, a), taken in reversed(steps.items()):
            rest = backward.get((i, a), -inf)
            for step in taken:
                after = backward.get((i + step.sources, step.end), -inf)
                if after == -inf:
                    continue
                rest = added(rest, step.score + after)
                for pair in step.pairs:
                    found[pair] += exp(forward[i][a] + step.score + after - total)
            backward[i, a] = rest
        return found

    def _allows(self, i: int, a: int) -> bool:
        low, high = self._bounds[i]
        return low <= a <= high


def _prior(from_start: bool, to_end: bool) -> float:
    if from_start:
        return _WHOLE if to_end else _BEGUN
    return _ENDED if to_end else _WITHIN


_MARKED = (Kind.TITLE, Kind.POINT, Kind.HEADING)


def _structure(source: Unit, target: Unit) -> float:
    """What kinds say: a heading is the translation of a heading, and its number stays."""
    if target.kind is None:
        return 0.0 if source.kind in _MARKED else -1.5
    if source.kind is Kind.HEADING and target.kind is Kind.HEADING:
        if source.number is None or target.number is None:
            return 2.0
        return 4.0 if source.number == target.number else -3.0
    if source.kind in _MARKED or target.kind in _MARKED:
        return 2.0 if source.kind is target.kind else -4.0
    return 0.0


def align(sources: Sequence[Unit], targets: Sequence[Unit], read_figures: FigureReader) -> Alignment:
    """Pairs units of an Indonesian text with those of its English; what is doubtful stays unpaired."""
    if not sources or not targets:
        return Alignment((), tuple((at, unit.text) for at, unit in enumerate(targets)))
    lattice = _Lattice(sources, targets, read_figures)
    best: dict[int, tuple[float, int, int]] = {}
    for (i, a, b), likely in lattice.likelihoods().items():
        if likely > best.get(i, (0.0, 0, 0))[0]:
            best[i] = (likely, a, b)
    matches: dict[int, Match] = {}
    free = set(range(len(lattice.sentences)))
    for i, (likely, a, b) in sorted(best.items()):
        speaks = lattice.speaks(i, a, b)
        if likely >= BELIEVED and free.issuperset(range(a, b)) and speaks >= _LEAST_EVIDENCE:
            matches[i] = _match(lattice, i, a, b, likely >= CERTAIN and speaks >= _GOOD_EVIDENCE)
            free -= set(range(a, b))
    for i, a, b in _moved(lattice, [i for i in range(len(sources)) if i not in matches], free):
        matches[i] = _match(lattice, i, a, b, sure=False, moved=True)
        free -= set(range(a, b))
    return Alignment(tuple(matches[i] for i in sorted(matches)), tuple(_left(lattice, free)))


def _match(lattice: _Lattice, i: int, a: int, b: int, sure: bool, moved: bool = False) -> Match:
    units = tuple(range(lattice.unit_at(a), lattice.unit_at(b - 1) + 1))
    part = len(units) > 1 or b - a < lattice.starts[units[0] + 1] - lattice.starts[units[0]]
    english = " ".join(lattice.sentences[a:b])
    return Match(i, english, units, sure and not part, moved, part)


def _moved(lattice: _Lattice, sources: Sequence[int], free: set[int]) -> Iterator[tuple[int, int, int]]:
    """Pairs of what is left on both sides, wherever it stands, that nothing else comes near."""
    spans = [
        (a, b)
        for a, b in zip(lattice.starts, lattice.starts[1:], strict=False)
        if free.issuperset(range(a, b))
    ]
    scores = {(i, span): lattice.fit(i, *span) for i in sources for span in spans}
    for i in sources:
        for span in spans:
            score = scores[i, span]
            rivals = [scores[i, other] for other in spans if other != span]
            rivals += [scores[other, span] for other in sources if other != i]
            if score >= _MOVED_EVIDENCE and score - max(rivals, default=-inf) >= _MOVED_MARGIN:
                yield (i, *span)


def _left(lattice: _Lattice, free: set[int]) -> Iterator[tuple[int, str]]:
    for unit, (a, b) in enumerate(zip(lattice.starts, lattice.starts[1:], strict=False)):
        rest = [lattice.sentences[at] for at in range(a, b) if at in free]
        if rest:
            yield unit, " ".join(rest)
