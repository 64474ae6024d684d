"""What is kept from one run to the next, and can be made again at any time: bytes by key.

It lies with the user and not with the site: what somebody commits to a repository cannot get into it. What is
damaged counts as missing. So a value is what our own code made of what its key names, or nothing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import platformdirs

from sejajar.storage.folder import Opened, half_name, is_link, opened
from sejajar.storage.locks import claim, sweep_in
from sejajar.storage.writing import put, write

VARIABLE = "SEJAJAR_CACHE"
"""Names the folder of the cache in place of the user's; empty: nothing is kept."""
ROOMS = {
    "records": 768_000_000,
    "checks": 64_000_000,
    "cards": 512_000_000,
    "search": 256_000_000,
    "desk": 64_000_000,
    "finished": 32_000_000,
}
"""What is kept, and the bytes that it may take of a site; what was used longest ago goes first."""
_MARK = b"sejajar 1\n"
_SHARE = 16
"""After writing this part of what a room may take, it is looked over."""


@dataclass(slots=True)
class Cache:
    """One room of a site's cache. Every failure is silent: what is not kept is made again."""

    folder: Path | None
    """None where nothing is kept."""
    most: int
    """Bytes."""
    written: int = 0

    def get(self, key: str) -> bytes | None:
        """What was put under a key; None where there is nothing, or it is damaged."""
        name = _name(key)
        with contextlib.suppress(OSError), self._opened() as here:
            if here is None:
                return None
            data = here.read(name, self.most)
            head, value = data[: len(_MARK) + 32], data[len(_MARK) + 32 :]
            if head == _MARK + sha256(key.encode() + value).digest():
                at = name if here.fd is not None else str(here.path / name)
                os.utime(at, dir_fd=here.fd)
                return value
            here.unlink(name)
        return None

    def put(self, key: str, value: bytes) -> None:
        with contextlib.suppress(OSError), self._opened(make=True) as here:
            if here is None or len(value) > self.most // 2:
                return
            if not self.written:
                sweep_in(here)
            put(here, _name(key), _MARK + sha256(key.encode() + value).digest() + value, durable=False)
            self.written += len(value)
            if self.written > self.most // _SHARE:
                self.written = 1
                self._forget(here)

    def _forget(self, here: Opened) -> None:
        """Removes what was used longest ago, until a tenth of the room is free."""
        found = [
            (there.st_mtime_ns, there.st_size, name) for name in here.names() if (there := here.look(name))
        ]
        left = sum(size for _, size, _ in found)
        if left <= self.most:
            return
        for _, size, name in sorted(found):
            if left <= self.most * 9 // 10:
                break
            with contextlib.suppress(FileNotFoundError):
                here.unlink(name)
                left -= size

    @contextlib.contextmanager
    def _opened(self, *, make: bool = False) -> Iterator[Opened | None]:
        if self.folder is None:
            yield None
            return
        with opened(self.folder.parent, self.folder.name, make=make) as here:
            yield here


def _name(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:40]


def cache(root: Path, room: str) -> Cache:
    """A room of the cache of the site in `root`; one that keeps nothing where no place for it is safe."""
    place = cache_folder(root)
    return Cache(place / room if place else None, ROOMS[room])


def cache_folder(root: Path) -> Path | None:
    """The folder of a site's cache, the user's own; None where it could be written by others.

    That is the case below the site's repository, whose files are everybody's who contributes, and in a folder
    that other users may write to.
    """
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    top = Path(named or platformdirs.user_cache_dir("sejajar", appauthor=False))
    try:
        top = top.expanduser().resolve()
        if top.is_relative_to(repository(root)):
            return None
        top.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(top):
            return None
        place = top / sha256(os.fsencode(root.resolve())).hexdigest()[:24]
        place.mkdir(mode=0o700, exist_ok=True)
        return place if not is_link(place) and _is_own(place) else None
    except (OSError, RuntimeError):
        return None


def _is_own(folder: Path) -> bool:
    found = folder.stat()
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def repository(root: Path) -> Path:
    """The folder whose files a contribution can change: the site's git repository, or else the site."""
    root = root.resolve()
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


STATE_FOLDER = ".sejajar"
"""Below the site's root: locks, and the pages of runs at work. No part of the repository, nor trusted."""


def state_folder(root: Path) -> Path:
    """That folder, made where it is missing, and hidden from git. Raises OSError, for a link too."""
    write(root, f"{STATE_FOLDER}/.gitignore", "*\n")
    return root / STATE_FOLDER


class Scratch:
    """A folder of this process alone until cleaned up; what a killed run has left goes with the next."""

    def __init__(self, root: Path) -> None:
        place = cache_folder(root)
        self._own: Opened | None = None
        if place is None:
            self.path = Path(tempfile.mkdtemp(prefix="sejajar-"))
            return
        with opened(place, "scratch", make=True) as here:
            sweep_in(here)
            name = half_name()
            self.path = here.path / name
            self._own = here.enter(name, make=True)
            if self._own.fd is not None:
                claim(self._own.fd)

    def cleanup(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)
        if self._own:
            self._own.close()
