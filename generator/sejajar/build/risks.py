"""Which pairs of a site a person should read first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from sejajar.build.checks import CheckResults
from sejajar.catalogs import Briefing
from sejajar.checking import Checked, Risk, risk
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


@dataclass(frozen=True, slots=True)
class Risky:
    """One of an article's pairs that a person should read."""

    anchor: str
    text: str
    risk: Risk


def risky(briefing: Briefing, checked: Checked, most: int = SHOWN) -> tuple[Risky, ...]:
    """An article's riskiest pairs, for the editors' page; none of what is retracted."""
    if briefing.article.metadata.status is Status.RETRACTED:
        return ()
    found = checked.by_pair
    judged = [
        (pair, risk(pair.entry, [problem.severity for problem in found.get(key, ())]))
        for key, pair in briefing.pairs.items()
        if not pair.entry.signed
    ]
    ranked = sorted(judged, key=lambda item: -item[1].points)
    return tuple(Risky(pair.entry.anchor, pair.segment.text, one) for pair, one in ranked if one.points)[
        :most
    ]


def riskiest(
    articles: Iterable[tuple[str, Sequence[float], Callable[[], Sequence[Risky]]]], most: int = SHOWN
) -> tuple[Riskiest, ...]:
    """The riskiest of all articles: each by its path, with its riskiest pairs and their points.

    An article's points are in order, the highest first.
    """
    articles = tuple(articles)
    highest = nlargest(most, (points[0] for _, points, _ in articles if points))
    least = highest[-1] if len(highest) == most else 0  # as many pairs are at least so risky
    places = [
        (-one, path, at, pairs)
        for path, points, pairs in articles
        for at, one in enumerate(points)
        if one >= least
    ]
    first = sorted(places, key=lambda place: place[0])[:most]  # stable: in the order of articles and pairs
    found = {path: pairs() for _, path, _, pairs in first}
    risky = [(path, found[path][at]) for _, path, at, _ in first]
    return tuple(Riskiest(path, one.anchor, one.text, one.risk) for path, one in risky)
