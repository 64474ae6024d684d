"""Writing: atomically, only where the bytes change, and never through a link."""

from __future__ import annotations

import contextlib
import gzip
import os
import stat
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path

from sejajar.storage.content import text_of
from sejajar.storage.folder import Opened, half_name, opened, split
from sejajar.storage.locks import HAS_LOCKS, alone, claim, empty, sweep_in


def write(top: Path, name: str, text: str) -> bool:
    """Writes `name` below `top` as UTF-8, atomically, and only if the bytes change; True if it wrote."""
    return write_bytes(top, name, text.encode())


def exchange(top: Path, name: str, before: str | None, text: str) -> bool:
    """Writes like `write`, but only while the file still reads as `before` (None: is not there).

    False, and nothing done, where somebody has written meanwhile: read again, merge, and try again. The last
    look comes after the new text is safely beside it, so that nothing but a rename lies between.
    """
    return exchange_if(
        top, name, lambda found: (None if found is None else text_of(found)) == before, text.encode()
    )


def exchange_if(top: Path, name: str, fits: Callable[[bytes | None], bool], data: bytes) -> bool:
    """As `exchange`: `fits` says whether what is there (None: nothing) may be written over."""
    folder, last = split(name)
    found: list[bytes | None] = []
    with opened(top, folder, make=True) as here, alone(here):
        sweep_in(here)

        def unchanged() -> bool:
            try:
                found.append(here.read(last))
            except FileNotFoundError:
                found.append(None)
            return fits(found[-1])

        if holds(here, last, data):
            return True
        if not put(here, last, data, check=unchanged):
            return False
    if told := _watching.get():
        told(name, found[-1], data)
    return True


Told = Callable[[str, bytes | None, bytes], None]
_watching: ContextVar[Told | None] = ContextVar("watching", default=None)


@contextlib.contextmanager
def watching(told: Told) -> Iterator[None]:
    """`told(name, before, after)` hears of each exchange that writes within, in this thread."""
    token = _watching.set(told)
    try:
        yield
    finally:
        _watching.reset(token)


def create_folder(top: Path, name: str, files: Mapping[str, str | bytes]) -> bool:
    """Makes the folder `name` with these files, all or nothing; False, nothing done, where it exists."""
    folder, last = split(name)
    with opened(top, folder, make=True) as here:
        sweep_in(here)
        if here.look(last) is not None:
            return False
        half = half_name()
        try:
            entered = here.enter(half, make=True)
        except OSError as error:  # people know the folder by the name that it was to get
            raise OSError(error.errno, error.strerror, str(here.path / last)) from None
        with contextlib.closing(entered) as made:
            if made.fd is not None:
                claim(made.fd)
            try:
                for file, data in files.items():
                    put(made, file, data.encode() if isinstance(data, str) else data)
                made.sync()
                return _placed(here, half, last)
            except BaseException:
                empty(made)
                here.rmdir(half)
                raise


def _placed(here: Opened, half: str, name: str) -> bool:
    """Gives a whole folder its name; False, and it is gone, where somebody else has made one meanwhile."""
    try:
        with alone(here):
            if here.look(name) is not None:  # an empty folder would be replaced
                raise FileExistsError
            here.put(half, name)
    except OSError:
        if here.look(name) is None:
            raise
        with contextlib.closing(here.enter(half)) as made:
            empty(made)
        here.rmdir(half)
        return False
    here.sync()
    return True


def write_bytes(top: Path, name: str, data: bytes, *, durable: bool = True) -> bool:
    folder, last = split(name)
    with opened(top, folder, make=True) as here:
        return not holds(here, last, data) and put(here, last, data, durable=durable)


def put(
    here: Opened, name: str, data: bytes, *, durable: bool = True, check: Callable[[], bool] = lambda: True
) -> bool:
    """Writes a file of an opened folder atomically, if `check` says so when nothing but the rename is left.

    What is replaced hands its permissions on; what is new has those that the user's umask leaves.
    """
    half = half_name()
    try:
        handle = here.create(half)
        with os.fdopen(handle, "wb") as file:
            if not claim(handle):  # swept in the moment before it was marked as ours
                return put(here, name, data, durable=durable, check=check)
            file.write(data)
            file.flush()
            if durable:
                os.fsync(handle)
            there = here.look(name)
            if there is not None and stat.S_ISREG(there.st_mode) and hasattr(os, "fchmod"):
                os.fchmod(handle, stat.S_IMODE(there.st_mode) & 0o777)
            if not HAS_LOCKS:
                file.close()  # Windows renames no open file; elsewhere the claim holds beyond the rename
            if not check():
                here.unlink(half)
                return False
            here.put(half, name)
    except BaseException as error:
        with contextlib.suppress(OSError):
            here.unlink(half)
        if isinstance(error, OSError) and error.errno and error.filename in (None, half):
            raise OSError(error.errno, error.strerror, str(here.path / name)) from None
        raise
    if durable:
        here.sync()
    return True


def holds(here: Opened, name: str, data: bytes) -> bool:
    """Whether a file has these bytes. Raises OSError where it is no file of its own."""
    there = here.look(name)
    if there is None or (stat.S_ISREG(there.st_mode) and there.st_size != len(data)):
        return False
    try:
        return here.read(name, max(len(data), 1)) == data
    except FileNotFoundError:
        return False


def write_built(folder: Path, files: Mapping[str, str]) -> None:
    """Adds files, by path, to a site that has just been built."""
    for path, text in files.items():
        write_bytes(folder, path, text.encode(), durable=False)


def write_new(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    """Writes files below a folder that nobody else knows of yet, hence without further care.

    Each by its path below the folder; taken one after the other, so that not all need to be in memory.
    """
    made: set[str] = set()
    for name, data in files:
        parent = name.rpartition("/")[0]
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)


def add_built(folder: Path, path: str, data: bytes, docs: Path) -> None:
    """Adds a file to a site that has just been built; one that `docs` brings itself stays."""
    if not (docs / path).exists():
        write_bytes(folder, path, data, durable=False)


def compress(folder: Path, name: str) -> None:
    """Lays a file beside itself as `.gz`, without the time of doing so in it; nothing where it is missing."""
    if (folder / name).is_file():
        packed = gzip.compress((folder / name).read_bytes(), mtime=0)
        write_bytes(folder, f"{name}.gz", packed, durable=False)


def fill_folder(top: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Brings the folder `name` below `top` to hold exactly these files, of which nothing else is known."""
    for path, data in files.items():
        write_bytes(top, f"{name}/{path}", data, durable=False)
    with opened(top, name, make=True) as here:
        clear(here, files)


def clear(here: Opened, wanted: Container[str], prefix: str = "") -> None:
    """Removes what is not wanted, and what stands where something wanted goes but is none of ours."""
    for name in here.names():
        found = here.look(name)
        if found is not None and stat.S_ISDIR(found.st_mode):
            with contextlib.closing(here.enter(name)) as inner:
                clear(inner, wanted, f"{prefix}{name}/")
            if f"{prefix}{name}" in wanted:
                with contextlib.closing(here.enter(name)) as inner:
                    empty(inner)
                here.rmdir(name)
        elif found is not None and not (stat.S_ISREG(found.st_mode) and f"{prefix}{name}" in wanted):
            here.unlink(name)
