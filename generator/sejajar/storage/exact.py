"""Files to the byte: for edits that leave alone what they do not mean, line ends and marks included."""

from __future__ import annotations

from pathlib import Path

from sejajar.storage.folder import opened, read, split
from sejajar.storage.locks import alone
from sejajar.storage.writing import exchange_if


def read_exact(top: Path, name: str) -> bytes | None:
    """A file as it is; None where there is no such file. Raises OSError for what is no file of its own."""
    try:
        return read(top, name)
    except FileNotFoundError:
        return None


def exchange_exact(top: Path, name: str, before: bytes | None, data: bytes) -> bool:
    """Writes atomically, but only while the file still has the bytes `before` (None: is not there).

    False, and nothing done, where somebody has written meanwhile. As `exchange`, which compares texts.
    """
    return exchange_if(top, name, lambda found: found == before, data)


def remove_exact(top: Path, name: str, before: bytes) -> bool:
    """Removes a file while it still has these bytes; False, and nothing done, where it has not."""
    folder, last = split(name)
    try:
        with opened(top, folder) as here, alone(here):
            if here.read(last) != before:
                return False
            here.unlink(last)
            return True
    except FileNotFoundError:
        return False
