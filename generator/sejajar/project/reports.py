"""The verbs that only look: check and status."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from sejajar.catalog import Briefing, State
from sejajar.checking import DEFAULTS, check_counting
from sejajar.model import Location, Metadata, Problem, Severity, Status, has_errors
from sejajar.project.desk import Desk, Site
from sejajar.project.lifecycle import is_scheduled

Standing = Literal["draft", "scheduled", "published", "retracted"]
"""What readers see of an article now: nothing, nothing yet, its text, its notice."""


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    path: str
    title: str
    date: dt.date
    counts: Mapping[State, int]
    signed: int
    """Of the reviewed entries, those that bear a person's name."""
    standing: Standing = "published"

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def status(desk: Desk, now: dt.datetime) -> tuple[ArticleStatus, ...]:
    """How far each article's English is, and what readers see of it at `now`, in the order of paths."""
    return tuple(
        ArticleStatus(
            briefing.article.path,
            briefing.article.title.text,
            briefing.article.metadata.date,
            Counter(pair.entry.state for pair in briefing.pairs.values()),
            sum(pair.entry.signed for pair in briefing.pairs.values()),
            _standing(briefing.article.metadata, now),
        )
        for briefing in desk.briefings
    )


def _standing(metadata: Metadata, now: dt.datetime) -> Standing:
    if is_scheduled(metadata, now):
        return "scheduled"
    return cast(Standing, str(metadata.status))


@dataclass(frozen=True, slots=True)
class Report:
    """What `check` found."""

    problems: tuple[Problem, ...]
    """In the order of files and lines."""
    articles: int
    pairs: int
    silenced: int
    """Findings that a person has answered in the catalog."""


def check(desk: Desk, codes: frozenset[str] = DEFAULTS) -> Report:
    """All that is wrong with articles, catalogs and glossary, and the rules of `codes` over every pair.

    The pairs of a broken article wait until it is mended: what was not understood is not compared.
    """
    problems = list(desk.problems)
    pairs = silenced = 0
    for parsed in desk.parsed.values():
        briefing = parsed.briefing
        if briefing is None or has_errors(parsed.problems):
            continue
        checked = check_counting(briefing, desk.glossary, codes)
        problems += [*checked.problems, *_gaps(briefing)]
        pairs += len(briefing.pairs)
        silenced += checked.silenced
    problems.sort(key=lambda problem: problem.location)
    return Report(tuple(problems), len(desk.parsed), pairs, silenced)


def _gaps(briefing: Briefing) -> Iterator[Problem]:
    """The pairs that no rule can judge: there is no English, or it was made for another wording."""
    for segment, entry in ((pair.segment, pair.entry) for pair in briefing.pairs.values()):
        path = briefing.catalog.path if entry.line else briefing.article.path
        location = Location(path, entry.line or segment.line)
        if entry.state is State.STALE:
            message = "the Indonesian has changed since this English was made"
            hint = "bring the English up to date with `sejajar review`"
            yield Problem(location, Severity.WARNING, "stale", message, hint, segment.text)
        elif entry.state is State.UNTRANSLATED:
            hint = "run `sejajar translate`, or write it yourself"
            yield Problem(
                location, Severity.INFO, "untranslated", "there is no English yet", hint, segment.text
            )


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
