"""What crawlers are told of the site as a whole: when each page last changed, and `robots.txt`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from sejajar.model import Status
from sejajar.site.facets import register
from sejajar.site.publication import Publication, modified
from sejajar.site.view import View


def last_changes(views: Iterable[View]) -> dict[str, dt.date]:
    """When each generated page's content last changed, by its path below `docs`; never when it was built.

    A list is as new as the newest change of an article in it; of a list of several pages the first is meant.
    Pages of other kinds are not in the table.
    """
    every = tuple(views)
    found = {
        view.places.article(view.briefing.article, view.edition): modified(view.briefing.article.metadata)
        for view in every
    }
    shown = [view for view in every if view.briefing.article.metadata.status is not Status.RETRACTED]
    for view, path in _listed_on(shown):
        day = modified(view.briefing.article.metadata)
        found[path] = max(day, found.get(path, day))
    homes = [found[path] for path in {view.places.home(view.edition) for view in every} if path in found]
    return found | ({"index.md": max(homes)} if homes else {})


def _listed_on(views: Sequence[View]) -> Iterator[tuple[View, str]]:
    """Each article with each list that it may stand in."""
    articles = {view.briefing.article.path: view.briefing.article for view in views}
    names = register(articles.values(), views[0].glossary).of if views else {}
    for view in views:
        article, edition, places = view.briefing.article, view.edition, view.places
        year, month = article.metadata.date.year, article.metadata.date.month
        yield view, places.home(edition)
        yield from ((view, places.archive(edition, *of)) for of in ((), (year,), (year, month)))
        for name in names[article.path]:
            yield view, places.facet(edition, name.facet)
            yield view, places.facet(edition, name.facet, name.slug)


def robots(publication: Publication) -> str:
    """`robots.txt` (RFC 9309): everything may be read; what is not to be indexed says so on its page."""
    sitemap = f"\nSitemap: {publication.absolute('sitemap.xml')}\n" if publication.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
