"""The verbs that write catalogs."""

from __future__ import annotations

from dataclasses import dataclass

from sejajar import catalogs as catalog_format
from sejajar import storage
from sejajar.model import Catalog, Location, Problem, Severity, has_errors
from sejajar.site.workspace import Site, Workspace


@dataclass(frozen=True, slots=True)
class Synced:
    written: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def sync(site: Site, workspace: Workspace) -> Synced:
    """Writes the catalogs that are not up to date with their articles. A broken article's is left alone."""
    written, unchanged, problems = [], 0, list(workspace.problems)
    for entry in workspace.parsed.values():
        if entry.briefing is None or has_errors(entry.problems):
            continue
        source, catalog = entry.source, entry.briefing.catalog
        if catalog_format.dumps(catalog) == source.catalog_text:
            unchanged += 1
            continue
        base, _ = catalog_format.loads(source.catalog_text or "", source.catalog_path)
        saved = save(site, catalog, base)
        problems += saved.problems
        if saved.wrote:
            written.append(source.catalog_path)
        elif not has_errors(saved.problems):
            unchanged += 1
    return Synced(tuple(written), unchanged, tuple(problems))


@dataclass(frozen=True, slots=True)
class Saved:
    catalog: Catalog
    """What is on the disk now."""
    wrote: bool
    problems: tuple[Problem, ...] = ()
    """Where the file on the disk has become unreadable meanwhile; it is left as it is."""


def save(site: Site, catalog: Catalog, base: Catalog | None = None) -> Saved:
    """Writes a catalog after reading it again: what somebody else wrote meanwhile is kept.

    `base` is the catalog that this one was made from; see `catalogs.merge`.
    """
    while True:
        before, problems = storage.read_reporting(site.root, catalog.path)
        if before is None and not problems:
            merged = catalog
        else:
            on_disk, more = catalog_format.loads(before, catalog.path) if before is not None else (None, ())
            problems += more
            if on_disk is None or has_errors(problems):
                return Saved(catalog, wrote=False, problems=problems)
            merged = catalog_format.merge(catalog, on_disk, base)
        text = catalog_format.dumps(merged)
        if text == before:
            return Saved(merged, wrote=False)
        try:
            if storage.exchange(site.root, catalog.path, before, text):
                return Saved(merged, wrote=True)
        except OSError as error:
            return Saved(catalog, wrote=False, problems=(unwritable(catalog.path, error),))


def unwritable(path: str, error: OSError) -> Problem:
    message = f"the file cannot be written: {error.strerror}"
    hint = "fix its permissions, or make room on the disk"
    return Problem(Location(path), Severity.ERROR, "unwritable", message, hint)
