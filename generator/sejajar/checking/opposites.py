"""*opposites*: a word of the source whose opposite the English has."""

from __future__ import annotations

from sejajar.checking.contrast import Contrast, contrasts
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair

_TWO_SIDED = frozenset(("result", "deal", "trade", "time"))
"""Axes on which the other word is right where the parties changed places: *A beat B*, *B lost to A*."""


def check_opposites(pair: Pair) -> list[Finding]:
    """Compass, rise and fall, import and export, and the other axes of the table."""
    return [
        warning("opposites", f"the source says “{found.said}”, the English “{found.instead}”")
        for found in contrasts(pair, "opposites")
        if not (found.lost.concept.group[1] in _TWO_SIDED and _told_from_the_other_side(pair, found))
    ]


def _told_from_the_other_side(pair: Pair, found: Contrast) -> bool:
    """Whether the name or number that stands before the word in the source stands after it in the English."""
    there, here = pair.source_split, pair.target_split
    shared = {
        low
        for text, low in zip(here.texts, here.lows, strict=True)
        if text[0].isupper() or text[0].isdecimal()
    }
    before = [low for low in there.lows[: found.lost.first] if low in shared]
    if not before:
        return False
    left, right = set(here.lows[: found.gained.first]), set(here.lows[found.gained.after :])
    return before[-1] in right - left
