"""*opposites*: a word of the source whose opposite the English has."""

from __future__ import annotations

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair


def check_opposites(pair: Pair) -> list[Finding]:
    """Compass, rise and fall, import and export, and the other axes of the table."""
    return [
        warning("opposites", f"the source says “{found.said}”, the English “{found.instead}”")
        for found in contrasts(pair, "opposites")
    ]
