"""Writing: atomically, and only where the bytes change."""

from __future__ import annotations

import gzip
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from sejajar.storage.content import read_text
from sejajar.storage.locks import alone_in


def write(path: Path, text: str) -> bool:
    """Writes UTF-8 atomically, and only if the bytes change; True if it wrote."""
    return write_bytes(path, text.encode())


def exchange(path: Path, before: str | None, text: str) -> bool:
    """Writes like `write`, but only while the file still reads as `before` (None: is not there).

    False, and nothing done, where somebody has written meanwhile: read again, merge, and try again. The last
    look comes after the new text is safely beside it, so that nothing but a rename lies between.
    """
    data = text.encode()
    with alone_in(path.parent):
        return holds(path, data) or write_bytes(path, data, check=lambda: read_text(path) == before)


def create_folder(folder: Path, files: Mapping[str, str]) -> bool:
    """Makes `folder` with these files, all or nothing; False, and nothing done, where it exists already."""
    if folder.exists():
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    made.mkdir()
    try:
        for name, text in files.items():
            (made / name).write_bytes(text.encode())
        made.rename(folder)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        if folder.exists():  # somebody else made it between our look and our rename
            return False
        raise
    return True


def write_bytes(
    path: Path, data: bytes, *, durable: bool = True, check: Callable[[], bool] = lambda: True
) -> bool:
    if holds(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _new_beside(path)
    try:
        with temporary.open("wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        if not check():
            temporary.unlink()
            return False
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True


def _new_beside(path: Path) -> Path:
    """An empty file with a name of its own and the rights that the umask leaves, as `mkstemp` does not."""
    while True:
        made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            made.touch(mode=0o666, exist_ok=False)
        except FileExistsError:
            continue
        return made


def holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def write_built(folder: Path, files: Mapping[str, str]) -> None:
    """Adds files, by path, to a site that has just been built."""
    for path, text in files.items():
        write_bytes(folder / path, text.encode(), durable=False)


def copy(source: Path, target: Path) -> bool:
    """Copies unless size and time say that it was done; True if it copied."""
    wanted = source.stat()
    if target.exists():
        there = target.stat()
        if (there.st_size, there.st_mtime_ns) == (wanted.st_size, wanted.st_mtime_ns):
            return False
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.new")
    shutil.copy2(source, temporary)
    temporary.replace(target)
    return True


def scratch(folder: Path, prefix: str) -> tempfile.TemporaryDirectory[str]:
    """A temporary folder inside `folder`, from where what is made can be moved into place at once."""
    folder.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix=prefix, dir=folder, ignore_cleanup_errors=True)


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Writes files below a folder that nobody else knows of yet, hence without further care."""
    for parent in {(folder / name).parent for name in files}:
        parent.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


def add_built(folder: Path, files: Mapping[str, bytes], copies: Mapping[str, Path], docs: Path) -> None:
    """Adds files and copies of files to a site that has just been built; what `docs` brings itself stays."""
    for path, data in files.items():
        if not (docs / path).exists():
            write_bytes(folder / path, data, durable=False)
    for path, source in copies.items():
        if not (docs / path).exists():
            copy(source, folder / path)


def write_made(path: Path, data: bytes) -> None:
    """Writes what can be made again: atomically, without waiting for the disk."""
    write_bytes(path, data, durable=False)


def compress(path: Path) -> None:
    """Lays `path` beside itself as `.gz`, without the time of doing so in it; nothing where it is missing."""
    if path.exists():
        packed = gzip.compress(path.read_bytes(), mtime=0)
        write_bytes(path.with_name(f"{path.name}.gz"), packed, durable=False)
