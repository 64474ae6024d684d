"""Which pairs of a site a person should read first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sejajar.checking import Risk, risk
from sejajar.model import Key, Severity, Status
from sejajar.project.desk import Desk
from sejajar.project.fidelity import Checkup
from sejajar.rendering import Riskiest

SHOWN = 20
"""Pairs on the editors' page."""


def risks(desk: Desk, found: Checkup | None = None) -> Mapping[tuple[str, Key], Risk]:
    """Of every pair that nobody has signed, by its article's path and its key."""
    severities: dict[tuple[str, Key], list[Severity]] = defaultdict(list)
    for path, checked in found.of.items() if found else ():
        for key, problem in checked.found:
            severities[path, key].append(problem.severity)
    return {
        (briefing.article.path, key): risk(pair.entry, severities[briefing.article.path, key])
        for briefing in desk.briefings
        for key, pair in briefing.pairs.items()
        if not pair.entry.signed
    }


def riskiest(desk: Desk, found: Checkup, most: int = SHOWN) -> tuple[Riskiest, ...]:
    """The riskiest of what is shown, for the editors' page."""
    gone = {
        briefing.article.path
        for briefing in desk.briefings
        if briefing.article.metadata.status is Status.RETRACTED
    }
    ranked = sorted(risks(desk, found).items(), key=lambda item: -item[1].points)
    return tuple(Riskiest(path, key, one) for (path, key), one in ranked if one.points and path not in gone)[
        :most
    ]
