"""Bringing a catalog up to date with its article."""

from __future__ import annotations

from dataclasses import replace

from sejajar.catalog.entry import Catalog, Entry
from sejajar.model import Article


def sync(catalog: Catalog, article: Article) -> Catalog:
    """The catalog with exactly one entry for each segment of a numbered article, in reading order."""
    entries = tuple(
        catalog.entry(segment.key) or Entry(*segment.key, anchor=f"{segment.kind}-{number}")
        for number, segment in enumerate(article.segments, 1)
    )
    return replace(catalog, entries=entries)
