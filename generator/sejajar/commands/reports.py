"""The verbs that only look: check and status."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Literal, cast

from sejajar.catalogs import Briefing, Pair
from sejajar.model import Location, Metadata, Problem, Severity, State, Status, has_errors
from sejajar.site.lifecycle import is_scheduled
from sejajar.site.readiness import GAPS, as_published
from sejajar.site.settings import OnIncomplete
from sejajar.site.workspace import Workspace

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


def status(workspace: Workspace, now: dt.datetime) -> tuple[ArticleStatus, ...]:
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
        for briefing in workspace.briefings
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


def check(
    workspace: Workspace,
    codes: frozenset[str] | None = None,
    on_incomplete: OnIncomplete = "ignore",
    pool: Executor | None = None,
) -> Report:
    """All that is wrong with articles, catalogs and glossary, and the rules of `codes` over every pair.

    None: those that are on by default.

    A draft is judged as if it were published: what will stop it then is an error now. `on_incomplete` is what
    a build does about gaps.

    The pairs of a broken article wait until it is fixed: what was not understood is not compared. `pool`
    checks where there are many articles.
    """
    from sejajar.build.checks import checked_all  # not at start: it loads every table of words
    from sejajar.checking import DEFAULTS

    problems = [as_published(problem) for problem in workspace.problems]
    pairs = silenced = 0
    briefings = [
        parsed.briefing
        for parsed in workspace.parsed.values()
        if parsed.briefing is not None and not has_errors(parsed.problems)
    ]
    found = checked_all(briefings, workspace.glossary, DEFAULTS if codes is None else codes, pool)
    for briefing, checked in zip(briefings, found, strict=True):
        problems += [*checked.problems, *_gaps(briefing, on_incomplete)]
        pairs += len(briefing.pairs)
        silenced += checked.silenced
    problems.sort(key=lambda problem: problem.location)
    return Report(tuple(problems), len(workspace.parsed), pairs, silenced)


def _gaps(briefing: Briefing, on_incomplete: OnIncomplete) -> Iterator[Problem]:
    """What no rule can judge: pairs whose English was made for another wording, and how many have none."""
    if briefing.article.metadata.status is Status.RETRACTED:
        return
    pairs = briefing.pairs.values()
    for pair in (pair for pair in pairs if pair.entry.state is State.STALE):
        message = "the Indonesian has changed since this English was made"
        hint = "bring the English up to date with `sejajar review`"
        severity = Severity.ERROR if on_incomplete == "error" else Severity.WARNING
        yield Problem(_place(briefing, pair), severity, "stale", message, hint, pair.segment.text)
    if empty := [pair for pair in pairs if pair.entry.state is State.UNTRANSLATED]:
        verb = "has" if len(empty) == 1 else "have"
        message = f"{len(empty)} of {len(pairs)} segments {verb} no English yet"
        hint = "run `sejajar translate`, or write it yourself"
        severity = GAPS[on_incomplete]
        yield Problem(_place(briefing, empty[0]), severity, "untranslated", message, hint)


def _place(briefing: Briefing, pair: Pair) -> Location:
    line = pair.entry.line
    return Location(briefing.catalog.path if line else briefing.article.path, line or pair.segment.line)
