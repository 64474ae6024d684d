"""The built site: what has not changed stays, so that a build writes what is new and no more.

MkDocs empties the folder and writes every file again. Here a list of what we wrote, which lies in the user's
cache, says of each file what it was made of; a file that somebody else has touched is not on it any more.
"""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from sejajar.storage.cache import Cache
from sejajar.storage.folder import opened
from sejajar.storage.locks import sweep_in


class _File(NamedTuple):
    key: str
    """What it was made of."""
    size: int
    changed: int
    """When it was written: nanoseconds since 1970."""


class Built:
    """The files of one built site that are ours to keep from one build to the next."""

    def __init__(self, folder: Path, cache: Cache, release: str = "") -> None:
        """`folder`: of the built site. `cache`: where the list lies. `release`: of what makes the files."""
        self.folder = folder
        self._cache = cache
        self._name = f"built-{sha256(os.fsencode(folder.resolve()) + release.encode()).hexdigest()}"
        self._before, self._groups = _read(cache.get(self._name))
        self._saved = (dict(self._before), dict(self._groups))
        self._now: dict[str, _File] = {}
        self._folders: set[str] = set()
        self._lock = threading.Lock()

    def prune(self) -> None:
        """Begins a build: removes what is not on the list, or has changed since.

        Hidden files at the top are nobody's, but for the halves that killed runs have left. What stays can be
        kept by `keep`; what is not kept is removed by `finish`.
        """
        self._before, self._now = self._before | self._now, {}
        self._folders.clear()
        found: dict[str, _File] = {}
        if self.folder.is_dir():
            with opened(self.folder) as here:
                sweep_in(here)
            self._prune(str(self.folder), "", found)
        self._before = found

    def resume(self) -> None:
        """Begins a run over a site that somebody else has built: nothing is removed.

        A file that is not as the last run left it is not ours any more.
        """
        self._before = {path: file for path, file in self._before.items() if self._is_ours(path)}
        self._folders.clear()

    def remove(self, path: str) -> None:
        """Removes a page that nobody is to find any more, with the folders that this leaves empty."""
        self._now.pop(path, None)
        self._before.pop(path, None)
        self._remove(path)

    def _prune(self, place: str, above: str, found: dict[str, _File]) -> None:
        """`above`: the folder at `place`, below the built site; empty, or with a slash at its end."""
        with os.scandir(place) as inside:
            entries = list(inside)
        for entry in entries:
            path = f"{above}{entry.name}"
            if not above and path.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                before = len(found)
                self._prune(entry.path, f"{path}/", found)
                if len(found) == before:  # nothing in it is kept
                    with suppress(OSError):
                        Path(entry.path).rmdir()
            elif not self._is_known(path, entry.stat(follow_symlinks=False), found):
                Path(entry.path).unlink()

    def _is_known(self, path: str, there: os.stat_result, found: dict[str, _File]) -> bool:
        known = self._before.get(path)
        if known is None or (there.st_size, there.st_mtime_ns) != (known.size, known.changed):
            return False
        if stat.S_ISREG(there.st_mode):
            found[path] = known
        return path in found

    def keep(self, path: str, key: str) -> bool:
        """Whether a file is there that was made of `key`; then it stays."""
        known = self._before.get(path)
        if known is None or known.key != key:
            return False
        self._now[path] = known
        return True

    def keep_all(self, folder: str, key: str) -> bool:
        """As `keep`, for everything that was put below a folder; see `put_all`."""
        own = {path: file for path, file in self._before.items() if path.startswith(f"{folder}/")}
        if not own or self._groups.get(folder) != (key, len(own)):
            return False
        self._now |= own
        return True

    def put(self, path: str, key: str, data: bytes) -> None:
        """Writes a file that was made of `key`. Raises OSError."""
        self.put_parts(path, key, (data,))

    def put_parts(self, path: str, key: str, parts: Iterable[bytes]) -> None:
        """As `put`, for what is too large to be held as a whole."""
        place = self.folder / path
        parent = path.rpartition("/")[0]
        if parent not in self._folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(parent)
        if path in self._before:  # a reader who has it open keeps what it was
            place.unlink()
            del self._before[path]
        with place.open("wb") as file:
            file.writelines(parts)
            file.flush()
            there = os.fstat(file.fileno())
        self._now[path] = _File(key, there.st_size, there.st_mtime_ns)

    def put_all(self, folder: str, key: str, files: Mapping[str, bytes]) -> None:
        """Brings a folder to hold exactly these files, which were made of `key` together.

        Of an index most files are what they were before: these are not written again.
        """
        for path in [path for path in (*self._before, *self._now) if path.startswith(f"{folder}/")]:
            if path.removeprefix(f"{folder}/") not in files:
                self._now.pop(path, None)
                if self._before.pop(path, None):
                    self._remove(path)
        for name, data in files.items():
            path, content = f"{folder}/{name}", sha256(data).hexdigest()[:32]
            if not self.keep(path, content):
                self.put(path, content, data)
        self._groups[folder] = (key, len(files))

    def finish(self) -> None:
        """Removes what this build has not kept, and saves the list for the next."""
        import cbor2  # not at start: every command loads this room

        with self._lock:
            for path in self._before.keys() - self._now.keys():
                if self._is_ours(path):
                    self._remove(path)
            self._before = dict(self._now)
            if (self._before, self._groups) == self._saved:
                return
            self._saved = (dict(self._before), dict(self._groups))
            files = {path: list(file) for path, file in self._now.items()}
            groups = {folder: list(group) for folder, group in self._groups.items()}
            self._cache.put(self._name, cbor2.dumps([files, groups]))

    def _is_ours(self, path: str) -> bool:
        """Whether nobody has put another file in its place: `docs` may have one of its name by now."""
        try:
            there = (self.folder / path).lstat()
        except OSError:
            return False
        known = self._before[path]
        return (there.st_size, there.st_mtime_ns) == (known.size, known.changed)

    def _remove(self, path: str) -> None:
        """With the folders that it leaves empty."""
        for step in (path, *_above(path)):
            place = self.folder / step
            try:
                place.unlink() if step == path else place.rmdir()
            except OSError:
                return


def _above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _read(data: bytes | None) -> tuple[dict[str, _File], dict[str, tuple[str, int]]]:
    """The files, and of each folder that was put as a whole what it was made of, and of how many files."""
    if data is None:
        return {}, {}
    import cbor2

    try:
        files, groups = cbor2.loads(data)
        return (
            {str(path): _File(str(key), int(size), int(at)) for path, (key, size, at) in files.items()},
            {str(folder): (str(key), int(number)) for folder, (key, number) in groups.items()},
        )
    except (cbor2.CBORDecodeError, ValueError, TypeError, AttributeError):
        return {}, {}
