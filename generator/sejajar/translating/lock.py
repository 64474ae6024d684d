"""One fill at a time in a site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock


class BusyError(Exception):
    """Another run holds the lock. The text says so to people."""


@contextmanager
def site_lock(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, whose folder exists, or raise BusyError at once.

    The operating system holds the lock, not the file's being there: it ends with its process however that
    dies, and a file that is left over stands in nobody's way.
    """
    lock = filelock.FileLock(path, timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise BusyError(
            f"another `sejajar translate` is at work in this site (it holds {path.parent.name}/{path.name}); "
            "wait until it has ended, or end it with Ctrl-C: nothing is lost"
        ) from None
    try:
        yield
    finally:
        lock.release()
