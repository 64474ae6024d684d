"""The verbs around a built site: what each page says of itself, and the files beside the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache
from itertools import islice

import fontpkg  # type: ignore[import-untyped]

from sejajar import rendering, storage
from sejajar.build import codec
from sejajar.build.beside import add, missing
from sejajar.build.data import publish_data
from sejajar.build.offline import offline_files
from sejajar.build.release import release
from sejajar.build.whole import Whole
from sejajar.model import EDITIONS, Status
from sejajar.rendering import Card, Publication, View
from sejajar.site.workspace import Site

CHUNK = 25
"""Cards that a worker is given at once."""


def publish(
    site: Site, whole: Whole, built: storage.Built, *, preview: bool = False, pool: Executor | None = None
) -> None:
    """Adds to the built site what stands beside its pages; a file of the same name in `docs` wins.

    Icons, manifest and robots.txt are for a site that is ours as a whole; feeds and cards mean nothing where
    the site has no address. A preview has no cards and no corpus, for nobody shares its addresses, and
    keeps nothing in a browser, which would show editors what they wrote before.
    """
    told = site.publication
    files: dict[str, bytes] = {}
    if site.settings.dress == "site":
        _add_icons(site, built)
        files = {
            rendering.MANIFEST: rendering.manifest(told.name, told.description).encode(),
            "robots.txt": rendering.robots(told).encode(),
        }
    if told.url:
        files |= {path: text.encode() for path, text in feeds(site, whole).items()}
        _add_topic_feeds(site, whole, built)
    if offline(site, preview=preview):
        files |= offline_files(told, whole, built.folder, files)
    elif site.settings.dress == "site":  # a browser that has had the worker asks for it again
        files[rendering.WORKER] = rendering.no_worker().encode()
    for path, data in files.items():
        add(built, site, path, data)
    if told.url:
        publish_data(site, whole, built, corpus=not preview)
    if told.url and not preview:
        _add_cards(site, whole, built, pool)


def offline(site: Site, *, preview: bool) -> bool:
    """Whether readers can read a built site without a network: a worker answers for all that is below it."""
    return site.settings.offline and site.settings.dress == "site" and not preview


def _add_icons(site: Site, built: storage.Built) -> None:
    """Draws the icons if one is missing: they depend on nothing but the release."""
    absent = [path for path in rendering.ICONS if missing(built, site, path, release())]
    for path in absent:
        built.put(path, release(), rendering.icons()[path])


def _add_cards(site: Site, whole: Whole, built: storage.Built, pool: Executor | None) -> None:
    """Draws the cards that are not there."""
    places: dict[Card, list[str]] = {}
    for path, card in _cards(site.publication, whole):
        if missing(built, site, path, card.key):
            places.setdefault(card, []).append(path)
    for card, data in drawn(places, storage.cache(site.root, "cards"), pool):
        for path in places[card]:
            built.put(path, card.key, data)


def _add_topic_feeds(site: Site, whole: Whole, built: storage.Built) -> None:
    """Makes the feeds of which an article has another title, points or front matter than before."""
    recipe, register = whole.reading.recipe, whole.connections.register
    terms = codec.digest(recipe.glossary.terms)
    published = {one.path: one for one in whole.listed if one.status is Status.PUBLISHED}
    for name in register.by_facet["tag"]:
        found = (published[path] for path in register.articles[name] if path in published)
        newest = list(islice(found, rendering.OF_TOPIC))
        for edition in EDITIONS:
            path = rendering.topic_feed_path(site.places, edition, name.slug)
            shown = [one.headline_digest for one in newest]
            key = codec.digest((whole.reading.index.recipe, terms, name.in_edition(edition), shown))
            if not newest or not missing(built, site, path, key):
                continue
            briefings = (whole.briefings[one.path] for one in newest)
            reviewed = recipe.options.reviewed_only
            views = [View(one, edition, recipe.glossary, reviewed, places=site.places) for one in briefings]
            built.put(path, key, rendering.topic_feed(name, views, edition, recipe.publication).encode())


@dataclass(frozen=True, slots=True)
class Feeds:
    texts: Mapping[str, str]


def feeds(site: Site, whole: Whole) -> Mapping[str, str]:
    """The feeds of both editions by their paths: those made last, while nothing in them has changed."""
    recipe = whole.reading.recipe
    newest = [one for one in whole.listed if one.status is Status.PUBLISHED][: rendering.NEWEST]
    name = f"feeds-{codec.digest([whole.reading.name(one.path) for one in newest])}"
    kept = codec.unpack(Feeds, whole.reading.cache.get(name))
    if kept is None:
        briefings = [found for one in newest if (found := whole.reading.briefing(one.path))]
        texts: dict[str, str] = {}
        for edition in EDITIONS:
            views = (
                View(item, edition, recipe.glossary, recipe.options.reviewed_only, places=site.places)
                for item in briefings
            )
            texts |= rendering.feeds(views, edition, recipe.publication)
        reviewed = recipe.options.reviewed_only
        both = (View(one, "id", recipe.glossary, reviewed, places=site.places) for one in briefings)
        texts[rendering.bilingual_path(site.places)] = rendering.bilingual_feed(both, recipe.publication)
        kept = Feeds(texts)
        whole.reading.cache.put(name, codec.pack(kept))
    return kept.texts


def drawn(
    cards: Iterable[Card], kept: storage.Cache, pool: Executor | None = None
) -> Iterator[tuple[Card, bytes]]:
    """Each card with its picture: as it was kept, or drawn and kept now."""
    undrawn = []
    for card in cards:
        if data := kept.get(f"{release()}-{card.key}"):
            yield card, data
        else:
            undrawn.append(card)
    pictures = pool.map(_draw, undrawn, chunksize=CHUNK) if pool else map(_draw, undrawn)
    for card, data in zip(undrawn, pictures, strict=True):
        kept.put(f"{release()}-{card.key}", data)
        yield card, data


@cache
def _font() -> bytes:
    data: bytes = fontpkg.path("Source Serif 4").read_bytes()
    return data


def _draw(card: Card) -> bytes:
    return rendering.draw(card, _font())


def _cards(told: Publication, whole: Whole) -> Iterator[tuple[str, Card]]:
    for edition in EDITIONS:
        yield rendering.card_path(told.places.home(edition)), rendering.site_card(edition, told)
    for summary in whole.shown:
        for edition in EDITIONS:
            if summary.pages and (card := summary.pages[edition].card):
                yield rendering.card_path(whole.path_of(summary, edition)), card
