"""The pages around the articles: home, archive, topics, glossary, and the editors' page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sejajar.glossary import Glossary
from sejajar.model import Edition
from sejajar.rendering import archive, gathered, lists
from sejajar.rendering.addresses import PLACES, Places
from sejajar.rendering.archive import Listing
from sejajar.rendering.files import Page, page
from sejajar.rendering.naming import Register
from sejajar.rendering.status import Standing, status
from sejajar.rendering.terms import glossary_page
from sejajar.rendering.view import View
from sejajar.rendering.wording import say


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
    for listing in _listings(views, edition, glossary, names, places):
        yield _page(listing, edition, f"{content}/", {}, places)
    title, words = say(edition, "status"), say(edition, "status-intro")
    body = status(views, edition, now, places=places)
    hidden = {"robots": "noindex", "search": {"exclude": True}}
    yield _page(Listing(places.status(edition), title, body, words), edition, f"{content}/", hidden, places)


def _page(
    listing: Listing, edition: Edition, source: str, more: Mapping[str, object], places: Places
) -> Page:
    meta = {"title": listing.title, "description": listing.description, "lang": edition}
    hide = ["navigation"] if listing.has_contents else ["navigation", "toc"]
    rest = {"counterpart": places.counterpart(listing.path), "kind": "list", "hide": hide, **more}
    return page(listing.path, source, {**meta, **rest}, listing.body)


def _listings(
    views: Sequence[View], edition: Edition, glossary: Glossary, names: Register, places: Places
) -> Iterator[Listing]:
    topics = gathered.frequent(names, "tag")
    body, words = lists.home(views, edition, topics, places=places), say(edition, "home-intro")
    yield Listing(places.home(edition), say(edition, "home-title"), body, words)
    body, words = archive.archive(views, edition, places=places), say(edition, "archive-intro")
    yield Listing(places.archive(edition), say(edition, "archive-title"), body, words)
    yield from archive.listings(views, edition, places=places)
    yield from gathered.indexes(names, edition, places)
    by_path = {view.briefing.article.path: view for view in views}
    yield from gathered.listings(names, by_path, edition, places=places)
    body, words = glossary_page(glossary, edition), say(edition, "glossary-intro")
    yield Listing(places.glossary(edition), say(edition, "glossary"), body, words)
