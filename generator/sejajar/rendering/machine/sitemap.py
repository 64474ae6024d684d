"""What crawlers are told of the site as a whole: when each page last changed, and `robots.txt`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from sejajar.model import EDITIONS, Edition
from sejajar.site.addresses import Places
from sejajar.site.facets import Name
from sejajar.site.publication import Publication

SITEMAP = "sitemap.xml"
_ENTRY = re.compile(r"\s*<url>.*?</url>", re.S)
_PLACE = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.S)
_XHTML = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'


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
    people: tuple[str, ...] = ()
    """The slugs of those who worked on it."""


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
    if article.people:
        yield places.person(edition)
        yield from (places.person(edition, slug) for slug in article.people)


def robots(publication: Publication) -> str:
    """`robots.txt` (RFC 9309): everything may be read; what is not to be indexed says so on its page."""
    sitemap = f"\nSitemap: {publication.absolute(SITEMAP)}\n" if publication.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the sitemap and other pages name it."""

    path: str
    """Below `docs`."""
    address: str
    """Absolute; empty where the site has none."""
    edition: Edition
    is_indexed: bool
    counterpart: str
    """The path of the same page in the other edition; empty where there is none."""
    changed: object
    """The day that its front matter says."""


def listing(path: str, address: str, edition: Edition, meta: Mapping[str, Any]) -> Listed:
    """A page by its place, its address and its front matter."""
    is_indexed = "noindex" not in str(meta.get("robots", ""))
    day = meta.get("updated") or meta.get("date")
    return Listed(path, address, edition, is_indexed, str(meta.get("counterpart", "")), day)


def sitemap(
    pages: Iterable[Listed], changed: Mapping[str, dt.date], find: Callable[[str], Listed | None]
) -> list[dict[str, Any]]:
    """What the template `sitemap.xml` lists. `pages`: every page that may be indexed."""
    entries = []
    for page in pages:
        both = [one for one in (page, find(page.counterpart)) if one]
        day = changed.get(page.path) or page.changed
        entries.append({"address": page.address, "changed": day, "alternates": alternates(both)})
    return entries


def alternates(both: Sequence[Listed]) -> list[tuple[str, str]]:
    """(`hreflang`, absolute address) of a page and its counterpart, and `x-default`, the Indonesian one.

    Nothing where one of the two is not to be indexed: alternates must name each other, or none is believed.
    """
    pages = [one for one in both if one.address]
    if len(pages) < 2 or not all(one.is_indexed for one in pages):
        return []
    found = {one.edition: one.address for one in pages}
    return [*sorted(found.items(), reverse=True), ("x-default", found.get("id", pages[0].address))]


def merged_sitemap(xml: str, generated: Collection[str], entries: Iterable[Mapping[str, Any]]) -> str:
    """`xml` with the entries of our pages, the addresses in `generated`, made anew, and no other touched.

    A page of ours that is not in `entries` is not to be indexed, and leaves.
    """
    ours = {entry["address"]: entry for entry in entries}

    def fixed(found: re.Match[str]) -> str:
        place = _PLACE.search(found[0])
        address = unescape(place[1]) if place else ""
        if address not in generated:
            return found[0]
        return _entry(ours[address]) if address in ours else ""

    merged = _ENTRY.sub(fixed, xml)
    if "xhtml:link" in merged and "xmlns:xhtml" not in merged:
        merged = merged.replace("<urlset", f"<urlset{_XHTML}", 1)
    return merged


def _entry(entry: Mapping[str, Any]) -> str:
    changed = f"<lastmod>{entry['changed']}</lastmod>" if entry["changed"] else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(address)}"/>'
        for language, address in entry["alternates"]
    )
    return f"\n<url><loc>{escape(entry['address'])}</loc>{changed}{links}</url>"
