"""The pages around the articles: home, archive, topics, glossary, and the editors' page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sejajar.formats.glossary import Glossary
from sejajar.language.wording import say
from sejajar.model import Edition
from sejajar.rendering.html.files import Page
from sejajar.rendering.lists import archive, facet_pages, home, people_pages
from sejajar.rendering.lists.archive import Listing
from sejajar.rendering.lists.glossary_page import glossary_page
from sejajar.rendering.lists.status import Standing, status
from sejajar.site.addresses import PLACES, Places
from sejajar.site.connections import Connections
from sejajar.site.facets import Register
from sejajar.site.view import View


@dataclass(frozen=True, slots=True)
class PlannedList:
    """A list's page, whose body is made when it is asked for."""

    listing: Listing
    edition: Edition
    more: Mapping[str, object] = field(default_factory=dict)

    def path(self, places: Places) -> str:
        return places.moved(self.listing.path)

    def meta(self, places: Places) -> dict[str, object]:
        """The front matter."""
        listing = self.listing
        meta = {"title": listing.title, "description": listing.description, "lang": self.edition}
        hide = ["navigation"] if listing.has_contents else ["navigation", "toc"]
        rest = {"counterpart": places.counterpart(self.path(places)), "kind": "list", "hide": hide}
        return {**meta, **rest, **self.more}

    def page(self, content: str, places: Places = PLACES) -> Page:
        """`content`: the folder that the page names as its source."""
        return Page(self.path(places), f"{content}/", self.meta(places), (self.listing.make(),), places)


def planned_lists(
    views: Sequence[View], edition: Edition, glossary: Glossary, connections: Connections, now: Standing
) -> Iterator[PlannedList]:
    """`views`: what lists show, the newest first."""
    by_path = {view.briefing.article.path: view for view in views}
    for listing in _listings(views, by_path, edition, glossary, connections.register):
        yield PlannedList(listing, edition)
    people = connections.people or ()
    if connections.people is not None:
        yield PlannedList(people_pages.index(people, edition), edition)
    for listing in people_pages.listings(people, by_path, edition):
        yield PlannedList(listing, edition)
    title, words = say(edition, "status"), say(edition, "status-intro")
    signers = people_pages.busiest(people)
    make = partial(status, views, edition, now, signers)
    of_editors = Listing(PLACES.status(edition), title, words, make, views, (now, people_pages.said(signers)))
    yield PlannedList(of_editors, edition, {"robots": "noindex", "search": {"exclude": True}})


def _listings(
    views: Sequence[View],
    by_path: Mapping[str, View],
    edition: Edition,
    glossary: Glossary,
    names: Register,
) -> Iterator[Listing]:
    topics = facet_pages.frequent(names, "tag")
    front = partial(home.home, views, edition, topics)
    yield Listing(
        PLACES.home(edition),
        say(edition, "home-title"),
        say(edition, "home-intro"),
        front,
        views[: home.NEWEST],
        (topics[: home.TOPICS], glossary.terms),
    )
    years = partial(archive.archive, views, edition)
    days = Counter(archive.month_of(view) for view in views)
    title, words = say(edition, "archive-title"), say(edition, "archive-intro")
    yield Listing(PLACES.archive(edition), title, words, years, besides=sorted(days.items()))
    yield from archive.listings(views, edition)
    yield from facet_pages.indexes(names, edition)
    yield from facet_pages.listings(names, by_path, edition)
    terms = partial(glossary_page, glossary, edition)
    title, words = say(edition, "glossary"), say(edition, "glossary-intro")
    yield Listing(PLACES.glossary(edition), title, words, terms, besides=glossary.terms)
