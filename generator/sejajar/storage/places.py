"""The folders that a build takes from and writes to, looked over before it reads, empties or writes any."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sejajar.model import Location, Problem, Severity
from sejajar.storage.cache import repository
from sejajar.storage.folder import is_link, link_on_the_way


def linked(root: Path, docs: Path, built: Path | None = None) -> tuple[Problem, ...]:
    """An error for each link by which a build would read, empty or write what lies elsewhere.

    MkDocs follows links: it would empty the folder that `built` leads to, and publish whatever one in `docs`
    leads to. A link in `docs` to another file of the same repository may be, if nothing on the way is hidden.
    """
    top = repository(root)
    places = [place for place in (docs, built) if place is not None]
    links = [link for place in places if (link := link_on_the_way(top, place))]
    if not links:
        links = [*_outward(docs, top), *(_links_in(built) if built else ())]
    return tuple(_problem(link, root) for link in links)


def _outward(docs: Path, top: Path) -> Iterator[Path]:
    for path, folders, files in os.walk(docs):
        for name in sorted((*folders, *files)):
            link = Path(path, name)
            if is_link(link) and not _is_within(link, top):
                yield link


def _is_within(link: Path, top: Path) -> bool:
    try:
        there = link.resolve(strict=True)
        steps = there.relative_to(top).parts
    except (OSError, ValueError, RuntimeError):
        return False
    ordinary = there.is_file() or (there.is_dir() and not link.absolute().is_relative_to(there))
    return ordinary and not any(step.startswith(".") for step in steps)


def _links_in(built: Path) -> Iterator[Path]:
    """Those right below: MkDocs removes what lies deeper, and writes through these."""
    if built.is_dir():
        yield from (path for path in sorted(built.iterdir()) if is_link(path))


def _problem(link: Path, root: Path) -> Problem:
    name = link.relative_to(root).as_posix() if link.is_relative_to(root) else str(link)
    message = "this link leads elsewhere, and nothing is read, emptied or written through one"
    hint = "put what it leads to in its place, or remove it"
    return Problem(Location(name), Severity.ERROR, "symlink", message, hint)
