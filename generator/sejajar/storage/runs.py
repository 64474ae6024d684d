"""What a run generates for itself: a folder in which no other run, beside it or before it, has a part."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import filelock

from sejajar.storage.cache import STATE_FOLDER, state_folder
from sejajar.storage.folder import opened
from sejajar.storage.locks import lock_file
from sejajar.storage.pictures import Picture
from sejajar.storage.writing import clear, write_bytes

RUNS = "pages"
"""In the state_folder: a numbered folder for each run at work, used again by the next that finds it free."""


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A folder held by this process alone, for as long as this object lives."""

    root: Path
    """The site's."""
    top: Path
    """The folder above it that is not ours to doubt: the site's, or the system's temporary one."""
    below: str
    """Where it lies below that one."""
    _held: Any
    """What gives the folder up when it is dropped: a lock of the system's, or a temporary folder."""

    @property
    def path(self) -> Path:
        return self.top / self.below

    def fill(
        self, texts: Mapping[str, str], pictures: Mapping[str, Picture] = MappingProxyType({})
    ) -> Mapping[str, Path]:
        """Brings the folder to hold exactly these files, by their paths below it; returns where each is.

        What an earlier run has left goes; what is the same already keeps its time. Raises PictureError.
        """
        with opened(self.top, self.below, make=True) as here:
            clear(here, {*texts, *pictures})
        for name, text in texts.items():
            write_bytes(self.top, f"{self.below}/{name}", text.encode(), durable=False)
        for name, picture in pictures.items():
            picture.copy(self.top, f"{self.below}/{name}")
        return {name: self.path / name for name in (*texts, *pictures)}

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
        state_folder(root)
        with opened(root, f"{STATE_FOLDER}/{RUNS}", make=True) as folder:
            for number in count(1):
                lock = lock_file(folder.path / f"{number}.lock")
                try:
                    lock.acquire()
                except filelock.Timeout:
                    continue
                folder.enter(str(number), make=True).close()
                return RunFolder(root, root, f"{STATE_FOLDER}/{RUNS}/{number}", lock)
    except (OSError, NotImplementedError):
        pass
    elsewhere = tempfile.TemporaryDirectory(prefix="sejajar-", ignore_cleanup_errors=True)
    return RunFolder(root, Path(elsewhere.name), "pages", elsewhere)
