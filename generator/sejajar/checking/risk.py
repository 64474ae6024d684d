"""How likely a machine's English is wrong, and why: what a person should read first.

The weights are judgement, in this order: an error that the checks find; two engines that differ (in
measurements the fifth of all pairs with the least likeness held half of the faulty ones); other findings;
what was lost on the way; a source that has changed; and how much there is to go wrong: figures, length.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sejajar.model import Entry, Severity, State

ALIKE = 0.69
"""Likeness from which on two engines agree: the median of Google and OPUS-MT on FLORES."""
_LIKENESS = re.compile(r"likeness: (0\.\d+|1\.0+) (\S+)")
_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_WORDS_A_POINT = 15


class Why(StrEnum):
    ERRORS = "errors"
    DIFFERS = "differs"
    WARNINGS = "warnings"
    LOST = "lost"
    STALE = "stale"
    FIGURES = "figures"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Reason:
    why: Why
    points: float
    number: int = 0
    """Of what it counts; of `differs` the likeness in per cent."""


@dataclass(frozen=True, slots=True)
class Risk:
    """The more points, the sooner a person should look; 0 where there is no English to be wrong."""

    reasons: tuple[Reason, ...] = ()
    """The weightiest first."""

    @property
    def points(self) -> float:
        return sum(reason.points for reason in self.reasons)


def risk(entry: Entry, found: Collection[Severity]) -> Risk:
    """`found`: how serious each finding is that nobody has silenced."""
    if not entry.msgstr:
        return Risk()
    return Risk(tuple(sorted(_reasons(entry, found), key=lambda reason: -reason.points)))


def _reasons(entry: Entry, found: Collection[Severity]) -> Iterator[Reason]:
    errors = sum(severity is Severity.ERROR for severity in found)
    if errors:
        yield Reason(Why.ERRORS, 60.0 + 10 * errors, errors)
    if others := len(found) - errors:
        yield Reason(Why.WARNINGS, 15.0 + 5 * others, others)
    if (alike := _likeness(entry)) is not None and alike < ALIKE:
        yield Reason(Why.DIFFERS, 80 * (ALIKE - alike), round(100 * alike))
    if any(comment.startswith("unprotected: ") for comment in entry.comments):
        yield Reason(Why.LOST, 12.0)
    if entry.state is State.STALE:
        yield Reason(Why.STALE, 10.0)
    if figures := len(_FIGURE.findall(entry.msgid)):
        yield Reason(Why.FIGURES, min(2.0 * figures, 10.0), figures)
    if (words := len(entry.msgid.split())) >= _WORDS_A_POINT:
        yield Reason(Why.LENGTH, min(words / _WORDS_A_POINT, 6.0), words)


def _likeness(entry: Entry) -> float | None:
    for comment in entry.comments:
        if found := _LIKENESS.fullmatch(comment):
            return float(found[1])
    return None
