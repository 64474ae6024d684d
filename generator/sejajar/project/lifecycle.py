"""The life of an article: who sees it when, and where it has moved from."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import product

from sejajar import rendering
from sejajar.catalog import Briefing
from sejajar.model import EDITIONS, Location, Metadata, Problem, Severity, Status, has_errors
from sejajar.project.desk import Desk, with_unnamed
from sejajar.rendering import PLACES, Places


def published(desk: Desk, now: dt.datetime, *, drafts: bool = False) -> Desk:
    """What readers see of the desk at the moment `now` (with its zone): the one place that decides it.

    Drafts and articles whose `publish_at` is yet to come are left out; with `drafts` they stay, and the
    latter become drafts that keep their `publish_at`, by which pages know them as scheduled. A retracted
    article stays: it has a page with its notice, and `rendering.listed` leaves it out. Of the problems of
    what is left out only errors stay.
    """
    parsed = {}
    hidden: set[str] = set()
    for path, entry in desk.parsed.items():
        shown = _shown(entry.briefing, now, drafts=drafts) if entry.briefing else None
        if shown is None and entry.briefing is not None:
            hidden.add(entry.briefing.article.folder)
        else:
            parsed[path] = entry if shown is entry.briefing else replace(entry, briefing=shown)
    problems = tuple(
        problem
        for problem in desk.problems
        if problem.severity is Severity.ERROR or posixpath.dirname(problem.location.path) not in hidden
    )
    return with_unnamed(replace(desk, parsed=parsed, problems=problems))


def sound(desk: Desk) -> Desk:
    """The desk without the articles that have errors: what `mkdocs serve` shows where it begins with some."""
    parsed = {path: entry for path, entry in desk.parsed.items() if not has_errors(entry.problems)}
    return replace(desk, parsed=parsed)


def is_scheduled(metadata: Metadata, now: dt.datetime) -> bool:
    """Whether it comes out by itself, later than `now`."""
    return (
        metadata.status is Status.PUBLISHED and metadata.publish_at is not None and metadata.publish_at > now
    )


def _shown(briefing: Briefing, now: dt.datetime, *, drafts: bool) -> Briefing | None:
    """The briefing as it is shown; None where it is held back."""
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


# Old addresses.


@dataclass(frozen=True, slots=True)
class Redirects:
    pages: Mapping[str, str]
    """HTML by path below `site/`."""
    problems: tuple[Problem, ...] = ()


def redirects(
    desk: Desk,
    urls: Mapping[str, str],
    taken: Collection[str],
    *,
    site_url: str,
    directory_urls: bool,
    places: Places = PLACES,
) -> Redirects:
    """A page at each old address of a published desk, in both editions.

    `urls` are the addresses of Markdown pages, both relative to the site's root; `taken` are the paths of all
    files that the build makes. Where one stands at an old address, that is a problem. What has no address is
    not built.
    """
    pages: dict[str, str] = {}
    problems = []
    there = {path.casefold() for path in taken}
    for article in (briefing.article for briefing in desk.briefings):
        for alias, edition in product(article.metadata.aliases, EDITIONS):
            path = _file(f"{places.root(edition)}/{alias}", directory_urls=directory_urls)
            if path.casefold() in there:
                message = f"the alias {alias} is the address of another page, {path}"
                hint = "delete it, or correct it"
                problems.append(Problem(Location(article.path), Severity.ERROR, "alias", message, hint))
                continue
            url = urls.get(places.article(article, edition))
            if url is None:
                continue
            canonical = f"{site_url}{url}" if site_url else ""
            pages[path] = rendering.redirect(
                _relative(url, path), canonical, edition, _relative(rendering.MOVED, path)
            )
    return Redirects(pages, tuple(problems))


def _file(address: str, *, directory_urls: bool) -> str:
    """The file that a web server gives for an address."""
    if address.endswith(".html"):
        return address
    return f"{address}/index.html" if directory_urls else f"{address}.html"


def _relative(url: str, page: str) -> str:
    """The link from the file `page` to an address, both relative to the site's root."""
    ending = "/" if url.endswith("/") else ""
    return posixpath.relpath(url, posixpath.dirname(page)) + ending
