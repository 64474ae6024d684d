"""The verbs that write catalogs."""

from __future__ import annotations

from dataclasses import dataclass

from sejajar import catalog as catalog_format
from sejajar import store
from sejajar.catalog import Catalog
from sejajar.model import Problem, has_errors
from sejajar.project.desk import Desk, Site


@dataclass(frozen=True, slots=True)
class Synced:
    written: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def sync(site: Site, desk: Desk) -> Synced:
    """Writes the catalogs that are not up to date with their articles. A broken article's is left alone."""
    written, unchanged, problems = [], 0, list(desk.problems)
    for entry in desk.parsed.values():
        if entry.briefing is None or has_errors(entry.problems):
            continue
        saved = save(site, entry.briefing.catalog)
        problems += saved.problems
        if saved.wrote:
            written.append(entry.source.catalog_path)
        else:
            unchanged += 1
    return Synced(tuple(written), unchanged, tuple(problems))


@dataclass(frozen=True, slots=True)
class Saved:
    catalog: Catalog
    """What is on the disk now."""
    wrote: bool
    problems: tuple[Problem, ...] = ()
    """Where the file on the disk has become unreadable meanwhile; it is left as it is."""


def save(site: Site, catalog: Catalog) -> Saved:
    """Writes a catalog after reading it again: what somebody else wrote meanwhile is kept."""
    path = site.root / catalog.path
    text = store.read_text(path)
    if text is not None:
        on_disk, problems = catalog_format.loads(text, catalog.path)
        if on_disk is None or has_errors(problems):
            return Saved(catalog, wrote=False, problems=problems)
        catalog = catalog_format.merge(catalog, on_disk)
    return Saved(catalog, store.write(path, catalog_format.dumps(catalog)))
