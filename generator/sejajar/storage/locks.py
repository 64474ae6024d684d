"""One at a time, and what killed runs have left."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from sejajar.storage.content import CATALOG


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


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One exchange at a time in a folder: between two of ours not even the rename is a gap.

    The system lets go of the lock of a process that dies. Where it has no such locks, the gap stays.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


LEFTOVER = 60.0
"""Seconds after which a file half written is nobody's any more: a write takes a few milliseconds."""


def sweep(folder: Path) -> int:
    """Removes the halves of catalogs that killed runs have left below `folder`, and says how many."""
    old = time.time() - LEFTOVER
    swept = 0
    for path in folder.rglob(f".{CATALOG}.*"):
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < old:
                path.unlink()
                swept += 1
    return swept
