"""Saving over a file that someone else may have saved in the meantime."""

from __future__ import annotations

from sejajar.catalog.entry import Catalog


def merge(ours: Catalog, on_disk: Catalog, base: Catalog | None = None) -> Catalog:
    """For now the one on disk wins by key."""
    return (base or ours).updated(on_disk.entries)
