"""What a build begins with: the content as it is now, what is wrong with it, and what is shown of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass

from sejajar import rendering, storage
from sejajar.build.publishing import publication
from sejajar.build.reading import Index, Reading, read
from sejajar.build.records import Recipe, Summary
from sejajar.build.whole import Whole
from sejajar.checking import switched
from sejajar.formats.glossary import Glossary
from sejajar.model import Problem, Status, slug_of
from sejajar.rendering import Options
from sejajar.site.addresses import media_path_of
from sejajar.site.missing_terms import missing_terms
from sejajar.site.pictures import flawed_pictures
from sejajar.site.readiness import GAPS, clashing_aliases, gaps
from sejajar.site.workspace import Site, shared_slugs


@dataclass(frozen=True, slots=True)
class Now:
    """The site at one moment."""

    whole: Whole
    """Without the articles that have errors."""
    problems: tuple[Problem, ...]
    """Of the content, in the order of files and lines; with an error in it nothing is to be built."""


def now(
    site: Site,
    moment: dt.datetime,
    *,
    drafts: bool,
    before: Index | None = None,
    pool: Executor | None = None,
) -> Now:
    """Reads the site as it is at a moment (with its zone). `drafts`: as `mkdocs serve` shows it."""
    reading = read(_recipe(site, moment, drafts=drafts), site.settings.content, before, pool)
    shown = tuple(summary for summary in reading.summaries if summary.shown)
    return Now(Whole(reading, shown), _problems(site, reading, shown))


def _recipe(site: Site, moment: dt.datetime, *, drafts: bool) -> Recipe:
    settings = site.settings
    options = Options(
        settings.content,
        settings.publish_english == "reviewed",
        places=site.places,
        suggestions=rendering.suggestions(site.repo_url, site.edit_uri, settings.suggest),
    )
    codes = switched(settings.checks)
    return Recipe(site.root, options, publication(site), codes, Glossary(), moment, drafts)


def _problems(site: Site, reading: Reading, shown: Iterable[Summary]) -> tuple[Problem, ...]:
    shown = tuple(shown)
    problems = list(reading.problems)
    read = [summary for summary in reading.summaries if not summary.broken]
    problems += (problem for summary in reading.summaries for problem in summary.problems)
    problems += shared_slugs(summary.path for summary in read)
    for summary in read:  # looked at each time: a picture changes without its article
        problems += flawed_pictures(site.root, summary.path, summary.pictures)
    problems += clashing_aliases((one.addressed for one in read if one.addressed), site.places)
    problems += missing_terms(((one.path, one.stated) for one in shown), reading.recipe.glossary)
    ordered = sorted(problems, key=lambda problem: problem.location)
    return (*ordered, *_gaps(site, shown))


def _gaps(site: Site, shown: Iterable[Summary]) -> tuple[Problem, ...]:
    if site.settings.on_incomplete == "ignore":
        return ()
    counted = (
        (f"{one.path.rpartition('/')[0]}/{storage.CATALOG}", dict(one.states))
        for one in shown
        if one.status is not Status.RETRACTED
    )
    return gaps(counted, GAPS[site.settings.on_incomplete])


def findings(site: Site, whole: Whole) -> tuple[Problem, ...]:
    """What a build says of the texts that it publishes: an error is a warning, a warning a remark.

    A warning fails a strict build. What is retracted or held back as unreviewed is not published.
    """
    reviewed_only = site.settings.publish_english == "reviewed"
    return tuple(
        finding.problem
        for summary in whole.shown
        if summary.status is not Status.RETRACTED
        for finding in summary.findings
        if finding.published or not reviewed_only
    )


def pictures(whole: Whole) -> dict[str, storage.Picture]:
    """Those that pages show, by where they lie below `docs`. Raises PictureError for one that is none now."""
    root = whole.reading.recipe.root
    return {
        media_path_of(slug_of(one.path.rpartition("/")[0]), name): storage.find_picture(
            root, f"{one.path.rpartition('/')[0]}/{name}"
        )
        for one in whole.shown
        for name in one.published_pictures
    }
