"""*length*: whether the English is whole, by its length and by what of the source it has nothing for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sejajar.checking.finding import Finding, error, shortened, warning
from sejajar.checking.pair import Pair
from sejajar.language.sentence_ends import sentences

_SHORT, _LONG = 24, 60
"""Characters of a source that is too short to judge, and of one that can be judged by its length."""
_LEAST = ((4, 0.55), (5, 0.6), (6, 0.65), (7, 0.7))
"""Words in a row without counterpart, and the ratio of lengths below which they tell a loss.

English takes 0.70 to 1.25 of the Indonesian's characters in 98 % of FLORES. Together they flag 3 of the
1,051 right pairs of FLORES and NTREX on which they were not chosen."""


class _Gap(NamedTuple):
    words: int
    """Known words of the source, one after the other, of which the English has none."""
    text: str


def check_length(pair: Pair) -> list[Finding]:
    """Text lost or added: a sentence or a clause without counterpart in an English that is too short."""
    source, target = len(pair.source), len(pair.target)
    if source < _SHORT:
        return []
    ratio = target / source
    if ratio < 0.35 or (ratio < 0.4 and source > 99):
        message = f"the source has {source:,} characters, the English only {target:,}: text was lost"
        return [error("length", message) if source > 99 else warning("length", message)]
    if ratio > (2.2 if source < _LONG else 1.7):
        message = f"the source has {source:,} characters, the English {target:,}: text may have been added"
        return [warning("length", message)]
    if source < _LONG:
        return []
    gap = _longest_gap(pair) if ratio < _LEAST[-1][1] else None
    if gap and any(gap.words >= words and ratio < least for words, least in _LEAST):
        return [_lost(gap.text)]
    if ratio < 0.85 and (sentence := _lost_sentence(pair)):
        return [_lost(sentence)]
    return []


def _lost(text: str) -> Finding:
    return warning("length", f"the English has nothing for “{shortened(text)}”", "see whether text was lost")


def _longest_gap(pair: Pair) -> _Gap | None:
    return max(_gaps(pair), key=lambda gap: gap.words, default=None)


def _gaps(pair: Pair) -> Iterator[_Gap]:
    """The runs of words that the dictionary knows, or that are names or figures, and the English lacks."""
    run: list[int] = []
    for at, places in enumerate([*pair.links, (0,)]):
        if places is None:
            continue
        if not places:
            run.append(at)
        elif run:
            spans = pair.source_split.spans
            yield _Gap(len(run), pair.source[spans[run[0]][0] : spans[run[-1]][1]])
            run = []


def _lost_sentence(pair: Pair) -> str:
    """A sentence of the source of whose words the English has next to none, while it has the others'."""
    parts = sentences(pair.source)
    if len(parts) < 2 or len(sentences(pair.target)) >= len(parts):
        return ""
    shares: list[tuple[float, int, str]] = []
    end = at = 0
    for part in parts:
        end = pair.source.index(part, end) + len(part)
        known = hit = 0
        while at < len(pair.links) and pair.source_split.spans[at][0] < end:
            places = pair.links[at]
            known, hit, at = known + (places is not None), hit + bool(places), at + 1
        shares.append((hit / known if known else 1.0, known, part))
    worst, known, part = min(shares)
    rest = [share for share, _, other in shares if other is not part]
    return part if known > 3 and worst <= 0.2 and sum(rest) / len(rest) >= 0.45 else ""
