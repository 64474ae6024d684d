"""The pages around the articles: home, archive, topics, glossary, and the editors' page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sejajar.formats.glossary import Glossary
from sejajar.language.wording import say
from sejajar.model import Edition
from sejajar.rendering.html.files import Page
from sejajar.rendering.lists import archive
from sejajar.rendering.lists import facet_pages as gathered
from sejajar.rendering.lists import home as lists
from sejajar.rendering.lists.archive import Listing
from sejajar.rendering.lists.glossary_page import glossary_page
from sejajar.rendering.lists.status import Standing, status
from sejajar.site.addresses import PLACES, Places
from sejajar.site.facets import Register
from sejajar.site.view import View


def list_pages(
    views: Sequence[View],
    edition: Edition,
    glossary: Glossary,
    names: Register,
    now: Standing,
    content: str,
    places: Places = PLACES,
) -> Iterator[Page]:
    """`views`: what lists show, the newest first. `content`: the folder that the pages are made from."""
    for listing in _listings(views, edition, glossary, names):
        yield _page(listing, edition, f"{content}/", {}, places)
    title, words = say(edition, "status"), say(edition, "status-intro")
    hidden = {"robots": "noindex", "search": {"exclude": True}}
    of_editors = Listing(PLACES.status(edition), title, status(views, edition, now), words)
    yield _page(of_editors, edition, f"{content}/", hidden, places)


def _page(
    listing: Listing, edition: Edition, source: str, more: Mapping[str, object], places: Places
) -> Page:
    path = places.moved(listing.path)
    meta = {"title": listing.title, "description": listing.description, "lang": edition}
    hide = ["navigation"] if listing.has_contents else ["navigation", "toc"]
    rest = {"counterpart": places.counterpart(path), "kind": "list", "hide": hide, **more}
    return Page(path, source, {**meta, **rest}, (listing.body,), places)


def _listings(
    views: Sequence[View], edition: Edition, glossary: Glossary, names: Register
) -> Iterator[Listing]:
    topics = gathered.frequent(names, "tag")
    home = lists.home(views, edition, topics)
    yield Listing(PLACES.home(edition), say(edition, "home-title"), home, say(edition, "home-intro"))
    years, words = archive.archive(views, edition), say(edition, "archive-intro")
    yield Listing(PLACES.archive(edition), say(edition, "archive-title"), years, words)
    yield from archive.listings(views, edition)
    yield from gathered.indexes(names, edition)
    by_path = {view.briefing.article.path: view for view in views}
    yield from gathered.listings(names, by_path, edition)
    terms, words = glossary_page(glossary, edition), say(edition, "glossary-intro")
    yield Listing(PLACES.glossary(edition), say(edition, "glossary"), terms, words)
