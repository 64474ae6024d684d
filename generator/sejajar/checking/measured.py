"""How good each rule was when it was last measured, as the guide shows it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("measured.tsv")


class Measured(NamedTuple):
    wrong: int
    """Right human translations that it flags, of `right`, those apart that truly differ from their source."""
    right: int
    found: int
    """Seeded faults that it or a neighbour finds, of `seeded`."""
    seeded: int
    true: int
    """Flags on machine English that a person judged true, of `flags`."""
    flags: int


@cache
def measured() -> dict[str, Measured]:
    """By code."""
    lines = (line for line in PATH.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    cells = (line.split("\t") for line in lines)
    return {code: Measured(*map(int, figures)) for code, *figures in cells}
