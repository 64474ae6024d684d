"""One at a time, and what killed runs have left."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import filelock

from sejajar.storage.folder import HALF, Opened, is_link, opened

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
HAS_LOCKS = fcntl is not None
"""Whether the system locks files and folders that are open, and renames them all the same."""

LEFTOVER = 60.0
"""Seconds after which a half-written file is nobody's any more, where the system has no locks to tell by."""


class BusyError(Exception):
    """Another run holds the lock. The text says so to people."""


@contextmanager
def site_lock(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, whose folder exists, or raise BusyError at once.

    The operating system holds the lock, not the file's being there: it ends with its process however that
    dies, and a file that is left over stands in nobody's way.
    """
    lock = lock_file(path)
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


def lock_file(path: Path) -> filelock.BaseFileLock:
    """A lock that does not wait and is the process's: `mkdocs serve` takes it in one thread of several.

    Raises OSError where a link stands: opening a lock file empties it.
    """
    with opened(path.parent) as here:
        if here.look(path.name) is not None:
            with here.reading(path.name):
                pass
    return filelock.FileLock(path, timeout=0, thread_local=False)


def build_lock(folder: Path, built: Path, waiting: Callable[[], None]) -> filelock.BaseFileLock | None:
    """Waits until no other build writes to `built`, and keeps others waiting until it is released.

    `folder` holds the lock file. `waiting` is called once where there is another. None where there can be no
    lock.
    """
    try:
        lock = lock_file(folder / f"build-{sha256(os.fsencode(built.resolve())).hexdigest()[:12]}.lock")
        try:
            lock.acquire()
        except filelock.Timeout:
            waiting()
            lock.acquire(timeout=-1)
    except (OSError, NotImplementedError):
        return None
    return lock


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One at a time in a folder: between two of ours not even a rename is a gap.

    The system lets go of the lock of a process that dies. Where it has no such locks, the gap stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with opened(folder) as here, alone(here):
        yield


@contextmanager
def alone(here: Opened) -> Iterator[None]:
    """As `alone_in`, in a folder that is open already."""
    if fcntl is None or here.fd is None:
        yield
        return
    handle = os.open(".", os.O_RDONLY, dir_fd=here.fd)  # one of its own: it is let go of by closing it
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def claim(handle: int) -> bool:
    """Marks a half-written file or folder as somebody's; False where it has been swept away meanwhile."""
    if fcntl is None:
        return True
    fcntl.flock(handle, fcntl.LOCK_EX)
    return os.fstat(handle).st_nlink > 0


def _is_abandoned(handle: int, changed: float) -> bool:
    if fcntl is None:
        return abs(time.time() - changed) > LEFTOVER  # a clock may have been set back
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def sweep(top: Path) -> int:
    """Removes the halves of files and folders that killed runs have left below `top`, and says how many."""
    swept = 0
    for path, folders, files in os.walk(top):
        folders[:] = [name for name in folders if not is_link(Path(path, name))]
        if not any(name.startswith(HALF) for name in (*folders, *files)):
            continue
        with contextlib.suppress(OSError), opened(Path(path)) as here:
            swept += sweep_in(here)
        folders[:] = [name for name in folders if not name.startswith(HALF)]
    return swept


def sweep_in(here: Opened) -> int:
    """As `sweep`, in one folder."""
    swept = 0
    for name in here.names():
        if name.startswith(HALF):
            with contextlib.suppress(OSError):
                swept += _swept(here, name)
    return swept


def _swept(here: Opened, name: str) -> bool:
    found = here.look(name)
    if found is None:
        return False
    if not stat.S_ISDIR(found.st_mode):
        with here.reading(name) as (handle, _):
            abandoned = _is_abandoned(handle, found.st_mtime)
            if abandoned and fcntl is not None:
                here.unlink(name)
        if abandoned and fcntl is None:
            here.unlink(name)
        return abandoned
    with contextlib.closing(here.enter(name)) as inner:
        if inner.fd is not None and not _is_abandoned(inner.fd, found.st_mtime):
            return False
        empty(inner)
    here.rmdir(name)
    return True


def empty(here: Opened) -> None:
    """Removes all that a folder holds; links go as links."""
    for name in here.names():
        found = here.look(name)
        if found is not None and stat.S_ISDIR(found.st_mode):
            with contextlib.closing(here.enter(name)) as inner:
                empty(inner)
            here.rmdir(name)
        else:
            here.unlink(name)
