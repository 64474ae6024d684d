"""What a build begins with: the content as it is now, what is wrong with it, and what is shown of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from sejajar import storage
from sejajar.build.pages import options_of
from sejajar.build.reading import Index, Reading, read
from sejajar.build.records import Recipe, Summary
from sejajar.build.whole import Whole
from sejajar.checking import switched
from sejajar.formats.glossary import Glossary
from sejajar.model import Problem, Status
from sejajar.site.missing_terms import missing_terms
from sejajar.site.pictures import find_pictures
from sejajar.site.readiness import GAPS, gaps
from sejajar.site.workspace import Site, problems_across


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
    save_later: bool = False,
) -> Now:
    """Reads the site as it is at a moment (with its zone). `drafts`: as `mkdocs serve` shows it."""
    recipe = _recipe(site, moment, drafts=drafts)
    reading = read(recipe, site.settings.content, before, pool, save_later=save_later)
    shown = tuple(summary for summary in reading.summaries if summary.shown)
    return Now(Whole(reading, shown), _problems(site, reading, shown))


def _recipe(site: Site, moment: dt.datetime, *, drafts: bool) -> Recipe:
    codes = switched(site.settings.checks)
    return Recipe(site.root, options_of(site), site.publication, codes, Glossary(), moment, drafts)


def _problems(site: Site, reading: Reading, shown: Sequence[Summary]) -> tuple[Problem, ...]:
    problems = list(reading.problems)
    read = [summary for summary in reading.summaries if not summary.broken]
    problems += (problem for summary in reading.summaries for problem in summary.problems)
    problems += problems_across(site, ((one.addressed, one.pictures) for one in read if one.addressed))
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


def pictures(whole: Whole) -> dict[str, storage.Picture]:
    """Those that pages show, by where they lie below `docs`. Raises PictureError for one that is none now."""
    found: dict[str, storage.Picture] = {}
    for one in whole.shown:
        found |= find_pictures(whole.reading.recipe.root, one.path, one.published_pictures)
    return found
