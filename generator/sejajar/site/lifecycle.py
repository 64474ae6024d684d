"""The life of an article: who sees it when."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterable
from dataclasses import replace

from sejajar.catalogs import Briefing
from sejajar.model import Metadata, Severity, Status, has_errors
from sejajar.site.workspace import Workspace, with_missing_terms


def published(workspace: Workspace, now: dt.datetime, *, drafts: bool = False) -> Workspace:
    """What readers see of the desk at the moment `now` (with its zone): the one place that decides it.

    Drafts and articles whose `publish_at` is yet to come are left out; with `drafts` they stay, and the
    latter become drafts that keep their `publish_at`, by which pages know them as scheduled. A retracted
    article stays: it has a page with its notice, and `listed` leaves it out. Of the problems of
    what is left out only errors stay.
    """
    parsed = {}
    hidden: set[str] = set()
    for path, entry in workspace.parsed.items():
        shown = as_shown(entry.briefing, now, drafts=drafts) if entry.briefing else None
        if shown is None and entry.briefing is not None:
            hidden.add(entry.briefing.article.folder)
        else:
            parsed[path] = entry if shown is entry.briefing else replace(entry, briefing=shown)
    problems = tuple(
        problem
        for problem in workspace.problems
        if problem.severity is Severity.ERROR or posixpath.dirname(problem.location.path) not in hidden
    )
    return with_missing_terms(replace(workspace, parsed=parsed, problems=problems))


def sound(workspace: Workspace) -> Workspace:
    """The desk without the articles that have errors: what `mkdocs serve` shows where it begins with some."""
    parsed = {path: entry for path, entry in workspace.parsed.items() if not has_errors(entry.problems)}
    return replace(workspace, parsed=parsed)


def is_scheduled(metadata: Metadata, now: dt.datetime) -> bool:
    """Whether it comes out by itself, later than `now`."""
    return (
        metadata.status is Status.PUBLISHED and metadata.publish_at is not None and metadata.publish_at > now
    )


def as_shown(briefing: Briefing, now: dt.datetime, *, drafts: bool) -> Briefing | None:
    """The briefing as it is shown; None where it is held back. See `published`."""
    metadata = briefing.article.metadata
    waits = is_scheduled(metadata, now)
    if not waits and metadata.status is not Status.DRAFT:
        return briefing
    if not drafts:
        return None
    # a draft stays one when its moment comes, so it must not seem scheduled
    moment = metadata.publish_at if waits else None
    return _with_metadata(briefing, replace(metadata, status=Status.DRAFT, publish_at=moment))


def _with_metadata(briefing: Briefing, metadata: Metadata) -> Briefing:
    if metadata == briefing.article.metadata:
        return briefing
    return replace(briefing, article=replace(briefing.article, metadata=metadata))


def listed(briefings: Iterable[Briefing]) -> list[Briefing]:
    """Those that lists show, newest first. A retracted article keeps its address and leaves the lists."""
    shown = (item for item in briefings if item.article.metadata.status is not Status.RETRACTED)
    return sorted(shown, key=lambda item: (-item.article.metadata.date.toordinal(), item.article.path))
