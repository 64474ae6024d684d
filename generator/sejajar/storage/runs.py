"""What a run generates for itself: a folder in which no other run, beside it or before it, has a part."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import filelock

from sejajar.storage.cache import workshop
from sejajar.storage.writing import holds, write_bytes

RUNS = "pages"
"""In the workshop: a numbered folder for each run at work, used again by the next that finds it free."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A folder held by this process alone, for as long as this object lives."""

    root: Path
    """The site's."""
    path: Path
    _held: Any
    """What gives the folder up when it is dropped: a lock of the system's, or a temporary folder."""

    def fill(self, texts: Mapping[str, str]) -> Mapping[str, Path]:
        """Brings the folder to hold exactly these files, by their paths below it; returns where each is.

        What an earlier run has left goes; what is the same already keeps its time.
        """
        for path in [path for path in self.path.rglob("*") if path.is_symlink() or path.is_file()]:
            if path.relative_to(self.path).as_posix() not in texts:
                path.unlink()
        for name, text in texts.items():
            if not holds(self.path / name, data := text.encode()):
                write_bytes(self.path / name, data, durable=False)
        return {name: self.path / name for name in texts}

    def release(self) -> None:
        if isinstance(self._held, filelock.BaseFileLock):
            self._held.release(force=True)
        else:
            self._held.cleanup()


def run_folder(root: Path) -> RunFolder:
    """A folder of this run's own below `root`; elsewhere where nothing may be written or locked there.

    The system holds the lock and lets go of it however its process ends, so that a killed run's folder is
    free for the next, which brings it up to date before it reads from it.
    """
    try:
        folder = workshop(root) / RUNS
        folder.mkdir(exist_ok=True)
        for number in count(1):
            # not of a thread: `mkdocs serve` begins in one and goes on in another
            lock = filelock.FileLock(folder / f"{number}.lock", timeout=0, thread_local=False)
            try:
                lock.acquire()
            except filelock.Timeout:
                continue
            own = folder / str(number)
            own.mkdir(exist_ok=True)
            return RunFolder(root, own, lock)
    except (OSError, NotImplementedError):
        pass
    elsewhere = tempfile.TemporaryDirectory(prefix="sejajar-", ignore_cleanup_errors=True)
    return RunFolder(root, Path(elsewhere.name), elsewhere)
