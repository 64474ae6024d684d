"""What `mkdocs serve` watches, and how soon it knows of a change.

MkDocs looks at every file twice a second, which takes the longer the more there are, and finds a change late.
Here the system says what has changed. Looking goes on beside it, for not every file system tells (a network
drive, a folder shared with a virtual machine); it ends below a folder of which the system has told once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

SETTLED = 0.05
"""Seconds without a change after which MkDocs builds; it would wait for twice that."""
_CHANGES = frozenset({"created", "modified", "closed", "moved", "deleted"})
"""The system tells of reading too."""


def watch_closely(server: LiveReloadServer, docs: Path, folders: Collection[str]) -> None:
    """Has `mkdocs serve` learn of changes at once, and not build anew because of what a build has generated.

    MkDocs watches the whole of `docs` and offers no filter, nor another observer: what it watches already is
    watched again by ours.
    """
    watched = dict(server._watched_paths)
    for path, times in watched.items():
        for _ in range(times):
            server.unwatch(path)
    products = tuple(str(docs / name) for name in (*folders, "media"))
    server.observer = Watcher(server.observer, products)  # type: ignore[assignment]
    server.build_delay = SETTLED
    for path, times in watched.items():
        for _ in range(times):
            server.watch(path)


class Watcher:
    """What MkDocs asks of an observer, done by two: one that looks, and one that is told."""

    def __init__(self, looking: BaseObserver, products: tuple[str, ...]) -> None:
        self._looking, self._told = looking, Observer()
        self._seen = Seen(products)
        self._looked_at: set[ObservedWatch] = set()

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        watch = self._looking.schedule(_Changes(handler, self._seen), path, recursive=recursive)
        self._looked_at.add(watch)
        told = _Changes(handler, self._seen, lambda: self._look_no_more(watch))
        return self._told.schedule(told, path, recursive=recursive)

    def unschedule(self, watch: ObservedWatch) -> None:
        self._look_no_more(watch)
        self._told.unschedule(watch)

    def _look_no_more(self, watch: ObservedWatch) -> None:
        if watch in self._looked_at:  # watches of one path are equal, whoever has made them
            self._looked_at.remove(watch)
            self._looking.unschedule(watch)

    def start(self) -> None:
        self._looking.start()
        try:
            self._told.start()
        except OSError:  # more folders than the system watches for one user
            self._told.unschedule_all()

    def stop(self) -> None:
        self._looking.stop()
        self._told.stop()

    def join(self) -> None:
        self._looking.join()
        if self._told.is_alive():
            self._told.join()


class Seen:
    """What was last seen of each file that has changed: both observers tell of one change, and one counts."""

    def __init__(self, products: tuple[str, ...]) -> None:
        self._products = products
        self._stamps: dict[str, tuple[int, int] | None] = {}

    def is_news(self, path: str) -> bool:
        if any(Path(path).is_relative_to(folder) for folder in self._products):
            return False
        real = os.path.realpath(path)
        try:
            found = os.lstat(real)
            stamp = (found.st_mtime_ns, found.st_size)
        except OSError:
            stamp = None
        if real in self._stamps and self._stamps[real] == stamp:
            return False
        self._stamps[real] = stamp
        return True


class _Changes(FileSystemEventHandler):
    """Hands on what has changed a file."""

    def __init__(
        self, handler: FileSystemEventHandler, seen: Seen, told: Callable[[], None] | None = None
    ) -> None:
        self._handler, self._seen, self._told = handler, seen, told

    def dispatch(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or event.is_directory:
            return
        paths: list[Any] = [path for path in (event.src_path, event.dest_path) if path]
        news = [path for path in paths if self._seen.is_news(os.fsdecode(path))]
        if news:
            self._handler.dispatch(event)
        if self._told:
            self._told()
