"""*offices*: a minister who becomes a governor, a former president who becomes one in office."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sejajar.checking.contrast import contrasts, gained, lost
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair

_QUALIFIERS = ("former", "deputy", "acting", "candidate", "elect")
"""Axes of one pole: what goes before an office and may not get lost."""


def check_offices(pair: Pair) -> list[Finding]:
    """Another office or portfolio; a *mantan*, *wakil*, *Plt.* or *calon* that is gone, or was not there."""
    return list(islice(_changes(pair), 1)) if "offices" in pair.tables else []


def _changes(pair: Pair) -> Iterator[Finding]:
    for found in contrasts(pair, "offices", ("office", "portfolio")):
        yield warning("offices", f"the source says “{found.said}”, the English “{found.instead}”")
    for axis in _QUALIFIERS:
        if said := lost(pair, "offices", axis):
            yield warning("offices", f"the source says “{said}”, the English has no “{axis}”")
    for axis in ("former", "deputy"):
        if said := gained(pair, "offices", axis):
            yield warning("offices", f"the English says “{said}”, the source does not")
