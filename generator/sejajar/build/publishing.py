"""The verbs around a built site: what each page says of itself, and the files beside the pages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import fontpkg  # type: ignore[import-untyped]

from sejajar import rendering, storage
from sejajar.model import EDITIONS, Status
from sejajar.rendering import Card, Publication, View
from sejajar.site.workspace import Site, Workspace

MANY = 1500
"""Cards from which on more processes draw sooner than one: a process takes about a second to begin, in which
one that runs draws five hundred."""


def publication(site: Site) -> Publication:
    return Publication(site.name, site.url, site.description, site.directory_urls, site.places)


def views(site: Site, workspace: Workspace) -> dict[str, View]:
    """How each edition shows each article, by the page's path below `docs`."""
    reviewed_only = site.settings.publish_english == "reviewed"
    return {
        site.places.article(briefing.article, edition): View(
            briefing, edition, workspace.glossary, reviewed_only, places=site.places
        )
        for briefing in workspace.briefings
        for edition in EDITIONS
    }


def publish(site: Site, views: Mapping[str, View], built: Path, *, cards: bool = True) -> None:
    """Adds to the built site what stands beside its pages; a file of the same name in `docs` wins.

    Icons, manifest and robots.txt are for a site that is ours as a whole; feeds and cards mean nothing where
    the site has no address. Without `cards` none is drawn: nobody shares the addresses of a preview.
    """
    told = publication(site)
    files: dict[str, bytes] = {}
    if site.settings.dress == "site":
        files = {
            **rendering.icons(),
            rendering.MANIFEST: rendering.manifest(told.name, told.description).encode(),
            "robots.txt": rendering.robots(told).encode(),
        }
    if told.url:
        for edition in EDITIONS:
            own = (view for view in views.values() if view.edition == edition)
            files |= {path: text.encode() for path, text in rendering.feeds(own, edition, told).items()}
    for path, data in files.items():
        storage.add_built(built, path, data, site.docs)
    if told.url and cards:
        places: dict[Card, list[str]] = {}
        for path, card in _cards(told, views):
            places.setdefault(card, []).append(path)
        for card, data in drawn(places, storage.cache(site.root, "cards")):
            for path in places[card]:
                storage.add_built(built, path, data, site.docs)
    storage.compress(built, "sitemap.xml")  # again: MkDocs writes the day of building into it


def drawn(cards: Iterable[Card], kept: storage.Cache) -> Iterator[tuple[Card, bytes]]:
    """Each card with its picture: as it was kept, or drawn and kept now."""
    missing = []
    for card in cards:
        if data := kept.get(card.key):
            yield card, data
        else:
            missing.append(card)
    for card, data in zip(missing, _drawn(missing), strict=True):
        kept.put(card.key, data)
        yield card, data


@cache
def _font() -> bytes:
    data: bytes = fontpkg.path("Source Serif 4").read_bytes()
    return data


def _draw(card: Card) -> bytes:
    return rendering.draw(card, _font())


def _drawn(cards: list[Card]) -> Iterator[bytes]:
    """The pictures, in the same order; drawn by all processors where they are many."""
    if not cards:
        return
    if len(cards) < MANY or (os.cpu_count() or 1) < 2:
        yield from map(_draw, cards)
        return
    # Not forked: MkDocs's `serve` runs threads, and a lock that one of them holds would stay locked.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(_draw, cards, chunksize=25)


def _cards(told: Publication, views: Mapping[str, View]) -> Iterator[tuple[str, Card]]:
    for edition in EDITIONS:
        yield rendering.card_path(told.places.home(edition)), rendering.site_card(edition, told)
    for path, view in views.items():
        if view.briefing.article.metadata.status is Status.PUBLISHED:
            yield rendering.card_path(path), rendering.card_of(view, told.name)
