"""The feeds beside those of the editions, in Atom (RFC 4287): one a topic, and one in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from sejajar.language.inline import literal
from sejajar.language.wording import say
from sejajar.model import EDITIONS, Edition
from sejajar.rendering.machine.feeds import NEWEST, TYPES, Feed, Item, feed_path, item_of, newest
from sejajar.site.addresses import Places, address_from
from sejajar.site.facets import Name
from sejajar.site.publication import Publication
from sejajar.site.view import View

OF_TOPIC = 20
"""Briefings in a topic's feed: title, key points, and a link to the whole text."""
_ICON = (
    '<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><circle cx="1.9" cy="8.1" r="1.4"/>'
    '<path d="M.5 4.2a5.3 5.3 0 0 1 5.3 5.3M.5.9a8.6 8.6 0 0 1 8.6 8.6" fill="none" stroke="currentcolor"/>'
    "</svg>"
)


def bilingual_path(places: Places) -> str:
    """In the folder of the language that all of it is in."""
    return f"{places.root('id')}/bilingual.xml"


def topic_feed_path(places: Places, edition: Edition, slug: str) -> str:
    return places.facet(edition, "tag", slug).removesuffix(".md") + "/atom.xml"


def topic_of(places: Places, edition: Edition, page: str) -> str | None:
    """The slug of the topic whose first page this is."""
    folder = places.facet(edition, "tag").rpartition("/")[0]
    name = page.removeprefix(f"{folder}/").removesuffix(".md")
    return name if page.startswith(f"{folder}/") and "/" not in name and name != "index" else None


def topic_feed(name: Name, views: Sequence[View], edition: Edition, publication: Publication) -> str:
    """The feed of one topic. `views`: its newest published briefings, of which title and points are asked."""
    from sejajar.rendering.machine.syndication import atom  # not at start: its library loads an HTTP client

    title, _ = name.in_edition(edition)
    items = tuple(item_of(view, publication, _points(view)) for view in views)
    home = publication.address(publication.places.facet(edition, "tag", name.slug))
    said = say(edition, "feed-topic", topic=title, site=publication.name)
    address = publication.absolute(topic_feed_path(publication.places, edition, name.slug))
    return atom(Feed(said, say(edition, "home-intro"), home, edition, items), address)


def _points(view: View) -> str:
    points = "".join(
        f'<li lang="{view.own(point)[1]}">{escape(view.stated(point, view.edition), quote=False)}</li>'
        for point in view.briefing.article.points
    )
    return f"<ul>{points}</ul>" if points else ""


def bilingual_feed(views: Iterable[View], publication: Publication) -> str:
    """The newest briefings, each with its Indonesian and, where there is one, its English."""
    from sejajar.rendering.machine.syndication import atom

    items = tuple(_both(view, publication) for view in newest(views, NEWEST))
    intro = " ".join(say(edition, "home-intro") for edition in EDITIONS)
    feed = Feed(bilingual_title(publication), intro, publication.absolute(""), "id", items)
    return atom(feed, publication.absolute(bilingual_path(publication.places)))


def _both(view: View, publication: Publication) -> Item:
    own = item_of(replace(view, edition="id"), publication)
    if not view.english(view.briefing.article.title):
        return own
    english = item_of(replace(view, edition="en"), publication)
    return replace(
        own,
        title=f"{own.title} · {english.title}",
        summary=f"{own.summary} · {english.summary}",
        html="<hr/>".join(f'<div lang="{item.language}">{item.html}</div>' for item in (own, english)),
    )


def bilingual_title(publication: Publication) -> str:
    return f"{publication.name}: Indonesia · English"


def feed_links(page: str, edition: Edition, publication: Publication) -> str:
    """HTML that leads from a list to what follows it; empty where it has no feed, or the site no address."""
    places = publication.places
    found: dict[str, str] = {}
    if publication.url and page in (places.home(edition), places.archive(edition)):
        found = {"feed": feed_path(places, edition, "atom.xml"), "feed-both": bilingual_path(places)}
    elif publication.url and (slug := topic_of(places, edition, page)):
        found = {"feed-of-topic": topic_feed_path(places, edition, slug)}
    directory_urls = publication.directory_urls
    links = (_way(address_from(path, page, directory_urls), say(edition, key)) for key, path in found.items())
    return f'<p class="sj-feeds">{" ".join(links)}</p>\n' if found else ""


def _way(address: str, words: str) -> str:
    return f'<a href="{escape(address)}" type="{TYPES["atom.xml"]}">{_ICON}{literal(words)}</a>'
