"""*institutions*: an institution that has become another one."""

from __future__ import annotations

from sejajar.checking.contrast import contrasts
from sejajar.checking.finding import Finding, warning
from sejajar.checking.pair import Pair


def check_institutions(pair: Pair) -> list[Finding]:
    """An institution of the source, by any of its names, that the English lacks while it has another."""
    return [
        warning(
            "institutions",
            f"the source names “{found.said}”, the English “{found.instead}”",
            "if both are one, enter the name in the glossary",
        )
        for found in contrasts(pair, "institutions")
    ]
