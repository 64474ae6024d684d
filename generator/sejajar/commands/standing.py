"""Decisions that stand: a program that read the file before them, and saves it whole, takes them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sejajar.catalogs import Briefing
from sejajar.commands.review import Obstacle, Place, rewrite_entries
from sejajar.model import Entry
from sejajar.site.workspace import Site


@dataclass(frozen=True, slots=True)
class Standing:
    """What a session has decided: each pair's states, from the first that was seen to the last decision's."""

    states: Mapping[Place, tuple[Entry, ...]] = field(default_factory=dict)

    def decided(self, place: Place, seen: Entry, made: Entry) -> Standing:
        before = self.states.get(place, ())
        if not before or before[-1] != seen:
            before = (*before, seen)
        return Standing({**self.states, place: (*before, made)})


def stand(site: Site, standing: Standing, catalog: str = "") -> tuple[Place, ...]:
    """Writes decisions again where the disk has an earlier state of their pair; returns those pairs.

    That is what a program leaves that read the file before a decision and wrote it whole after it, Poedit for
    one. A pair that is anything else by now is somebody's newer work and stays. With `catalog` only that
    file's pairs are looked at.
    """
    restored: list[Place] = []
    by_article: dict[str, list[Place]] = {}
    for place in standing.states:
        if catalog in ("", place.catalog):
            by_article.setdefault(place.article, []).append(place)
    for places in by_article.values():
        restored += _restore(site, standing, places)
    return tuple(restored)


def _restore(site: Site, standing: Standing, places: list[Place]) -> list[Place]:
    """Of one article."""

    def lost(briefing: Briefing) -> dict[Place, Entry]:
        found: dict[Place, Entry] = {}
        for place in places:
            pair = briefing.pairs.get(place.key)
            *earlier, last = standing.states[place]
            if pair and pair.entry != last and pair.entry in earlier:
                found[place] = last
        return found

    made = rewrite_entries(site, places[0], lost)
    return [] if isinstance(made, Obstacle) else list(made)
