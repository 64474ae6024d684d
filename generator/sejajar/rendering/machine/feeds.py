"""An edition's feeds, Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1: the whole text of the newest briefings.

A pure function of the content: no time of building stands in them, so an unchanged site has unchanged feeds.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sejajar.language.wording import say
from sejajar.model import Edition, Status
from sejajar.rendering.machine.prose import prose
from sejajar.site.addresses import Places, media_path, other
from sejajar.site.lifecycle import listed
from sejajar.site.publication import Publication, modified
from sejajar.site.view import View

NEWEST = 30
ZONE = ZoneInfo("Asia/Jakarta")
"""A day without an hour begins where the news is made."""
TYPES = {
    "atom.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
}
"""The feeds of an edition, by the name of each, with its media type. The first is the one to prefer."""


@dataclass(frozen=True, slots=True)
class Item:
    url: str
    """Its identity too: an article's address never changes."""
    title: str
    summary: str
    html: str
    published: dt.datetime
    updated: dt.datetime
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    language: Edition


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    description: str
    home: str
    language: Edition
    items: tuple[Item, ...]

    @property
    def updated(self) -> dt.datetime:
        """Of what is newest in it, for a feed without items the beginning of time: never the clock's."""
        return max((item.updated for item in self.items), default=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))


def feed_path(places: Places, edition: Edition, name: str) -> str:
    return f"{places.root(edition)}/{name}"


def feed_title(edition: Edition, publication: Publication) -> str:
    return say(edition, "feed-title", site=publication.name)


def feeds(views: Iterable[View], edition: Edition, publication: Publication) -> dict[str, str]:
    """The texts of an edition's feeds by their paths below the built site."""
    from sejajar.rendering.machine.syndication import (  # not at start: its library loads an HTTP client
        atom,
        rss,
    )

    feed = collected(views, edition, publication)
    address = {name: publication.absolute(feed_path(publication.places, edition, name)) for name in TYPES}
    texts = {
        "atom.xml": atom(feed, address["atom.xml"]),
        "rss.xml": rss(feed, address["rss.xml"]),
        "feed.json": _json(feed, address["feed.json"]),
    }
    return {feed_path(publication.places, edition, name): text for name, text in texts.items()}


def collected(views: Iterable[View], edition: Edition, publication: Publication) -> Feed:
    """The newest published briefings. Drafts are not out yet; a retracted text leaves the feeds."""
    items = tuple(item_of(view, publication) for view in newest(views, NEWEST))
    home = publication.address(publication.places.home(edition))
    return Feed(feed_title(edition, publication), say(edition, "home-intro"), home, edition, items)


def newest(views: Iterable[View], most: int) -> list[View]:
    known = {view.briefing.article.path: view for view in views}
    published = (view.briefing for view in known.values() if _is_published(view))
    return [known[briefing.article.path] for briefing in listed(published)[:most]]


def _is_published(view: View) -> bool:
    return view.briefing.article.metadata.status is Status.PUBLISHED


def item_of(view: View, publication: Publication, html: str | None = None) -> Item:
    """A briefing with its whole text, or with other HTML instead."""
    article, metadata = view.briefing.article, view.briefing.article.metadata
    language = view.own(article.title)[1]
    first = next((item for item in article.segments if item.kind in ("point", "paragraph")), article.title)
    published = metadata.publish_at or _midnight(metadata.date)
    names = metadata.authors or (
        (view.outlet(metadata.source.outlet),) if metadata.source else (publication.name,)
    )
    return Item(
        publication.address(view.places.article(article, view.edition)),
        view.stated(article.title, view.edition),
        view.stated(first, view.edition),
        _text(view, publication) if html is None else html,
        published,
        max(published, _midnight(modified(metadata))),
        names,
        tuple(view.name(tag) for tag in metadata.tags),
        language,
    )


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), ZONE)


def _text(view: View, publication: Publication) -> str:
    """The briefing in the edition's own language, and after it a link to the other edition."""
    article = view.briefing.article
    media = publication.absolute(media_path(article, ""))
    html = prose(view, media)
    there = other(view.edition)
    if view.english(article.title):
        url = publication.address(view.places.article(article, there))
        html += f'<p><a href="{url}" hreflang="{there}" lang="{there}">{say(view.edition, "switch")}</a></p>'
    return html


def _json(feed: Feed, address: str) -> str:
    """https://www.jsonfeed.org/version/1.1/"""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "description": feed.description,
        "language": feed.language,
        "items": [_json_item(item) for item in feed.items],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _json_item(item: Item) -> dict[str, Any]:
    return {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
        "language": item.language,
    }
