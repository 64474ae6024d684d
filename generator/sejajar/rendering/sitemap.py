"""What crawlers are told of the site as a whole: when each page last changed, and `robots.txt`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sejajar.model import EDITIONS, Status
from sejajar.rendering.addresses import archive_path, article_path, home_path
from sejajar.rendering.publication import Publication, modified
from sejajar.rendering.view import View


def last_changes(views: Iterable[View]) -> dict[str, dt.date]:
    """When each generated page's content last changed, by its path below `docs`; never when it was built.

    A list is as new as the newest change of an article in it. Pages of other kinds are not in the table.
    """
    found: dict[str, dt.date] = {}
    for view in views:
        article, edition = view.briefing.article, view.edition
        metadata = article.metadata
        day = modified(metadata)
        found[article_path(article, edition)] = day
        if metadata.status is Status.RETRACTED:
            continue
        for path in (
            home_path(edition),
            archive_path(edition),
            archive_path(edition, metadata.date.year),
        ):
            found[path] = max(day, found.get(path, day))
    homes = [found[home_path(edition)] for edition in EDITIONS if home_path(edition) in found]
    return found | ({"index.md": max(homes)} if homes else {})


def robots(publication: Publication) -> str:
    """`robots.txt` (RFC 9309): everything may be read; what is not to be indexed says so on its page."""
    sitemap = f"\nSitemap: {publication.absolute('sitemap.xml')}\n" if publication.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
