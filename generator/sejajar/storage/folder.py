"""The one rule for files: what is read, written or removed is named by us, below its folder, and no link.

Every step of the way is opened in the folder before it and never through a link, so that a name that is
swapped for one in mid-run leads nowhere either. Where the system has no such calls (Windows), each step is
looked at.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

LIMIT = 50_000_000
"""Bytes of the largest file that is read whole: a catalog of a million words has a fifth of that."""
HALF = ".sejajar-"
"""How a file or folder that is being written is called until it is whole."""

_AT = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd and os.unlink in os.supports_dir_fd
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_DIRECTORY = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _NOFOLLOW | _BINARY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY | getattr(os, "O_CLOEXEC", 0)


class LinkError(OSError):
    """A link stands where a file or folder of its own belongs."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.ELOOP, "a link stands here, and nothing is read or written through one", path)


class NotAFileError(OSError):
    """A device, a pipe, a socket or a folder stands where a file belongs."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EINVAL, "this is no ordinary file", path)


class TooLargeError(OSError):
    """A file is larger than what is read whole."""

    def __init__(self, path: str, limit: int) -> None:
        super().__init__(errno.EFBIG, f"the file has more than {limit // 1_000_000} MB", path)


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder that has been reached without a link, and what may be done in it: with single names only."""

    path: Path
    fd: int | None
    """None where the system opens no folders."""

    def _at(self, name: str) -> tuple[str, int | None]:
        return (name, self.fd) if self.fd is not None else (str(self.path / name), None)

    def read(self, name: str, limit: int = LIMIT) -> bytes:
        with self.reading(name) as (handle, found):
            if found.st_size > limit:
                raise TooLargeError(str(self.path / name), limit)
            with os.fdopen(handle, "rb", closefd=False) as file:
                data = file.read(limit + 1)
        if len(data) > limit:
            raise TooLargeError(str(self.path / name), limit)
        return data

    @contextmanager
    def reading(self, name: str) -> Iterator[tuple[int, os.stat_result]]:
        """An ordinary file, opened, and what the system says of it."""
        if not _NOFOLLOW:
            self._refuse_link(name)
        at, fd = self._at(name)
        try:
            handle = os.open(at, _READ, dir_fd=fd)
        except OSError as error:
            raise self._told(error, name) from None
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise NotAFileError(str(self.path / name))
            yield handle, found
        finally:
            os.close(handle)

    def look(self, name: str) -> os.stat_result | None:
        """What stands under a name, a link being a link; None for nothing."""
        at, fd = self._at(name)
        try:
            return os.stat(at, dir_fd=fd, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def names(self) -> list[str]:
        return sorted(os.listdir(self.fd if self.fd is not None else self.path))  # noqa: PTH208

    def create(self, name: str) -> int:
        """Opens a file that is not there yet, with the permissions that the user's umask leaves."""
        at, fd = self._at(name)
        return os.open(at, _NEW, 0o666, dir_fd=fd)

    def put(self, half: str, name: str) -> None:
        """Gives what is whole now its name, in place of what had it."""
        at, fd = self._at(half)
        os.replace(at, self._at(name)[0], src_dir_fd=fd, dst_dir_fd=fd)

    def unlink(self, name: str) -> None:
        at, fd = self._at(name)
        os.unlink(at, dir_fd=fd)

    def rmdir(self, name: str) -> None:
        at, fd = self._at(name)
        os.rmdir(at, dir_fd=fd)

    def mkdir(self, name: str) -> None:
        at, fd = self._at(name)
        try:
            os.mkdir(at, 0o777, dir_fd=fd)
        except OSError as error:
            raise self._told(error, name) from None

    def sync(self) -> None:
        """Waits until the names in the folder are on the disk too, where the system can say so."""
        if self.fd is not None:
            with contextlib.suppress(OSError):
                os.fsync(self.fd)

    def enter(self, name: str, *, make: bool = False) -> Opened:
        """The folder of that name, which the caller closes."""
        if self.fd is None:
            if make and not os.path.lexists(self.path / name):
                with contextlib.suppress(FileExistsError):
                    self.mkdir(name)
            self._refuse_link(name)
            if not (self.path / name).is_dir():
                code = errno.ENOTDIR if os.path.lexists(self.path / name) else errno.ENOENT
                raise OSError(code, os.strerror(code), str(self.path / name))
            return Opened(self.path / name, None)
        while True:
            try:
                return Opened(self.path / name, os.open(name, _DIRECTORY | _NOFOLLOW, dir_fd=self.fd))
            except FileNotFoundError as error:
                if not make:
                    raise FileNotFoundError(error.errno, error.strerror, str(self.path / name)) from None
                with contextlib.suppress(FileExistsError):
                    self.mkdir(name)
            except OSError as error:
                raise self._told(error, name) from None

    def close(self) -> None:
        if self.fd is not None:
            os.close(self.fd)

    def _refuse_link(self, name: str) -> None:
        if is_link(self.path / name):
            raise LinkError(str(self.path / name))

    def _told(self, error: OSError, name: str) -> OSError:
        """The same with the whole path; a link by its own name, whatever this system calls it."""
        if error.errno in (errno.ELOOP, errno.ENOTDIR, errno.EMLINK) and is_link(self.path / name):
            return LinkError(str(self.path / name))
        if error.errno in (errno.ENXIO, errno.ENODEV):  # a socket; a device that nobody drives
            return NotAFileError(str(self.path / name))
        return type(error)(error.errno, error.strerror, str(self.path / name))


def is_link(path: Path) -> bool:
    """A symbolic link, or on Windows a junction."""
    junction: Callable[[Path], bool] = getattr(os.path, "isjunction", lambda _: False)
    return path.is_symlink() or junction(path)


def parts_of(name: str) -> tuple[str, ...]:
    """The steps of a path below a folder, which has `/`. Raises ValueError where a step leads elsewhere."""
    parts = tuple(name.split("/"))
    if any(part in ("", ".", "..") or "\0" in part or (os.sep != "/" and os.sep in part) for part in parts):
        raise ValueError(f"{name!r} is no path below a folder")
    return parts


@contextmanager
def opened(top: Path, folder: str = "", *, make: bool = False) -> Iterator[Opened]:
    """`folder` below `top`, reached without a link; with `make`, what is missing of it is made.

    `top` is a person's choice, and may be a link itself.
    """
    if make and not top.exists():
        top.mkdir(parents=True, exist_ok=True)
    here = Opened(top, os.open(top, _DIRECTORY) if _AT else None)
    try:
        for part in parts_of(folder) if folder else ():
            inner = here.enter(part, make=make)
            here.close()
            here = inner
        yield here
    finally:
        here.close()


def split(name: str) -> tuple[str, str]:
    """The folder of a path below another, empty for that one itself, and the last name."""
    folder, _, last = "/".join(parts_of(name)).rpartition("/")
    return folder, last


def read(top: Path, name: str, limit: int = LIMIT) -> bytes:
    """A file below `top`. Raises OSError: FileNotFoundError, LinkError, NotAFileError, TooLargeError."""
    folder, last = split(name)
    with opened(top, folder) as here:
        return here.read(last, limit)


def half_name() -> str:
    return f"{HALF}{token_hex(6)}"


def link_on_the_way(top: Path, path: Path) -> Path | None:
    """The first link below `top` on the way to `path`, itself included; None where there is none.

    None too for what lies elsewhere: that a person has chosen, and no contribution below `top` has.
    """
    top = top.resolve()
    steps: list[Path] = []
    for here in (path, *path.parents):
        inner = here.parent.resolve().is_relative_to(top)
        if here.resolve() == top and not (is_link(here) and inner):
            return next((step for step in reversed(steps) if is_link(step)), None)
        steps.append(here)
    return None
