"""What crawlers are told of the site as a whole: when each page last changed, and `robots.txt`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sejajar.model import EDITIONS, Edition
from sejajar.site.addresses import Places
from sejajar.site.facets import Name
from sejajar.site.publication import Publication


@dataclass(frozen=True, slots=True)
class Changed:
    """When an article last changed, and which lists name it."""

    path: str
    """The article file's."""
    below: str
    """Its address below an edition."""
    date: dt.date
    modified: dt.date
    listed: bool
    """False for a retracted article, which leaves the lists."""
    names: tuple[Name, ...] = ()


def last_changes(articles: Iterable[Changed], places: Places) -> dict[str, dt.date]:
    """When each generated page's content last changed, by its path below `docs`; never when it was built.

    A list is as new as the newest change of an article in it; of a list of several pages the first is meant.
    Pages of other kinds are not in the table.
    """
    found: dict[str, dt.date] = {}
    for article in articles:
        for edition in EDITIONS:
            found[f"{places.root(edition)}/{article.below}.md"] = article.modified
            for path in _lists(article, edition, places) if article.listed else ():
                found[path] = max(article.modified, found.get(path, article.modified))
    homes = [found[path] for path in map(places.home, EDITIONS) if path in found]
    return found | ({"index.md": max(homes)} if homes else {})


def _lists(article: Changed, edition: Edition, places: Places) -> Iterator[str]:
    """The lists that it may stand in."""
    year, month = article.date.year, article.date.month
    yield places.home(edition)
    yield from (places.archive(edition, *of) for of in ((), (year,), (year, month)))
    for name in article.names:
        yield places.facet(edition, name.facet)
        yield places.facet(edition, name.facet, name.slug)


def robots(publication: Publication) -> str:
    """`robots.txt` (RFC 9309): everything may be read; what is not to be indexed says so on its page."""
    sitemap = f"\nSitemap: {publication.absolute('sitemap.xml')}\n" if publication.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
