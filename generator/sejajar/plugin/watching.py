"""What `mkdocs serve` watches."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


def ignore_products(server: LiveReloadServer, docs: Path, folders: Collection[str]) -> None:
    """Keeps `mkdocs serve` from building once more because of what a build has just generated.

    MkDocs watches the whole of `docs` and offers no filter, so its own handler is scheduled anew inside one.
    """
    products = tuple(str(docs / name) for name in (*folders, "media"))
    schedule = server.observer.schedule

    def schedule_filtered(handler: FileSystemEventHandler, *args: Any, **kwargs: Any) -> Any:
        return schedule(_Unless(handler, products), *args, **kwargs)

    server.unwatch(str(docs))
    server.observer.schedule = schedule_filtered  # type: ignore[method-assign, assignment]
    try:
        server.watch(str(docs))
    finally:
        server.observer.schedule = schedule  # type: ignore[method-assign]


class _Unless(FileSystemEventHandler):
    """Hands on the events outside the given folders."""

    def __init__(self, handler: FileSystemEventHandler, folders: tuple[str, ...]) -> None:
        self.handler = handler
        self.folders = folders

    def dispatch(self, event: FileSystemEvent) -> None:
        if not any(Path(str(event.src_path)).is_relative_to(folder) for folder in self.folders):
            self.handler.dispatch(event)
