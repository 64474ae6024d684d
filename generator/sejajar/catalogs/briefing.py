"""An article with its English: what everything below the catalog works with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sejajar.catalogs.sync import sync
from sejajar.model import Article, Catalog, Entry, Key, Segment, State


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment and its English."""

    segment: Segment
    entry: Entry


@dataclass(frozen=True, slots=True)
class Briefing:
    article: Article
    catalog: Catalog
    """Synced with the article."""
    pairs: Mapping[Key, Pair]
    """In reading order."""

    def __getitem__(self, segment: Segment) -> Pair:
        return self.pairs[segment.key]

    @property
    def counts(self) -> Mapping[State, int]:
        """How many pairs there are in each state, 0 included."""
        found = Counter(pair.entry.state for pair in self.pairs.values())
        return {state: found[state] for state in State}

    @property
    def incomplete(self) -> bool:
        """Some segment is untranslated or stale."""
        counts = self.counts
        return counts[State.UNTRANSLATED] + counts[State.STALE] > 0


def briefing(article: Article, catalog: Catalog) -> Briefing:
    """Bring the catalog up to date with its article, in memory, and lay the two side by side."""
    synced = sync(catalog, article)
    pairs = {
        segment.key: Pair(segment, entry)
        for segment, entry in zip(article.segments, synced.entries, strict=True)
    }
    return Briefing(article, synced, MappingProxyType(pairs))
