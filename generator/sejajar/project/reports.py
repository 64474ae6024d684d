"""The verbs that only look: check and status."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sejajar.catalog import State
from sejajar.model import Location, Problem, Severity, Status
from sejajar.project.desk import Desk, Site


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    path: str
    title: str
    date: dt.date
    counts: Mapping[State, int]
    signed: int
    """Of the reviewed entries, those that bear a person's name."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def status(desk: Desk) -> tuple[ArticleStatus, ...]:
    """How far each article's English is, in the order of paths."""
    return tuple(
        ArticleStatus(
            briefing.article.path,
            briefing.article.title.text,
            briefing.article.metadata.date,
            Counter(pair.entry.state for pair in briefing.pairs.values()),
            sum(pair.entry.signed for pair in briefing.pairs.values()),
        )
        for briefing in desk.briefings
    )


def check(desk: Desk) -> tuple[Problem, ...]:
    """All that is wrong with articles, catalogs and glossary, in the order of files and lines."""
    return desk.problems


def incomplete(site: Site, desk: Desk) -> tuple[Problem, ...]:
    """The articles with untranslated or stale segments, as `on_incomplete` wants them reported."""
    severity = {"warn": Severity.WARNING, "error": Severity.ERROR}.get(site.settings.on_incomplete)
    if severity is None:
        return ()
    problems = []
    for briefing in desk.briefings:
        counts = Counter(pair.entry.state for pair in briefing.pairs.values())
        gaps = [f"{counts[state]} {state}" for state in (State.UNTRANSLATED, State.STALE) if counts[state]]
        if gaps and briefing.article.metadata.status is not Status.RETRACTED:
            message = f"of {len(briefing.pairs)} segments, {' and '.join(gaps)}"
            location = Location(briefing.catalog.path)
            hint = "translate them, or say `on_incomplete: ignore` in mkdocs.yml"
            problems.append(Problem(location, severity, "incomplete", message, hint))
    return tuple(problems)
