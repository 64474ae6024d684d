"""Of two builds that write to one folder the second waits; what the system refuses is said in a line."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from sejajar import storage
from sejajar.plugin.reporting import log
from sejajar.visible import visible

_REFUSALS = (
    errno.EACCES,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EINVAL,
    errno.EIO,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.ENOSPC,
    errno.EPERM,
    errno.EROFS,
)


class BuildLock:
    """Taken before MkDocs empties the built site; given up when that is whole, or the build has failed."""

    def __init__(self) -> None:
        self._lock: Any = None

    def take(self, root: Path, built: Path) -> None:
        if self._lock is None:
            try:
                folder = storage.state_folder(root)
            except OSError:
                return
            self._lock = storage.build_lock(folder, built, lambda: _waiting(built))

    def end(self) -> None:
        if self._lock is not None:
            self._lock.release(force=True)
            self._lock = None


def _waiting(built: Path) -> None:
    log.info("Another build is writing to %s; this one begins when it has ended.", visible(str(built)))


def abort_if_refused(error: Exception) -> None:
    """Raises Abort, which MkDocs prints as a line, where the system would not let us read or write."""
    if isinstance(error, OSError) and error.errno in _REFUSALS:
        place = f"{visible(str(error.filename))}: " if error.filename else ""
        hint = "fix its permissions, or make room on the disk"
        raise Abort(f"{place}{error.strerror}; {hint}. The built site is not whole.") from error
