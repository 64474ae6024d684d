"""Which pairs of a site a person should read first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sejajar.build.checks import CheckResults
from sejajar.checking import Risk, risk
from sejajar.model import Key, Severity, Status
from sejajar.rendering import Riskiest
from sejajar.site.workspace import Workspace

SHOWN = 20
"""Pairs on the editors' page."""


def risks(workspace: Workspace, found: CheckResults | None = None) -> Mapping[tuple[str, Key], Risk]:
    """Of every pair that nobody has signed, by its article's path and its key."""
    severities: dict[tuple[str, Key], list[Severity]] = defaultdict(list)
    for path, checked in found.of.items() if found else ():
        for key, problem in checked.found:
            severities[path, key].append(problem.severity)
    return {
        (briefing.article.path, key): risk(pair.entry, severities[briefing.article.path, key])
        for briefing in workspace.briefings
        for key, pair in briefing.pairs.items()
        if not pair.entry.signed
    }


def riskiest(workspace: Workspace, found: CheckResults, most: int = SHOWN) -> tuple[Riskiest, ...]:
    """The riskiest of what is shown, for the editors' page."""
    gone = {
        briefing.article.path
        for briefing in workspace.briefings
        if briefing.article.metadata.status is Status.RETRACTED
    }
    ranked = sorted(risks(workspace, found).items(), key=lambda item: -item[1].points)
    return tuple(Riskiest(path, key, one) for (path, key), one in ranked if one.points and path not in gone)[
        :most
    ]
